// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Which words form a multiword token is not in `Tokens`; it follows from the spelling: no space between, and
// both sides are letters or an apostrophe before letters ("don't", "cannot", "Iran's"), while punctuation,
// hyphens and numbers with units are merely written together.
#include <fmt/format.h>

#include <iterator>

#include "nlp/conllu.hpp"

namespace entente::nlp {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 128;
}

bool starts_like_clitic(std::string_view word) {
  for (const std::string_view mark : {"'", "\u2019"}) {
    if (word.starts_with(mark)) return word.size() == mark.size() || is_letter(word[mark.size()]);
  }
  return is_letter(word.front());
}

class Writer {
 public:
  Writer(std::string_view text, const Tokens& tokens, const Parse& parse)
      : text_(text), tokens_(tokens), parse_(parse) {}

  std::string write(const ConlluOptions& options) {
    for (std::size_t i = 0; i < tokens_.sentences.size(); ++i) {
      write_comments(options, i);
      write_words(tokens_.sentences[i]);
      out_.push_back('\n');
    }
    return std::move(out_);
  }

 private:
  void write_comments(const ConlluOptions& options, std::size_t i) {
    if (options.comments != nullptr) {
      out_.append((*options.comments)[i]);
      return;
    }
    if (i == 0 && !options.document.empty())
      fmt::format_to(std::back_inserter(out_), "# newdoc id = {}\n", plain(options.document));
    const char* joint = options.document.empty() ? "" : "-";
    fmt::format_to(std::back_inserter(out_), "# sent_id = {}{}{}\n# text = ", plain(options.document), joint,
                   i + 1);
    const Span span = tokens_.sentences[i].span;
    out_.append(plain(text_.substr(span.begin, span.size()))).push_back('\n');
  }

  void write_words(const Sentence& sentence) {
    for (Index token = sentence.first; token < sentence.last;) {
      Index end = token + 1;
      while (end < sentence.last && joins(end - 1)) ++end;
      const bool joined = end - token > 1;
      if (joined) write_range(sentence, token, end);
      for (; token < end; ++token) write_word(sentence, token, !joined && touches(token, sentence));
    }
  }

  void write_range(const Sentence& sentence, Index first, Index last) {
    const std::string_view surface =
        text_.substr(tokens_.spans[first].begin, tokens_.spans[last - 1].end - tokens_.spans[first].begin);
    fmt::format_to(std::back_inserter(out_), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n",
                   first - sentence.first + 1, last - sentence.first, plain(surface),
                   touches(last - 1, sentence) ? "SpaceAfter=No" : "_");
  }

  void write_word(const Sentence& sentence, Index token, bool glued) {
    const Index head = parse_.heads[token];
    fmt::format_to(std::back_inserter(out_), "{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n",
                   token - sentence.first + 1, plain(tokens_.word(text_, token)), plain(parse_.lemma(token)),
                   name(parse_.upos[token]), name(parse_.xpos[token]),
                   head == kNone ? 0 : head - sentence.first + 1, name(parse_.labels[token]),
                   misc(token, glued));
  }

  // The column MISC: names and blanks.
  std::string misc(Index token, bool glued) const {
    std::string result;
    if (parse_.names[token] != NameLabel::none) result.append("NER=").append(name(parse_.names[token]));
    if (glued) result.append(result.empty() ? "" : "|").append("SpaceAfter=No");
    return result.empty() ? "_" : result;
  }

  // Whether no space follows; the last word of a sentence counts as followed by one.
  bool touches(Index token, const Sentence& sentence) const {
    return token + 1 < sentence.last && tokens_.spans[token].end == tokens_.spans[token + 1].begin;
  }

  // Whether `token` and the next one belong to one multiword token.
  bool joins(Index token) const {
    const std::string_view word = tokens_.word(text_, token);
    const std::string_view next = tokens_.word(text_, token + 1);
    if (word.empty() || next.empty() || tokens_.spans[token].end != tokens_.spans[token + 1].begin)
      return false;
    const auto is_mark = [this](Index i) {
      return parse_.upos[i] == Upos::PUNCT || parse_.upos[i] == Upos::SYM;
    };
    return !is_mark(token) && !is_mark(token + 1) && is_letter(word.back()) && starts_like_clitic(next);
  }

  // Without the characters that would break a line or a column.
  static std::string plain(std::string_view value) {
    std::string result(value.empty() ? std::string_view("_") : value);
    for (char& c : result) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    return result;
  }

  std::string_view text_;
  const Tokens& tokens_;
  const Parse& parse_;
  std::string out_;
};

}  // namespace

std::string write_conllu(std::string_view text, const Tokens& tokens, const Parse& parse,
                         const ConlluOptions& options) {
  return Writer(text, tokens, parse).write(options);
}

}  // namespace entente::nlp
