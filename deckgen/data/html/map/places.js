// Where nodes stand when branches are folded: the structures that close up. In all others the
// places stay as they were drawn. Numbers are those of the drawing itself; `to` is a node's place.

const [LEVEL, SIBLING] = data.gaps;
const INDENT = 26 * 4 / 3, DROP = 0.9 * LEVEL;
const structure = data.structure;
const isTree = structure !== "";
const within = (value, least, most) => Math.min(most, Math.max(least, value));

function place() {
  for (const node of nodes) node.to = node.home;
  const isWhole = home === root && nodes.every(node => node.isShown);
  if (isWhole && !isNarrow()) return;  // the whole map is as it was drawn
  if (structure === "org" || structure === "org_up") placeRanks(structure === "org_up");
  else if (structure === "tree") placeColumns();
  else if (isTree) placeSides();
}

// Moves what was placed so that the head stays where the drawing has it.
function settle(placed) {
  const dx = home.home.x - home.to.x, dy = home.home.y - home.to.y;
  for (const node of placed) node.to = { x: node.to.x + dx, y: node.to.y + dy };
}

// ---- logic, logic_left, balanced -----------------------------------------------------------------

// In a narrow window there is no room for two sides, nor for columns side by side.
const isNarrow = () => size.width < 700 && (structure === "balanced" || structure === "tree");

function sideOf(node) {
  return isNarrow() ? 1 : homeSideOf(node);
}

// The side that a node has in the drawing.
function homeSideOf(node) {
  if (structure === "logic_left") return -1;
  if (structure === "logic" || node === root) return 1;
  let top = node;
  while (top.parent !== root) top = top.parent;
  return top.home.x + top.w / 2 < root.home.x + root.w / 2 ? -1 : 1;
}

function placeSides() {
  const heights = new Float64Array(nodes.length);
  const gapOf = node => SIBLING * [2.4, 1.5, 1][Math.min(node.depth, 2)];
  const shown = branch(home).filter(node => node.isShown);
  for (const node of shown.toReversed()) {
    const room = gapOf(node) * Math.max(0, shownChildren(node).length - 1);
    heights[node.index] = Math.max(node.h, heights[node.index] + room);
    if (node !== home) heights[node.parent.index] += heights[node.index];
  }
  const middle = { x: home.home.x + home.w / 2, y: home.home.y + home.h / 2 };
  for (const sign of [1, -1]) {
    const heads = shownChildren(home).filter(child => sideOf(child) === sign);
    if (!heads.length) continue;
    heights[home.index] = heads.reduce((sum, head) => sum + heights[head.index], 0);
    growSide(heads, sign, middle, gapOf, node => within(0.07 * heights[node.index], LEVEL, 3 * LEVEL));
  }
}

function growSide(heads, sign, middle, gapOf, reachOf) {
  const list = [home, ...heads.flatMap(head => branch(head).filter(node => node.isShown))];
  const slots = new Map(list.map((node, slot) => [node, slot]));
  const reach = node => node.w + (homeSideOf(node) > 0 ? node.over.right : node.over.left);
  const items = list.map(node => ({
    children: (node === home ? heads : shownChildren(node)).map(child => slots.get(child)),
    length: node === home ? node.w : reach(node) + reachOf(node.parent),
    breadth: node.h,
    gap: gapOf(node),
  }));
  const { along, across } = tidy(items);
  let top = Infinity, bottom = -Infinity;
  for (let i = 1; i < list.length; i++) {
    top = Math.min(top, across[i]);
    bottom = Math.max(bottom, across[i] + list[i].h);
  }
  for (let i = 1; i < list.length; i++) {
    const node = list[i], out = along[i] - reach(node) - home.w / 2;
    node.to = {
      x: sign > 0 ? middle.x + out : middle.x - out - node.w,
      y: middle.y + across[i] - (top + bottom) / 2,
    };
  }
}

// ---- lists: below a topic all that hangs from it, in rows ------------------------------------------

