// What is in the window, as elements; and as a picture where that would be too many.

const layers = { grounds: byId("grounds"), edges: byId("edges"), marks: byId("marks"), ties: byId("ties"), nodes: byId("nodes") };
const MANY = 420, FEWER = 340;  // nodes in the window that are too many as elements, and few enough again
let isFar = false;
let isAtHome = true;  // every node stands where the drawing has it
let stamp = 0;

for (const layer of Object.values(layers)) layer.replaceChildren();

// Leaves exactly these elements in a layer, in their order; those that stay are not touched.
function keep(layer, wanted) {
  stamp++;
  for (const element of wanted) element.seen = stamp;
  for (let child = layer.firstChild; child;) {
    const next = child.nextSibling;
    if (child.seen !== stamp && child !== holding(layer)) child.remove();
    child = next;
  }
  let at = layer.firstChild;
  for (const element of wanted) {
    if (element === at) at = at.nextSibling;
    else layer.insertBefore(element, at);
  }
}

// The element that has the keyboard is not taken out while its node is shown.
function holding(layer) {
  const held = layer.contains(document.activeElement) ? document.activeElement.closest(".node") : null;
  return held && byKey.get(held.id).isShown ? held : null;
}

function windowed(margin) {
  const pad = margin / view.k;
  return {
    left: -view.x / view.k - pad, top: -view.y / view.k - pad,
    right: (size.width - view.x) / view.k + pad, bottom: (size.height - view.y) / view.k + pad,
  };
}

const isOutside = (left, top, right, bottom, box) =>
  right < box.left || left > box.right || bottom < box.top || top > box.bottom;

function seenNodes(box) {
  return nodes.filter(node => (node.isShown || node.alpha > 0) && !isOutside(
    node.x - node.over.left, node.y - node.over.up,
    node.x + node.w + node.over.right, node.y + node.h + node.over.down, box));
}

// Edges lie between their ends, or a little beside them.
function seenEdges(box) {
  return nodes.filter(node => {
    const { parent: from, edge } = node;
    if (!edge || node === home || !(node.isShown || node.alpha > 0)) return false;
    return !isOutside(
      Math.min(node.x, from.x) - 40, Math.min(node.y, from.y) - 40,
      Math.max(node.x + node.w, from.x + from.w) + 40, Math.max(node.y + node.h, from.y + from.h) + 40, box);
  });
}

// Sets an attribute that has changed; what it was is remembered beside it.
function setAttribute(element, name, value) {
  if (element[`own-${name}`] === value) return;
  element[`own-${name}`] = value;
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

function paintNode(node) {
  const dx = node.x - node.home.x, dy = node.y - node.home.y;
  setAttribute(node.group, "transform", dx || dy ? `translate(${dx.toFixed(2)} ${dy.toFixed(2)})` : "");
  setAttribute(node.group, "opacity", faded(node));
  furnish(node);
  return node.group;
}

const DIM = 0.22;
const lightOf = node => (node.isLit ? 1 : DIM) * node.alpha;
const faded = node => (lightOf(node) < 0.995 ? lightOf(node).toFixed(3) : "");

function paintEdge(node) {
  const path = drawEdge(node);
  const light = Math.min(lightOf(node), node.parent.isLit ? 1 : DIM);
  setAttribute(path, "opacity", light < 0.995 ? light.toFixed(3) : "");
  return path;
}

function seenMarks() {
  if (isTree && isAtHome) return marks.map(mark => setAttribute(mark, "transform", "") ?? mark);
  if (isTree) return [...(trunk && home === root ? [drawTrunk()] : []), ...labels.filter(isOwned).map(moveLabel)];
  if (!ownersKnown) {
    layers.marks.replaceChildren(...marks);
    findOwners();
  }
  return marks.filter(mark => !mark.owner || (mark.owner.isShown && mark.owner.isOpen));
}

const seenTies = () => ties.filter(({ a, b }) => a.isShown && b.isShown && a.isLit && b.isLit);

function paint() {
  if (isPrinting) return;
  const box = windowed(60);
  const seen = seenNodes(box);
  isFar = seen.length > (isFar ? FEWER : MANY);
  map.classList.toggle("is-far", isFar);
  if (isFar) {
    keep(layers.nodes, selected.isShown ? [paintNode(selected)] : []);
    keep(layers.edges, []);
    keep(layers.grounds, seenGrounds());
    keep(layers.marks, seenMarks());
    keep(layers.ties, []);
    paintFar(seen, box);
  } else {
    keep(layers.nodes, seen.map(paintNode));
    keep(layers.edges, seenEdges(box).map(paintEdge));
    keep(layers.grounds, seenGrounds());
    keep(layers.marks, seenMarks());
    keep(layers.ties, seenTies().map(drawTie));
    clearFar();
  }
  const { x, y, k } = view;
  world.setAttribute("transform", `matrix(${k} 0 0 ${k} ${x} ${y})`);
  paintRing();
  byId("scale").textContent = `${Math.round(k * 100)}%`;
}
