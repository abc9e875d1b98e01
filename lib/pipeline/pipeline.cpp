// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The whole story on one page: text -> tokens -> syntax -> mentions -> assertions, one call a stage. Each
// stage takes what came before by const reference and returns a new value.
#include "entente/pipeline.hpp"

#include <utility>

#include "entities/may_mention.hpp"
#include "entities/mentions.hpp"
#include "pipeline/named_entities.hpp"
#include "pipeline/recognise_names.hpp"
#include "pipeline/resources.hpp"
#include "relations/extractor.hpp"
#include "text/segment.hpp"

namespace entente {

Syntax analyse(std::string_view text, const Resources& resources) {
  Tokens tokens = segment(text, resources.parts().boundaries);
  nlp::Workspace workspace;
  Parse parse = nlp::parse(text, tokens, resources.parts().model, workspace);
  return {std::move(tokens), std::move(parse)};
}

Extraction extract(const Document& document, const Resources& resources) {
  const auto& [model, gazetteer, frames, scorer, boundaries, recognizer] = resources.parts();
  const Tokens tokens = segment(document.text, boundaries);
  nlp::Workspace workspace;
  // What can hold no mention is not parsed: that would change nothing.
  const Parse parse =
      nlp::parse(document.text, tokens, may_mention(document.text, tokens, gazetteer), model, workspace);
  const auto names = recognise_names(document.text, tokens, parse, resources);
  Mentions mentions = find_mentions(document, tokens, parse, gazetteer, names);
  auto assertions = relations::find_assertions(document, tokens, parse, mentions, frames, scorer);
  auto entities = named_entities(document, std::move(mentions), assertions);
  return {document, std::move(entities), std::move(assertions)};
}

}  // namespace entente
