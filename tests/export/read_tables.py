#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Reads the tables, lines, triples and notes of a graph's exports and compares them with its JSON export.

read_tables.py FOLDER: as read_back.py; neo4j and obsidian are folders there. SQLite and Raptor read along where they are
installed. Exit status 0 same, 1 different, 77 when one of them is missing.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys

from read_back import Graph, differences, present

csv.field_size_limit(1 << 30)
missing = set()


def run(*command):
    """Standard output of a program, or None when there is none."""
    try:
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()
    except FileNotFoundError:
        missing.add(command[0])
        return None


def rows_of(path):
    """Rows of a CSV file as dictionaries; SQLite has to see as many."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert all(None not in row and None not in row.values() for row in rows), "a row of another length"
    read = run("sqlite3", ":memory:", f".import --csv {path} t", "SELECT count(*) FROM t")
    assert read is None or int(read) == len(rows), f"{path.name}: SQLite reads {read} rows"
    return rows


def safe(cell):
    """A spreadsheet runs no formula; without the apostrophe that keeps it from that."""
    assert cell[:1] not in set("=+-@\t\r"), cell
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


def in_csv(value):
    return str(value).replace("\0", "")


def numbered(rows):
    return dict(enumerate(rows))


def evidence_csv(path, graph):
    found, wanted = [], []
    for row in rows_of(path):
        row = {key: safe(value) for key, value in row.items()}
        row["score"] = float(row["score"])
        found.append({key: value for key, value in row.items() if value != ""})
    for source, relation, target, e in graph.evidence:
        row = {"subject": source, "subject_name": graph.names[source], "relation": relation, "object": target,
               "object_name": graph.names[target], "begin": e["span"][0], "end": e["span"][1]}
        for key in ("phase", "factuality", "domain", "time", "place", "facility", "detail", "via", "source", "sentence", "words",
                    "document", "title", "outlet", "url", "reported", "rule"):
            row[key] = e.get(key, "")
        wanted.append(present({**{key: in_csv(value) for key, value in row.items()}, "score": e["score"]}))
    return differences(({}, numbered(found)), ({}, numbered(wanted)))


def evidence_json(path, graph):
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = []
    for source, relation, target, e in graph.evidence:
        ends = {name: present({"name": graph.names[end], "type": graph.nodes[end]["type"]})
                for name, end in (("subject", source), ("object", target))}
        row = {**e, "relation": relation, "subject_span": e["subject"], "object_span": e["object"]}
        row["subject"], row["object"] = {"id": source, **ends["subject"]}, {"id": target, **ends["object"]}
        wanted.append(row)
    return differences(({}, numbered(found)), ({}, numbered(wanted)))


def links(path, graph):
    found, wanted = {}, {}
    for row in rows_of(path):
        assert row["strength"] in ("Confirmed", "Unconfirmed", "Tentative") and row["grade"] == "F6"
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d|", row[key]) for key in ("start", "end"))
        found[safe(row["link_id"])] = tuple(safe(row[key]) for key in ("from_id", "to_id", "link_label", "direction", "strength",
                                                                       "sources", "quote", "from_type", "to_label"))
    for key, (source, target, row) in graph.edges.items():
        strength = "Tentative" if row["factuality"] != "fact" else "Confirmed" if row["outlets"] > 1 else "Unconfirmed"
        cells = (source, target, row["relation"].replace("_", " "), "none" if row["symmetric"] else "forward", strength,
                 row["outlets"], row["sentence"], graph.nodes[source]["type"], graph.labels[target])
        wanted[in_csv(key)] = tuple(in_csv(cell) for cell in cells)
    return differences(({}, found), ({}, wanted))


def neo4j(folder, graph):
    def value(kind, cell):
        if cell == "":
            return [] if kind.endswith("[]") else ""
        return {"string": str, "string[]": lambda c: c.split(";"), "boolean": lambda c: {"true": True, "false": False}[c],
                "int": int, "double": float}[kind](cell)

    def typed(row):
        result = {}
        for column, cell in row.items():
            name, _, kind = column.partition(":")
            result[name or column] = value(kind if name and kind != "ID" else "string", cell)
        return present(result)

    def listed(row):
        return present({key: [in_csv(v).replace(";", ",") for v in value] if isinstance(value, list) else
                        in_csv(value) if isinstance(value, str) else value for key, value in row.items()})

    nodes = {row["id:ID"]: typed(row) for row in rows_of(folder / "nodes.csv")}
    edges = {row["id:string"]: typed(row) for row in rows_of(folder / "edges.csv")}
    assert "--multiline-fields=true" in (folder / "import.sh").read_text() and "--id-type=string" in (folder / "import.sh").read_text()
    wanted_nodes, wanted_edges = {}, {}
    for key, row in graph.nodes.items():
        row = {k: v for k, v in row.items() if k != "entity"}
        label = "".join(part.capitalize() for part in row["type"].split("_"))
        wanted_nodes[in_csv(key)] = listed({**row, "id": key, "name": graph.labels[key], ":LABEL": "Entity;" + label})
    for key, (source, target, row) in graph.edges.items():
        ends = {":START_ID": source, ":END_ID": target, ":TYPE": row["relation"].upper(), "id": key, "weight": row["outlets"]}
        wanted_edges[in_csv(key)] = listed({**row, **ends})
    return differences((nodes, edges), (wanted_nodes, wanted_edges))


def ftm(path, graph):
    entities = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = [entity["id"] for entity in entities]
    assert len(ids) == len(set(ids)) == len(graph.nodes) + len(graph.edges)
    assert all(re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", i) for i in ids), ids
    names = {"Person", "Company", "PublicBody", "Organization", "LegalEntity", "RealEstate", "Project"}
    ends = {"UnknownLink": ("subject", "object"), "Membership": ("member", "organization"),
            "Directorship": ("director", "organization")}
    schemas = {entity["id"]: entity["schema"] for entity in entities}
    for entity in entities:
        assert all(isinstance(v, list) and v and all(isinstance(x, str) for x in v) for v in entity["properties"].values())
        if entity["schema"] in names:
            assert entity["properties"]["name"]
            continue
        for end in ends[entity["schema"]]:
            assert schemas[entity["properties"][end][0]] in names
        assert entity["properties"]["role"]
    found = sorted(entity["properties"]["name"][0] for entity in entities if entity["schema"] in names)
    return [] if found == sorted(graph.labels.values()) else ["names differ"]


LINE = re.compile(r'<([^<>"{}|^`\\\x00-\x20]+)> <([^<>"{}|^`\\\x00-\x20]+)> (?:<([^<>"{}|^`\\\x00-\x20]+)>'
                  r'|"((?:[^"\\\n\r]|\\[tbnrf"\'\\]|\\u[0-9A-F]{4})*)"(?:\^\^<[^<>]+>)?) \.')


def ntriples(path, graph):
    triples = []
    for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
        match = LINE.fullmatch(line)
        assert match, line
        triples.append(match.groups())
    run("rapper", "-q", "-c", "-i", "ntriples", str(path))
    quotes = sorted(json.loads('"' + text.replace("\\'", "'") + '"') for _, predicate, _, text in triples if predicate.endswith("prov#value"))
    wanted = sorted(row["sentence"] for _, _, _, row in graph.evidence if row.get("sentence"))
    if quotes != wanted:
        yield "quotes differ"
    facts = {(s, p, o) for s, p, o, _ in triples if o and ":ontology/" in p}
    expected = 0
    for _, _, row in graph.edges.values():
        if row["factuality"] == "fact":
            expected += 2 if row["symmetric"] else 1
    if len(facts) != expected:
        yield f"{len(facts)} facts instead of {expected}"


def obsidian(folder, graph):
    notes = {path.stem: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert len(notes) == len({name.lower() for name in notes}) == len(graph.nodes), len(notes)
    found = {}
    for name, note in notes.items():
        assert not re.search(r'[/\\:*?"<>|#^\[\]\x00-\x1f]', name) and len(name.encode()) < 140 and name.strip(" .") == name
        head, body = note.split("---\n", 2)[1:]
        row = {}
        for line in head.split("\n"):
            if line.startswith("  - "):
                row[key].append(json.loads(line[4:]))
            elif line:
                key, _, value = line.partition(":")
                row[key] = json.loads(value) if value else []
        found[row.get("entity", "")] = row
        plain = re.sub(r"\\.", "", body)
        assert not re.search(r"[<`*$~]", plain.replace("—", "")), body
        for target in re.findall(r"\[\[(.*?)\]\]", plain):
            assert target in notes, target
    links = sum(note.count("\n- [[") for note in notes.values())
    twice = len(graph.edges)  # at both ends
    wanted = {key: present(row) for key, row in graph.nodes.items()}
    yield from differences((found, {}), (wanted, {}))
    if links != 2 * twice:
        yield f"{links} links instead of {2 * twice}"


READERS = {"evidence": evidence_csv, "jsonl": evidence_json, "links": links, "neo4j": neo4j, "ftm": ftm, "nt": ntriples,
           "obsidian": obsidian}


def main():
    folder = pathlib.Path(sys.argv[1])
    graph = Graph(folder / "json")
    complaints = [f"{name}: {line}" for name, reader in READERS.items() for line in reader(folder / name, graph)]
    print("\n".join(complaints[:10]))
    if complaints:
        sys.exit(1)
    if missing:
        print("skipped, not installed: " + ", ".join(sorted(missing)))
        sys.exit(77)


main()
