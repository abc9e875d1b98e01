// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// `entente help TOPIC`: what concerns several verbs, or the data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::tools {

/// "topics" and those it lists.
std::vector<std::string> topic_names();

/// The text of a topic, or nothing when there is none of that name.
std::optional<std::string> topic(std::string_view name);

}  // namespace entente::tools
