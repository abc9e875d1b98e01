// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

#include <CLI/CLI.hpp>

#include "suggest.hpp"

namespace entente::tools {
namespace {

std::string unless_date(const std::string& value) {
  static constexpr std::string_view kForm = "0000-00-00";
  bool right = value.size() == 4 || value.size() == 7 || value.size() == 10;
  for (std::size_t i = 0; right && i < value.size(); ++i)
    right = kForm[i] == '-' ? value[i] == '-' : value[i] >= '0' && value[i] <= '9';
  return right ? std::string() : "\"" + value + "\" is no date: expected YYYY, YYYY-MM or YYYY-MM-DD";
}

}  // namespace

Option& Option::type(const std::string& name) {
  option_->type_name(name);
  return *this;
}

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::needs(const Option& other) {
  option_->needs(other.option_);
  return *this;
}

Option& Option::one_of(const std::string& what, const std::vector<std::string>& names) {
  std::string kind(kOneOf);
  for (const auto& name : names) kind += (&name == names.data() ? "" : ",") + name;
  option_->check([what, names](const std::string& value) { return unless_one_of(what, names, value); }, "",
                 kind);
  return *this;
}

Option& Option::from_store(std::string_view kind) {
  option_->check([](const std::string&) { return std::string(); }, "", std::string(kind));
  return *this;
}

Option& Option::range(double least, double most) {
  option_->check(CLI::Range(least, most).description(""));
  return *this;
}

Option& Option::date() {
  option_->check(unless_date);
  return *this;
}

Option& Option::show_default() {
  option_->capture_default_str();
  return *this;
}

Option Options::flag(const std::string& names, bool& value, const std::string& help) {
  return Option(app_->add_flag(names, value, help));
}

Option Options::add(const std::string& names, std::string& value, const std::string& help) {
  return Option(app_->add_option(names, value, help));
}

Option Options::add(const std::string& names, double& value, const std::string& help) {
  return Option(app_->add_option(names, value, help));
}

Option Options::add(const std::string& names, std::uint32_t& value, const std::string& help) {
  return Option(app_->add_option(names, value, help));
}

Option Options::add(const std::string& names, std::uint64_t& value, const std::string& help) {
  return Option(app_->add_option(names, value, help));
}

Option Options::list(const std::string& names, std::vector<std::string>& values, const std::string& help) {
  return Option(app_->add_option(names, values, help));
}

Option Options::repeated(const std::string& names, std::vector<std::string>& values,
                         const std::string& help) {
  return Option(app_->add_option(names, values, help)->take_all()->expected(1));
}

Option Options::call(const std::string& names, const std::function<void(const std::string&)>& take,
                     const std::string& help) {
  return Option(app_->add_option_function<std::string>(names, take, help));
}

Options Options::question(const std::string& name, const std::string& summary) {
  app_->require_subcommand(1);
  auto* question = app_->add_subcommand(name, summary);
  question->fallthrough();
  return Options(*question);
}

bool Options::asked(const std::string& name) const {
  return app_->got_subcommand(name);
}

std::string unless_one_of(const std::string& what, const std::vector<std::string>& names,
                          std::string_view value) {
  std::string known;
  for (const auto& name : names) {
    if (name == value) return {};
    known += (known.empty() ? "" : ", ") + name;
  }
  return "unknown " + what + " \"" + std::string(value) + "\"" + did_you_mean(value, names) +
         " (known: " + known + ")";
}

}  // namespace entente::tools
