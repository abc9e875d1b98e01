// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A kept graph of any bytes is taken or not, never worse. The checksum would hide everything behind it from
// the fuzzer: it is set right first.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>

#include "fuzz/require.hpp"
#include "graph/snapshot.hpp"
#include "graph/snapshot_rows.hpp"
#include "support/temporary_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  static const testing::TemporaryFolder folder;
  const std::string path = folder.file("graph");
  graph::SnapshotHead head;
  std::string bytes(testing::bytes(data, size));
  bytes.insert(0, reinterpret_cast<const char*>(&head), offsetof(graph::SnapshotHead, entities));
  graph::Checksum sum;
  sum.add(bytes.data(), bytes.size());
  const std::uint64_t value = sum.value();
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  std::ofstream(path, std::ios::binary) << bytes;
  if (const auto graph = graph::load_snapshot("", path)) {
    for (Index i = 0; i < graph->tie_count(); ++i)
      for (const Evidence& e : graph->evidence(i))
        testing::require(e.sentence.size() <= bytes.size(), "texts are there");
  }
  return 0;
}
