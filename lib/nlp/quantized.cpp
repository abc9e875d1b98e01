// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Symmetric quantization of each row to [-127, 127] (Jacob et al. 2018, without zero points for weights). The
// offset of the input bytes adds 128 times the sum of a row, which is taken off again.
#include "nlp/quantized.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace entente::nlp {
namespace {

constexpr float kLevels = 127;

std::uint32_t bits_of(float value) {
  std::uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

float float_of(std::uint32_t bits) {
  float value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

void write_floats(const std::vector<float>& values, std::size_t count, BinaryWriter& out) {
  for (std::size_t i = 0; i < count; ++i) out.number(bits_of(values[i]));
}

std::vector<float> read_floats(std::size_t count, std::size_t padded, BinaryReader& in) {
  std::vector<float> values(padded, 0.0F);
  for (std::size_t i = 0; i < count; ++i) {
    values[i] = float_of(in.number<std::uint32_t>());
    if (!std::isfinite(values[i])) in.fail();
  }
  return values;
}

std::size_t padded(std::size_t rows) {
  return (rows + kRowBlock - 1) / kRowBlock * kRowBlock;
}

}  // namespace

QuantizedDense::QuantizedDense(const DenseWeights& dense) : rows_(dense.rows), columns_(dense.columns) {
  scales_.assign(padded(rows_), 0.0F);
  exact_.assign(padded(rows_), 0.0F);
  std::vector<std::int8_t> rounded(rows_ * columns_);
  for (std::size_t row = 0; row < rows_; ++row) {
    const float* weights = dense.weights.data() + row * columns_;
    float largest = 1e-9F;
    for (std::size_t i = 0; i < columns_; ++i) largest = std::max(largest, std::fabs(weights[i]));
    for (std::size_t i = 0; i < columns_; ++i)
      rounded[row * columns_ + i] = static_cast<std::int8_t>(std::lround(weights[i] / largest * kLevels));
    scales_[row] = largest / kLevels / kLevels;
    exact_[row] = dense.bias[row];
  }
  pack(rounded);
}

std::size_t QuantizedDense::place(std::size_t row, std::size_t column) const {
  const std::size_t block = row / kPackedRows * kPackedRows * columns_;
  const std::size_t group = column / kPackedColumns * kPackedColumns * kPackedRows;
  return block + group + row % kPackedRows * kPackedColumns + column % kPackedColumns;
}

void QuantizedDense::pack(std::span<const std::int8_t> weights) {
  packed_.assign(padded(rows_) * columns_, 0);
  bias_ = exact_;
  for (std::size_t row = 0; row < rows_; ++row) {
    std::int32_t sum = 0;
    for (std::size_t column = 0; column < columns_; ++column) {
      const std::int8_t weight = weights[row * columns_ + column];
      packed_[place(row, column)] = weight;
      sum += weight;
    }
    bias_[row] -= static_cast<float>(sum * 128) * scales_[row];
  }
}

void QuantizedDense::apply(const std::uint8_t* inputs, std::size_t count, std::vector<std::int32_t>& sums,
                           std::vector<float>& results) const {
  sums.resize(std::max(sums.size(), count * stride()));
  results.resize(std::max(results.size(), count * stride()));
  const Kernels& kernel = kernels();
  kernel.multiply({packed_.data(), stride(), columns_}, inputs, count, sums.data());
  for (std::size_t i = 0; i < count; ++i) {
    kernel.scale(sums.data() + i * stride(), scales_.data(), bias_.data(), stride(),
                 results.data() + i * stride());
  }
}

void QuantizedDense::write(BinaryWriter& out) const {
  for (std::size_t row = 0; row < rows_; ++row) {
    for (std::size_t column = 0; column < columns_; ++column) {
      out.number(packed_[place(row, column)]);
    }
  }
  write_floats(scales_, rows_, out);
  write_floats(exact_, rows_, out);
}

QuantizedDense QuantizedDense::read(BinaryReader& in, std::size_t rows, std::size_t columns) {
  QuantizedDense result;
  const std::string_view bytes = in.bytes(rows * columns);
  if (in.failed()) return {};
  result.rows_ = rows;
  result.columns_ = columns;
  result.scales_ = read_floats(rows, padded(rows), in);
  result.exact_ = read_floats(rows, padded(rows), in);
  result.pack({reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size()});
  return result;
}

}  // namespace entente::nlp
