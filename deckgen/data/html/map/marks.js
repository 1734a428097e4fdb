// What the page adds to nodes: the knob that folds, the ring round the one that is chosen, the words
// that were looked for.

const SVG = "http://www.w3.org/2000/svg";
let selected = root;
let isRinged = false;

function draw(tag, attributes, parent) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent?.append(element);
  return element;
}

const ring = draw("rect", { id: "ring", "aria-hidden": "true" }, world);

function paintRing() {
  const isSeen = isRinged && (selected.isShown || selected.alpha > 0);
  ring.style.display = isSeen ? "" : "none";
  if (!isSeen) return;
  ring.setAttribute("stroke", inkOf(selected));
  const pad = 5 / Math.sqrt(Math.max(view.k, 0.2));
  const at = { x: selected.x - pad, y: selected.y - pad, width: selected.w + 2 * pad, height: selected.h + 2 * pad };
  for (const [name, value] of Object.entries(at)) ring.setAttribute(name, value.toFixed(2));
  ring.setAttribute("rx", Math.min(10, at.height / 2));
}

// The colour that a node's branch is written in.
function inkOf(node) {
  const role = node.edge?.color.match(/--accent\d/);
  return role ? `var(${role[0]}-ink)` : "var(--muted)";
}

// Where branches leave a node, and which way that is.
function outlet(node) {
  const { home: { x, y }, w, h } = node;
  const [px, py] = node.children[0].edge?.start ?? [x + w, y + h / 2];
  const isTurned = structure === "balanced" && sideOf(node) !== homeSideOf(node);
  if (isTurned) return { dx: 1, dy: 0, x: x + w, y: within(py, y, y + h) };
  const isList = Math.abs(py - y - h) < 1 && Math.abs(px - x - w / 2) > 1 && px > x + 1 && px < x + w - 1;
  if (isList) return { dx: 1, dy: 0, x: x + w, y: y + h / 2 };  // below it is the next row
  const sides = [
    [x + w - px, 1, 0, x + w, py], [px - x, -1, 0, x, py], [y + h - py, 0, 1, px, y + h], [py - y, 0, -1, px, y],
  ];
  // the corner of an underlined node is its side, not its foot
  const [, dx, dy, ox, oy] = sides.reduce((best, side) => (side[0] < best[0] - 0.5 ? side : best));
  return { dx, dy, x: within(ox, x, x + w), y: within(oy, y, y + h) };
}

function makeKnob(node) {
  const knob = draw("g", { class: "fold", "aria-hidden": "true" }, node.group);
  node.knob = knob;
  knob.append(draw("rect", { class: "reach" }), draw("rect", { class: "face" }), draw("path", { class: "minus" }), draw("text", {}));
  const accent = node.children[0].edge?.color ?? node.edge?.color ?? "var(--muted)";
  knob.children[1].setAttribute("stroke", accent);
  knob.children[2].setAttribute("stroke", accent);
  return knob;
}

function setKnob(node) {
  const [reach, face, minus, text] = (node.knob ?? makeKnob(node)).children;
  const { dx, dy, x, y } = outlet(node);
  const words = node.isOpen ? "" : String(count(node));
  const width = words ? 11 + 7 * words.length : 15, height = words ? 19 : 15;
  const cx = x + dx * (width / 2 + (words ? 4 : 1)), cy = y + dy * (height / 2 + (words ? 4 : 1));
  const box = (element, pad) => Object.entries({
    x: cx - width / 2 - pad, y: cy - height / 2 - pad, width: width + 2 * pad, height: height + 2 * pad,
    rx: height / 2 + pad,
  }).forEach(([name, value]) => element.setAttribute(name, value));
  box(reach, 7);
  box(face, 0);
  minus.setAttribute("d", words ? "" : `M${cx - 3.5} ${cy}h7`);
  text.setAttribute("x", cx);
  text.setAttribute("y", cy + 4.3);
  text.textContent = words;
  node.knob.classList.toggle("is-folded", Boolean(words));
}

// Brings a node's marks up to its state; called for every node in the window, every time.
function furnish(node) {
  const state = `${node.isOpen}${node.isHit}${node === home}${isNarrow()}`;
  if (node.dressed === state) return;
  node.dressed = state;
  if (node.children.length && node !== home) setKnob(node);
  else node.knob?.remove(), node.knob = null;
  node.group.classList.toggle("hit", node.isHit);
  markWords(node);
}

// ---- the words that were looked for ----------------------------------------------------------------

let wanted = [];  // what is looked for, folded to plain letters

function markWords(node) {
  node.group.querySelectorAll(".found").forEach(mark => mark.remove());
  if (!node.isHit) return;
  const { home: { x, y }, w: width, h: height } = node;
  const whole = draw("rect", { class: "found whole", x: x - 4, y: y - 2, width: width + 8, height: height + 4, rx: 7 });
  node.group.prepend(whole);  // below a ground only its edge is seen
  for (const text of node.group.querySelectorAll(":scope > g text")) {
    const words = simple(text.textContent);
    if (words.length !== text.textContent.length) continue;
    for (const word of wanted) {
      for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + word.length)) {
        queueMicrotask(() => markSpan(text, at, at + word.length - 1));
      }
    }
  }
}

function markSpan(text, first, last) {
  if (!text.isConnected || last >= text.getNumberOfChars()) return;
  const from = text.getStartPositionOfChar(first), to = text.getEndPositionOfChar(last);
  const height = number(text, "font-size") * 1.25;
  const mark = draw("rect", {
    class: "found", x: from.x - 1, y: from.y - height * 0.78, width: to.x - from.x + 2, height, rx: 3,
  });
  text.before(mark);
}
