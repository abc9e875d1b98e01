// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// countries.tsv tells where capitals lie. The other tables name a seat, which may be one of these capitals,
// or an owner. Seats go first: NATO sits in Brussels.
#include "export/html_places.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>

#include "entities/tsv_reader.hpp"

namespace entente::exporters {
namespace {

enum Column : std::size_t { kId = 0, kLeaderOf = 4, kSeats = 6, kOf = 7, kCodes = 8 };

// Those before come first: a body of an organization stands where the organization does.
constexpr std::array<std::string_view, 10> kTables = {
    "historical", "territories", "igos",          "bodies",     "forces",
    "groups",     "companies",   "organizations", "facilities", "places"};

std::string_view cell(const std::vector<std::string>& cells, std::size_t column) {
  return column < cells.size() ? std::string_view(cells[column]) : std::string_view();
}

/// The number of a code `key=value`, or nothing.
std::optional<double> number(std::string_view codes, std::string_view key) {
  for (const std::string& code : split_cell(codes))
    if (code.starts_with(key) && code.size() > key.size() && code[key.size()] == '=')
      return std::strtod(code.c_str() + key.size() + 1, nullptr);
  return std::nullopt;
}

/// The first seat, without the years in which it was one.
std::string first_seat(std::string_view seats) {
  const auto all = split_cell(seats);
  return all.empty() ? std::string() : all.front().substr(0, all.front().find('@'));
}

std::string header(std::string_view kind) {
  return "# entente-gazetteer 1 " + std::string(kind);
}

}  // namespace

Places Places::load(const std::string& gazetteer) {
  Places places;
  TsvReader countries(gazetteer + "/countries.tsv", header("countries"));
  while (countries.next()) places.add_country(countries.cells());
  for (const std::string_view kind : kTables) {
    const std::string path = gazetteer + "/" + std::string(kind) + ".tsv";
    if (!std::filesystem::exists(path)) continue;
    TsvReader table(path, header(kind));
    while (table.next())
      places.add_other(table.cells()[kId], cell(table.cells(), kOf), cell(table.cells(), kSeats));
  }
  if (const std::string path = gazetteer + "/leaders.tsv"; std::filesystem::exists(path)) {
    TsvReader leaders(path, header("leaders"));
    while (leaders.next()) places.add_other(leaders.cells()[kId], cell(leaders.cells(), kLeaderOf), {});
  }
  return places;
}

std::optional<Place> Places::find(std::string_view id) const {
  for (const auto* places : {&countries_, &others_})
    if (const auto found = places->find(id); found != places->end()) return found->second;
  return std::nullopt;
}

std::vector<Place> Places::capitals() const {
  std::vector<Place> result;
  for (const auto& [id, place] : countries_) result.push_back(place);
  return result;
}

void Places::add_country(const std::vector<std::string>& cells) {
  const auto latitude = number(cell(cells, kCodes), "lat");
  const auto longitude = number(cell(cells, kCodes), "lon");
  if (!latitude || !longitude) return;
  const Place place{*longitude, *latitude};
  countries_.emplace(cells[kId], place);
  if (const std::string capital = first_seat(cell(cells, kSeats)); !capital.empty())
    by_capital_.emplace(capital, place);
}

void Places::add_other(const std::string& id, std::string_view of, std::string_view seats) {
  if (const auto seat = by_capital_.find(first_seat(seats)); seat != by_capital_.end())
    others_.emplace(id, seat->second);
  else if (const auto owner = find(of))
    others_.emplace(id, *owner);
}

}  // namespace entente::exporters
