// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "catch.hpp"
#include "entente/store.hpp"
#include "support/articles.hpp"
#include "support/files.hpp"

using namespace entente;

namespace {

constexpr std::size_t kBatch = 5;

/// What `entente build` does: skip what is there, add the rest in batches.
void build(const std::string& file, const std::vector<Extraction>& documents) {
  Store store(file);
  std::vector<Extraction> batch;
  for (const Extraction& extraction : documents) {
    if (!store.has(extraction.document)) batch.push_back(extraction);
    if (batch.size() < kBatch) continue;
    store.add(batch);
    batch.clear();
  }
  store.add(batch);
}

std::string contents(const std::string& file) {
  std::string result;
  Store(file, {StoreMode::read, {}}).visit([&](const Extraction& extraction) {
    result += extraction.document.id + "\n" + extraction.document.text + "\n";
    for (const Entity& entity : extraction.entities) result += entity.id + entity.name + "\n";
    for (const Assertion& a : extraction.assertions)
      result += extraction.entities[a.subject].id + std::string(name(a.type)) +
                extraction.entities[a.object].id + a.time + a.detail + std::to_string(a.score) +
                std::to_string(a.sentence.begin) + "\n";
  });
  return result;
}

}  // namespace

TEST_CASE("A killed build loses nothing when it is run again") {
  const testing::TemporaryFolder folder;
  const auto documents = testing::random_extractions(11, {120, 12, 20});
  build(folder.file("undisturbed.db"), documents);
  const std::string expected = contents(folder.file("undisturbed.db"));

  const std::string file = folder.file("killed.db");
  testing::Random random(23);
  int killed = 0;
  for (int attempt = 0; attempt < 40; ++attempt) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      build(file, documents);
      _exit(0);
    }
    usleep(random.below(20000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    killed += WIFSIGNALED(status) ? 1 : 0;
    // Every second time from the beginning, so that all moments of a build are met.
    if (attempt % 2 == 1) {
      for (const char* end : {"", "-journal"}) std::filesystem::remove(file + end);
    }
  }
  CAPTURE(killed);
  CHECK(killed > 0);
  build(file, documents);
  CHECK(contents(file) == expected);
}
