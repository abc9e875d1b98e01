// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs tests/cases/text/*.case. A file holds cases of this form; inside a text, `\n` is a line end, and a
// blank line of the text is written as a line with `\n` alone:
//
//   == name
//   Text in any number of lines.
//   --
//   The tokens of the first sentence , divided by spaces .
//   One line a sentence .
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "text/segment.hpp"

namespace {

struct Case {
  std::string name;
  std::string text;
  std::string expected;
};

void close_text(Case& current) {
  if (!current.text.empty()) current.text.pop_back();
}

std::string unescape(const std::string& line) {
  return line == "\\n" ? std::string() : line;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::ifstream in(path);
  bool in_text = false;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("== ", 0) == 0) {
      cases.push_back({line.substr(3), {}, {}});
      in_text = true;
    } else if (cases.empty() || (!in_text && line.empty())) {
      continue;
    } else if (in_text && line == "--") {
      close_text(cases.back());
      in_text = false;
    } else if (in_text) {
      cases.back().text += unescape(line) + "\n";
    } else {
      cases.back().expected += line + "\n";
    }
  }
  return cases;
}

std::string render(const std::string& text) {
  const entente::Tokens tokens = entente::segment(text);
  std::string out;
  for (const entente::Sentence& sentence : tokens.sentences) {
    for (entente::Index i = sentence.first; i < sentence.last; ++i) {
      if (i > sentence.first) out += ' ';
      out += tokens.word(text, i);
    }
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("texts are divided into the sentences and words of the case files", "[text][cases]") {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/cases/text"))
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::size_t count = 0;
  for (const auto& path : paths) {
    for (const Case& one : read_cases(path)) {
      ++count;
      INFO(path.filename().string() << ": " << one.name << "\n" << one.text);
      CHECK(render(one.text) == one.expected);
    }
  }
  CHECK(count >= 60);
}
