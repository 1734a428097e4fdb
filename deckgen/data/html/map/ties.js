// Cross-links: as the drawing has them while nothing has moved; then they go with their ends, and
// where that would lead over a node, or too far, they take another way: a bow, or round the boxes.

const ties = [...byId("ties").children].map((group, index) => {
  const rect = group.querySelector("rect"), of = name => (rect ? +rect.getAttribute(name) : 0);
  return {
    group,
    a: nodes[+group.dataset.a],
    b: nodes[+group.dataset.b],
    spine: byNumber(group.dataset.d),
    label: rect && { x: of("x") + of("width") / 2, y: of("y") + of("height") / 2, w: of("width"), h: of("height") },
    air: 14 + 5 * (index % 3),  // beside boxes, so that not all go the very same way
    way: null,
    chosen: -1,
    drawn: "",
  };
}).filter(tie => tie.a && tie.b);

const FAR = 40, LOOKED_AT = 400;  // nodes among which a way round is looked for
const BENDS = [0.14, -0.14, 0.3, -0.3, 0.5, -0.5];

const now = node => node;
const due = node => ({ ...node.to, w: node.w, h: node.h });

function drawTie(tie) {
  const { a, b, group } = tie;
  if (tie.chosen !== arranged) chooseWay(tie);
  const state = [arranged, a.x, a.y, b.x, b.y].join();
  if (tie.drawn === state) return group;
  tie.drawn = state;
  const line = lineOf(tie, tie.way, now);
  const [path, ...others] = group.children;
  path.setAttribute("d", pathData(line));
  const [fromX, fromY] = tie.spine.slice(-2), [toX, toY] = line.slice(-2);
  const turn = (headingOf(line) - headingOf(tie.spine)) * 180 / Math.PI;
  const was = tie.way.at && tie.label ? [tie.label.x, tie.label.y] : pointAt(tie.spine, 0.5);
  const is = pointAt(line, tie.way.at || 0.5).map((value, i) => value + (tie.way.off?.[i] ?? 0));
  for (const other of others) {
    const isHead = other.tagName === "path";  // the arrow's head goes with the end, and turns
    other.setAttribute("transform", isHead
      ? `translate(${toX - fromX} ${toY - fromY}) rotate(${turn} ${fromX} ${fromY})`
      : `translate(${is[0] - was[0]} ${is[1] - was[1]})`);
  }
  return group;
}

// ---- ways ------------------------------------------------------------------------------------------------

// A way says how a line runs from wherever its ends are; it is chosen once for an arrangement.
function chooseWay(tie) {
  tie.chosen = arranged;
  tie.way = { kind: "drawn" };
  if (nodes.every(node => node.to === node.home)) return;
  const { a, b } = tie;
  const others = nodes.filter(node => node.isShown && node !== a && node !== b).map(due);
  const shift = [a.to.x - a.home.x - b.to.x + b.home.x, a.to.y - a.home.y - b.to.y + b.home.y];
  if (Math.hypot(...shift) <= FAR && !crossings(lineOf(tie, tie.way, due), others)) return;
  const bows = BENDS.map(bend => ({ kind: "bow", bend }));
  const rated = bows.map(way => ({ way, hits: crossings(lineOf(tie, way, due), others) }));
  const best = rated.reduce((least, one) => (one.hits < least.hits ? one : least));
  tie.way = (best.hits && others.length <= LOOKED_AT && wayRound(tie, others)) || best.way;
  Object.assign(tie.way, placeForLabel(tie, others));
}

// How often a line runs over boxes, counted in even steps.
function crossings(line, boxes) {
  const steps = 16 * (line.length - 2) / 6;
  let sum = 0;
  for (let step = 1; step < steps; step++) {
    const [x, y] = pointOf(line, step / steps);
    sum += boxes.some(box => x > box.x - 8 && x < box.x + box.w + 8 && y > box.y - 7 && y < box.y + box.h + 7);
  }
  return sum;
}

