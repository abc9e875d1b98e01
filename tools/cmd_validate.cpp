// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente validate -g STORE: whether the store is as it should be; what is not, as a table.
#include <fmt/format.h>

#include "args.hpp"
#include "command.hpp"
#include "console.hpp"
#include "entente/store.hpp"
#include "table.hpp"

namespace entente::tools {
namespace {

class Validate final : public Command {
 public:
  void declare(Options& options) override {
    options.add("-g,--graph", store_, "The store").type("STORE").required();
    options.add("--limit", limit_, "At most this many problems").type("N").show_default();
    add_layout(options, layout_);
    add_verbosity(options, verbosity_);
  }

  int run() override {
    Console console(verbosity_);
    const Store store(store_, {.mode = StoreMode::read, .clock = {}});
    const StoreSize size = store.size();
    Table table;
    table.columns = {{"document"}, {"place"}, {"problem"}};
    for (const auto& problem : store.validate(limit_))
      table.rows.push_back({problem.document, problem.place, problem.message});
    if (!table.rows.empty() || layout_.layout == Layout::json) {
      Output output;
      print(table, layout_, output);
    }
    console.say(fmt::format(
        "{} documents, {} assertions: {}", grouped(size.documents), grouped(size.assertions),
        table.rows.empty() ? std::string("no problems") : grouped(table.rows.size()) + " problems"));
    return table.rows.empty() ? kOk : kBadInput;
  }

 private:
  std::string store_;
  std::uint64_t limit_ = 1000;
  LayoutArgs layout_;
  Verbosity verbosity_;
};

}  // namespace

std::unique_ptr<Command> make_validate() {
  return std::make_unique<Validate>();
}

}  // namespace entente::tools
