#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Reads a GraphML export with NetworkX and igraph and compares all of it with the JSON export of the same graph.

read_back.py GRAPHML JSON; exit status 0 same, 1 different, 77 when one of the two libraries is missing (the other is
still compared, and a line says which is missing).
"""
import json
import sys

try:
    import networkx
except ImportError:
    networkx = None
try:
    import igraph
except ImportError:
    igraph = None


def cleaned(text):
    """What XML 1.0 can hold of it."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r")


def token(text):
    """The id of an entity or tie as an XML name token in ASCII."""
    out = []
    for i, c in enumerate(text):
        plain = c.isascii() and (c.isalnum() or c in ".-_:")
        if plain and not text[i:i + 2] == "_x":
            out.append(c)
        else:
            out.append("_x%X_" % ord(c))
    return "".join(out) or "_x_"


def present(attributes):
    values = {}
    for key, value in attributes.items():
        value = cleaned(value) if isinstance(value, str) else value
        if value != "":
            values[key] = value
    return values


def joined(edge, field):
    """The different values in all evidence, in order of their first."""
    return "; ".join(dict.fromkeys(e[field] for e in edge["evidence"] if e.get(field)))


def expected(graph):
    nodes = {}
    for node in graph["nodes"]:
        label = node.get("name") or node["id"]
        nodes[token(node["id"])] = present({
            "labels": ":" + "".join(part.capitalize() for part in node["type"].split("_")),
            "label": label, "name": label, "entity": node["id"], "type": node["type"], "code": node.get("code", ""),
            "aliases": "; ".join(node.get("aliases", []))})
    edges = {}
    for edge in graph["edges"]:
        # The best supported evidence, of several the latest.
        weights = {"fact": 1, "planned": 0.5, "possible": 0.25, "negated": 0}
        best = max(enumerate(edge["evidence"]), key=lambda e: (e[1]["score"] * weights[e[1]["factuality"]], e[0]))[1]
        edges[token(edge["id"])] = (token(edge["source"]), token(edge["target"]), present({
            "label": edge["relation"].upper(), "interaction": edge["relation"].upper(),
            "weight": float(edge["outlets"]), "relation": edge["relation"], "group": edge["group"],
            "symmetric": "yes" if edge["symmetric"] else "no", "phase": edge["phase"],
            "factuality": edge["factuality"], "domains": "; ".join(edge.get("domains", [])),
            "assertions": edge["assertions"], "documents": edge["documents"], "outlets": edge["outlets"],
            "first": edge.get("first", ""), "last": edge.get("last", ""), "score": edge["score"],
            "sentence": best.get("sentence", ""), "document": best.get("document", ""),
            "reported": best.get("reported", ""), "detail": best.get("detail", ""), "url": best.get("url", ""),
            "via": best.get("via", ""), "cited": best.get("source", ""),
            "places": joined(edge, "place"), "facilities": joined(edge, "facility")}))
    return nodes, edges


def differences(name, found, wanted):
    for key in sorted(set(found) | set(wanted)):
        if found.get(key) != wanted.get(key):
            yield f"{name} {key}:\n  read     {found.get(key)!r:.600}\n  expected {wanted.get(key)!r:.600}"


def with_networkx(path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert graph.is_directed()
    nodes = {node: dict(attributes) for node, attributes in graph.nodes(data=True)}
    edges = {}
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        attributes = dict(attributes)
        # NetworkX keeps the edge's id as key (and, in some versions, as attribute).
        assert attributes.pop("id", key) == key
        edges[key] = (source, target, attributes)
    return nodes, edges


def known(attributes):
    """igraph fills absent values up, with "" or NaN."""
    return {key: value for key, value in attributes.items() if value != "" and value == value and key != "id"}


def with_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()
    ids = graph.vs["id"] if graph.vcount() else []
    nodes = {vertex["id"]: known(vertex.attributes()) for vertex in graph.vs}
    edges = {edge["id"]: (ids[edge.source], ids[edge.target], known(edge.attributes())) for edge in graph.es}
    return nodes, edges


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        wanted = expected(json.load(file))
    complaints, missing = [], []
    for name, module, read in (("networkx", networkx, with_networkx), ("igraph", igraph, with_igraph)):
        if module is None:
            missing.append(name)
            continue
        found = read(sys.argv[1])
        for kind, a, b in zip(("node", "edge"), found, wanted):
            complaints += differences(f"{name}: {kind}", a, b)
    for line in complaints[:10]:
        print(line)
    if complaints:
        sys.exit(1)
    if missing:
        print("skipped, not installed: " + ", ".join(missing))
        sys.exit(77)


main()
