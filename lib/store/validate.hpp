// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "entente/store.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// What is wrong with a store, at most `most` problems.
std::vector<StoreProblem> find_problems(const Database& database, std::size_t most);

}  // namespace entente::store
