// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente remove -g STORE DOCUMENTS...: takes documents, and all they say, out of the store.
#include <fmt/format.h>

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
    options
        .list("DOCUMENTS", ids_, "Ids of documents (`entente info -g STORE --documents` lists them)")

        .required();
    add_verbosity(options, verbosity_);
  }

  int run() override {
    Console console(verbosity_);
    { const Store must_exist(store_, {.mode = StoreMode::read, .clock = {}}); }
    Store store(store_);
    std::size_t removed = 0;
    for (const auto& id : ids_) {
      if (store.remove(id))
        ++removed;
      else
        console.warn("no document \"" + id + "\"" + did_you_mean(id, document_ids(store)));
    }
    console.say(fmt::format("{} removed", removed));
    return removed == ids_.size() ? kOk : kNoMatch;
  }

 private:
  static std::vector<std::string> document_ids(const Store& store) {
    std::vector<std::string> ids;
    for (const auto& document : store.documents()) ids.push_back(document.id);
    return ids;
  }

  std::string store_;
  std::vector<std::string> ids_;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_remove() {
  return std::make_unique<Remove>();
}

}  // namespace entente::tools
