// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The data that the page carries, as objects that refer to one another, and which of them the filters let through.
// All texts in it are anybody's: they become text nodes or canvas text, never markup.

const parsed = JSON.parse(document.getElementById('data').textContent);

const types = parsed.types.map(([name, group, symmetric], index) =>
  ({index, name, group, symmetric, label: name.replaceAll('_', ' ')}));
const groups = [...new Set(types.map((type) => type.group))];
const factualities = parsed.factualities;
const domains = parsed.domains;

const documents = parsed.documents.map(([id, title, outlet, date, url]) => ({id, title, outlet, date, url}));

const nodes = parsed.nodes.map(([id, name, type, aliases, longitude, latitude], index) =>
  ({index, id, name: name || id, type, aliases, longitude, latitude, placed: latitude !== undefined, ties: [], degree: 0}));

// An ISO 8601 date or interval as months [first, last] since the year 0; nothing for what is no date.
function monthsOf(text) {
  const month = (part, last) => {
    const found = /^(\d{4})(?:-(\d\d))?(?:-\d\d)?$/.exec(part);
    if (!found) return undefined;
    return Number(found[1]) * 12 + (found[2] ? Number(found[2]) - 1 : last ? 11 : 0);
  };
  const parts = text.split('/');
  const first = parts[0] === '..' ? -Infinity : month(parts[0], false);
  const end = parts.length === 1 ? parts[0] : parts[1];
  const last = end === '..' || end === '' ? Infinity : month(end, true);
  if (first === undefined || last === undefined || (first === -Infinity && last === Infinity)) return undefined;
  return [first, last];
}

function evidenceOf([document, sentence, words, factuality, phase, domain, time, score, detail, source]) {
  const from = documents[document];
  return {document: from, sentence: parsed.sentences[sentence], words, factuality, phase: parsed.phases[phase], domain,
    time, score, detail, source, months: monthsOf(time || from.date)};
}

const ties = parsed.ties.map(([id, subject, object, type, score, evidence], index) => {
  const tie = {index, id, source: nodes[subject], target: nodes[object], type: types[type], score,
    evidence: evidence.map(evidenceOf), passing: [], bend: 0, isShown: false};
  tie.documents = new Set(tie.evidence.map((one) => one.document)).size;
  tie.source.ties.push(tie);
  tie.target.ties.push(tie);
  return tie;
});

const dependences = parsed.dependences.map(([dependent, provider, domain, strength, share, parts]) =>
  ({dependent: nodes[dependent], provider: nodes[provider], domain, strength, share, ties: parts.map((i) => ties[i])}));

const bestFirst = [...ties].sort((a, b) => b.documents - a.documents || b.score - a.score || a.index - b.index);

// The months that the sliders cover: of the earliest statements one in a hundred is left out, so that a year of 1100 does
// not make the rest of history a pixel wide. The ends of the sliders mean everything before and after.
const span = (() => {
  const ends = ties.flatMap((tie) => tie.evidence.flatMap((one) => one.months ?? [])).filter(Number.isFinite);
  ends.sort((a, b) => a - b);
  return ends.length > 0 ? [ends[Math.floor(ends.length / 100)], ends[ends.length - 1]] : [0, 0];
})();

// What the filters let through now.
const chosenFilter = {
  types: new Set(types.map((type) => type.index)),
  domains: new Set(domains.keys()),
  factualities: new Set(factualities.keys()),
  from: span[0],
  to: span[1],
  most: ties.length,
};

function passes(evidence) {
  if (!chosenFilter.domains.has(evidence.domain) || !chosenFilter.factualities.has(evidence.factuality)) return false;
  const from = chosenFilter.from <= span[0] ? -Infinity : chosenFilter.from;
  const to = chosenFilter.to >= span[1] ? Infinity : chosenFilter.to;
  if (from === -Infinity && to === Infinity) return true;
  return evidence.months !== undefined && evidence.months[0] <= to && evidence.months[1] >= from;
}

// Parallel ties are bent apart: the one in the middle is straight.
function bendParallel(shown) {
  const pairs = new Map();
  for (const tie of shown) {
    const [a, b] = tie.source.index < tie.target.index ? [tie.source, tie.target] : [tie.target, tie.source];
    const key = a.index * nodes.length + b.index;
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(tie);
  }
  for (const pair of pairs.values())
    pair.forEach((tie, i) => {
      const bend = i - (pair.length - 1) / 2;
      tie.bend = tie.source.index < tie.target.index ? bend : -bend;
    });
}

// {ties, nodes, passing}: the best supported ties that pass and those of `wanted`, their ends, and how many pass in all.
function filtered(wanted) {
  const passing = [];
  for (const tie of bestFirst) {
    tie.isShown = false;
    tie.passing = chosenFilter.types.has(tie.type.index) ? tie.evidence.filter(passes) : [];
    if (tie.passing.length === 0) continue;
    tie.factuality = Math.min(...tie.passing.map((one) => one.factuality));
    passing.push(tie);
  }
  const shown = passing.slice(0, chosenFilter.most);
  for (const tie of shown) tie.isShown = true;
  shown.push(...wanted.filter((tie) => tie.passing.length > 0 && !tie.isShown));
  for (const node of nodes) node.degree = 0;
  for (const tie of shown) {
    tie.isShown = true;
    ++tie.source.degree;
    ++tie.target.degree;
  }
  bendParallel(shown);
  return {ties: shown, nodes: nodes.filter((node) => node.degree > 0), passing: passing.length};
}

// Without the marks that turn the direction of what follows them.
function plain(text, most) {
  const clean = text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, ' ');
  return clean.length > most ? clean.slice(0, most - 1) + '…' : clean;
}
