// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs tests/cases/entities/*.case through the whole way from text to mentions, with the model and gazetteer
// of data/. A file holds cases of this form; the lines of date and title and the texts' line ends are
// optional:
//
//   == name
//   @ 2004-06-15
//   title: The title
//   Text in any number of lines.
//   --
//   Russian border guards: official -> RUS
//   Dushanbe: name = city:dushanbe @ TJK
//   ! Moscow: metonym = RUS -> RUS
//   ! chlorine
//
// Each line is a mention that must be found (words: kind = entity -> actors @ location); after `!` one that
// must not be found: a whole line, or words that no mention may consist of.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entities/hand_parse.hpp"
#include "entities/mentions.hpp"
#include "entities/name_hints.hpp"
#include "nlp/model.hpp"
#include "nlp/recognizer.hpp"
#include "text/segment.hpp"

namespace {

struct Case {
  std::string name;
  std::string date;
  std::string title;
  std::string text;
  std::vector<std::string> expected;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::ifstream in(path);
  bool in_text = false;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("== ", 0) == 0) {
      cases.push_back({line.substr(3), {}, {}, {}, {}});
      in_text = true;
    } else if (cases.empty()) {
      continue;
    } else if (in_text && line == "--") {
      in_text = false;
    } else if (in_text && line.rfind("@ ", 0) == 0) {
      cases.back().date = line.substr(2);
    } else if (in_text && line.rfind("title: ", 0) == 0) {
      cases.back().title = line.substr(7);
    } else if (in_text) {
      cases.back().text += (cases.back().text.empty() ? "" : "\n") + line;
    } else if (!line.empty()) {
      cases.back().expected.push_back(line);
    }
  }
  return cases;
}

std::vector<std::string> run(const Case& wanted, const entente::Gazetteer& gazetteer,
                             const entente::nlp::Model& model, const entente::nlp::Recognizer& recognizer) {
  entente::nlp::Workspace workspace;
  const entente::Document document{
      .id = "case", .title = wanted.title, .date = wanted.date, .outlet = {}, .url = {}, .text = wanted.text};
  const entente::Tokens tokens = entente::segment(document.text);
  const entente::Parse parse = entente::nlp::parse(document.text, tokens, model, workspace);
  const auto hints = entente::name_hints(document.text, tokens, gazetteer);
  const auto names =
      recognizer.label({document.text, tokens, parse, hints, model.features().lexicon(), true});
  const entente::Mentions found = entente::find_mentions(document, tokens, parse, gazetteer, names);
  std::vector<std::string> lines;
  for (const auto& mention : found.mentions)
    lines.push_back(entente::testing::show(found, mention, document.text));
  return lines;
}

bool holds(const std::string& line, const std::vector<std::string>& found) {
  const bool forbidden = line.rfind("! ", 0) == 0;
  const std::string wanted = forbidden ? line.substr(2) : line;
  const bool whole = wanted.find(": ") != std::string::npos;
  const bool present = std::any_of(found.begin(), found.end(), [&](const std::string& mention) {
    return whole ? mention == wanted : mention.rfind(wanted + ": ", 0) == 0;
  });
  return present != forbidden;
}

}  // namespace

TEST_CASE("texts have the mentions of the case files", "[entities][cases]") {
  const std::string data = ENTENTE_SOURCE_DIR "/data";
  if (!std::filesystem::exists(data + "/model/en.bin")) {
    WARN("skipped: there is no model under data/model");
    return;
  }
  const auto gazetteer = entente::Gazetteer::load(data);
  const auto model = entente::nlp::Model::load(data + "/model/en.bin");
  const auto recognizer = entente::nlp::Recognizer::load(data + "/model/recognizer.bin");
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/cases/entities"))
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::size_t count = 0;
  for (const auto& path : paths) {
    for (const Case& wanted : read_cases(path)) {
      ++count;
      const std::vector<std::string> found = run(wanted, gazetteer, model, recognizer);
      std::string all;
      for (const std::string& line : found) all += "    " + line + "\n";
      for (const std::string& line : wanted.expected) {
        INFO(path.filename().string() << ": " << wanted.name << "\n  expected " << line << "\n  found\n"
                                      << all);
        CHECK(holds(line, found));
      }
    }
  }
  CHECK(count >= 380);
}
