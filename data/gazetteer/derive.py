#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Derives countries.tsv, cities.tsv, leaders.tsv, successions.tsv, memberships.tsv, parties.tsv and borders.tsv from source/ and
the fact files (see README.md).

usage: derive.py [--facts DIR] [countries] [cities] [leaders] [successions] [memberships] [parties] [borders]
"""
import argparse
import gzip
import json
import pathlib
import re
import sys

import cities
import leaders
import ties

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE / "source"
# Where the numbers of Gleditsch and Ward differ from those of the Correlates of War.
GLEDITSCH_WARD = {"DEU": "260", "YEM": "678", "SRB": "340", "KIR": "970", "NRU": "971", "TON": "972", "TUV": "973"}


def rows(path):
    """The `|` separated rows of a hand-written file, without comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def factbook(facts):
    with gzip.open(facts / "factbook-2026.jsonl.gz", "rt", encoding="utf-8") as file:
        return {entry["gec"]: entry for entry in map(json.loads, file) if "Location" in entry or entry.get("Capital")}


def country_info(facts):
    """CountryInfo's blocks by alpha-3 code."""
    blocks = {}
    for block in re.split(r"\n<Country>\s*\n", text_of(facts))[1:]:
        found = re.search(r"<ISO3166-alpha3>\s*(\w{3})", block) or re.search(r"<CountryCode>\s*(\w{3})", block)
        if found:
            blocks.setdefault(found.group(1), block)
    return blocks


def tag(block, name):
    found = re.search(rf"<{re.escape(name)}>\s*([\w-]+?)\s*</", block or "")
    value = found.group(1) if found else ""
    return "" if set(value) <= set("-0") else value


def country_codes(info):
    """alpha-3 -> dict of iso2, num, cow and the Factbook's (FIPS) code."""
    codes = {}
    for code, block in info.items():
        codes[code] = {"iso2": tag(block, "ISO3166-alpha2"), "num": tag(block, "ISO3166-numeric"),
                       "cow": tag(block, "COW-Numeric").lstrip("0"), "fips": tag(block, "FIPS-10")}
    for code, iso2, num, cow, fips in rows(SOURCE / "codes.txt"):
        codes[code] = {"iso2": iso2, "num": num, "cow": cow, "fips": fips}
    return codes


def items():
    """id -> Wikidata item."""
    return dict(pair.split("=") for row in rows(SOURCE / "qids.txt") for pair in row[0].split())


def coordinates(text):
    found = re.match(r"\s*(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", text or "")
    if not found:
        return None
    degrees = [int(found[1]) + int(found[2]) / 60, int(found[4]) + int(found[5]) / 60]
    signs = [-1 if found[3] == "S" else 1, -1 if found[6] == "W" else 1]
    return [f"{value * sign:.2f}" for value, sign in zip(degrees, signs)]


def unique(names, but=()):
    seen = set(but)
    return [name for name in names if name and not (name in seen or seen.add(name))]


def long_name(entry):
    name = entry.get("Country name", {}).get("conventional long form", "")
    name = re.split(r"[;(]", name)[0].strip()
    name = re.sub(r"^The ", "", name)
    return "" if name.lower() in ("none", "") else name


def write(name, kind, lines, note):
    head = [f"# entente-gazetteer 1 {kind}", "# SPDX-License-Identifier: CC-BY-SA-3.0" if "CountryInfo" in note else
            "# SPDX-License-Identifier: CC0-1.0", f"# {note}", "# Made by derive.py: change source/ instead."]
    lines = list(lines)
    text = "\n".join(head + ["\t".join(line) for line in lines]) + "\n"
    (HERE / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(lines)} rows")


