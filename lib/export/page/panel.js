// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The side panel: the ranking of dependence, the ties shown as text, and what is chosen with its sentences. Everything the
// drawing shows can be read and reached here with a keyboard.

const kMostRows = 200;

// element('p', {class: 'note'}, 'text', child...): texts become text nodes.
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {}))
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== undefined) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined && child !== ''));
  return made;
}

const named = (node) => element('bdi', {}, plain(node.name, 120));

function sayTie(tie) {
  return [named(tie.source), ' ', element('span', {class: tie.type.group}, tie.type.label), ' ', named(tie.target)];
}

function describeTie(tie) {
  return `${plain(tie.source.name, 60)} ${tie.type.label} ${plain(tie.target.name, 60)}`;
}

function tieRow(tie, choose) {
  const quotes = tie.passing.length || tie.evidence.length;
  return element('button', {class: 'row', type: 'button', 'data-tie': tie.id, click: () => choose({tie})},
                 element('span', {class: 'what'}, ...sayTie(tie)),
                 element('span', {class: 'number', title: 'sentences'}, String(quotes)));
}

function dependenceRow(dependence, choose) {
  const share = dependence.share > 0 ? `${Math.round(dependence.share * 100)} %` : '';
  const strength = element('i', {});
  strength.style.width = `${Math.round(dependence.strength * 100)}%`;
  return element('button', {class: 'row', type: 'button', click: () => choose({dependence})},
                 element('span', {class: 'what'}, named(dependence.dependent), ' on ', named(dependence.provider),
                         element('span', {class: 'dim'}, ` ${domains[dependence.domain]} ${share}`)),
                 element('span', {class: 'bar', 'aria-hidden': 'true'}, strength),
                 element('span', {class: 'number', title: 'strength, a ranking aid'}, dependence.strength.toFixed(2)));
}

// The first rows of a list, and how many are left out.
function rows(items, make) {
  const made = items.slice(0, kMostRows).map(make);
  if (items.length > kMostRows)
    made.push(element('p', {class: 'note'}, `and ${items.length - kMostRows} more: choose an entity, or filter`));
  return made;
}

function showDependences(choose) {
  const list = dependences.filter((one) => chosenFilter.domains.has(one.domain));
  document.getElementById('dependence').replaceChildren(
    element('p', {class: 'note'}, list.length > 0 ?
      'Who depends on whom, strongest first, by all that is in this file. Strength ranks; it is no probability.' :
      'No dependence to rank.'),
    ...rows(list, (one) => dependenceRow(one, choose)));
}

function showTies(shown, choose) {
  document.getElementById('ties').replaceChildren(
    element('p', {class: 'note'}, 'The ties drawn, best supported first.'), ...rows(shown.ties, (tie) => tieRow(tie, choose)));
}

// The sentence with the words that say it marked.
function marked(sentence, words) {
  const at = words === '' ? -1 : sentence.indexOf(words);
  if (at < 0) return [sentence];
  return [sentence.slice(0, at), element('mark', {}, words), sentence.slice(at + words.length)];
}

function quote(evidence, group) {
  const {document: from} = evidence;
  const title = plain(from.title || from.id, 200);
  const facts = [from.outlet, from.date, evidence.time && `event ${evidence.time}`, factualities[evidence.factuality],
                 evidence.phase !== 'ongoing' && evidence.phase, domains[evidence.domain], evidence.detail,
                 evidence.source && `says ${evidence.source}`].filter(Boolean).map((text) => plain(text, 200)).join(' · ');
  const link = /^https?:\/\//i.test(from.url) ?
    element('a', {href: from.url, rel: 'noopener noreferrer nofollow', target: '_blank'}, title) : title;
  return element('blockquote', {class: group},
                 element('p', {dir: 'auto'}, ...marked(evidence.sentence, evidence.words)),
                 element('footer', {}, element('bdi', {}, link), facts && ` · ${facts}`));
}

function chosenTie(tie, choose) {
  const other = tie.evidence.filter((one) => !tie.passing.includes(one));
  const button = (node) => element('button', {type: 'button', click: () => choose({node})}, named(node));
  return [element('h2', {}, ...sayTie(tie)),
          element('p', {}, button(tie.source), ' ', button(tie.target)),
          element('p', {class: 'note'}, `${tie.evidence.length} statements in ${tie.documents} documents, support ${tie.score.toFixed(2)}`),
          ...tie.passing.map((one) => quote(one, tie.type.group)),
          ...(other.length > 0 ? [element('h3', {}, 'Filtered out')] : []),
          ...other.map((one) => quote(one, 'structure'))];
}

function chosenNode(node, choose) {
  const list = (title, items, make) => (items.length === 0 ? [] : [element('h3', {}, title), ...rows(items, make)]);
  const row = (one) => dependenceRow(one, choose);
  const shown = node.ties.filter((tie) => tie.passing.length > 0);
  shown.sort((a, b) => b.documents - a.documents || b.score - a.score);
  return [element('h2', {}, named(node)),
          element('p', {}, ...[node.type.replaceAll('_', ' '), ...node.aliases.slice(0, 12)].map(
            (text) => element('span', {class: 'chip', dir: 'auto'}, plain(text, 60)))),
          ...list('Depends on', dependences.filter((one) => one.dependent === node), row),
          ...list('Depended on by', dependences.filter((one) => one.provider === node), row),
          ...groups.flatMap((group) => list(group, shown.filter((tie) => tie.type.group === group), (tie) => tieRow(tie, choose)))];
}

function chosenDependence(dependence, choose) {
  return [element('h2', {}, named(dependence.dependent), ' depends on ', named(dependence.provider)),
          element('p', {class: 'note'}, `${domains[dependence.domain]}, strength ${dependence.strength.toFixed(2)}: read from`),
          ...dependence.ties.flatMap((tie) => [tieRow(tie, choose), ...tie.evidence.map((one) => quote(one, tie.type.group))])];
}

function showChosen(chosen, choose) {
  const panel = document.getElementById('chosen');
  const content = chosen.tie ? chosenTie(chosen.tie, choose) : chosen.node ? chosenNode(chosen.node, choose) :
    chosen.dependence ? chosenDependence(chosen.dependence, choose) :
    [element('p', {class: 'note'}, 'Click an entity or a tie, or find one above.')];
  panel.replaceChildren(...content);
}

const tabs = ['dependence', 'ties', 'chosen'];

function openTab(name) {
  for (const tab of tabs) {
    const button = document.getElementById('tab-' + tab);
    button.setAttribute('aria-selected', String(tab === name));
    button.tabIndex = tab === name ? 0 : -1;
    document.getElementById(tab).hidden = tab !== name;
  }
  document.getElementById('panel').scrollTop = 0;
}

function listenToTabs() {
  tabs.forEach((tab, i) => {
    const button = document.getElementById('tab-' + tab);
    button.addEventListener('click', () => openTab(tab));
    button.addEventListener('keydown', (event) => {
      const step = {ArrowRight: 1, ArrowLeft: tabs.length - 1}[event.key];
      if (!step) return;
      const next = tabs[(i + step) % tabs.length];
      openTab(next);
      document.getElementById('tab-' + next).focus();
    });
  });
}