// The shortest way along gaps between boxes that runs over none: along one, or along one beside
// either end and another across. A stem's air beside a box is wide enough for it.
function wayRound(tie, boxes) {
  const all = [...boxes, due(tie.a), due(tie.b)];
  const gaps = isUpright => new Set(all.flatMap(({ x, y, w, h }) =>
    (isUpright ? [x - tie.air, x + w + tie.air] : [y - tie.air, y + h + tie.air])));
  const ways = [true, false].flatMap(isUpright => [
    ...[...gaps(isUpright)].map(gap => ({ kind: "along", isUpright, gap })),
    ...[...gaps(!isUpright)].flatMap(gap => [[1, 1], [1, -1], [-1, 1], [-1, -1]].map(
      ([leave, arrive]) => ({ kind: "step", isUpright, gap, leave, arrive, air: tie.air }))),
  ]);
  const lines = ways.map(way => ({ way, line: lineOf(tie, way, due) })).filter(({ line }) => line);
  const lengthOf = line => line.reduce((sum, value, i) => sum + (i > 1 ? Math.abs(value - line[i - 2]) : 0), line.length);
  lines.forEach(one => { one.length = lengthOf(one.line); });
  lines.sort((one, other) => one.length - other.length);
  const inner = ({ x, y, w, h }) => ({ x: x + 9, y: y + 5, w: w - 18, h: h - 10 });
  const solid = [...boxes, inner(due(tie.a)), inner(due(tie.b))];
  return lines.find(({ line }) => !crossings(line, solid))?.way;
}

// The share of the way where the label covers nothing, on the line or beside it.
function placeForLabel(tie, boxes) {
  if (!tie.label) return { at: 0.5 };
  const line = lineOf(tie, tie.way, due), { w, h } = tie.label;
  const all = [...boxes, due(tie.a), due(tie.b)];
  const isFree = (x, y) => all.every(box => x + w / 2 < box.x || x - w / 2 > box.x + box.w
    || y + h / 2 < box.y || y - h / 2 > box.y + box.h);
  for (const off of [[0, 0], [w / 2 + 5, 0], [-w / 2 - 5, 0], [0, h / 2 + 4], [0, -h / 2 - 4]]) {
    for (const at of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]) {
      const [x, y] = pointAt(line, at);
      if (isFree(x + off[0], y + off[1])) return { at, off };
    }
  }
  return { at: 0.5 };
}

// ---- lines -------------------------------------------------------------------------------------------------

// The line of a way between its ends as `at` places them; null where the gap is at an end's own box.
function lineOf(tie, way, at) {
  const a = at(tie.a), b = at(tie.b);
  if (way.kind === "drawn") return shifted(tie, a, b);
  if (way.kind === "bow") return bow(a, b, way.bend);
  const corners = way.kind === "step" ? stepped(a, b, way) : along(a, b, way);
  return corners && rounded(corners);
}

function along(a, b, { isUpright, gap }) {
  const from = exit(a, gap, isUpright), to = exit(b, gap, isUpright);
  if (!from || !to) return null;
  const turn = ([x, y]) => (isUpright ? [gap, y] : [x, gap]);
  return [from, turn(from), turn(to), to];
}

// Where a line towards a gap leaves a box.
function exit(box, gap, isUpright) {
  const [low, high] = isUpright ? [box.x, box.x + box.w] : [box.y, box.y + box.h];
  return gap > low - 10 && gap < high + 10 ? null : sideOfBox(box, gap < low ? -1 : 1, isUpright, 4);
}

// A point before the middle of a side, so far from it.
function sideOfBox({ x, y, w, h }, sign, isUpright, away) {
  const out = side => (1 + sign) / 2 * side + sign * away;
  return isUpright ? [x + out(w), y + h / 2] : [x + w / 2, y + out(h)];
}

