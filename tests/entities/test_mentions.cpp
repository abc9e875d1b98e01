// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What must hold of the mentions of any text, tokens and parse: random words with random trees.
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entities/mentions.hpp"
#include "entities/small_gazetteer.hpp"

using namespace entente;

namespace {

struct Random {
  Document document;
  Tokens tokens;
  Parse parse;
};

Random random_text(std::mt19937& random) {
  static const std::vector<std::string> words = {"Russian",
                                                 "troops",
                                                 "President",
                                                 "Putin",
                                                 "Bush",
                                                 "and",
                                                 "of",
                                                 "the",
                                                 "The",
                                                 "its",
                                                 "it",
                                                 "they",
                                                 "which",
                                                 "Moscow",
                                                 "in",
                                                 "-",
                                                 ",",
                                                 "(",
                                                 ")",
                                                 "CSTO",
                                                 "Air",
                                                 "Base",
                                                 "Treaty",
                                                 "country",
                                                 "two",
                                                 "both",
                                                 "sides",
                                                 "he",
                                                 "Gen.",
                                                 "al",
                                                 "Qaeda",
                                                 "Tajik",
                                                 "army",
                                                 "Testov",
                                                 "said",
                                                 "'s",
                                                 "Navy",
                                                 "201st",
                                                 "Division",
                                                 "2004",
                                                 "\xC3\xA9t\xC3\xA9",
                                                 "\xE2\x80\x93",
                                                 "UN",
                                                 "Ministry",
                                                 "Foreign",
                                                 "Secretary"};
  Random made;
  const int sentences = 1 + static_cast<int>(random() % 5);
  for (int s = 0; s < sentences; ++s) {
    const Index first = made.tokens.size();
    const Index length = 1 + static_cast<Index>(random() % 30);
    for (Index i = 0; i < length; ++i) {
      const std::string& word = words[random() % words.size()];
      if (!made.document.text.empty()) made.document.text += ' ';
      const auto begin = static_cast<std::uint32_t>(made.document.text.size());
      made.document.text += word;
      made.tokens.spans.push_back({begin, static_cast<std::uint32_t>(made.document.text.size())});
      made.parse.upos.push_back(static_cast<Upos>(random() % kUposNames.size()));
      made.parse.xpos.push_back(static_cast<Xpos>(random() % kXposNames.size()));
      made.parse.labels.push_back(static_cast<Dep>(random() % kDepNames.size()));
      made.parse.names.push_back(static_cast<NameLabel>(random() % kNameLabelNames.size()));
      made.parse.heads.push_back(random() % 8 == 0 ? kNone : first + static_cast<Index>(random() % length));
      if (made.parse.heads.back() == first + i) made.parse.heads.back() = kNone;
      made.parse.lemma_spans.push_back({begin, made.tokens.spans.back().end});
    }
    made.tokens.sentences.push_back(
        {first, made.tokens.size(), {made.tokens.spans[first].begin, made.tokens.spans.back().end}});
  }
  made.parse.lemma_bytes = made.document.text;
  return made;
}

void check(const Random& made, const Mentions& found) {
  std::set<Index> heads;
  std::vector<Mention> open;
  for (std::size_t i = 0; i < found.mentions.size(); ++i) {
    const Mention& mention = found.mentions[i];
    REQUIRE(mention.first < mention.last);
    REQUIRE(mention.last <= made.tokens.size());
    REQUIRE(mention.head >= mention.first);
    REQUIRE(mention.head < mention.last);
    REQUIRE(mention.span.begin == made.tokens.spans[mention.first].begin);
    REQUIRE(mention.span.end == made.tokens.spans[mention.last - 1].end);
    REQUIRE((mention.entity == kNone || mention.entity < found.entities.size()));
    for (const Index actor : mention.actors) REQUIRE(actor < found.entities.size());
    REQUIRE((mention.location == kNone || mention.location < found.entities.size()));
    REQUIRE(heads.insert(mention.head).second);
    if (i > 0) REQUIRE(found.mentions[i - 1].span.begin <= mention.span.begin);
    while (!open.empty() && open.back().last <= mention.first) open.pop_back();
    if (!open.empty()) REQUIRE(mention.last <= open.back().last);
    open.push_back(mention);
  }
  std::set<std::string> ids;
  for (const Entity& entity : found.entities) REQUIRE(ids.insert(entity.id).second);
}

}  // namespace

TEST_CASE("mentions of any text are sorted, nested, with heads of their own", "[entities]") {
  std::mt19937 random(23);
  for (int round = 0; round < 1500; ++round) {
    const Random made = random_text(random);
    INFO("round " << round << ": " << made.document.text);
    check(made, find_mentions(made.document, made.tokens, made.parse, testing::small_gazetteer()));
  }
}

TEST_CASE("an empty text has no mentions", "[entities]") {
  CHECK(find_mentions({}, {}, {}, testing::small_gazetteer()).mentions.empty());
}
