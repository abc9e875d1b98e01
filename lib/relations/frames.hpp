// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Frames: what words say which relation, and where their arguments stand. Data, not code:
// data/frames/*.frames; the grammar is in data/frames/README.md. Immutable after loading, shared by threads.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/ontology.hpp"
#include "relations/events.hpp"
#include "relations/words.hpp"

namespace entente::relations {

/// Names of the roles of the predicate-argument view (roles.hpp), interned; prepositions are roles too.
using RoleId = std::uint16_t;
inline constexpr RoleId kNoRole = 0xffff;

/// The roles that the code itself fills; their ids are their places in `kRoleNames`.
enum Role : RoleId {
  kSelf,
  kSubj,
  kObj,
  kIobj,
  kPoss,
  kMod,
  kIs,
  kGov,
  kXcomp,
  kCcomp,
  kAdvcl,
  kAcl,
  kAppos,
  kConj,
  kParticle,
  kSubtree,
  kSentence,
  kFixedRoles
};
inline constexpr std::string_view kRoleNames[] = {"self",  "subj", "obj",   "iobj",  "poss",  "mod",
                                                  "is",    "gov",  "xcomp", "ccomp", "advcl", "acl",
                                                  "appos", "conj", "prt",   "sub",   "sent"};

/// One step of a path: any of the roles, with an optional condition on the token reached.
struct Step {
  std::vector<RoleId> roles;
  std::optional<ClassId> word_class;  ///< `@class`: the token's lemma is in it
  std::string lemma;                  ///< `=lemma`
  EntityTypes types = 0;              ///< `%type,type`: a mention of that type
  bool person_like = false;           ///< `%official`: a person, or an official of an actor
};

/// Steps from the trigger to an argument. `soft` (`~`): when the token is no actor, its possessor, modifier
/// or complement with of, by or from may be.
struct Path {
  std::vector<Step> steps;
  bool soft = false;
};

enum class TriggerKind : std::uint8_t { verb, noun, adjective };

struct Frame {
  std::string id;  ///< file name without ending, `.`, name
  RelationType type = RelationType::agrees_with;
  std::vector<std::vector<Path>> needs;  ///< each line: one of the paths exists
  std::vector<Path> nots;                ///< none of these exists
  std::vector<Path> subjects, objects;   ///< the first that names an actor counts
  std::vector<Path> pairs;               ///< symmetric relations: all pairs of the actors of one path
  std::vector<Path> details;
  std::optional<Phase> phase;
  std::optional<Factuality> factuality;
  Domain domain = Domain::none;
  double score = 0.7;
  bool both = false;  ///< the converse holds too ("war between")
};

class Frames {
 public:
  /// Loads words.txt and all *.frames of `data_directory`/frames. Throws DataError with file and line.
  static Frames load(const std::string& data_directory);

  struct Trigger {
    std::uint32_t frame;
    std::string particle;  ///< of a phrasal verb, or empty
  };
  /// Frames that a lemma may trigger, in the order of the files. Valid while this object lives.
  const std::vector<Trigger>* triggers(TriggerKind kind, std::string_view lemma) const;
  const Frame& frame(std::uint32_t index) const { return frames_[index]; }
  std::size_t size() const { return frames_.size(); }
  /// The phase of a type where neither frame nor context tells one.
  Phase default_phase(RelationType type) const { return phases_[static_cast<std::size_t>(type)]; }
  const WordClasses& words() const { return words_; }
  const EventTypes& events() const { return events_; }
  /// The role that a preposition (or other word) names in some frame, or kNoRole.
  RoleId role(std::string_view name) const;

 private:
  friend class FrameReader;
  using Table = std::unordered_map<std::string, std::vector<Trigger>, StringHash, std::equal_to<>>;
  std::vector<Frame> frames_;
  Table triggers_[3];
  std::array<Phase, kRelationTypeCount> phases_{};
  std::unordered_map<std::string, RoleId, StringHash, std::equal_to<>> roles_;
  WordClasses words_;
  EventTypes events_;
};

}  // namespace entente::relations
