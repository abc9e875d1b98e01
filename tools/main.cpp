// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// entente VERB ...: reads the command line, runs the verb, and is the only place where exceptions become
// messages.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "complete.hpp"
#include "entente/error.hpp"
#include "options.hpp"
#include "settings.hpp"
#include "suggest.hpp"
#include "topics.hpp"
#include "version.hpp"

namespace entente::tools {
namespace {

int complain(const std::string& message, ExitCode code) {
  std::fprintf(stderr, "entente: %s\n", message.c_str());
  return code;
}

std::vector<std::string> verb_names() {
  std::vector<std::string> names;
  for (const auto& row : command_table()) names.emplace_back(row.name);
  return names;
}

bool is_verb(std::string_view name) {
  const auto table = command_table();
  return std::any_of(table.begin(), table.end(), [&](const CommandRow& row) { return row.name == name; });
}

/// `entente help TOPIC`
int tell_topic(const std::string& name) {
  if (const auto text = topic(name)) return std::fputs(text->c_str(), stdout) < 0 ? kIo : kOk;
  auto names = topic_names();
  for (const auto& verb : verb_names()) names.push_back(verb);
  return complain("no help on \"" + name + "\"" + did_you_mean(name, names) + " (see entente help topics)",
                  kUsage);
}

/// `entente help VERB` is `entente VERB --help`; topics are told by themselves.
std::vector<std::string> read_arguments(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.empty() || arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  arguments.resize(std::min<std::size_t>(arguments.size(), 1));
  arguments.emplace_back("--help");
  return arguments;
}

/// "depend-on" where a question was expected: what CLI11 says of it does not help.
std::string unknown_question(const CLI::App& verb) {
  std::vector<std::string> questions;
  for (const auto* question : verb.get_subcommands([](const CLI::App*) { return true; }))
    questions.push_back(question->get_name());
  const auto words = verb.remaining();
  if (questions.empty() || !verb.get_subcommands().empty() || words.empty()) return {};
  return "unknown question \"" + words.front() + "\"" + did_you_mean(words.front(), questions);
}

/// The command line asked for help or the version, or was wrong.
int explain(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(error), kOk;
  const auto chosen = app.get_subcommands();
  if (chosen.empty()) return complain(std::string(error.what()) + " (see entente --help)", kUsage);
  const std::string question = unknown_question(*chosen.front());
  return complain((question.empty() ? error.what() : question) + " (see entente " +
                      chosen.front()->get_name() + " --help)",
                  kUsage);
}

/// What the shells ask for (cmd_completions.cpp): `__complete`, then the words of the line.
int tell_candidates(CLI::App& app, const std::vector<std::string>& arguments) {
  for (const Candidate& candidate : complete(app, {arguments.begin() + 1, arguments.end()}))
    std::printf("%s\t%s\n", candidate.text.c_str(), candidate.help.c_str());
  return kOk;
}

bool asks_for_help(const std::vector<std::string>& arguments) {
  return std::any_of(arguments.begin(), arguments.end(),
                     [](const std::string& word) { return word == "-h" || word == "--help"; });
}

/// Runs `work`; what it throws becomes a message and an exit code.
template <class Work>
int guarded(const Work& work) {
  try {
    const int code = work();
    if (std::fflush(stdout) != 0) return complain("standard output cannot be written", kIo);
    return code;
  } catch (const UsageError& error) {
    return complain(error.what(), kUsage);
  } catch (const QueryError& error) {
    return complain(error.what(), kNoMatch);
  } catch (const DataError& error) {
    return complain(error.what(), kBadInput);
  } catch (const std::bad_alloc&) {
    return complain("out of memory", kIo);
  } catch (const std::exception& error) {
    return complain(error.what(), kIo);
  }
}

using Commands = std::vector<std::unique_ptr<Command>>;

/// Declares all verbs; the commands are in the order of the table.
Commands declare(CLI::App& app) {
  app.set_version_flag("-V,--version", version_and_data, "Tell versions of program and data");
  app.footer(
      "`entente VERB --help` tells the options of a verb; `man entente` has it all; so does `entente help "
      "topics`.\n"
      "Exit codes: 0 ok, 1 no match, 2 usage, 3 bad input skipped, 4 input or output failed.");
  Commands commands;
  for (const auto& row : command_table()) {
    auto* verb = app.add_subcommand(std::string(row.name), std::string(row.summary));
    verb->footer("Examples:\n  " + std::string(row.examples));
    commands.push_back(row.make());
    Options options(*verb);
    commands.back()->declare(options);
  }
  app.require_subcommand(0, 1);
  return commands;
}

int parse_and_run(CLI::App& app, const Commands& commands, std::vector<std::string> arguments) {
  if (arguments.empty()) return complain("which verb? (see entente --help)", kUsage);
  const auto names = verb_names();
  const bool has_verb = is_verb(arguments.front());
  if (!arguments.front().starts_with('-') && !has_verb)
    return complain("unknown verb \"" + arguments.front() + "\"" + did_you_mean(arguments.front(), names) +
                        " (see entente --help)",
                    kUsage);
  if (has_verb && !asks_for_help(arguments))
    apply_settings(app, *app.get_subcommand(arguments.front()), settings_file());
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 wants them reversed
  } catch (const CLI::ParseError& error) {
    return explain(app, error);
  }
  for (std::size_t i = 0; i < commands.size(); ++i)
    if (app.got_subcommand(names[i])) return commands[i]->run();
  return complain("which verb? (see entente --help)", kUsage);
}

int main(int argc, char** argv) {
  CLI::App app(
      "Turns news into a knowledge graph of world politics: who agrees with, deploys in, supplies, "
      "sanctions,\n"
      "attacks and depends on whom.",
      "entente");
  const Commands commands = declare(app);
  if (argc == 3 && std::string_view(argv[1]) == "help" && !is_verb(argv[2])) return tell_topic(argv[2]);
  const auto arguments = read_arguments(argc, argv);
  if (!arguments.empty() && arguments.front() == "__complete") return tell_candidates(app, arguments);
  return guarded([&] { return parse_and_run(app, commands, arguments); });
}

}  // namespace
}  // namespace entente::tools

int main(int argc, char** argv) {
  return entente::tools::main(argc, argv);
}
