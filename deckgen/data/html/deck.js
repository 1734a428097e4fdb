// Presents the slides of this page: keys, touch, links, a speaker's window, an overview.
// A slide's address is "#/" and its key. What builds up says in data-step with which click it comes,
// data-transition how a slide comes in, data-minutes how long it may take.
"use strict";
(() => {
  const body = document.body;
  const main = document.getElementById("deck");
  const slides = [...main.querySelectorAll(".slide")];
  const isSpeaker = location.hash === "#speaker";
  const isChinese = document.documentElement.lang.startsWith("zh");
  const SAY = isChinese
    ? { next: "下一页", end: "最后一页", steps: "还有 $ 步", spent: "已讲", planned: "计划", slide: "本页", now: "现在",
        minutes: "$ 分钟", late: "慢了 $", early: "早了 $", onTime: "正好", pause: "暂停", go: "继续", restart: "归零",
        forward: "下一步", back: "上一步", overview: "总览", speaker: "演讲者视图", full: "全屏", keys: "按键",
        noNotes: "没有备注", map: "导图", blocked: "浏览器拦住了新窗口" }
    : { next: "Next", end: "Last slide", steps: "$ more to come", spent: "Elapsed", planned: "of", slide: "This slide", now: "Time",
        minutes: "$ min", late: "$ behind", early: "$ ahead", onTime: "on time", pause: "Pause", go: "Go on", restart: "Restart",
        forward: "Next", back: "Back", overview: "Overview", speaker: "Speaker view", full: "Full screen", keys: "Keys",
        noNotes: "No notes", map: "Map", blocked: "The browser stopped the new window" };
  const HELP = isChinese
    ? [["→ ↓ 空格", "下一步"], ["← ↑", "上一步"], ["Home End", "首页、末页"], ["数字 Enter", "跳到第几页"],
       ["F", "全屏"], ["S", "演讲者视图"], ["O", "总览"], ["B", "黑屏"], ["R", "计时归零"], ["+ −", "备注字号"],
       ["?", "按键说明"], ["Esc", "关闭"]]
    : [["→ ↓ Space", "next"], ["← ↑", "back"], ["Home End", "first, last"], ["digits Enter", "go to slide"],
       ["F", "full screen"], ["S", "speaker view"], ["O", "overview"], ["B", "black screen"],
       ["R", "restart the clock"], ["+ −", "size of the notes"], ["?", "these keys"], ["Esc", "close"]];
  // How a slide comes in, and how the one before it leaves: as PowerPoint does it with ours
  const CALM = { duration: 600, easing: "cubic-bezier(.3, 0, .2, 1)" };
  const WAYS = {
    fade: [[{ opacity: 0 }, { opacity: 1 }], null],
    push: [[{ transform: "translateX(100%)" }, { transform: "none" }], [{ transform: "none" }, { transform: "translateX(-100%)" }]],
    rise: [[{ transform: "translateY(100%)" }, { transform: "none" }], [{ transform: "none" }, { transform: "translateY(-100%)" }]],
  };
  const APPEAR = [{ opacity: 0 }, { opacity: 1 }];

  let at = 0;  // the slide that is shown, from 0
  let step = 0;  // how many of its clicks were made
  let peer = isSpeaker ? window.opener : null;  // the other window of the two
  let typed = "";  // digits on their way to a slide's number
  let started = Date.now();
  let paused = 0;  // when the clock was stopped, or 0
  let moving = [];  // what is on its way

  const element = (tag, parent, words = "", name = "") => {
    const made = document.createElement(tag);
    made.textContent = words;
    if (name) made.id = name;
    parent.append(made);
    return made;
  };
  const button = (parent, words, label, act) => {
    const made = element("button", parent, words);
    made.type = "button";
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", event => {
      event.stopPropagation();
      made.blur();  // or the space bar would press it again
      act();
    });
    return made;
  };
  const said = element("p", body);
  said.className = "hush";
  said.setAttribute("aria-live", "polite");

  const clicks = slide =>
    Math.max(0, ...[...slide.querySelectorAll("[data-step]")].map(part => +part.dataset.step));
  const isHidden = index => "hidden" in slides[index].dataset;
  const minutes = index => (isHidden(index) ? 0 : +slides[index].dataset.minutes || 0);
  const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  // ---- showing ---------------------------------------------------------------------------------

  function show(index, clicksMade = 0, isTold = true) {
    const before = { at, step };
    const isOther = index !== at;
    at = Math.min(Math.max(index, 0), slides.length - 1);
    step = Math.min(clicksMade, clicks(slides[at]));
    settle();
    const next = ahead(1);
    slides.forEach((slide, i) => {
      slide.classList.toggle("now", i === at);
      slide.classList.toggle("next", i === next && i !== at);
    });
    for (const part of slides[at].querySelectorAll("[data-step]")) {
      part.classList.toggle("later", +part.dataset.step > step);
    }
    move(before);
    if (isOther) {
      said.textContent = slides[at].getAttribute("aria-label");
      if (!isSpeaker) location.hash = encodeURI("/" + key(at));
      if (body.classList.contains("overview")) slides[at].scrollIntoView({ block: "nearest" });
    }
    bar.firstElementChild.style.width = `${100 * (at + 1) / slides.length}%`;
    count.textContent = `${at + 1} / ${slides.length}`;
    if (isSpeaker) brief(next);
    if (isTold) tell();
  }

  // Let a slide come in, or what a click brings; on the way back all is there at once.
  function move(before) {
    if (isSpeaker || isStill() || body.classList.contains("overview")) return;
    if (at === before.at && step === before.step + 1) {
      for (const part of slides[at].querySelectorAll(`[data-step="${step}"]`)) {
        moving.push(part.animate(APPEAR, { duration: 400, easing: "ease-out" }));
      }
    }
    const way = WAYS[slides[at].dataset.transition];
    if (!way || at <= before.at) return;
    const old = slides[before.at];
    old.classList.add("gone");
    const [comes, leaves] = way;
    if (leaves) moving.push(old.animate(leaves, CALM));
    const coming = slides[at].animate(comes, CALM);
    coming.onfinish = () => old.classList.remove("gone");
    moving.push(coming);
  }

  function settle() {
    for (const one of moving) one.cancel();
    moving = [];
    for (const slide of slides) slide.classList.remove("gone");
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
    peer = window.open(page, "", "popup,width=1280,height=800");
    if (!peer) setTimeout(() => { number.textContent = SAY.blocked; });  // after the key's own end
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

  // ---- the speaker's clock, and what comes next --------------------------------------------------

  const two = number => String(number).padStart(2, "0");
  const time = seconds => `${two(Math.floor(Math.round(seconds) / 60))}:${two(Math.round(seconds) % 60)}`;
  const desk = {};  // the parts of the speaker's window, by name
  const total = slides.reduce((sum, _, i) => sum + minutes(i), 0);

  function furnish() {
    body.classList.add("speaker");
    const head = element("header", main, "", "head");
    for (const name of ["number", "title", "steps"]) desk[name] = element("span", head);
    desk.then = element("p", main, "", "then");
    const clock = element("div", main, "", "clock");
    for (const name of total ? ["spent", "slide", "now"] : ["spent", "now"]) {
      const part = element("div", clock, "", name);
      element("small", part, SAY[name]);
      desk[name] = element("b", part);
      desk[`${name}Note`] = element("span", part);
    }
    const knobs = element("div", clock, "", "knobs");
    desk.pause = button(knobs, SAY.pause, SAY.pause, pause);
    button(knobs, SAY.restart, SAY.restart, restart);
    button(knobs, "‹", SAY.back, back);
    button(knobs, "›", SAY.forward, forward);
    for (const slide of slides) {
      const notes = slide.querySelector(".notes");
      if (!notes.childElementCount) element("p", notes, SAY.noNotes).className = "none";
    }
    setInterval(tick, 500);
  }

  function brief(next) {
    const label = index => slides[index].getAttribute("aria-label");
    desk.number.textContent = `${at + 1} / ${slides.length}`;
    const left = clicks(slides[at]) - step;
    desk.title.textContent = label(at).replace(/^\d+ · /, "");
    desk.steps.textContent = left ? SAY.steps.replace("$", left) : "";
    desk.then.textContent = next === at ? SAY.end : `${SAY.next} · ${label(next)}`;
    tick();
  }

  // Compare the clock with the minutes planned until now: this slide's own are a margin.
  function tick() {
    const now = new Date();
    const passed = Math.floor(((paused || now) - started) / 1000);
    desk.spent.textContent = time(passed);
    desk.now.textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
    if (!total) return;
    const from = 60 * slides.slice(0, at).reduce((sum, _, i) => sum + minutes(i), 0);
    const late = passed - from - 60 * minutes(at);
    const news = late > 0 ? SAY.late.replace("$", time(late))
      : passed < from ? SAY.early.replace("$", time(from - passed)) : SAY.onTime;
    desk.spentNote.textContent = `/ ${time(60 * total)}`;
    desk.slide.textContent = minutes(at) ? SAY.minutes.replace("$", minutes(at)) : "–";
    desk.slideNote.textContent = news;
    desk.slideNote.className = late > 60 ? "late" : late > 0 ? "soon" : "";
  }

  function restart() {
    started = Date.now();
    if (paused) paused = started;
    if (isSpeaker) tick();
  }

  function pause() {
    if (paused) started += Date.now() - paused;
    paused = paused ? 0 : Date.now();
    desk.pause.textContent = paused ? SAY.go : SAY.pause;
    tick();
  }

  let notesSize = 1.4;  // rem
  function enlarge(by) {
    notesSize = Math.min(3, Math.max(.9, notesSize * by));
    main.style.setProperty("--notes", `${notesSize}rem`);
  }

  // ---- overview, tools and help ------------------------------------------------------------------

  function overview(isOn = !body.classList.contains("overview")) {
    if (isSpeaker) return;
    settle();
    body.classList.toggle("overview", isOn);
    if (isOn) slides[at].scrollIntoView({ block: "center" });
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  const openMap = () => { if (slides[at].dataset.twin && !isSpeaker) location.href = slides[at].dataset.twin; };
  const bar = element("div", body, "", "progress");
  element("i", bar);
  const tools = element("nav", body, "", "tools");
  button(tools, "‹", SAY.back, back);
  const count = element("span", tools);
  button(tools, "›", SAY.forward, forward);
  button(tools, SAY.overview, SAY.overview, () => overview());
  if (slides[0].dataset.twin) button(tools, SAY.map, `${SAY.map} (M)`, openMap);
  button(tools, SAY.speaker, SAY.speaker, openSpeaker).className = "wide";
  if (document.fullscreenEnabled) button(tools, SAY.full, SAY.full, fullScreen);
  button(tools, SAY.keys, SAY.keys, () => { help.hidden = false; }).className = "wide";
  const number = element("output", body, "", "typed");

  const help = element("div", body, "", "help");
  help.hidden = true;
  const list = element("dl", help);
  for (const [keys, words] of slides[0].dataset.twin ? [...HELP, ["M", SAY.map]] : HELP) {
    element("dt", list, keys);
    element("dd", list, words);
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
    r: restart,
    m: openMap,
    "+": () => enlarge(1.1), "=": () => enlarge(1.1),
    "-": () => enlarge(1 / 1.1),
    "?": () => { help.hidden = !help.hidden; },
    Escape: () => { help.hidden = true; overview(false); lift(); tell(); },
    Enter: () => {
      const wanted = parseInt(typed, 10);
      if (wanted) show(wanted - 1);
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

  function type(digits) {
    typed = digits.slice(-4);
    number.textContent = typed;
  }

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (["Enter", " "].includes(event.key) && event.target.closest?.("a, button")) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (/^\d$/.test(name)) {
      type(typed + name);
      return;
    }
    const act = name === " " && event.shiftKey ? back : KEYS[name];
    if (act) {
      event.preventDefault();
      if (!body.classList.contains("overview") || !walk(name)) act();
    }
    type("");
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
    } else if (!event.target.closest("a, .notes, #clock, #tools") && getSelection().isCollapsed) {
      forward();
    }
  });

  let touched = null;
  addEventListener("touchstart", event => {
    touched = event.touches.length === 1 ? event.touches[0] : null;
    wake();
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
  function wake() {
    body.classList.remove("idle");
    clearTimeout(rest);
    rest = setTimeout(() => body.classList.add("idle"), 2500);
  }
  addEventListener("mousemove", wake);

  // ---- start -----------------------------------------------------------------------------------

  body.classList.add("live", "idle");
  at = Math.max(0, addressed());
  if (isSpeaker) furnish();
  show(at, 0, false);
  if (isSpeaker && peer) peer.postMessage({ deckgen: 1, hello: true }, "*");
})();
