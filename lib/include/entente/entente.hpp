// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// All of Entente but its view as a Boost graph (entente/bgl.hpp). A tour:
//
//   const auto resources = entente::Resources::load();  // model, gazetteer, frames; once
//   entente::Store store("world.db");
//   for (entente::DocumentReader reader("articles.jsonl"); auto document = reader.next();)
//     store.add({entente::extract(*document, resources)});
//
//   const auto graph = entente::build_graph(store);
//   const entente::NameIndex names(graph);
//   const auto data = entente::default_data_directory();
//   const auto rules = entente::DependenceRules::load(data + "/dependence.json");
//   for (const auto& answer : entente::dependencies_of(graph, names.find("Tajikistan"), rules))
//     std::cout << graph.entity(answer.provider).name << ": "
//               << answer.parts.front().evidence.sentence << '\n';
//
//   entente::export_graph(graph, "graphml", [&](std::string_view bytes) { file << bytes; });
//
// The three shapes of data: document.hpp (text and syntax), facts.hpp (what a text says), graph.hpp (what all
// texts say). Everything is a value or an immutable object that threads may share, but Store and
// DocumentReader. The library never prints; it throws entente::Error when it cannot go on, and any bytes are
// valid text.
#pragma once

#include "entente/document.hpp"
#include "entente/error.hpp"
#include "entente/export.hpp"
#include "entente/facts.hpp"
#include "entente/graph.hpp"
#include "entente/ids.hpp"
#include "entente/import.hpp"
#include "entente/ontology.hpp"
#include "entente/pipeline.hpp"
#include "entente/query.hpp"
#include "entente/repair.hpp"
#include "entente/store.hpp"
