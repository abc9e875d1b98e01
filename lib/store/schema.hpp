// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite.hpp"

namespace entente::store {

/// Marks the file as ours ("ENTT"); shown by file(1) and checked on opening.
inline constexpr std::int64_t kApplicationId = 0x454E5454;
/// Raised whenever a table changes.
inline constexpr std::int64_t kSchemaVersion = 1;

/// Opens a store and checks that it is one; with `create`, lays out the tables of a new or empty file.
Database open_store(const std::string& file, bool create);

}  // namespace entente::store
