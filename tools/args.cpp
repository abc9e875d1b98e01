// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "args.hpp"

#include <array>
#include <thread>
#include <utility>

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

void add_verbosity(CLI::App& app, Verbosity& verbosity) {
  app.add_flag("-q,--quiet", verbosity.quiet, "No progress and no summary");
  app.add_flag("-v,--verbose", verbosity.verbose, "Also tell the peak memory");
}

void add_data(CLI::App& app, std::string& directory) {
  app.add_option("--data", directory,
                 "Folder of model, gazetteer and frames (else $ENTENTE_DATA, else as installed)")
      ->type_name("DIR");
}

void add_jobs(CLI::App& app, std::size_t& jobs) {
  app.add_option("-j,--jobs", jobs,
                 "Threads; 0: one for each processor. The output is the same for any number")
      ->type_name("N")
      ->check(CLI::Range(0, 1024));
}

void add_input(CLI::App& app, InputArgs& input) {
  app.add_option("articles", input.paths,
                 "Files (plain text, HTML, JSON, JSON Lines, each also .gz), folders of them, or - for "
                 "standard input")
      ->type_name("ARTICLES")
      ->required();
  app.add_option("--format", input.format,
                 "What the files are: auto, text, html, json, jsonl (auto: name, content)")
      ->type_name("FORMAT")
      ->check(one_of("format", first_names(kFormats)));
  app.add_option("--field", input.fields,
                 "Field of JSON documents that holds one of ours, e.g. text=article.body")
      ->type_name("OURS=THEIRS")
      ->take_all()
      ->expected(1);
  app.add_option("--date", input.date, "Date for documents that have none (ISO 8601)")->type_name("DATE");
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
    const auto known = one_of("field", kDocumentFields);
    std::string value = ours;
    if (const std::string wrong = known(value); !wrong.empty())
      throw UsageError("--field " + field + ": " + wrong);
    result.fields[ours] = field.substr(equals + 1);
  }
  result.date = date;
  return result;
}

void add_output(CLI::App& app, OutputArgs& output) {
  app.add_option("-o,--output", output.path, "File for the result; without it, standard output")
      ->type_name("FILE");
  app.add_flag("-O,--overwrite", output.overwrite, "Replace the file when it exists");
}

void add_layout(CLI::App& app, LayoutArgs& layout) {
  app.add_option_function<std::string>(
         "-f,--format",
         [&layout](const std::string& name) {
           for (std::size_t i = 0; i < kLayouts.size(); ++i)
             if (kLayouts[i] == name) layout.layout = static_cast<Layout>(i);
         },
         "Layout of the answer: table, json, jsonl, csv, tsv, markdown")
      ->type_name("LAYOUT")
      ->check(one_of("layout", {kLayouts.begin(), kLayouts.end()}));
  app.add_flag("--no-header", layout.no_header, "No line of column names (table, csv, tsv)");
  app.add_option("--color", layout.color,
                 "Colours: auto (on a terminal, unless NO_COLOR is set), always, never")
      ->type_name("WHEN")
      ->check(one_of("value of --color", {"auto", "always", "never"}));
}

CLI::Validator one_of(std::string what, std::vector<std::string> names) {
  return CLI::Validator(
      [what = std::move(what), names = std::move(names)](std::string& value) -> std::string {
        std::string known;
        for (const auto& name : names) {
          if (name == value) return {};
          known += (known.empty() ? "" : ", ") + name;
        }
        return "unknown " + what + " \"" + value + "\"" + did_you_mean(value, names) + " (known: " + known +
               ")";
      },
      "");
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
