// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente extract ARTICLES...: documents in, one line of JSON a document out, in the order of the documents.
#include <fmt/format.h>

#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "document_source.hpp"
#include "entente/export.hpp"
#include "entente/pipeline.hpp"
#include "output.hpp"

namespace entente::tools {
namespace {

class Extract final : public Command {
 public:
  void declare(Options& options) override {
    add_input(options, input_);
    add_output(options, output_);
    options.add("-f,--format", format_, "json: a line a document; plover: a line an event, after POLECAT")
        .type("FORMAT")
        .one_of("format", {"json", "plover"})
        .show_default();
    add_jobs(options, jobs_);
    add_data(options, data_);
    add_gazetteers(options, gazetteers_);
    add_verbosity(options, verbosity_);
  }

  int run() override {
    Console console(verbosity_);
    DocumentSource documents(input_, console);
    const auto resources = Resources::load(data_, gazetteers_);
    Output output(output_.path, output_.overwrite);
    const bool read_along = output_.path.empty() || output_.path == "-";
    const bool events = format_ == "plover";
    if (events) output.write(plover_header());
    std::uint64_t assertions = 0;
    extract_all([&] { return documents.next(); }, resources, jobs_,
                [&](Extraction&& extraction) {
                  assertions += extraction.assertions.size();
                  output.write(events ? to_plover(extraction) : to_json(extraction) + "\n");
                  if (read_along) output.flush();
                });
    output.finish();
    summarize(documents, assertions, console);
    return documents.skipped() > 0 ? kBadInput : kOk;
  }

 private:
  void summarize(const DocumentSource& documents, std::uint64_t assertions, Console& console) const {
    if (!stderr_is_terminal() && !verbosity_.verbose) return;
    console.say(fmt::format("{} documents ({} skipped), {} assertions, {:.2f} s, {:.2f} MB/s",
                            grouped(documents.documents()), documents.skipped(), grouped(assertions),
                            console.seconds(),
                            static_cast<double>(documents.bytes()) / 1e6 / console.seconds()));
    console.say_peak_memory();
  }

  InputArgs input_;
  OutputArgs output_;
  std::string format_ = "json";
  std::size_t jobs_ = 0;
  std::string data_;
  std::vector<std::string> gazetteers_;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_extract() {
  return std::make_unique<Extract>();
}

}  // namespace entente::tools
