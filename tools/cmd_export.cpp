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
#include "output.hpp"
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
    help += fmt::format("\n{}: {}", format.name, format.description);
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
    options.flag("--strict", options_.strict,
                 "GraphML by the letter of its schema, without what some programs add");
    add_data(options, options_.data);
    add_output(options, output_);
    add_filter(options, filter_);
    add_verbosity(options, verbosity_);
  }

  int run() override {
    Console console(verbosity_);
    if (options_.data.empty()) options_.data = default_data_directory();
    const Graph graph = build_graph(Store(store_, {.mode = StoreMode::read, .clock = {}}), filter_.filter());
    Output output(output_.path, output_.overwrite);
    const auto report = export_graph(
        graph, format_, [&](std::string_view bytes) { output.write(bytes); }, options_);
    output.finish();
    if (report.replaced > 0)
      console.warn(fmt::format("{} characters that {} cannot hold were replaced", report.replaced, format_));
    if (stderr_is_terminal() || verbosity_.verbose)
      console.say(fmt::format("{} nodes, {} edges, {:.1f} MB", grouped(report.nodes), grouped(report.edges),
                              static_cast<double>(report.bytes) / 1e6));
    console.say_peak_memory();
    return kOk;
  }

 private:
  std::string store_;
  std::string format_ = "graphml";
  ExportOptions options_;
  OutputArgs output_;
  FilterArgs filter_;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_export() {
  return std::make_unique<Export>();
}

}  // namespace entente::tools
