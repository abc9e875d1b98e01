// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

/// `text` compressed by zlib, or nothing when that would not make it smaller.
std::optional<std::string> pack(std::string_view text);

/// What pack() was given; nothing when `packed` is damaged or does not hold exactly `bytes` bytes.
std::optional<std::string> unpack(std::string_view packed, std::uint64_t bytes);

}  // namespace entente::store
