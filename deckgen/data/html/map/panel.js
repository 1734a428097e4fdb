// The panel beside the map: where a node stands, what it says, its notes, quotes, tables, pictures.

const panel = byId("panel"), said = byId("said"), where = byId("where");
let isPanelWanted = false;  // it stays while one walks from node to node

function relatedTo(node) {
  return ties.flatMap(({ a, b }) => (a === node ? [b] : b === node ? [a] : []));
}

function jumpTo(node, words = node.title) {
  const link = document.createElement("a");
  link.href = `#${encodeURIComponent(node.key)}`;
  link.textContent = words;
  return link;
}

function fillPanel(node) {
  where.replaceChildren(...ancestors(node).flatMap((above, i) => (i ? [" › ", jumpTo(above)] : [jumpTo(above)])));
  byId("named").textContent = node.title;
  said.replaceChildren(...(node.about ? node.about.content.cloneNode(true).childNodes : []));
  const related = relatedTo(node);
  if (related.length) {
    const list = document.createElement("p");
    list.className = "related";
    list.append(`${say("related")} `, ...related.flatMap((other, i) => (i ? ["、", jumpTo(other)] : [jumpTo(other)])));
    said.append(list);
  }
  byId("slide").hidden = !node.twin;
  if (node.twin) byId("slide").href = node.twin;
  byId("focus").hidden = !node.children.length;
  byId("focus").textContent = say(node === home && home !== root ? "whole_map" : "focus");
  byId("read").scrollTop = 0;
}

const isWorthIt = node => Boolean(node.about) || relatedTo(node).length > 0;

function openPanel(node) {
  isPanelWanted = true;
  const wasShut = panel.hidden;
  fillPanel(node);
  panel.hidden = false;
  document.documentElement.classList.add("with-panel");
  if (wasShut) nudge({ ...target(node), width: node.w, height: node.h });
}

function shutPanel() {
  isPanelWanted = false;
  if (panel.hidden) return;
  if (panel.contains(document.activeElement)) selected.group.focus({ preventScroll: true });
  panel.hidden = true;
  document.documentElement.classList.remove("with-panel");
  dirty();
}

byId("shut").addEventListener("click", shutPanel);
byId("focus").addEventListener("click", () => focusOn(selected === home ? root : selected));

// ---- the chosen node ----------------------------------------------------------------------------------

// Chooses a node. With `isWalk` the keyboard goes along and it is brought into the window.
function choose(node, { isWalk = false, isQuiet = false } = {}) {
  selected.group.tabIndex = -1;
  selected = node;
  isRinged = true;
  node.group.tabIndex = 0;
  nodes[0].group.parentNode?.querySelector("[aria-selected=true]")?.removeAttribute("aria-selected");
  node.group.setAttribute("aria-selected", "true");
  if (!isQuiet) address(node);
  const hasKeys = layers.nodes.contains(document.activeElement);
  paint();
  if (hasKeys && !isWalk) node.group.focus({ preventScroll: true });
  if (isWalk) {
    node.group.focus({ preventScroll: true });
    if (20 * view.k < 9) centre(node);
    else nudge({ ...target(node), width: node.w, height: node.h });
  }
  if (isPanelWanted) openPanel(node);
  dirty();
}

function unchoose() {
  isRinged = false;
  dirty();
}

function address(node) {
  try {
    history.replaceState(null, "", node === root ? "#" : `#${encodeURIComponent(node.key)}`);
  } catch { /* a page without an address of its own has none to tell */ }
}

// Goes to a node wherever it is: unfolds what hides it, puts it into the middle, shows its notes.
function goTo(node, { isReading = true, isQuiet = false } = {}) {
  const isThere = node.isShown && view.k >= readable();
  if (!isBelow(node, home)) setHome(root);
  unfoldTo(node);
  choose(node, { isQuiet });
  if (isReading && isWorthIt(node) && size.width > 640) openPanel(node);
  if (isThere) nudge({ ...target(node), width: node.w, height: node.h });
  else centre(node);
}

// The node that the address names; of one that is not on this map, the nearest one above it.
function addressed() {
  let key = location.hash.slice(1);
  try { key = decodeURIComponent(key); } catch { /* as it was typed */ }
  while (!byKey.has(key) && key.includes(".")) key = key.slice(0, key.lastIndexOf("."));
  return byKey.get(key);
}

addEventListener("hashchange", () => {
  const node = addressed();
  if (node) goTo(node);
});
