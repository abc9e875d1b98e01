// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Where entities stand: by forces (d3-force: links pull, everybody pushes), or on a map by their capitals, where those
// that have none stand among their partners and nobody covers another. It settles a few milliseconds at a time.

const kBudget = 25;          // milliseconds of work between two drawings
const kFirstBudget = 400;    // before the first one
const layout = {
  view: 'force',
  simulation: d3.forceSimulation([]).alphaDecay(0.03).stop(),
  kept: {force: new Map(), map: new Map()},  // by view: where everybody stood last
};

// Miller's projection: shapes stay readable, and the poles finite.
function project(longitude, latitude) {
  const radians = Math.max(-88, Math.min(88, latitude)) * Math.PI / 180;
  const y = 1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * radians));
  return [longitude * 9, -y * 180 / Math.PI * 9];
}

function radiusOf(node) {
  return Math.min(20, 3.5 + 1.3 * Math.sqrt(node.degree));
}

// Entities without a place of their own: the middle of their partners', in as many steps as it takes to reach them.
function anchorAll(shown) {
  for (const node of nodes) node.anchor = node.placed ? project(node.longitude, node.latitude) : undefined;
  for (let step = 0; step < 4; ++step) {
    const found = [];
    for (const node of shown.nodes) {
      if (node.anchor) continue;
      const near = node.ties.map((tie) => (tie.source === node ? tie.target : tie.source).anchor).filter(Boolean);
      if (near.length === 0) continue;
      const mean = (axis) => near.reduce((sum, anchor) => sum + anchor[axis], 0) / near.length;
      found.push([node, [mean(0), mean(1)]]);
    }
    for (const [node, anchor] of found) node.anchor = anchor;
  }
  for (const node of shown.nodes) node.anchor ??= project(0, -75);
}

function byForces(simulation, shown) {
  const slope = Math.sqrt(Math.max(0.25, Math.min(4, sight.height / sight.width)));  // the drawing is as tall as its window
  const links = shown.ties.map((tie) => ({source: tie.source, target: tie.target}));
  simulation
    .force('link', d3.forceLink(links).distance((link) => 35 + 12 * Math.sqrt(Math.max(link.source.degree, link.target.degree)))
      .strength((link) => 0.7 / Math.min(link.source.degree, link.target.degree)))
    .force('push', d3.forceManyBody().strength((node) => -130 - 30 * Math.sqrt(node.degree)).theta(1).distanceMax(500))
    .force('x', d3.forceX(0).strength(0.055 * slope))
    .force('y', d3.forceY(0).strength(0.055 / slope))
    .force('apart', d3.forceCollide((node) => radiusOf(node) + 3));
}

function byMap(simulation, shown) {
  anchorAll(shown);
  for (const node of shown.nodes)
    if (!layout.kept.map.has(node)) [node.x, node.y] = node.anchor;
  simulation
    .force('link', null)
    .force('push', null)
    .force('x', d3.forceX((node) => node.anchor[0]).strength(0.35))
    .force('y', d3.forceY((node) => node.anchor[1]).strength(0.35))
    .force('apart', d3.forceCollide((node) => radiusOf(node) + 1.5));
}

// Those who come where others stand already begin beside a partner.
function beginBesidePartners(shown) {
  for (const node of shown.nodes) {
    if (node.x !== undefined) continue;
    const partner = node.ties.map((tie) => (tie.source === node ? tie.target : tie.source)).find((one) => one.x !== undefined);
    if (!partner) continue;
    const angle = node.index * 2.4;
    node.x = partner.x + 30 * Math.cos(angle);
    node.y = partner.y + 30 * Math.sin(angle);
  }
}

// Lays out what is shown. Each view keeps where it had put everybody.
function relayout(shown) {
  const kept = layout.kept[layout.view];
  const fresh = kept.size === 0;
  for (const node of nodes) [node.x, node.y] = kept.get(node) ?? [undefined, undefined];
  for (const node of nodes) node.vx = node.vy = 0;
  if (!fresh) beginBesidePartners(shown);
  layout.simulation.nodes(shown.nodes);
  (layout.view === 'map' ? byMap : byForces)(layout.simulation, shown);
  layout.simulation.alpha(fresh ? 1 : 0.35);
  settle(fresh || matchMedia('(prefers-reduced-motion: reduce)').matches ? kFirstBudget : kBudget);
}

// Works for some milliseconds; tells whether there is more to do.
function settle(budget) {
  const {simulation} = layout;
  const end = performance.now() + budget;
  while (simulation.alpha() > simulation.alphaMin() && performance.now() < end) simulation.tick();
  const kept = layout.kept[layout.view];
  for (const node of simulation.nodes()) kept.set(node, [node.x, node.y]);
  return simulation.alpha() > simulation.alphaMin();
}
