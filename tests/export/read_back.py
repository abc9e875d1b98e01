#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Reads all exports of a graph with other people's programs and compares all of it with the JSON export.

read_back.py FOLDER: FOLDER/json is the truth; another file there is called as its format, with `.` and the profile or
option behind it. Exit status 0 same, 1 different, 77 when a library is missing (the others are still compared, and a line
says which are missing).
"""
import json
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
try:
    import networkx
    from networkx.readwrite import json_graph
except ImportError:
    networkx = None
try:
    import igraph
except ImportError:
    igraph = None

WORD_JOINER = "\u2060"
YED_GRAPHICS = {"x", "y", "shape_type"}
LISTS = {"aliases", "domains", "places", "facilities"}
WEIGHTS = {"fact": 1, "planned": 0.5, "possible": 0.25, "negated": 0}


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


def best_of(edge):
    """The best supported evidence, of several the latest."""
    return max(enumerate(edge["evidence"]), key=lambda e: (e[1]["score"] * WEIGHTS[e[1]["factuality"]], e[0]))[1]


def attributes_of_node(node):
    return {"entity": node["id"], "type": node["type"], "code": node.get("code", ""), "aliases": node.get("aliases", [])}


def attributes_of_edge(edge):
    best = best_of(edge)
    row = {key: edge.get(key, "") for key in ("relation", "group", "symmetric", "phase", "factuality", "assertions",
                                              "documents", "outlets", "first", "last", "score")}
    row["domains"] = edge.get("domains", [])
    for key in ("sentence", "document", "reported", "outlet", "detail", "url", "via"):
        row[key] = best.get(key, "")
    row["cited"] = best.get("source", "")
    for key, field in (("places", "place"), ("facilities", "facility")):
        row[key] = list(dict.fromkeys(e[field] for e in edge["evidence"] if e.get(field)))
    return row


class Graph:
    """What the exports should hold: nodes and edges by id, with attributes as Python values."""

    def __init__(self, path):
        data = json.loads(path.read_text(encoding="utf-8"))
        self.nodes = {n["id"]: attributes_of_node(n) for n in data["nodes"]}
        self.names = {n["id"]: n.get("name", "") for n in data["nodes"]}
        self.labels = {n["id"]: n.get("name") or n["id"] for n in data["nodes"]}
        self.edges = {e["id"]: (e["source"], e["target"], attributes_of_edge(e)) for e in data["edges"]}
        self.evidence = [(e["source"], e["relation"], e["target"], row) for e in data["edges"] for row in e["evidence"]]


def present(row):
    return {key: value for key, value in row.items() if value != "" and value != []}


def flat(row, lists="; ".join):
    """As XML holds it: lists joined, truth in words, no empty values, no characters that XML cannot hold."""
    values = {}
    for key, value in row.items():
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if isinstance(value, list):
            value = lists(value) if value else ""
        value = cleaned(value) if isinstance(value, str) else value
        if value != "":
            values[key] = value
    return values


def differences(found, wanted):
    for kind, a, b in zip(("node", "edge"), found, wanted):
        if len(a) != len(b):
            yield f"{len(a)} {kind}s instead of {len(b)}"
        for key in sorted(set(a) | set(b)):
            if a.get(key) != b.get(key):
                yield f"{kind} {key}:\n  read     {a.get(key)!r:.600}\n  expected {b.get(key)!r:.600}"


# GraphML, GEXF

NODE_LABELS = {"all": ["labels", "label", "name"], "strict": ["labels", "label", "name"], "gephi": ["label"],
               "cytoscape": ["name"], "neo4j": ["labels", "name"], "yed": ["name", "label", "description"]}
EDGE_LABELS = {"all": ["label", "interaction"], "strict": ["label", "interaction"], "gephi": ["label"],
               "cytoscape": ["interaction"], "neo4j": ["label"], "yed": ["label", "description"]}


def expected_graphml(graph, profile):
    lists = tuple if profile == "neo4j" else "; ".join
    nodes, edges = {}, {}
    for key, row in graph.nodes.items():
        label = graph.labels[key]
        special = {"labels": ":" + "".join(part.capitalize() for part in row["type"].split("_")), "label": label,
                   "name": label, "description": "; ".join(row["aliases"])}
        nodes[token(key)] = flat({**row, **{k: special[k] for k in NODE_LABELS[profile]}}, lists)
    for key, (source, target, row) in graph.edges.items():
        label = row["relation"] if profile == "yed" else row["relation"].upper()
        special = {"label": label, "interaction": label, "description": row["sentence"]}
        row = {**row, **{k: special[k] for k in EDGE_LABELS[profile]}, "weight": float(row["outlets"])}
        edges[token(key)] = (token(source), token(target), flat(row, lists))
    return nodes, edges


def with_lists(row):
    """Neo4j's profile holds lists as JSON."""
    return {key: tuple(json.loads(value)) if key in LISTS else value for key, value in row.items()}


