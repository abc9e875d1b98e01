// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "entities/assemble.hpp"
#include "entities/hand_parse.hpp"
#include "entities/small_gazetteer.hpp"

using namespace entente;

namespace {

const testing::HandParse kHand = testing::parse_by_hand(
    "Russian ADJ JJ 2 amod\n"
    "guards NOUN NNS 4 nsubj guard\n"
    "there ADV RB 2 advmod\n"
    "left VERB VBD 0 root leave\n");

Draft draft(const Reading& reading, Index first, Index last, MentionKind kind) {
  Draft made = make_draft(reading, first, last);
  made.mention.kind = kind;
  return made;
}

}  // namespace

TEST_CASE("mentions nest, and a demonym stays inside another mention", "[entities]") {
  const Reading reading(kHand.document, kHand.tokens, kHand.parse, testing::small_gazetteer());
  EntityTable entities(testing::small_gazetteer());
  const auto made = assemble(
      reading, {{draft(reading, 0, 1, MentionKind::demonym)}, {draft(reading, 0, 2, MentionKind::official)}},
      entities);
  REQUIRE(made.mentions.size() == 2);
  CHECK(made.mentions[0].kind == MentionKind::official);
  CHECK(made.mentions[0].head == 1);
  CHECK(made.mentions[1].kind == MentionKind::demonym);
}

TEST_CASE("one mention a head: the earlier list wins", "[entities]") {
  const Reading reading(kHand.document, kHand.tokens, kHand.parse, testing::small_gazetteer());
  EntityTable entities(testing::small_gazetteer());
  const auto made = assemble(
      reading, {{draft(reading, 1, 2, MentionKind::name)}, {draft(reading, 0, 2, MentionKind::official)}},
      entities);
  REQUIRE(made.mentions.size() == 1);
  CHECK(made.mentions[0].kind == MentionKind::name);
}

TEST_CASE("a crossing mention is cut", "[entities]") {
  const Reading reading(kHand.document, kHand.tokens, kHand.parse, testing::small_gazetteer());
  EntityTable entities(testing::small_gazetteer());
  Draft late = draft(reading, 1, 4, MentionKind::name);
  late.mention.head = 3;
  const auto made = assemble(reading, {{draft(reading, 0, 2, MentionKind::official), late}}, entities);
  for (std::size_t i = 1; i < made.mentions.size(); ++i) {
    const Mention& a = made.mentions[i - 1];
    const Mention& b = made.mentions[i];
    CHECK((b.first >= a.last || b.last <= a.last));
  }
}
