// Search: in titles, gists and notes. Hits are marked, unfolded, and walked one by one.

const box = byId("words"), field = byId("field");
let hits = [];
let hitAt = -1;

// Words without what search should not mind: case, width, spaces, and marks between Han.
const simple = text => [...text].map(char => {
  const plain = char.normalize("NFKC").toLowerCase();
  return plain.length === char.length ? plain : char;
}).join("");
const bare = text => simple(text).replace(/\s+/g, "");

function hay(node) {
  if (node.hay === undefined) {
    const words = [...node.group.querySelectorAll("text")].filter(text => !text.closest(".fold")).map(text => text.textContent);
    node.hay = bare([node.title, ...words].join(""));
    node.deepHay = node.hay + "\n" + bare(node.about ? node.about.content.textContent : "");
  }
  return node.deepHay;
}

function search() {
  wanted = box.value.trim() ? simple(box.value).trim().split(/\s+/) : [];
  const keys = wanted.map(bare);
  const found = keys.length ? nodes.filter(node => keys.every(key => hay(node).includes(key))) : [];
  // what the map itself says comes before what only notes say, unless nothing does
  for (const node of nodes) {
    node.isHit = false;
    node.dressed = node.dressed && "";
  }
  for (const node of found) node.isHit = true;
  hits = found;
  hitAt = -1;
  document.documentElement.classList.toggle("has-hits", hits.length > 0);
  if (hits.length) stepHit(1);
  else byId("hits").textContent = keys.length ? say("none") : "";
  dirty();
}

function stepHit(by) {
  if (!hits.length) return;
  hitAt = hitAt < 0 ? nearestHit() : (hitAt + by + hits.length) % hits.length;
  const node = hits[hitAt];
  byId("hits").textContent = say("hits", { at: hitAt + 1, count: hits.length });
  goTo(node, { isReading: false, isQuiet: true });
  if (!panel.hidden) fillPanel(node);
}

// The first hit is the first one from the chosen node on, in the order of reading.
function nearestHit() {
  const from = isRinged ? selected.index : 0;
  return Math.max(0, hits.findIndex(node => node.index >= from));
}

function openSearch() {
  document.documentElement.classList.add("is-searching");
  byId("search").setAttribute("aria-expanded", "true");
  box.focus();
  box.select();
}

function shutSearch() {
  const was = document.documentElement.classList.contains("is-searching");
  if (!was) return false;
  const found = hits[hitAt];
  box.value = "";
  search();
  document.documentElement.classList.remove("is-searching");
  byId("search").setAttribute("aria-expanded", "false");
  if (found) choose(found, { isWalk: true });
  else byId("search").focus();
  return true;
}

byId("search").addEventListener("click", () => {
  if (document.documentElement.classList.contains("is-searching") && !box.value) shutSearch();
  else openSearch();
});
byId("before").addEventListener("click", () => stepHit(-1));
byId("after").addEventListener("click", () => stepHit(1));
let pause = 0;
box.addEventListener("input", event => {
  clearTimeout(pause);
  if (!event.isComposing) pause = setTimeout(search, 120);
});
box.addEventListener("compositionend", search);
box.addEventListener("keydown", event => {
  if (event.isComposing) return;
  if (event.key === "Enter") {
    clearTimeout(pause);
    if (bare(box.value) !== wanted.map(bare).join("")) search();
    else stepHit(event.shiftKey ? -1 : 1);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    stepHit(event.key === "ArrowDown" ? 1 : -1);
  } else {
    return;
  }
  event.preventDefault();
});
