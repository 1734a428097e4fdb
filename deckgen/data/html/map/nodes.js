// The tree: what every node is, where it stands, which branches are folded.
// Nodes stand in reading order, so that a branch is the stretch from its head up to `end`.

document.documentElement.classList.add("live");
addEventListener("DOMContentLoaded", () => {

const byId = id => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const say = (name, values = {}) => data.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

const groups = [...byId("nodes").children];
const nodes = data.nodes.map(([parent, x, y, w, h, left = 0, up = 0, right = 0, down = 0, twin = ""], index) => ({
  index, x, y, w, h, twin,
  home: { x, y },  // where the drawing has it; `x` and `y` are where it stands now
  over: { left, up, right, down },  // how far its marks reach beyond its box
  parent: parent < 0 ? null : parent,  // a number until all are made
  children: [],
  end: index + 1,
  depth: 0,
  group: groups[index],
  key: groups[index].id,
  title: groups[index].getAttribute("aria-label"),
  about: null,
  edge: null,
  isOpen: true,
  isShown: true,
  isLit: true,
  isHit: false,
  alpha: 1,
}));
for (const node of nodes) {
  if (node.parent === null) continue;
  node.parent = nodes[node.parent];
  node.depth = node.parent.depth + 1;
  node.parent.children.push(node);
}
for (let i = nodes.length - 1; i > 0; i--) {
  const { parent, end } = nodes[i];
  parent.end = Math.max(parent.end, end);
}
for (const template of document.querySelectorAll("template[id^=about-]")) {
  nodes[+template.id.slice(6)].about = template;
}
const root = nodes[0];
const byKey = new Map(nodes.map(node => [node.key, node]));
let home = root;  // the head of what is shown: the root, or a branch that was chosen

const branch = node => nodes.slice(node.index, node.end);
const count = node => node.end - node.index - 1;
const isBelow = (node, head) => node.index >= head.index && node.index < head.end;

function ancestors(node) {
  const found = [];
  for (let above = node.parent; above; above = above.parent) found.unshift(above);
  return found;
}

// Says of every node whether it is shown: all above it, up to `home`, are open.
function reveal() {
  for (const node of nodes) {
    const above = node.parent;
    node.isShown = node === home || (above !== null && above.isShown && above.isOpen);
  }
}

const shownChildren = node => (node.isOpen ? node.children : []);
const deepest = () => nodes.reduce((most, node) => Math.max(most, node.depth), 0);

function tellState(node) {
  if (node.children.length) node.group.setAttribute("aria-expanded", node.isOpen);
}
nodes.forEach(tellState);
