// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Exports as strings, and a graph that does its worst to break them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "entente/export.hpp"
#include "support/articles.hpp"

namespace entente::testing {

inline std::string exported(const Graph& graph, std::string_view format, const ExportOptions& options = {}) {
  std::string bytes;
  export_graph(
      graph, format, [&](std::string_view piece) { bytes += piece; }, options);
  return bytes;
}

/// Files of a format that is a folder, by name.
inline std::map<std::string, std::string> exported_folder(const Graph& graph, std::string_view format,
                                                          const ExportOptions& options = {}) {
  std::map<std::string, std::string> files;
  std::string* file = nullptr;
  export_format(format).write_folder(graph, options,
                                     {[&](std::string_view name) { file = &files[std::string(name)]; },
                                      [&](std::string_view piece) { *file += piece; }});
  return files;
}

/// Texts that have broken a format somewhere.
inline std::vector<std::string> hostile_texts() {
  using namespace std::string_literals;
  return {"<script>alert(1)</script>",
          "]]>",
          "<![CDATA[x]]>",
          "&amp; &lt; &#0; &unknown;",
          "\"quoted\" and 'quoted'",
          "back\\slash\\",
          "\\\"; DROP TABLE documents; --",
          "=HYPERLINK(\"http://example.org\",\"click\")",
          "+1+1",
          "-2+3",
          "@SUM(A1)",
          "\t=1+1",
          "a\x01"
          "b\x02\x1f",
          "\x01\x02"s,
          "nul\0byte"s,
          "line\nfeed\r\nand tab\t.",
          "bad\xff\xfe utf8 \xc3",
          "surrogate \xed\xa0\x80 end",
          "overlong \xc0\xaf end",
          "\xef\xbf\xbe noncharacter \xef\xbf\xbf",
          "\xe2\x80\x8f right to left \xe2\x80\xae mark",
          "Côte d’Ivoire",
          "Россия",
          "中华人民共和国",
          "\xf0\x9f\x87\xab\xf0\x9f\x87\xb7 flag",
          "INF Treaty",
          "NaN",
          "true",
          "  spaces  around  ",
          " ",
          "_x41_",
          "id with spaces/and#signs",
          "node",
          "graph",
          std::string(10000, 'x')};
}

/// Every hostile text as name, alias, sentence, in all other fields, and as id when it is UTF-8 (readers of
/// different formats could not agree on others).
inline Graph hostile_graph() {
  std::vector<Extraction> extractions;
  const auto texts = hostile_texts();
  const auto id_of = [&](std::size_t i) {
    const std::string& text = texts[i % texts.size()];
    const bool plain = is_valid_utf8(text) && text.find("\xef\xbf") == std::string::npos;
    return "organization:" + (plain ? text : std::to_string(i));
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& text = texts[i];
    Article article(text, i % 3 == 0 ? text : "2004-06-15", text);
    article.extraction.document.title = article.extraction.document.url = text;
    const std::string id = id_of(i);
    Assertion& a = article.say(id, RelationType::agrees_with, "RUS", "\"" + text + "\"");
    a.time = a.place = a.facility = a.detail = a.via = a.source = a.rule = text;
    article.extraction.entities[0].name = text;
    article.extraction.entities[0].aliases = {text + " 2"};
    article.say(id, RelationType::opposes, id_of((i + 1) % texts.size()), text);
    extractions.push_back(article.extraction);
  }
  Article bare("bare");
  bare.entity("", "");
  bare.say("", RelationType::aids, "RUS");
  extractions.push_back(bare.extraction);
  return build_graph(extractions);
}

}  // namespace entente::testing
