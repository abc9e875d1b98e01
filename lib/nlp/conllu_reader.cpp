// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Line by line; a sentence is checked and added when its empty line (or the end) comes.
#include <cstdint>
#include <optional>

#include "entente/error.hpp"
#include "nlp/conllu.hpp"
#include "nlp/conllu_columns.hpp"
#include "nlp/files.hpp"

namespace entente::nlp {
namespace {

template <class Enum, class Names>
std::optional<Enum> find_name(const Names& names, std::string_view text) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

Dep label_of(std::string_view text) {
  if (const auto label = find_name<Dep>(kDepNames, text)) return *label;
  return find_name<Dep>(kDepNames, text.substr(0, text.find(':'))).value_or(Dep::dep);
}

NameLabel name_label_of(std::string_view misc) {
  return find_name<NameLabel>(kNameLabelNames, value_in(misc, "NER")).value_or(NameLabel::none);
}

class Reader {
 public:
  explicit Reader(const std::string& name) : name_(name) {}

  Treebank read(std::string_view content) {
    for_each_line(content, [this](std::string_view line, std::size_t number) {
      line_ = number;
      read_line(line);
    });
    ++line_;
    end_sentence();
    return std::move(result_);
  }

 private:
  [[noreturn]] void fail(std::size_t line, const std::string& what) const {
    throw DataError(name_, line, what);
  }

  void read_line(std::string_view line) {
    if (line.empty()) {
      end_sentence();
    } else if (line.front() == '#') {
      if (in_sentence()) fail(line_, "a comment inside a sentence");
      comments_.append(line).append(1, '\n');
    } else {
      read_token(split_columns(line, name_, line_));
    }
  }

  bool in_sentence() const { return first_ < result_.tokens.size() || range_end_ > 0; }
  Index size_now() const { return result_.tokens.size() - first_; }

  void read_token(const Fields& fields) {
    if (const std::size_t dash = fields[kId].find('-'); dash != std::string_view::npos)
      return read_range(fields, dash);
    if (fields[kId].find('.') != std::string_view::npos) return;  // an empty node: not a word of the text
    if (number_of(fields[kId]) != size_now() + 1) fail(line_, "ID is not " + std::to_string(size_now() + 1));
    if (fields[kForm].empty()) fail(line_, "FORM is empty");
    if (!in_sentence()) first_line_ = line_;
    add_form(fields[kForm]);
    glued_ = says_no_space(fields[kMisc]) || size_now() < range_end_;
    if (size_now() == range_end_) glued_ = range_glued_;
    add_syntax(fields);
  }

  void read_range(const Fields& fields, std::size_t dash) {
    const auto first = number_of(fields[kId].substr(0, dash));
    const auto last = number_of(fields[kId].substr(dash + 1));
    const bool nested = size_now() < range_end_;
    if (nested || first != size_now() + 1 || !last || *last <= *first)
      fail(line_, "the range of a multiword token is wrong");
    if (!in_sentence()) first_line_ = line_;
    range_end_ = *last;
    range_glued_ = says_no_space(fields[kMisc]);
  }

  void add_form(std::string_view form) {
    if (size_now() > 0 && !glued_) result_.text.push_back(' ');
    const auto begin = static_cast<std::uint32_t>(result_.text.size());
    result_.text.append(form);
    result_.tokens.spans.push_back({begin, static_cast<std::uint32_t>(result_.text.size())});
  }

  void add_syntax(const Fields& fields) {
    Parse& gold = result_.gold;
    gold.upos.push_back(find_name<Upos>(kUposNames, fields[kUpos]).value_or(Upos::X));
    gold.xpos.push_back(find_name<Xpos>(kXposNames, fields[kXpos]).value_or(Xpos::other));
    gold.labels.push_back(label_of(fields[kDeprel]));
    gold.names.push_back(name_label_of(fields[kMisc]));
    const auto begin = static_cast<std::uint32_t>(gold.lemma_bytes.size());
    gold.lemma_bytes.append(fields[kLemma]);
    gold.lemma_spans.push_back({begin, static_cast<std::uint32_t>(gold.lemma_bytes.size())});
    const auto head = fields[kHead] == "_" ? 0U : number_of(fields[kHead]);
    if (!head) fail(line_, "HEAD is no number");
    gold.heads.push_back(*head);  // made an index of the document by end_sentence()
  }

  void end_sentence() {
    if (!in_sentence()) return;
    if (range_end_ > size_now()) fail(line_ - 1, "a multiword token ends after the sentence");
    check_heads();
    const Tokens& tokens = result_.tokens;
    const auto size = tokens.size();
    result_.tokens.sentences.push_back(
        {first_, size, {tokens.spans[first_].begin, tokens.spans[size - 1].end}});
    result_.comments.push_back(std::move(comments_));
    comments_.clear();
    result_.text.push_back('\n');
    first_ = size;
    range_end_ = 0;
    glued_ = false;
  }

  // Heads become document indices; following them from any word must end at a root. Words on a way known to
  // be good are marked, so that the check is linear.
  void check_heads() {
    std::vector<Index>& heads = result_.gold.heads;
    const Index size = size_now();
    for (Index i = first_; i < first_ + size; ++i) {
      if (heads[i] > size)
        fail(first_line_, "HEAD of word " + std::to_string(i - first_ + 1) + " is outside the sentence");
      heads[i] = heads[i] == 0 ? kNone : first_ + heads[i] - 1;
    }
    std::vector<Index> seen(size, kNone);  // by the word whose way came through
    for (Index start = first_; start < first_ + size; ++start) {
      Index at = start;
      while (at != kNone && seen[at - first_] == kNone) {
        seen[at - first_] = start;
        at = heads[at];
      }
      if (at != kNone && seen[at - first_] == start) {
        fail(first_line_, "the heads from word " + std::to_string(start - first_ + 1) + " go in a circle");
      }
    }
  }

  const std::string& name_;
  std::size_t line_ = 0;
  Treebank result_;
  std::string comments_;         // of the sentence being read
  Index first_ = 0;              // its first token
  std::size_t first_line_ = 0;   // its first line
  std::uint32_t range_end_ = 0;  // last word of the multiword token being read
  bool range_glued_ = false;
  bool glued_ = false;  // no space before the next word
};

}  // namespace

Treebank read_conllu(std::string_view content, const std::string& name) {
  if (content.size() > kNone / 2) throw DataError(name, 0, "is longer than 2 GiB; split it");
  return Reader(name).read(content);
}

Treebank load_conllu(const std::string& path) {
  return read_conllu(read_maybe_gzipped(path), path);
}

}  // namespace entente::nlp
