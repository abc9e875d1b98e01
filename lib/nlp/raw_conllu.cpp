// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// CoNLL-U as raw text and its gold division, sentence by sentence. Only ID, FORM and MISC are looked at.
#include <algorithm>

#include "base/utf8.hpp"
#include "entente/error.hpp"
#include "nlp/conllu_columns.hpp"
#include "nlp/evaluate_text.hpp"
#include "nlp/files.hpp"

namespace entente::nlp {
namespace {

std::string without_space(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.valid || !is_space(point.value)) out.append(text.substr(at, point.size));
    at += point.size;
  }
  return out;
}

/// "# newpar id = 3" is a `newpar`; "# newpar_block" is none.
bool says(std::string_view comment, std::string_view what) {
  comment.remove_prefix(std::min(comment.find_first_not_of("# \t"), comment.size()));
  return comment.starts_with(what) &&
         (comment.size() == what.size() || comment[what.size()] == ' ' || comment[what.size()] == '\t');
}

class RawReader {
 public:
  explicit RawReader(const std::string& name) : name_(name) {}

  RawTreebank read(std::string_view content) {
    for_each_line(content, [this](std::string_view line, std::size_t number) {
      line_ = number;
      read_line(line);
    });
    end_sentence();
    return std::move(result_);
  }

 private:
  [[noreturn]] void fail(std::size_t line, const std::string& what) const {
    throw DataError(name_, line, what);
  }

  void read_line(std::string_view line) {
    if (line.empty()) return end_sentence();
    if (first_line_ == 0) first_line_ = line_;
    line.front() == '#' ? read_comment(line) : read_token(line);
  }

  void read_comment(std::string_view line) {
    if (says(line, "newdoc") || says(line, "newpar")) paragraph_ = true;
    if (!says(line, "text")) return;
    line.remove_prefix(std::min(line.find('='), line.size() - 1) + 1);
    text_ = line.substr(std::min(line.find_first_not_of(' '), line.size()));
  }

  void read_token(std::string_view line) {
    const Fields cells = split_columns(line, name_, line_);
    if (cells[kId].find('.') != std::string_view::npos) return;  // an empty node
    if (const std::size_t dash = cells[kId].find('-'); dash != std::string_view::npos) {
      add_token(cells[kForm], says_no_space(cells[kMisc]));
      left_in_range_ = range_size(cells[kId], dash);
      return;
    }
    if (left_in_range_ == 0) add_token(cells[kForm], says_no_space(cells[kMisc]));
    result_.gold.words.push_back({result_.gold.tokens.back(), lower_case(cells[kForm]), left_in_range_ > 0});
    if (left_in_range_ > 0) --left_in_range_;
  }

  std::size_t range_size(std::string_view id, std::size_t dash) const {
    const std::size_t first = number_of(id.substr(0, dash)).value_or(0);
    const std::size_t last = number_of(id.substr(dash + 1)).value_or(0);
    if (left_in_range_ > 0 || first == 0 || last <= first)
      fail(line_, "the range of a multiword token is wrong");
    return last - first + 1;
  }

  void add_token(std::string_view form, bool glued) {
    const std::string solid = without_space(form);
    if (solid.empty()) fail(line_, "FORM is empty");
    result_.gold.tokens.push_back({solid_size_, solid_size_ + static_cast<Index>(solid.size())});
    solid_size_ += static_cast<Index>(solid.size());
    solid_ += solid;
    spelt_.append(form).append(glued ? "" : " ");
    glued_ = glued;
  }

  void end_sentence() {
    if (!solid_.empty()) add_sentence();
    if (left_in_range_ > 0) fail(line_, "a multiword token ends after the sentence");
    text_ = {};
    spelt_.clear();
    solid_.clear();
    first_line_ = 0;
  }

  void add_sentence() {
    if (!spelt_.empty() && spelt_.back() == ' ') spelt_.pop_back();
    const std::string_view text = text_.empty() ? std::string_view(spelt_) : text_;
    if (without_space(text) != solid_) fail(first_line_, "the tokens do not spell the line `# text`");
    std::string& all = result_.text;
    if (!all.empty()) all += paragraph_ ? "\n\n" : joint_;
    const auto begin = static_cast<Index>(all.size());
    all += text;
    result_.sentences.push_back({begin, static_cast<Index>(all.size())});
    result_.gold.sentences.push_back({solid_size_ - static_cast<Index>(solid_.size()), solid_size_});
    paragraph_ = false;
    joint_ = glued_ ? "" : " ";
  }

  const std::string& name_;
  RawTreebank result_;
  std::size_t line_ = 0;
  std::size_t first_line_ = 0;  ///< of the sentence
  std::string_view text_;       ///< what its `# text` says
  std::string spelt_;           ///< its tokens as SpaceAfter joins them
  std::string solid_;           ///< the same without white space
  Index solid_size_ = 0;        ///< of all sentences
  std::size_t left_in_range_ = 0;
  bool paragraph_ = false;
  bool glued_ = false;
  const char* joint_ = "";
};

}  // namespace

RawTreebank read_raw_conllu(std::string_view content, const std::string& name) {
  if (content.size() > kNone / 2) throw DataError(name, 0, "is longer than 2 GiB; split it");
  return RawReader(name).read(content);
}

}  // namespace entente::nlp
