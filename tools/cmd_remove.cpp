// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente remove -g STORE DOCUMENTS...: takes documents, and all they say, out of the store.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "entente/store.hpp"
#include "suggest.hpp"

namespace entente::tools {
namespace {

class Remove final : public Command {
 public:
  void declare(Options& options) override {
    options.add("-g,--graph", store_, "The store").type("STORE").required();
    options.list("DOCUMENTS", ids_, "Ids of documents (`entente info -g STORE --documents` lists them)")
        .required()
        .from_store(kDocuments);
    options.flag("--dry-run", dry_run_, "Only tell how many would be removed; change nothing");
    add_verbosity(options, verbosity_);
  }

  int run() override {
    Console console(verbosity_);
    std::optional<Store> store(std::in_place, store_, StoreOptions{.mode = StoreMode::read, .clock = {}});
    const auto known = document_ids(*store);
    if (!dry_run_) store.emplace(store_);
    std::size_t removed = 0;
    for (const auto& id : ids_) {
      if (dry_run_ ? std::binary_search(known.begin(), known.end(), id) : store->remove(id))
        ++removed;
      else
        console.warn("no document \"" + id + "\"" + did_you_mean(id, known));
    }
    console.say(fmt::format("{} {}removed", removed, dry_run_ ? "would be " : ""));
    return removed == ids_.size() ? kOk : kNoMatch;
  }

 private:
  static std::vector<std::string> document_ids(const Store& store) {
    std::vector<std::string> ids;
    for (const auto& document : store.documents()) ids.push_back(document.id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  std::string store_;
  std::vector<std::string> ids_;
  bool dry_run_ = false;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_remove() {
  return std::make_unique<Remove>();
}

}  // namespace entente::tools
