// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// What people type in questions: dates, names, ids of ties, import shares, words of the ontology; and ids and
// texts as every format writes them.
#include "base/utf8.hpp"
#include "entente/query.hpp"
#include "export/escape.hpp"
#include "fuzz/require.hpp"
#include "graph/period.hpp"
#include "query/share.hpp"
#include "query/spelling.hpp"
#include "support/articles.hpp"

using namespace entente;

namespace {

const Graph& world() {
  static const Graph kGraph = build_graph(testing::random_extractions(1, {5, 4, 6}));
  return kGraph;
}

const NameIndex& names() {
  static const NameIndex kNames(world());
  return kNames;
}

template <class Ask>
void ask(const Ask& question) {
  try {
    question();
  } catch (const QueryError&) {
    // A question that makes no sense has this answer.
  }
}

void check_period(std::string_view text) {
  const auto period = graph::parse_period(text);
  if (!period) return;
  testing::require(period->begin <= period->end, "periods run forwards");
  testing::require(period->interval || (!period->open_begin() && !period->open_end()),
                   "only intervals are open");
}

void check_escapes(std::string_view text) {
  for (const auto& escape : {exporters::append_xml, exporters::append_nmtoken, exporters::append_utf8_text,
                             exporters::append_csv, exporters::append_dot}) {
    std::string out;
    escape(out, text);
    testing::require(is_valid_utf8(out), "exports are UTF-8");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const DependenceRules kRules = {.percent_words = {"percent", "%"}, .fractions = {{"half of", 0.5}}};
  const std::string_view text = testing::bytes(data, size);
  check_period(text);
  check_escapes(text);
  const auto share = query::import_share(text, kRules);
  testing::require(!share || (*share >= 0 && *share <= 1), "shares are from 0 to 1");
  testing::require(query::fold(query::fold(text)).size() <= query::fold(text).size(), "folding ends");
  ask([&] { names().find(text); });
  ask([&] { explain(world(), names(), text); });
  ask([&] { parse_relation_type(text); });
  ask([&] { dependences(world(), kRules, {.as_of = std::string(text)}); });
  ask([&] { relations(world(), 0, {}, {.since = std::string(text)}); });
  return 0;
}