function listBelow(head) {
  const rows = [];
  let width = 0, bottom = 0;
  for (const node of branch(head)) {
    if (!node.isShown) continue;
    const left = (node.depth - head.depth) * INDENT;
    const top = rows.length ? bottom + SIBLING * (node.children.length ? 1 : 0.7) : 0;
    rows.push({ node, left, top });
    width = Math.max(width, left + node.w + node.over.right);
    bottom = top + node.h;
  }
  return { rows, width, height: bottom };
}

function setRows(list, x, y) {
  for (const { node, left, top } of list.rows) node.to = { x: x + left, y: y + top };
}

// ---- tree: columns of lists ------------------------------------------------------------------------

function columnsOf(heads) {
  const columns = new Map();
  for (const head of heads) {
    const at = isNarrow() ? 0 : Math.round(head.home.x);
    if (!columns.has(at)) columns.set(at, []);
    columns.get(at).push(head);
  }
  return [...columns.values()];
}

function placeColumns() {
  if (home !== root) {
    const list = listBelow(home);
    setRows(list, home.home.x, home.home.y);
    return;
  }
  const columns = columnsOf(shownChildren(root));
  let x = INDENT;
  root.to = { x: 0, y: 0 };
  for (const column of columns) {
    let y = root.h + DROP, width = 0;
    for (const head of column) {
      const list = listBelow(head);
      setRows(list, x, y);
      y += list.height + 2.4 * SIBLING;
      width = Math.max(width, list.width);
    }
    x += width + INDENT + 0.8 * LEVEL;
  }
  if (columns.length > 1) {
    const first = columns[0][0], last = columns.at(-1)[0];
    root.to = { x: (first.to.x + last.to.x + last.w) / 2 - root.w / 2, y: 0 };
  }
  settle(nodes.filter(node => node.isShown));
}

// ---- org: ranks, and lists below them --------------------------------------------------------------

// Tells which nodes stand in a list: as the whole tree has it, so that folding changes none.
function listedBelow(head) {
  const listed = new Set();
  for (const node of branch(head)) {
    const level = node.depth - head.depth;
    const ends = level > 0 && !node.children.some(child => child.children.length);
    if (listed.has(node) || level >= 2 || ends) node.children.forEach(child => listed.add(child));
  }
  return listed;
}

function placeRanks(isUp) {
  const shown = branch(home).filter(node => node.isShown);
  const listed = listedBelow(home);
  const level = node => node.depth - home.depth;
  const ranked = shown.filter(node => !listed.has(node));
  const lists = new Map();
  for (const node of ranked) {
    if (shownChildren(node).some(child => listed.has(child))) lists.set(node, listBelow(node));
  }
  const below = node => (lists.has(node) ? [] : shownChildren(node));
  const ranks = [0, 0, 0];
  for (const node of ranked) {
    if (below(node).length) ranks[level(node)] = Math.max(ranks[level(node)], node.h);
  }
  const reach = 0.8 * LEVEL;
  const slots = new Map(ranked.map((node, slot) => [node, slot]));
  const items = ranked.map(node => {
    const list = lists.get(node);
    return {
      children: below(node).map(child => slots.get(child)),
      length: reach + (list ? list.height : below(node).length ? ranks[level(node)] : node.h),
      breadth: list ? Math.max(node.w, list.width) : node.w + node.over.right,
      gap: SIBLING * [2.2, 1.8, 1.4][Math.min(level(node), 2)],
    };
  });
  const { along, across } = tidy(items);
  ranked.forEach((node, i) => {
    const y = along[i] - items[i].length + reach;
    if (lists.has(node)) setRows(lists.get(node), across[i], y);
    else node.to = { x: across[i], y };
  });
  if (isUp) turnUp(ranked, lists);
  settle(shown);
}

function turnUp(ranked, lists) {
  for (const node of ranked) node.to = { x: node.to.x, y: -node.to.y - node.h };
  for (const { rows } of lists.values()) {
    const listed = rows.slice(1).map(row => row.node);
    const lift = -Math.max(...listed.map(node => node.to.y + node.h)) - listed[0].to.y;
    for (const node of listed) node.to = { x: node.to.x, y: node.to.y + lift };
  }
}
