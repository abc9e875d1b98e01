// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "pipeline/recognise_names.hpp"

#include "entities/name_hints.hpp"
#include "pipeline/resources.hpp"

namespace entente {

std::vector<NameLabel> recognise_names(std::string_view text, const Tokens& tokens, const Parse& parse,
                                       const Resources& resources) {
  const auto& parts = resources.parts();
  if (parts.recognizer.empty()) return {};
  const auto hints = name_hints(text, tokens, parts.gazetteer);
  return parts.recognizer.label({text, tokens, parse, hints, parts.model.features().lexicon(), true});
}

}  // namespace entente
