// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A line at a time; `# key: value` lines make the head. What does not belong there is an error with its line.
#include "store/world.hpp"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "entente/error.hpp"

namespace entente::store {
namespace {

constexpr std::string_view kFirstLine = "# entente-world 1 ";
constexpr std::size_t kFactCells = 5;
constexpr std::size_t kEntityCells = 5;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> cells;
  for (;;) {
    const auto end = text.find(separator);
    cells.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return cells;
    text.remove_prefix(end + 1);
  }
}

class Loader {
 public:
  explicit Loader(const std::string& path) : in_(path, std::ios::binary) { file_.path = path; }

  WorldFile load() {
    if (!in_) throw IoError("cannot open " + file_.path);
    std::string line;
    next(line);
    if (line.compare(0, kFirstLine.size(), kFirstLine) != 0)
      fail(fmt::format("expected \"{}\" and a kind", kFirstLine));
    file_.head.kind = line.substr(kFirstLine.size());
    while (next(line)) {
      if (line.empty()) continue;
      if (line.front() == '#') {
        read_head(line);
      } else if (file_.head.kind == "entities") {
        read_entity(split(line, '\t'));
      } else {
        read_row(split(line, '\t'));
      }
    }
    if (in_.bad()) throw IoError("cannot read " + file_.path);
    return std::move(file_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw DataError(file_.path, line_, what); }

  bool next(std::string& line) {
    if (!std::getline(in_, line)) return false;
    ++line_;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!is_valid_utf8(line) || line.find('\0') != std::string::npos) fail("this is not UTF-8 text");
    return true;
  }

  /// `# key: value`; other comments are passed over.
  void read_head(std::string_view line) {
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos || colon < 2) return;
    const std::string_view key = line.substr(2, colon - 2);
    const std::string value(line.substr(colon + 2));
    WorldHead& head = file_.head;
    if (key == "document") head.document = value;
    if (key == "date") head.date = value;
    if (key == "outlet") head.outlet = value;
    if (key == "detail") head.detail = value;
    if (key == "place") {
      if (value != "{value}") fail("place: {value} is expected");
      head.value_is_place = true;
    }
    if (key == "sentence") head.sentence = value;
    if (key == "relation") read_relation(split(value, ' '));
  }

  void read_relation(const std::vector<std::string>& words) {
    const auto type = relation_type(words[0]);
    if (!type) fail("there is no relation type \"" + words[0] + "\"");
    file_.head.type = *type;
    if (words.size() < 2) return;
    const auto domain_value = domain(words[1]);
    if (!domain_value) fail("there is no domain \"" + words[1] + "\"");
    file_.head.domain = *domain_value;
  }

  void read_row(std::vector<std::string> cells) {
    if (cells.size() != kFactCells) fail(fmt::format("{} cells are expected", kFactCells));
    const WorldHead& head = file_.head;
    if (head.document.empty() || head.sentence.empty()) fail("the head tells no document or no sentence");
    file_.rows.push_back({std::move(cells[0]), std::move(cells[1]), std::move(cells[2]), std::move(cells[3]),
                          std::move(cells[4]), line_});
  }

  void read_entity(std::vector<std::string> cells) {
    if (cells.size() != kEntityCells) fail(fmt::format("{} cells are expected", kEntityCells));
    const auto type = entity_type(cells[1]);
    if (!type) fail("there is no entity type \"" + cells[1] + "\"");
    Entity entity{std::move(cells[0]), *type, std::move(cells[2]), {}, std::move(cells[3])};
    for (std::string& alias : split(cells[4], ';'))
      if (!alias.empty()) entity.aliases.push_back(std::move(alias));
    std::sort(entity.aliases.begin(), entity.aliases.end());
    file_.entities.push_back(std::move(entity));
  }

  WorldFile file_;
  std::ifstream in_;
  std::size_t line_ = 0;
};

bool take(std::string_view& rest, std::string_view what) {
  if (rest.compare(0, what.size(), what) != 0) return false;
  rest.remove_prefix(what.size());
  return true;
}

}  // namespace

WorldFile read_world_file(const std::string& path) {
  return Loader(path).load();
}

Wording word(const WorldHead& head, const WorldRow& row, std::string_view subject, std::string_view object) {
  Wording result;
  const auto append = [&](std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    result.text += text;
    return Span{begin, static_cast<std::uint32_t>(result.text.size())};
  };
  for (std::string_view rest = head.sentence; !rest.empty();) {
    if (take(rest, "{subject}")) {
      result.subject = append(subject);
    } else if (take(rest, "{object}")) {
      result.object = append(object);
    } else if (take(rest, "{value}")) {
      append(row.value);
    } else if (take(rest, "{time}")) {
      append(row.time);
    } else if (take(rest, "[")) {
      result.trigger.begin = static_cast<std::uint32_t>(result.text.size());
    } else if (take(rest, "]")) {
      result.trigger.end = static_cast<std::uint32_t>(result.text.size());
    } else {
      append(rest.substr(0, 1));
      rest.remove_prefix(1);
    }
  }
  if (result.trigger.end < result.trigger.begin) result.trigger.end = result.trigger.begin;
  return result;
}

std::string fill_value(std::string_view pattern, const WorldRow& row) {
  constexpr std::string_view kValue = "{value}";
  const auto at = pattern.find(kValue);
  if (at == std::string_view::npos) return std::string(pattern);
  return std::string(pattern.substr(0, at)) + row.value + std::string(pattern.substr(at + kValue.size()));
}

}  // namespace entente::store
