// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Each template has a number of its own, with which its hashes start. The words of a document are looked at
// once (WordView); templates then combine what was seen.
#include "nlp/recognizer_features.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "nlp/hash.hpp"
#include "nlp/words.hpp"

namespace entente::nlp {
namespace {

/// What stands for a word beyond the ends of a sentence.
constexpr std::uint64_t kOutside = 7;

struct WordView {
  std::uint64_t form = kOutside;  ///< folded
  std::uint64_t exact = kOutside;
  std::uint64_t shape = kOutside;
  std::uint64_t affixes[4] = {};
  std::uint64_t classes = 0;  ///< WordNet's
  std::uint64_t kinds = 0;    ///< NameBits
  std::uint64_t hint = 0;
  std::uint64_t upos = 31;
  bool capital = false;
};

/// How a word is used in the whole document.
struct Usage {
  std::uint32_t lower = 0;
  std::uint32_t capital = 0;
  std::uint32_t hints = 0;  ///< all bits of listed names of several words it stands in
};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_nominal(const WordView& word) {
  return word.upos == static_cast<std::uint64_t>(Upos::PROPN) ||
         word.upos == static_cast<std::uint64_t>(Upos::NOUN) ||
         word.upos == static_cast<std::uint64_t>(Upos::ADJ);
}

class FeatureMaker {
 public:
  explicit FeatureMaker(const NameContext& context) : context_(context) {}

  NameFeatures make() {
    look_at_words();
    result_.begin.reserve(context_.tokens.size() + 1);
    for (std::size_t i = 0; i < context_.tokens.sentences.size(); ++i) add_sentence(i);
    result_.begin.push_back(static_cast<std::uint32_t>(result_.hashes.size()));
    for (const WordView& word : words_)
      result_.forms.push_back(word.capital && is_nominal(word) ? static_cast<std::uint32_t>(word.form) : 0);
    result_.guesses = context_.parse.names;
    return std::move(result_);
  }

 private:
  void look_at_words() {
    words_.resize(context_.tokens.size());
    std::vector<std::string_view> forms;
    std::string folded;
    std::string scratch;
    for (const Sentence& sentence : context_.tokens.sentences) {
      forms.clear();
      for (Index i = sentence.first; i < sentence.last; ++i)
        forms.push_back(context_.tokens.word(context_.text, i));
      const CaseStyle style = case_style(forms);
      for (Index i = sentence.first; i < sentence.last; ++i)
        look_at(i, forms[i - sentence.first],
                make_word(forms[i - sentence.first], style, i == sentence.first, folded),
                context_.lexicon.find(folded, scratch));
    }
  }

  void look_at(Index token, std::string_view form, const Word& word, const WordClasses& classes) {
    WordView& view = words_[token];
    view.form = word.form;
    view.exact = hash_bytes(form);
    view.shape = word.shape;
    for (std::size_t i = 0; i < 3; ++i) view.affixes[i] = word.suffixes[i];
    view.affixes[3] = word.prefix;
    view.classes = classes.noun + 32U * classes.verb + 1024U * classes.other;
    view.kinds = classes.names;
    const NameHint& hint = context_.hints[token];
    view.hint = hint.begin | std::uint64_t{hint.inside} << 32U;
    view.upos = static_cast<std::uint64_t>(context_.parse.upos[token]);
    view.capital = !form.empty() && (is_upper(form[0]) || static_cast<unsigned char>(form[0]) >= 0xC3);
    Usage& usage = usages_[word.form];
    ++(view.capital ? usage.capital : usage.lower);
    usage.hints |= hint.inside;
    if (hint.begin != 0 && token + 1 < context_.tokens.size() && context_.hints[token + 1].inside != 0)
      usage.hints |= hint.begin;
  }

  template <class... Values>
  void add(std::uint64_t number, Values... values) {
    std::uint64_t hash = start(number);
    ((hash = chain(hash, values)), ...);
    result_.hashes.push_back(fold(hash));
  }

  void add_sentence(std::size_t number) {
    sentence_ = context_.tokens.sentences[number];
    before_ = number == 0 ? Sentence{} : context_.tokens.sentences[number - 1];
    find_runs();
    for (Index token = sentence_.first; token < sentence_.last; ++token) {
      result_.begin.push_back(static_cast<std::uint32_t>(result_.hashes.size()));
      if (context_.edited && !near_capital(token)) continue;
      add_words(token);
      add_syntax(token);
      add_lists(token);
      add_run(token);
      add_document(token);
    }
  }

  bool near_capital(Index token) const {
    for (int offset = -2; offset <= 2; ++offset)
      if (at(token, offset).capital) return true;
    return false;
  }

  /// Runs of capitalised words, over hyphens, "of" and "and" between them.
  void find_runs() {
    runs_.assign(sentence_.last - sentence_.first, {kNone, kNone});
    for (Index token = sentence_.first; token < sentence_.last;) {
      if (!words_[token].capital) {
        ++token;
        continue;
      }
      Index last = token + 1;
      while (last < sentence_.last) {
        if (words_[last].capital) {
          ++last;
        } else if (last + 1 < sentence_.last && words_[last + 1].capital && links(last)) {
          last += 2;
        } else {
          break;
        }
      }
      for (Index i = token; i < last; ++i) runs_[i - sentence_.first] = {token, last};
      token = last;
    }
  }

