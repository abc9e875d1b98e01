// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "text/html.hpp"

namespace entente {

/// The attributes of an element as libxml2 hands them over: name, value, ..., null. Valid during the
/// callback.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}
  bool has(std::string_view name) const;
  std::string_view get(std::string_view name) const;  ///< empty when missing

 private:
  const char** pairs_;
};

/// Gathers title, date, outlet and address of a page. Of several sources the most reliable wins, whatever the
/// order.
class PageMetadata {
 public:
  void start(std::string_view element, const Attributes& attributes);
  void end(std::string_view element);
  void characters(std::string_view text);
  HtmlPage page() const;  ///< without text

 private:
  struct Value {
    std::string text;
    int rank = 0;
    void offer(std::string_view text, int rank);
  };
  void meta(const Attributes& attributes);
  void structured_data();

  Value title_;
  Value date_;
  Value outlet_;
  Value url_;
  std::string* collecting_ = nullptr;
  std::string title_element_;
  std::string script_;
};

}  // namespace entente
