// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente import -g STORE FILES...: what other programs found, into a store. Documents that the store has are
// left as they are: the assertions that others draw from an article shall not displace the article.
#include <fmt/format.h>

#include <set>
#include <vector>

#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "entente/import.hpp"
#include "entente/store.hpp"
#include "exit_code.hpp"

namespace entente::tools {
namespace {

constexpr std::size_t kBatchAssertions = 5000;
constexpr std::size_t kToldRefusals = 20;

class Import final : public Command {
 public:
  void declare(Options& options) override {
    options.add("-g,--graph", store_, "The store; made when it is missing").type("STORE").required();
    options
        .list("FILES", files_,
              "JSON Lines of assertions or documents, GraphML, or CSV of edges; each also .gz; - for "
              "standard input")
        .required();
    options
        .add("--format", options_.format,
             "What the files are: assertions, graphml, csv (else by their names)")
        .type("FORMAT")
        .one_of("format", {kImportFormatNames.begin(), kImportFormatNames.end()});
    options.add("--nodes", options_.nodes, "CSV: the file of the nodes").type("FILE");
    options.repeated("--field", fields_, "How the files call an attribute of ours, e.g. relation=interaction")
        .type("OURS=THEIRS");
    options
        .repeated("--relation", relations_,
                  "What a relation type of theirs is, e.g. 'trades with=cooperates_with'")
        .type("THEIRS=OURS");
    options.add("--entity-type", entity_type_, "What nodes are that do not say so")
        .type("TYPE")
        .one_of("entity type", {kEntityTypeNames.begin(), kEntityTypeNames.end()})
        .show_default();
    options.flag("--replace", replace_, "Replace documents that are there already");
    add_verbosity(options, verbosity_);
  }

  int run() override {
    options_.entity_type = *entity_type(entity_type_);
    for (const std::string& pair : fields_) insert(options_.fields, "--field", pair, "OURS=THEIRS");
    for (const std::string& pair : relations_) insert(options_.relations, "--relation", pair, "THEIRS=OURS");
    for (const auto& [theirs, ours] : options_.relations)
      if (const auto wrong = unless_one_of("relation type", relation_type_names(), ours); !wrong.empty())
        throw UsageError("--relation " + theirs + "=" + ours + ": " + wrong);
    Console console(verbosity_);
    Store store(store_);
    for (const DocumentInfo& info : store.documents()) known_.insert(info.id);
    std::size_t bytes = 0;
    for (const std::string& file : files_) {
      const ImportReport report = import_file(
          file, options_, [&](Extraction&& said) { add(store, std::move(said), console); },
          [&](const Diagnostic& diagnostic) { refuse(diagnostic, console); });
      bytes += report.bytes;
    }
    commit(store);
    summarize(bytes, console);
    return refused_ > 0 ? kBadInput : kOk;
  }

 private:
  static void insert(std::map<std::string, std::string, std::less<>>& pairs, std::string_view option,
                     const std::string& pair, std::string_view form) {
    const auto equals = pair.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
      throw UsageError(fmt::format("{} {}: expected {}", option, pair, form));
    pairs[pair.substr(0, equals)] = pair.substr(equals + 1);
  }

  void add(Store& store, Extraction&& said, Console& console) {
    ++documents_;
    if (!replace_ && known_.contains(said.document.id)) {
      ++already_there_;
      return;
    }
    assertions_ += said.assertions.size();
    waiting_assertions_ += said.assertions.size();
    waiting_.push_back(std::move(said));
    if (waiting_assertions_ >= kBatchAssertions || waiting_.size() >= kBatchAssertions) commit(store);
    console.progress(documents_, 0, 0);
  }

  void commit(Store& store) {
    const AddResult result = store.add(waiting_, replace_ ? AddMode::replace : AddMode::keep);
    added_ += result.added.size();
    replaced_ += result.replaced.size();
    already_there_ += result.duplicates.size();
    waiting_.clear();
    waiting_assertions_ = 0;
  }

  void refuse(const Diagnostic& diagnostic, Console& console) {
    if (++refused_ <= kToldRefusals)
      console.warn(fmt::format("{}: {}", diagnostic.place, diagnostic.message));
    if (refused_ == kToldRefusals + 1) console.warn("more are refused, and not told");
  }

  void summarize(std::size_t bytes, Console& console) const {
    console.say(fmt::format("{} documents: {} added, {} replaced, {} already there", grouped(documents_),
                            grouped(added_), grouped(replaced_), grouped(already_there_)));
    console.say(fmt::format("{} assertions, {} refused, {:.3g} MB in {:.1f} s, peak memory {:.0f} MB",
                            grouped(assertions_), grouped(refused_), static_cast<double>(bytes) / 1e6,
                            console.seconds(), peak_memory_mb()));
  }

  std::string store_;
  std::vector<std::string> files_, fields_, relations_;
  std::string entity_type_ = "organization";
  ImportOptions options_;
  bool replace_ = false;
  Verbosity verbosity_;

  std::set<std::string, std::less<>> known_;
  std::vector<Extraction> waiting_;
  std::size_t waiting_assertions_ = 0;
  std::uint64_t documents_ = 0, added_ = 0, replaced_ = 0, already_there_ = 0, assertions_ = 0, refused_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_import() {
  return std::make_unique<Import>();
}

}  // namespace entente::tools
