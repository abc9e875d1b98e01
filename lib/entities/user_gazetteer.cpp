// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Every format becomes rows of the project's own, which the builder takes. JSON is parsed a line at a time
// with RapidJSON's iterative parser, so that nesting costs no stack.
#include "entities/user_gazetteer.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "base/utf8.hpp"
#include "entente/error.hpp"
#include "entities/name_key.hpp"

namespace entente {
namespace {

using Cells = std::vector<std::string>;
constexpr std::string_view kHeader = "# entente-gazetteer 1 ";

/// A value of a JSON row as a cell: tabs, line ends and the mark between names cannot be part of a name.
std::string cell_of(std::string_view text) {
  std::string cell(text);
  for (char& c : cell)
    if (c == '\t' || c == '\n' || c == '\r' || c == ';') c = ' ';
  return cell;
}

class JsonRow {
 public:
  JsonRow(const rapidjson::Value& row, const FilePlace& place) : row_(row), place_(place) {}

  std::string text(const char* member) const {
    const auto found = row_.FindMember(member);
    if (found == row_.MemberEnd()) return {};
    if (!found->value.IsString()) place_.fail(std::string("\"") + member + "\" has to be a string");
    return cell_of({found->value.GetString(), found->value.GetStringLength()});
  }
  /// The strings of a list, joined as in a cell.
  std::string list(const char* member) const {
    const auto found = row_.FindMember(member);
    if (found == row_.MemberEnd()) return {};
    if (!found->value.IsArray()) place_.fail(std::string("\"") + member + "\" has to be a list of strings");
    std::string cell;
    for (const auto& value : found->value.GetArray()) {
      if (!value.IsString()) place_.fail(std::string("\"") + member + "\" has to be a list of strings");
      cell += (cell.empty() ? "" : ";") + cell_of({value.GetString(), value.GetStringLength()});
    }
    return cell;
  }
  std::string codes() const {
    std::string codes;
    if (const std::string valid = text("valid"); !valid.empty()) codes = "valid=" + valid;
    const auto population = row_.FindMember("population");
    if (population != row_.MemberEnd() && population->value.IsNumber())
      codes += (codes.empty() ? "" : ";") + ("population=" + std::to_string(population->value.GetDouble()));
    return codes;
  }
  const rapidjson::Value* terms() const {
    const auto found = row_.FindMember("terms");
    if (found == row_.MemberEnd()) return nullptr;
    if (!found->value.IsArray()) place_.fail("\"terms\" has to be a list");
    return &found->value;
  }

 private:
  const rapidjson::Value& row_;
  const FilePlace& place_;
};

void add_json_row(const std::string& line, const FilePlace& place, GazetteerBuilder& builder) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (document.HasParseError())
    place.fail(std::string("no JSON: ") + rapidjson::GetParseError_En(document.GetParseError()));
  if (!document.IsObject()) place.fail("expected a JSON object");
  const JsonRow row(document, place);
  if (const rapidjson::Value* terms = row.terms(); terms != nullptr) {
    for (const auto& value : terms->GetArray()) {
      if (!value.IsObject()) place.fail("a term has to be an object");
      const JsonRow term(value, place);
      builder.add_term({row.text("id"), row.text("name"), row.list("aliases"), term.text("office"),
                        term.text("of"), term.text("from"), term.text("to")},
                       place);
    }
    if (terms->Size() > 0) return;
  }
  builder.add_entity(
      {row.text("id"), row.text("type"), row.text("name"), row.list("aliases"), row.list("adjectives"),
       row.list("inhabitants"), row.list("seats"), row.text("of"), row.codes()},
      place, GazetteerBuilder::Merge::replace);
}

/// Column of `cities15000.txt` (geonames.org/export: readme).
enum Column : std::uint8_t {
  number = 0,
  name = 1,
  ascii_name = 2,
  country = 8,
  inhabitants = 14,
  columns = 19
};

Cells split_tabs(std::string_view line) {
  Cells cells;
  for (;;) {
    const auto tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

void add_geonames_row(const std::string& line, const FilePlace& place, GazetteerBuilder& builder) {
  constexpr double kKnown = 200000;  // people; smaller towns need their country beside them
  const Cells cells = split_tabs(line);
  if (cells.size() != Column::columns)
    place.fail("expected 19 columns, found " + std::to_string(cells.size()));
  const Index of = builder.country(cells[Column::country]);
  const std::string named = cell_of(cells[Column::name]);
  if (of == kNone || named.empty()) return;  // a territory without an entry
  const Gazetteer& gazetteer = builder.so_far();
  const std::string city = "city:" + slug(cells[Column::ascii_name]);
  const WordLists& words = gazetteer.words();
  const bool word =
      words.has(WordList::not_names, named) || words.has(WordList::given_names, named) || named.size() < 3;
  if (gazetteer.find(city) != kNone || word) return;  // known, or not safe as a name of its own
  const double people = std::atof(cells[Column::inhabitants].c_str());
  const std::string other =
      cells[Column::ascii_name] == named ? std::string() : cell_of(cells[Column::ascii_name]);
  builder.add_entity({"place:geonames-" + slug(cells[Column::number]), "place", named, other, "", "", "",
                      gazetteer.entry(of).id, people < kKnown ? "ambiguous=1" : ""},
                     place, GazetteerBuilder::Merge::append);
}

void add_table(const std::string& path, const std::string& kind, GazetteerBuilder& builder) {
  if (kind == "leaders") return builder.add_leaders(path);
  builder.add_entities(path, kind, GazetteerBuilder::Merge::replace);
}

}  // namespace

void add_user_gazetteer(const std::string& path, GazetteerBuilder& builder) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot open the gazetteer " + path);
  FilePlace place{path, 0};
  for (std::string line; std::getline(in, line);) {
    ++place.line;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!is_valid_utf8(line)) place.fail("this line is not UTF-8");
    if (place.line == 1 && line.compare(0, kHeader.size(), kHeader) == 0)
      return add_table(path, line.substr(kHeader.size()), builder);
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string::npos || line[first] == '#') continue;
    if (line[first] == '{') {
      add_json_row(line, place, builder);
    } else if (std::count(line.begin(), line.end(), '\t') == Column::columns - 1) {
      add_geonames_row(line, place, builder);
    } else {
      place.fail("this is neither a table with the header `" + std::string(kHeader) +
                 "<kind>`, nor JSON Lines, nor a table of GeoNames");
    }
  }
}

}  // namespace entente
