// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Labels by Viterbi's algorithm over sums of small integers. The file: readable lines (kind and version, then
// how it was made), an empty line, transitions, features with their weights, the CRC-32 of all before it.
#include "nlp/recognizer.hpp"

#include <zlib.h>

#include <algorithm>
#include <unordered_map>

#include "entente/error.hpp"
#include "nlp/binary.hpp"
#include "nlp/files.hpp"
#include "nlp/hash.hpp"

namespace entente::nlp {
namespace {

constexpr std::string_view kVersion =
    "entente-recognizer 1\n";  // raise with any change of features or layout
constexpr std::string_view kAdvice = "; get it anew or make one with `entente train --recognizer`";
constexpr std::size_t kSumSize = 4;
constexpr int kImpossible = -1000000;

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

Recognizer::Weights read_weights(BinaryReader& in) {
  Recognizer::Weights weights{};
  for (auto& weight : weights) weight = in.number<std::int8_t>();
  return weights;
}

// What is added to the weights' sums, in the same units; tuned on held-out text.
constexpr int kAgainstNone = 10;  ///< a missed name costs more than one too many
constexpr int kGuess = 14;        ///< for what the syntax stage took the word for
constexpr int kRepeated = 20;     ///< for what the same word was elsewhere in the document
constexpr int kShare = 2;         ///< one part in so many of a word's evidence comes from the whole document

using Scores = Recognizer::Scores;

/// Of words that are no part of a name.
constexpr Scores kNoName = {0, -20000, -20000, -20000, -20000, -20000, -20000};

/// The kind of name: 0 for none, then person, location, organization.
std::size_t kind_of(NameLabel label) {
  return (static_cast<std::size_t>(label) + 1) / 2;
}

/// Draws the scores of a word with a capital towards the mean of the same word's in the whole document.
void share_evidence(const std::vector<std::uint32_t>& forms, std::vector<Scores>& scores) {
  struct Sum {
    std::array<int, 4> kinds{};
    int count = 0;
  };
  const auto for_kind = [](const Scores& s, std::size_t kind) {
    return std::max(s[2 * kind - 1], s[2 * kind]) - s[0];
  };
  std::unordered_map<std::uint32_t, Sum> sums;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i] == 0) continue;
    Sum& sum = sums[forms[i]];
    ++sum.count;
    for (std::size_t kind = 1; kind < 4; ++kind) sum.kinds[kind] += for_kind(scores[i], kind);
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i] == 0) continue;
    const Sum& sum = sums.at(forms[i]);
    const Scores own = scores[i];
    for (std::size_t kind = 1; kind < 4; ++kind) {
      const int change = (sum.kinds[kind] / sum.count - for_kind(own, kind)) / kShare;
      scores[i][2 * kind - 1] += change;
      scores[i][2 * kind] += change;
    }
  }
}

/// Words with a capital that were found in names elsewhere in the document are likely to be in one of that
/// kind again.
void favour_repeated(const std::vector<std::uint32_t>& forms, const std::vector<NameLabel>& labels,
                     std::vector<Scores>& scores) {
  std::unordered_map<std::uint32_t, std::array<std::uint32_t, 4>> kinds;
  for (std::size_t i = 0; i < forms.size(); ++i)
    if (forms[i] != 0) ++kinds[forms[i]][kind_of(labels[i])];
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i] == 0) continue;
    const auto& counts = kinds.at(forms[i]);
    const auto best = std::max_element(counts.begin() + 1, counts.end());
    if (*best == 0 || counts[0] + counts[1] + counts[2] + counts[3] < 2) continue;
    const auto kind = static_cast<std::size_t>(best - counts.begin());
    scores[i][2 * kind - 1] += kRepeated;
    scores[i][2 * kind] += kRepeated;
  }
}

}  // namespace

Recognizer Recognizer::load(const std::string& path) {
  return read(read_file(path), path);
}

