// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Filters and search: they change what is shown or chosen, and say so through the functions they are given.

// A check box of the filters; `text` is ours, never the data's.
function box(text, count, checked, change, group) {
  const input = element('input', {type: 'checkbox'});
  input.checked = checked;
  input.addEventListener('change', () => change(input.checked));
  const label = element('label', {class: group ? 'nested' : ''}, input,
                        group ? element('span', {class: `swatch ${group}`, 'aria-hidden': 'true'}) : '', text,
                        element('span', {class: 'count'}, String(count)));
  return [label, input];
}

function toggle(set, value, on) {
  if (on) set.add(value);
  else set.delete(value);
}

function makeTypes(changed) {
  const field = document.getElementById('types');
  for (const group of groups) {
    const members = types.map((type) => [type, ties.filter((tie) => tie.type === type).length])
      .filter(([type, count]) => type.group === group && count > 0);
    if (members.length === 0) continue;
    const inputs = [];
    const total = members.reduce((sum, [, count]) => sum + count, 0);
    const [head] = box(group, total, true, (on) => {
      members.forEach(([type], i) => {
        toggle(chosenFilter.types, type.index, on);
        inputs[i].checked = on;
      });
      changed();
    });
    head.className = `group ${group}`;
    field.append(head);
    for (const [type, count] of members) {
      const [label, input] = box(type.label, count, true, (on) => {
        toggle(chosenFilter.types, type.index, on);
        changed();
      }, group);
      inputs.push(input);
      field.append(label);
    }
  }
}

// Check boxes for the values of evidence (`domain`, `factuality`), with how many statements have each.
function makeValues(id, names, member, set, changed) {
  const field = document.getElementById(id);
  const counts = names.map(() => 0);
  for (const tie of ties) for (const one of tie.evidence) ++counts[one[member]];
  names.forEach((name, i) => {
    if (counts[i] === 0) return;
    const [label] = box(name || 'none', counts[i], true, (on) => {
      toggle(set, i, on);
      changed();
    });
    field.append(label);
  });
}

const monthText = (month) => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String(month % 12 + 1).padStart(2, '0')}`;

function makeRanges(changed) {
  for (const id of ['from', 'to']) {
    const input = document.getElementById(id);
    [input.min, input.max] = span;
    input.value = chosenFilter[id];
    const tell = () => {
      document.getElementById(`${id}-text`).textContent = monthText(chosenFilter[id]);
      input.setAttribute('aria-valuetext', monthText(chosenFilter[id]));
    };
    input.addEventListener('input', () => {
      chosenFilter[id] = Number(input.value);
      tell();
      changed();
    });
    tell();
  }
}

const kSteps = [50, 100, 200, 400, 800, 1500, 3000, 6000, 12000].filter((step) => step < ties.length).concat(ties.length);
const kFirstMost = 400;

function makeMost(changed) {
  const input = document.getElementById('most');
  const tell = () => {
    document.getElementById('most-text').textContent = chosenFilter.most === ties.length ? 'all' : String(chosenFilter.most);
    input.setAttribute('aria-valuetext', document.getElementById('most-text').textContent);
  };
  input.min = 0;
  input.max = kSteps.length - 1;
  input.value = kSteps.includes(kFirstMost) ? kSteps.indexOf(kFirstMost) : kSteps.length - 1;
  chosenFilter.most = kSteps[input.value];
  input.addEventListener('input', () => {
    chosenFilter.most = kSteps[input.value];
    tell();
    changed();
  });
  tell();
}

function makeFilters(changed) {
  makeRanges(changed);
  makeMost(changed);
  makeValues('factualities', factualities, 'factuality', chosenFilter.factualities, changed);
  makeTypes(changed);
  makeValues('domains', domains, 'domain', chosenFilter.domains, changed);
  const button = document.getElementById('filters-button');
  button.addEventListener('click', () => {
    const filters = document.getElementById('filters');
    filters.hidden = !filters.hidden;
    button.setAttribute('aria-expanded', String(!filters.hidden));
  });
  document.getElementById('reset').addEventListener('click', () => {
    chosenFilter.types = new Set(types.keys());
    for (const [set, names] of [[chosenFilter.domains, domains], [chosenFilter.factualities, factualities]])
      for (const i of names.keys()) set.add(i);
    for (const input of document.querySelectorAll('#filters input[type="checkbox"]')) input.checked = true;
    for (const [id, value] of [['from', span[0]], ['to', span[1]], ['most', kSteps.length - 1]]) {
      document.getElementById(id).value = value;
      document.getElementById(id).dispatchEvent(new Event('input'));
    }
  });
}

const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const kMostFound = 12;

// Entities by name, alias or id: whole names first, then beginnings, then parts; of equals the best connected first.
function find(text) {
  const wanted = folded(text.trim());
  if (wanted === '') return [];
  const found = [];
  for (const node of nodes) {
    node.keys ??= [node.name, node.id, ...node.aliases].map((name) => folded(name.slice(0, 200)));
    const rank = Math.min(...node.keys.map(
      (key) => (key === wanted ? 0 : key.startsWith(wanted) ? 1 : key.includes(wanted) ? 2 : 3)));
    if (rank < 3) found.push([rank, node]);
  }
  found.sort(([a, x], [b, y]) => a - b || y.ties.length - x.ties.length || x.index - y.index);
  return found.slice(0, kMostFound).map(([, node]) => node);
}

function makeSearch(choose) {
  const input = document.getElementById('search');
  const list = document.getElementById('found');
  let found = [];
  let at = 0;
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const take = (node) => {
    if (!node) return;
    input.value = plain(node.name, 60);
    close();
    choose({node});
  };
  const show = () => {
    list.replaceChildren(...found.map((node, i) => element(
      'li', {role: 'option', id: `found-${i}`, 'aria-selected': String(i === at), pointerdown: (event) => event.preventDefault(),
             click: () => take(node)}, named(node), ' ', element('small', {}, node.type.replaceAll('_', ' ')))));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    if (found.length > 0) input.setAttribute('aria-activedescendant', `found-${at}`);
  };
  input.addEventListener('input', () => {
    found = find(input.value);
    at = 0;
    show();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') take(found[at]);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      at = (at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length;
      show();
      event.preventDefault();
    }
  });
}
