// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Annotated entities and ours are brought together as the evaluation does it; evidence is found in the text
// by its words. What is annotated for a sentence holds for every pair of mentions of the two in it.
#include "pipeline/train_relations.hpp"

#include <map>
#include <utility>

#include "entities/mentions.hpp"
#include "pipeline/annotated.hpp"
#include "pipeline/entity_matcher.hpp"
#include "pipeline/recognise_names.hpp"
#include "pipeline/resources.hpp"
#include "relations/extractor.hpp"

namespace entente {
namespace {

using Ends = std::pair<std::string, std::string>;

AnnotatedDocument as_annotated(const std::string& id, const std::vector<Entity>& entities) {
  AnnotatedDocument document{id, {}, {}};
  for (const Entity& entity : entities)
    document.entities.push_back(
        {entity.id, std::string(name(entity.type)), entity.name, entity.aliases, entity.code});
  return document;
}

/// The types that hold between two annotated entities by the evidence that overlaps `sentence`.
std::map<Ends, std::uint32_t> types_in(Span sentence, const AnnotatedDocument& gold,
                                       const std::string& text) {
  std::map<Ends, std::uint32_t> held;
  for (const AnnotatedRelation& relation : gold.relations) {
    const auto type = relation_type(relation.type);
    if (!type) continue;
    for (const std::string& evidence : relation.evidence) {
      const std::size_t at = text.find(evidence);
      if (at == std::string::npos) continue;
      const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + evidence.size())};
      if (!span.overlaps(sentence)) continue;
      const std::uint32_t bit = 1U << static_cast<unsigned>(*type);
      held[{relation.subject, relation.object}] |= bit;
      if (info(*type).symmetric) held[{relation.object, relation.subject}] |= bit;
    }
  }
  return held;
}

}  // namespace

std::vector<relations::Example> relation_examples(const std::string& path, const Resources& resources) {
  std::map<std::string, AnnotatedDocument> annotated;
  for (AnnotatedDocument& document : read_annotated(path)) annotated[document.id] = std::move(document);
  const auto& parts = resources.parts();
  std::vector<relations::Example> examples;
  DocumentReader reader(path);
  for (std::uint32_t number = 0; const auto document = reader.next(); ++number) {
    const AnnotatedDocument& gold = annotated[document->id];
    const auto [tokens, parse] = analyse(document->text, resources);
    const auto names = recognise_names(document->text, tokens, parse, resources);
    const Mentions mentions = find_mentions(*document, tokens, parse, parts.gazetteer, names);
    const EntityKeys keys = match_entities(as_annotated(document->id, mentions.entities), gold);
    const auto key = [&](Index entity) { return keys.at(mentions.entities[entity].id); };
    for (auto& pairs : relations::find_pairs(*document, tokens, parse, mentions, parts.frames)) {
      const auto held = types_in(pairs.sentence, gold, document->text);
      for (std::size_t i = 0; i < pairs.features.size(); ++i) {
        const auto types = held.find({key(pairs.subjects[i]), key(pairs.objects[i])});
        examples.push_back(
            {std::move(pairs.features[i]), types == held.end() ? 0 : types->second, pairs.evidence, number});
      }
    }
  }
  return examples;
}

}  // namespace entente
