// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The bodies are plain loops that the compiler turns into vector instructions of each kind; only the integer
// products are written by hand, for AVX-512 VNNI (64 products an instruction) and AVX2. Contraction into
// fused multiply-adds is off for this file (CMakeLists.txt), since it would change the last bits.
#include "nlp/kernels.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#if defined(__x86_64__)
#define ENTENTE_X86 1
#include <immintrin.h>
#endif

#define ENTENTE_INLINE inline __attribute__((always_inline))

namespace entente::nlp {
namespace {

// tanh(x) = above / below, by the continued fraction of Lambert, cut off at its seventh term: within 2e-4 up
// to the cut at 4.8, far finer than the bytes that come of it.
struct Fraction {
  float above, below;
};

ENTENTE_INLINE Fraction tanh_of(float x) {
  x = x < -4.8F ? -4.8F : x;
  x = x > 4.8F ? 4.8F : x;
  const float s = x * x;
  return {x * (135135.0F + s * (17325.0F + s * (378.0F + s))),
          135135.0F + s * (62370.0F + s * (3150.0F + s * 28.0F))};
}

// sigmoid(x) = (1 + tanh(x / 2)) / 2
ENTENTE_INLINE Fraction sigmoid_of(float x) {
  const Fraction half = tanh_of(0.5F * x);
  return {half.below + half.above, 2.0F * half.below};
}

ENTENTE_INLINE std::uint8_t byte_of(float x) {
  x = x < -1.0F ? -1.0F : x;
  x = x > 1.0F ? 1.0F : x;
  return static_cast<std::uint8_t>(static_cast<std::int32_t>(x * 127.0F + 128.5F));
}

ENTENTE_INLINE void scale_body(const std::int32_t* sums, const float* scales, const float* bias,
                               std::size_t size, float* values) {
  for (std::size_t i = 0; i < size; ++i) values[i] = static_cast<float>(sums[i]) * scales[i] + bias[i];
}

ENTENTE_INLINE void step_body(const float* gates, std::size_t size, float* cell, std::uint8_t* hidden) {
  for (std::size_t i = 0; i < size; ++i) {
    // Fractions are put together before they are divided out: divisions are what costs.
    const Fraction enter = sigmoid_of(gates[i]), forget = sigmoid_of(gates[size + i]);
    const Fraction value = tanh_of(gates[2 * size + i]), leave = sigmoid_of(gates[3 * size + i]);
    const float added = enter.above * value.above, added_below = enter.below * value.below;
    cell[i] = (cell[i] * forget.above * added_below + added * forget.below) / (forget.below * added_below);
    const Fraction state = tanh_of(cell[i]);
    hidden[i] = byte_of(leave.above * state.above / (leave.below * state.below));
  }
}

ENTENTE_INLINE void squash_body(float* values, std::size_t size, std::uint8_t* bytes) {
  for (std::size_t i = 0; i < size; ++i) {
    const Fraction squashed = tanh_of(values[i]);
    values[i] = squashed.above / squashed.below;
    bytes[i] = byte_of(values[i]);
  }
}

ENTENTE_INLINE void product_body(const float* a, const float* b, std::size_t size, std::uint8_t* bytes) {
  for (std::size_t i = 0; i < size; ++i) bytes[i] = byte_of(a[i] * b[i]);
}

// 32 sums side by side, so that every kind adds in the same order and none waits for an addition.
ENTENTE_INLINE float dot_body(const float* a, const float* b, std::size_t size) {
  constexpr std::size_t kLanes = 32;
  std::array<float, kLanes> sums{};
  std::size_t i = 0;
  for (; i + kLanes <= size; i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  for (; i < size; i += 8) {
    for (std::size_t lane = 0; lane < 8; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  for (std::size_t lanes = kLanes / 2; lanes > 0; lanes /= 2) {
    for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += sums[lane + lanes];
  }
  return sums[0];
}

void multiply_plain(const PackedMatrix& matrix, const std::uint8_t* inputs, std::size_t count,
                    std::int32_t* sums) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int8_t* weight = matrix.weights;
    for (std::size_t block = 0; block < matrix.rows; block += kPackedRows) {
      std::array<std::int32_t, kPackedRows> block_sums{};
      for (std::size_t column = 0; column < matrix.columns; column += kPackedColumns) {
        const std::uint8_t* input = inputs + i * matrix.columns + column;
        for (std::size_t row = 0; row < kPackedRows; ++row, weight += kPackedColumns) {
          block_sums[row] +=
              weight[0] * input[0] + weight[1] * input[1] + weight[2] * input[2] + weight[3] * input[3];
        }
      }
      std::copy(block_sums.begin(), block_sums.end(), sums + i * matrix.rows + block);
    }
  }
}

// The functions of a kind, compiled for `target`.
#define ENTENTE_KIND(kind, target)                                                                    \
  target void scale_##kind(const std::int32_t* sums, const float* scales, const float* bias,          \
                           std::size_t size, float* values) {                                         \
    scale_body(sums, scales, bias, size, values);                                                     \
  }                                                                                                   \
  target void step_##kind(const float* gates, std::size_t size, float* cell, std::uint8_t* hidden) {  \
    step_body(gates, size, cell, hidden);                                                             \
  }                                                                                                   \
  target void squash_##kind(float* values, std::size_t size, std::uint8_t* bytes) {                   \
    squash_body(values, size, bytes);                                                                 \
  }                                                                                                   \
  target void product_##kind(const float* a, const float* b, std::size_t size, std::uint8_t* bytes) { \
    product_body(a, b, size, bytes);                                                                  \
  }                                                                                                   \
  target float dot_##kind(const float* a, const float* b, std::size_t size) {                         \
    return dot_body(a, b, size);                                                                      \
  }                                                                                                   \
  constexpr Kernels k_##kind = {#kind,         multiply_##kind, scale_##kind, step_##kind,            \
                                squash_##kind, product_##kind,  dot_##kind};

