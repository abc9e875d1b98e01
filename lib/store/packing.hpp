// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct z_stream_s;

namespace entente::store {

/// Compresses texts by zlib. Its tables are made once: for short texts they would cost more than the text.
class Packer {
 public:
  Packer();
  ~Packer();
  Packer(Packer&&) noexcept;

  /// `text` compressed, or nothing when that would not make it smaller. Valid until the next call.
  std::optional<std::string_view> pack(std::string_view text);

 private:
  std::unique_ptr<z_stream_s> stream_;
  std::string buffer_;
};

class Unpacker {
 public:
  Unpacker();
  ~Unpacker();
  Unpacker(Unpacker&&) noexcept;

  /// Makes `text` what pack() was given; false when `packed` is damaged or does not hold exactly `bytes`
  /// bytes.
  bool unpack(std::string_view packed, std::uint64_t bytes, std::string& text);

 private:
  std::unique_ptr<z_stream_s> stream_;
};

}  // namespace entente::store
