#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""The graph of `scale` beside networkx and igraph, in one run on one machine: loading, shortest paths, PageRank, components.

usage: scale.py SCALE_PROGRAM ASSERTIONS FOLDER

Each loads the same graph from disk as it is meant to be loaded: Entente from its store (with the sentences), the others from
the GraphML that Entente wrote of it. Seconds are of processor time. Where scipy is installed, networkx ranks with it.
"""
import random
import re
import subprocess
import sys
import time

import igraph
import networkx
from networkx.algorithms.link_analysis import pagerank_alg

QUESTIONS = 1000


def timed(run):
    start = time.process_time()
    result = run()
    return time.process_time() - start, result


def pairs(size):
    rng = random.Random(7)
    return [(rng.randrange(size), rng.randrange(size)) for _ in range(QUESTIONS)]


def with_scipy():
    try:
        import scipy  # noqa: F401
    except ImportError:
        return False
    return True


def with_networkx(path):
    loading, graph = timed(lambda: networkx.read_graphml(path))
    nodes = sorted(graph)
    both = networkx.Graph(graph)
    asked = [(nodes[a], nodes[b]) for a, b in pairs(len(nodes))]
    paths, _ = timed(lambda: [networkx.shortest_path(both, a, b) for a, b in asked])
    rank = networkx.pagerank if with_scipy() else pagerank_alg._pagerank_python
    ranks, _ = timed(lambda: rank(graph, tol=1e-10 / len(nodes), max_iter=1000))
    components, _ = timed(lambda: len(list(networkx.strongly_connected_components(graph))))
    return {"load": loading, "path": paths / QUESTIONS, "pagerank": ranks, "components": components}


def with_igraph(path):
    loading, graph = timed(lambda: igraph.Graph.Read_GraphML(path))
    asked = pairs(graph.vcount())
    paths, _ = timed(lambda: [graph.get_shortest_paths(a, b, mode="all") for a, b in asked])
    ranks, _ = timed(lambda: graph.pagerank())
    components, _ = timed(lambda: len(graph.connected_components(mode="strong")))
    return {"load": loading, "path": paths / QUESTIONS, "pagerank": ranks, "components": components}


def own(text):
    def figure(name):
        found = re.search(rf"^{re.escape(name)}\s+([\d.]+) (ms|s)", text, re.M)
        return float(found[1]) / (1000 if found[2] == "ms" else 1)
    return {"load": figure("open the graph from disk"), "path": figure("path, shortest"),
            "pagerank": figure("PageRank"), "components": figure("strong components")}


def main():
    program, assertions, folder = sys.argv[1:]
    text = subprocess.run([program, assertions, folder, "--graphml"], check=True, capture_output=True, text=True).stdout
    print(text)
    path = f"{folder}/scale.graphml"
    figures = {"Entente": own(text), f"networkx {networkx.__version__}{' + scipy' if with_scipy() else ''}": with_networkx(path),
               f"igraph {igraph.__version__}": with_igraph(path)}
    mine = figures["Entente"]
    print(f"{'seconds':<18}" + "".join(f"{name:>24}" for name in figures))
    for what in mine:
        print(f"{what:<18}" + "".join(f"{one[what]:>14.6f} ({one[what] / mine[what]:>6.1f}x)" for one in figures.values()))


if __name__ == "__main__":
    main()
