// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs tests/cases/relations/*.case: a text and what must, and must not, be read from it.
//
//   == name of the case
//   date: 2004-06-15                      optional
//   title: Chad                           optional
//   Russian troops left Georgia.
//   --
//   RUS deploys_to GEO phase=end          must be found, with these attributes
//   ! GEO deploys_to RUS                  must not be found
//   nothing                               no assertion at all
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "entities/gazetteer.hpp"
#include "entities/mentions.hpp"
#include "nlp/model.hpp"
#include "relations/extractor.hpp"
#include "text/segment.hpp"

using namespace entente;

namespace {

struct Case {
  std::string place, name, date, title, text;
  std::vector<std::string> expected;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Case> cases;
  bool in_text = true;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.starts_with("== ")) {
      cases.push_back(
          {fmt::format("{}:{}", path.filename().string(), number), line.substr(3), "", "", "", {}});
      in_text = true;
    } else if (cases.empty() || line.starts_with("#")) {
      continue;
    } else if (line == "--") {
      in_text = false;
    } else if (!in_text) {
      if (!line.empty()) cases.back().expected.push_back(line);
    } else if (line.starts_with("date: ")) {
      cases.back().date = line.substr(6);
    } else if (line.starts_with("title: ")) {
      cases.back().title = line.substr(7);
    } else {
      cases.back().text += line + "\n";
    }
  }
  return cases;
}

const std::string kData = ENTENTE_SOURCE_DIR "/data";

std::string attribute(const Assertion& a, const std::string& key) {
  if (key == "phase") return std::string(name(a.phase));
  if (key == "factuality") return std::string(name(a.factuality));
  if (key == "domain") return std::string(name(a.domain));
  if (key == "time") return a.time;
  if (key == "place") return a.place;
  if (key == "facility") return a.facility;
  if (key == "detail") return a.detail;
  if (key == "via") return a.via;
  if (key == "source") return a.source;
  FAIL("unknown attribute " << key);
  return {};
}

struct Facts {
  Mentions mentions;
  std::vector<Assertion> assertions;

  std::string show() const {
    std::string text;
    for (const Assertion& a : assertions)
      text += fmt::format("{} {} {} phase={} factuality={} time={} place={} via={} rule={}\n",
                          mentions.entities[a.subject].id, name(a.type), mentions.entities[a.object].id,
                          name(a.phase), name(a.factuality), a.time, a.place, a.via, a.rule);
    return text;
  }

  /// `subject type object key=value ...`; blanks in values are written `_`.
  bool holds(const std::string& line) const {
    std::istringstream fields(line);
    std::string subject, type, object, field;
    fields >> subject >> type >> object;
    std::vector<std::pair<std::string, std::string>> wanted;
    while (fields >> field) {
      const std::size_t at = field.find('=');
      std::string value = field.substr(at + 1);
      std::replace(value.begin(), value.end(), '_', ' ');
      wanted.emplace_back(field.substr(0, at), value);
    }
    return std::any_of(assertions.begin(), assertions.end(), [&](const Assertion& a) {
      const std::string &s = mentions.entities[a.subject].id, &o = mentions.entities[a.object].id;
      const bool ends =
          (s == subject && o == object) || (info(a.type).symmetric && s == object && o == subject);
      return ends && name(a.type) == type && std::all_of(wanted.begin(), wanted.end(), [&](const auto& pair) {
               return attribute(a, pair.first) == pair.second;
             });
    });
  }
};

Facts read(const Case& test) {
  static const nlp::Model model = nlp::Model::load(kData + "/model/en.bin");
  static const Gazetteer gazetteer = Gazetteer::load(kData);
  static const relations::Frames frames = relations::Frames::load(kData);
  static const relations::Scorer scorer = relations::Scorer::load(kData + "/model/relations.bin");
  const Document document{
      .id = "case", .title = test.title, .date = test.date, .outlet = "", .url = "", .text = test.text};
  const Tokens tokens = segment(document.text);
  nlp::Workspace workspace;
  const Parse parse = nlp::parse(document.text, tokens, model, workspace);
  Facts facts{find_mentions(document, tokens, parse, gazetteer), {}};
  facts.assertions = relations::find_assertions(document, tokens, parse, facts.mentions, frames, scorer);
  return facts;
}

}  // namespace

TEST_CASE("Articles without politics have next to no assertions") {
  std::size_t count = 0, articles = 0;
  std::string found;
  for (const Case& article : read_cases(ENTENTE_SOURCE_DIR "/tests/cases/quiet/articles.case")) {
    const Facts facts = read(article);
    ++articles;
    count += facts.assertions.size();
    found += facts.show();
  }
  INFO(found);
  CHECK(articles >= 20);
  CHECK(count <= 2);
}

TEST_CASE("Cases of relations hold") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/cases/relations"))
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::size_t count = 0;
  for (const auto& file : files) {
    for (const Case& test : read_cases(file)) {
      const Facts facts = read(test);
      ++count;
      INFO(test.place << " " << test.name << "\n" << test.text << "found:\n" << facts.show());
      REQUIRE_FALSE(test.expected.empty());
      for (const std::string& line : test.expected) {
        INFO("expected: " << line);
        if (line == "nothing")
          CHECK(facts.assertions.empty());
        else if (line.starts_with("! "))
          CHECK_FALSE(facts.holds(line.substr(2)));
        else
          CHECK(facts.holds(line));
      }
    }
  }
  CHECK(count >= 60);
}
