// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "store/sqlite.hpp"

namespace entente::store {

/// Marks the file as ours ("ENTT"); shown by file(1) and checked on opening.
inline constexpr std::int64_t kApplicationId = 0x454E5454;
/// Raised whenever a table changes; schema.cpp has a step from each version to the next.
inline constexpr std::int64_t kSchemaVersion = 3;

/// Opens a store and checks that it is one; with `create`, lays out the tables of a new or empty file and
/// brings an older store to this version. What only reads an older store takes it as it is.
Database open_store(const std::string& file, bool create);

/// Now, as ISO 8601 in UTC: the clock of stores that were given none.
std::string system_time();

}  // namespace entente::store
