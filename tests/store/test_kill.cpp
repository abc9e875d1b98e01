// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>

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

struct Step {
  std::function<void(const std::string&)> run;
  std::string expected;  // contents afterwards
};

/// Building, replacing what was built (other texts, then other statements), removing half of it: each step
/// begins where the one before it ended.
std::vector<Step> steps_of(const std::string& file) {
  const auto documents = testing::random_extractions(11, {60, 12, 20});
  auto changed = documents;
  for (Extraction& one : changed) one.document.text += " Corrected.";
  auto read_anew = changed;
  for (Extraction& one : read_anew) one.assertions.resize((one.assertions.size() + 1) / 2);
  std::vector<Step> steps = {
      {[=](const std::string& store) { build(store, documents); }, {}},
      {[=](const std::string& store) { build(store, changed); }, {}},
      {[=](const std::string& path) {
         Store store(path);
         for (std::size_t i = 0; i < read_anew.size(); i += kBatch)
           store.add(
               {read_anew.begin() + static_cast<std::ptrdiff_t>(i),
                read_anew.begin() + static_cast<std::ptrdiff_t>(std::min(i + kBatch, read_anew.size()))},
               AddMode::replace);
       },
       {}},
      {[=](const std::string& path) {
         Store store(path);
         store.search("E10");
         for (std::size_t i = 0; i < documents.size(); i += 2) store.remove(documents[i].document.id);
       },
       {}}};
  for (Step& step : steps) {
    step.run(file);
    step.expected = contents(file);
  }
  return steps;
}

/// Whether validate() finds nothing. A file whose tables were not yet laid out is no store yet.
bool is_whole(const std::string& file) {
  if (!std::filesystem::exists(file)) return true;
  try {
    return Store(file, {StoreMode::read, {}}).validate().empty();
  } catch (const DataError& error) {
    return std::string(error.what()).find("the file is empty") != std::string::npos;
  }
}

/// Runs the step in a process of its own, killed after so many microseconds. Whether it was.
bool run_and_kill(const Step& step, const std::string& file, unsigned microseconds) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    step.run(file);
    _exit(0);
  }
  usleep(microseconds);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

}  // namespace

TEST_CASE("Killed at any moment the store is whole, and the same command ends as if nothing had been") {
  const testing::TemporaryFolder folder;
  const std::vector<Step> steps = steps_of(folder.file("undisturbed.db"));
  const std::string file = folder.file("killed.db");
  testing::Random random(23);
  int killed = 0;
  std::vector<unsigned> patience(steps.size(),
                                 20000);  // grows and shrinks until about half of the runs are killed
  for (int attempt = 0; attempt < 200; ++attempt) {
    const std::size_t number = static_cast<std::size_t>(attempt) % steps.size();
    if (number == 0)
      for (const char* end : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(file + end);
    CAPTURE(attempt, number);
    const bool cut_short = run_and_kill(steps[number], file, random.below(patience[number]));
    patience[number] = cut_short ? patience[number] * 5 / 4 : patience[number] / 2 + 100;
    killed += cut_short ? 1 : 0;
    CHECK(is_whole(file));
    steps[number].run(file);
    REQUIRE(contents(file) == steps[number].expected);
  }
  CAPTURE(killed);
  CHECK(killed > 60);
  CHECK(Store(file).validate().empty());
}
