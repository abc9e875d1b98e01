// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// The drawing: ties of one colour, dash and width in one stroke, then nodes, then the labels for which there is room,
// those of the best connected first. Also what lies under a point.

const canvas = document.getElementById('canvas');
const brush = canvas.getContext('2d');
const sight = {x: 0, y: 0, k: 1, width: 1, height: 1};  // screen = world * k + (x, y)
const kDashes = [[], [7, 4], [3, 3], [1.5, 3]];           // by factuality
const kBend = 13;
let colours = {};

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['back', 'text', 'dim', 'line', 'accent', 'node', 'land', ...groups])
    colours[name] = style.getPropertyValue('--' + name).trim();
}

function resize() {
  const ratio = window.devicePixelRatio || 1;
  const box = canvas.getBoundingClientRect();
  sight.width = box.width;
  sight.height = box.height;
  canvas.width = Math.max(1, Math.round(box.width * ratio));
  canvas.height = Math.max(1, Math.round(box.height * ratio));
}

function fit(shown) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {x, y} of shown.nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) [left, top, right, bottom] = [-1, -1, 1, 1];
  const margin = 30;
  const label = 90;  // room for the names on the right
  sight.k = Math.min(3, Math.max(0.02, Math.min((sight.width - 2 * margin - label) / (right - left || 1),
                                                (sight.height - 2 * margin) / (bottom - top || 1))));
  sight.x = (sight.width - label) / 2 - sight.k * (left + right) / 2;
  sight.y = sight.height / 2 - sight.k * (top + bottom) / 2;
}

const toScreen = (x, y) => [x * sight.k + sight.x, y * sight.k + sight.y];
const screenRadius = (node) => radiusOf(node) * Math.max(0.55, Math.min(1.6, Math.sqrt(sight.k)));

