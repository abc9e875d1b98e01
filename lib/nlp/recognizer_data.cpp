// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// GUM's brackets nest and cross; each open one remembers its type, its first word and which of its words is
// the head (the field "minspan"), and is closed by its number.
#include "nlp/recognizer_data.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "nlp/conllu_columns.hpp"
#include "nlp/files.hpp"
#include "nlp/names.hpp"

namespace entente::nlp {
namespace {

/// One document in so many is learned once more in small letters, one in so many in capitals.
constexpr std::size_t kSmallVariants = 12;
constexpr std::size_t kCapitalVariants = 40;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

NameLabel inside_of(NameLabel begin) {
  return static_cast<NameLabel>(static_cast<unsigned>(begin) + 1);
}

/// Collects words, sentences and documents.
class Collector {
 public:
  void begin_document() {
    end_sentence();
    if (documents_.back().tokens.size() > 0) documents_.emplace_back();
  }

  void add(std::string_view form, NameLabel label) {
    NamedDocument& document = documents_.back();
    if (!document.text.empty() && document.text.back() != '\n') document.text += ' ';
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text.append(form);
    document.tokens.spans.push_back({begin, static_cast<std::uint32_t>(document.text.size())});
    document.labels.push_back(checked(label));
  }

  void end_sentence() {
    NamedDocument& document = documents_.back();
    const Index first = document.tokens.sentences.empty() ? 0 : document.tokens.sentences.back().last;
    const Index last = document.tokens.size();
    if (first == last) return;
    document.tokens.sentences.push_back(
        {first, last, {document.tokens.spans[first].begin, document.tokens.spans[last - 1].end}});
    document.text += '\n';
  }

  std::vector<NamedDocument> take() {
    begin_document();
    documents_.pop_back();
    return std::move(documents_);
  }
  NamedDocument& document() { return documents_.back(); }

 private:
  // An inside without a begin becomes one.
  NameLabel checked(NameLabel label) const {
    const auto number = static_cast<unsigned>(label);
    if (number == 0 || number % 2 == 1) return label;
    const NamedDocument& document = documents_.back();
    const Index first = document.tokens.sentences.empty() ? 0 : document.tokens.sentences.back().last;
    const NameLabel before = document.labels.size() > first ? document.labels.back() : NameLabel::none;
    const bool follows = before == label || inside_of(before) == label;
    return follows ? label : static_cast<NameLabel>(number - 1);
  }

  std::vector<NamedDocument> documents_ = std::vector<NamedDocument>(1);
};

std::optional<NameLabel> label_of_type(std::string_view type) {
  if (type == "person") return NameLabel::person_begin;
  if (type == "place") return NameLabel::location_begin;
  if (type == "organization") return NameLabel::organization_begin;
  return std::nullopt;
}

/// The part of `text` before `mark`; `text` keeps what stands behind it.
std::string_view cut(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

/// A mention whose end is still to come.
struct Open {
  std::string id;
  std::optional<NameLabel> label;
  Index first = 0;
  Index head = 0;  ///< words after the first
};

class GumReader {
 public:
  explicit GumReader(Collector& out) : out_(out) {}

  void begin_document() { open_.clear(); }

  void add(std::string_view form, std::string_view upos, std::string_view brackets) {
    const Index token = out_.document().tokens.size();
    out_.add(form, NameLabel::none);
    proper_.resize(token + 1);
    proper_[token] = upos == "PROPN";
    read_brackets(brackets, token);
  }

 private:
  void read_brackets(std::string_view text, Index token) {
    while (!text.empty()) {
      const bool opens = text[0] == '(';
      if (opens) text.remove_prefix(1);
      const std::size_t end = std::min(text.find_first_of("()"), text.size());
      const std::string_view body = text.substr(0, end);
      const bool closes = end < text.size() && text[end] == ')';
      text.remove_prefix(closes ? end + 1 : end);
      if (opens) open(body, token);
      if (closes) close(body, token, opens);
      if (!opens && !closes) return;
    }
  }

  void open(std::string_view body, Index token) {
    const std::string id(cut(body, '-'));
    const auto label = label_of_type(cut(body, '-'));
    for (int i = 0; i < 3; ++i) cut(body, '-');
    const std::string_view spot = cut(body, '-');
    unsigned head = 1;
    std::from_chars(spot.data(), spot.data() + spot.size(), head);
    open_.push_back({id, label, token, std::max(head, 1U) - 1});
  }

  void close(std::string_view body, Index token, bool just_opened) {
    const std::string id(just_opened ? std::string_view(open_.back().id) : body);
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) { return open.id == id; });
    if (found == open_.rend()) return;
    if (found->label) mark(*found->label, found->first, token + 1, found->first + found->head);
    open_.erase(std::next(found).base());
  }

