// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Annotated entities and ours are brought together as the evaluation does it; evidence is found in the text
// by its words. What is annotated for a sentence holds for every pair of mentions of the two in it.
#include "pipeline/train_relations.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "entities/mentions.hpp"
#include "nlp/hash.hpp"
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
  while (const auto document = reader.next()) {
    const AnnotatedDocument& gold = annotated[document->id];
    const auto [tokens, parse] = analyse(document->text, resources);
    const auto names = recognise_names(document->text, tokens, parse, resources);
    const Mentions mentions = find_mentions(*document, tokens, parse, parts.gazetteer, names);
    const EntityKeys keys = match_entities(as_annotated(document->id, mentions.entities), gold);
    const auto key = [&](Index entity) { return keys.at(mentions.entities[entity].id); };
    relations::Example example;
    // "china#2" is the second part of "china".
    example.text = nlp::hash_bytes(std::string_view(document->id).substr(0, document->id.find('#')));
    example.pairs = relations::find_pairs(*document, tokens, parse, mentions, parts.frames);
    std::map<Index, std::map<Ends, std::uint32_t>> by_sentence;
    const auto held = types_in({0, static_cast<std::uint32_t>(document->text.size())}, gold, document->text);
    for (const auto& pair : example.pairs) {
      auto& in_sentence = by_sentence[pair.sentence];
      if (in_sentence.empty())
        in_sentence = types_in(tokens.sentences[pair.sentence].span, gold, document->text);
      const Ends ends{key(pair.subject), key(pair.object)};
      const auto types = in_sentence.find(ends);
      example.types.push_back(types == in_sentence.end() ? 0 : types->second);
      if (const auto all = held.find(ends); all != held.end())
        for (std::size_t i = 0; i < kRelationTypeCount; ++i) {
          const auto type = static_cast<RelationType>(i);
          const bool swapped = info(type).symmetric && pair.object < pair.subject;
          if (((all->second >> i) & 1U) != 0 && !swapped)
            example.holding.emplace_back(pair.subject, type, pair.object);
        }
    }
    std::sort(example.holding.begin(), example.holding.end());
    example.holding.erase(std::unique(example.holding.begin(), example.holding.end()), example.holding.end());
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace entente