ENTENTE_KIND(plain, )

#ifdef ENTENTE_X86

#define ENTENTE_AVX2 __attribute__((target("avx2")))
#define ENTENTE_VNNI __attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512vnni")))

// 16 rows of `Inputs` inputs. Bytes are widened, since the byte product of AVX2 would saturate.
template <std::size_t Inputs>
ENTENTE_AVX2 void block_avx2(const PackedMatrix& matrix, const std::int8_t* weight,
                             const std::uint8_t* inputs, std::int32_t* sums) {
  __m256i parts[Inputs][4];
  for (auto& part : parts) part[0] = part[1] = part[2] = part[3] = _mm256_setzero_si256();
  for (std::size_t column = 0; column < matrix.columns; column += kPackedColumns, weight += 64) {
    __m256i wide[4];
    for (int quarter = 0; quarter < 4; ++quarter)
      wide[quarter] =
          _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weight + 16 * quarter)));
    for (std::size_t i = 0; i < Inputs; ++i) {
      std::int32_t four;
      std::memcpy(&four, inputs + i * matrix.columns + column, 4);
      const __m256i input = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
      for (int quarter = 0; quarter < 4; ++quarter)
        parts[i][quarter] = _mm256_add_epi32(parts[i][quarter], _mm256_madd_epi16(wide[quarter], input));
    }
  }
  for (std::size_t i = 0; i < Inputs; ++i) {
    for (int half = 0; half < 2; ++half) {  // hadd adds neighbours within lanes: rows 0 1 4 5 2 3 6 7
      const __m256i added = _mm256_hadd_epi32(parts[i][2 * half], parts[i][2 * half + 1]);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + i * matrix.rows + 8 * half),
                          _mm256_permute4x64_epi64(added, 0xD8));
    }
  }
}