function stepped(a, b, { isUpright, gap, leave, arrive, air }) {
  const from = sideOfBox(a, leave, isUpright, 4), out = sideOfBox(a, leave, isUpright, air);
  const to = sideOfBox(b, arrive, isUpright, 4), near = sideOfBox(b, arrive, isUpright, air);
  const turn = ([x, y]) => (isUpright ? [x, gap] : [gap, y]);
  return [from, out, turn(out), turn(near), near, to];
}

function rounded(corners) {
  const line = [...corners[0]];
  let here = corners[0];
  for (let i = 1; i < corners.length - 1; i++) {
    const corner = corners[i], after = corners[i + 1];
    const one = Math.hypot(here[0] - corner[0], here[1] - corner[1]);
    const other = Math.hypot(after[0] - corner[0], after[1] - corner[1]);
    const radius = Math.min(12, one / 2, other / 2);
    if (radius < 0.5) continue;
    const near = mix(corner, here, radius / one), away = mix(corner, after, radius / other);
    line.push(...straight(...here, ...near), ...mix(near, corner, ROUND), ...mix(away, corner, ROUND), ...away);
    here = away;
  }
  line.push(...straight(...here, ...corners.at(-1)));
  return line;
}

// The drawing's own line, each point moved by the share that it is on the way.
function shifted({ a, b, spine }, from, to) {
  const by = [from.x - a.home.x, from.y - a.home.y, to.x - b.home.x, to.y - b.home.y];
  const last = spine.length / 2 - 1;
  return spine.map((value, i) => {
    const share = Math.floor(i / 2) / last, odd = i % 2;
    return value + by[odd] * (1 - share) + by[2 + odd] * share;
  });
}

function bow(a, b, bend) {
  const middle = node => [node.x + node.w / 2, node.y + node.h / 2];
  const edge = (node, [x, y]) => {
    const [cx, cy] = middle(node), dx = x - cx, dy = y - cy;
    const share = Math.min(1, (node.w / 2 + 4) / Math.abs(dx || 1e-9), (node.h / 2 + 4) / Math.abs(dy || 1e-9));
    return [cx + dx * share, cy + dy * share];
  };
  const way = [middle(b)[0] - middle(a)[0], middle(b)[1] - middle(a)[1]];
  const aim = [way[1] * bend, -way[0] * bend];  // boxes are left, and met, towards the bend
  const from = edge(a, [middle(b)[0] + aim[0], middle(b)[1] + aim[1]]);
  const to = edge(b, [middle(a)[0] + aim[0], middle(a)[1] + aim[1]]);
  const dx = to[0] - from[0], dy = to[1] - from[1];
  const side = [dy * bend, -dx * bend];
  return [...from, from[0] + dx / 3 + side[0], from[1] + dy / 3 + side[1],
    to[0] - dx / 3 + side[0], to[1] - dy / 3 + side[1], ...to];
}

// The point of a line at a share of its segments, each an even part.
function pointOf(line, share) {
  const count = (line.length - 2) / 6, at = Math.min(Math.floor(share * count), count - 1);
  const t = share * count - at, u = 1 - t, parts = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [0, 1].map(i => parts.reduce((sum, part, k) => sum + part * line[6 * at + 2 * k + i], 0));
}

// The point of a line at a share of its length.
function pointAt(line, share) {
  const steps = 8 * (line.length - 2) / 6;
  const points = Array.from({ length: steps + 1 }, (_, step) => pointOf(line, step / steps));
  const legs = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i][0], y - points[i][1]));
  let left = share * legs.reduce((sum, leg) => sum + leg, 0);
  const i = legs.findIndex(leg => (left -= leg) <= 0);
  return i < 0 ? points.at(-1) : mix(points[i + 1], points[i], -left / (legs[i] || 1));
}

function headingOf(line) {
  for (let i = line.length - 4; i >= 0; i -= 2) {
    const dx = line.at(-2) - line[i], dy = line.at(-1) - line[i + 1];
    if (Math.hypot(dx, dy) > 0.5) return Math.atan2(dy, dx);
  }
  return 0;
}
