// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Measures segmentation against the treebanks in ../shared/treebank: the raw text of all sentences, joined by
// a space, by a blank line at paragraphs. F1 of exact spans, as in the CoNLL 2018 shared task. Skipped where
// they are missing.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "text/segment.hpp"

namespace {

using entente::Span;

struct Gold {
  std::string text;
  std::vector<Span> words;
  std::vector<Span> sentences;
};

std::vector<std::string> read_lines(const std::string& path) {
  std::vector<std::string> lines;
  const gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return lines;
  std::string line;
  for (int c = gzgetc(file); c != -1; c = gzgetc(file)) {
    if (c != '\n') {
      line += static_cast<char>(c);
      continue;
    }
    lines.push_back(line);
    line.clear();
  }
  gzclose(file);
  return lines;
}

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> out(1);
  for (const char c : line)
    if (c == '\t')
      out.emplace_back();
    else
      out.back() += c;
  return out;
}

/// Collects one sentence after the other into the raw text.
class GoldReader {
 public:
  explicit GoldReader(std::string genre) : genre_(std::move(genre)) {}

  void line(const std::string& line) {
    if (line.rfind("# newdoc id = ", 0) == 0) {
      wanted_ = line.find(genre_) != std::string::npos;
      paragraph_ = true;
    } else if (line.rfind("# newpar_block", 0) == 0) {
      block_sentences_ = sentences_of_block(line);
      figure_ = line.find("figure") != std::string::npos;
    } else if (line.rfind("# newpar", 0) == 0) {
      paragraph_ = true;
      figure_ = false;
      block_sentences_ = 0;
    } else if (line.empty()) {
      finish();
    } else if (line[0] != '#' && wanted_) {
      token(columns(line));
    }
  }
  Gold take() { return std::move(gold_); }

 private:
  /// "# newpar_block = p (3 s)" -> 3; what follows is another block.
  static std::size_t sentences_of_block(const std::string& line) {
    const std::size_t at = line.find('(');
    return at == std::string::npos ? 0 : std::strtoul(line.c_str() + at + 1, nullptr, 10);
  }
  void token(const std::vector<std::string>& cells) {
    if (cells.size() < 10 || cells[0].find('.') != std::string::npos) return;
    const bool space = ("|" + cells[9] + "|").find("|SpaceAfter=No|") == std::string::npos;
    if (const auto dash = cells[0].find('-'); dash != std::string::npos) {
      multiword_end_ = std::stoul(cells[0].substr(dash + 1));
      multiword_space_ = space;
      return;
    }
    if (!started_) start();
    const auto begin = static_cast<entente::Index>(gold_.text.size());
    gold_.text += cells[1];
    gold_.words.push_back({begin, static_cast<entente::Index>(gold_.text.size())});
    const std::size_t number = std::stoul(cells[0]);
    space_ = number < multiword_end_ ? false : number == multiword_end_ ? multiword_space_ : space;
    if (space_) gold_.text += ' ';
  }
  void start() {
    if (paragraph_ && !gold_.text.empty()) gold_.text += "\n\n";
    paragraph_ = false;
    started_ = true;
    first_ = gold_.words.size();
    multiword_end_ = 0;
  }
  void finish() {
    if (started_) gold_.sentences.push_back({gold_.words[first_].begin, gold_.words.back().end});
    if (figure_) paragraph_ = true;
    if (started_ && block_sentences_ > 0 && --block_sentences_ == 0) {
      paragraph_ = true;
      figure_ = false;
    }
    started_ = false;
    multiword_end_ = 0;
  }

  std::string genre_;
  Gold gold_;
  bool wanted_ = true;
  bool paragraph_ = false;
  bool figure_ = false;
  bool started_ = false;
  bool space_ = true;
  std::size_t first_ = 0;
  std::size_t block_sentences_ = 0;
  std::size_t multiword_end_ = 0;
  bool multiword_space_ = true;
};

double f1(const std::vector<Span>& gold, const std::vector<Span>& found) {
  std::vector<Span> both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
  return gold.empty()
             ? 0
             : 200.0 * static_cast<double>(both.size()) / static_cast<double>(gold.size() + found.size());
}

std::string shown(const std::string& text, Span span) {
  std::string out = text.substr(span.begin, span.size());
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

/// Lists what differs, for people: set ENTENTE_SHOW_DIFFERENCES to a file name.
void list_differences(const std::string& name, const Gold& gold, const std::vector<Span>& words,
                      const std::vector<Span>& sentences) {
  const char* path = std::getenv("ENTENTE_SHOW_DIFFERENCES");
  if (path == nullptr) return;
  std::ofstream out(path, std::ios::app);
  const auto list = [&](const char* what, const std::vector<Span>& a, const std::vector<Span>& b) {
    std::vector<Span> only;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
    for (const Span span : only)
      out << name << '\t' << what << '\t' << span.begin << '\t' << shown(gold.text, span) << '\n';
  };
  list("word-gold", gold.words, words);
  list("word-ours", words, gold.words);
  list("sentence-gold", gold.sentences, sentences);
  list("sentence-ours", sentences, gold.sentences);
}

struct Target {
  const char* file;
  const char* genre;
  double words;
  double sentences;
};

}  // namespace

TEST_CASE("words and sentences agree with the treebanks", "[text][treebank]") {
  const std::string folder = ENTENTE_SOURCE_DIR "/../shared/treebank/";
  if (!std::filesystem::exists(folder)) {
    WARN("skipped: " << folder << " is missing");
    return;
  }
  constexpr std::array kTargets = {Target{"en_ewt-ud-dev.conllu.gz", "", 99.1, 86.0},
                                   Target{"en_ewt-ud-test.conllu.gz", "", 99.0, 84.5},
                                   Target{"en_gum-ccby-dev.conllu.gz", "", 99.8, 94.8},
                                   Target{"en_gum-ccby-test.conllu.gz", "", 99.5, 96.0},
                                   Target{"en_gum-ccby-train.conllu.gz", "GUM_news", 99.4, 95.2}};
  for (const Target& target : kTargets) {
    GoldReader reader(target.genre);
    for (const std::string& line : read_lines(folder + target.file)) reader.line(line);
    const Gold gold = reader.take();
    const entente::Tokens tokens = entente::segment(gold.text);
    std::vector<Span> sentences;
    for (const auto& sentence : tokens.sentences) sentences.push_back(sentence.span);
    const double words = f1(gold.words, tokens.spans);
    const double sentence = f1(gold.sentences, sentences);
    std::printf("%-28s %-9s words F1 %.2f  sentences F1 %.2f\n", target.file, target.genre, words, sentence);
    list_differences(target.file + std::string(target.genre), gold, tokens.spans, sentences);
    CHECK(words >= target.words);
    CHECK(sentence >= target.sentences);
  }
}
