// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A dense layer with 8-bit weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nlp/binary.hpp"
#include "nlp/kernels.hpp"
#include "nlp/network_weights.hpp"

namespace entente::nlp {

/// y = W x + b for x between -1 and 1, held as bytes (kernels.hpp). Each row of W has a scale of its own.
/// Immutable once made.
class QuantizedDense {
 public:
  QuantizedDense() = default;
  /// Rounds the weights. REQUIRES: columns are a multiple of 4.
  explicit QuantizedDense(const DenseWeights& weights);

  std::size_t rows() const { return rows_; }
  /// Rows with the padding: the distance of two results.
  std::size_t stride() const { return bias_.size(); }
  std::size_t columns() const { return columns_; }
  /// Computes `count` results, each stride() numbers. `inputs` holds count * columns() bytes.
  void apply(const std::uint8_t* inputs, std::size_t count, std::vector<std::int32_t>& sums,
             std::vector<float>& results) const;

  void write(BinaryWriter& out) const;
  /// Fails the reader when the layer is not of this size.
  static QuantizedDense read(BinaryReader& in, std::size_t rows, std::size_t columns);

 private:
  /// Where a weight lies in `packed_`.
  std::size_t place(std::size_t row, std::size_t column) const;
  void pack(std::span<const std::int8_t> weights);

  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<std::int8_t> packed_;
  std::vector<float> scales_;
  std::vector<float> bias_;   ///< less what the bytes' offset of 128 adds
  std::vector<float> exact_;  ///< the bias as it is
};

}  // namespace entente::nlp
