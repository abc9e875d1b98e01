// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "nlp/features.hpp"

#include <utility>

namespace entente::nlp {

std::array<std::uint32_t, kLearnedTables> learned_hashes(const Word& word) {
  return {word.form, word.suffixes[0], word.suffixes[1], word.suffixes[2], word.prefix, word.shape};
}

FeatureTables::FeatureTables(std::array<std::vector<std::uint32_t>, kLearnedTables> known, Lexicon lexicon)
    : lexicon_(std::move(lexicon)) {
  for (std::size_t i = 0; i < kLearnedTables; ++i) {
    indices_[i].known = std::move(known[i]);
    indices_[i].build();
  }
}

void FeatureTables::Index::build() {
  std::size_t size = 16;
  while (size < known.size() * 2) size *= 2;
  slots.assign(size, 0);
  for (std::size_t i = 0; i < known.size(); ++i) {
    std::size_t at = known[i] & (size - 1);
    while (slots[at] != 0) at = (at + 1) & (size - 1);
    slots[at] = static_cast<std::uint16_t>(i + 1);
  }
}

std::uint16_t FeatureTables::Index::row(std::uint32_t hash) const {
  if (slots.empty()) return 0;
  std::size_t at = hash & (slots.size() - 1);
  while (slots[at] != 0 && known[slots[at] - 1] != hash) at = (at + 1) & (slots.size() - 1);
  return slots[at];
}

std::size_t FeatureTables::rows(Table table) const {
  switch (table) {
    case Table::noun:
      return kNounClasses * kOtherClasses;
    case Table::verb:
      return kVerbClasses;
    case Table::name:
      return kNameClasses;
    default:
      return indices_[static_cast<std::size_t>(table)].known.size() + 1;
  }
}

void FeatureTables::append_rows(const std::vector<std::string_view>& forms,
                                std::array<std::string, 2>& scratch, std::vector<FeatureRow>& out) const {
  const CaseStyle style = case_style(forms);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto hashes = learned_hashes(make_word(forms[i], style, i == 0, scratch[0]));
    FeatureRow& row = out.emplace_back();
    for (std::size_t table = 0; table < kLearnedTables; ++table)
      row[table] = indices_[table].row(hashes[table]);
    const WordClasses classes = lexicon_.find(scratch[0], scratch[1]);
    row[static_cast<std::size_t>(Table::noun)] =
        static_cast<std::uint16_t>(classes.noun * kOtherClasses + classes.other);
    row[static_cast<std::size_t>(Table::verb)] = classes.verb;
    row[static_cast<std::size_t>(Table::name)] = classes.names;
  }
}

void FeatureTables::write(BinaryWriter& out) const {
  for (const Index& index : indices_) out.list(index.known);
  lexicon_.write(out);
}

FeatureTables FeatureTables::read(BinaryReader& in) {
  FeatureTables result;
  for (Index& index : result.indices_) {
    index.known = in.list<std::uint32_t>();
    if (index.known.size() >= 0xFFFF) in.fail();
    if (in.failed()) return {};
    index.build();
  }
  result.lexicon_ = Lexicon::read(in);
  return result;
}

}  // namespace entente::nlp