Recognizer Recognizer::read(std::string_view bytes, const std::string& name) {
  if (bytes.substr(0, kVersion.size()) != kVersion)
    throw DataError(name, 1, "is no model of names of this version" + std::string(kAdvice));
  const std::size_t blank = bytes.find("\n\n");
  const std::string_view body = blank == std::string_view::npos ? "" : bytes.substr(blank + 2);
  const auto damaged = [&] { return DataError(name, 0, "is damaged or cut short" + std::string(kAdvice)); };
  if (body.size() < kSumSize || little_endian<std::uint32_t>(bytes.data() + bytes.size() - kSumSize) !=
                                    checksum(bytes.substr(0, bytes.size() - kSumSize)))
    throw damaged();
  BinaryReader in(body.substr(0, body.size() - kSumSize));
  Recognizer result;
  for (Weights& row : result.transitions_) row = read_weights(in);
  result.keys_ = in.list<std::uint32_t>();
  for (std::size_t i = 0; i < result.keys_.size() && !in.failed(); ++i)
    result.weights_.push_back(read_weights(in));
  const bool ordered = std::adjacent_find(result.keys_.begin(), result.keys_.end(), std::greater_equal<>()) ==
                       result.keys_.end();
  if (in.failed() || !in.at_end() || !ordered) throw damaged();
  result.index();
  return result;
}

std::string Recognizer::bytes(std::string_view origin) const {
  BinaryWriter body;
  const auto write = [&](const Weights& weights) {
    for (const std::int8_t weight : weights) body.number(weight);
  };
  for (const Weights& row : transitions_) write(row);
  body.list(keys_);
  for (const Weights& weights : weights_) write(weights);
  std::string out(kVersion);
  out.append(origin).append("\n").append(body.bytes());
  BinaryWriter sum;
  sum.number(checksum(out));
  return out + sum.bytes();
}

void Recognizer::index() {
  std::size_t size = 1;
  while (size < 2 * keys_.size()) size *= 2;
  slots_.assign(size, 0);
  for (std::uint32_t i = 0; i < keys_.size(); ++i) {
    std::size_t slot = keys_[i] & (size - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = i + 1;
  }
}

const Recognizer::Weights* Recognizer::find(std::uint32_t key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = key & mask; slots_[slot] != 0; slot = (slot + 1) & mask)
    if (keys_[slots_[slot] - 1] == key) return &weights_[slots_[slot] - 1];
  return nullptr;
}

Recognizer::Scores Recognizer::score(std::span<const std::uint32_t> features) const {
  Scores sum{};
  for (const std::uint32_t hash : features)
    if (const Weights* weights = find(hash))
      for (std::size_t label = 0; label < kLabels; ++label) sum[label] += (*weights)[label];
  return sum;
}

// The best sequence of one sentence into `labels`.
void Recognizer::decode(const Sentence& sentence, const std::vector<Scores>& scores,
                        std::vector<NameLabel>& labels) const {
  std::vector<std::array<std::uint8_t, kLabels>> from(sentence.last - sentence.first);
  Scores best;
  best.fill(kImpossible);
  best[0] = 0;
  for (Index token = sentence.first; token < sentence.last; ++token) {
    Scores next;
    next.fill(kImpossible);
    for (std::size_t t = 0; t < kLabels; ++t)
      for (std::size_t f = 0; f < kLabels; ++f) {
        const int sum = best[f] + transitions_[f][t];
        if (!may_follow(static_cast<NameLabel>(f), static_cast<NameLabel>(t)) || sum <= next[t]) continue;
        next[t] = sum;
        from[token - sentence.first][t] = static_cast<std::uint8_t>(f);
      }
    for (std::size_t t = 0; t < kLabels; ++t) best[t] = std::max(next[t] + scores[token][t], kImpossible);
  }
  auto label = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (Index token = sentence.last; token-- > sentence.first; label = from[token - sentence.first][label])
    labels[token] = static_cast<NameLabel>(label);
}

std::vector<NameLabel> Recognizer::label(const NameContext& context) const {
  return label(name_features(context), context.tokens.sentences);
}

std::vector<NameLabel> Recognizer::label(const NameFeatures& features,
                                         const std::vector<Sentence>& sentences) const {
  std::vector<NameLabel> labels(features.forms.size());
  if (empty()) return labels;
  std::vector<Scores> scores(labels.size());
  for (Index token = 0; token < labels.size(); ++token) {
    scores[token] = score(features.of(token));
    if (features.of(token).empty()) scores[token] = kNoName;
    scores[token][0] -= kAgainstNone;
    scores[token][static_cast<std::size_t>(features.guesses[token])] += kGuess;
  }
  share_evidence(features.forms, scores);
  for (const Sentence& sentence : sentences) decode(sentence, scores, labels);
  favour_repeated(features.forms, labels, scores);
  for (const Sentence& sentence : sentences) decode(sentence, scores, labels);
  return labels;
}

}  // namespace entente::nlp
