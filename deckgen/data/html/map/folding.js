// Folding: what is shown changes, the rest closes up, and all of it goes there in one sweep.

let stopMove = () => {};
let arranged = 0;  // how often places were found anew

// `anchor` is a node that stays where it is in the window; `after` is done once all has arrived.
function arrange({ anchor = null, ms = 320, after = () => {} } = {}) {
  stopMove();
  const wasShown = nodes.map(node => node.isShown);
  reveal();
  place();
  arranged++;
  const going = [];
  for (const node of nodes) {
    const from = wasShown[node.index] || node.alpha > 0 ? { x: node.x, y: node.y } : null;
    if (node.isShown) {
      const start = from ?? hiding(node, above => wasShown[above.index], above => above);
      going.push({ node, from: start, to: node.to, alpha: from ? node.alpha : 0, light: 1 });
    } else if (from) {
      const end = hiding(node, above => above.isShown, above => above.to);
      going.push({ node, from, to: end, alpha: node.alpha, light: 0 });
    }
  }
  isAtHome = false;
  const held = anchor && { x: anchor.x * view.k + view.x, y: anchor.y * view.k + view.y };
  stopMove = run(ms, share => {
    for (const { node, from, to, alpha, light } of going) {
      node.x = from.x + (to.x - from.x) * share;
      node.y = from.y + (to.y - from.y) * share;
      node.alpha = alpha + (light - alpha) * share;
    }
    if (held) Object.assign(view, { x: held.x - anchor.x * view.k, y: held.y - anchor.y * view.k });
  }, () => { settled(); after(); });
}

function settled() {
  isAtHome = nodes.every(node => node.isShown
    && Math.abs(node.x - node.home.x) < 0.5 && Math.abs(node.y - node.home.y) < 0.5);
  if (isAtHome) for (const node of nodes) Object.assign(node, node.home);
}

// The place of the nearest node above that is seen: a hidden one comes from there, or goes there.
function hiding(node, isSeen, at) {
  let above = node.parent;
  while (above && !isSeen(above)) above = above.parent;
  if (!above) return { ...node.to };
  const place = at(above);
  if (!isTree) return { ...node.home };
  const leans = node.home.x + node.w / 2 < above.home.x + above.w / 2;
  return { x: leans ? place.x : place.x + above.w - node.w, y: place.y + (above.h - node.h) / 2 };
}

function setOpen(node, isOpen) {
  node.isOpen = isOpen;
  tellState(node);
}

function toggle(node, isOpen = !node.isOpen) {
  if (!node.children.length) return;
  setOpen(node, isOpen);
  if (isBelow(selected, node) && !isOpen && selected !== node) choose(node);
  arrange({ anchor: node, after: () => { if (isOpen) nudgeFan(boundsOf([node, ...node.children])); } });
  if (!isOpen) announce(say("folded", { n: count(node) }));
}

// Shows what has been unfolded, as far as the window has room for it beside its head.
function nudgeFan(fan) {
  const { width, height } = room();
  if (fan.width * view.k < width - 40 && fan.height * view.k < height - 40) nudge(fan);
}

function unfoldTo(node) {
  const folded = ancestors(node).filter(above => !above.isOpen && isBelow(node, above));
  folded.forEach(above => setOpen(above, true));
  if (folded.length) arrange();
}

// Unfolds everything down to a level, counted from the head of what is shown.
function foldTo(level) {
  for (const node of branch(home)) setOpen(node, node.depth - home.depth < level);
  if (!selected.isShown || ancestors(selected).some(above => !above.isOpen)) {
    choose(ancestors(selected).find(above => !above.isOpen) ?? home, { isQuiet: true });
    isRinged = false;
  }
  arrange();
  fitOrStart();
}

function fitOrStart() {
  const whole = fitting(boundsOf(shown(), target));
  if (whole.k >= readable() / 2) glide(whole);
  else centre(home);
}

// ---- one branch alone ----------------------------------------------------------------------------------

const crumbs = byId("crumbs");

function setHome(node) {
  home = node;
  setOpen(node, true);
  byId("up").hidden = node === root;
  crumbs.replaceChildren(...[...ancestors(node), node].flatMap((above, i, all) => {
    const step = document.createElement(above === home ? "span" : "button");
    step.textContent = above.title;
    if (above !== home) step.addEventListener("click", () => focusOn(above));
    return i ? [Object.assign(document.createElement("i"), { textContent: "›" }), step] : [step];
  }));
}

function focusOn(node) {
  setHome(node);
  choose(node);
  arrange();
  fitOrStart();
}

byId("up").addEventListener("click", () => focusOn(root));
