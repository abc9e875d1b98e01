// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "args.hpp"

#include <array>
#include <thread>
#include <utility>

#include "entente/ontology.hpp"
#include "exit_code.hpp"
#include "suggest.hpp"

namespace entente::tools {
namespace {

constexpr std::array<std::pair<std::string_view, DocumentFormat>, 5> kFormats = {
    {{"auto", DocumentFormat::automatic},
     {"text", DocumentFormat::text},
     {"html", DocumentFormat::html},
     {"json", DocumentFormat::json},
     {"jsonl", DocumentFormat::json_lines}}};

constexpr std::array<std::string_view, 6> kLayouts = {"table", "json", "jsonl", "csv", "tsv", "markdown"};

const std::vector<std::string> kDocumentFields = {"id", "title", "date", "outlet", "url", "text"};

template <class Table>
std::vector<std::string> first_names(const Table& table) {
  std::vector<std::string> names;
  for (const auto& row : table) names.emplace_back(row.first);
  return names;
}

}  // namespace

void add_verbosity(Options& options, Verbosity& verbosity) {
  options.flag("-q,--quiet", verbosity.quiet, "No progress and no summary");
  options.flag("-v,--verbose", verbosity.verbose, "Also tell the peak memory");
}

void add_data(Options& options, std::string& directory) {
  options
      .add("--data", directory,
           "Folder of model, gazetteer and frames (else $ENTENTE_DATA, else as installed)")
      .type("DIR");
}

void add_gazetteers(Options& options, std::vector<std::string>& files) {
  options
      .repeated("--gazetteer", files,
                "Your own names: a table in our format, JSON Lines, or GeoNames' cities15000.txt")
      .type("FILE");
}

void add_jobs(Options& options, std::size_t& jobs) {
  options.add("-j,--jobs", jobs, "Threads; 0: one for each processor. The output is the same for any number")
      .type("N")
      .range(0, 1024);
}

void add_input(Options& options, InputArgs& input, bool required) {
  Option articles =
      options.list("ARTICLES", input.paths,
                   "Files (plain text, HTML, JSON, JSON Lines, each also .gz), folders of them, or - for "
                   "standard input");
  if (required) articles.required();
  options
      .add("--from", input.format,
           "What the files are: auto, text, html, json, jsonl (auto: name, content)")
      .type("FORMAT")
      .one_of("format", first_names(kFormats));
  options
      .repeated("--field", input.fields,
                "Field of JSON documents that holds one of ours, e.g. text=article.body")
      .type("OURS=THEIRS");
  options.add("--date", input.date, "Date for documents that have none (ISO 8601)").type("DATE");
}

ReadOptions InputArgs::options() const {
  ReadOptions result;
  for (const auto& [name, value] : kFormats)
    if (name == format) result.format = value;
  for (const auto& field : fields) {
    const auto equals = field.find('=');
    const std::string ours = field.substr(0, equals);
    if (equals == std::string::npos || equals + 1 == field.size())
      throw UsageError("--field " + field + ": expected OURS=THEIRS, e.g. text=body");
    if (const auto wrong = unless_one_of("field", kDocumentFields, ours); !wrong.empty())
      throw UsageError("--field " + field + ": " + wrong);
    result.fields[ours] = field.substr(equals + 1);
  }
  result.date = date;
  return result;
}

void add_output(Options& options, OutputArgs& output) {
  options.add("-o,--output", output.path, "File for the result; without it, standard output").type("FILE");
  options.flag("-O,--overwrite", output.overwrite, "Replace the file when it exists");
}

void add_layout(Options& options, LayoutArgs& layout) {
  options
      .call(
          "-f,--format",
          [&layout](const std::string& name) {
            for (std::size_t i = 0; i < kLayouts.size(); ++i)
              if (kLayouts[i] == name) layout.layout = static_cast<Layout>(i);
          },
          "Layout of the answer: table, json, jsonl, csv, tsv, markdown")
      .type("LAYOUT")
      .one_of("layout", {kLayouts.begin(), kLayouts.end()});
  options.flag("--no-header", layout.no_header, "No line of column names (table, csv, tsv)");
  options.add("--color", layout.color, "Colours: auto (on a terminal, unless NO_COLOR is set), always, never")
      .type("WHEN")
      .one_of("value of --color", {"auto", "always", "never"});
}

std::vector<std::string> relation_type_names() {
  std::vector<std::string> names;
  for (const auto& relation : kRelations) names.emplace_back(relation.name);
  return names;
}

std::vector<std::string> domain_names() {
  return {kDomainNames.begin() + 1, kDomainNames.end()};
}

}  // namespace entente::tools