  bool links(Index token) const {
    const std::string_view word = context_.tokens.word(context_.text, token);
    return word == "of" || word == "&" || word == "-" || word == "'s" || word == "for";
  }

  const WordView& at(Index token, int offset) const {
    const auto index = static_cast<std::int64_t>(token) + offset;
    return index < sentence_.first || index >= sentence_.last ? outside_
                                                              : words_[static_cast<std::size_t>(index)];
  }

  void add_words(Index token) {
    const WordView& word = words_[token];
    const WordView& left = at(token, -1);
    const WordView& right = at(token, 1);
    add(0);
    add(1, word.form);
    add(2, word.exact);
    add(3, left.form);
    add(4, right.form);
    add(5, at(token, -2).form);
    add(6, at(token, 2).form);
    add(7, left.form, word.form);
    add(8, word.form, right.form);
    add(9, left.form, right.form);
    for (std::uint64_t i = 0; i < 4; ++i) add(10 + i, word.affixes[i]);
    add(14, word.shape);
    add(15, left.shape, word.shape);
    add(16, word.shape, right.shape);
    add(17, left.shape, word.shape, right.shape);
    add(18, left.form, word.shape);
    add(19, word.shape, right.form);
    add(20, at(token, -2).form, left.form, word.shape);
    add(21, right.form, at(token, 2).form, word.shape);
    add(22, word.affixes[1], word.shape);
    if (token < sentence_.first + 2 && before_.last > before_.first) {
      add(23, token - sentence_.first, words_[before_.last - 1].form);
      add(24, token - sentence_.first, words_[before_.first].form,
          std::min<Index>(sentence_.last - sentence_.first, 5));
    }
    add(25, std::min<Index>(sentence_.last - sentence_.first, 8), token == sentence_.first, word.shape);
  }

  void add_syntax(Index token) {
    const WordView& word = words_[token];
    const Parse& parse = context_.parse;
    const auto label = static_cast<std::uint64_t>(parse.labels[token]);
    const Index head = parse.heads[token];
    const WordView& governor = head == kNone ? outside_ : words_[head];
    add(30, word.upos);
    add(31, at(token, -1).upos, word.upos);
    add(32, word.upos, at(token, 1).upos);
    add(33, at(token, -1).upos, word.upos, at(token, 1).upos);
    add(34, static_cast<std::uint64_t>(parse.xpos[token]), word.shape);
    add(35, label);
    add(36, governor.form, label);
    add(37, governor.upos, label, word.upos);
    add(38, governor.classes, label);
    add(39, word.classes);
    add(40, word.classes, word.shape);
    add(41, at(token, -1).classes);
    add(42, at(token, 1).classes);
  }

  void add_lists(Index token) {
    const WordView& word = words_[token];
    add(50, word.kinds);
    add(51, word.kinds, word.shape);
    add(52, at(token, -1).kinds, word.kinds);
    add(53, word.kinds, at(token, 1).kinds);
    add(54, word.hint);
    add(55, word.hint, word.shape);
    add(56, word.hint, word.upos);
    add(57, at(token, -1).hint, word.hint);
    add(58, word.hint, at(token, 1).hint);
    add(59, word.hint, at(token, -1).form);
    add(60, word.hint, at(token, 1).form);
    add(61, word.hint, word.kinds);
    add(62, word.hint, at(token, -1).hint, at(token, 1).hint);
  }

  void add_run(Index token) {
    const auto [first, last] = runs_[token - sentence_.first];
    if (first == kNone) return;
    const WordView& word = words_[token];
    const std::uint64_t length = std::min<Index>(last - first, 5);
    const std::uint64_t place = token == first ? 0 : token + 1 == last ? 2 : 1;
    const WordView& end = words_[last - 1];
    const WordView& begin = words_[first];
    add(70, length, place);
    add(71, end.form, place);
    add(72, begin.form, place);
    add(73, end.classes, length, place);
    add(74, at(last - 1, 1).form, place);
    add(75, at(first, -1).form, place);
    add(76, begin.hint, length, place);
    add(77, end.hint, length, place);
    add(78, begin.kinds, end.kinds, length, place);
    add(79, at(first, -1).form, at(last - 1, 1).form);
    add(80, word.shape, length, place, at(first, -1).upos, at(last - 1, 1).upos);
    if (last - first == 1) add(81, at(first, -1).form, word.kinds);
    if (last - first > 1) add(82, end.affixes[1], place);
  }

  void add_document(Index token) {
    const WordView& word = words_[token];
    const Usage& usage = usages_.at(static_cast<std::uint32_t>(word.form));
    const std::uint64_t lower = std::min<std::uint32_t>(usage.lower - (word.capital ? 0 : 1), 2);
    const std::uint64_t capital = std::min<std::uint32_t>(usage.capital - (word.capital ? 1 : 0), 2);
    add(90, lower, capital, word.shape);
    if (usage.hints != 0) {
      add(91, usage.hints);
      add(92, usage.hints, word.hint);
    }
  }

  const NameContext& context_;
  std::vector<WordView> words_;
  std::unordered_map<std::uint32_t, Usage> usages_;
  std::vector<std::pair<Index, Index>> runs_;
  Sentence sentence_;
  Sentence before_;
  WordView outside_;
  NameFeatures result_;
};

}  // namespace

NameFeatures name_features(const NameContext& context) {
  return FeatureMaker(context).make();
}

}  // namespace entente::nlp
