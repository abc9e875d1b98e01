// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// By the name of the file or as asked for; what the readers gathered becomes documents at the end.
#include "entente/import.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "import/formats.hpp"
#include "import/record.hpp"
#include "query/spelling.hpp"

namespace entente {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string_view format_of(std::string_view path, std::string_view asked) {
  if (!asked.empty()) {
    if (std::find(kImportFormatNames.begin(), kImportFormatNames.end(), asked) != kImportFormatNames.end())
      return asked;
    throw QueryError(
        fmt::format("unknown format \"{}\"{}; there are {}", asked,
                    query::did_you_mean(asked, {kImportFormatNames.begin(), kImportFormatNames.end()}),
                    fmt::join(kImportFormatNames, ", ")));
  }
  if (ends_with(path, ".gz")) path.remove_suffix(3);
  if (ends_with(path, ".graphml") || ends_with(path, ".xml")) return "graphml";
  if (ends_with(path, ".csv") || ends_with(path, ".tsv")) return "csv";
  return "assertions";
}

std::string file_name(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return name.empty() || name == "-" ? "import" : name;
}

}  // namespace

ImportReport import_file(const std::string& path, const ImportOptions& options,
                         const std::function<void(Extraction&&)>& add, const Diagnostics& diagnostics) {
  ImportReport report;
  const std::string_view format = format_of(path, options.format);
  importers::check_fields(options);
  importers::Gather gather(options, file_name(path));
  const auto count = [&](Extraction&& extraction) {
    ++report.documents;
    report.assertions += extraction.assertions.size();
    add(std::move(extraction));
  };
  if (format == "graphml") {
    importers::read_graphml(path, options, gather, report, diagnostics);
  } else if (format == "csv") {
    importers::read_csv(path, options, gather, report, diagnostics);
  } else {
    importers::read_assertions(path, options, gather, count, report, diagnostics);
  }
  gather.finish(count);
  return report;
}

}  // namespace entente
