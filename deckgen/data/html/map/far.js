// The map from afar: thousands of nodes as one picture. What a node looks like is read off its
// elements once; words too small to be read become lines.

const far = byId("far");
const pen = far.getContext("2d");
const LEGIBLE = 3.6;  // pixels of a letter; below it a line of words is a line
let isClear = true;
let inks = new Map();  // named colours, as the look has them

function clearFar() {
  if (isClear) return;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, far.width, far.height);
  isClear = true;
}

function ink(name) {
  const text = name ?? "none";
  if (!text.startsWith("var(")) return text;
  let value = inks.get(text);
  if (!value) {
    value = getComputedStyle(document.documentElement).getPropertyValue(text.slice(4, -1)).trim();
    inks.set(text, value);
  }
  return value;
}

const forgetInks = () => { inks = new Map(); };
const number = (element, name) => +(element.getAttribute(name) ?? 0);

// Returns what is drawn of a node: boxes and outlines, and its words line by line.
function looks(node) {
  if (node.looks) return node.looks;
  const shapes = [], lines = [];
  for (const element of node.group.querySelectorAll("rect, path, ellipse, circle, text")) {
    if (element.closest(".fold")) continue;
    const fill = element.getAttribute("fill"), stroke = element.getAttribute("stroke");
    if (element.tagName === "text") {
      lines.push({
        x: number(element, "x"), y: number(element, "y"), size: number(element, "font-size"), fill,
        words: element.textContent, weight: element.getAttribute("font-weight") ?? "400",
        anchor: { middle: "center", end: "right" }[element.getAttribute("text-anchor")] ?? "left",
        face: element.getAttribute("font-family") ?? sheet.getAttribute("font-family"),
      });
    } else if (fill !== "none" || stroke) {
      shapes.push({ path: pathOf(element), fill, stroke, width: number(element, "stroke-width") });
    }
  }
  const ground = shapes[0]?.fill;
  node.looks = { shapes, lines, ground: ground && ground !== "none" ? ground : "" };
  return node.looks;
}

function pathOf(element) {
  const path = new Path2D(element.getAttribute("d") ?? undefined);
  if (element.tagName === "rect") {
    const at = ["x", "y", "width", "height"].map(name => number(element, name));
    path.roundRect(...at, number(element, "rx"));
  } else if (element.tagName !== "path") {
    const rx = number(element, "rx") || number(element, "r"), ry = number(element, "ry") || rx;
    path.ellipse(number(element, "cx"), number(element, "cy"), rx, ry, 0, 0, 7);
  }
  return path;
}

function paintFar(seen, box) {
  const ratio = Math.min(devicePixelRatio, 2), width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (far.width !== width || far.height !== height) Object.assign(far, { width, height });
  const k = view.k * ratio;
  isClear = false;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.setTransform(k, 0, 0, k, view.x * ratio, view.y * ratio);
  farEdges(box, k);
  const rest = seen.filter(node => node !== selected);
  if (20 * view.k < LEGIBLE) farBoxes(rest, k);
  else rest.forEach(node => farNode(node, k));
  pen.globalAlpha = 1;
}

// Edges of one colour are one stroke: a curve where it can be told from a line.
function farEdges(box, k) {
  const strokes = new Map();
  for (const node of seenEdges(box)) {
    const { edge, parent } = node;
    const light = Math.min(lightOf(node), parent.isLit ? 1 : DIM).toFixed(1);
    const mean = Math.max((edge.wide + edge.end) / 2, 0.7 / k).toFixed(1);
    const name = `${edge.color} ${light} ${mean}`;
    if (!strokes.has(name)) strokes.set(name, new Path2D());
    const way = strokes.get(name), line = spineOf(node);
    way.moveTo(line[0], line[1]);
    const isPlain = Math.hypot(line.at(-2) - line[0], line.at(-1) - line[1]) * k < 12;
    for (let i = 2; i < line.length; i += 6) {
      if (isPlain) way.lineTo(line[i + 4], line[i + 5]);
      else way.bezierCurveTo(...line.slice(i, i + 6));
    }
  }
  for (const [name, way] of strokes) {
    const [color, light, mean] = name.split(" ");
    pen.globalAlpha = +light;
    pen.strokeStyle = ink(color);
    pen.lineWidth = +mean;
    pen.stroke(way);
  }
}

function farNode(node, k) {
  const { shapes, lines } = looks(node);
  const dx = node.x - node.home.x, dy = node.y - node.home.y;
  pen.globalAlpha = lightOf(node);
  pen.translate(dx, dy);
  if (node.isHit) {
    pen.fillStyle = ink("var(--accent1-soft)");
    pen.fillRect(node.home.x - 5, node.home.y - 3, node.w + 10, node.h + 6);
  }
  for (const { path, fill, stroke, width } of shapes) {
    if (fill && fill !== "none") {
      pen.fillStyle = ink(fill);
      pen.fill(path);
    }
    if (stroke && stroke !== "none") {
      pen.strokeStyle = ink(stroke);
      pen.lineWidth = width;
      pen.stroke(path);
    }
  }
  for (const line of lines) {
    pen.fillStyle = ink(line.fill);
    if (line.size * k < LEGIBLE) continue;
    pen.font = `${line.weight} ${line.size}px ${line.face}`;
    pen.textAlign = line.anchor;
    pen.fillText(line.words, line.x, line.y);
  }
  pen.translate(-dx, -dy);
}

// From very far a node is a small bar: in its ground's colour, or a pale one in its branch's.
function farBoxes(seen, k) {
  const least = 0.8 / k;
  const bars = new Map();
  for (const node of seen) {
    const { ground } = looks(node);
    const color = node.isHit ? "var(--accent1)" : ground || node.edge?.color || "var(--muted)";
    const name = `${color} ${(lightOf(node) * (ground || node.isHit ? 1 : 0.45)).toFixed(2)}`;
    if (!bars.has(name)) bars.set(name, []);
    bars.get(name).push(node);
  }
  for (const [name, list] of bars) {
    const [color, light] = name.split(" ");
    pen.globalAlpha = +light;
    pen.fillStyle = ink(color);
    for (const node of list) {
      const thin = node.looks.ground ? 0 : node.h * 0.28;
      pen.fillRect(node.x, node.y + thin, Math.max(node.w, least), Math.max(node.h - 2 * thin, least));
    }
  }
}
