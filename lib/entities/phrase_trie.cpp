// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Both tables are open addressing with linear probing at a load of at most one half (Knuth, TAOCP 3, 6.4):
// one cache line a look-up in the usual case, which is what makes millions of tokens a second possible.
#include "entities/phrase_trie.hpp"

#include <utility>

namespace entente {
namespace {

std::uint64_t hash_bytes(std::string_view text) {  // FNV-1a with a final mix
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash ^ (hash >> 29U);
}

std::uint64_t hash_edge(Index node, Index symbol) {
  std::uint64_t hash = (static_cast<std::uint64_t>(node) << 32U | symbol) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 31U);
}

}  // namespace

std::string_view SymbolTable::text(Index symbol) const {
  const std::uint32_t begin = symbol == 0 ? 0 : ends_[symbol - 1];
  return std::string_view(pool_).substr(begin, ends_[symbol] - begin);
}

std::size_t SymbolTable::slot(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_bytes(text) & mask;
  while (slots_[at] != kNone && this->text(slots_[at]) != text) at = (at + 1) & mask;
  return at;
}

Index SymbolTable::find(std::string_view text) const {
  return slots_.empty() ? kNone : slots_[slot(text)];
}

Index SymbolTable::intern(std::string_view text) {
  if (slots_.size() < 2 * (ends_.size() + 1)) grow();
  const std::size_t at = slot(text);
  if (slots_[at] == kNone) {
    pool_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(pool_.size()));
    slots_[at] = static_cast<Index>(ends_.size() - 1);
  }
  return slots_[at];
}

void SymbolTable::grow() {
  slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, kNone);
  for (Index symbol = 0; symbol < size(); ++symbol) slots_[slot(text(symbol))] = symbol;
}

std::size_t PhraseTrie::slot(Index node, Index symbol) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = hash_edge(node, symbol) & mask;
  while (edges_[at].node != kNone && (edges_[at].node != node || edges_[at].symbol != symbol))
    at = (at + 1) & mask;
  return at;
}

Index PhraseTrie::step(Index node, Index symbol) const {
  return edges_.empty() ? kNone : edges_[slot(node, symbol)].target;
}

Index PhraseTrie::step_or_add(Index node, Index symbol) {
  if (edges_.size() < 2 * (used_ + 1)) grow();
  Edge& edge = edges_[slot(node, symbol)];
  if (edge.node == kNone) {
    edge = {node, symbol, static_cast<Index>(values_.size())};
    values_.push_back(kNone);
    ++used_;
  }
  return edge.target;
}

Index PhraseTrie::insert(const std::vector<Index>& phrase, Index value) {
  Index node = kRoot;
  for (const Index symbol : phrase) node = step_or_add(node, symbol);
  if (values_[node] == kNone) values_[node] = value;
  return values_[node];
}

void PhraseTrie::grow() {
  const std::vector<Edge> old =
      std::exchange(edges_, std::vector<Edge>(edges_.empty() ? 1024 : edges_.size() * 2));
  for (const Edge& edge : old)
    if (edge.node != kNone) edges_[slot(edge.node, edge.symbol)] = edge;
}

}  // namespace entente
