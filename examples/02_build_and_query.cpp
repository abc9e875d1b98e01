// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Example 2: from a folder of articles to an answer with its sentences.
//
// Shows: DocumentReader, extract_all() on several threads, Store, Graph, NameIndex, dependencies_of().
// Read before: 01_facts_in_a_sentence.cpp. Read next: 03_boost_algorithm.cpp.
#include <algorithm>
#include <cstdio>
#include <entente/entente.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// The documents of all files of a folder, one at a time.
class Folder {
 public:
  explicit Folder(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) files_.push_back(entry.path());
    std::sort(files_.begin(), files_.end());
  }

  std::optional<entente::Document> next() {
    while (true) {
      if (reader_)
        if (auto document = reader_->next()) return document;
      if (opened_ == files_.size()) return std::nullopt;
      reader_.emplace(files_[opened_++].string());
    }
  }

 private:
  std::vector<fs::path> files_;
  std::size_t opened_ = 0;
  std::optional<entente::DocumentReader> reader_;
};

void build(const fs::path& articles, const std::string& data, entente::Store& store) {
  const auto resources = entente::Resources::load(data);
  Folder folder(articles);
  // Two threads; the results arrive here in the order of the documents all the same.
  entente::extract_all([&] { return folder.next(); }, resources, 2,
                       [&](entente::Extraction&& extraction) { store.add({std::move(extraction)}); });
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 4) {
    std::fprintf(stderr, "usage: 02_build_and_query ARTICLES DATA ENTITY\n");
    return 2;
  }
  const fs::path file =
      fs::temp_directory_path() / ("entente-example-" + std::to_string(std::rand()) + ".db");
  fs::remove(file);
  entente::Store store(file.string());
  build(argv[1], argv[2], store);

  const auto graph = entente::build_graph(store);
  std::printf("%u entities, %u ties, %zu assertions\n", graph.entity_count(), graph.tie_count(),
              graph.evidence_count());

  const entente::NameIndex names(graph);  // knows aliases, codes, ids
  const auto rules = entente::DependenceRules::load(std::string(argv[2]) + "/dependence.json");
  for (const auto& answer : entente::dependencies_of(graph, names.find(argv[3]), rules)) {
    std::printf("%s depends on %s (%s, strength %.2f)\n", graph.entity(answer.dependent).name.c_str(),
                graph.entity(answer.provider).name.c_str(), std::string(entente::name(answer.domain)).c_str(),
                answer.strength);
    const auto& evidence = answer.parts.front().evidence;  // the strongest part
    std::printf("    \"%s\"\n", std::string(evidence.sentence).c_str());
  }
  fs::remove(file);
} catch (const entente::Error& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
