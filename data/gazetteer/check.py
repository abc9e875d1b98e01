#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Checks the gazetteer: format, duplicate ids, dangling `of`, ISO codes, counts, one person under two ids, one name of two
entities that source/shared.txt does not list, ties between entities.
Exit code 1 when something is wrong.

usage: check.py [DIR]
"""
import json
import pathlib
import re
import sys

import same_person

TYPES = {"country", "territory", "region", "place", "igo", "government_body", "armed_force", "armed_group",
         "company", "organization", "facility", "agreement"}
LEAST = {"igos.tsv": 250, "groups.tsv": 300, "cities.tsv": 3000, "companies.tsv": 150, "agreements.tsv": 200, "countries.tsv": 197,
         "facilities.tsv": 300, "leaders.tsv": 5000, "memberships.tsv": 6000, "parties.tsv": 500, "borders.tsv": 300, "successions.tsv": 70}
TIES = {"successions.tsv": 4, "memberships.tsv": 5, "parties.tsv": 3, "borders.tsv": 3}
ROLES = {"member", "observer", "candidate", "associate", "partner", "suspended"}
ID = re.compile(r"[A-Z]{3,4}|(territory|region|place|city|igo|group|body|force|company|org|facility|agreement|person):[a-z0-9-]+")
KEYS = re.compile(r"(iso2|iso3|num|cow|gw|qid|valid|population|lat|lon|ambiguous|capital)=[^=;]+")
PERIOD = re.compile(r"@(\d{4})?/(\d{4})?$")
DATE = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")
ISO = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
# Words that open a sentence or stand in any text: never a name of their own.
WORDS = {"Us", "It", "Nice", "Man", "Reading", "Of", "March", "Mobile", "Split", "Bath", "Union", "Republic", "Who", "Is", "As", "An",
         "In", "On", "At", "He", "She", "The", "May", "Will", "Bar", "Male", "Most", "Best", "Sale", "Hull", "Cork", "Deal", "Orange"}


def read(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    if not lines[0].startswith("# entente-gazetteer 1 "):
        yield 1, None
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")


def check_entity(cells, seen):
    """Yields what is wrong with one row of an entity file."""
    if len(cells) != 9:
        yield f"{len(cells)} cells instead of 9"
        return
    code, kind, name, aliases, adjectives, people, seats, _, codes = cells
    if not ID.fullmatch(code):
        yield f"bad id {code!r}"
    if code in seen:
        yield f"duplicate id {code!r}"
    if kind not in TYPES:
        yield f"unknown type {kind!r}"
    if not name:
        yield "no name"
    for cell in cells:
        if cell != cell.strip() or "  " in cell or ";;" in cell or cell.endswith(";") or cell.startswith(";"):
            yield f"untidy cell {cell!r}"
    names = [name, *aliases.split(";")]
    doubled = {form for form in names if form and names.count(form) > 1}
    if doubled:
        yield f"{code}: doubled alias {sorted(doubled)}"
    for form in names + adjectives.split(";") + people.split(";") + seats.split(";"):
        if form in WORDS or len(form) == 1:
            yield f"{code}: {form!r} is an ordinary word"
    for pair in filter(None, codes.split(";")):
        if not KEYS.fullmatch(pair):
            yield f"{code}: bad code {pair!r}"


def check_tie(cells, columns):
    """Yields what is wrong with a row that ties two entities."""
    if len(cells) != columns:
        yield f"{len(cells)} cells instead of {columns}"
        return
    dates = cells[3:] if columns == 5 else cells[2:3]
    if columns == 3 and re.fullmatch(r"[\d.]+", cells[2]):  # kilometres
        return
    if columns == 4 and cells[3] not in ("", "whole"):
        yield f"unknown word {cells[3]!r}"
    if columns == 5 and cells[2] not in ROLES:
        yield f"unknown role {cells[2]!r}"
    if not all(DATE.fullmatch(date) for date in dates):
        yield f"bad date in {cells}"
    elif columns == 5 and all(dates) and dates[1][:len(dates[0])] < dates[0][:len(dates[1])]:
        yield f"{cells[0]}: {cells[1]} leaves before it joins"


def check_shared(ids, shared):
    """A name of two entities has to be listed: somebody has to have seen that it needs the context."""
    owners = {}
    for code, cells in ids.items():
        for form in {cells[2], *cells[3].split(";"), *cells[4].split(";"), *cells[5].split(";")}:
            if form and not PERIOD.search(form):
                owners.setdefault(form, []).append(code)
    for form, codes in sorted(owners.items()):
        if len(codes) > 1 and form not in shared:
            yield f"{form!r} is {' and '.join(codes)}: tell apart, or list it in source/shared.txt"


def check_leader(cells):
    if len(cells) != 7:
        yield f"{len(cells)} cells instead of 7"
        return
    person, name, aliases, office, _, start, end = cells
    if not person.startswith("person:") or not ID.fullmatch(person):
        yield f"bad id {person!r}"
    if not name or not office:
        yield "no name or no office"
    if name in aliases.split(";"):
        yield f"{person}: the name is its own alias"
    if not DATE.fullmatch(start) or not DATE.fullmatch(end):
        yield f"{person}: bad date {start!r} {end!r}"
    elif start and end and end[:len(start)] < start[:len(end)]:
        yield f"{person}: ends before it begins"


def check_persons(rows, source):
    """One id has one name; one full name has one id; no two ids of a country are spellings of one name."""
    people, owners = {}, {}
    for person, name, aliases, office, place, start, end in rows:
        names, terms = people.setdefault(person, ([name, *filter(None, aliases.split(";"))], {}))
        terms.setdefault(place, []).append((office, start, end))
        if names[0] != name or ";".join(names[1:]) != aliases:
            yield f"{person}: names differ from row to row"
        if person != "person:" + same_person.fold(name).replace(" ", "-"):
            yield f"{person}: the id does not follow from the name {name!r}"
        for form in names:
            if owners.setdefault(form, person) != person:
                yield f"{form!r} is {owners[form]} and {person}"
    path = source / "distinct.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    distinct = same_person.distinct_pairs([line.split("|") for line in lines if line and not line.startswith("#")])
    yield from (f"{one} and {other} of {place} seem to be one person: merge in source/persons.txt or tell apart in source/distinct.txt"
                for one, other, place in same_person.pairs(people, distinct))


def check_iso(ids):
    """Every alpha-3 code must be there with its alpha-2 and numeric code."""
    if not ISO.exists():
        print("iso-codes is not installed: ISO 3166 not checked")
        return
    for entry in json.loads(ISO.read_text(encoding="utf-8"))["3166-1"]:
        code = entry["alpha_3"]
        if code not in ids:
            yield f"ISO 3166-1 {code} {entry['name']} is missing"
            continue
        codes = dict(pair.split("=") for pair in ids[code][8].split(";") if pair)
        if (codes.get("iso2"), codes.get("num")) != (entry["alpha_2"], entry["numeric"]):
            yield f"{code}: iso2 or num differs from ISO 3166-1"
    known = {entry["alpha_3"] for entry in json.loads(ISO.read_text(encoding="utf-8"))["3166-1"]}
    yield from (f"{code} is no ISO 3166-1 code" for code in ids if len(code) == 3 and code not in known | {"XKX"})


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent
    problems, ids, counts, references, terms = [], {}, {}, [], []
    for path in sorted(folder.glob("*.tsv")):
        for number, cells in read(path):
            where = f"{path.name}:{number}: "
            if cells is None:
                problems.append(where + "no header `# entente-gazetteer 1 <kind>`")
                continue
            counts[path.name] = counts.get(path.name, 0) + 1
            if path.name == "leaders.tsv":
                problems += [where + text for text in check_leader(cells)]
                references.append((where, cells[4] if len(cells) > 4 else ""))
                terms += [cells] if len(cells) == 7 else []
                continue
            if path.name in TIES:
                problems += [where + text for text in check_tie(cells, TIES[path.name])]
                references += [(where, cells[0]), (where, cells[1])]
                continue
            problems += [where + text for text in check_entity(cells, ids)]
            ids[cells[0]] = cells + [""] * (9 - len(cells))
            references.append((where, ids[cells[0]][7]))
    problems += [f"{where}dangling reference {code!r}" for where, code in references if code and code not in ids]
    problems += list(check_persons(terms, folder / "source"))
    problems += list(check_iso(ids))
    path = folder / "source" / "shared.txt"
    shared = set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()
    problems += list(check_shared(ids, shared))
    problems += [f"{name}: {counts.get(name, 0)} rows, at least {least} expected" for name, least in LEAST.items() if counts.get(name, 0) < least]
    size = sum(path.stat().st_size for path in folder.glob("*.tsv"))
    if size > 3_000_000:
        problems.append(f"{size} bytes of tables: more than 3 MB")
    print("\n".join(problems) if problems else f"{sum(counts.values())} rows, {len(ids)} entities, {size} bytes: all well")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
