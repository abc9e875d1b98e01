// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Greedy decoding: 2n steps, each the best permitted action by a linear score.
#include "nlp/parser.hpp"

#include <limits>

#include "nlp/parser_templates.hpp"

namespace entente::nlp {

Action best_action(const Configuration& configuration, const std::vector<std::uint8_t>& known,
                   const std::vector<std::int32_t>& scores) {
  const bool permitted[] = {configuration.permits(Move::shift), configuration.permits(Move::left),
                            configuration.permits(Move::right)};
  const bool only_root = configuration.front() == configuration.root() && configuration.stack().size() == 1;
  if (only_root) return {Move::left, Dep::root};
  std::int32_t best = std::numeric_limits<std::int32_t>::min();
  Action result{permitted[0] ? Move::shift : permitted[1] ? Move::left : Move::right, Dep::dep};
  for (const std::uint8_t index : known) {
    const Action action = action_at(index);
    if (!permitted[static_cast<std::size_t>(action.move)] || action.label == Dep::root ||
        scores[index] <= best)
      continue;
    best = scores[index];
    result = action;
  }
  return result;
}

void Parser::parse(const ParserInput& input, Configuration& configuration,
                   std::vector<std::uint32_t>& features, std::vector<std::int32_t>& scores) const {
  configuration.reset(static_cast<Index>(input.words.size() - 1));
  while (!configuration.finished()) {
    parser_features(configuration, input, features);
    scores.assign(kActionCount, 0);
    weights.add_scores(features, scores);
    configuration.apply(best_action(configuration, known, scores));
  }
}

void Parser::write(BinaryWriter& out) const {
  out.number(template_fingerprint());
  out.list(known);
  weights.write(out);
}

Parser Parser::read(BinaryReader& in) {
  Parser parser;
  if (in.number<std::uint32_t>() != template_fingerprint()) in.fail();
  parser.known = in.list<std::uint8_t>();
  for (const std::uint8_t index : parser.known) {
    if (index >= kActionCount) in.fail();
  }
  if (in.failed()) return {};
  parser.weights = WeightTable::read(in, kActionCount);
  return parser;
}

}  // namespace entente::nlp