  // An outer mention is closed after the inner ones; the inner ones' names stay.
  void mark(NameLabel label, Index first, Index last, Index head) {
    if (head >= last || !proper_[head]) return;
    Index from = head;
    Index to = head + 1;
    while (from > first && in_name(from - 1)) --from;
    while (to < last && in_name(to)) ++to;
    while (from < head && !proper_[from]) ++from;
    while (to > head + 1 && !proper_[to - 1]) --to;
    auto& labels = out_.document().labels;
    if (std::any_of(labels.begin() + from, labels.begin() + to,
                    [](NameLabel l) { return l != NameLabel::none; }))
      return;
    for (Index i = from; i < to; ++i) labels[i] = i == from ? label : inside_of(label);
  }
  bool in_name(Index token) const {
    return proper_[token] || out_.document().tokens.word(out_.document().text, token) == "-";
  }

  Collector& out_;
  std::vector<bool> proper_;
  std::vector<Open> open_;
};

using Names = std::vector<std::array<Index, 3>>;

Names names_in(const std::vector<NameLabel>& labels) {
  Names names;
  for (Index i = 0; i < labels.size(); ++i) {
    const auto number = static_cast<unsigned>(labels[i]);
    if (number % 2 == 1)
      names.push_back({i, i + 1, number / 2});
    else if (number != 0 && !names.empty() && names.back()[1] == i)
      ++names.back()[1];
  }
  return names;
}

void append_case_variants(std::vector<NamedDocument>& documents) {
  const std::size_t size = documents.size();
  for (std::size_t i = 0; i < size; ++i) {
    const bool small = i % kSmallVariants == kSmallVariants / 2;
    if (!small && i % kCapitalVariants != kCapitalVariants / 2) continue;
    NamedDocument variant = documents[i];
    for (char& c : variant.text) c = small ? lower(c) : upper(c);
    documents.push_back(std::move(variant));
  }
}

}  // namespace

std::vector<NamedDocument> read_named_documents(std::string_view content, const std::string& name) {
  Collector collector;
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (line.substr(0, 8) == "# newdoc") collector.begin_document();
    if (line.empty()) collector.end_sentence();
    if (line.empty() || line[0] == '#') return;
    const NamedWord word = read_named_word(line, name, number);
    if (!word.form.empty()) collector.add(word.form, word.label);
  });
  return collector.take();
}

std::vector<NamedDocument> read_gum_documents(std::string_view content, const std::string& name) {
  Collector collector;
  GumReader reader(collector);
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (line.substr(0, 8) == "# newdoc") {
      collector.begin_document();
      reader.begin_document();
    }
    if (line.empty()) collector.end_sentence();
    if (line.empty() || line[0] == '#') return;
    const Fields fields = split_columns(line, name, number);
    if (number_of(fields[kId]) && !fields[kForm].empty())
      reader.add(fields[kForm], fields[kUpos], value_in(fields[kMisc], "Entity"));
  });
  return collector.take();
}

std::vector<NamedDocument> load_named_documents(const std::string& path) {
  const std::string content = read_maybe_gzipped(path);
  const bool treebank = path.find(".conllu") != std::string::npos;
  return treebank ? read_gum_documents(content, path) : read_named_documents(content, path);
}

std::vector<NamedDocument> load_training_documents(const std::string& path) {
  auto documents = load_named_documents(path);
  if (path.find(".conllu") == std::string::npos) append_case_variants(documents);
  return documents;
}

void count_names(const std::vector<NameLabel>& gold, const std::vector<NameLabel>& predicted,
                 NameScores& scores) {
  const Names right = names_in(gold);
  const Names found = names_in(predicted);
  for (const auto& item : right) ++scores[item[2]].gold, ++scores[3].gold;
  for (const auto& item : found) {
    const bool same = std::binary_search(right.begin(), right.end(), item);
    for (auto* score : {&scores[item[2]], &scores[3]}) {
      ++score->predicted;
      score->right += same ? 1 : 0;
    }
  }
}

}  // namespace entente::nlp