def without_joiners(row):
    """Gephi's profile keeps INF apart."""
    for key, value in row.items():
        if isinstance(value, str):
            assert key in ("label", "name") or "INF" not in value, value
            row[key] = value.replace("I" + WORD_JOINER + "NF", "INF")
    return row


def graphml_networkx(path, profile, graph):
    read = networkx.read_graphml(path, force_multigraph=True)
    assert read.is_directed()
    nodes, edges = {}, {}
    for node, row in read.nodes(data=True):
        nodes[node] = {k: v for k, v in row.items() if v is not None and k not in YED_GRAPHICS}
    for source, target, key, row in read.edges(keys=True, data=True):
        row = dict(row)
        # NetworkX keeps the edge's id as key (and, in some versions, as attribute).
        assert row.pop("id", key) == key
        assert row["weight"] >= 1
        edges[key] = (source, target, without_joiners(row) if profile == "gephi" else row)
    if profile == "gephi":
        nodes = {key: without_joiners(row) for key, row in nodes.items()}
    if profile == "neo4j":
        nodes = {key: with_lists(row) for key, row in nodes.items()}
        edges = {key: (source, target, with_lists(row)) for key, (source, target, row) in edges.items()}
    return differences((nodes, edges), expected_graphml(graph, profile))


def graphml_igraph(path, profile, graph):
    if profile not in ("all", "strict", "cytoscape"):  # made for one program
        return []
    read = igraph.Graph.Read_GraphML(str(path))
    assert read.is_directed()

    def known(row):  # igraph fills absent values up, with "" or NaN
        return {key: value for key, value in row.items() if value != "" and value == value and key != "id"}

    ids = read.vs["id"] if read.vcount() else []
    nodes = {vertex["id"]: known(vertex.attributes()) for vertex in read.vs}
    edges = {edge["id"]: (ids[edge.source], ids[edge.target], known(edge.attributes())) for edge in read.es}
    return differences((nodes, edges), expected_graphml(graph, profile))


def gexf_networkx(path, _, graph):
    text = path.read_text(encoding="utf-8")
    if "1.3" not in networkx.readwrite.gexf.GEXF.versions:  # before networkx 3.6; the elements are the same
        text = text.replace('xmlns="http://gexf.net/1.3" version="1.3"', 'xmlns="http://www.gexf.net/1.2draft" version="1.2"')
        path = path.with_name("gexf-1.2")
        path.write_text(text, encoding="utf-8")
    read = networkx.read_gexf(path)
    nodes, edges = {}, {}
    for node, row in read.nodes(data=True):
        nodes[node] = without_joiners({k: v for k, v in row.items() if v != ""})
    for source, target, row in read.edges(data=True):
        row = dict(row)
        row.pop("spells", None)
        row.pop("end", None), row.pop("start", None)
        key = row.pop("id")
        edges[key] = (source, target, without_joiners(row))
    wanted_nodes, wanted_edges = {}, {}
    for key, row in graph.nodes.items():
        wanted_nodes[token(key)] = flat({**row, "label": graph.labels[key]})
    for key, (source, target, row) in graph.edges.items():
        row = {**row, "label": row["relation"].replace("_", " "), "weight": float(row["outlets"])}
        wanted_edges[token(key)] = (token(source), token(target), flat(row))
    return differences((nodes, edges), (wanted_nodes, wanted_edges))


