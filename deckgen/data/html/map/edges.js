// Branches: as the drawing has them while both ends stay put to each other, else drawn anew between
// their ends; and narrowed on their way where the theme wants that.

const byNumber = text => text.match(/-?[\d.]+/g).map(Number);
const RADIUS = 7 * 4 / 3, ROUND = 0.55;
const isRound = data.edge === "curve" || data.edge === "rounded";

for (const path of byId("edges").children) {
  const node = nodes[+path.dataset.n];
  const spine = byNumber(path.getAttribute("d"));
  const [endX, endY] = spine.slice(-2);
  const wide = +path.getAttribute("stroke-width");
  // an underlined node's edge goes on below its words, from one side of its box to the other
  const bottom = node.home.y + node.h;
  const farX = Math.abs(spine.at(-8) - endX);
  const isLined = spine.length > 8 && Math.abs(endY - bottom) < 1 && Math.abs(farX - node.w) < 1;
  node.edge = {
    path, spine, isLined, wide,
    end: path.dataset.end ? +path.dataset.end : wide,
    color: path.getAttribute("stroke"),
    start: spine.slice(0, 2),
    arrive: isLined ? spine.slice(-8, -6) : [endX, endY],
    d: "",
    from: { dx: NaN, dy: NaN, ex: NaN, ey: NaN },
  };
}

// ---- lines through points: flat rows of numbers, a start and then three points a segment ------------

const straight = (ax, ay, bx, by) =>
  [ax + (bx - ax) / 3, ay + (by - ay) / 3, bx - (bx - ax) / 3, by - (by - ay) / 3, bx, by];

function bent(corners) {
  const points = corners.filter(([x, y], i) => !i || x !== corners[i - 1][0] || y !== corners[i - 1][1]);
  const line = [...points[0]];
  let here = points[0];
  for (let i = 1; i < points.length - 1; i++) {
    const corner = points[i], after = points[i + 1];
    if (!isRound) {
      line.push(...straight(...here, ...corner));
      here = corner;
      continue;
    }
    const one = Math.hypot(here[0] - corner[0], here[1] - corner[1]);
    const other = Math.hypot(after[0] - corner[0], after[1] - corner[1]);
    const radius = Math.min(RADIUS, Math.min(one, other) / 2);
    const near = mix(corner, here, radius / one), away = mix(corner, after, radius / other);
    line.push(...straight(...here, ...near), ...mix(near, corner, ROUND), ...mix(away, corner, ROUND), ...away);
    here = away;
  }
  if (points.length > 1) line.push(...straight(...here, ...points.at(-1)));
  return line;
}

const mix = ([ax, ay], [bx, by], share) => [ax + (bx - ax) * share, ay + (by - ay) * share];

function level([ax, ay], [bx, by]) {
  if (ay === by || data.edge === "straight") return [ax, ay, ...straight(ax, ay, bx, by)];
  if (data.edge === "elbow" || data.edge === "rounded") {
    const middle = (ax + bx) / 2;
    return bent([[ax, ay], [middle, ay], [middle, by], [bx, by]]);
  }
  const turn = ax + (bx - ax) * 0.4;
  return [ax, ay, turn, ay, turn, by, bx, by];
}

function upright([ax, ay], [bx, by]) {
  if (data.edge === "straight") return [ax, ay, ...straight(ax, ay, bx, by)];
  const turn = (ay + by) / 2;
  return bent([[ax, ay], [ax, turn], [bx, turn], [bx, by]]);
}

// A column's first branch tells how far left of it its line stands; all share the root's way out.
function branchOff(node, start, end) {
  const { edge, home: at } = node;
  const gap = at.x - Math.min(...edge.spine.filter((_, i) => i % 2 === 0 && edge.spine[i] <= at.x));
  const turn = start[1] + DROP / 2;
  const spine = node.x - (gap > 0 && gap < 2 * INDENT ? gap : INDENT * 2 / 3);
  return bent([start, [start[0], turn], [spine, turn], [spine, end[1]], end]);
}

function drawnAnew(node, start, end) {
  if (structure === "tree" && node.parent === root) return branchOff(node, start, end);
  const isHung = isTree && Math.abs(node.edge.arrive[0] - node.home.x) < 1 && /tree|org/.test(structure);
  if (isHung) return bent([start, [start[0], end[1]], end]);
  return /org/.test(structure) ? upright(start, end) : level(start, end);
}

