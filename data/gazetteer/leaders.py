# SPDX-FileCopyrightText: The Entente authors
# SPDX-License-Identifier: Apache-2.0
"""leaders.tsv: terms of office from CountryInfo (1960-2011), the World Factbook (2026) and source/leaders.txt.

A person is one id. Names of different sources are the same person when source/leaders.txt or source/persons.txt
lists the one as an alias of the other, when they fold to the same letters, or when same_person.py finds them alike;
source/distinct.txt lists pairs that only look alike.
"""
import re

import same_person
from same_person import PARTICLES, fold

# How CountryInfo's blocks map to ids; blocks of parts of countries that hold copies of other lists are left out
# (Kosovo's holds the leaders of Kiribati).
BLOCKS = {"TMP": "TLS", "KSV": "None", "DNKFRO": "FRO", "GBRIMY": "IMN", "USAPRI": "PRI", "GTM": "GTM"}
SKIPPED = re.compile(r"^(BIH...|CHNTIB|None|IOT|CXR|CCK|GBR...|USAASM)$")
TITLES = re.compile(r"^((sheikh|sir|dame|datuk|seri|samdech|tuanku|tunku|king|emperor|prince|sultan|amir|emir|pope|gen\.?|general|"
                    r"col\.?|colonel|dr\.?|capt\.?|captain|lt\.?|maj\.?|major|mawlawi|mullah|air|marshal|brigadier|haji|shaikh|"
                    r"grand|duke|queen|crown|ratu|president|field|admiral|acting|minister|hojatolislam|ayatollah|sayyed|sr\.|gen\.)\s+)+", re.I)
# What the Factbook writes between the office and the name.
OFFICE_WORDS = re.compile(r"^[,\s]*(?:(?:and|of|for|the|in|government|spain|china|french|polynesia|prime|foreign|minister|ministers|"
                          r"president|presidential|co-vice|council|national|territorial|assembly|safeguard|homeland|chairman)\b[,\s]*)+", re.I)
MIXED = {"GRC", "ZAF"}  # CountryInfo lists their presidents among the prime ministers too
LONGEST_PAUSE = 40  # years out of office after which a name is another person's
SOURCE_ENDS = "2012"  # the last year CountryInfo knows
OFFICES = [(r"vice.president", "Vice President"), (r"^presidents?\b.*(executive yuan)", "Premier"),
           (r"prime.minister|chairmen of the council of ministers|premier|people's commissars|presidents of the council of ministers|"
            r"general people's committee|heads? of government|chiefs of government|executive council", "Prime Minister"),
           (r"chancellor", "Chancellor"), (r"^kings?\b|paramount ruler", "King"), (r"^sultan", "Sultan"), (r"^emirs?|^rulers?$", "Emir"),
           (r"^shah", "Shah"), (r"^emperor", "Emperor"), (r"sovereign prince", "Prince"),
           (r"governors?-general|governor_general", "Governor-General"), (r"^governor", "Governor"),
           (r"general secretar|first secretar|central committee|communist party|league of communists", "General Secretary"),
           (r"chief executive", "Chief Executive"), (r"chief minister", "Chief Minister"),
           (r"^president", "President"), (r"chairm|heads? of state|head of the|junta|council of state|leader", "Head of State")]
MINISTER = re.compile(r"^(acting )?(minister|secretary) (of|for) (state for )?(the )?(foreign|external|defen[cs]e|national defen[cs]e|interior)\b.*|"
                      r"^secretary of (state|defense)$", re.I)


def normal_case(word, first):
    bare = word.lower()
    if bare in PARTICLES and not first:
        return bare
    if re.fullmatch(r"[ivx]+", bare) and not first:
        return bare.upper()
    parts = re.split(r"([-'’.])", bare)
    for at, part in enumerate(parts):
        joined = at > 1 and parts[at - 1] == "-"
        if part in ("al", "el", "as", "ar", "ash", "an", "ad") and at + 1 < len(parts) and parts[at + 1] == "-":
            continue
        if part == "mc":
            parts[at] = "Mc"
        elif part.startswith("mc") and len(part) > 3:
            parts[at] = "Mc" + part[2:].capitalize()
        elif joined and part in ("ui",):
            parts[at] = part
        else:
            parts[at] = part[:1].upper() + part[1:]
    return "".join(parts)


