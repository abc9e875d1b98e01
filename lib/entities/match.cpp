// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Each token becomes symbols once (as written, and in title case and small when it is all capitals); then a
// walk down the trie from each token that may start a name. Hyphens have no symbol and are skipped, so
// "al-Qaeda", "al Qaeda" and "Al-Qaeda" walk the same path.
#include "entities/match.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "entities/name_key.hpp"

namespace entente {
namespace {

struct Symbols {
  Index exact = kNone;
  Index title = kNone;
  Index lower = kNone;  ///< of short words alone: "PORT-AU-PRINCE"
};

/// The symbols of all tokens in one array.
struct SymbolStream {
  std::vector<Symbols> symbols;
  std::vector<Index> begin;  ///< by token, one more at the end
};

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

Symbols symbols_of(std::string_view key, const Gazetteer& gazetteer) {
  Symbols symbols;
  symbols.exact = gazetteer.symbol(key);
  if (key.size() > 1 && key[1] >= 'A' && key[1] <= 'Z') {
    const std::string title = title_case_key(key);
    if (!title.empty()) symbols.title = gazetteer.symbol(title);
    if (!title.empty() && key.size() < 4) {
      std::string lower = title;
      lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
      symbols.lower = gazetteer.symbol(lower);
    }
  }
  return symbols;
}

SymbolStream make_stream(std::string_view text, const Tokens& tokens, const Gazetteer& gazetteer) {
  SymbolStream stream;
  stream.symbols.reserve(tokens.size());
  stream.begin.reserve(tokens.size() + 1);
  std::string keys;
  for (Index token = 0; token < tokens.size(); ++token) {
    stream.begin.push_back(static_cast<Index>(stream.symbols.size()));
    const std::string_view word = tokens.word(text, token);
    if (is_plain(word)) {
      stream.symbols.push_back(symbols_of(word, gazetteer));
      continue;
    }
    keys.clear();
    append_name_keys(word, keys);
    std::string_view rest = keys;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      stream.symbols.push_back(symbols_of(rest.substr(0, end), gazetteer));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  stream.begin.push_back(static_cast<Index>(stream.symbols.size()));
  return stream;
}

/// The nodes reached by all spellings of a name at once; there are seldom two.
struct Front {
  std::array<Index, 4> nodes{};
  std::size_t count = 0;

  void add(Index node) {
    if (node != kNone && count < nodes.size()) nodes[count++] = node;
  }
};

Front advance(const Front& front, const Symbols& symbols, const PhraseTrie& trie) {
  Front next;
  for (std::size_t i = 0; i < front.count; ++i) {
    if (symbols.exact != kNone) next.add(trie.step(front.nodes[i], symbols.exact));
    if (symbols.title != kNone && symbols.title != symbols.exact)
      next.add(trie.step(front.nodes[i], symbols.title));
    if (symbols.lower != kNone) next.add(trie.step(front.nodes[i], symbols.lower));
  }
  return next;
}

bool has_capital(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3; });
}

/// The longest name that starts at `first`; its `value` is kNone when there is none.
Match longest_from(const SymbolStream& stream, const PhraseTrie& trie, Index first, Index end) {
  Match best{first, first, kNone};
  Front front;
  front.add(PhraseTrie::kRoot);
  for (Index token = first; token < end; ++token) {
    for (Index i = stream.begin[token]; i < stream.begin[token + 1] && front.count > 0; ++i)
      front = advance(front, stream.symbols[i], trie);
    if (front.count == 0) break;
    if (stream.begin[token] == stream.begin[token + 1]) continue;  // a hyphen: no name ends with it
    for (std::size_t i = 0; i < front.count; ++i) {
      if (trie.value(front.nodes[i]) == kNone) continue;
      best = {first, token + 1, trie.value(front.nodes[i])};
      break;
    }
  }
  return best;
}

}  // namespace

std::vector<Match> match_names(std::string_view text, const Tokens& tokens, const Gazetteer& gazetteer) {
  const SymbolStream stream = make_stream(text, tokens, gazetteer);
  std::vector<Match> matches;
  for (const Sentence& sentence : tokens.sentences) {
    for (Index token = sentence.first; token < sentence.last;) {
      if (stream.begin[token] == stream.begin[token + 1]) {
        ++token;
        continue;
      }
      const Match match = longest_from(stream, gazetteer.trie(), token, sentence.last);
      bool capital = false;
      for (Index i = match.first; i < match.last && !capital; ++i)
        capital = has_capital(tokens.word(text, i));
      if (match.value != kNone && capital) matches.push_back(match);
      token = match.value != kNone && capital ? match.last : token + 1;
    }
  }
  return matches;
}

}  // namespace entente
