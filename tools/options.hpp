// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// How a verb declares its options: a thin layer over CLI11, which costs ten seconds of compilation wherever
// it is included and is therefore kept to options.cpp and main.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace entente::tools {

/// What an option's values can name, and how a list of values begins: names of checks, which complete.cpp
/// reads.
inline constexpr std::string_view kEntities = "entities";
inline constexpr std::string_view kDocuments = "documents";
inline constexpr std::string_view kOutlets = "outlets";
inline constexpr std::string_view kOneOf = "one of ";

/// A declared option; lives as long as the command line.
class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}

  /// Name of its value in the help: `FILE`.
  Option& type(const std::string& name);
  Option& required();
  Option& needs(const Option& other);
  /// The value is one of `names`; the message for others names the nearest one and all.
  Option& one_of(const std::string& what, const std::vector<std::string>& names);
  Option& range(double least, double most);
  /// The value is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  Option& date();
  /// The value names something of the store, one of the following: the shells' completion offers what there
  /// is.
  Option& from_store(std::string_view kind);
  /// The help tells the value it has now.
  Option& show_default();

 private:
  CLI::Option* option_;
};

/// The options of a verb, or of one question of a verb. Names are `-o,--output`, or a word for a positional
/// argument.
class Options {
 public:
  explicit Options(CLI::App& app) : app_(&app) {}

  Option flag(const std::string& names, bool& value, const std::string& help);
  Option add(const std::string& names, std::string& value, const std::string& help);
  Option add(const std::string& names, double& value, const std::string& help);
  Option add(const std::string& names, std::uint32_t& value, const std::string& help);
  Option add(const std::string& names, std::uint64_t& value, const std::string& help);
  /// Takes all values up to the next option.
  Option list(const std::string& names, std::vector<std::string>& values, const std::string& help);
  /// Takes one value, and may be given several times.
  Option repeated(const std::string& names, std::vector<std::string>& values, const std::string& help);
  /// Hands the value on.
  Option call(const std::string& names, const std::function<void(const std::string&)>& take,
              const std::string& help);

  /// One of several questions, of which one has to be asked. Our options may stand behind it, too.
  Options question(const std::string& name, const std::string& summary);
  /// Whether that question was asked.
  bool asked(const std::string& name) const;

 private:
  CLI::App* app_;
};

/// The message for a value that is none of `names`, or "".
std::string unless_one_of(const std::string& what, const std::vector<std::string>& names,
                          std::string_view value);

}  // namespace entente::tools
