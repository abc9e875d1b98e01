// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "relations/events.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "entente/error.hpp"
#include "relations/lines.hpp"

namespace entente::relations {
namespace {

/// The values that `field` names: `*`, or names parted by `/`.
template <class Value, std::size_t count>
std::vector<Value> values_of(const std::array<std::string_view, count>& names, std::string_view field,
                             const std::string& path, std::size_t line) {
  std::vector<Value> values;
  if (field == "*") {
    for (std::size_t i = 0; i < count; ++i) values.push_back(static_cast<Value>(i));
    return values;
  }
  for (std::size_t begin = 0; begin <= field.size();) {
    const std::size_t end = std::min(field.find('/', begin), field.size());
    const auto found = std::find(names.begin(), names.end(), field.substr(begin, end - begin));
    if (found == names.end())
      throw DataError(path, line, "unknown value `" + std::string(field.substr(begin, end - begin)) + "`");
    values.push_back(static_cast<Value>(found - names.begin()));
    begin = end + 1;
  }
  return values;
}

}  // namespace

EventTypes EventTypes::load(const std::string& data_directory) {
  const std::string path = (std::filesystem::path(data_directory) / "frames" / "events.tsv").string();
  EventTypes events;
  for (const Line& line : read_lines(path, "entente-events 1")) {
    if (line.fields.size() != 4) throw DataError(path, line.number, "expected TYPE PHASE FACTUALITY EVENT");
    const auto type = relation_type(line.fields[0]);
    const auto* const event = std::find(kPloverTypes.begin(), kPloverTypes.end(), line.fields[3]);
    if (!type) throw DataError(path, line.number, "unknown relation type `" + line.fields[0] + "`");
    if (event == kPloverTypes.end())
      throw DataError(path, line.number, "`" + line.fields[3] + "` is no event type of PLOVER");
    for (const auto phase : values_of<Phase>(kPhaseNames, line.fields[1], path, line.number))
      for (const auto factuality :
           values_of<Factuality>(kFactualityNames, line.fields[2], path, line.number)) {
        std::string_view& held = events.table_[index(*type, phase, factuality)];
        if (held.empty()) held = *event;
      }
  }
  return events;
}

}  // namespace entente::relations
