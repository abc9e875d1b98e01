// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
//
// Holds the state - what is shown, what is chosen - and ties data, layout, drawing and panel together.

const kMostAdded = 100;  // ties of what is chosen, besides those that the filters show

let chosen = {};
let shown = filtered([]);
let waiting = false;
let wasFitted = true;  // the window follows the layout until somebody moves or zooms

// Draws in the next frame, and goes on while the layout settles.
function redraw() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const more = settle(kBudget);
    if (wasFitted) fit(shown);
    draw(shown, chosen);
    if (more) redraw();
  });
}

function tellStatus() {
  const left = shown.passing - shown.ties.length;
  document.getElementById('status').textContent =
    `${shown.nodes.length} entities, ${shown.ties.length} ties` + (left > 0 ? ` (${left} more pass)` : '');
}

function choose(next) {
  chosen = next;
  if (tiesOf(chosen).some((tie) => tie.passing.length > 0 && !tie.isShown)) changed();
  else showChosen(chosen, choose);
  if (next.node || next.tie || next.dependence) openTab('chosen');
  const at = next.node ?? next.tie?.source;
  if (at && at.degree > 0) {  // into sight
    const [x, y] = toScreen(at.x, at.y);
    if (x < 0 || y < 0 || x > sight.width || y > sight.height) {
      wasFitted = false;
      sight.x += sight.width / 2 - x;
      sight.y += sight.height / 2 - y;
    }
  }
  redraw();
}

function changed() {
  const own = [...tiesOf(chosen)].sort((a, b) => b.documents - a.documents || b.score - a.score);
  shown = filtered(own.slice(0, kMostAdded));
  relayout(shown);
  showDependences(choose);
  showTies(shown, choose);
  showChosen(chosen, choose);
  tellStatus();
  redraw();
}

function zoom(factor, x = sight.width / 2, y = sight.height / 2) {
  const k = Math.max(0.02, Math.min(20, sight.k * factor));
  sight.x = x - (x - sight.x) * k / sight.k;
  sight.y = y - (y - sight.y) * k / sight.k;
  sight.k = k;
  wasFitted = false;
  redraw();
}

function move(x, y) {
  sight.x += x;
  sight.y += y;
  wasFitted = false;
  redraw();
}

function fitAgain() {
  wasFitted = true;
  redraw();
}

function nextTie(step) {
  if (shown.ties.length === 0) return;
  const at = shown.ties.indexOf(chosen.tie);
  choose({tie: shown.ties[at < 0 ? 0 : (at + step + shown.ties.length) % shown.ties.length]});
  document.getElementById('status').textContent = describeTie(chosen.tie);
}

const kKeys = {
  ArrowLeft: () => move(40, 0), ArrowRight: () => move(-40, 0), ArrowUp: () => move(0, 40), ArrowDown: () => move(0, -40),
  '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), 0: fitAgain, n: () => nextTie(1), p: () => nextTie(-1),
  Escape: () => choose({}),
};

function listenToKeys() {
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = kKeys[event.key] ?? kKeys[event.key.toLowerCase()];
    if (!act) return;
    act();
    event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.matches('input[type="text"]')) return;
    document.getElementById('search').focus();
    event.preventDefault();
  });
}

function hint(x, y) {
  const box = document.getElementById('hint');
  const what = under(shown, x, y);
  box.hidden = !what.node && !what.tie;
  canvas.classList.toggle('over', !box.hidden);
  if (box.hidden) return;
  box.textContent = what.node ? plain(what.node.name, 120) : `${describeTie(what.tie)} (${what.tie.passing.length})`;
  box.style.left = `${Math.min(x + 12, sight.width - 180)}px`;
  box.style.top = `${Math.min(y + 14, sight.height - 40)}px`;
}

// Dragging moves the picture; a press that stays in place chooses what is under it; two fingers zoom.
function listenToPointer() {
  const down = new Map();
  let moved = 0;
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, [event.offsetX, event.offsetY]);
    moved = 0;
  });
  canvas.addEventListener('pointermove', (event) => {
    const [x, y] = [event.offsetX, event.offsetY];
    const before = down.get(event.pointerId);
    if (!before) return hint(x, y);
    moved += Math.abs(x - before[0]) + Math.abs(y - before[1]);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const apart = ([px, py]) => Math.hypot(px - other[0], py - other[1]) || 1;
      zoom(apart([x, y]) / apart(before), ...other);
    } else if (moved > 4) {
      move(x - before[0], y - before[1]);
    }
    down.set(event.pointerId, [x, y]);
  });
  const up = (event) => {
    if (down.delete(event.pointerId) && event.type === 'pointerup' && moved <= 4)
      choose(under(shown, event.offsetX, event.offsetY));
  };
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', () => { document.getElementById('hint').hidden = true; });
  canvas.addEventListener('wheel', (event) => {
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.offsetX, event.offsetY);
    event.preventDefault();
  }, {passive: false});
}

function listenToTheme() {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  let dark = system.matches;
  const apply = () => {
    root.classList.toggle('dark', dark);
    root.dataset.theme = dark ? 'dark' : 'light';
    readColours();
    redraw();
  };
  const set = (value) => { dark = value; apply(); };
  system.addEventListener('change', () => set(system.matches));
  document.getElementById('theme').addEventListener('click', () => set(!dark));
  apply();
}

function start() {
  makeFilters(changed);
  makeSearch(choose);
  listenToTabs();
  listenToKeys();
  listenToPointer();
  document.getElementById('fit').addEventListener('click', fitAgain);
  for (const input of document.querySelectorAll('input[name="view"]')) {
    input.disabled = input.value === 'map' && parsed.capitals.length === 0;
    input.addEventListener('change', () => {
      layout.view = input.value;
      wasFitted = true;
      changed();
    });
  }
  new ResizeObserver(() => { resize(); redraw(); }).observe(canvas);
  resize();
  openTab(dependences.length > 0 ? 'dependence' : 'ties');
  changed();
  listenToTheme();
  // For programs that drive the page: where something is drawn, in pixels of the window.
  window.ententePage = {
    isSettled: () => layout.simulation.alpha() <= layout.simulation.alphaMin(),
    middleOf: (id) => {
      const tie = shown.ties.find((one) => one.id === id);
      const box = canvas.getBoundingClientRect();
      const [x, y] = pointOn(curveOf(tie), 0.5);
      return [x + box.left, y + box.top];
    },
  };
}

start();
