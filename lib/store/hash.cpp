// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// SHA-256 (FIPS 180-4, by nettle) over title, date and text, each behind its length so that no two documents
// run together into the same bytes.
#include <nettle/sha2.h>

#include <array>

#include "entente/store.hpp"

namespace entente {

std::string content_hash(const Document& document) {
  sha256_ctx context;
  sha256_init(&context);
  const auto update = [&](std::string_view bytes) {
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  };
  for (const std::string* part : {&document.title, &document.date, &document.text}) {
    update(std::to_string(part->size()) + ":");
    update(*part);
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : digest) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

}  // namespace entente
