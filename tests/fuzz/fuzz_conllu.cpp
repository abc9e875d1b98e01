// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as CoNLL-U: refused with a DataError, or read, written and read again with the same result.
#include <cstdint>
#include <cstdlib>

#include "entente/error.hpp"
#include "nlp/conllu.hpp"
#include "nlp/evaluate_text.hpp"

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto first = nlp::read_conllu({reinterpret_cast<const char*>(data), size}, "fuzz");
    const auto second = nlp::read_conllu(nlp::write_conllu(first.text, first.tokens, first.gold), "written");
    if (second.gold.heads != first.gold.heads || second.gold.labels != first.gold.labels) std::abort();
  } catch (const DataError&) {
  }
  try {
    const auto raw = nlp::read_raw_conllu({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (nlp::compare(raw.gold, raw.gold).words.right != raw.gold.words.size()) std::abort();
  } catch (const DataError&) {
  }
  return 0;
}
