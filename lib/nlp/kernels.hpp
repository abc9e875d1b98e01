// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The inner loops of the network, for several kinds of processors. All kinds give the same bits: products are
// summed up as integers, and floating-point steps are the same in the same order.
//
// A number x between -1 and 1 is held as the byte round(127 x) + 128.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace entente::nlp {

inline constexpr std::size_t kRowBlock = 64;  ///< rows of a matrix are padded to a multiple of this
inline constexpr std::size_t kPackedRows = 16;
inline constexpr std::size_t kPackedColumns = 4;

/// A matrix of 8-bit weights in the order in which multiply() walks: blocks of 16 rows, in them groups of 4
/// columns, in them row by row.
struct PackedMatrix {
  const std::int8_t* weights = nullptr;
  std::size_t rows = 0;     ///< a multiple of kRowBlock
  std::size_t columns = 0;  ///< a multiple of kPackedColumns
};

/// One kind's functions. The inputs of multiply() lie one after the other.
struct Kernels {
  std::string_view name;
  /// sums[i * rows + r] = sum over c of weights[r][c] * inputs[i * columns + c], for i below `count`.
  void (*multiply)(const PackedMatrix& matrix, const std::uint8_t* inputs, std::size_t count,
                   std::int32_t* sums);
  /// values[r] = sums[r] * scales[r] + bias[r]
  void (*scale)(const std::int32_t* sums, const float* scales, const float* bias, std::size_t size,
                float* values);
  /// One step of an LSTM cell: gates i, f, g, o of `size` each; updates `cell` and writes the hidden state as
  /// bytes. REQUIRES: size is a multiple of 8.
  void (*step)(const float* gates, std::size_t size, float* cell, std::uint8_t* hidden);
  /// values = tanh(values), also as bytes.
  void (*squash)(float* values, std::size_t size, std::uint8_t* bytes);
  /// bytes = the products of two vectors between -1 and 1.
  void (*product)(const float* a, const float* b, std::size_t size, std::uint8_t* bytes);
  /// The scalar product; size is a multiple of 8.
  float (*dot)(const float* a, const float* b, std::size_t size);
};

/// The fastest kind that this processor has.
const Kernels& kernels();
/// All kinds that this processor has; the plain one, which all must equal, first.
std::span<const Kernels> all_kernels();

/// A number between -1 and 1 as a byte; what lies outside is cut.
std::uint8_t to_byte(float value);

}  // namespace entente::nlp
