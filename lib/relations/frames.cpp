// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads frames. A line `frame NAME TYPE` opens one; lines indented by two, `key values...`, fill it; deeper
// ones continue the line before.
#include "relations/frames.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "entente/error.hpp"
#include "relations/lines.hpp"

namespace entente::relations {
namespace {

constexpr std::size_t kKeyIndent = 2;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

/// Fills a Frames from files; keeps the place for error messages.
class FrameReader {
 public:
  explicit FrameReader(Frames& frames) : frames_(frames) {
    for (const std::string_view name : kRoleNames) intern(name);
  }

  void read(const std::filesystem::path& path) {
    path_ = path.string();
    bool open = false;
    for (const Line& line : joined(read_lines(path_, "entente-frames 1"))) {
      line_ = line.number;
      if (line.indent == 0 && line.fields[0] == "default") {
        set_default(line);
        open = false;
      } else if (line.indent == 0) {
        open_frame(line, path.stem().string());
        open = true;
      } else if (open) {
        fill(line);
      } else {
        fail("a line of a frame before any `frame NAME TYPE`");
      }
    }
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw DataError(path_, line_, what); }

  /// Lines indented deeper than a key continue the line before.
  static std::vector<Line> joined(std::vector<Line>&& lines) {
    std::vector<Line> result;
    for (Line& line : lines) {
      if (line.indent <= kKeyIndent || result.empty())
        result.push_back(std::move(line));
      else
        std::move(line.fields.begin(), line.fields.end(), std::back_inserter(result.back().fields));
    }
    return result;
  }

  RoleId intern(std::string_view name) {
    return frames_.roles_.try_emplace(std::string(name), static_cast<RoleId>(frames_.roles_.size()))
        .first->second;
  }

  void set_default(const Line& line) {
    const auto type = line.fields.size() == 3 ? relation_type(line.fields[1]) : std::nullopt;
    const auto value = type ? phase(line.fields[2]) : std::nullopt;
    if (!value) fail("expected `default TYPE PHASE`");
    frames_.phases_[static_cast<std::size_t>(*type)] = *value;
  }

  void open_frame(const Line& line, const std::string& stem) {
    if (line.fields.size() != 3 || line.fields[0] != "frame")
      fail("expected `frame NAME TYPE` or `default TYPE PHASE`");
    Frame frame;
    frame.id = stem + "." + line.fields[1];
    for (const Frame& other : frames_.frames_)
      if (other.id == frame.id) fail("frame `" + frame.id + "` stands twice");
    const auto type = relation_type(line.fields[2]);
    if (!type) fail("unknown relation type `" + line.fields[2] + "`");
    frame.type = *type;
    frames_.frames_.push_back(std::move(frame));
  }

  void fill(const Line& line) {
    const std::string& key = line.fields[0];
    Frame& frame = frames_.frames_.back();
    if (key == "verb") return add_triggers(TriggerKind::verb, line);
    if (key == "noun") return add_triggers(TriggerKind::noun, line);
    if (key == "adj") return add_triggers(TriggerKind::adjective, line);
    if (key == "need") return frame.needs.push_back(paths(line));
    if (key == "not") return append(frame.nots, paths(line));
    if (key == "subject") return append(frame.subjects, paths(line));
    if (key == "object") return append(frame.objects, paths(line));
    if (key == "pair") return append(frame.pairs, paths(line));
    if (key == "detail") return append(frame.details, paths(line));
    fill_value(frame, key, line.fields.size() > 1 ? line.fields[1] : std::string());
  }

  void fill_value(Frame& frame, const std::string& key, const std::string& value) {
    if (key == "phase") {
      if (!(frame.phase = phase(value))) fail("unknown phase `" + value + "`");
    } else if (key == "factuality") {
      if (!(frame.factuality = factuality(value))) fail("unknown factuality `" + value + "`");
    } else if (key == "domain") {
      const auto found = domain(value);
      if (!found) fail("unknown domain `" + value + "`");
      frame.domain = *found;
    } else if (key == "score") {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), frame.score);
      if (error != std::errc() || end != value.data() + value.size() || frame.score <= 0 || frame.score > 1)
        fail("a score is a number above 0 and at most 1, not `" + value + "`");
    } else if (key == "both") {
      frame.both = true;
    } else {
      fail("unknown key `" + key + "`");
    }
  }

