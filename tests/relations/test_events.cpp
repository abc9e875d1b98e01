// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "entente/error.hpp"
#include "relations/events.hpp"
#include "support/temporary_folder.hpp"

using namespace entente;
using relations::EventTypes;

namespace {

std::string load_error(const std::string& lines) {
  const testing::TemporaryFolder folder;
  std::filesystem::create_directories(folder.file("frames"));
  std::ofstream(folder.file("frames/events.tsv")) << "# entente-events 1\n" << lines;
  try {
    EventTypes::load(folder.file(""));
  } catch (const DataError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("Deeds, announcements and refusals are events, states are not") {
  const auto events = EventTypes::load(ENTENTE_SOURCE_DIR "/data");
  CHECK(events.event(RelationType::aids, Phase::ongoing, Factuality::fact) == "AID");
  CHECK(events.event(RelationType::aids, Phase::end, Factuality::fact) == "SANCTION");
  CHECK(events.event(RelationType::attacks, Phase::start, Factuality::fact) == "ASSAULT");
  CHECK(events.event(RelationType::attacks, Phase::start, Factuality::planned) == "THREATEN");
  CHECK(events.event(RelationType::agrees_with, Phase::start, Factuality::negated) == "REJECT");
  CHECK(events.event(RelationType::deploys_to, Phase::end, Factuality::fact) == "RETREAT");
  CHECK(events.event(RelationType::sanctions, Phase::end, Factuality::fact) == "CONCEDE");
  CHECK(events.event(RelationType::borders, Phase::ongoing, Factuality::fact).empty());
  CHECK(events.event(RelationType::depends_on, Phase::ongoing, Factuality::fact).empty());
  CHECK(events.event(RelationType::attacks, Phase::start, Factuality::negated).empty());
  CHECK(EventTypes().event(RelationType::aids, Phase::ongoing, Factuality::fact).empty());
}

TEST_CASE("The first line that fits counts") {
  const testing::TemporaryFolder folder;
  std::filesystem::create_directories(folder.file("frames"));
  std::ofstream(folder.file("frames/events.tsv"))
      << "# entente-events 1\naids end fact SANCTION\naids * fact/planned AID # rest\n";
  const auto events = EventTypes::load(folder.file(""));
  CHECK(events.event(RelationType::aids, Phase::end, Factuality::fact) == "SANCTION");
  CHECK(events.event(RelationType::aids, Phase::end, Factuality::planned) == "AID");
  CHECK(events.event(RelationType::aids, Phase::start, Factuality::fact) == "AID");
  CHECK(events.event(RelationType::aids, Phase::start, Factuality::possible).empty());
}

TEST_CASE("A wrong line is refused with its place") {
  CHECK(load_error("aids end fact\n").find("events.tsv:2: expected TYPE") != std::string::npos);
  CHECK(load_error("helps end fact AID\n").find("events.tsv:2: unknown relation type `helps`") !=
        std::string::npos);
  CHECK(load_error("aids late fact AID\n").find("unknown value `late`") != std::string::npos);
  CHECK(load_error("aids end fact HELP\n").find("`HELP` is no event type of PLOVER") != std::string::npos);
}
