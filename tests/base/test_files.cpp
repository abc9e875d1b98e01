// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "catch.hpp"
#include "entente/error.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;

namespace {

std::vector<std::string> lines_of(const std::string& path) {
  InputFile file(path);
  std::vector<std::string> lines;
  for (std::string line; file.next_line(line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("lines of any length are read, gzipped or not", "[base][files]") {
  const testing::TemporaryFolder folder;
  const std::string huge(300000, 'x');
  const std::string bytes = "first\n\n" + huge + "\nlast";
  const std::vector<std::string> expected = {"first", "", huge, "last"};
  CHECK(lines_of(folder.write("a", bytes)) == expected);
  CHECK(lines_of(folder.write_gzipped("a.gz", bytes)) == expected);
  CHECK(lines_of(folder.write("empty", "")).empty());
  CHECK(lines_of(folder.write("newline", "\n")) == std::vector<std::string>{""});
}

TEST_CASE("peeking takes nothing away", "[base][files]") {
  const testing::TemporaryFolder folder;
  const std::string bytes(200000, 'y');
  InputFile file(folder.write("a", bytes));
  CHECK(file.peek().size() == 65536);
  CHECK(file.peek().substr(0, 3) == "yyy");
  CHECK(file.read_all() == bytes);
  CHECK(file.peek().empty());
  CHECK(file.read_all().empty());
}

TEST_CASE("what cannot be read throws and names the file", "[base][files]") {
  const testing::TemporaryFolder folder;
  CHECK_THROWS_AS(InputFile("/no/such/file"), IoError);
  CHECK_THROWS_AS(InputFile(folder.path().string()).read_all(), IoError);
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes += std::to_string(i * 7919);
  const std::string path = folder.write_gzipped("cut.gz", bytes);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 100);
  CHECK_THROWS_WITH(InputFile(path).read_all(), Catch::Contains("cut.gz"));
}
