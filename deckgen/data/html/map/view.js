// Where the window stands over the map: a place, a scale, and the ways between.

const map = byId("map"), sheet = byId("sheet"), world = byId("world");
const LEAST = 0.02, MOST = 4;
const view = { x: 0, y: 0, k: 1 };  // a point p of the map is at p * k + (x, y) of the window
const size = { width: 1, height: 1 };
// The least scale at which the theme's small letters can be read; a phone is held closer.
const SMALL = Math.min(24, ...[...byId("nodes").querySelectorAll("text[font-size]")].slice(0, 60).map(text => +text.getAttribute("font-size")));
const readable = () => (size.width < 700 ? 7.4 : 9.6) / SMALL;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const pace = ms => (calm.matches ? 0 : ms);

const moves = new Set();  // what changes with time: functions of the hour, true while they go on
let isDue = false;

function dirty() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(now => {
    isDue = false;
    for (const move of moves) if (!move(now)) moves.delete(move);
    paint();
    if (moves.size) dirty();
  });
}

// Runs `step` with how far it is, 0 to 1, over so many milliseconds; at once where nothing may move.
function run(ms, step, done = () => {}) {
  if (pace(ms) === 0) {
    step(1);
    done();
    dirty();
    return () => {};
  }
  let start = 0;
  const move = now => {
    start ||= now;
    const share = Math.min(1, (now - start) / ms);
    step(1 - (1 - share) ** 3);
    if (share < 1) return true;
    done();
    return false;
  };
  moves.add(move);
  dirty();
  return () => moves.delete(move);
}

let stopGlide = () => {};

function look(x, y, k) {
  view.k = within(k, LEAST, MOST);
  view.x = x;
  view.y = y;
  dirty();
}

// Goes to a place in one sweep, the scale by even factors.
function glide(to, ms = 380) {
  stopGlide();
  const from = { ...view }, k = within(to.k, LEAST, MOST);
  const middle = { x: size.width / 2, y: size.height / 2 };
  const at = one => ({ x: (middle.x - one.x) / one.k, y: (middle.y - one.y) / one.k });
  const start = at(from), end = at({ ...to, k });
  stopGlide = run(ms, share => {
    const now = from.k * (k / from.k) ** share;
    // what is in the middle moves evenly on the screen, not on the map
    const part = Math.abs(k / from.k - 1) < 0.001 ? share : (1 / now - 1 / from.k) / (1 / k - 1 / from.k);
    const x = start.x + (end.x - start.x) * part, y = start.y + (end.y - start.y) * part;
    look(middle.x - x * now, middle.y - y * now, now);
  });
}

function zoomAt(x, y, factor) {
  stopGlide();
  const k = within(view.k * factor, LEAST, MOST), by = k / view.k;
  look(x - (x - view.x) * by, y - (y - view.y) * by, k);
}

function zoomBy(factor) {
  const k = within(view.k * factor, LEAST, MOST), by = k / view.k;
  const { x, y } = middleOfRoom();
  glide({ x: x - (x - view.x) * by, y: y - (y - view.y) * by, k }, 180);
}

// The part of the window that no panel or bar covers.
function room() {
  const isNarrow = size.width <= 640;
  const panel = byId("panel"), isOpen = !panel.hidden;
  const side = isOpen && !isNarrow ? panel.offsetWidth + 12 : 0;
  const foot = isOpen && isNarrow ? panel.offsetHeight : byId("telling").hidden ? 0 : 64;
  return { x: 0, y: 52, width: size.width - side, height: Math.max(80, size.height - 52 - foot) };
}

function middleOfRoom() {
  const { x, y, width, height } = room();
  return { x: x + width / 2, y: y + height / 2 };
}

// The view that shows a frame of the map in the middle, as large as it fits, within bounds.
function fitting(frame, least = LEAST, most = 1, margin = size.width < 700 ? 12 : 28) {
  const { width, height } = room();
  const k = within(Math.min((width - 2 * margin) / frame.width, (height - 2 * margin) / frame.height), least, most);
  const { x, y } = middleOfRoom();
  return { x: x - (frame.x + frame.width / 2) * k, y: y - (frame.y + frame.height / 2) * k, k };
}

const shown = () => nodes.filter(node => node.isShown);
const target = node => node.to ?? node;

function fit(ms = 380) {
  glide(fitting(boundsOf(shown(), target)), ms);
}

// The least way that brings a frame into the window; what is too large shows its start.
function nudge(frame, ms = 300) {
  const free = room(), k = view.k, margin = 24;
  const axis = (start, length, from, span, shift) => {
    const near = start * k + shift, far = (start + length) * k + shift;
    if (far - near > span - 2 * margin) return near < from + margin || near > from + span / 2 ? from + margin - near : 0;
    if (near < from + margin) return from + margin - near;
    if (far > from + span - margin) return from + span - margin - far;
    return 0;
  };
  const dx = axis(frame.x, frame.width, free.x, free.width, view.x);
  const dy = axis(frame.y, frame.height, free.y, free.height, view.y);
  if (dx || dy) glide({ x: view.x + dx, y: view.y + dy, k }, ms);
}

// Puts a node into the middle, at a scale at which it can be read.
function centre(node, least = readable(), ms = 420) {
  const k = Math.max(view.k, least), { x, y } = middleOfRoom(), at = target(node);
  glide({ x: x - (at.x + node.w / 2) * k, y: y - (at.y + node.h / 2) * k, k }, ms);
}

// Puts the whole map into view where it can be read so, else its head and what is near it.
function start() {
  const whole = fitting(boundsOf(shown(), target));
  if (whole.k >= readable()) return look(whole.x, whole.y, whole.k);
  const near = boundsOf(shown().filter(node => node.depth <= home.depth + 1), target);
  const frame = fitting(near, readable(), 1);
  const at = target(home), { x, y } = middleOfRoom();
  const fits = near.width * frame.k < size.width && near.height * frame.k < size.height;
  if (fits || !isTree) return look(frame.x, frame.y, frame.k);
  // towards where the branches are: the head stands at the other side
  const side = Math.sign(near.x + near.width / 2 - at.x - home.w / 2);
  const lean = Math.abs(near.x + near.width / 2 - at.x - home.w / 2) > near.width / 4 ? side : 0;
  const k = readable() + (size.width < 700 ? 0 : 0.13), margin = size.width < 700 ? 12 : 40;
  const left = lean ? (lean > 0 ? margin : size.width - margin - home.w * k) : x - home.w * k / 2;
  return look(left - at.x * k, (structure === "org" ? 90 : y - home.h * k / 2) - at.y * k, k);
}
