// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Facts become documents like any other: all rows of an entry make one text, a sentence each, so that a fact
// is quoted, dated, replaced and removed as what an article says is.
#include "store/world.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "entente/error.hpp"
#include "entente/store.hpp"

namespace entente {
namespace {

using store::WorldFile;
using store::WorldRow;

std::vector<std::string> files_of(const std::string& directory) {
  std::error_code error;
  std::vector<std::string> files;
  for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().extension() == ".tsv") files.push_back(entry->path().string());
  if (error) throw IoError("cannot read the folder " + directory + ": " + error.message());
  if (files.empty()) throw IoError("there are no facts in " + directory);
  std::sort(files.begin(), files.end());
  return files;
}

class Assembler {
 public:
  void learn(const std::vector<Entity>& entities) {
    for (const Entity& entity : entities) known_[entity.id] = entity;
  }

  void add(const WorldFile& file, WorldRow row) {
    Draft& draft = draft_of(file, row);
    Assertion assertion;
    if (file.head.value_is_place) {
      const Entity& place = draft.extraction.entities[entity(draft, row.value, file, row)];
      (place.type == EntityType::facility ? assertion.facility : assertion.place) = place.name;
      row.value = place.name;
    }
    assertion.subject = entity(draft, row.subject, file, row);
    assertion.object = entity(draft, row.object, file, row);
    std::vector<Entity>& entities = draft.extraction.entities;
    const store::Wording wording =
        store::word(file.head, row, entities[assertion.subject].name, entities[assertion.object].name);
    std::string& text = draft.extraction.document.text;
    const auto begin = static_cast<std::uint32_t>(text.size());
    const auto moved = [&](Span span) { return Span{begin + span.begin, begin + span.end}; };
    text += wording.text + '\n';
    assertion.sentence = {begin, static_cast<std::uint32_t>(text.size() - 1)};
    assertion.trigger = moved(wording.trigger);
    assertion.subject_span = moved(wording.subject);
    assertion.object_span = moved(wording.object);
    assertion.type = file.head.type;
    assertion.domain = file.head.domain;
    assertion.time = row.time;
    assertion.detail = store::fill_value(file.head.detail, row);
    assertion.rule = "world:" + file.head.kind;
    draft.extraction.assertions.push_back(std::move(assertion));
  }

  std::vector<Extraction> result() {
    std::vector<Extraction> list;
    for (auto& [id, draft] : drafts_) list.push_back(std::move(draft.extraction));
    return list;
  }

 private:
  struct Draft {
    Extraction extraction;
    std::map<std::string, Index> places;  // of entities, by id
  };

  static std::string document_id(const WorldFile& file, const WorldRow& row) {
    constexpr std::string_view kEntry = "{entry}";
    std::string id = file.head.document;
    const auto at = id.find(kEntry);
    return at == std::string::npos ? id : id.replace(at, kEntry.size(), row.entry);
  }

  const Entity& known(const std::string& id, const WorldFile& file, const WorldRow& row) const {
    const auto found = known_.find(id);
    if (found == known_.end()) throw DataError(file.path, row.line, "no file tells who \"" + id + "\" is");
    return found->second;
  }

  Draft& draft_of(const WorldFile& file, const WorldRow& row) {
    const std::string id = document_id(file, row);
    const auto [place, added] = drafts_.try_emplace(id);
    Document& document = place->second.extraction.document;
    if (added) {
      document.id = id;
      document.title = known(row.entry, file, row).name;
      document.date = file.head.date;
      document.outlet = file.head.outlet;
    } else if (document.date != file.head.date || document.outlet != file.head.outlet) {
      throw DataError(file.path, row.line, "another file gives \"" + id + "\" another date or outlet");
    }
    return place->second;
  }

  Index entity(Draft& draft, const std::string& id, const WorldFile& file, const WorldRow& row) const {
    std::vector<Entity>& entities = draft.extraction.entities;
    const auto [place, added] = draft.places.try_emplace(id, static_cast<Index>(entities.size()));
    if (added) entities.push_back(known(id, file, row));
    return place->second;
  }

  std::map<std::string, Entity> known_;
  std::map<std::string, Draft> drafts_;
};

}  // namespace

std::vector<Extraction> load_world(const std::string& directory) {
  std::vector<WorldFile> files;
  for (const std::string& path : files_of(directory)) files.push_back(store::read_world_file(path));
  Assembler assembler;
  for (const WorldFile& file : files) assembler.learn(file.entities);
  for (const WorldFile& file : files)
    for (const WorldRow& row : file.rows) assembler.add(file, row);
  return assembler.result();
}

}  // namespace entente
