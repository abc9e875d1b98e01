// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Walks over the line with the declared options themselves, so that completion, help and parsing cannot
// disagree. Which values an option takes stands in the name of a check of it (options.cpp): a list, or what
// of the store it names.
#include "complete.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>

#include "entente/graph.hpp"
#include "entente/store.hpp"
#include "options.hpp"
#include "settings.hpp"

namespace entente::tools {
namespace {

constexpr std::size_t kMost = 200;

char folded(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                    [](char a, char b) { return folded(a) == folded(b); });
}

std::string half_line(std::string text) {
  text.resize(std::min(text.find('\n'), text.size()));
  return text;
}

class Line {
 public:
  explicit Line(CLI::App& app) : app_(&app), root_(&app) {}

  /// All words but the one being typed.
  void walk(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) take(words[i]);
  }

  std::vector<Candidate> candidates(const std::string& typed) {
    if (waiting_ != nullptr) return values(*waiting_, typed, {});
    const auto equals = typed.find('=');
    if (typed.starts_with("--") && equals != std::string::npos) {
      auto* option = find(typed.substr(0, equals));
      return option == nullptr ? found_
                               : values(*option, typed.substr(equals + 1), typed.substr(0, equals + 1));
    }
    if (typed.starts_with('-') && !only_words_) return options(typed);
    for (const auto* question : app_->get_subcommands([](CLI::App*) { return true; }))
      if (position_ == 0) add(question->get_name(), question->get_description(), typed);
    if (found_.empty())
      if (auto* positional = positional_at(position_)) return values(*positional, typed, {});
    return std::move(found_);
  }

 private:
  void take(const std::string& word) {
    if (waiting_ != nullptr) {
      remember(*waiting_, word);
      waiting_ = nullptr;
    } else if (word == "--") {
      only_words_ = true;
    } else if (word.starts_with('-') && !only_words_) {
      const auto equals = word.find('=');
      auto* option = find(word.substr(0, equals));
      if (option == nullptr || option->get_expected_min() == 0) return;
      if (equals != std::string::npos)
        remember(*option, word.substr(equals + 1));
      else
        waiting_ = option;
    } else if (auto* next = position_ == 0 ? subcommand(*app_, word) : nullptr) {
      app_ = next;
      if (verb_ == nullptr) begin_verb(*next);
    } else {
      ++position_;
    }
  }

  void begin_verb(CLI::App& verb) {
    verb_ = &verb;
    try {
      apply_settings(*root_, verb, settings_file());
    } catch (const std::exception&) {  // told when the line is run
    }
    if (const auto* graph = find("--graph")) store_ = graph->get_default_str();
  }

  void remember(CLI::Option& option, const std::string& value) {
    if (option.check_lname("graph")) store_ = value;
  }

  /// An option of the question or of its verb.
  CLI::Option* find(const std::string& name) const {
    for (CLI::App* app : {app_, verb_})
      if (app != nullptr)
        if (auto* option = app->get_option_no_throw(name)) return option;
    return nullptr;
  }

  std::vector<Candidate> options(const std::string& typed) {
    for (auto* app : {app_, verb_ == app_ ? nullptr : verb_}) {
      if (app == nullptr) continue;
      for (const auto* option : app->get_options())
        for (const auto& name : option->get_lnames())
          add("--" + name, half_line(option->get_description()), typed);
    }
    return std::move(found_);
  }

  CLI::Option* positional_at(std::size_t position) const {
    CLI::Option* last = nullptr;
    for (auto* option : app_->get_options()) {
      if (!option->get_positional()) continue;
      last = option;
      if (position-- == 0) return option;
    }
    return last != nullptr && last->get_expected_max() > 1 ? last : nullptr;
  }

  std::vector<Candidate> values(CLI::Option& option, const std::string& typed, const std::string& before) {
    for (const auto& value : values_of(option)) add(before + value, {}, before + typed);
    return std::move(found_);
  }

  std::vector<std::string> values_of(CLI::Option& option) const {
    for (const std::string& kind : kinds_of(option)) {
      if (kind == kEntities) return entities();
      if (kind == kDocuments || kind == kOutlets) return documents(kind == kOutlets);
      if (kind.starts_with(kOneOf)) return CLI::detail::split(kind.substr(kOneOf.size()), ',');
    }
    return {};
  }

  /// The names of the option's checks.
  static std::vector<std::string> kinds_of(CLI::Option& option) {
    std::vector<std::string> kinds;
    try {
      for (int i = 0;; ++i) kinds.push_back(option.get_validator(i)->get_name());
    } catch (const CLI::OptionNotFound&) {  // past the last
    }
    return kinds;
  }

  std::vector<std::string> entities() const {
    const Graph graph = open_graph(store_);
    std::set<std::string> names;
    for (Index i = 0; i < graph.entity_count(); ++i) names.insert(graph.entity(i).name);
    return {names.begin(), names.end()};
  }

  std::vector<std::string> documents(bool outlets) const {
    std::set<std::string> names;
    for (const auto& document : Store(store_, {.mode = StoreMode::read, .clock = {}}).documents())
      names.insert(outlets ? document.outlet : document.id);
    return {names.begin(), names.end()};
  }

  /// Names with control characters are left out: the shell reads lines, and shows them on a terminal.
  void add(const std::string& text, const std::string& help, const std::string& typed) {
    const bool printable =
        std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (found_.size() < kMost && !text.empty() && printable && begins_with(text, typed))
      found_.push_back({text, help});
  }

  CLI::App* app_;  // the deepest one named: program, verb or question
  CLI::App* root_;
  CLI::App* verb_ = nullptr;
  CLI::Option* waiting_ = nullptr;  // for its value
  std::size_t position_ = 0;        // of positional arguments
  bool only_words_ = false;         // after --
  std::string store_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> complete(CLI::App& app, const std::vector<std::string>& words) noexcept {
  try {
    Line line(app);
    line.walk(words);
    return line.candidates(words.empty() ? std::string() : words.back());
  } catch (const std::exception&) {  // no store, no memory: nothing to offer
    return {};
  }
}

}  // namespace entente::tools
