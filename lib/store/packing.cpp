// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Texts are kept as zlib streams (RFC 1950) at the fastest level: news shrinks to about half for little time.
#include "store/packing.hpp"

#include <zlib.h>

#include "entente/error.hpp"

namespace entente::store {
namespace {

constexpr std::size_t kWorthwhile = 128;                     // bytes; shorter texts hardly shrink
constexpr std::uint64_t kLongest = std::uint64_t{1} << 32U;  // of a document's text

Bytef* bytes_of(std::string& text) {
  return reinterpret_cast<Bytef*>(text.data());
}
/// zlib does not write to its input.
Bytef* bytes_of(std::string_view text) {
  return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
}

/// zlib counts in 32 bits: gives it the next stretch of what is left.
uInt stretch(std::uint64_t left) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 30U;
  return static_cast<uInt>(left < kMost ? left : kMost);
}

}  // namespace

Packer::Packer() : stream_(std::make_unique<z_stream_s>()) {
  if (deflateInit(stream_.get(), Z_BEST_SPEED) != Z_OK) throw Error("there is no memory to compress texts");
}
Packer::~Packer() {
  if (stream_) deflateEnd(stream_.get());
}
Packer::Packer(Packer&&) noexcept = default;

std::optional<std::string_view> Packer::pack(std::string_view text) {
  if (text.size() < kWorthwhile) return std::nullopt;
  deflateReset(stream_.get());
  buffer_.resize(text.size());
  std::size_t in = 0;
  std::size_t out = 0;
  for (;;) {
    stream_->next_in = bytes_of(text) + in;
    stream_->avail_in = stretch(text.size() - in);
    stream_->next_out = bytes_of(buffer_) + out;
    stream_->avail_out = stretch(buffer_.size() - out);
    const uInt given = stream_->avail_in;
    const uInt room = stream_->avail_out;
    const int code = deflate(stream_.get(), in + given == text.size() ? Z_FINISH : Z_NO_FLUSH);
    in += given - stream_->avail_in;
    out += room - stream_->avail_out;
    if (code == Z_STREAM_END) return std::string_view(buffer_).substr(0, out);
    if (code != Z_OK || out == buffer_.size()) return std::nullopt;  // it would not become smaller
  }
}

Unpacker::Unpacker() : stream_(std::make_unique<z_stream_s>()) {
  if (inflateInit(stream_.get()) != Z_OK) throw Error("there is no memory to read texts");
}
Unpacker::~Unpacker() {
  if (stream_) inflateEnd(stream_.get());
}
Unpacker::Unpacker(Unpacker&&) noexcept = default;

bool Unpacker::unpack(std::string_view packed, std::uint64_t bytes, std::string& text) {
  // zlib cannot shrink by more than a factor of 1032, so a damaged size allocates no more than that.
  if (bytes > kLongest || bytes / 1040 > packed.size()) return false;
  inflateReset(stream_.get());
  text.resize(bytes);
  std::size_t in = 0;
  std::size_t out = 0;
  Bytef none = 0;  // where an empty text goes
  for (;;) {
    stream_->next_in = bytes_of(packed) + in;
    stream_->avail_in = stretch(packed.size() - in);
    stream_->next_out = text.empty() ? &none : bytes_of(text) + out;
    stream_->avail_out = stretch(text.size() - out);
    const uInt given = stream_->avail_in;
    const uInt room = stream_->avail_out;
    const int code = inflate(stream_.get(), Z_NO_FLUSH);
    in += given - stream_->avail_in;
    out += room - stream_->avail_out;
    if (code == Z_STREAM_END) return out == bytes;
    if (code != Z_OK || (given == stream_->avail_in && room == stream_->avail_out)) return false;
  }
}

}  // namespace entente::store
