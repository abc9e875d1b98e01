// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "catch.hpp"
#include "entente/store.hpp"
#include "store/schema.hpp"
#include "support/articles.hpp"
#include "support/files.hpp"

using namespace entente;
using Catch::Matchers::Contains;
using testing::TemporaryFolder;

namespace {

const StoreOptions kRead = {StoreMode::read, {}};

std::vector<Extraction> some_documents() {
  return testing::random_extractions(5, {200, 30, 40});
}

/// What `run` returns in a process of its own; 100 when it throws, -1 when it is killed.
template <class Run>
int in_child(const Run& run) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    int code = 100;
    try {
      code = run();
    } catch (...) {
    }
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("Opening says what is wrong with the file") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");

  SECTION("no such file") {
    CHECK_THROWS_AS(Store(file, kRead), IoError);
    CHECK_THROWS_WITH(Store(file, kRead), Contains("world.db") && Contains("no such file"));
  }
  SECTION("no such folder") {
    CHECK_THROWS_AS(Store(folder.file("no/world.db")), IoError);
  }
  SECTION("a folder") {
    CHECK_THROWS_AS(Store(folder.file("")), IoError);
  }
  SECTION("an empty file is none to read, but one to begin") {
    testing::write_file(file, "");
    CHECK_THROWS_AS(Store(file, kRead), DataError);
    CHECK_NOTHROW(Store(file));
    CHECK_NOTHROW(Store(file, kRead));
  }
  SECTION("something else") {
    testing::write_file(file, "This is an article, not a store. " + std::string(5000, '.'));
    CHECK_THROWS_AS(Store(file), DataError);
    CHECK_THROWS_WITH(Store(file, kRead), Contains("not an Entente store"));
  }
  SECTION("another program's database") {
    store::Database(file, true).run("CREATE TABLE birds (name TEXT)");
    CHECK_THROWS_AS(Store(file), DataError);
    CHECK_THROWS_WITH(Store(file), Contains("but not an Entente store"));
  }
  SECTION("a store of a newer version") {
    Store{file};
    store::Database(file, false).run("PRAGMA user_version = 7");
    CHECK_THROWS_AS(Store(file), DataError);
    CHECK_THROWS_WITH(Store(file), Contains("newer version") && Contains("schema 7"));
  }
}

TEST_CASE("A read-only file is an error that leaves the store as it was") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  Store(file).add({some_documents().front()});
  const std::string bytes = testing::read_file(file);
  // Nobody, rather than the superuser, who may write whatever permissions say.
  std::filesystem::permissions(folder.file(""), std::filesystem::perms(0555));
  std::filesystem::permissions(file, std::filesystem::perms(0444));
  const int code = in_child([&] {
    if (geteuid() == 0 && setuid(65534) != 0) return 9;
    try {
      Store(file).add(some_documents());
      return 2;
    } catch (const IoError& error) {
      if (std::string_view(error.what()).find("read-only") == std::string_view::npos) return 3;
    }
    return Store(file, kRead).size().documents == 1 ? 0 : 5;
  });
  std::filesystem::permissions(folder.file(""), std::filesystem::perms(0755));
  CHECK(code == 0);
  CHECK(testing::read_file(file) == bytes);
}

TEST_CASE("A damaged store is an error, not a crash") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  Store(file).add(some_documents());
  const std::string bytes = testing::read_file(file);
  const unsigned seed = GENERATE(range(1U, 30U));
  CAPTURE(seed);
  testing::Random random(seed);
  std::string damaged = bytes;
  const std::size_t size = 1 + random.below(5000);
  const std::size_t begin = random.below(static_cast<unsigned>(damaged.size() - size));
  for (std::size_t i = begin; i < begin + size; ++i) damaged[i] = static_cast<char>(random.below(256));
  if (random.one_in(5)) damaged.resize(begin);
  testing::write_file(file, damaged);
  try {
    Store store(file, kRead);
    store.visit([](const Extraction& extraction) { CHECK(extraction.document.text.size() < 10000000); });
    store.documents();
  } catch (const Error& error) {
    CHECK_THAT(error.what(), Contains("world.db"));
  }
}

TEST_CASE("A full disk is an error that leaves the store as it was") {
  const TemporaryFolder folder;
  const std::string file = folder.file("world.db");
  Store(file).add({some_documents().front()});
  const int code = in_child([&] {
    // The limit makes writes fail as a full disk does; it must not reach the parent.
    signal(SIGXFSZ, SIG_IGN);
    const rlim_t most = std::filesystem::file_size(file) + 4096;
    const rlimit limit{most, most};
    setrlimit(RLIMIT_FSIZE, &limit);
    Store store(file);
    try {
      store.add(some_documents());
      return 2;
    } catch (const IoError& error) {
      if (std::string_view(error.what()).find("world.db") == std::string_view::npos) return 5;
    }
    return store.size().documents == 1 ? 0 : 3;
  });
  CHECK(code == 0);
  Store store(file);
  CHECK(store.validate().empty());
  CHECK(store.size().documents == 1);
  CHECK(store.add(some_documents()).added.size() == some_documents().size() - 1);
}

TEST_CASE("A disk without room is an error that leaves the store as it was") {
  const TemporaryFolder folder;
  const int code = in_child([&] {
    // A disk of its own needs the superuser, and a view of the mounts that ends with the process.
    if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", folder.file("").c_str(), "tmpfs", 0, "size=256k") != 0)
      return 77;
    const std::string file = folder.file("world.db");
    Store(file).add({some_documents().front()});
    try {
      Store(file).add(some_documents());
      return 2;
    } catch (const IoError& error) {
      if (std::string_view(error.what()).find("full") == std::string_view::npos) return 3;
    }
    Store store(file);
    return store.validate().empty() && store.size().documents == 1 ? 0 : 4;
  });
  if (code == 77)
    WARN("skipped: this user may not mount a disk");
  else
    CHECK(code == 0);
}
