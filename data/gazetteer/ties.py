# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Rows that tie entities to each other: successions of states, members of organizations, parties of treaties, borders."""
import re

# What the Factbook calls organizations that igos.tsv names otherwise.
FACTBOOK_NAMES = {"CE": "igo:coe", "C": "igo:commonwealth", "ICCt": "igo:icc", "Interpol": "igo:interpol", "IBRD": "igo:world-bank",
                  "AfDB": "igo:afdb", "IDB": "igo:isdb", "IADB": "igo:idb", "LAS": "igo:arab-league", "NAM": "igo:nam",
                  "G-7": "igo:g7", "G-20": "igo:g20", "G-77": "igo:g77", "G-24": "igo:g24", "OIF": "igo:francophonie",
                  "EMU": "igo:eurozone", "PIF": "igo:pif", "SPC": "igo:pacific-community", "OECD": "igo:oecd",
                  "Schengen Convention": "igo:schengen", "Mercosur": "igo:mercosur", "EAEU": "igo:eaeu", "ALBA": "igo:alba",
                  "Pacific Alliance": "igo:pacific-alliance", "Arctic Council": "igo:arctic-council", "Wassenaar Arrangement": "igo:wassenaar",
                  "Australia Group": "igo:australia-group", "Paris Club": "igo:paris-club", "Caricom": "igo:caricom", "CAN": "igo:andean-community"}
# Abbreviations that mean something else in igos.tsv than in the Factbook.
LEFT_OUT = {"EAEC", "ICC", "UN", "EU", "NATO", "G-8", "CP", "FZ", "CD", "C"}
ROLES = {"observer": "observer", "candidate": "candidate", "candidate country": "candidate", "associate": "associate", "associates": "associate",
         "associate member": "associate", "dialogue partner": "partner", "partner": "partner", "dialogue member": "partner", "suspended": "suspended"}


def successions(rows):
    for old, date, new in rows:
        for code in new.split():
            yield [old, code.lstrip("="), date, "whole" if code.startswith("=") else ""]


def by_name(path):
    """name or acronym -> id of an organization."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            for form in (cells[2], *cells[3].split(";")):
                found.setdefault(form, cells[0])
    return found


def dated(rows):
    """(organization, member, from, to) in the order of the source; `-*` ends all that are left."""
    for organization, steps in rows:
        open_terms = {}
        for step in steps.split(";"):
            date, *codes = step.split()
            for code in codes:
                if code == "-*":
                    yield from ((organization, member, start, date) for member, start in open_terms.items())
                    open_terms = {}
                elif code.startswith("-"):
                    yield organization, code[1:], open_terms.pop(code[1:]), date
                else:
                    open_terms[code] = date
        yield from ((organization, member, start, "") for member, start in open_terms.items())


def participations(book, ids, organizations):
    """(organization, member, role) of the Factbook."""
    for gec, entry in sorted(book.items()):
        code, text = ids.get(gec), entry.get("International organization participation")
        if not code or not isinstance(text, str):
            continue
        for name, role in re.findall(r"([A-Z][^,(;]*?)\s*(?:\(([^)]*)\))?\s*(?:[,;]|$)", text):
            known = FACTBOOK_NAMES.get(name) or (organizations.get(name) if name not in LEFT_OUT else None)
            if known and (not role or role in ROLES):
                yield known, code, ROLES.get(role, "member")


def memberships(rows, book, ids, organizations):
    """organization, member, role, from, to; the Factbook fills in organizations without dates, and other roles than members."""
    lines = [[organization, member, "member", start, end] for organization, member, start, end in dated(rows)]
    by_hand = {line[0] for line in lines}
    for organization, member, role in participations(book, ids, organizations):
        if organization not in by_hand or role != "member":
            lines.append([organization, member, role, "", ""])
    return sorted({tuple(line) for line in lines}, key=lambda line: (line[0], line[3], line[1], line[2], line[4]))


def parties(rows):
    for agreement, date, members in rows:
        for code in members.split():
            yield [f"agreement:{agreement}", code, date]


def borders(book, ids, states):
    """one state, the other, kilometres of the land border they share; each pair once."""
    lines = {}
    for gec, entry in book.items():
        code, land = ids.get(gec), entry.get("Land boundaries")
        text = next((value for key, value in land.items() if key.startswith("border countries") and isinstance(value, str)), "") if isinstance(land, dict) else ""
        for name, length in re.findall(r"([A-Z][^;()\d]*?)\s*(?:\([^)]*\)\s*)?([\d,.]+)\s*km", text):
            other = states.get(name.strip())
            if code and other and code in states.values() and other != code:
                lines.setdefault(tuple(sorted((code, other))), length.replace(",", ""))
    return [[*pair, length] for pair, length in sorted(lines.items())]
