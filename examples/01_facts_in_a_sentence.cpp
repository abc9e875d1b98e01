// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Example 1: what does a text say? No files but the data, no store, no graph.
//
// Shows: Resources, Document, extract(), Assertion; that every fact quotes the bytes it was read from.
// Read before: nothing. Read next: 02_build_and_query.cpp.
#include <cstdio>
#include <entente/entente.hpp>
#include <string>

namespace {

/// "Russia -deploys_to-> Tajikistan"
std::string triple(const entente::Extraction& extraction, const entente::Assertion& assertion) {
  return extraction.entities[assertion.subject].name + " -" + std::string(entente::name(assertion.type)) +
         "-> " + extraction.entities[assertion.object].name;
}

void print(const entente::Extraction& extraction, const entente::Assertion& assertion) {
  std::printf("%s\n", triple(extraction, assertion).c_str());
  std::printf("    phase %s, factuality %s", std::string(entente::name(assertion.phase)).c_str(),
              std::string(entente::name(assertion.factuality)).c_str());
  if (!assertion.time.empty()) std::printf(", time %s", assertion.time.c_str());
  // Spans are offsets into the text of the document: evidence is never copied, and can always be shown.
  const auto trigger = extraction.document.text.substr(assertion.trigger.begin, assertion.trigger.size());
  std::printf(", said by \"%s\"\n", trigger.c_str());
}

}  // namespace

int main(int argc, char** argv) try {
  // Model, gazetteer and frames: loaded once, shared by all threads. With no folder given, the installed one.
  const auto resources = entente::Resources::load(argc > 1 ? argv[1] : "");

  // The date matters: "last year" is counted from it, and "the president" is the one of that day.
  const entente::Document document{.id = "example",
                                   .title = "",
                                   .date = "2004-06-15",
                                   .outlet = "",
                                   .url = "",
                                   .text =
                                       "Russia deployed troops to Tajikistan in 2004. "
                                       "Moscow may withdraw them in 2006. "
                                       "Tajikistan depends on Russia for its security."};

  const auto extraction = entente::extract(document, resources);
  for (const auto& assertion : extraction.assertions) print(extraction, assertion);
  return extraction.assertions.empty() ? 1 : 0;
} catch (const entente::Error& error) {
  std::fprintf(stderr, "%s\n", error.what());  // whole sentences, with file and line where there is one
  return 1;
}
