// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente info: version and fingerprints of what readings depend on; with -g, what a store holds.
#include <algorithm>
#include <filesystem>

#include "args.hpp"
#include "command.hpp"
#include "entente/error.hpp"
#include "entente/pipeline.hpp"
#include "entente/store.hpp"
#include "nlp/model.hpp"
#include "output.hpp"
#include "table.hpp"
#include "version.hpp"

namespace entente::tools {
namespace {

namespace fs = std::filesystem;

/// A table of one row, filled column by column.
class Record {
 public:
  Record() { table_.rows.emplace_back(); }
  void add(std::string name, Value value) {
    table_.columns.push_back({std::move(name)});
    table_.rows.front().push_back(std::move(value));
  }
  const Table& table() const { return table_; }

 private:
  Table table_;
};

Table documents_of(const Store& store) {
  Table table;
  table.columns = {{"id"},
                   {"date"},
                   {"outlet"},
                   {"title"},
                   {"bytes"},
                   {"assertions"},
                   {"url", ColumnKind::detail},
                   {"hash", ColumnKind::detail}};
  for (const auto& document : store.documents())
    table.rows.push_back({document.id, document.date, document.outlet, document.title, document.bytes,
                          document.assertions, document.url, document.hash});
  return table;
}

class Info final : public Command {
 public:
  void declare(Options& options) override {
    const Option store = options.add("-g,--graph", store_, "Tell of this store instead").type("STORE");
    options.flag("--documents", list_documents_, "List the store's documents").needs(store);
    add_layout(options, layout_);
    add_data(options, data_);
  }

  int run() override {
    Output output;
    if (store_.empty()) {
      print_record(program(), layout_, output);
      return kOk;
    }
    const Store store(store_, {.mode = StoreMode::read, .clock = {}});
    if (list_documents_)
      print(documents_of(store), layout_, output);
    else
      print_record(size_of(store), layout_, output);
    return kOk;
  }

 private:
  Table program() const {
    const fs::path data = data_.empty() ? default_data_directory() : data_;
    if (!fs::is_directory(data)) throw IoError(data.string() + ": no such folder");
    const auto model = nlp::Model::load(data / "model" / "en.bin");
    Value::List treebanks;
    for (const auto& file : model.origin().files)
      treebanks.emplace_back(file.name + " sha256:" + file.sha256.substr(0, 16));
    Record record;
    record.add("version", version());
    record.add("data", data.string());
    for (const auto& [part, print] : fingerprints(data.string())) record.add(part, print);
    record.add("model_command", model.origin().command);
    record.add("model_treebanks", treebanks);
    return record.table();
  }

  static Table size_of(const Store& store) {
    const auto size = store.size();
    const auto documents = store.documents();
    std::string first, last;
    for (const auto& document : documents) {
      if (document.date.empty()) continue;
      if (first.empty() || document.date < first) first = document.date;
      last = std::max(last, document.date);
    }
    Record record;
    record.add("documents", size.documents);
    record.add("bytes", size.bytes);
    record.add("assertions", size.assertions);
    record.add("entities", size.entities);
    record.add("first_date", first);
    record.add("last_date", last);
    return record.table();
  }

  std::string store_;
  bool list_documents_ = false;
  LayoutArgs layout_;
  std::string data_;
};

}  // namespace

std::unique_ptr<Command> make_info() {
  return std::make_unique<Info>();
}

}  // namespace entente::tools
