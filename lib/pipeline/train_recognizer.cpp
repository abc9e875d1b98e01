// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "pipeline/train_recognizer.hpp"

#include <utility>

#include "entities/name_hints.hpp"
#include "nlp/model.hpp"
#include "pipeline/resources.hpp"

namespace entente {

std::vector<nlp::NameExample> name_examples(const std::vector<nlp::NamedDocument>& documents,
                                            const Resources& resources) {
  const auto& parts = resources.parts();
  std::vector<nlp::NameExample> examples;
  nlp::Workspace workspace;
  for (const nlp::NamedDocument& document : documents) {
    const Parse parse = nlp::parse(document.text, document.tokens, parts.model, workspace);
    const auto hints = name_hints(document.text, document.tokens, parts.gazetteer);
    examples.push_back(
        {nlp::name_features({document.text, document.tokens, parse, hints, parts.model.features().lexicon()}),
         document.tokens.sentences, document.labels});
  }
  return examples;
}

nlp::NameScores measure_names(const std::vector<nlp::NamedDocument>& documents, const Resources& resources,
                              const nlp::Recognizer& recognizer) {
  nlp::NameScores scores{};
  const auto examples = name_examples(documents, resources);
  for (const nlp::NameExample& example : examples)
    nlp::count_names(example.labels, recognizer.label(example.features, example.sentences), scores);
  return scores;
}

}  // namespace entente
