// The keyboard: a walk from node to node by where they stand, and a key for everything else.

const AHEAD = {
  ArrowRight: (a, b) => b.x - (a.x + a.w),
  ArrowLeft: (a, b) => a.x - (b.x + b.w),
  ArrowDown: (a, b) => b.y - (a.y + a.h),
  ArrowUp: (a, b) => a.y - (b.y + b.h),
};

// How far two boxes are apart across the way: nothing where they overlap, their middles counting a little.
function aside(a, b, isLevel) {
  const [start, end, from, to] = isLevel ? [a.y, a.y + a.h, b.y, b.y + b.h] : [a.x, a.x + a.w, b.x, b.x + b.w];
  const gap = Math.max(0, from - end, start - to);
  return gap + 0.08 * Math.abs((start + end) / 2 - (from + to) / 2);
}

// Of nodes near by, only those count that lie more ahead than aside.
function nearest(key, list, isNear = false) {
  const isLevel = key === "ArrowRight" || key === "ArrowLeft";
  const here = { ...target(selected), w: selected.w, h: selected.h };
  let best = null, least = Infinity;
  for (const node of list) {
    if (node === selected) continue;
    const there = { ...target(node), w: node.w, h: node.h };
    const ahead = AHEAD[key](here, there);
    if (ahead < -4 || isNear && aside(here, there, isLevel) > Math.max(12, ahead)) continue;
    const kin = node.parent === selected.parent ? 0.5 : 1;
    const cost = (Math.max(0, ahead) + 2.2 * aside(here, there, isLevel)) * kin;
    if (cost < least) [best, least] = [node, cost];
  }
  return best;
}

function walk(key) {
  const above = selected === home ? [] : [selected.parent];
  const near = [...shownChildren(selected), ...above].filter(node => node?.isShown);
  // a folded branch opens on the way to it
  const child = selected.children[0];
  if (child && !selected.isOpen) {
    const isThere = AHEAD[key]({ ...selected.home, w: selected.w, h: selected.h }, { ...child.home, w: child.w, h: child.h }) > -4;
    const isInList = key === "ArrowRight" && structure === "tree";
    if (isThere && (key !== "ArrowDown" || structure !== "tree") || isInList) return toggle(selected, true);
  }
  const list = structure === "tree" || /org/.test(structure);
  const kin = list && /Left|Right/.test(key) ? inList(key) : null;
  const next = kin ?? nearest(key, near, true) ?? nearest(key, shown());
  if (next) choose(next, { isWalk: true });
}

// In a list what hangs from a node stands below it, a step to the right.
function inList(key) {
  const child = shownChildren(selected)[0];
  if (key === "ArrowRight" && child && target(child).x > target(selected).x && target(child).x < target(selected).x + selected.w) return child;
  const { parent } = selected;
  if (key === "ArrowLeft" && selected !== home && target(parent).x < target(selected).x) return parent;
  return null;
}

const last = () => shown().at(-1);

function escape() {
  if (byId("help").open) return byId("help").close();
  if (shutSearch()) return undefined;
  if (!panel.hidden) return shutPanel();
  if (told) return stopTelling();
  if (home !== root) return focusOn(root);
  return unchoose();
}

const KEYS = {
  Enter: () => (selected.children.length ? toggle(selected) : openPanel(selected)),
  " ": () => (selected.children.length ? toggle(selected) : openPanel(selected)),
  Home: () => choose(home, { isWalk: true }),
  End: () => choose(last(), { isWalk: true }),
  "+": () => zoomBy(1.3),
  "=": () => zoomBy(1.3),
  "-": () => zoomBy(1 / 1.3),
  0: () => fit(),
  "/": openSearch,
  n: () => (panel.hidden ? openPanel(selected) : shutPanel()),
  f: () => focusOn(selected === home ? root : selected),
  p: () => (told ? stopTelling() : startTelling()),
  s: () => { if (selected.twin) location.href = selected.twin; },
  t: () => changeLook(),
  "?": () => showHelp(),
  "*": () => foldTo(Infinity),
  Escape: escape,
};
for (let level = 1; level < 10; level++) KEYS[level] = () => foldTo(level);

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const isTyping = event.target === box;
  const isPress = event.key === "Enter" || event.key === " ", isWalk = event.key.startsWith("Arrow");
  const isTheirs = isPress && event.target.closest?.("button, a") || isWalk && event.target.closest?.("[popover], #read");
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (isTyping && key !== "Escape") return;
  if (isTheirs) return;  // a button is pressed, what is long is scrolled
  const act = told && TELLING[key] || (key in AHEAD ? () => walk(key) : KEYS[key]);
  if (!act) return;
  event.preventDefault();
  act();
});

// The keyboard comes to a node by Tab, or a screen reader goes to one: it is chosen.
layers.nodes.addEventListener("focusin", event => {
  const node = byKey.get(event.target.closest(".node")?.id);
  if (node && node !== selected) choose(node);
});

// ---- the list of keys ------------------------------------------------------------------------------

const LIST = [
  ["← → ↑ ↓", "key_walk"], [`Enter ${say("space")}`, "key_fold"], ["1 … 9 *", "key_levels"], ["Home End", "key_ends"],
  ["+ - 0", "key_zoom"], ["/", "key_search"], ["N", "key_about"], ["F", "key_focus"], ["P", "key_tell"],
  ...(nodes.some(node => node.twin) ? [["S", "key_slide"]] : []), ["T", "key_look"], ["Esc", "key_close"],
];
for (const [keys, words] of LIST) {
  const name = document.createElement("dt"), does = document.createElement("dd");
  name.append(...keys.split(" ").map(key => Object.assign(document.createElement("kbd"), { textContent: key })));
  does.textContent = say(words);
  byId("help").firstElementChild.append(name, does);
}

function showHelp() {
  byId("more").hidePopover?.();
  byId("help").showModal();
}
byId("help").addEventListener("click", () => byId("help").close());
