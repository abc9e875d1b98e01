// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <entente/entente.hpp>
#include <string>

int main() {
  const auto resources = entente::Resources::load(DATA);
  const auto result = entente::extract({.id = "a", .text = "Russia deployed troops to Tajikistan in 2004."}, resources);
  for (const auto& assertion : result.assertions)
    std::printf("%s %s %s\n", result.entities[assertion.subject].id.c_str(),
                std::string(entente::name(assertion.type)).c_str(), result.entities[assertion.object].id.c_str());
}
