// The map as it is shown, as a file or on the clipboard: SVG, PNG, or words.

const MOST_SIDE = 16000, MOST_AREA = 120e6, EDGE = 36;  // pixels that browsers can still draw
const XLINK = "http://www.w3.org/1999/xlink";

// Returns the map as an element by itself: colours for their names, nothing that only a page needs.
function picture() {
  const seen = shown();
  const frame = boundsOf(seen);
  const at = { x: frame.x - EDGE, y: frame.y - EDGE, width: frame.width + 2 * EDGE, height: frame.height + 2 * EDGE };
  const svg = draw("svg", {
    viewBox: Object.values(at).map(value => value.toFixed(2)).join(" "),
    width: Math.ceil(at.width), height: Math.ceil(at.height), "font-family": sheet.getAttribute("font-family"),
  });
  draw("title", {}, svg).textContent = home.title;
  draw("rect", { ...at, fill: "var(--background)" }, svg);
  const copies = [
    ...seenGrounds(),
    ...seen.filter(node => node.edge && node !== home).map(paintEdge), ...seenMarks(),
    ...seenTies().map(drawTie), ...seen.map(paintNode),
  ];
  for (const element of copies) svg.append(plain(element.cloneNode(true)));
  return { svg, ...at };
}

function plain(copy) {
  copy.querySelectorAll(".found, .fold:not(.is-folded), .reach, .minus").forEach(part => part.remove());
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes]) {
      if (/^(data-|aria-|role|tabindex|class|id|target|rel|pointer-events)/.test(name)) {
        if (name === "class" && value === "face") element.setAttribute("fill", "var(--background)");
        element.removeAttribute(name);
      } else if (name === "href") {  // in SVG 1.1's words, which Inkscape knows; jumps are the page's
        element.removeAttribute(name);
        if (!value.startsWith("#")) element.setAttributeNS(XLINK, "xlink:href", value);
      }
    }
  }
  for (const text of copy.querySelectorAll("text:not([font-size])")) {  // the number on a knob
    for (const [name, value] of Object.entries({ "font-size": 12, "text-anchor": "middle", fill: "var(--muted)" })) {
      text.setAttribute(name, value);
    }
  }
  return copy;
}

function svgText(svg) {
  const text = new XMLSerializer().serializeToString(svg);
  return text.replace(/var\((--[\w-]+)\)/g, name => ink(name));
}

async function pngBlob() {
  const { svg, width, height } = picture();
  const scale = Math.min(2, MOST_SIDE / width, MOST_SIDE / height, Math.sqrt(MOST_AREA / width / height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  if (scale < 1) toast(say("too_large", { n: Math.round(scale * 100) }));
  return new Promise((done, fail) => canvas.toBlob(blob => (blob ? done(blob) : fail()), "image/png"));
}

function download(blob, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${home.title.replace(/[\\/:*?"<>|\s]+/g, " ").trim().slice(0, 60) || "map"}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  toast(say("saved"));
}

// The branch as an indented list, with its gists.
function asText() {
  return shown().map(node => `${"  ".repeat(node.depth - home.depth)}- ${node.title.replace(/\s+/g, " ")}`).join("\n") + "\n";
}

const DEEDS = {
  svg: () => download(new Blob([svgText(picture().svg)], { type: "image/svg+xml" }), "svg"),
  png: async () => download(await pngBlob(), "png"),
  picture: () => copy(new ClipboardItem({ "image/png": pngBlob() })),
  text: () => copy(new ClipboardItem({ "text/plain": new Blob([asText()], { type: "text/plain" }) })),
  link: () => copy(new ClipboardItem({ "text/plain": new Blob([location.href], { type: "text/plain" }) })),
  print: () => print(),
  help: () => showHelp(),
};

async function copy(item) {
  await navigator.clipboard.write([item]);
  toast(say("copied"));
}

byId("more").addEventListener("click", async event => {
  const deed = DEEDS[event.target.closest("[data-do]")?.dataset.do];
  if (!deed) return;
  byId("more").hidePopover();
  try {
    await deed();
  } catch {
    toast(say("refused"));
  }
});

// ---- on paper: all that is shown, on one page ----------------------------------------------------------

let isPrinting = false;  // then the window counts for nothing

addEventListener("beforeprint", () => {
  stopMove();
  for (const node of shown()) Object.assign(node, node.to, { alpha: 1 });
  isPrinting = true;
  keep(layers.nodes, shown().map(paintNode));
  keep(layers.grounds, seenGrounds());
  keep(layers.edges, shown().filter(node => node.edge && node !== home).map(paintEdge));
  const { x, y, width, height } = boundsOf(shown());
  sheet.setAttribute("viewBox", `${x - EDGE} ${y - EDGE} ${width + 2 * EDGE} ${height + 2 * EDGE}`);
  world.removeAttribute("transform");
});

addEventListener("afterprint", () => {
  isPrinting = false;
  sheet.removeAttribute("viewBox");
  dirty();
});