def tidy(raw):
    """A CountryInfo or Factbook name in normal case without titles: `AHMED_NAZIF_` -> `Ahmed Nazif`."""
    raw = re.sub(r"\(.*?\)|\(.*|\"[^\"]*\"|\s=.*", " ", raw.replace("_", " "))
    raw = re.sub(r"[`‘]", "", raw)
    raw = OFFICE_WORDS.sub("", re.sub(r"\s+", " ", raw).strip(" ,;"))
    bare = TITLES.sub("", raw)
    words = (raw if re.match(r"(bin|ibn)\b", bare, re.I) else bare).split()  # `Sultan bin Abd al-Aziz` is a name
    words = [normal_case(word, at == 0) for at, word in enumerate(words)]
    return " ".join(words[:-1] + ["I"] if words[-1:] == ["i"] else words)


def slug(name):
    return "person:" + fold(name).replace(" ", "-")


def office_of(tag):
    tag = tag.replace("_", " ").lower().strip()
    for pattern, office in OFFICES:
        if re.search(pattern, tag):
            return office
    return ""


def iso_date(text):
    year, month, day = text[:4], text[4:6], text[6:8]
    if day == "00" or int(month) > 12 or int(day) > 31:
        return year
    if month + day == "0101":
        return year
    if int(day) == 31 and month in ("02", "04", "06", "09", "11"):
        return f"{year}-{month}"
    return f"{year}-{month}-{day}"


class People:
    """Ids by folded name, with the hand-written names first."""

    def __init__(self):
        self.by_name, self.names, self.aliases, self.by_hand = {}, {}, {}, set()

    def add(self, name, aliases=()):
        key = fold(name)
        person = self.by_name.get(key)
        if person is None:
            person = slug(name)
            self.names.setdefault(person, name)
        for form in (name, *aliases):
            self.by_name.setdefault(fold(form), person)
            if form != self.names[person] and form not in self.aliases.setdefault(person, []):
                self.aliases[person].append(form)
        return person

    def forms(self):
        return {person: [name, *self.aliases.get(person, [])] for person, name in self.names.items()}

    def find(self, forms):
        for form in forms:
            if fold(form) in self.by_name:
                return self.by_name[fold(form)]
        return None


def block_id(block, known):
    found = re.search(r"<CountryCode>\s*(\w+)", block)
    code = BLOCKS.get(found.group(1), found.group(1)) if found else "None"
    return code if code in known and not SKIPPED.match(code) else ""


def historical(code, tag, names, start, end):
    """CountryInfo keeps predecessor states in the list of the successor."""
    tag = tag.lower()
    if code == "RUS" and end and end <= "19911231" and not (tag in ("presidents", "prime ministers")):
        return "SUHH"
    if code == "DEU" and tag.startswith("chairmen"):
        return "DDDE"
    if code == "CZE" and end and end <= "19930101":
        return "CSHH"
    if code == "VNM" and end and end <= "19760703":
        south = ("THIEU", "HUONG", "KHIEM", "NGUYEN_BA_CAN", "VU_VAN_MAU")
        return "SVNM" if any(word in names for word in south) else "VDVN"
    if code == "MUS" and "OULD" in names.replace("_", " ").split():
        return "MRT"
    if code == "SRB" and (tag.startswith("presidents of the presidium of the league") or "TITO" in names):
        return "YUCS"
    return code


