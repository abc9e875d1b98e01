// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// One file, its documents one after the other. Text, HTML and JSON files are read whole; JSON Lines a line at
// a time.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <utility>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "entente/document.hpp"
#include "text/dates.hpp"
#include "text/document_format.hpp"
#include "text/front_matter.hpp"
#include "text/html.hpp"
#include "text/json_documents.hpp"

namespace entente {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_utf16(std::string_view bytes) {
  return bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!is_space(point.value)) return false;
    at += point.size;
  }
  return true;
}

/// A field that is one line.
std::string line_field(std::string_view written) {
  std::string out = repair_text(written);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  const std::size_t begin = out.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return out.substr(begin, out.find_last_not_of(' ') - begin + 1);
}

/// "name:number"; the name alone for 0.
std::string with_number(const std::string& name, std::size_t number) {
  return number == 0 ? name : fmt::format("{}:{}", name, number);
}

}  // namespace

struct DocumentReader::State {
  std::string path;
  std::string place;  ///< what messages call the file
  ReadOptions options;
  Diagnostics diagnostics;
  InputFile file;
  DocumentFormat format = DocumentFormat::text;
  bool done = false;
  std::size_t line_number = 0;
  std::deque<Document> waiting;

  void tell(const std::string& where, std::string message) const {
    if (diagnostics) diagnostics({where, std::move(message)});
  }

  std::string place_of(std::size_t number) const { return with_number(place, number); }

  std::optional<Document> next() {
    while (waiting.empty() && !done) {
      if (format == DocumentFormat::json_lines)
        read_line();
      else
        read_whole();
    }
    if (waiting.empty()) return std::nullopt;
    Document document = std::move(waiting.front());
    waiting.pop_front();
    return document;
  }

  void read_line() {
    std::string line;
    if (!file.next_line(line)) {
      done = true;
      return;
    }
    ++line_number;
    if (line_number == 1 && line.compare(0, 3, kByteOrderMark) == 0) line.erase(0, 3);
    if (!is_blank(line)) add(line_number, read_json_record(line, options.fields));
  }

  void read_whole() {
    done = true;
    std::string bytes = file.read_all();
    if (format == DocumentFormat::html)
      add_html(bytes);
    else if (format == DocumentFormat::json)
      add_json(std::move(bytes));
    else
      add_text(bytes);
  }

  void add_text(std::string_view bytes) {
    std::string text = repair_text(bytes);
    FrontMatter matter = front_matter(text);
    finish(0, {.id = {},
               .title = std::move(matter.title),
               .date = std::move(matter.date),
               .outlet = std::move(matter.outlet),
               .url = std::move(matter.url),
               .text = std::move(text)});
  }

  void add_html(std::string_view bytes) {
    HtmlPage page = read_html(bytes);
    finish(0, {.id = {},
               .title = std::move(page.title),
               .date = std::move(page.date),
               .outlet = std::move(page.outlet),
               .url = std::move(page.url),
               .text = std::move(page.text)});
  }

  void add_json(std::string bytes) {
    if (is_utf16(bytes)) bytes = repair_text(bytes);
    std::string_view json = bytes;
    if (json.substr(0, 3) == kByteOrderMark) json.remove_prefix(3);
    if (is_blank(json)) return tell(place, "empty");
    std::string error;
    const auto take = [&](std::size_t number, JsonRecord&& record) { add(number, std::move(record)); };
    if (read_json_file(json, options.fields, take, error)) return;
    if (json.find('\n') == std::string_view::npos || !add_lines(json)) tell(place, error);
  }

  /// JSON Lines in a file that is called .json; false when not even the first line is an object.
  bool add_lines(std::string_view json) {
    std::size_t number = 0;
    for (std::size_t at = 0; at < json.size();) {
      const std::size_t end = std::min(json.find('\n', at), json.size());
      const std::string_view line = json.substr(at, end - at);
      at = end + 1;
      ++number;
      if (is_blank(line)) continue;
      JsonRecord record = read_json_record(line, options.fields);
      if (number == 1 && record.error.rfind("not ", 0) == 0) return false;
      add(number, std::move(record));
    }
    return true;
  }

  void add(std::size_t number, JsonRecord&& record) {
    if (!record.error.empty()) return tell(place_of(number), record.error);
    record.document.text = repair_text(record.document.text);
    finish(number, std::move(record.document));
  }

  /// Completes the fields of the document and queues it.
  void finish(std::size_t number, Document&& document) {
    if (is_blank(document.text)) return tell(place_of(number), "no text");
    if (document.text.size() >= std::numeric_limits<Index>::max())
      return tell(place_of(number), "more than 4 GiB of text");
    document.id = line_field(document.id);
    if (document.id.empty()) document.id = with_number(file_stem(path), number);
    document.title = line_field(document.title);
    document.outlet = line_field(document.outlet);
    document.url = line_field(document.url);
    set_date(number, document);
    waiting.push_back(std::move(document));
  }

  void set_date(std::size_t number, Document& document) const {
    const std::string written = line_field(document.date);
    document.date = options.date;
    if (written.empty()) return;
    if (auto date = iso_date(written))
      document.date = *date;
    else
      tell(place_of(number), "the date \"" + written.substr(0, 60) + "\" is not understood and left out");
  }
};

DocumentReader::DocumentReader(const std::string& path, ReadOptions options, Diagnostics diagnostics)
    : state_(new State{.path = path,
                       .place = path == "-" ? "standard input" : path,
                       .options = std::move(options),
                       .diagnostics = std::move(diagnostics),
                       .file = InputFile(path),
                       .waiting = {}}) {
  State& state = *state_;
  const std::string_view first_bytes = state.file.peek();
  state.format = state.options.format;
  if (state.format == DocumentFormat::automatic) state.format = detect_format(path, first_bytes);
  if (state.format == DocumentFormat::json_lines && is_utf16(first_bytes))
    state.format = DocumentFormat::json;
}

DocumentReader::~DocumentReader() = default;
DocumentReader::DocumentReader(DocumentReader&&) noexcept = default;
DocumentReader& DocumentReader::operator=(DocumentReader&&) noexcept = default;

std::optional<Document> DocumentReader::next() {
  return state_->next();
}

}  // namespace entente
