// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Sentences that can hold no mention are not parsed. That must not change a single assertion.
#include <algorithm>
#include <filesystem>

#include "catch.hpp"
#include "entities/may_mention.hpp"
#include "entities/mentions.hpp"
#include "pipeline/recognise_names.hpp"
#include "pipeline/resources.hpp"
#include "pipeline/test_resources.hpp"
#include "relations/extractor.hpp"
#include "text/segment.hpp"

using namespace entente;

namespace {

struct Count {
  std::size_t sentences = 0, skipped = 0, assertions = 0;
};

void compare(const Document& document, Count& count) {
  const auto& parts = testing::resources().parts();
  const Tokens tokens = segment(document.text, parts.boundaries);
  nlp::Workspace workspace;
  const auto read = [&](const std::vector<bool>& wanted) {
    const Parse parse = nlp::parse(document.text, tokens, wanted, parts.model, workspace);
    const auto names = recognise_names(document.text, tokens, parse, testing::resources());
    const Mentions mentions = find_mentions(document, tokens, parse, parts.gazetteer, names);
    return relations::find_assertions(document, tokens, parse, mentions, parts.frames, parts.scorer);
  };
  const auto wanted = may_mention(document.text, tokens, parts.gazetteer);
  const auto all = read(std::vector<bool>(wanted.size(), true));
  INFO(document.id);
  CHECK(read(wanted) == all);
  count.sentences += wanted.size();
  count.skipped += static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), false));
  count.assertions += all.size();
}

// Every `step`-th document of a folder's files.
Count compare_folder(const std::filesystem::path& folder, std::size_t step) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Count count;
  std::size_t number = 0;
  for (const auto& file : files) {
    for (DocumentReader reader(file.string()); const auto document = reader.next();) {
      if (number++ % step == 0) compare(*document, count);
    }
  }
  return count;
}

}  // namespace

TEST_CASE("unparsed sentences change no assertion of the examples") {
  CHECK(compare_folder(ENTENTE_SOURCE_DIR "/examples/articles", 1).assertions > 50);
}

TEST_CASE("unparsed sentences change no assertion of the corpus") {
  const std::filesystem::path corpus = ENTENTE_SOURCE_DIR "/../shared/corpus";
  if (!std::filesystem::exists(corpus)) {
    WARN("skipped: ../shared/corpus is not there");
    return;
  }
  const Count count = compare_folder(corpus, std::getenv("ENTENTE_WHOLE_CORPUS") != nullptr ? 1 : 8);
  CHECK(count.skipped > 0);
  WARN(count.skipped << " of " << count.sentences << " sentences not parsed, " << count.assertions
                     << " assertions");
}