# JSON

def node_link_networkx(path, option, graph):
    data = json.loads(path.read_text(encoding="utf-8"))
    if option != "links":
        data["links"] = data.pop("edges")
    read = json_graph.node_link_graph(data) if networkx.__version__ < "3.4" else json_graph.node_link_graph(data, edges="links")
    assert read.is_directed() and read.is_multigraph()
    nodes = {node: row for node, row in read.nodes(data=True)}
    edges = {(s, t, key): row for s, t, key, row in read.edges(keys=True, data=True)}
    return differences((nodes, edges), expected_json(graph, lambda _, row: {"weight": row["outlets"]}))


def expected_json(graph, more):
    nodes = {key: present({**row, "name": graph.labels[key]}) for key, row in graph.nodes.items()}
    edges = {(source, target, row["relation"]): present({**row, **more(key, row)})
             for key, (source, target, row) in graph.edges.items()}
    return nodes, edges


def cytoscape_networkx(path, _, graph):
    data = json.loads(path.read_text(encoding="utf-8"))
    elements = [element["data"] for part in data["elements"].values() for element in part]
    ids = {element["id"] for element in elements}
    assert len(ids) == len(elements), "ids are not unique over nodes and edges"
    read = json_graph.cytoscape_graph(data)
    assert read.is_directed() and read.is_multigraph()
    nodes, edges = {}, {}
    for node, row in read.nodes(data=True):
        assert row.pop("id") == node and row.pop("value") == node
        nodes[node] = row
    for source, target, key, row in read.edges(keys=True, data=True):
        assert (row.pop("source"), row.pop("target"), row.pop("key")) == (source, target, key)
        edges[source, target, key] = row
    return differences((nodes, edges), expected_json(graph, lambda key, row: {"id": key, "interaction": row["relation"],
                                                                             "weight": row["outlets"]}))


def jgf(path, _, graph):
    """By the schema of jsongraphformat.info: no members but these."""
    data = json.loads(path.read_text(encoding="utf-8"))
    assert set(data) == {"graph"} and set(data["graph"]) == {"directed", "nodes", "edges"}
    for node in data["graph"]["nodes"].values():
        assert set(node) == {"label", "metadata"}
    for edge in data["graph"]["edges"]:
        assert set(edge) == {"id", "source", "target", "relation", "directed", "metadata"}
    nodes = {key: (node["label"], node["metadata"]) for key, node in data["graph"]["nodes"].items()}
    edges = {e["id"]: (e["source"], e["target"], e["relation"], not e["directed"], e["metadata"])
             for e in data["graph"]["edges"]}
    wanted_nodes = {key: (graph.labels[key], present(row)) for key, row in graph.nodes.items()}
    wanted_edges = {key: (source, target, row["relation"], row["symmetric"], present(row))
                    for key, (source, target, row) in graph.edges.items()}
    return differences((nodes, edges), (wanted_nodes, wanted_edges))


READERS = {"graphml": [(networkx, graphml_networkx), (igraph, graphml_igraph)], "gexf": [(networkx, gexf_networkx)],
           "node-link": [(networkx, node_link_networkx)], "cytoscape": [(networkx, cytoscape_networkx)],
           "jgf": [(True, jgf)]}


def main():
    folder = pathlib.Path(sys.argv[1])
    graph = Graph(folder / "json")
    complaints, read = [], 0
    for path in sorted(folder.iterdir()):
        name, _, option = path.name.partition(".")
        for module, reader in READERS.get(name, []):
            if module is None:
                continue
            complaints += [f"{path.name}, {reader.__name__}: {line}" for line in reader(path, option, graph)]
            read += 1
    for line in complaints[:10]:
        print(line)
    if complaints or read == 0:
        sys.exit(1)
    missing = [name for name, module in (("networkx", networkx), ("igraph", igraph)) if module is None]
    if missing:
        print("skipped, not installed: " + ", ".join(missing))
        sys.exit(77)


if __name__ == "__main__":
    main()
