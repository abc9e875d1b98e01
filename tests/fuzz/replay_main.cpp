// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs a fuzz target on the files of a corpus: each whole, and each cut after every 1/16 of its length.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t part = 1; part <= 16; ++part) LLVMFuzzerTestOneInput(data, bytes.size() * part / 16);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i)
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    run(std::string(std::istreambuf_iterator<char>(in), {}));
  }
  LLVMFuzzerTestOneInput(nullptr, 0);
  std::printf("%zu files\n", files.size());
  return files.empty() ? 1 : 0;
}
