#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Words of the gazetteer's names and the kinds of names they occur in, for the syntax model's features.

  python3 data/model/name_words.py > data/model/name-words.tsv

The model keeps what was in the file when it was trained: run this only before training it anew.
"""
import collections
import pathlib
import re

GAZETTEER = pathlib.Path(__file__).parent.parent / "gazetteer"
KINDS = ["country", "people", "place", "person", "organization"]
STATES = {"country", "territory", "historical_state"}
PLACES = {"cities", "places", "regions", "facilities"}
NAME, ALIASES, ADJECTIVES, INHABITANTS, SEATS = 2, 3, 4, 5, 6


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (9 - len(cells))


def lists(row, *columns):
    return [name for column in columns for name in row[column].split(";") if name]


def main():
    kinds = collections.defaultdict(set)

    def whole(names, kind):
        for name in names:
            if " " not in name:
                kinds[name].add(kind)

    def parts(names, kind, separator=" ", shortest=1):
        for name in names:
            for word in re.split(separator, name):
                if len(word) >= shortest and word[0].isupper():
                    kinds[word].add(kind)

    for path in sorted(GAZETTEER.glob("*.tsv")):
        for row in rows(path):
            names = [row[NAME]] + lists(row, ALIASES)
            if path.stem == "leaders":
                parts([row[1]] + lists(row, 2), "person", "[ -]", 2)  # not initials
            elif row[1] in STATES:
                whole(names, "country")
                whole(lists(row, ADJECTIVES, INHABITANTS), "people")
                whole(lists(row, SEATS), "place")
            elif path.stem in PLACES:
                whole(names, "place")
            else:
                parts(names, "organization")
    for word, found in sorted(kinds.items()):
        print(word, ",".join(kind for kind in KINDS if kind in found), sep="\t")


if __name__ == "__main__":
    main()
