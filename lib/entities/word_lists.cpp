// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// One hash table a list.
#include "entities/word_lists.hpp"

#include "entities/tsv_reader.hpp"

namespace entente {

WordLists WordLists::load(const std::string& directory) {
  WordLists lists;
  for (std::size_t i = 0; i < kWordListNames.size(); ++i) {
    const std::string list_name(kWordListNames[i]);
    TsvReader reader(directory + "/" + list_name + ".txt", "# entente-words 1 " + list_name);
    while (reader.next()) {
      const auto& cells = reader.cells();
      if (cells.size() > 2 || cells[0].empty()) reader.fail("expected a word and, after a tab, its class");
      std::string word_class = cells.size() == 2 ? cells[1] : std::string();
      if (!lists.tables_[i].emplace(cells[0], word_class).second)
        reader.fail("'" + cells[0] + "' stands here twice");
      lists.lines_[i].emplace_back(cells[0], std::move(word_class));
    }
  }
  return lists;
}

const std::string* WordLists::find(WordList list, std::string_view phrase) const {
  const Table& table = tables_[static_cast<std::size_t>(list)];
  const auto found = table.find(phrase);
  return found == table.end() ? nullptr : &found->second;
}

const std::vector<std::pair<std::string, std::string>>& WordLists::lines(WordList list) const {
  return lines_[static_cast<std::size_t>(list)];
}

}  // namespace entente
