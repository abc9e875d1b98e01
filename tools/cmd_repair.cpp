// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente merge | split | alias: corrections of who is who, kept in the store's log of repairs.
#include <fmt/format.h>

#include "args.hpp"
#include "clock.hpp"
#include "command.hpp"
#include "console.hpp"
#include "entente/repair.hpp"
#include "exit_code.hpp"
#include "query_args.hpp"

namespace entente::tools {
namespace {

/// What the three verbs have in common: the store, and names that are looked up in its graph.
class RepairCommand : public Command {
 protected:
  void declare_common(Options& options) {
    options.add("-g,--graph", store_, "The store").type("STORE").required();
    add_verbosity(options, verbosity_);
  }
  /// The id of a name, alias, code or id; QueryError tells of the nearest ones.
  static std::string id_of(const World& world, const std::string& name) {
    return world.graph.entity(world.names.find(name)).id;
  }

  std::string store_;
  Verbosity verbosity_;
};

class Merge final : public RepairCommand {
 public:
  void declare(Options& options) override {
    options.add("ENTITY", entity_, "Name, alias, code or id of who is somebody else").from_store(kEntities);
    options.add("INTO", into_, "Who it is; without both names the log of repairs is printed")
        .from_store(kEntities);
    declare_common(options);
  }

  int run() override {
    Console console(verbosity_);
    Repairs repairs(store_, chosen_clock());
    if (entity_.empty()) return print_log(repairs);
    if (into_.empty()) throw UsageError("merge needs two entities: entente merge -g STORE ENTITY INTO");
    const World world(store_);
    const std::string from = id_of(world, entity_);
    const std::string to = id_of(world, into_);
    repairs.merge(from, to);
    console.say(fmt::format("{} is {}", from, to));
    return kOk;
  }

 private:
  static int print_log(const Repairs& repairs) {
    for (const Repair& repair : repairs.log())
      fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", repair.made_at, repair.kind, repair.entity, repair.into,
                 repair.document, repair.alias);
    return kOk;
  }

  std::string entity_;
  std::string into_;
};

class Split final : public RepairCommand {
 public:
  void declare(Options& options) override {
    options.add("ENTITY", entity_, "Name, alias, code or id").required().from_store(kEntities);
    options
        .list("--document", documents_,
              "Documents in which it is somebody else; without, its merges are taken back")
        .type("ID");
    declare_common(options);
  }

  int run() override {
    Console console(verbosity_);
    Repairs repairs(store_, chosen_clock());
    const std::string id = id_or_name(World(store_));
    if (documents_.empty()) {
      const bool any = repairs.undo_merges(id);
      if (!any) console.warn("nothing was merged with \"" + id + "\"");
      return any ? kOk : kNoMatch;
    }
    console.say(fmt::format("{} in {} documents", repairs.split(id, documents_), documents_.size()));
    return kOk;
  }

 private:
  /// What was merged away has no node of its own, but an id.
  std::string id_or_name(const World& world) const {
    if (entity_.find(':') != std::string::npos && !world.graph.find_entity(entity_)) return entity_;
    return id_of(world, entity_);
  }

  std::string entity_;
  std::vector<std::string> documents_;
};

class Alias final : public RepairCommand {
 public:
  void declare(Options& options) override {
    options.add("ENTITY", entity_, "Name, alias, code or id").required().from_store(kEntities);
    options.add("ALIAS", alias_, "Another name of it").required();
    declare_common(options);
  }

  int run() override {
    Console console(verbosity_);
    Repairs repairs(store_, chosen_clock());
    const std::string id = id_of(World(store_), entity_);
    repairs.add_alias(id, alias_);
    console.say(fmt::format("{} is called {}, too", id, alias_));
    return kOk;
  }

 private:
  std::string entity_;
  std::string alias_;
};

}  // namespace

std::unique_ptr<Command> make_merge() {
  return std::make_unique<Merge>();
}
std::unique_ptr<Command> make_split() {
  return std::make_unique<Split>();
}
std::unique_ptr<Command> make_alias() {
  return std::make_unique<Alias>();
}

}  // namespace entente::tools
