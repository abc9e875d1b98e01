// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// node read_json.js FOLDER: the JSON exports as JavaScript reads them: as many nodes and edges, ends that exist.
const fs = require("fs");
const read = name => JSON.parse(fs.readFileSync(`${process.argv[2]}/${name}`, "utf8"));
const truth = read("json");
const data = elements => elements.map(element => element.data);
const cytoscape = read("cytoscape").elements;
const jgf = read("jgf").graph;
const graphs = {
  "node-link": read("node-link"),
  "node-link.links": { nodes: read("node-link.links").nodes, edges: read("node-link.links").links },
  cytoscape: { nodes: data(cytoscape.nodes), edges: data(cytoscape.edges) },
  jgf: { nodes: Object.keys(jgf.nodes).map(id => ({ id })), edges: jgf.edges },
};
for (const [name, graph] of Object.entries(graphs)) {
  const ids = new Set(graph.nodes.map(node => node.id));
  const wrong = ids.size !== truth.nodes.length || graph.edges.length !== truth.edges.length ||
    graph.edges.some(edge => !ids.has(edge.source) || !ids.has(edge.target));
  if (wrong) {
    console.log(`${name}: ${ids.size} nodes, ${graph.edges.length} edges`);
    process.exitCode = 1;
  }
}
