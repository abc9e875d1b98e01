// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "entente/pipeline.hpp"
#include "pipeline/test_resources.hpp"

namespace {

/// Documents 0, 1, 2, ... of very different lengths, so that threads overtake each other.
class Source {
 public:
  explicit Source(int count) : count_(count) {}
  std::optional<entente::Document> operator()() {
    if (given_ == count_) return std::nullopt;
    entente::Document document;
    document.id = std::to_string(given_);
    for (int i = 0; i < (given_ * 7) % 40; ++i) document.text += "France and Germany signed a treaty. ";
    ++given_;
    return document;
  }
  int given() const { return given_; }

 private:
  int count_;
  int given_ = 0;
};

std::vector<std::string> ids_in_order(int documents, std::size_t jobs) {
  Source source(documents);
  std::vector<std::string> ids;
  entente::extract_all([&] { return source(); }, entente::testing::resources(), jobs,
                       [&](entente::Extraction&& extraction) { ids.push_back(extraction.document.id); });
  return ids;
}

}  // namespace

TEST_CASE("results arrive in the order of the documents for any number of threads") {
  std::vector<std::string> expected;
  for (int i = 0; i < 100; ++i) expected.push_back(std::to_string(i));
  for (const std::size_t jobs : {0U, 1U, 2U, 4U, 13U}) {
    INFO(jobs << " jobs");
    CHECK(ids_in_order(100, jobs) == expected);
  }
  CHECK(ids_in_order(0, 4).empty());
}

TEST_CASE("the sink is called on the calling thread") {
  Source source(20);
  const auto here = std::this_thread::get_id();
  entente::extract_all([&] { return source(); }, entente::testing::resources(), 4,
                       [&](entente::Extraction&&) { CHECK(std::this_thread::get_id() == here); });
}

TEST_CASE("an exception of the sink ends the run without reading everything") {
  for (const std::size_t jobs : {1U, 4U}) {
    Source source(100000);
    CHECK_THROWS_AS(entente::extract_all([&] { return source(); }, entente::testing::resources(), jobs,
                                         [](entente::Extraction&&) { throw std::runtime_error("full"); }),
                    std::runtime_error);
    CHECK(source.given() < 1000);
  }
}

TEST_CASE("an exception of the source is passed on after the results before it") {
  for (const std::size_t jobs : {1U, 4U}) {
    Source source(10);
    int results = 0;
    const auto next = [&]() -> std::optional<entente::Document> {
      auto document = source();
      if (!document) throw std::runtime_error("broken");
      return document;
    };
    CHECK_THROWS_WITH(entente::extract_all(next, entente::testing::resources(), jobs,
                                           [&](entente::Extraction&&) { ++results; }),
                      "broken");
    CHECK(results == 10);
  }
}
