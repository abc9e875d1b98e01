// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include "text/document_format.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente {
namespace {

using enum DocumentFormat;

constexpr std::array<std::pair<std::string_view, DocumentFormat>, 11> kExtensions = {
    {{"txt", text},
     {"text", text},
     {"md", text},
     {"html", html},
     {"htm", html},
     {"xhtml", html},
     {"json", json},
     {"jsonl", json_lines},
     {"ndjson", json_lines},
     {"jsonlines", json_lines},
     {"asc", text}}};

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// The file's name without folder and `.gz`.
std::string base_name(const std::string& path) {
  std::string name = path.substr(path.find_last_of('/') + 1);
  if (name.size() > 3 && lower(name.substr(name.size() - 3)) == ".gz") name.resize(name.size() - 3);
  return name;
}

DocumentFormat by_extension(const std::string& name) {
  const std::size_t dot = name.find_last_of('.');
  if (dot == std::string::npos) return automatic;
  const std::string extension = lower(std::string_view(name).substr(dot + 1));
  for (const auto& [known, format] : kExtensions)
    if (known == extension) return format;
  return automatic;
}

bool looks_like_html(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 2048));
  for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<article", "<title"})
    if (head.find(tag) != std::string::npos) return true;
  return false;
}

/// Two lines, or one alone, that each look like an object.
bool looks_like_json_lines(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view first = bytes.substr(0, end);
  const std::size_t last = first.find_last_not_of(" \t\r");
  return last != std::string_view::npos && first[last] == '}';
}

}  // namespace

std::string file_stem(const std::string& path) {
  if (path == "-") return "stdin";
  std::string name = base_name(path);
  const std::size_t dot = name.find_last_of('.');
  if (dot != std::string::npos && dot > 0 && by_extension(name) != automatic) name.resize(dot);
  return name;
}

DocumentFormat detect_format(const std::string& path, std::string_view first_bytes) {
  const DocumentFormat named = by_extension(base_name(path));
  if (named != automatic) return named;
  if (first_bytes.substr(0, 3) == "\xEF\xBB\xBF") first_bytes.remove_prefix(3);
  const std::size_t begin = first_bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return text;
  first_bytes.remove_prefix(begin);
  if (first_bytes[0] == '<') return looks_like_html(first_bytes) ? html : text;
  const std::size_t next = first_bytes.find_first_not_of(" \t\r\n", 1);
  const char second = next == std::string_view::npos ? '\0' : first_bytes[next];
  if (first_bytes[0] == '{' && second == '"') return looks_like_json_lines(first_bytes) ? json_lines : json;
  return first_bytes[0] == '[' && second == '{' ? json : text;
}

}  // namespace entente
