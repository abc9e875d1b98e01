// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// F1 of sentences over tests/cases/text/news/*.case: news text of the kinds that are hard to divide, as
// written. A case is one text, one line a sentence. A sentence is written after the one before with a blank
// between, when its line starts with "~ " without one, when it starts with "| " on a new line, and after an
// empty line as a new paragraph:
//
//   == name
//   The ceasefire ended.
//   ~ The shelling began again.
//
//   The plan has two points:
//   | - a truce
//   | - a vote
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "text/boundary_model.hpp"
#include "text/segment.hpp"

namespace {

using entente::Span;

struct News {
  std::string text;
  std::vector<Span> sentences;

  void add(std::string line, bool paragraph) {
    std::string joint = paragraph ? "\n\n" : " ";
    if (line.rfind("~ ", 0) == 0) joint.clear();
    if (line.rfind("| ", 0) == 0) joint = paragraph ? "\n\n" : "\n";
    if (line.rfind("~ ", 0) == 0 || line.rfind("| ", 0) == 0) line.erase(0, 2);
    if (!text.empty()) text += joint;
    const auto begin = static_cast<entente::Index>(text.size());
    text += line;
    sentences.push_back({begin, static_cast<entente::Index>(text.size())});
  }
};

struct NamedNews {
  std::string name;
  News news;
};

std::vector<NamedNews> read_news(const std::filesystem::path& path) {
  std::vector<NamedNews> cases;
  std::ifstream in(path);
  bool paragraph = true;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("== ", 0) == 0) {
      cases.push_back({path.filename().string() + ": " + line.substr(3), {}});
    } else if (line.empty()) {
      paragraph = true;
    } else if (!cases.empty()) {
      cases.back().news.add(line, paragraph);
      paragraph = false;
    }
  }
  return cases;
}

struct Count {
  std::size_t right = 0;
  std::size_t gold = 0;
  std::size_t found = 0;
  double f1() const { return 200.0 * static_cast<double>(right) / static_cast<double>(gold + found); }
};

/// Adds the case to `count`; its misses go to standard output.
void measure(const NamedNews& one, const entente::Tokens& tokens, Count& count) {
  const std::vector<Span>& gold = one.news.sentences;
  std::vector<Span> found;
  for (const auto& sentence : tokens.sentences) found.push_back(sentence.span);
  std::vector<Span> both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  count.right += both.size();
  count.gold += gold.size();
  count.found += found.size();
  const auto tell = [&](const char* what, Span span) {
    if (!std::binary_search(both.begin(), both.end(), span))
      std::printf("%s  %s  %s\n", one.name.c_str(), what,
                  one.news.text.substr(span.begin, span.size()).c_str());
  };
  for (const Span span : gold) tell("missed", span);
  for (const Span span : found) tell("found ", span);
}

}  // namespace

TEST_CASE("sentences of news are found", "[text][news]") {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/cases/text/news"))
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  const auto model = entente::BoundaryModel::load(ENTENTE_SOURCE_DIR "/data/model/boundaries.bin");
  Count all;
  for (const auto& path : paths) {
    Count count;
    for (const NamedNews& one : read_news(path)) measure(one, entente::segment(one.news.text, model), count);
    std::printf("%s: %zu sentences, F1 %.2f\n", path.filename().c_str(), count.gold, count.f1());
    CHECK(count.f1() >= 97);
    all.right += count.right, all.gold += count.gold, all.found += count.found;
  }
  CHECK(all.gold >= 300);
  CHECK(all.f1() >= 97);
}
