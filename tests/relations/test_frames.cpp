// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "entente/error.hpp"
#include "relations/frames.hpp"

using namespace entente;
using namespace entente::relations;

namespace {

/// A data folder with one file of frames.
struct Folder {
  std::filesystem::path path;

  explicit Folder(const std::string& frames, const std::string& words = "force: troops soldiers\n") {
    path = std::filesystem::temp_directory_path() / "entente-test-frames";
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path / "frames");
    std::ofstream(path / "frames" / "words.txt") << "# entente-words 1\n" << words;
    std::ofstream(path / "frames" / "events.tsv") << "# entente-events 1\n";
    std::ofstream(path / "frames" / "test.frames") << frames;
  }
  ~Folder() { std::filesystem::remove_all(path); }

  std::string error() const {
    try {
      Frames::load(path.string());
    } catch (const Error& error) {
      const std::string what = error.what();
      return what.substr(what.rfind('/') + 1);
    }
    return "";
  }
};

const std::string kHeader = "# entente-frames 1\n";

}  // namespace

TEST_CASE("A frame is read with its triggers, paths and values") {
  const Folder folder(
      kHeader +
      "frame send deploys_to\n  verb send pull_out  # comment\n  need obj:@force\n  subject subj\n"
      "  object to/in~\n  phase end\n  domain security\n  score 0.8\n");
  const Frames frames = Frames::load(folder.path.string());
  REQUIRE(frames.size() == 1);
  const Frame& frame = frames.frame(0);
  CHECK(frame.id == "test.send");
  CHECK(frame.type == RelationType::deploys_to);
  CHECK(frame.phase == Phase::end);
  CHECK(frame.domain == Domain::security);
  CHECK(frame.score == 0.8);
  REQUIRE(frame.objects.size() == 1);
  CHECK(frame.objects[0].soft);
  CHECK(frame.objects[0].steps[0].roles.size() == 2);
  REQUIRE(frames.triggers(TriggerKind::verb, "pull") != nullptr);
  CHECK(frames.triggers(TriggerKind::verb, "pull")->at(0).particle == "out");
  CHECK(frames.triggers(TriggerKind::noun, "send") == nullptr);
}

TEST_CASE("Faults are told with file and line") {
  CHECK(Folder("frame x attacks\n").error().find("test.frames:1: expected the header") == 0);
  CHECK(Folder(kHeader + "frame x atacks\n").error() == "test.frames:2: unknown relation type `atacks`");
  CHECK(Folder(kHeader + "  verb run\n").error().find("test.frames:2: a line of a frame before") == 0);
  CHECK(Folder(kHeader + "frame x attacks\n  need obj:@nothing\n").error() ==
        "test.frames:3: unknown word class `@nothing`");
  CHECK(Folder(kHeader + "frame x attacks\n  colour red\n").error() == "test.frames:3: unknown key `colour`");
  CHECK(Folder(kHeader + "frame x attacks\n  score 2\n").error().find("test.frames:3: a score is") == 0);
  CHECK(
      Folder(kHeader + "frame x attacks\n  verb run\n  subject subj\n").error().find("lacks `subject` and") !=
      std::string::npos);
  CHECK(Folder(kHeader, "oops\n").error().find("words.txt:2: expected `name:") == 0);
}

TEST_CASE("The project's own frames load") {
  const Frames frames = Frames::load(ENTENTE_SOURCE_DIR "/data");
  std::vector<bool> covered(kRelationTypeCount);
  for (std::uint32_t i = 0; i < frames.size(); ++i)
    covered[static_cast<std::size_t>(frames.frame(i).type)] = true;
  for (std::size_t i = 0; i < kRelationTypeCount; ++i) {
    INFO(kRelations[i].name);
    // part_of and located_in are told by the mentions themselves (structure.cpp)
    if (kRelations[i].name != "part_of" && kRelations[i].name != "located_in") CHECK(covered[i]);
  }
}
