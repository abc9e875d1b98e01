// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "text/segment.hpp"

namespace entente::testing {

inline bool only_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!is_space(point.value)) return false;
    at += point.size;
  }
  return true;
}

/// Which invariant of text/segment.hpp does not hold; empty when all do.
inline std::string token_violation(std::string_view text, const Tokens& tokens) {
  std::size_t end = 0;
  for (const Span& span : tokens.spans) {
    if (span.empty() || span.begin < end || span.end > text.size()) return "tokens out of order";
    if (!only_space(text.substr(end, span.begin - end))) return "a byte in no token";
    end = span.end;
  }
  if (!only_space(text.substr(end))) return "a byte in no token at the end";
  Index next = 0;
  for (const Sentence& sentence : tokens.sentences) {
    if (sentence.first != next || sentence.last <= sentence.first) return "sentences out of order";
    if (sentence.last - sentence.first > kMaxSentenceTokens) return "a sentence too long";
    if (sentence.span.begin != tokens.spans[sentence.first].begin) return "begin of a sentence";
    if (sentence.span.end != tokens.spans[sentence.last - 1].end) return "end of a sentence";
    next = sentence.last;
  }
  return next == tokens.size() ? "" : "tokens in no sentence";
}

}  // namespace entente::testing
