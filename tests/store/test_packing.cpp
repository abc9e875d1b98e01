// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "store/packing.hpp"
#include "support/articles.hpp"

namespace {

std::optional<std::string> pack(std::string_view text) {
  static entente::store::Packer packer;  // used again and again, as by a store
  const auto packed = packer.pack(text);
  return packed ? std::optional<std::string>(*packed) : std::nullopt;
}

std::optional<std::string> unpack(std::string_view packed, std::uint64_t bytes) {
  static entente::store::Unpacker unpacker;
  std::string text;
  return unpacker.unpack(packed, bytes, text) ? std::optional<std::string>(text) : std::nullopt;
}

}  // namespace

TEST_CASE("Packed text comes back") {
  const std::string text(100000, 'a');
  const auto packed = pack(text);
  REQUIRE(packed);
  CHECK(packed->size() < 1000);
  CHECK(unpack(*packed, text.size()) == text);
}

TEST_CASE("What would not shrink is not packed") {
  CHECK_FALSE(pack(""));
  CHECK_FALSE(pack("short"));
  entente::testing::Random random(7);
  std::string noise;
  for (int i = 0; i < 1000; ++i) noise += static_cast<char>(random.below(256));
  CHECK_FALSE(pack(noise));
}

TEST_CASE("Damaged packages are noticed") {
  const std::string text(5000, 'a');
  std::string packed = *pack(text);
  CHECK_FALSE(unpack(packed, text.size() + 1));
  CHECK_FALSE(unpack(packed, text.size() - 1));
  CHECK_FALSE(unpack(packed, ~std::uint64_t{0}));
  CHECK_FALSE(unpack(packed, std::uint64_t{1} << 31U));
  CHECK_FALSE(unpack("", 5));
  packed[packed.size() / 2] = static_cast<char>(~packed[packed.size() / 2]);
  CHECK_FALSE(unpack(packed, text.size()));
}