// ---- what is drawn -----------------------------------------------------------------------------------

// The middle line of the edge into a node, where both ends stand now.
function spineOf(node) {
  const { edge, parent } = node;
  const dx = node.x - node.home.x, dy = node.y - node.home.y;
  const ex = parent.x - parent.home.x, ey = parent.y - parent.home.y;
  const isTurned = structure === "balanced" && sideOf(node) !== homeSideOf(node);
  if (!isTurned && Math.abs(dx - ex) < 0.01 && Math.abs(dy - ey) < 0.01) {
    return dx || dy ? edge.spine.map((value, i) => value + (i % 2 ? dy : dx)) : edge.spine;
  }
  const across = (x, box) => (isTurned ? 2 * box.home.x + box.w - x : x);
  const start = [across(edge.start[0], parent) + ex, edge.start[1] + ey];
  const end = [across(edge.arrive[0], node) + dx, edge.arrive[1] + dy];
  const line = drawnAnew(node, start, end);
  if (edge.isLined) {
    line.push(...edge.spine.slice(-6).map((value, i) => (i % 2 ? value + dy : across(value, node) + dx)));
  }
  return line;
}

function pathData(points) {
  const text = [];
  for (let i = 0; i < points.length; i += 2) {
    text.push(`${Math.round(points[i] * 100) / 100} ${Math.round(points[i + 1] * 100) / 100}`);
  }
  return `M${text[0]}C${text.slice(1).join(" ")}`;
}

const sideOfEdge = node => (isTree ? sideOf(node) : 0);

// Sets an edge's path for where its ends stand, if one has moved since.
function drawEdge(node) {
  const { edge, parent } = node, { from } = edge;
  const dx = node.x - node.home.x, dy = node.y - node.home.y;
  const ex = parent.x - parent.home.x, ey = parent.y - parent.home.y;
  const side = sideOfEdge(node);
  if (from.dx !== dx || from.dy !== dy || from.ex !== ex || from.ey !== ey || from.side !== side) {
    edge.from = { dx, dy, ex, ey, side };
    const isThinning = edge.end < 0.9 * edge.wide;
    const spine = spineOf(node);
    edge.d = isThinning ? pathData(outline(spine, edge.wide / 2, edge.end / 2)) + "Z" : pathData(spine);
    edge.path.setAttribute("d", edge.d);
    edge.shape = null;
    if (isThinning) {
      edge.path.setAttribute("fill", edge.color);
      edge.path.setAttribute("stroke", "none");
    }
  }
  return edge.path;
}

// The outline of a line that narrows: its frame's legs moved out by half the width that is due there.
function outline(spine, wide, narrow) {
  const points = halved(spine), last = points.length - 1;
  const normals = normalsOf(points);
  const side = sign => points.map(([x, y], i) => {
    const width = sign * (wide + (narrow - wide) * i / last);
    const [nx, ny] = normals[Math.max(i - 1, 0)], [mx, my] = normals[Math.min(i, last - 1)];
    const square = (nx + mx) ** 2 + (ny + my) ** 2;
    const scale = (square > 0.5 ? 2 / square : 1) * width;
    return [x + (nx + mx) * scale, y + (ny + my) * scale];
  });
  const there = side(1), back = side(-1).reverse();
  return [...there, there.at(-1), back[0], back[0], ...back.slice(1), back.at(-1), there[0], there[0]].flat();
}

// The same curve in twice as many segments, so that what is moved out stays close to it.
function halved(spine) {
  const at = i => [spine[2 * i], spine[2 * i + 1]];
  const halves = [at(0)];
  for (let i = 0; i + 3 < spine.length / 2; i += 3) {
    const [a, b, c, d] = [at(i), at(i + 1), at(i + 2), at(i + 3)];
    const ab = mix(a, b, 0.5), bc = mix(b, c, 0.5), cd = mix(c, d, 0.5);
    const abc = mix(ab, bc, 0.5), bcd = mix(bc, cd, 0.5);
    halves.push(ab, abc, mix(abc, bcd, 0.5), bcd, cd, d);
  }
  return halves;
}