ENTENTE_AVX2 void multiply_avx2(const PackedMatrix& matrix, const std::uint8_t* inputs, std::size_t count,
                                std::int32_t* sums) {
  for (std::size_t block = 0; block < matrix.rows; block += kPackedRows) {
    const std::int8_t* weight = matrix.weights + block * matrix.columns;
    std::size_t i = 0;
    for (; i + 2 <= count; i += 2)
      block_avx2<2>(matrix, weight, inputs + i * matrix.columns, sums + i * matrix.rows + block);
    if (i < count) block_avx2<1>(matrix, weight, inputs + i * matrix.columns, sums + i * matrix.rows + block);
  }
}

ENTENTE_KIND(avx2, ENTENTE_AVX2)

// 64 rows of `Inputs` inputs; everything stays in registers.
template <std::size_t Inputs>
ENTENTE_VNNI void block_vnni(const PackedMatrix& matrix, const std::int8_t* weight,
                             const std::uint8_t* inputs, std::int32_t* sums) {
  const std::size_t next = kPackedRows * matrix.columns;
  __m512i parts[Inputs][4];
  for (auto& part : parts) part[0] = part[1] = part[2] = part[3] = _mm512_setzero_si512();
  for (std::size_t column = 0; column < matrix.columns; column += kPackedColumns, weight += 64) {
    const __m512i rows[4] = {_mm512_loadu_si512(weight), _mm512_loadu_si512(weight + next),
                             _mm512_loadu_si512(weight + 2 * next), _mm512_loadu_si512(weight + 3 * next)};
    for (std::size_t i = 0; i < Inputs; ++i) {
      std::int32_t four;
      std::memcpy(&four, inputs + i * matrix.columns + column, 4);
      const __m512i input = _mm512_set1_epi32(four);
      for (int j = 0; j < 4; ++j) parts[i][j] = _mm512_dpbusd_epi32(parts[i][j], input, rows[j]);
    }
  }
  for (std::size_t i = 0; i < Inputs; ++i) {
    for (int j = 0; j < 4; ++j) _mm512_storeu_si512(sums + i * matrix.rows + 16 * j, parts[i][j]);
  }
}

ENTENTE_VNNI void multiply_avx512vnni(const PackedMatrix& matrix, const std::uint8_t* inputs,
                                      std::size_t count, std::int32_t* sums) {
  for (std::size_t block = 0; block < matrix.rows; block += kRowBlock) {
    const std::int8_t* weight = matrix.weights + block * matrix.columns;
    std::size_t i = 0;
    for (; i + 5 <= count; i += 5)
      block_vnni<5>(matrix, weight, inputs + i * matrix.columns, sums + i * matrix.rows + block);
    const std::uint8_t* rest = inputs + i * matrix.columns;
    std::int32_t* out = sums + i * matrix.rows + block;
    switch (count - i) {
      case 4:
        block_vnni<4>(matrix, weight, rest, out);
        break;
      case 3:
        block_vnni<3>(matrix, weight, rest, out);
        break;
      case 2:
        block_vnni<2>(matrix, weight, rest, out);
        break;
      case 1:
        block_vnni<1>(matrix, weight, rest, out);
        break;
      default:
        break;
    }
  }
}

ENTENTE_KIND(avx512vnni, ENTENTE_VNNI)

std::vector<Kernels> find_kernels() {
  std::vector<Kernels> result = {k_plain};
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) result.push_back(k_avx2);
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl"))
    result.push_back(k_avx512vnni);
  return result;
}

#else

std::vector<Kernels> find_kernels() {
  return {k_plain};
}

#endif

}  // namespace

std::span<const Kernels> all_kernels() {
  static const std::vector<Kernels> found = find_kernels();
  return found;
}

const Kernels& kernels() {
  return all_kernels().back();
}

std::uint8_t to_byte(float value) {
  return byte_of(value);
}

}  // namespace entente::nlp
