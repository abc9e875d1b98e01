#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Derives the files of this folder from The World Factbook (see README.md) and checks them.

usage: derive.py [--facts DIR]

Ids and names are those of ../gazetteer, so that articles speak of the same entities. What cannot be read is listed
at the end: it belongs into source/.
"""
import argparse
import gzip
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE / "source"
GAZETTEER = HERE.parent / "gazetteer"
sys.path.insert(0, str(GAZETTEER))
import leaders  # noqa: E402
from same_person import fold  # noqa: E402

DATE = "2026-05"
LONGEST_NAME = 60  # of a person; what is longer holds offices
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
unread = []


def rows(path):
    """The `|` separated rows of a hand-written file, without comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def gazetteer(name):
    for line in (GAZETTEER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def text_of(value):
    return value if isinstance(value, str) else (value or {}).get("text") or ""


def names_today(aliases):
    """Without those that are over: an alias may tell its years, `Macedonia@1944/`."""
    return ";".join(alias.partition("@")[0] for alias in aliases.split(";") if "@" not in alias or alias.endswith("/"))


class Names:
    """Ids by name; and what is told of those that are used."""

    def __init__(self):
        self.entities, self.ids, self.used = {}, {}, set()
        self.elsewhere = {}  # entities that only rows by hand tell of, by id
        for kind in ("countries", "territories", "igos"):
            for row in gazetteer(kind):
                if "valid=" in row[8] and "/" in row[8].split("valid=")[1].rstrip(";")[:10]:
                    continue  # no longer there
                code = re.search(r"iso3=(\w+)", row[8])
                self.add(row[0], row[1], row[2], row[3], code[1] if code and row[1] == "country" else "")
        for kind in ("regions", "places", "facilities"):
            self.elsewhere |= {row[0]: (row[1], row[2], names_today(row[3]), "") for row in gazetteer(kind)}
        for entity, name, short in rows(SOURCE / "organizations.txt"):
            self.add(entity, "igo", name, short if short != name else "", "")
            self.ids[fold(short)] = entity
        for name, entity in rows(SOURCE / "names.txt"):
            self.ids[fold(name)] = entity

    def add(self, entity, kind, name, aliases, code):
        aliases = names_today(aliases)
        self.entities.setdefault(entity, (kind, name, aliases, code))
        for form in (name, *aliases.split(";")):
            if form:
                self.ids.setdefault(fold(form), entity)

    def find(self, name):
        entity = self.ids.get(fold(name))
        return entity if entity in self.entities else None

    def use(self, *entities):
        for entity in entities:
            if entity not in self.entities:
                self.entities[entity] = self.elsewhere[entity]
        self.used.update(entities)


def book(facts, names):
    """(id, entry) of each country and territory, in order of id."""
    entries = {}
    with gzip.open(facts / "factbook-2026.jsonl.gz", "rt", encoding="utf-8") as file:
        for entry in map(json.loads, file):
            own = entry.get("Country name") or {}
            forms = [own.get("conventional short form"), own.get("conventional long form")]
            known = [names.find(re.sub(r"^The ", "", form)) for form in forms if isinstance(form, str) and form != "none"]
            if next(filter(None, known), None):
                entries.setdefault(next(filter(None, known)), entry)
            elif own and entry["gec"] not in ("xx", "categories"):
                unread.append(f"whose entry: {entry['gec']} {forms}")
    return sorted(entries.items())


def partners(names, code, text, where):
    """(id, share, year) of a list such as `China 53%, Turkey 5% (2023)`."""
    found = re.fullmatch(r"(.*?)\s*\((\d{4})(?: est\.)?\)", text.split("\n")[0].strip())
    if not found:
        return
    # Names with commas of their own: `Bahamas, The`.
    listed = re.sub(r"(Bahamas|Gambia), The", r"\1", found[1]).replace("Congo, Republic of the", "Republic of the Congo")
    for part in listed.split(", "):
        row = re.fullmatch(r"(.*?) (?:less than )?(\d+(?:\.\d+)?)%", part)
        other = row and names.find(row[1])
        if not other:
            unread.append(f"{where} of {code}: {part}")
        elif other != code:
            yield other, row[2], found[2]


def imports(names, code, entry):
    for other, share, year in partners(names, code, text_of(entry.get("Imports - partners")), "imports"):
        yield code, other, code, year, share


def exports(names, code, entry):
    for other, share, year in partners(names, code, text_of(entry.get("Exports - partners")), "exports"):
        yield code, code, other, year, share


def borders(names, code, entry):
    lengths = {}
    land = entry.get("Land boundaries")
    text = (land.get("border countries") or "") if isinstance(land, dict) else ""
    for part in re.split(r"(?<=km)(?: \([^)]*\))?[;,] |(?<=\));? and |(?<=km) and ", re.sub(r"\(([^)]*?),", r"(\1", text)):
        row = re.match(r"(?:(?:and )?)(.*?)\s*(?:\([^)]*\))?\s*([\d,]+(?:\.\d+)?) km", part)
        other = row and names.find(row[1])
        if not other:
            if part.strip():
                unread.append(f"borders of {code}: {part}")
            continue
        lengths[other] = lengths.get(other, 0) + float(row[2].replace(",", ""))
    for other, length in lengths.items():
        kinds = {names.entities[one][0] for one in (code, other)}
        if kinds == {"country"}:
            yield code, code, other, DATE, f"{length:,.1f}".removesuffix(".0")


def memberships(names, code, entry):
    if names.entities[code][0] != "country":
        return
    skipped = {row[0] for row in rows(SOURCE / "skipped.txt")}
    text = re.sub(r"^.*? (?=ADB,)", "", text_of(entry.get("International organization participation"))) if code == "AFG" else \
        text_of(entry.get("International organization participation"))
    seen = set()
    for part in re.split(r"[,;](?![^()]*\))", text.split("\n")[0]):
        short, _, status = part.strip().partition(" (")
        status = status.rstrip(") ")
        if short in skipped or not short or "NGO" in status or "national committees" in status:
            continue
        igo = names.find(short)
        if not igo:
            unread.append(f"organization of {code}: {part.strip()}")
        elif igo not in seen and names.entities[igo][0] == "igo":
            seen.add(igo)
            yield code, code, igo, DATE, STATUS.get(status, "member")


STATUS = {"observer": "observer", "associate": "associate member", "associate member": "associate member", "partner": "partner",
          "partners": "partner", "dialogue partner": "dialogue partner", "dialogue member": "dialogue partner",
          "sectoral dialogue partner": "dialogue partner", "candidate country": "candidate", "candidate": "candidate",
          "candidates": "candidate", "accession candidate": "candidate", "suspended": "suspended member",
          "temporarily suspended": "suspended member", "nonregional member": "nonregional member", "regional": "member",
          "nonregional members": "nonregional member", "associate observer": "observer", "pending member": "candidate",
          "de facto member": "de facto member", "cooperating state": "partner", "associated member": "associate member",
          "correspondent": "correspondent", "subscriber": "subscriber", "compliant country": "member",
          "implementing country": "member", "signatory": "signatory"}
COUNT = re.compile(r"(?:(?:approximately|estimated|up to|around|more than|over|about) )?(?P<count>\d[\d,]*(?:-\d[\d,]*)?)"
                   r"(?: \(plus [^)]*\))? (?P<police>police )?(?P<where>[A-Z][^()]*?)(?: \((?P<mission>[^()]*)\))?")


def deployments(names, code, entry, by_hand):
    for other, count, mission, year in by_hand.get(code, []):
        yield code, code, other, year, force(count, "", mission)
    text = text_of(entry.get("Military deployments"))
    found = re.fullmatch(r"(.*?)\s*\((\d{4})\)", text.strip())
    for part in re.split(r"; (?![^()]*\))", found[1]) if found else []:
        row = COUNT.fullmatch(part)
        other = row and names.find(row["where"])
        if other:
            yield code, code, other, found[2], force(row["count"], row["police"], row["mission"])
        elif code not in by_hand:
            unread.append(f"deployment of {code}: {part}")


def force(count, police, mission):
    short = re.search(r"\b[A-Z]{3,}\b", re.sub(r"NATO/|/NATO|and .*", "", mission or "") or mission or "")
    under = f" under {short[0]}" if short else ""
    return (f"{count} police officers" if police else f"{count} troops") + under if count else "troops" + under


def territories(names):
    for place, owner in sorted((row[0], row[7]) for row in gazetteer("territories") if re.fullmatch(r"[A-Z]{3}", row[0]) and row[7]):
        if names.entities.get(owner, ("",))[0] == "country" and place in names.entities:
            yield place, owner, place, DATE, ""


SEA = re.compile(r"(?:Gulf|Bay|Sea|Strait) of [A-Z]\w+|(?:[A-Z]\w+ )+(?:Sea|Gulf|Ocean|Bay)|Kattegat|Skagerrak|English Channel")


def passages(names, code, entry, ways_out):
    """The one way out of the only sea that a country lies at."""
    seas = set(SEA.findall(entry.get("Location") or ""))
    if names.entities[code][0] != "country" or not seas:
        return
    for within, region, strait in ways_out:
        if seas <= set(within.split(", ")):
            yield code, code, region, DATE, strait


def in_office(names, code, entry, people):
    if names.entities[code][0] != "country":
        return
    seen = set()
    for person, where, office, since in rows(SOURCE / "leaders.txt"):
        if where == code:
            names.add(person, "person", next(row[1] for row in people if row[0] == person), "", "")
            yield code, person, code, f"{since}/..", office
    for field in ("chief of state", "head of government"):
        text = re.split(r"[;,] (?:and )?represented", (entry.get("Executive branch") or {}).get(field) or "")[0]
        found = re.match(r"(.*?) \((?:since )?(?:(\d+) )?(?:([A-Z][a-z]+) )?(\d{4})\)", text)
        if not found or re.search(r"\d{4}", found[1]) or (found[3] and found[3][:3] not in MONTHS):
            if text and field == "chief of state":
                unread.append(f"leader of {code}: {text[:80]}")
            continue
        office, name = office_and_name(found[1])
        if len(name) > LONGEST_NAME:
            unread.append(f"leader of {code}: {text[:80]}")
            continue
        since = found[4] + (f"-{MONTHS.index(found[3][:3]) + 1:02}" if found[3] else "") + (f"-{int(found[2]):02}" if found[2] else "")
        person = known_person(people, code, found[1], name)
        if (person, office) in seen:
            continue
        seen.add((person, office))
        names.add(person, "person", next((row[1] for row in people if row[0] == person), name), "", "")
        yield code, person, code, f"{since}/..", office


def office_and_name(text):
    """`Prime Minister Keir STARMER` in its parts."""
    title = re.match(r"((?:(?:[A-Z][a-z-]+|of|the|and|for)\s+)*?)(?=(?:[A-Z][\w.’'-]*\s+)*[A-ZÀ-ÞĀ-ſ’'-]{3,})", text)
    office = re.search(r"(?:Interim |Acting |Transition(?:al)? |Vice )?(?:President|Prime Minister|King|Queen|Emperor|Sultan|Amir|Pope|Chancellor|"
                       r"Supreme Leader|Grand Duke|Prince|Premier|Chairperson|Chair)(?: and Prime Minister)?", text)
    name = leaders.tidy(re.sub(r"^.*\b(President|Minister|King|Queen|Emperor|Sultan|Amir|Pope|Chancellor|Leader|Duke|Prince|Premier|Chairperson|"
                               r"Forces|Confederation|Kingdom)\b,?", "", text) or text)
    return (office[0].replace("Amir", "Emir") if office else "Head of State"), name or (title and text)


def known_person(people, code, text, name):
    loud = [fold(word) for word in re.findall(r"[A-ZÀ-ÞĀ-ſ][A-ZÀ-ÞĀ-ſ’'-]{2,}", text) if len(word) > 2]
    for row in people:
        if re.search(r"Minister (of|for)|(Foreign|Defense|Finance) Minister", row[3]):
            continue  # heads alone
        if row[4] == code and not row[6] and loud and all(word in fold(row[1]) or word in fold(row[2]) for word in loud):
            return row[0]
    return leaders.slug(name)


KINDS = {
    "borders": ("borders", "{value} km", "{subject} [shares a land border of] {value} km with {object}."),
    "memberships": ("member_of", "{value}", "{subject} [is a {value} of] the {object}."),
    "imports": ("supplies trade", "{value} percent of imports", "{subject} [supplies] {value} percent of the imports of {object} ({time})."),
    "exports": ("supplies trade", "{value} percent of exports", "{subject} [sells] {value} percent of its exports to {object} ({time})."),
    "deployments": ("deploys_to security", "{value}", "{subject} [deploys] {value} to {object} ({time})."),
    "bases": ("has_base_in security", "{value}", "{subject} [has a {value} in] {object}."),
    "invasions": ("attacks security", "", "{subject} [has been invading] {object} since {value}."),
    "passages": ("depends_on transit", "way to the open sea",
                 "{subject} [depends on] the {object} for its way to the open sea, which leads through the {value}."),
    "waterways": ("controls transit", "", "{subject} [controls] the {object}."),
    "territories": ("controls politics", "dependent territory", "{subject} [governs] {object} as a dependent territory."),
    "leaders": ("leads", "{value}", "{subject} [is {value} of] {object}.")}


def write(name, facts):
    relation, detail, sentence = KINDS[name]
    head = [f"# entente-world 1 {name}", "# SPDX-License-Identifier: CC0-1.0", "# Made by derive.py: change source/ instead.",
            "# document: factbook/{entry}", f"# date: {DATE}", "# outlet: The World Factbook", f"# relation: {relation}", f"# detail: {detail}"]
    head += ["# place: {value}"] if name == "passages" else []
    head += [f"# sentence: {sentence}",
            "# columns: entry, subject, object, time, value"]
    lines = ["\t".join(row) for row in facts]
    (HERE / f"{name}.tsv").write_text("\n".join(head + lines) + "\n", encoding="utf-8")
    print(f"{name}.tsv: {len(lines)} rows")


def write_entities(names):
    lines = []
    for entity in sorted(names.used):
        kind, name, aliases, code = names.entities[entity]
        lines.append("\t".join([entity, kind, name, code, aliases]))
    head = ["# entente-world 1 entities", "# SPDX-License-Identifier: CC0-1.0", "# Made by derive.py: change source/ instead.",
            "# columns: id, type, name, code, aliases"]
    (HERE / "entities.tsv").write_text("\n".join(head + lines) + "\n", encoding="utf-8")
    print(f"entities.tsv: {len(lines)} rows")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--facts", type=pathlib.Path, default=HERE.parents[2] / "shared" / "facts")
    options = parser.parse_args()
    if not options.facts.is_dir():
        sys.exit(f"derive.py: no fact files at {options.facts}; give --facts DIR")
    names = Names()
    entries = book(options.facts, names)
    people = list(gazetteer("leaders"))
    by_hand = {}
    for code, other, count, mission, year in rows(SOURCE / "deployments.txt"):
        by_hand.setdefault(code, []).append((other, count, mission, year))
    facts = {"territories": list(territories(names)),
             "invasions": [(code, code, where, f"{year}/..", year) for code, where, year in rows(SOURCE / "invasions.txt")],
             "waterways": [(code, code, where, DATE, "") for code, where in rows(SOURCE / "waterways.txt")],
             "bases": [(code, code, where, year, what) for code, where, what, year in rows(SOURCE / "bases.txt")]}
    ways_out = list(rows(SOURCE / "passages.txt"))
    for kind, read in {"passages": lambda *of: passages(*of, ways_out), "borders": borders, "memberships": memberships, "imports": imports, "exports": exports,
                       "deployments": lambda *of: deployments(*of, by_hand), "leaders": lambda *of: in_office(*of, people)}.items():
        facts[kind] = [row for code, entry in entries for row in read(names, code, entry)]
    for kind, found in sorted(facts.items()):
        names.use(*(end for row in found for end in row[:3]))
        if kind == "passages":
            names.use(*(row[4] for row in found))
        write(kind, found)
    write_entities(names)
    for line in unread:
        print("not read:", line, file=sys.stderr)


if __name__ == "__main__":
    main()
