# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""cities.tsv: the urban areas and capitals of the World Factbook with population, and source/cities.txt."""
import re

from leaders import fold, normal_case

# Factbook cities whose names are ordinary words, first names or better known as something else.
LEFT_OUT = set("""nice male split bath reading mobile man phoenix santos natal cali leon cork victoria hamilton douglas stanley plymouth
david colon merida florence tours salvador orange troy marigot gibraltar monaco singapore djibouti luxembourg guatemala panama none oral ruse""".split())


def slug(name):
    return fold(name).replace(" ", "-")


def urban_areas(text):
    """(name, population, is capital) of `2.902 million ALGIERS (capital), 936,000 Oran (2022)`."""
    text = re.sub(r"\(\d{4}\)", "", text)
    for number, million, name in re.findall(r"(\d[\d,.]*) (million )?([^,;0-9]+(?:\([^)]*\))?)", text):
        count = float(number.replace(",", "")) * (1_000_000 if million and "," not in number else 1)
        bare = re.sub(r"\(.*", "", name).strip(" .")
        if bare and count >= 1000:
            words = [normal_case(word, at == 0) if word.isupper() else word for at, word in enumerate(bare.split())]
            yield " ".join(words), int(count), "capital" in name


def hand_cities(rows):
    for code, cities in rows:
        for entry in split_cities(cities):
            name, _, others = entry.partition("=")
            yield code, name.strip(), [form.strip() for form in others.split(";") if form.strip()]


def split_cities(cities):
    """Splits at commas, but not before the `D.C.` of Washington."""
    return [part for part in re.split(r", (?!D\.?C)", cities) if part.strip()]


def known(found, code, name):
    """The key of the city of `code` that has this name."""
    return next((key for key, row in found.items() if key[0] == code and fold(name) in [fold(form) for form in [row[1], *row[2]]]), None)


def build(hand_rows, book, ids, capitals, taken):
    """Rows of cities.tsv; `capitals` has the ids whose first seat is the capital, `taken` names that are places already."""
    found = {}
    for code, name, others in hand_cities(hand_rows):
        bare = re.sub(r" \(.*\)", "", name)
        found[(code, fold(bare))] = [code, bare, [form for form in others if "(" not in form], 0, name != bare]
    for gec, entry in book.items():
        code, areas = ids.get(gec), entry.get("Major urban areas - population")
        if not code or not isinstance(areas, str):
            continue
        for name, count, _ in urban_areas(areas):
            key = known(found, code, name) or known(found, code, re.split("[-/]", name)[0])
            if key:
                found[key][3] = count
            elif fold(name) not in LEFT_OUT and (code, fold(name)) not in taken and "-" not in name and "/" not in name:
                found[(code, fold(name))] = [code, name, [], count, False]
    names = [row[1] for row in found.values()]
    lines = []
    for (code, key), (_, name, others, count, doubtful) in sorted(found.items(), key=lambda item: (item[0][0], -item[1][3], item[0][1])):
        if (code, key) in taken or re.search(r" (city|town|village|base|bridge|coast|area)$", name):
            continue
        unique = [fold(form) for form in names].count(fold(name)) == 1
        codes = ([f"population={count}"] if count else []) + (["capital=1"] if name in capitals.get(code, ()) else []) + \
            (["ambiguous=1"] if doubtful or not unique else [])
        city = f"city:{slug(name)}" if unique else f"city:{slug(name)}-{code.lower()}"
        lines.append([city, "place", name, ";".join(others), "", "", "", code, ";".join(codes)])
    return lines