  static void append(std::vector<Path>& to, std::vector<Path>&& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  }

  void add_triggers(TriggerKind kind, const Line& line) {
    const auto frame = static_cast<std::uint32_t>(frames_.frames_.size() - 1);
    for (std::size_t i = 1; i < line.fields.size(); ++i) {
      const auto words = split(line.fields[i], '_');
      if (words.size() > 2)
        fail("a trigger is a lemma, or a verb and its particle: `" + line.fields[i] + "`");
      frames_.triggers_[static_cast<int>(kind)][std::string(words[0])].push_back(
          {frame, std::string(words.size() > 1 ? words[1] : "")});
    }
  }

  std::vector<Path> paths(const Line& line) {
    std::vector<Path> result;
    for (std::size_t i = 1; i < line.fields.size(); ++i) result.push_back(path(line.fields[i]));
    if (result.empty()) fail("`" + line.fields[0] + "` without a path");
    return result;
  }

  Path path(std::string_view text) {
    Path result;
    if (text.ends_with('~')) {
      result.soft = true;
      text.remove_suffix(1);
    }
    for (const std::string_view part : split(text, '.')) result.steps.push_back(step(part));
    return result;
  }

  Step step(std::string_view text) {
    Step result;
    const std::size_t colon = text.find(':');
    for (const std::string_view role : split(text.substr(0, colon), '/')) {
      if (role.empty()) fail("an empty role in `" + std::string(text) + "`");
      result.roles.push_back(intern(role));
    }
    if (colon != std::string_view::npos) condition(result, text.substr(colon + 1));
    return result;
  }

  void condition(Step& step, std::string_view text) {
    const std::string value(text.empty() ? text : text.substr(1));
    if (value.empty()) fail("an empty condition");
    if (text[0] == '@') {
      try {
        step.word_class = frames_.words_.id(value);
      } catch (const Error& error) {
        fail(error.what());
      }
    } else if (text[0] == '=') {
      step.lemma = value;
    } else if (text[0] == '%') {
      for (const std::string_view name : split(value, ',')) {
        if (name == "official") {
          step.person_like = true;
          continue;
        }
        const auto type = entity_type(name);
        if (!type) fail("unknown entity type `" + std::string(name) + "`");
        step.types |= bit(*type);
      }
    } else {
      fail("a condition is `@class`, `=lemma` or `%type`, not `" + std::string(text) + "`");
    }
  }

  Frames& frames_;
  std::string path_;
  std::size_t line_ = 0;
};

Frames Frames::load(const std::string& data_directory) {
  Frames frames;
  const std::filesystem::path directory = std::filesystem::path(data_directory) / "frames";
  frames.words_ = WordClasses::load((directory / "words.txt").string());
  frames.events_ = EventTypes::load(data_directory);
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error))
    if (entry.path().extension() == ".frames") files.push_back(entry.path());
  if (error) throw IoError(directory.string() + ": " + error.message());
  std::sort(files.begin(), files.end());
  FrameReader reader(frames);
  for (const auto& file : files) reader.read(file);
  for (const Frame& frame : frames.frames_)
    if (frame.pairs.empty() && (frame.subjects.empty() || frame.objects.empty()))
      throw DataError(directory.string(), 0,
                      "frame `" + frame.id + "` lacks `subject` and `object`, or `pair`");
  return frames;
}

const std::vector<Frames::Trigger>* Frames::triggers(TriggerKind kind, std::string_view lemma) const {
  const Table& table = triggers_[static_cast<int>(kind)];
  const auto found = table.find(lemma);
  return found == table.end() ? nullptr : &found->second;
}

RoleId Frames::role(std::string_view name) const {
  const auto found = roles_.find(name);
  return found == roles_.end() ? kNoRole : found->second;
}

}  // namespace entente::relations
