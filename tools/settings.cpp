// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// A file of lines `option = value`, with the long names of options. What stands before the first `[verb]`
// counts for all verbs that have such an option. The values become the options' defaults, checked as if they
// had been typed.
#include "settings.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/error.hpp"
#include "exit_code.hpp"
#include "suggest.hpp"

namespace entente::tools {
namespace {

/// ENTENTE_DATA is not among them: the library itself looks at it.
constexpr std::array<std::pair<const char*, const char*>, 3> kVariables = {
    {{"ENTENTE_GRAPH", "graph"}, {"ENTENTE_JOBS", "jobs"}, {"ENTENTE_COLOR", "color"}}};

std::string value_of(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::string() : std::string(value);
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

CLI::Option* option_of(CLI::App& verb, const std::string& name) {
  auto* option = verb.get_option_no_throw("--" + name);
  return name == "help" ? nullptr : option;
}

std::vector<std::string> names_of_options(CLI::App& app, const CLI::App* verb) {
  std::vector<std::string> names;
  for (const auto* of : app.get_subcommands([](CLI::App*) { return true; }))
    if (verb == nullptr || of == verb)
      for (const auto* option : of->get_options())
        for (const auto& name : option->get_lnames()) names.push_back(name);
  return names;
}

/// Throws CLI::ParseError when the value is none of this option's.
void give(CLI::Option& option, const std::string& value) {
  option.run_callback_for_default()->default_val(value);
  option.required(false);
}

class SettingsFile {
 public:
  SettingsFile(CLI::App& app, CLI::App& verb, const std::string& path)
      : app_(app), verb_(verb), path_(path) {}

  void read() {
    std::ifstream in(path_, std::ios::binary);
    if (!in) throw IoError(path_ + ": cannot be read");
    for (std::string line; std::getline(in, line);) {
      ++line_;
      const std::string_view text = trim(line);
      if (text.empty() || text.front() == '#') continue;
      if (text.front() == '[')
        begin_section(text);
      else
        set(text);
    }
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw DataError(path_, line_, what); }

  void begin_section(std::string_view text) {
    if (text.back() != ']') fail("expected [VERB]");
    const std::string name(trim(text.substr(1, text.size() - 2)));
    section_ = subcommand(app_, name);
    if (section_ != nullptr) return;
    std::vector<std::string> verbs;
    for (const auto* verb : app_.get_subcommands([](CLI::App*) { return true; }))
      verbs.push_back(verb->get_name());
    fail("unknown verb \"" + name + "\"" + did_you_mean(name, verbs));
  }

  void set(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) fail("expected OPTION = VALUE");
    const std::string name(trim(text.substr(0, equals)));
    const auto names = names_of_options(app_, section_);
    if (name == "help" || std::find(names.begin(), names.end(), name) == names.end())
      fail("unknown option \"" + name + "\"" + did_you_mean(name, names));
    if (section_ != nullptr && section_ != &verb_) return;
    auto* option = option_of(verb_, name);
    if (option == nullptr) return;
    try {
      give(*option, std::string(trim(text.substr(equals + 1))));
    } catch (const CLI::ParseError& error) {
      fail(error.what());
    }
  }

  CLI::App& app_;
  CLI::App& verb_;
  std::string path_;
  std::size_t line_ = 0;
  CLI::App* section_ = nullptr;  // none yet: for all verbs
};

}  // namespace

std::optional<std::string> settings_file() {
  if (std::getenv("ENTENTE_CONFIG") != nullptr) {
    const std::string named = value_of("ENTENTE_CONFIG");
    return named.empty() ? std::nullopt : std::optional(named);
  }
  std::filesystem::path folder = value_of("XDG_CONFIG_HOME");
  if (folder.empty()) {
    const std::string home = value_of("HOME");
    if (home.empty()) return std::nullopt;
    folder = std::filesystem::path(home) / ".config";
  }
  const auto file = folder / "entente" / "config";
  std::error_code error;
  return std::filesystem::is_regular_file(file, error) ? std::optional(file.string()) : std::nullopt;
}

CLI::App* subcommand(CLI::App& app, const std::string& name) {
  const auto found = app.get_subcommands([&](CLI::App* one) { return one->get_name() == name; });
  return found.empty() ? nullptr : found.front();
}

void apply_settings(CLI::App& app, CLI::App& verb, const std::optional<std::string>& file) {
  if (file) SettingsFile(app, verb, *file).read();
  for (const auto& [variable, name] : kVariables) {
    const std::string value = value_of(variable);
    auto* option = option_of(verb, name);
    if (value.empty() || option == nullptr) continue;
    try {
      give(*option, value);
    } catch (const CLI::ParseError& error) {
      throw UsageError("$" + std::string(variable) + ": " + error.what());
    }
  }
}

}  // namespace entente::tools
