// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// GraphML at scale, out and in: exchange FOLDER makes a graph of 100,000 nodes and 1,000,000 edges, writes it
// as GraphML (all attributes), writes another GraphML of the same size as programs commonly do (six
// attributes an edge), and starts itself to read each of them, so that memory is that of reading alone. Times
// are of the processor. The files stay in FOLDER (2 GB), for other readers to be measured on.
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

#include <fmt/format.h>

#include "entente/export.hpp"
#include "entente/graph.hpp"
#include "entente/import.hpp"

namespace {

using namespace entente;

constexpr unsigned kNodes = 100000;
constexpr unsigned kEdges = 1000000;
constexpr unsigned kInDocument = 50;

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

double resident_megabytes() {
  long pages = 0;
  if (std::FILE* const file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%*s %ld", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void tell(const char* what, double megabytes, double seconds, double memory) {
  fmt::print("{:<44}{:>8.0f} MB {:>7.2f} s {:>7.0f} MB/s {:>7.0f} MB of memory\n", what, megabytes, seconds,
             megabytes / seconds, memory);
  std::fflush(stdout);
}

Graph make_graph() {
  std::mt19937 random(1);
  GraphBuilder builder;
  builder.reserve(kEdges);
  for (unsigned made = 0; made < kEdges; made += kInDocument) {
    Extraction said;
    said.document.id = fmt::format("news/{}", made);
    said.document.date = fmt::format("{}-{:02}", 2000 + made % 25, 1 + made % 12);
    said.document.outlet = fmt::format("Outlet {}", made % 300);
    for (unsigned i = 0; i < kInDocument; ++i) {
      const unsigned number = made + i;
      for (const unsigned node : {number % kNodes, static_cast<unsigned>(random() % kNodes)})
        said.entities.push_back(
            {fmt::format("company:c{}", node), EntityType::company, fmt::format("Company {}", node), {}, {}});
      Assertion a;
      a.subject = 2 * i;
      a.object = 2 * i + 1;
      a.type = static_cast<RelationType>(static_cast<unsigned>(RelationType::depends_on) + number / kNodes);
      a.domain = Domain::trade;
      a.sentence.begin = static_cast<std::uint32_t>(said.document.text.size());
      said.document.text += fmt::format("Company {} is said to have to do with another one.\n", number);
      a.sentence.end = static_cast<std::uint32_t>(said.document.text.size() - 1);
      a.score = static_cast<double>(1 + random() % 1000) / 1000;
      said.assertions.push_back(std::move(a));
    }
    builder.add(said);
  }
  return builder.build();
}

void write_ours(const Graph& graph, const std::string& path) {
  std::size_t bytes = 0;
  const double before = resident_megabytes();
  double start = processor_seconds();
  export_graph(graph, "graphml", [&](std::string_view piece) { bytes += piece.size(); });
  tell("write GraphML, all attributes, no disk", static_cast<double>(bytes) / 1e6,
       processor_seconds() - start, resident_megabytes() - before);
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) std::exit(1);
  start = processor_seconds();
  export_graph(graph, "graphml",
               [&](std::string_view piece) { std::fwrite(piece.data(), 1, piece.size(), file); });
  std::fclose(file);
  tell("write GraphML, all attributes, to a file", static_cast<double>(bytes) / 1e6,
       processor_seconds() - start, resident_megabytes() - before);
}

/// As programs commonly write it: an element a line, six attributes an edge.
void write_common(const std::string& path) {
  std::mt19937 random(1);
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) std::exit(1);
  fmt::print(file,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
             "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  fmt::print(file, " <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n");
  for (const char* key : {"relation", "phase", "reported", "score", "detail", "note"})
    fmt::print(file, " <key id=\"{0}\" for=\"edge\" attr.name=\"{0}\" attr.type=\"string\"/>\n", key);
  fmt::print(file, " <graph edgedefault=\"directed\">\n");
  for (unsigned i = 0; i < kNodes; ++i)
    fmt::print(file, "  <node id=\"n{0}\">\n   <data key=\"name\">Company {0}</data>\n  </node>\n", i);
  for (unsigned i = 0; i < kEdges; ++i)
    fmt::print(
        file,
        "  <edge id=\"e{0}\" source=\"n{1}\" target=\"n{2}\">\n   <data key=\"relation\">supplies</data>\n"
        "   <data key=\"phase\">ongoing</data>\n   <data key=\"reported\">{3}-06-15</data>\n"
        "   <data key=\"score\">0.{4}</data>\n   <data key=\"detail\">{5} tons of steel &amp; iron</data>\n"
        "   <data key=\"note\">Seen in report {0} of the customs office, second page</data>\n  </edge>\n",
        i, i % kNodes, (i + 1 + random() % (kNodes - 1)) % kNodes, 2000 + i % 25, 1 + i % 9, i % 1000);
  fmt::print(file, " </graph>\n</graphml>\n");
  std::fclose(file);
}

int read_file(const std::string& path) {
  const double start = processor_seconds();
  std::size_t assertions = 0;
  const ImportReport report = import_file(path, {.entity_type = EntityType::company},
                                          [&](Extraction&& said) { assertions += said.assertions.size(); });
  tell(("read " + path.substr(path.rfind('/') + 1)).c_str(), static_cast<double>(report.bytes) / 1e6,
       processor_seconds() - start, peak_megabytes());
  fmt::print("  {} documents, {} assertions, {} refused\n", report.documents, assertions, report.refused);
  return report.refused == 0 ? 0 : 1;
}

int run(const std::string& command) {
  std::fflush(stdout);
  return std::system(command.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "--read") return read_file(argv[2]);
  if (argc != 2) return 2;
  const std::string ours = std::string(argv[1]) + "/ours.graphml";
  const std::string common = std::string(argv[1]) + "/common.graphml";
  {
    const Graph graph = make_graph();
    fmt::print("{} nodes, {} edges\n", graph.entity_count(), graph.tie_count());
    write_ours(graph, ours);
  }
  write_common(common);
  return run(fmt::format("'{}' --read '{}'", argv[0], ours)) |
         run(fmt::format("'{}' --read '{}'", argv[0], common));
}
