// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente build -g STORE ARTICLES...: reads, extracts, adds. Documents come into the store in batches, each
// in one transaction; those that are there already (same content) are not extracted again, so that a run that
// was cut short is resumed by running it again. --world adds the facts of data/world as documents of their
// own.
#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <vector>

#include "args.hpp"
#include "clock.hpp"
#include "command.hpp"
#include "console.hpp"
#include "document_source.hpp"
#include "entente/pipeline.hpp"
#include "entente/store.hpp"
#include "exit_code.hpp"
#include "output.hpp"

namespace entente::tools {
namespace {

constexpr std::size_t kBatchDocuments = 64;
constexpr std::size_t kBatchBytes = 4U << 20U;

/// Extractions on their way into the store.
class Batch {
 public:
  Batch(Store& store, AddMode mode) : store_(store), mode_(mode) {}

  void add(Extraction&& extraction) {
    bytes_ += extraction.document.text.size();
    waiting_.push_back(std::move(extraction));
    if (waiting_.size() >= kBatchDocuments || bytes_ >= kBatchBytes) commit();
  }

  void commit() {
    if (waiting_.empty()) return;
    const AddResult result = store_.add(waiting_, mode_);
    added_ += result.added.size();
    duplicates_ += result.duplicates.size();
    replaced_ += result.replaced.size();
    waiting_.clear();
    bytes_ = 0;
  }

  std::uint64_t added() const { return added_; }
  std::uint64_t duplicates() const { return duplicates_; }
  std::uint64_t replaced() const { return replaced_; }

 private:
  Store& store_;
  AddMode mode_;
  std::vector<Extraction> waiting_;
  std::size_t bytes_ = 0;
  std::uint64_t added_ = 0;
  std::uint64_t duplicates_ = 0;
  std::uint64_t replaced_ = 0;
};

/// Tells documents that need no extraction, for the store would not change. Once a document of some id or
/// content is on its way into the store, later ones of the same id or content follow it: the last one counts,
/// as without a store.
class NewDocuments {
 public:
  explicit NewDocuments(const Store& store) : store_(store) {}

  bool is_new(const Document& document) {
    const std::size_t id = std::hash<std::string>{}("id " + document.id);
    const std::size_t content = std::hash<std::string>{}(content_hash(document));
    if (!on_their_way_.contains(id) && !on_their_way_.contains(content) && store_.has(document)) return false;
    on_their_way_.insert({id, content});
    return true;
  }

 private:
  const Store& store_;
  std::unordered_set<std::size_t> on_their_way_;  // a collision costs an extraction, no more
};

class Build final : public Command {
 public:
  void declare(Options& options) override {
    options.add("-g,--graph", store_, "The store; made when it is missing").type("STORE").required();
    add_input(options, input_, false);
    options.flag("--world", world_,
                 "Start from the facts of the data folder: borders, memberships, trade, ...");
    options.flag("--replace", replace_, "Read again, and replace, what is already there");
    options.flag("--dry-run", dry_run_, "Only list the documents that would be read; change nothing");
    add_jobs(options, jobs_);
    add_data(options, data_);
    add_gazetteers(options, gazetteers_);
    add_verbosity(options, verbosity_);
  }

  int run() override {
    if (input_.paths.empty() && !world_) throw UsageError("ARTICLES is required, or --world");
    Console console(verbosity_);
    DocumentSource documents(input_, console);
    if (dry_run_) return list_new(documents, console);
    Store store(store_, {.mode = StoreMode::write, .clock = chosen_clock()});
    const std::uint64_t assertions_before = store.size().assertions;
    if (world_) add_world(store, console);
    Batch batch(store, replace_ ? AddMode::replace : AddMode::keep);
    const std::uint64_t known = input_.paths.empty() ? 0 : add_articles(documents, store, batch);
    if (!input_.paths.empty() || !world_)
      summarize(documents, batch, known, store.size().assertions - assertions_before, console);
    return documents.skipped() > 0 ? kBadInput : kOk;
  }

 private:
  /// The ids of documents that are not in the store yet, or of all with --replace.
  int list_new(DocumentSource& documents, Console& console) const {
    std::optional<Store> store;
    if (std::filesystem::exists(store_))
      store.emplace(store_, StoreOptions{.mode = StoreMode::read, .clock = {}});
    std::optional<NewDocuments> fresh;
    if (store) fresh.emplace(*store);
    Output output;
    std::uint64_t listed = 0;
    while (const auto document = documents.next()) {
      if (!replace_ && fresh && !fresh->is_new(*document)) continue;
      output.write(document->id + "\n");
      ++listed;
    }
    console.say(
        fmt::format("{} documents: {} would be read", grouped(documents.documents()), grouped(listed)));
    return documents.skipped() > 0 ? kBadInput : kOk;
  }

  void add_world(Store& store, Console& console) const {
    const auto facts = load_world((data_.empty() ? default_data_directory() : data_) + "/world");
    const AddResult result = store.add(facts, replace_ ? AddMode::replace : AddMode::keep);
    console.say(fmt::format("world: {} entries: {} added, {} replaced, {} already there",
                            grouped(facts.size()), grouped(result.added.size()),
                            grouped(result.replaced.size()), grouped(result.duplicates.size())));
  }

  /// Gives the number of documents that needed no extraction.
  std::uint64_t add_articles(DocumentSource& documents, Store& store, Batch& batch) const {
    const auto resources = Resources::load(data_, gazetteers_);
    std::mutex storing;  // documents are read, and looked up, by other threads than this one
    NewDocuments fresh(store);
    std::uint64_t known = 0;
    const auto next = [&]() -> std::optional<Document> {
      while (auto document = documents.next()) {
        const std::lock_guard lock(storing);
        if (replace_ || fresh.is_new(*document)) return document;
        ++known;
      }
      return std::nullopt;
    };
    extract_all(next, resources, jobs_, [&](Extraction&& extraction) {
      const std::lock_guard lock(storing);
      batch.add(std::move(extraction));
    });
    batch.commit();
    return known;
  }

  static void summarize(const DocumentSource& documents, const Batch& batch, std::uint64_t known,
                        std::uint64_t assertions, Console& console) {
    const double megabytes = static_cast<double>(documents.bytes()) / 1e6;
    console.say(fmt::format("{} documents: {} added, {} replaced, {} already there, {} skipped",
                            grouped(documents.documents()), grouped(batch.added()), grouped(batch.replaced()),
                            grouped(known + batch.duplicates()), grouped(documents.skipped())));
    console.say(fmt::format("{} assertions, {:.3g} MB in {:.1f} s ({:.2g} MB/s), peak memory {:.0f} MB",
                            grouped(assertions), megabytes, console.seconds(), megabytes / console.seconds(),
                            peak_memory_mb()));
  }

  std::string store_;
  InputArgs input_;
  bool world_ = false;
  bool replace_ = false;
  bool dry_run_ = false;
  std::size_t jobs_ = 0;
  std::string data_;
  std::vector<std::string> gazetteers_;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_build() {
  return std::make_unique<Build>();
}

}  // namespace entente::tools
