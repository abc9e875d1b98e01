// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente export -g STORE -f FORMAT -o FILE
#include <fmt/format.h>

#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "entente/export.hpp"
#include "entente/pipeline.hpp"
#include "entente/store.hpp"
#include "exit_code.hpp"
#include "output.hpp"
#include "output_folder.hpp"
#include "query_args.hpp"

namespace entente::tools {
namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& format : export_formats()) names.emplace_back(format.name);
  return names;
}

std::string format_help() {
  std::string help = "Format of the file:";
  for (const auto& format : export_formats())
    help += fmt::format("\n{}: {}{}", format.name, format.description,
                        format.write_folder != nullptr ? " (a folder)" : "");
  return help;
}

class Export final : public Command {
 public:
  void declare(Options& options) override {
    options.add("-g,--graph", store_, "The store").type("STORE").required();
    options.add("-f,--format", format_, format_help())
        .type("FORMAT")
        .one_of("format", format_names())
        .show_default();
    options
        .call(
            "--profile", [this](const std::string& name) { set_profile(name); },
            "Program for which GraphML is: " + profile_help())
        .type("NAME")
        .one_of("profile", {kExportProfileNames.begin(), kExportProfileNames.end()});
    options.flag("--links", options_.links,
                 "node-link: edges are called links, as D3 and older NetworkX want");
    options.flag("--excel", options_.excel, "CSV with the byte order mark by which Excel knows UTF-8");
    add_data(options, data_);
    add_output(options, output_);
    add_filter(options, filter_);
    add_verbosity(options, verbosity_);
  }

  int run() override {
    Console console(verbosity_);
    options_.data = data_.empty() ? default_data_directory() : data_;
    const Graph graph = build_graph(Store(store_, {.mode = StoreMode::read, .clock = {}}), filter_.filter());
    const EntityCodes codes = load_codes(console);
    options_.codes = &codes;
    const ExportReport report = write(graph);
    if (report.replaced > 0)
      console.warn(fmt::format("{} characters that {} cannot hold were replaced", report.replaced, format_));
    if (stderr_is_terminal() || verbosity_.verbose)
      console.say(fmt::format("{} nodes, {} edges, {:.1f} MB", grouped(report.nodes), grouped(report.edges),
                              static_cast<double>(report.bytes) / 1e6));
    console.say_peak_memory();
    return kOk;
  }

 private:
  static std::string profile_help() {
    return fmt::format("{}; all suits most of them", fmt::join(kExportProfileNames, ", "));
  }

  void set_profile(const std::string& name) {
    for (std::size_t i = 0; i < kExportProfileNames.size(); ++i)
      if (kExportProfileNames[i] == name) options_.profile = static_cast<ExportProfile>(i);
  }

  /// A graph can be written without the data folder: then entities have no codes.
  EntityCodes load_codes(Console& console) const {
    if (!data_.empty()) return EntityCodes::load(data_);
    try {
      return EntityCodes::load(default_data_directory());
    } catch (const Error& error) {
      console.warn(fmt::format("entities get no ISO, COW and Wikidata codes: {}", error.what()));
    }
    return {};
  }

  ExportReport write(const Graph& graph) const {
    const ExportFormat& format = export_format(format_);
    if (format.write_folder == nullptr) {
      Output output(output_.path, output_.overwrite);
      const auto report = format.write(graph, options_, [&](std::string_view bytes) { output.write(bytes); });
      output.finish();
      return report;
    }
    if (output_.path.empty() || output_.path == "-")
      throw UsageError(fmt::format("{} is a folder of files: name it with -o FOLDER", format_));
    OutputFolder folder(output_.path, output_.overwrite);
    const auto report = format.write_folder(graph, options_,
                                            {[&](std::string_view name) { folder.open(name); },
                                             [&](std::string_view bytes) { folder.write(bytes); }});
    folder.finish();
    return report;
  }

  std::string store_;
  std::string format_ = "graphml";
  ExportOptions options_;
  std::string data_;
  OutputArgs output_;
  FilterArgs filter_;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_export() {
  return std::make_unique<Export>();
}

}  // namespace entente::tools
