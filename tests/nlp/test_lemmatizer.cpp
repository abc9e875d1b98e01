// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "nlp/lemmatizer.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

constexpr TagPair kPast{Upos::VERB, Xpos::VBD};
constexpr TagPair kPlural{Upos::NOUN, Xpos::NNS};
constexpr TagPair kName{Upos::PROPN, Xpos::NNP};

Lemmatizer trained() {
  LemmaTrainer trainer;
  for (const auto& [form, lemma] : {std::pair{"attacked", "attack"},
                                    {"signed", "sign"},
                                    {"left", "leave"},
                                    {"left", "leave"},
                                    {"left", "left"},
                                    {"deployed", "deploy"},
                                    {"Invaded", "invade"},
                                    {"invaded", "invade"}}) {
    trainer.add(form, kPast, lemma);
  }
  for (const auto& [form, lemma] : {std::pair{"treaties", "treaty"},
                                    {"armies", "army"},
                                    {"troops", "troop"},
                                    {"bases", "base"},
                                    {"Envoys", "envoy"}}) {
    trainer.add(form, kPlural, lemma);
  }
  return trainer.finish();
}

std::string lemma(const Lemmatizer& lemmatizer, std::string_view form, TagPair tag) {
  std::string scratch, out;
  lemmatizer.append_lemma(form, tag, scratch, out);
  return out;
}

}  // namespace

TEST_CASE("Known forms have the lemma seen most") {
  const Lemmatizer lemmatizer = trained();
  CHECK(lemma(lemmatizer, "left", kPast) == "leave");
  CHECK(lemma(lemmatizer, "treaties", kPlural) == "treaty");
  CHECK(lemma(lemmatizer, "Invaded", kPast) == "invade");
}

TEST_CASE("New forms follow the longest suffix") {
  const Lemmatizer lemmatizer = trained();
  CHECK(lemma(lemmatizer, "annexed", kPast) == "annex");
  CHECK(lemma(lemmatizer, "navies", kPlural) == "navy");
  CHECK(lemma(lemmatizer, "Militias", kPlural) == "militia");
}

TEST_CASE("Without a rule a lemma is the lower-cased form, a name stays as it is") {
  const Lemmatizer lemmatizer;
  CHECK(lemma(lemmatizer, "Talks", kPlural) == "talks");
  CHECK(lemma(lemmatizer, "Dushanbe", kName) == "Dushanbe");
  CHECK(lemma(lemmatizer, std::string(5000, 'A'), kPlural) == std::string(5000, 'a'));
  CHECK(lemma(lemmatizer, "", kName).empty());
}

TEST_CASE("A lemmatizer survives the file") {
  BinaryWriter out;
  trained().write(out);
  BinaryReader in(out.bytes());
  const Lemmatizer read = Lemmatizer::read(in);
  REQUIRE_FALSE(in.failed());
  CHECK(lemma(read, "left", kPast) == "leave");
  CHECK(lemma(read, "navies", kPlural) == "navy");
}
