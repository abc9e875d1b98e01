// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <string>

#include "catch.hpp"
#include "entente/error.hpp"
#include "support/token_invariants.hpp"
#include "text/boundary_model.hpp"
#include "text/segment.hpp"

using namespace entente;

namespace {

/// Letters whose greeting and signature no mark ends: "Dear Ann The base is open. Regards Bob".
DividedText letters() {
  const std::string_view names[] = {"Ann", "Bob", "Eve", "Tom"};
  const std::string_view bodies[] = {"The base is open.", "We saw the Black Sea.", "It rained in New York."};
  std::mt19937 random(1);
  DividedText text;
  const auto add = [&](const std::string& sentence) {
    if (!text.text.empty()) text.text += ' ';
    const auto begin = static_cast<Index>(text.text.size());
    text.text += sentence;
    text.sentences.push_back({begin, static_cast<Index>(text.text.size())});
  };
  for (int i = 0; i < 200; ++i) {
    add("Dear " + std::string(names[random() % 4]));
    add(std::string(bodies[random() % 3]));
    add("Regards " + std::string(names[random() % 4]));
  }
  return text;
}

std::string divided(const std::string& text, const BoundaryModel& model) {
  std::string out;
  for (const Sentence& sentence : segment(text, model).sentences)
    out += text.substr(sentence.span.begin, sentence.span.size()) + "|";
  return out;
}

/// Ends sentences at random, or always.
class Fickle final : public GapJudge {
 public:
  explicit Fickle(unsigned one_in) : one_in_(one_in) {}
  bool ends(std::size_t, const GapFeatures&) override { return random_() % one_in_ == 0; }

 private:
  std::mt19937 random_{7};
  unsigned one_in_;
};

std::string error_of(std::string_view bytes) {
  try {
    BoundaryModel::read(bytes, "x.bin");
  } catch (const DataError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a model learns ends without a mark and keeps to the rules elsewhere", "[text]") {
  const auto model = BoundaryModel::train({letters()}, {});
  CHECK(divided("Dear Tom We saw the Black Sea. Regards Eve", model) ==
        "Dear Tom|We saw the Black Sea.|Regards Eve|");
  CHECK(divided("We saw the Black Sea. Why?", model) == "We saw the Black Sea.|Why?|");
  CHECK(divided("Dear Tom We saw it.", {}) == "Dear Tom We saw it.|");
}

TEST_CASE("the same texts make the same model, which its file holds", "[text]") {
  const auto model = BoundaryModel::train({letters()}, {});
  const std::string bytes = model.bytes("command: x\n");
  CHECK(BoundaryModel::train({letters()}, {}).bytes("command: x\n") == bytes);
  CHECK(BoundaryModel::train({letters()}, {.seed = 2}).bytes("command: x\n") != bytes);
  CHECK(BoundaryModel::read(bytes, "x.bin").bytes("command: x\n") == bytes);
}

TEST_CASE("nothing makes a model that finds nothing", "[text]") {
  const auto model = BoundaryModel::train({}, {});
  CHECK(divided("Dear Tom We saw it.", model) == "Dear Tom We saw it.|");
}

TEST_CASE("files that are no model are refused", "[text]") {
  const std::string bytes = BoundaryModel::train({}, {}).bytes("command: x\n");
  CHECK(error_of(bytes) == "no error");
  CHECK(error_of("").find("x.bin:1: is no model of boundaries") == 0);
  CHECK(error_of(bytes.substr(0, bytes.size() - 1)).find("x.bin: is damaged or cut short") == 0);
  std::string changed = bytes;
  changed[100] ^= 1;
  CHECK(error_of(changed).find("x.bin: is damaged or cut short") == 0);
  CHECK_THROWS_AS(BoundaryModel::load("no/such/file"), IoError);
}

TEST_CASE("whatever a judge says, the invariants hold", "[text]") {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += i % 7 == 0 ? "U.S. Army (No. 5) " : i % 5 == 0 ? "\"A b\" \n" : "Word x, ";
  for (const unsigned one_in : {1U, 2U, 50U}) {
    Fickle judge(one_in);
    CHECK(testing::token_violation(text, segment(text, judge)).empty());
  }
}
