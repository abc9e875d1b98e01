// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <vector>

#include "catch.hpp"
#include "support/exports.hpp"

using namespace entente;
using Catch::Matchers::Contains;
using testing::exported;

namespace {

/// Those that this library writes by itself: pictures are Graphviz's (test_picture.cpp).
std::vector<ExportFormat> own_formats() {
  std::vector<ExportFormat> own(export_formats().begin(), export_formats().end());
  std::erase_if(own, [](const ExportFormat& format) { return format.name == "svg" || format.name == "png"; });
  return own;
}

}  // namespace

TEST_CASE("Formats have names of their own") {
  std::set<std::string_view> names;
  for (const ExportFormat& format : export_formats()) {
    CHECK(names.insert(format.name).second);
    CHECK((format.extension.front() == '.' || format.extension == "/"));
    CHECK((format.write == nullptr) != (format.write_folder == nullptr));
    CHECK_FALSE(format.description.empty());
  }
  CHECK(names.count("graphml") == 1);
}

TEST_CASE("An unknown format is told with the nearest") {
  CHECK_THROWS_AS(exported(Graph(), "xml"), QueryError);
  CHECK_THROWS_WITH(exported(Graph(), "grapml"), Contains("did you mean graphml?") && Contains("json"));
}

TEST_CASE("Exports are the same bytes for the same assertions in any order") {
  auto extractions = testing::random_extractions(9);
  const Graph forward = build_graph(extractions);
  std::reverse(extractions.begin(), extractions.end());
  const Graph backward = build_graph(extractions);
  for (const ExportFormat& format : own_formats()) {
    CAPTURE(format.name);
    if (format.write == nullptr) {
      CHECK(testing::exported_folder(forward, format.name) ==
            testing::exported_folder(backward, format.name));
      continue;
    }
    CHECK(exported(forward, format.name) == exported(backward, format.name));
  }
}

TEST_CASE("Exports come in pieces and are counted") {
  const Graph graph = build_graph(testing::random_extractions(2, {400, 60, 30}));
  for (const ExportFormat& format : own_formats()) {
    CAPTURE(format.name);
    if (format.write == nullptr) continue;
    std::size_t bytes = 0;
    std::size_t greatest = 0;
    const ExportReport report = format.write(graph, {}, [&](std::string_view piece) {
      bytes += piece.size();
      greatest = std::max(greatest, piece.size());
    });
    CHECK(report.bytes == bytes);
    CHECK(report.edges == graph.tie_count());
    CHECK(greatest < 200000);
  }
}

TEST_CASE("What a sink throws is passed on") {
  const Graph graph = build_graph(testing::random_extractions(2));
  for (const ExportFormat& format : own_formats())
    if (format.write != nullptr)
      CHECK_THROWS_AS(format.write(graph, {}, [](std::string_view) { throw IoError("the disk is full"); }),
                      IoError);
}
