// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as names in sentences, and as words of names.
#include <cstdint>

#include "entente/error.hpp"
#include "nlp/names.hpp"

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    nlp::read_names(bytes, "fuzz");
  } catch (const DataError&) {
  }
  try {
    const nlp::Lexicon lexicon(nlp::read_name_words(bytes, "fuzz"));
    std::string scratch;
    lexicon.find("oman", scratch);
  } catch (const DataError&) {
  }
  return 0;
}
