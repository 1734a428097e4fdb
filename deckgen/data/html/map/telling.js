// The map told: node after node in the order of reading, its branch unfolded, all else dimmed.

let told = null;  // while it is told: the nodes in order, how far we are, and what was open before

function startTelling() {
  if (told) return;
  const order = branch(home);
  told = { order, at: -1, before: nodes.map(node => node.isOpen) };
  document.documentElement.classList.add("is-telling");
  byId("telling").hidden = false;
  const from = isRinged && isBelow(selected, home) ? selected.index - home.index : 0;
  tellAt(from);
}

function tellAt(index) {
  const node = told.order[index];
  if (!node) return;
  told.at = index;
  const above = new Set(ancestors(node));
  for (const other of told.order) {
    setOpen(other, other === node || above.has(other));
    other.isLit = other === node || above.has(other) || other.parent === node;
  }
  arrange();
  byId("count").textContent = say("hits", { at: index + 1, count: told.order.length });
  announce(node.title);
  choose(node, {});
  isRinged = node.children.length === 0;
  frameTold(node);
}

// The window holds the node and its points; a point alone is shown among its siblings, so that the
// window rests while they are told one after the other.
function frameTold(node) {
  const head = node.children.length || node === home ? node : node.parent;
  const whole = boundsOf([head, ...head.children], target);
  const close = fitting(whole, 0.05, 1.15, size.width < 700 ? 20 : 56);
  if (close.k >= readable() + 0.1) return glide(close, 520);
  if (node === head) return glide(fitting(boundsOf([node, ...node.children.slice(0, 6)], target), 0.8, 1.15, 56), 520);
  return centre(node, 0.9, 520);
}

function tellBy(step) {
  const next = told.at + step;
  if (next >= 0 && next < told.order.length) tellAt(next);
}

// From one top branch to the next.
function tellBranch(step) {
  const tops = told.order.filter(node => node.depth <= home.depth + 1);
  const list = step > 0 ? tops : tops.toReversed();
  const next = list.find(node => (node.index - told.order[told.at].index) * step > 0);
  if (next) tellAt(next.index - home.index);
}

function stopTelling() {
  const node = told.order[told.at];
  nodes.forEach((other, i) => {
    setOpen(other, told.before[i]);
    other.isLit = true;
  });
  told = null;
  ancestors(node).forEach(above => setOpen(above, true));
  document.documentElement.classList.remove("is-telling");
  byId("telling").hidden = true;
  arrange();
  choose(node);
  node.group.focus({ preventScroll: true });
  centre(node);
}

function swiped(event) {
  const x = event.clientX - path.start.x, y = event.clientY - path.start.y;
  if (Math.abs(x) > 40 && Math.abs(x) > 1.5 * Math.abs(y)) tellBy(x < 0 ? 1 : -1);
}

const TELLING = {
  ArrowRight: () => tellBy(1), PageDown: () => tellBy(1), " ": () => tellBy(1), Enter: () => tellBy(1),
  ArrowLeft: () => tellBy(-1), PageUp: () => tellBy(-1), Backspace: () => tellBy(-1),
  ArrowDown: () => tellBranch(1), ArrowUp: () => tellBranch(-1),
  Home: () => tellAt(0), End: () => tellAt(told.order.length - 1),
};

byId("tell").addEventListener("click", startTelling);
byId("last").addEventListener("click", () => tellBy(-1));
byId("coming").addEventListener("click", () => tellBy(1));
byId("done").addEventListener("click", stopTelling);
