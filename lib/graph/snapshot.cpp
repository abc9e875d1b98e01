// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The arrays of the frozen graph one after the other, texts as offsets into one block. A checksum tells
// damage; what a row refers to is checked all the same. The file is of this machine and version alone: it is
// never shipped.
#include "graph/snapshot.hpp"

#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <type_traits>

#include "graph/graph_data.hpp"
#include "graph/snapshot_rows.hpp"

namespace entente::graph {
namespace {

constexpr std::size_t kBlock = 4096;  // rows at a time

class Output {
 public:
  explicit Output(const std::string& file) : out_(file, std::ios::binary | std::ios::trunc) {}

  void bytes(const void* data, std::size_t size) {
    checksum_.add(data, size);
    out_.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
  }
  void text(std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    bytes(&size, sizeof size);
    bytes(text.data(), size);
  }
  template <class Row, class Make>
  void rows(std::size_t count, const Make& make) {
    std::vector<Row> block;
    for (std::size_t i = 0; i < count; ++i) {
      block.push_back(make(i));
      if (block.size() < kBlock && i + 1 < count) continue;
      bytes(block.data(), block.size() * sizeof(Row));
      block.clear();
    }
  }
  bool finish() {
    const std::uint64_t sum = checksum_.value();
    out_.write(reinterpret_cast<const char*>(&sum), sizeof sum);
    out_.close();
    return !out_.fail();
  }

 private:
  std::ofstream out_;
  Checksum checksum_;
};

/// Thrown by Input where the file does not hold what it should; never leaves load_snapshot().
struct Unfit {};

class Input {
 public:
  explicit Input(const std::string& file) : in_(file, std::ios::binary) {
    std::error_code error;
    left_ = std::filesystem::file_size(file, error);
    if (error || !in_) throw Unfit{};
  }

  void bytes(void* data, std::size_t size) {
    if (size > left_) throw Unfit{};
    left_ -= size;
    in_.read(static_cast<char*>(data), static_cast<std::streamsize>(size));
    if (!in_) throw Unfit{};
    checksum_.add(data, size);
  }
  std::string text() {
    std::uint32_t size = 0;
    bytes(&size, sizeof size);
    if (size > left_) throw Unfit{};
    std::string result(size, '\0');
    bytes(result.data(), size);
    return result;
  }
  template <class Row, class Take>
  void rows(std::uint64_t count, const Take& take) {
    if (count > left_ / sizeof(Row)) throw Unfit{};
    std::vector<Row> block;
    for (std::uint64_t done = 0; done < count; done += block.size()) {
      block.resize(std::min<std::uint64_t>(kBlock, count - done));
      bytes(block.data(), block.size() * sizeof(Row));
      for (const Row& row : block) take(row);
    }
  }
  void finish() {
    const std::uint64_t expected = checksum_.value();
    std::uint64_t sum = 0;
    bytes(&sum, sizeof sum);
    if (sum != expected || left_ != 0) throw Unfit{};
  }
  std::uint64_t left() const { return left_; }