// Start, control point and end of a tie on the screen.
function curveOf(tie) {
  const [x1, y1] = toScreen(tie.source.x, tie.source.y);
  const [x2, y2] = toScreen(tie.target.x, tie.target.y);
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const bend = 2 * tie.bend * kBend * Math.max(0.5, Math.min(1.5, sight.k));
  return [x1, y1, (x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend, x2, y2];
}

function pointOn([x1, y1, cx, cy, x2, y2], t) {
  const s = 1 - t;
  return [s * s * x1 + 2 * s * t * cx + t * t * x2, s * s * y1 + 2 * s * t * cy + t * t * y2];
}

function drawMap() {
  brush.strokeStyle = colours.line;
  brush.lineWidth = 1;
  brush.beginPath();
  for (let longitude = -180; longitude <= 180; longitude += 30) {
    brush.moveTo(...toScreen(...project(longitude, -80)));
    brush.lineTo(...toScreen(...project(longitude, 85)));
  }
  for (const latitude of [-60, -30, 0, 30, 60]) {
    brush.moveTo(...toScreen(...project(-180, latitude)));
    brush.lineTo(...toScreen(...project(180, latitude)));
  }
  brush.stroke();
  brush.fillStyle = colours.land;
  for (const [longitude, latitude] of parsed.capitals) {
    const [x, y] = toScreen(...project(longitude, latitude));
    brush.fillRect(x - 2, y - 2, 4, 4);
  }
}

function drawTies(shown, isStrong) {
  const buckets = new Map();
  for (const tie of shown.ties) {
    const strong = isStrong(tie);
    const width = Math.min(2.2, 1 + 0.4 * Math.floor(Math.log2(tie.passing.length)));
    const key = `${strong}/${tie.type.group}/${tie.factuality}/${width}`;
    if (!buckets.has(key)) buckets.set(key, {strong, group: tie.type.group, factuality: tie.factuality, width, ties: []});
    buckets.get(key).ties.push(tie);
  }
  const arrows = shown.ties.length < 1200 || sight.k > 1;
  for (const bucket of [...buckets.values()].sort((a, b) => a.strong - b.strong)) {
    brush.globalAlpha = bucket.strong ? (shown.ties.length > 1000 ? 0.45 : 0.75) : 0.08;
    brush.strokeStyle = brush.fillStyle = colours[bucket.group];
    brush.lineWidth = bucket.width * (shown.ties.length > 3000 ? 0.6 : 1);
    brush.setLineDash(kDashes[bucket.factuality]);
    const curves = bucket.ties.map(curveOf);
    brush.beginPath();
    for (const [x1, y1, cx, cy, x2, y2] of curves) {
      brush.moveTo(x1, y1);
      brush.quadraticCurveTo(cx, cy, x2, y2);
    }
    brush.stroke();
    if (!arrows) continue;
    brush.setLineDash([]);
    brush.beginPath();
    bucket.ties.forEach((tie, i) => tie.type.symmetric || addArrow(curves[i], screenRadius(tie.target)));
    brush.fill();
  }
  brush.globalAlpha = 1;
  brush.setLineDash([]);
}

function addArrow([, , cx, cy, x2, y2], radius) {
  const length = Math.hypot(x2 - cx, y2 - cy);
  if (length < radius + 8) return;
  const [ux, uy] = [(x2 - cx) / length, (y2 - cy) / length];
  const [x, y] = [x2 - ux * (radius + 1), y2 - uy * (radius + 1)];
  brush.moveTo(x, y);
  brush.lineTo(x - 7 * ux + 3 * uy, y - 7 * uy - 3 * ux);
  brush.lineTo(x - 7 * ux - 3 * uy, y - 7 * uy + 3 * ux);
}

const kSquares = new Set(['igo', 'organization', 'company', 'agreement', 'government_body', 'facility']);

function addShape(type, x, y, r) {
  if (kSquares.has(type)) {
    brush.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
  } else if (type === 'person') {
    brush.moveTo(x, y - r * 1.2);
    brush.lineTo(x + r * 1.2, y);
    brush.lineTo(x, y + r * 1.2);
    brush.lineTo(x - r * 1.2, y);
    brush.closePath();
  } else if (type === 'armed_group' || type === 'armed_force') {
    brush.moveTo(x, y - r * 1.2);
    brush.lineTo(x + r * 1.1, y + r * 0.8);
    brush.lineTo(x - r * 1.1, y + r * 0.8);
    brush.closePath();
  } else {
    brush.moveTo(x + r, y);
    brush.arc(x, y, r, 0, 7);
  }
}

function drawNodes(shown, isStrong, chosen) {
  for (const node of shown.nodes) {
    const [x, y] = toScreen(node.x, node.y);
    brush.globalAlpha = isStrong(node) ? 1 : 0.25;
    brush.beginPath();
    addShape(node.type, x, y, screenRadius(node));
    brush.fillStyle = node === chosen ? colours.accent : colours.node;
    brush.fill();
    brush.strokeStyle = colours.back;
    brush.lineWidth = 1.2;
    brush.stroke();
  }
  brush.globalAlpha = 1;
}

// A grid of cells that are taken: quick to ask, and rough enough to keep labels apart.
function drawLabels(shown, isStrong, isChosen) {
  const taken = new Set();
  const cells = (x, y, width) => {
    const found = [];
    for (let column = Math.floor(x / 12); column <= Math.floor((x + width) / 12); ++column)
      for (let row = Math.floor((y - 6) / 12); row <= Math.floor((y + 6) / 12); ++row) found.push(column * 100003 + row);
    return found;
  };
  brush.font = '12px system-ui, sans-serif';
  brush.textBaseline = 'middle';
  brush.lineJoin = 'round';
  const order = [...shown.nodes].sort((a, b) => isStrong(b) - isStrong(a) || b.degree - a.degree || a.index - b.index);
  for (const node of order) {
    const [x, y] = toScreen(node.x, node.y);
    if (x < -80 || y < -10 || x > sight.width + 10 || y > sight.height + 10) continue;
    node.label ??= plain(node.name, 26);
    const width = brush.measureText(node.label).width;
    const r = screenRadius(node) + 3;
    const spots = [[x + r, y], [x - r - width, y], [x - width / 2, y - r - 6], [x - width / 2, y + r + 6]];
    const fits = ([left, middle]) => left > 0 && left + width < sight.width &&
      !cells(left, middle, width).some((cell) => taken.has(cell));
    const free = spots.find(fits);
    if (!isChosen(node) && (!isStrong(node) || !free)) continue;
    const [left, middle] = free ?? spots[0];
    for (const cell of cells(left, middle, width)) taken.add(cell);
    brush.strokeStyle = colours.back;
    brush.lineWidth = 3.5;
    brush.strokeText(node.label, left, middle);
    brush.fillStyle = colours.text;
    brush.fillText(node.label, left, middle);
  }
}

// The ties of what is chosen: {node}, {tie}, {dependence} or {}.
function tiesOf(chosen) {
  return chosen.node?.ties ?? chosen.dependence?.ties ?? (chosen.tie ? [chosen.tie] : []);
}

// What has nothing to do with what is chosen fades.
function draw(shown, chosen) {
  const ratio = canvas.width / sight.width;
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.fillStyle = colours.back;
  brush.fillRect(0, 0, sight.width, sight.height);
  if (layout.view === 'map') drawMap();
  const meant = tiesOf(chosen).filter((tie) => tie.isShown);
  const strongTies = meant.length > 0 ? new Set(meant) : undefined;
  const strongNodes = strongTies && new Set([chosen.node, ...[...strongTies].flatMap((tie) => [tie.source, tie.target])]);
  const tieIsStrong = (tie) => !strongTies || strongTies.has(tie);
  const nodeIsStrong = (node) => !strongNodes || strongNodes.has(node);
  drawTies(shown, tieIsStrong);
  drawNodes(shown, nodeIsStrong, chosen.node);
  drawLabels(shown, nodeIsStrong,
             (node) => node === chosen.node || (chosen.tie && (node === chosen.tie.source || node === chosen.tie.target)));
}

// The entity or tie under a point of the screen: {node}, {tie} or {}.
function under(shown, x, y) {
  let best = {};
  let nearest = 7;
  for (const node of shown.nodes) {
    const [nx, ny] = toScreen(node.x, node.y);
    const distance = Math.hypot(nx - x, ny - y) - screenRadius(node);
    if (distance < Math.min(nearest, 4)) {
      nearest = distance;
      best = {node};
    }
  }
  if (best.node) return best;
  for (const tie of shown.ties) {
    const curve = curveOf(tie);
    const [x1, y1, cx, cy, x2, y2] = curve;
    if (x < Math.min(x1, x2, cx) - 7 || x > Math.max(x1, x2, cx) + 7 || y < Math.min(y1, y2, cy) - 7 ||
        y > Math.max(y1, y2, cy) + 7) continue;
    let [px, py] = [x1, y1];
    for (let i = 1; i <= 16; ++i) {
      const [qx, qy] = pointOn(curve, i / 16);
      const distance = toSegment(x, y, px, py, qx, qy);
      if (distance < nearest) {
        nearest = distance;
        best = {tie};
      }
      [px, py] = [qx, qy];
    }
  }
  return best;
}

function toSegment(x, y, x1, y1, x2, y2) {
  const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
}