def country_info_terms(text, known):
    """(forms of the name, office, id, from, to) of the <Leaders> and the ministers of <Government>."""
    for block in re.split(r"\n<Country>\s*\n", text)[1:]:
        code = block_id(block, known)
        block = re.sub(r"^#.*$", "", block, flags=re.M)
        leaders = re.search(r"<Leaders>(.*?)(</Leaders>|<Government>)", block, re.S)
        if not code:
            continue
        tag = ""
        for line in (leaders.group(1) if leaders else "").splitlines():
            line = line.strip()
            opening = re.match(r"<([^/<>]+)>", line)
            if opening:
                tag = opening.group(1)
            elif "[" in line and office_of(tag):
                yield from terms_of(line, tag, code)
        government = re.search(r"<Government>(.*?)</Government>", block, re.S)
        for line in (government.group(1) if government else "").splitlines():
            yield from minister_terms(line.strip(), code)


def forms_of(line):
    head = line.split("[")[0].split("#")[0]
    braces = re.findall(r"\{(.*?)\}", head)
    forms = [tidy(form) for form in (braces or [head])]
    return [form for form in dict.fromkeys(forms) if " " in form and len(form) > 4 and not re.search(r"\b(Council|Committee|Junta)\b", form)]


def terms_of(line, tag, code):
    forms = forms_of(line)
    if not forms:
        return
    for start, end in re.findall(r"\[(\d{8})\s*-\s*(\d{8})\]", line):
        yield forms, office_of(tag), historical(code, tag, line, start, end), iso_date(start), iso_date(end)
    for start in re.findall(r"\[>(\d{8})\]", line):
        yield forms, office_of(tag), historical(code, tag, line, start, ""), iso_date(start), ""


def minister_terms(line, code):
    if "#" not in line or not forms_of(line):
        return
    titles = {title.strip() for title in line.split("#")[1].split("&")}
    if len(titles) != 1 or not MINISTER.match(next(iter(titles))):
        return
    office = re.sub(r"^acting ", "", next(iter(titles)), flags=re.I)
    for sign, start, end in re.findall(r"\[\w+ ([<>]?)(\d{8})(?:\s*-\s*(\d{8}))?\]", line):
        if sign == "<":
            yield forms_of(line), office, code, "", iso_date(start)
        else:
            yield forms_of(line), office, code, iso_date(start), iso_date(end) if end else "2011"


FACTBOOK_OFFICE = re.compile(
    r"^(?:GNU |CNSP |Transition(?:al)? |Interim |Acting |Caretaker |Taoiseach \()*(Prime Minister|President|King|Chancellor|Premier|Sultan|"
    r"Amir|Supreme Leader|Pope|Prince|Grand Duke|Governor|Chief Minister|Chief Executive|Vice President)\b\)?", re.I)
MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


def factbook_date(text):
    found = re.search(r"since (?:(\d{1,2}) )?(?:([A-Z][a-z]{2})[a-z]* )?(\d{4})", text)
    if not found:
        return ""
    day, month, year = found.groups()
    month = MONTHS.get((month or "").lower())
    return year + (f"-{month:02}" if month else "") + (f"-{int(day):02}" if month and day else "")


def factbook_terms(book, ids):
    for gec, entry in book.items():
        branch, code = entry.get("Executive branch"), ids.get(gec)
        if not code or not isinstance(branch, dict):
            continue
        for text in dict.fromkeys(filter(None, (branch.get("chief of state"), branch.get("head of government")))):
            first = re.split(r"; |, represented", text)[0]
            office = FACTBOOK_OFFICE.match(first)
            if not office or code in ("CHE", "HKG", "MAC", "TKL") or ("CHARLES III" in first and code != "GBR") or \
                    ("TRUMP" in first and code != "USA") or ("MACRON" in first and code != "FRA") or \
                    (code in ("FRO", "GRL", "SJM", "ABW", "SXM", "CUW") and first.startswith("King")):
                continue
            name = tidy(first[office.end():].split("(since")[0])
            if " " in name:
                title = office.group(1).title()
                yield [name], {"Amir": "Emir"}.get(title, title), code, factbook_date(first), ""


def hand_terms(rows, people):
    terms, person = [], None
    for name, aliases, office, place, start, end in rows:
        if name:
            person = people.add(name, split(aliases))
        if office:
            terms.append((person, office, place, start, end))
    return terms


def split(cell):
    return [form.strip() for form in cell.split(";") if form.strip()]


