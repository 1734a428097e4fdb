// Presents the slides of this page: keys, touch, links, a speaker's window, an overview.
// A slide's address is "#/" and its key; what builds up says in data-step with which click it comes.
"use strict";
(() => {
  const body = document.body;
  const main = document.getElementById("deck");
  const slides = [...main.querySelectorAll(".slide")];
  const isSpeaker = location.hash === "#speaker";
  const isChinese = document.documentElement.lang.startsWith("zh");
  const HELP = isChinese
    ? [["→ ↓ 空格", "下一步"], ["← ↑", "上一步"], ["Home End", "首页、末页"], ["数字 Enter", "跳到第几页"],
       ["F", "全屏"], ["S", "演讲者视图"], ["O", "总览"], ["B", "黑屏"], ["R", "计时归零"],
       ["?", "按键说明"], ["Esc", "关闭"]]
    : [["→ ↓ Space", "next"], ["← ↑", "back"], ["Home End", "first, last"], ["digits Enter", "go to slide"],
       ["F", "full screen"], ["S", "speaker view"], ["O", "overview"], ["B", "black screen"],
       ["R", "restart the clock"], ["?", "these keys"], ["Esc", "close"]];

  let at = 0;  // the slide that is shown, from 0
  let step = 0;  // how many of its clicks were made
  let peer = isSpeaker ? window.opener : null;  // the other window of the two
  let typed = "";  // digits on their way to a slide's number
  let started = Date.now();

  const element = (tag, parent, words = "") => {
    const made = document.createElement(tag);
    made.textContent = words;
    parent.append(made);
    return made;
  };
  const said = element("p", body);
  said.className = "hush";
  said.setAttribute("aria-live", "polite");

  const clicks = slide =>
    Math.max(0, ...[...slide.querySelectorAll("[data-step]")].map(part => +part.dataset.step));
  const isHidden = index => "hidden" in slides[index].dataset;

  // ---- showing ---------------------------------------------------------------------------------

  function show(index, clicksMade = 0, isTold = true) {
    const isOther = index !== at;
    at = Math.min(Math.max(index, 0), slides.length - 1);
    step = Math.min(clicksMade, clicks(slides[at]));
    const next = ahead(1);
    slides.forEach((slide, i) => {
      slide.classList.toggle("now", i === at);
      slide.classList.toggle("next", i === next && i !== at);
    });
    for (const part of slides[at].querySelectorAll("[data-step]")) {
      part.classList.toggle("later", +part.dataset.step > step);
    }
    if (isOther) {
      said.textContent = slides[at].getAttribute("aria-label");
      if (!isSpeaker) location.hash = encodeURI("/" + key(at));
      if (body.classList.contains("overview")) slides[at].scrollIntoView({ block: "nearest" });
    }
    if (isSpeaker) tick();
    if (isTold) tell();
  }

  const key = index => slides[index].id.slice(1);

  function addressed() {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* as it was typed */ }
    return slides.findIndex(slide => slide.id === name);
  }

  // The next slide in a direction; hidden ones are passed over, unless we stand on one.
  function ahead(by) {
    let index = at + by;
    while (index in slides && isHidden(index) && !isHidden(at)) index += by;
    return index in slides ? index : at;
  }

  function forward() {
    lift();
    if (step < clicks(slides[at])) show(at, step + 1);
    else if (ahead(1) !== at) show(ahead(1));
  }

  function back() {
    lift();
    if (step > 0) show(at, step - 1);
    else if (ahead(-1) !== at) show(ahead(-1), Infinity);
  }

  function lift() { body.classList.remove("black"); }

  // ---- two windows -----------------------------------------------------------------------------

  const state = () => ({ deckgen: 1, at, step, black: body.classList.contains("black") });

  function tell() {
    if (peer && !peer.closed) peer.postMessage(state(), "*");
  }

  function openSpeaker() {
    if (isSpeaker) return;
    const page = location.href.split("#")[0] + "#speaker";
    peer = window.open(page, "", "popup,width=1200,height=760");
  }

  addEventListener("message", event => {
    const from = event.source, news = event.data;
    if (!from || !news || news.deckgen !== 1) return;
    if (isSpeaker ? from !== window.opener : from.opener !== window) return;
    if (news.hello) {
      peer = from;
      tell();
    } else if (Number.isInteger(news.at) && Number.isInteger(news.step)) {
      body.classList.toggle("black", news.black === true);
      show(news.at, news.step, false);
    }
  });

  function tick() {
    const two = number => String(number).padStart(2, "0");
    const now = new Date(), passed = Math.floor((now - started) / 1000);
    const [count, spent, clock] = document.getElementById("bar").children;
    count.textContent = `${at + 1} / ${slides.length}`;
    spent.textContent = `${two(Math.floor(passed / 60))}:${two(passed % 60)}`;
    clock.textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
  }

  // ---- overview and help -----------------------------------------------------------------------

  function overview(isOn = !body.classList.contains("overview")) {
    if (isSpeaker) return;
    body.classList.toggle("overview", isOn);
    if (isOn) slides[at].scrollIntoView({ block: "center" });
  }

  const help = element("div", body);
  help.id = "help";
  help.hidden = true;
  const list = element("dl", help);
  for (const [keys, words] of HELP) {
    element("dt", list, keys);
    element("dd", list, words);
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  // ---- input -----------------------------------------------------------------------------------

  const KEYS = {
    ArrowRight: forward, ArrowDown: forward, PageDown: forward, " ": forward, n: forward,
    ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back, p: back,
    Home: () => show(0),
    End: () => show(slides.length - 1),
    f: fullScreen,
    s: openSpeaker,
    o: () => overview(),
    b: () => { body.classList.toggle("black"); tell(); },
    r: () => { started = Date.now(); },
    "?": () => { help.hidden = !help.hidden; },
    Escape: () => { help.hidden = true; overview(false); lift(); tell(); },
    Enter: () => {
      const number = parseInt(typed, 10);
      if (number) show(number - 1);
      else if (body.classList.contains("overview")) overview(false);
      else forward();
    },
  };
  KEYS["."] = KEYS.b;

  // In the overview the arrows go from slide to slide, and up and down by a row.
  function walk(pressed) {
    const row = slides.filter(slide => slide.offsetTop === slides[0].offsetTop).length;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[pressed];
    if (by && at + by in slides) show(at + by);
    return by;
  }

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && event.target.closest?.("a")) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (/^\d$/.test(name)) {
      typed += name;
      return;
    }
    const act = name === " " && event.shiftKey ? back : KEYS[name];
    if (act) {
      event.preventDefault();
      if (!body.classList.contains("overview") || !walk(name)) act();
    }
    typed = "";
  });

  addEventListener("click", event => {
    if (!help.hidden) {
      help.hidden = true;
    } else if (body.classList.contains("overview")) {
      const chosen = slides.indexOf(event.target.closest(".slide"));
      if (chosen >= 0) {
        overview(false);
        show(chosen);
      }
    } else if (!event.target.closest("a, .notes") && getSelection().isCollapsed) {
      forward();
    }
  });

  let touched = null;
  addEventListener("touchstart", event => {
    touched = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  addEventListener("touchend", event => {
    if (!touched || body.classList.contains("overview")) return;
    const end = event.changedTouches[0];
    const x = end.clientX - touched.clientX, y = end.clientY - touched.clientY;
    touched = null;
    if (Math.abs(x) > 40 && Math.abs(x) > 1.5 * Math.abs(y)) (x < 0 ? forward : back)();
  }, { passive: true });

  addEventListener("hashchange", () => {
    const index = addressed();
    if (index >= 0 && index !== at) {
      overview(false);
      lift();
      show(index);
    }
  });

  let rest = 0;
  addEventListener("mousemove", () => {
    body.classList.remove("idle");
    clearTimeout(rest);
    rest = setTimeout(() => body.classList.add("idle"), 3000);
  });

  // ---- start -----------------------------------------------------------------------------------

  body.classList.add("live");
  if (isSpeaker) {
    body.classList.add("speaker");
    const bar = element("header", main);
    bar.id = "bar";
    for (let i = 0; i < 3; i++) element("span", bar);
    setInterval(tick, 500);
    if (peer) peer.postMessage({ deckgen: 1, hello: true }, "*");
  }
  at = Math.max(0, addressed());
  show(at, 0, false);
})();
