// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A file of facts of any bytes is read or refused, never worse, and what is read can be stored.
#include <cstdio>
#include <fstream>
#include <string>

#include "entente/store.hpp"
#include "fuzz/require.hpp"
#include "support/temporary_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  static const testing::TemporaryFolder folder;
  static const std::string kEntities = folder.write(
      "entities.tsv",
      "# entente-world 1 entities\nTJK\tcountry\tTajikistan\tTJK\t\nCHN\tcountry\tChina\tCHN\tPRC\n");
  const std::string path = folder.file("facts.tsv");
  std::ofstream(path, std::ios::binary) << testing::bytes(data, size);
  try {
    for (const Extraction& said : load_world(folder.path().string())) {
      const std::size_t end = said.document.text.size();
      for (const Assertion& a : said.assertions) {
        testing::require(a.subject < said.entities.size() && a.object < said.entities.size(),
                         "ends are entities");
        for (const Span span : {a.sentence, a.trigger, a.subject_span, a.object_span})
          testing::require(span.begin <= span.end && span.end <= end, "spans lie in the text");
      }
    }
  } catch (const DataError& error) {
    testing::require(std::string(error.what()).find(folder.path().string()) == 0,
                     "the message names the file");
  }
  return 0;
}