def later(date, other):
    return date[:len(other)] > other[:len(date)] if date and other else False


def close_open_terms(terms):
    """An open term of CountryInfo ends when the next holder begins, if CountryInfo can know; else it is vouched for until 2011."""
    closed = []
    for person, office, place, start, end, source in terms:
        if not end and source == "countryinfo":
            nexts = sorted(t[3] for t in terms if t[2] == place and t[1] == office and t[0] != person and later(t[3], start))
            if any(t[0] == person and t[2] == place and t[1] == office and not t[4] and t[5] != "countryinfo" for t in terms):
                continue
            end = nexts[0] if nexts and nexts[0][:4] <= SOURCE_ENDS else "2011"
        closed.append((person, office, place, start, end, source))
    return closed


def overlaps(term, others):
    """The same person and kind of office at the same time, said by a better source."""
    _, office, place, start, end = term
    return any(place == o[2] and same_office(office, o[1]) and not later(start, o[4] or "9999") and
               not later(o[3], end or "9999") for o in others)


def same_office(one, other):
    kinds = same_person.office_class(one), same_person.office_class(other)
    return one == other or (kinds[0] == kinds[1] and kinds[0] in ("foreign", "defense"))


def too_late(start, own):
    """A namesake: Friedrich Ebert was president in 1919, his son in another state in 1973."""
    return bool(start and own) and all(term[4] and int(start[:4]) - int(term[4][:4]) > LONGEST_PAUSE for term in own)


def mixed_up(term, others):
    """A president among the prime ministers of CountryInfo."""
    _, office, place, start, end, source = term
    return source == "countryinfo" and place in MIXED and office == "Prime Minister" and \
        any(o[1] == "President" and o[2] == place and o[3] == start and (o[4] == end or end == "2011") for o in others)


def merge_alike(people, terms, distinct):
    """id -> id of the person it is another spelling of."""
    known = {person: (forms, {}) for person, forms in people.forms().items()}
    for person, office, place, start, end, _ in terms:
        known[person][1].setdefault(place, []).append((office, start, end))
    rank = {person: (person not in people.by_hand, len(people.names[person].split()), at) for at, person in enumerate(people.names)}
    into = {}
    for one, other, _ in same_person.pairs(known, distinct):
        one, other = sorted((root(into, one), root(into, other)), key=rank.get)
        if one != other and not (one in people.by_hand and other in people.by_hand):
            into[other] = one
            people.add(people.names[one], [people.names[other], *people.aliases.get(other, [])])
    return into


def root(into, person):
    while person in into:
        person = into[person]
    return person


def build(hand_rows, overrides, distinct, text, book, ids, known):
    """The rows of leaders.tsv, sorted by id and date."""
    people = People()
    terms = [(*term, "hand") for term in hand_terms(hand_rows, people)]
    for name, aliases in overrides:
        people.add(name, split(aliases))
    people.by_hand = set(people.names)
    for source, found in (("factbook", factbook_terms(book, ids)), ("countryinfo", country_info_terms(text, known))):
        for forms, office, place, start, end in found:
            person = people.find(forms) or people.add(forms[0])
            for form in forms:
                people.add(people.names[person], [form])
            if not too_late(start, [term for term in terms if term[0] == person and term[5] == "hand"]):
                terms.append((person, office, place, start, end, source))
    into = merge_alike(people, terms, same_person.distinct_pairs(distinct))
    kept = {}
    for person, *term in close_open_terms([(root(into, term[0]), *term[1:]) for term in terms]):
        own = kept.setdefault(person, [])
        if not overlaps((person, *term[:4]), [o for o in own if o[5] != term[4] or o[5] == "hand"] if term[4] != "hand" else []) and \
                (person, *term[:4]) not in [o[:5] for o in own]:
            own.append((person, *term))
    rows = [[person, people.names[person], ";".join(people.aliases.get(person, [])), *term[1:5]]
            for person, own in kept.items() for term in own if not mixed_up(term, own)]
    return sorted(rows, key=lambda row: (row[0], row[5], row[3], row[4]))
