// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Documents in, and what the language stages know of them: three plain values, each made by one stage and
// never changed by a later one. Byte offsets into `Document::text` are the coordinate of everything.
//
//   for (entente::DocumentReader reader("articles.jsonl"); auto document = reader.next();)
//     std::puts(document->title.c_str());
//
// Thread-safety: values are plain data; a reader is used by one thread. Lifetime: `Tokens` and `Parse` hold
// indices and offsets only and are of no use without the text they were made from.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/error.hpp"
#include "entente/ids.hpp"

namespace entente {

/// One article. `text` is valid UTF-8 without NUL, at most 4 GiB; offsets refer to it as it stands here.
struct Document {
  std::string id{};      ///< unique; the file's name, or the record's id
  std::string title{};   ///< may be empty
  std::string date{};    ///< ISO 8601 date of publication (`2004`, `2004-06`, `2004-06-15`), or empty
  std::string outlet{};  ///< who published it, or empty
  std::string url{};     ///< where it was published, or empty
  std::string text{};
};

enum class DocumentFormat : std::uint8_t { automatic, text, html, json, json_lines };

struct ReadOptions {
  DocumentFormat format = DocumentFormat::automatic;  ///< automatic: by name, then by content
  /// Names of the fields of JSON documents, for those that differ from ours:
  /// {"text", "body"} reads `text` from the member `body`; a dot descends ("article.body").
  std::map<std::string, std::string> fields{};
  std::string date{};  ///< for documents that carry none
};

/// Reads the documents of one file, in order: plain text, HTML, JSON (a document or an array of them), JSON
/// Lines, each also gzipped; `-` is standard input. Streams JSON Lines. A bad record is told to `diagnostics`
/// and skipped.
class DocumentReader {
 public:
  /// Throws IoError when the file cannot be opened.
  explicit DocumentReader(const std::string& path, ReadOptions options = {}, Diagnostics diagnostics = {});
  ~DocumentReader();
  DocumentReader(DocumentReader&&) noexcept;
  DocumentReader& operator=(DocumentReader&&) noexcept;

  /// The next document, or nothing at the end. Throws IoError when reading fails.
  std::optional<Document> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Makes any bytes a text: decodes UTF-8, UTF-16 with a byte order mark, Windows-1252 and mixtures of them,
/// undoes UTF-8 read as Latin-1, normalizes line ends, replaces what is left. Never throws; the result is
/// valid UTF-8.
std::string repair_text(std::string_view bytes);

struct Sentence {
  Index first = 0;  ///< tokens [first, last)
  Index last = 0;
  Span span;  ///< from its first token's first byte to its last token's last byte
};

/// The words of a text, segmented as in Universal Dependencies: clitics apart ("Russia", "'s"; "do", "n't").
struct Tokens {
  std::vector<Span> spans;
  std::vector<Sentence> sentences;  ///< in order, together all tokens

  Index size() const { return static_cast<Index>(spans.size()); }
  std::string_view word(std::string_view text, Index token) const {
    return text.substr(spans[token].begin, spans[token].size());
  }
};

/// Universal parts of speech (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};
inline constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

/// Penn Treebank tags as the English treebanks use them (column XPOS).
enum class Xpos : std::uint8_t {
  ADD,
  AFX,
  CC,
  CD,
  DT,
  EX,
  FW,
  GW,
  HYPH,
  IN,
  JJ,
  JJR,
  JJS,
  LRB,
  LS,
  MD,
  NFP,
  NN,
  NNP,
  NNPS,
  NNS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  RRB,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  XX,
  comma,
  colon,
  stop,
  open_quote,
  close_quote,
  dollar,
  other
};
inline constexpr std::array<std::string_view, 51> kXposNames = {
    "ADD",   "AFX", "CC",  "CD",    "DT",  "EX",  "FW",   "GW",  "HYPH", "IN",  "JJ",  "JJR",  "JJS",
    "-LRB-", "LS",  "MD",  "NFP",   "NN",  "NNP", "NNPS", "NNS", "PDT",  "POS", "PRP", "PRP$", "RB",
    "RBR",   "RBS", "RP",  "-RRB-", "SYM", "TO",  "UH",   "VB",  "VBD",  "VBG", "VBN", "VBP",  "VBZ",
    "WDT",   "WP",  "WP$", "WRB",   "XX",  ",",   ":",    ".",   "``",   "''",  "$",   "_"};

/// Universal dependency relations with the subtypes of the English treebanks
/// (universaldependencies.org/u/dep).
enum class Dep : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  advmod_emph,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  clf,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  flat_foreign,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};
inline constexpr std::array<std::string_view, 54> kDepNames = {
    "acl",        "acl:relcl",  "advcl",        "advcl:relcl",   "advmod",       "advmod:emph", "amod",
    "appos",      "aux",        "aux:pass",     "case",          "cc",           "cc:preconj",  "ccomp",
    "clf",        "compound",   "compound:prt", "conj",          "cop",          "csubj",       "csubj:outer",
    "csubj:pass", "dep",        "det",          "det:predet",    "discourse",    "dislocated",  "expl",
    "fixed",      "flat",       "flat:foreign", "goeswith",      "iobj",         "list",        "mark",
    "nmod",       "nmod:desc",  "nmod:poss",    "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass",
    "nummod",     "obj",        "obl",          "obl:agent",     "obl:unmarked", "orphan",      "parataxis",
    "punct",      "reparandum", "root",         "vocative",      "xcomp"};

/// Names marked word by word (IOB2, universalner.org): the first word of one, a further word, or none.
enum class NameLabel : std::uint8_t {
  none,
  person_begin,
  person_inside,
  location_begin,
  location_inside,
  organization_begin,
  organization_inside
};
inline constexpr std::array<std::string_view, 7> kNameLabelNames = {"O",     "B-PER", "I-PER", "B-LOC",
                                                                    "I-LOC", "B-ORG", "I-ORG"};

inline std::string_view name(Upos tag) {
  return kUposNames[static_cast<std::size_t>(tag)];
}
inline std::string_view name(Xpos tag) {
  return kXposNames[static_cast<std::size_t>(tag)];
}
inline std::string_view name(Dep label) {
  return kDepNames[static_cast<std::size_t>(label)];
}
inline std::string_view name(NameLabel label) {
  return kNameLabelNames[static_cast<std::size_t>(label)];
}

/// The syntax of a text, one element a token of `Tokens`.
struct Parse {
  std::vector<Upos> upos;
  std::vector<Xpos> xpos;
  std::vector<Index> heads;  ///< token index in the document, in the same sentence; `kNone` for a root
  std::vector<Dep> labels;
  std::vector<NameLabel> names;  ///< found by their words and context alone
  std::string lemma_bytes;       ///< all lemmas, one after the other
  std::vector<Span> lemma_spans;

  /// Lower-cased for all but proper nouns. Valid while this Parse lives.
  std::string_view lemma(Index token) const {
    return std::string_view(lemma_bytes).substr(lemma_spans[token].begin, lemma_spans[token].size());
  }
};

}  // namespace entente
