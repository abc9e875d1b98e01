// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a recognizer's file, and, with a right header and check sum, as its weights, which then mark
// the bytes as text; then as documents with names.
#include <zlib.h>

#include <algorithm>

#include "entente/error.hpp"
#include "fuzz/require.hpp"
#include "nlp/recognizer.hpp"
#include "nlp/recognizer_data.hpp"

using namespace entente;

namespace {

std::string with_header(std::string_view body) {
  std::string whole = "entente-recognizer 1\n\n";
  whole.append(body);
  const auto sum =
      static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(whole.data()), whole.size()));
  for (int shift = 0; shift < 32; shift += 8) whole.push_back(static_cast<char>(sum >> shift));
  return whole;
}

void mark(const nlp::Recognizer& recognizer, const nlp::NamedDocument& document) {
  Parse parse;
  parse.upos.assign(document.tokens.size(), Upos::PROPN);
  parse.xpos.assign(document.tokens.size(), Xpos::NNP);
  parse.heads.assign(document.tokens.size(), kNone);
  parse.labels.assign(document.tokens.size(), Dep::root);
  parse.names.assign(document.tokens.size(), NameLabel::none);
  const std::vector<nlp::NameHint> hints(document.tokens.size());
  const auto labels = recognizer.label({document.text, document.tokens, parse, hints, nlp::Lexicon()});
  testing::require(labels.size() == document.tokens.size(), "a label for each token");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = testing::bytes(data, size);
  nlp::Recognizer recognizer;
  for (const std::string& file : {std::string(bytes), with_header(bytes)}) {
    try {
      recognizer = nlp::Recognizer::read(file, "fuzz");
    } catch (const DataError&) {
    }
  }
  for (const auto read : {nlp::read_named_documents, nlp::read_gum_documents}) {
    try {
      for (const auto& document : read(bytes, "fuzz")) mark(recognizer, document);
    } catch (const DataError&) {
    }
  }
  return 0;
}