function normalsOf(points) {
  const normals = [];
  for (let i = 1; i < points.length; i++) {
    const dx = points[i][0] - points[i - 1][0], dy = points[i][1] - points[i - 1][1];
    const length = Math.hypot(dx, dy);
    normals.push(length ? [dy / length, -dx / length] : normals.at(-1) ?? [0, -1]);
  }
  return normals;
}

// ---- shared lines ----------------------------------------------------------------------------------------

// The line that several branches share, in the root's colour: their own ways up to the last bend.
const marks = [...byId("marks").children];
const trunk = marks.find(mark => mark.dataset.name === "trunk")?.firstElementChild.cloneNode();

function drawTrunk() {
  const heads = shownChildren(root).filter(head => head.edge);
  const legs = heads.map(head => {
    const line = spineOf(head);
    const length = line.length - (head.edge.isLined ? 6 : 0) - (isRound ? 12 : 6);
    return length > 2 ? pathData(line.slice(0, length)) : "";
  });
  trunk.setAttribute("d", heads.length > 1 ? legs.join("") || "M0 0" : "M0 0");
  return trunk;
}

// ---- grounds behind branches, with their labels ----------------------------------------------------------

const AIR = 7;
const ownerOf = mark => nodes[+mark.dataset.owner];
const isOwned = mark => Boolean(ownerOf(mark)?.isShown);
const grounds = [...byId("grounds").children].filter(ground => ground.querySelector("rect"));
const labels = marks.filter(mark => ownerOf(mark));
for (const ground of grounds) {
  const rect = ground.querySelector("rect");
  ground.box = Object.fromEntries(["x", "y", "width", "height"].map(name => [name, +rect.getAttribute(name)]));
}

// Where all is as drawn, so are the grounds; else each branch has one frame round what it shows.
function seenGrounds() {
  const isDrawn = !isTree || isAtHome;
  const mine = grounds.filter(isOwned).filter(ground => isDrawn
    || grounds.findLast(other => other.dataset.owner === ground.dataset.owner) === ground);
  for (const ground of mine) {
    const box = isDrawn ? ground.box : frameOf(ownerOf(ground));
    for (const [name, value] of Object.entries(box)) ground.querySelector("rect").setAttribute(name, value);
  }
  return mine;
}

function frameOf(owner) {
  const { x, y, width, height } = boundsOf(branch(owner).filter(node => node.isShown), node => node, 0);
  return { x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
}

function moveLabel(label) {
  const { x, y } = frameOf(ownerOf(label)), rect = label.querySelector("rect");
  const dx = x + 10 - rect.getAttribute("x"), dy = y - rect.getAttribute("height") / 2 - rect.getAttribute("y");
  label.setAttribute("transform", `translate(${dx} ${dy})`);
  label["own-transform"] = "moved";
  return label;
}

// A mark belongs to the smallest branch that holds its middle, and goes when that is folded; a
// summary stands beside its branch, and says whose it is.
const heads = nodes.filter(node => node.children.length);
let ownersKnown = false;

function findOwners() {
  ownersKnown = true;
  const frames = heads.map(head => boundsOf(branch(head), node => node.home));
  for (const mark of marks) {
    if (mark.dataset.name.startsWith("概要")) {
      mark.owner = ownerOf(mark);
      continue;
    }
    const box = mark.getBBox();
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    let least = Infinity;
    frames.forEach((frame, i) => {
      const area = frame.width * frame.height;
      if (area >= least || x < frame.x || x > frame.x + frame.width) return;
      if (y < frame.y || y > frame.y + frame.height) return;
      least = area;
      mark.owner = heads[i];
    });
  }
}

const KNOB = 30;  // how far the number of a folded branch stands out

const PAPER = 40;  // of the page's margin, that is not in sight

// The frame round some nodes; round all of them it is the page's, with braces and the legend.
function boundsOf(list, at = node => node, room = KNOB) {
  if (list.length === nodes.length && !isNarrow()) {
    const [width, height] = data.size;
    return { x: PAPER, y: PAPER, width: width - 2 * PAPER, height: height - 2 * PAPER };
  }
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (const node of list) {
    const { x, y } = at(node), knob = node.isOpen || !node.children.length ? 0 : room;
    left = Math.min(left, x - Math.max(node.over.left, knob));
    top = Math.min(top, y - node.over.up);
    right = Math.max(right, x + node.w + Math.max(node.over.right, knob));
    bottom = Math.max(bottom, y + node.h + Math.max(node.over.down, knob));
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
