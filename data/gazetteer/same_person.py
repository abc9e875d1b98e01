# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""Whether two names of one country are spellings of one person's name: consonant skeletons, word by word.

Transliterations differ in vowels, doubled letters and a few consonants (`Mohammed`/`Muhammad`, `Sergei`/`Sergey`,
`Afewerki`/`Afwerki`), and sources differ in whether they give middle names (`Thabo Mvuyelwa Mbeki`).
"""
import re
import unicodedata

# Skeletons say too little where names are short syllables.
SYLLABIC = {"KOR", "PRK", "CHN", "TWN", "VNM", "VDVN", "SVNM", "KHM", "LAO", "MMR", "JPN", "THA", "BTN"}
PARTICLES = {"de", "da", "do", "dos", "das", "del", "van", "von", "der", "den", "la", "bin", "ibn", "ben", "al",
             "el", "y", "e", "i", "of", "ould", "wa", "zu", "della", "di", "du", "ter", "the", "a", "ag", "ul", "as", "an"}
SOUNDS = [("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("sch", "sh"), ("tch", "ch"),
          ("ch", "x"), ("sh", "x"), ("q", "k"), ("c", "k"), ("w", "v"), ("dj", "j")]
# A second surname may be left out where Spanish or Portuguese is spoken.
TWO_SURNAMES = set("""ARG BOL BRA CHL COL CRI CUB DOM ECU ESP GNQ GTM HND MEX NIC PAN PER PRT PRY SLV URY VEN AGO MOZ CPV GNB STP TLS AND
PHL""".split())
LONGEST_GAP = 2  # years between two terms of one person's office, where one source stops and the other goes on


def fold(text):
    text = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "dj").replace("Đ", "Dj"))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’`ʻ‘.]", "", text)).strip()


def skeleton(word):
    if re.fullmatch(r"[ivx]+", word):  # the number of a king or pope
        return word.upper()
    for sound, letter in SOUNDS:
        word = word.replace(sound, letter)
    first = "a" if word[:1] in "aeiouy" else ""
    return first + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]|(?<=.)h(?=$)", "", word))


def words_of(name):
    return [word for word in fold(name).split() if word not in PARTICLES]


def within(short, long):
    """The words of `short` in `long`, in order and to its end."""
    rest = iter(long)
    return short[-1] == long[-1] and all(word in rest for word in short)


def spelled_alike(a, b):
    """Skeletons are equal word by word, and the names begin with one letter."""
    one, other = words_of(a), words_of(b)
    return len(one) > 1 and [skeleton(w) for w in one] == [skeleton(w) for w in other] and fold(a)[:1] == fold(b)[:1]


def longer_form(a, b, country):
    """One name is the other with more given names, or with a second surname."""
    one, other = sorted(([skeleton(w) for w in words_of(name)] for name in (a, b)), key=len)
    cut = country in TWO_SURNAMES and other[:len(one)] == one
    return 1 < len(one) < len(other) and (within(one, other) or cut) and sum(map(len, one)) > 4


def office_class(office):
    if re.search(r"foreign|external relations", office, re.I):
        return "foreign"
    if re.search(r"defen[cs]e", office, re.I):
        return "defense"
    if re.search(r"head of government|prime minister|premier|chief minister", office, re.I):
        return "government"
    return "state" if re.search(r"president|head of state|leader|king|emir", office, re.I) else office


def year(date, other):
    return int(date[:4]) if date else other


def adjoining(one, others):
    """A term of `one` and a term of `others` in the same kind of office overlap or follow each other."""
    return any(office_class(a[0]) == office_class(b[0]) and year(a[1], 1000) <= year(b[2], 9999) + LONGEST_GAP and
               year(b[1], 1000) <= year(a[2], 9999) + LONGEST_GAP for a in one for b in others)


def same(a, b, country, distinct):
    """`a` and `b`: (names, terms of (office, from, to)) of two ids that hold office in `country`."""
    if country in SYLLABIC or any(frozenset((fold(x), fold(y))) in distinct for x in a[0] for y in b[0]):
        return False
    alike = any(spelled_alike(x, y) for x in a[0] for y in b[0])
    return alike or (any(longer_form(x, y, country) for x in a[0] for y in b[0]) and adjoining(a[1], b[1]))


def distinct_pairs(rows):
    return {frozenset((fold(row[0]), fold(row[1]))) for row in rows}


def pairs(people, distinct):
    """Pairs of ids of one country that seem to be one person; `people`: id -> (names, {country: terms})."""
    by_country = {}
    for person, (_, terms) in sorted(people.items()):
        for country in terms:
            by_country.setdefault(country, []).append(person)
    for country, ids in sorted(by_country.items()):
        for at, one in enumerate(ids):
            for other in ids[at + 1:]:
                if same((people[one][0], people[one][1][country]), (people[other][0], people[other][1][country]), country, distinct):
                    yield one, other, country
