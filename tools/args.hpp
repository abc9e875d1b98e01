// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Groups of options that several verbs share: declared once, so that they are called and mean the same
// everywhere.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "console.hpp"
#include "entente/document.hpp"
#include "options.hpp"

namespace entente::tools {

/// -q, -v
void add_verbosity(Options& options, Verbosity& verbosity);

/// --data
void add_data(Options& options, std::string& directory);

/// --gazetteer: the user's own names.
void add_gazetteers(Options& options, std::vector<std::string>& files);

/// -j: the number of threads; output does not depend on it.
void add_jobs(Options& options, std::size_t& jobs);

/// ARTICLES..., --from, --field, --date
struct InputArgs {
  std::vector<std::string> paths;
  ReadOptions options() const;

  std::string format = "auto";
  std::vector<std::string> fields;
  std::string date;
};
void add_input(Options& options, InputArgs& input, bool required = true);

/// -o, -O
struct OutputArgs {
  std::string path;
  bool overwrite = false;
};
void add_output(Options& options, OutputArgs& output);

/// -f table|json|jsonl|csv|tsv|markdown, --no-header, --color
enum class Layout : std::uint8_t { table, json, jsonl, csv, tsv, markdown };
struct LayoutArgs {
  Layout layout = Layout::table;
  bool no_header = false;
  std::string color = "auto";
};
void add_layout(Options& options, LayoutArgs& layout);

std::vector<std::string> relation_type_names();
std::vector<std::string> domain_names();

}  // namespace entente::tools
