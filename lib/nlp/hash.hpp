// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The hash functions of the syntax stage. A trained model holds their values, so a change here makes every
// model file useless: raise kModelVersion in model.cpp with it.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

namespace entente::nlp {

/// Spreads all bits of `value` (the finalizer of MurmurHash3).
constexpr std::uint64_t mix(std::uint64_t value) {
  value ^= value >> 33;
  value *= 0xFF51AFD7ED558CCDULL;
  value ^= value >> 33;
  value *= 0xC4CEB9FE1A85EC53ULL;
  return value ^ (value >> 33);
}

/// One step of a chain over numbers; the chain ends with fold().
constexpr std::uint64_t chain(std::uint64_t hash, std::uint64_t value) {
  return (hash ^ value) * 0x9E3779B97F4A7C15ULL + (hash >> 29);
}

/// Where the chain of feature template number `number` starts: far from the others, for small values must not
/// meet.
constexpr std::uint64_t start(std::uint64_t number) {
  return mix(number + 1);
}

constexpr std::uint32_t fold(std::uint64_t hash) {
  return static_cast<std::uint32_t>(mix(hash) >> 32);
}

/// FNV-1a.
constexpr std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0xCBF29CE484222325ULL) {
  for (const char c : bytes) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return seed;
}

/// A small deterministic random generator (splitmix64): the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15ULL); }
  /// REQUIRES: bound > 0.
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }

  template <class Container>
  void shuffle(Container& items) {
    for (auto left = items.size(); left > 1; --left) std::swap(items[left - 1], items[below(left)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace entente::nlp