def derive_countries(facts):
    info, book = country_info(facts), factbook(facts)
    codes, lines = country_codes(info), []
    ambiguous, wikidata = {row[0] for row in rows(SOURCE / "ambiguous.txt")}, items()
    for code, name, aliases, adjectives, people, seats in rows(SOURCE / "countries.txt"):
        own = codes.get(code, {})
        entry = book.get(own.get("fips", "").lower(), {})
        pairs = [f"iso2={own['iso2']}" if own.get("iso2") else "", f"iso3={code}",
                 f"num={int(own['num']):03}" if own.get("num") else "", f"cow={own['cow']}" if own.get("cow") else "",
                 f"gw={GLEDITSCH_WARD.get(code, own.get('cow'))}" if own.get("cow") else "",
                 f"qid={wikidata[code]}" if code in wikidata else ""]
        where = coordinates(entry.get("Capital", {}).get("geographic coordinates"))
        pairs += [f"lat={where[0]}", f"lon={where[1]}"] if where else []
        pairs += ["ambiguous=1"] if code in ambiguous else []
        names = unique(aliases.split(";") + [long_name(entry)], [name])
        lines.append([code, "country", name, ";".join(names), adjectives, people, seats, "", ";".join(filter(None, pairs))])
    write("countries.tsv", "countries", lines,
          "Names by hand, long names and coordinates from the World Factbook (CC0), codes from CountryInfo (CC BY-SA 3.0).")


def text_of(facts):
    return gzip.open(facts / "countryinfo-2012.txt.gz", "rb").read().decode("latin-1")


def derive_leaders(facts):
    codes = country_codes(country_info(facts))
    ids = {own["fips"].lower(): code for code, own in codes.items() if own["fips"]}
    known = {row[0] for row in rows(SOURCE / "countries.txt")} | set(codes)
    lines = leaders.build(rows(SOURCE / "leaders.txt"), rows(SOURCE / "persons.txt"), rows(SOURCE / "distinct.txt"), text_of(facts), factbook(facts), ids, known)
    write("leaders.tsv", "leaders", lines,
          "Terms of office from CountryInfo (CC BY-SA 3.0), the World Factbook (CC0) and by hand (source/leaders.txt).")


def derive_cities(facts):
    codes = country_codes(country_info(facts))
    ids = {own["fips"].lower(): code for code, own in codes.items() if own["fips"]}
    capitals = {row[0]: row[5].split(";")[:2] for row in rows(SOURCE / "countries.txt")}
    places = [line.split("\t") for line in (HERE / "places.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    taken = {(row[7], leaders.fold(form)) for row in places for form in [row[2], *row[3].split(";")]}
    lines = cities.build(rows(SOURCE / "cities.txt"), factbook(facts), ids, capitals, taken)
    write("cities.tsv", "cities", lines, "Urban areas from the World Factbook (CC0); other cities by hand (source/cities.txt).")


def derive_successions(_):
    write("successions.tsv", "successions", ties.successions(rows(SOURCE / "successions.txt")), "By hand: source/successions.txt.")


def derive_memberships(facts):
    codes = country_codes(country_info(facts))
    ids = {own["fips"].lower(): code for code, own in codes.items() if own["fips"]}
    organizations = ties.by_name(HERE / "igos.tsv")
    lines = ties.memberships(rows(SOURCE / "memberships.txt"), factbook(facts), ids, organizations)
    write("memberships.tsv", "memberships", lines, "Members of 2026 from the World Factbook (CC0); dates by hand: source/memberships.txt.")


def derive_parties(_):
    write("parties.tsv", "parties", ties.parties(rows(SOURCE / "parties.txt")), "By hand: source/parties.txt.")


def derive_borders(facts):
    codes = country_codes(country_info(facts))
    ids = {own["fips"].lower(): code for code, own in codes.items() if own["fips"]}
    states = {**ties.by_name(HERE / "countries.tsv"), "UK": "GBR", "US": "USA", "Burma": "MMR", "West Bank": "PSE", "Gaza Strip": "PSE"}
    write("borders.tsv", "borders", ties.borders(factbook(facts), ids, states), "Land boundaries of the World Factbook (CC0).")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--facts", type=pathlib.Path, default=HERE.parents[2] / "shared" / "facts")
    parser.add_argument("kinds", nargs="*", default=["countries", "cities", "leaders", "successions", "memberships", "parties", "borders"])
    options = parser.parse_args()
    if not options.facts.is_dir():
        sys.exit(f"derive.py: no fact files at {options.facts}; give --facts DIR")
    for kind in options.kinds:
        globals()[f"derive_{kind}"](options.facts)


if __name__ == "__main__":
    main()
