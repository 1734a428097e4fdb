// The page comes up: its look, how far it is unfolded, where it stands.

const page = document.documentElement;
const night = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => getComputedStyle(page).colorScheme === "dark";

function changeLook(word = isDark() ? "light" : "dark") {
  page.dataset.look = word;
  try { localStorage.setItem("deckgen-look", word); } catch { /* a page may be kept from keeping */ }
  forgetInks();
  dirty();
}
night.addEventListener("change", () => { forgetInks(); dirty(); });
byId("look").addEventListener("click", () => changeLook());

let fading = 0;

function toast(words) {
  const note = byId("toast");
  note.textContent = words;
  note.classList.add("is-seen");
  clearTimeout(fading);
  fading = setTimeout(() => note.classList.remove("is-seen"), 2200);
}

// Says something to those who listen, and shows nothing.
function announce(words) {
  byId("toast").textContent = words;
}

// ---- levels ------------------------------------------------------------------------------------------

const MOST_LEVELS = 6, FULL = 220;
const levels = byId("levels");
for (let level = 1; level <= Math.min(deepest(), MOST_LEVELS); level++) addLevel(say("level", { n: level }), level);
addLevel(say("all"), Infinity);

function addLevel(words, level) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.addEventListener("click", () => {
    levels.hidePopover();
    foldTo(level);
  });
  levels.append(button);
}

// A map opens folded to as many levels as can be read in this window, and to one at least.
function foldAtFirst() {
  if (data.levels) return unfold(data.levels);
  if (!isTree && nodes.length <= FULL) return undefined;
  for (let level = deepest(); level > 1; level--) {
    const seen = nodes.reduce((sum, node) => sum + (node.depth <= level), 0);
    if (seen > FULL) continue;
    unfold(level);
    if (!isTree || fitting(boundsOf(shown(), target)).k >= readable()) return undefined;
  }
  return unfold(1);
}

function unfold(level) {
  for (const node of nodes) setOpen(node, node.depth < level);
  reveal();
  place();
}

// ---- the window ------------------------------------------------------------------------------------------

let wasNarrow = false;

new ResizeObserver(() => {
  const { x, y } = { x: size.width / 2, y: size.height / 2 };
  Object.assign(size, { width: map.clientWidth, height: map.clientHeight });
  look(view.x + size.width / 2 - x, view.y + size.height / 2 - y, view.k);
  if (isNarrow() !== wasNarrow) {
    wasNarrow = isNarrow();
    arrange({ ms: 0 });
    start();
  }
}).observe(map);

if (!document.fullscreenEnabled) page.classList.add("no-full");
sheet.removeAttribute("viewBox");
sheet.removeAttribute("width");
sheet.removeAttribute("height");
layers.nodes.setAttribute("aria-label", root.title);
nodes.forEach(node => { node.group.tabIndex = -1; });
root.group.tabIndex = 0;
try {
  const kept = localStorage.getItem("deckgen-look");
  if (kept === "dark" || kept === "light") page.dataset.look = kept;
} catch { /* as the system has it */ }
Object.assign(size, { width: map.clientWidth, height: map.clientHeight });
wasNarrow = isNarrow();
foldAtFirst();
arrange({ ms: 0 });
page.classList.add("ready");
start();
const asked = addressed();
if (asked) goTo(asked);
setHome(root);
paint();

});
