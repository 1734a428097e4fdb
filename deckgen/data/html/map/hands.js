// Hands on the map: a mouse or a finger moves it, two fingers or the wheel change its scale.

const held = new Map();  // pointers that are down: where they are, by their ids
let path = null;  // of one pointer: where it came down, and how fast it moves
let pinch = 0;  // the distance of two fingers
let hasDragged = false;
const SLOP = 5;

function nodeAt(x, y) {
  const px = (x - view.x) / view.k, py = (y - view.y) / view.k, pad = 4 / view.k;
  let found = null;
  for (const node of nodes) {
    if (!node.isShown || px < node.x - pad || px > node.x + node.w + pad) continue;
    if (py < node.y - pad || py > node.y + node.h + pad) continue;
    found = node;
  }
  return found;
}

const apart = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y);
const between = ([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

map.addEventListener("pointerdown", event => {
  if (event.button > 1) return;
  stopGlide();
  const point = { x: event.clientX, y: event.clientY };
  held.set(event.pointerId, point);
  if (held.size === 1) {
    path = { start: point, last: point, vx: 0, vy: 0, at: event.timeStamp, target: event.target };
    hasDragged = false;
  } else if (held.size === 2) {
    pinch = apart([...held.values()]);
    hasDragged = true;
  }
});

map.addEventListener("pointermove", event => {
  const before = held.get(event.pointerId);
  const point = { x: event.clientX, y: event.clientY };
  if (!before) return hover(point);
  if (held.size === 2) {
    const old = between([...held.values()]);
    held.set(event.pointerId, point);
    const now = between([...held.values()]), distance = apart([...held.values()]);
    look(view.x + now.x - old.x, view.y + now.y - old.y, view.k);
    zoomAt(now.x, now.y, distance / (pinch || distance));
    pinch = distance;
    return;
  }
  held.set(event.pointerId, point);
  if (!hasDragged && Math.hypot(point.x - path.start.x, point.y - path.start.y) < SLOP) return;
  if (!hasDragged) {
    hasDragged = true;
    map.setPointerCapture(event.pointerId);
    map.classList.add("is-held");
  }
  const ms = Math.max(1, event.timeStamp - path.at);
  path.vx = 0.7 * (point.x - path.last.x) / ms + 0.3 * path.vx;
  path.vy = 0.7 * (point.y - path.last.y) / ms + 0.3 * path.vy;
  path.at = event.timeStamp;
  look(view.x + point.x - path.last.x, view.y + point.y - path.last.y, view.k);
  path.last = point;
});

function release(event) {
  if (!held.delete(event.pointerId)) return;
  map.classList.remove("is-held");
  if (held.size === 1) {  // the finger that stays goes on moving the map
    const [point] = held.values();
    path = { ...path, last: point, vx: 0, vy: 0, at: event.timeStamp };
    return;
  }
  if (hasDragged) {
    if (told && event.pointerType !== "mouse") return swiped(event);
    const speed = Math.hypot(path.vx, path.vy), isFresh = event.timeStamp - path.at < 60;
    if (speed > 0.25 && isFresh) glide({ x: view.x + path.vx * 160, y: view.y + path.vy * 160, k: view.k }, 500);
    return;
  }
  if (event.type === "pointerup" && !path.target.closest("a")) tapped(event);
}
map.addEventListener("pointerup", release);
map.addEventListener("pointercancel", release);
map.addEventListener("click", event => { if (hasDragged) event.preventDefault(); }, true);

let tapAt = 0, tapOn = null;

function tapped(event) {
  const knob = path.target.closest?.(".fold");
  const node = knob ? byKey.get(knob.parentNode.id) : nodeAt(event.clientX, event.clientY);
  const isTwice = event.timeStamp - tapAt < 350 && tapOn === node;
  tapAt = event.timeStamp;
  tapOn = node;
  if (told && !knob) return tellBy(1);
  if (knob) return toggle(node);
  if (!node) {
    if (isTwice) return fit();
    unchoose();
    shutPanel();
    return;
  }
  if (isTwice && node.children.length) return toggle(node);
  choose(node);
  node.group.focus({ preventScroll: true });
  if (isWorthIt(node)) openPanel(node);
}

let over = null;

function hover({ x, y }) {
  const node = isFar ? null : nodeAt(x, y);
  if (node === over) return;
  over?.group.classList.remove("over");
  over = node;
  over?.group.classList.add("over");
  map.classList.toggle("on-node", Boolean(node));
}
map.addEventListener("pointerleave", () => hover({ x: -1e9, y: -1e9 }));

// A wheel changes the scale; two fingers on a touchpad move the map, and with Ctrl (or a pinch,
// which browsers tell the same way) change the scale too.
let wheelKind = "", wheelAt = 0;

map.addEventListener("wheel", event => {
  event.preventDefault();
  stopGlide();
  const unit = event.deltaMode === 1 ? 33 : event.deltaMode === 2 ? size.height : 1;
  const dx = event.deltaX * unit, dy = event.deltaY * unit;
  if (event.timeStamp - wheelAt > 250) {
    const isPad = event.deltaMode === 0 && (dx !== 0 || Math.abs(dy) < 50 || !Number.isInteger(event.deltaY));
    wheelKind = isPad && !event.ctrlKey ? "pad" : "wheel";
  }
  wheelAt = event.timeStamp;
  if (event.ctrlKey || event.metaKey || wheelKind === "wheel" && !event.shiftKey) {
    const step = within(-dy, -120, 120) * (event.ctrlKey && Math.abs(dy) < 50 ? 0.01 : 0.0016);
    zoomAt(event.clientX, event.clientY, Math.exp(step));
  } else {
    look(view.x - (event.shiftKey && !dx ? dy : dx), view.y - (event.shiftKey && !dx ? 0 : dy), view.k);
  }
}, { passive: false });

for (const [id, act] of Object.entries({
  in: () => zoomBy(1.3),
  out: () => zoomBy(1 / 1.3),
  scale: () => zoomBy(1 / view.k),
  fit: () => fit(),
})) byId(id).addEventListener("click", act);