 private:
  std::ifstream in_;
  std::uint64_t left_ = 0;
  Checksum checksum_;
};

void write_entities(const Graph& graph, Output& out) {
  for (Index i = 0; i < graph.entity_count(); ++i) {
    const Entity& entity = graph.entity(i);
    const auto head = std::array<std::uint32_t, 2>{static_cast<std::uint32_t>(entity.type),
                                                   static_cast<std::uint32_t>(entity.aliases.size())};
    out.bytes(head.data(), sizeof head);
    for (const std::string* text : {&entity.id, &entity.name, &entity.code}) out.text(*text);
    for (const std::string& alias : entity.aliases) out.text(alias);
  }
}

void read_entities(Input& in, std::uint64_t count, BoostGraph& boost) {
  if (count > in.left()) throw Unfit{};
  boost = BoostGraph(count);
  for (Index i = 0; i < count; ++i) {
    std::array<std::uint32_t, 2> head{};
    in.bytes(head.data(), sizeof head);
    if (head[0] >= kEntityTypeNames.size() || head[1] > in.left()) throw Unfit{};
    Entity& entity = boost[i];
    entity.type = static_cast<EntityType>(head[0]);
    for (std::string* text : {&entity.id, &entity.name, &entity.code}) *text = in.text();
    for (std::uint32_t k = 0; k < head[1]; ++k) entity.aliases.push_back(in.text());
    if (i > 0 && !(boost[i - 1].id < entity.id)) throw Unfit{};
  }
}

void read_ties(Input& in, const SnapshotHead& head, Graph::Data& data) {
  std::uint64_t evidence = 0;
  data.edges.reserve(std::min<std::uint64_t>(head.ties, in.left() / sizeof(TieRow)));
  in.rows<TieRow>(head.ties, [&](const TieRow& row) {
    if (!fits(row, head, evidence)) throw Unfit{};
    evidence += row.assertions;
    Tie tie = tie_of(row);
    tie.index = static_cast<Index>(data.edges.size());
    data.edges.push_back(add_edge(row.subject, row.object, std::move(tie), data.boost).first);
  });
  if (evidence != head.evidence) throw Unfit{};
}

SnapshotHead head_of(const Graph& graph, std::string_view revision) {
  SnapshotHead head;
  std::memcpy(head.revision.data(), revision.data(), std::min(revision.size(), head.revision.size()));
  head.entities = graph.entity_count();
  head.ties = graph.tie_count();
  head.evidence = graph.evidence_count();
  head.texts = graph.data().strings.size();
  head.latest = graph.data().latest;
  return head;
}

bool write(const Graph& graph, std::string_view revision, const std::string& file) {
  Output out(file);
  const SnapshotHead head = head_of(graph, revision);
  const Graph::Data& data = graph.data();
  out.bytes(&head, sizeof head);
  for (const auto& chunk : data.strings.chunks()) out.bytes(chunk.begin, chunk.size);
  write_entities(graph, out);
  out.rows<TieRow>(head.ties, [&](std::size_t i) { return row_of(graph.tie(static_cast<Index>(i))); });
  const TextPlaces places(data.strings);
  out.rows<EvidenceRow>(head.evidence, [&](std::size_t i) { return row_of(data.evidence[i], places); });
  return out.finish();
}

Graph read(std::string_view revision, const std::string& file) {
  Input in(file);
  SnapshotHead head;
  in.bytes(&head, sizeof head);
  SnapshotHead expected;
  std::memcpy(expected.revision.data(), revision.data(), std::min(revision.size(), expected.revision.size()));
  if (std::memcmp(&head, &expected, offsetof(SnapshotHead, entities)) != 0) throw Unfit{};
  if (head.texts > in.left() || head.evidence > in.left() / sizeof(EvidenceRow) || head.entities >= kNone)
    throw Unfit{};
  auto data = std::make_unique<Graph::Data>();
  char* const texts = data->strings.reserve(head.texts);
  in.bytes(texts, head.texts);
  read_entities(in, head.entities, data->boost);
  read_ties(in, head, *data);
  data->evidence.reserve(head.evidence);
  in.rows<EvidenceRow>(head.evidence, [&](const EvidenceRow& row) {
    if (!fits(row, head)) throw Unfit{};
    data->evidence.push_back(evidence_of(row, texts));
  });
  in.finish();
  data->latest = head.latest;
  return Graph(std::move(data));
}

}  // namespace

bool save_snapshot(const Graph& graph, std::string_view revision, const std::string& file) {
  // Offsets have 32 bits.
  if (graph.data().strings.size() >= kNone) return false;
  const std::string part = file + "." + std::to_string(getpid());
  std::error_code error;
  bool saved = write(graph, revision, part);
  if (saved) std::filesystem::rename(part, file, error);
  saved = saved && !error;
  if (!saved) std::filesystem::remove(part, error);
  return saved;
}

std::optional<Graph> load_snapshot(std::string_view revision, const std::string& file) {
  try {
    return read(revision, file);
  } catch (const Unfit&) {
    return std::nullopt;
  }
}

}  // namespace entente::graph
