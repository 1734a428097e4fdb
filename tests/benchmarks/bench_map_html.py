"""How fluid the HTML map is: `python tests/benchmarks/bench_map_html.py [NODES] [LAYOUT]`.

Makes a map of 10,000 nodes, opens it in a headless Chromium, and prints how long that took, and the
time from frame to frame while it is dragged, zoomed, folded and searched. Headless Chromium draws
without a graphics card: a screen's own browser is faster.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from chrome import Browser, Tab  # noqa: E402 - the tests' own driver, found by the line above

from deckgen import compile_map, read_outline  # noqa: E402 - as above

BRANCHES, TWIGS = 20, 24
FRAMES = """
window.dragging = null;
HTMLElement.prototype.setPointerCapture = () => {};
window.map = document.getElementById("map");
window.point = (type, x, y) => map.dispatchEvent(new PointerEvent(type, {
  bubbles: true, pointerId: 1, button: 0, clientX: x, clientY: y }));
window.drag = i => {
  const x = 640 + 180 * Math.sin(i / 20), y = 360 + 200 * Math.sin(i / 13);
  point(i ? "pointermove" : "pointerdown", x, y);
};
window.wheel = i => map.dispatchEvent(new WheelEvent("wheel", {
  bubbles: true, cancelable: true, deltaY: i % 40 < 20 ? -60 : 60, clientX: 640, clientY: 360 }));
window.frames_of = (count, each) => new Promise(done => {
  const times = [];
  let last = 0;
  const turn = now => {
    if (last) times.push(now - last);
    last = now;
    each(times.length);
    if (times.length < count) return requestAnimationFrame(turn);
    point("pointerup", 640, 360);
    times.sort((a, b) => a - b);
    done([times[count >> 1], times[Math.floor(count * 0.95)], times.at(-1)]);
  };
  requestAnimationFrame(turn);
}); 0
"""


def outline(count: int) -> str:
    """Return an outline of about so many nodes on three levels."""
    twig = ", ".join(f"叶子 {leaf}" for leaf in range(TWIGS))
    twigs = "".join(f"\n    - 小枝 {i}: [{twig}]" for i in range(BRANCHES))
    tops = max(1, count // (BRANCHES * (TWIGS + 1)))
    return "title: 大图\ntopics:" + "".join(
        f"\n- 大枝 {top}:\n    points:{twigs}" for top in range(tops)
    )


def shown(tab: Tab, name: str, each: str, count: int = 90) -> None:
    """Print the median, the 95th of a hundred, and the longest time between two frames."""
    median, late, most = tab.ask(f"frames_of({count}, {each})")
    scale = tab.ask("document.getElementById('scale').textContent")
    print(f"{name:24} {scale:>5} {median:7.1f} {late:7.1f} {most:7.1f}")


def zoomed(tab: Tab, percent: int) -> None:
    tab.ask(
        "new Promise(done => { const turn = () => {"
        f" if (parseInt(document.getElementById('scale').textContent) >= {percent}) return done(0);"
        " map.dispatchEvent(new WheelEvent('wheel', {bubbles: true, cancelable: true, deltaY: -60,"
        " clientX: 640, clientY: 360})); requestAnimationFrame(turn); }; turn(); })"
    )


def measure(browser: Browser, page: Path) -> None:
    start = time.perf_counter()
    tab = browser.tab(page.as_uri())
    tab.until("document.documentElement.classList.contains('ready')")
    print(f"opened in {time.perf_counter() - start:.2f} s, {page.stat().st_size / 1e6:.1f} MB")
    tab.call("Emulation.setDeviceMetricsOverride", **WINDOW)
    tab.ask(FRAMES)
    print(f"{'milliseconds a frame':24} {'scale':>5} {'median':>7} {'95 %':>7} {'most':>7}")
    tab.press("*")
    time.sleep(1)
    shown(tab, "drag, to be read", "drag")
    for percent in (0, 5, 10, 20, 30):
        tab.press("0")
        time.sleep(0.7)
        zoomed(tab, percent)
        shown(tab, "drag" if percent else "drag, the whole map", "drag")
        shown(tab, "zoom" if percent else "zoom, the whole map", "wheel")
    tab.press("0")
    time.sleep(0.7)
    for name, key in (("fold to two levels", "2"), ("unfold all", "*"), ("fold to one", "1")):
        event = f"dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', bubbles: true}}))"
        shown(tab, name, f"i => i === 2 && {event}", 60)
        time.sleep(0.7)
    start = time.perf_counter()
    tab.press("/")
    tab.ask(
        "(i => { i.value = '叶子 7'; i.dispatchEvent(new InputEvent('input')) })"
        "(document.getElementById('words'))"
    )
    tab.until("document.getElementById('hits').textContent !== ''")
    hits = tab.ask("document.getElementById('hits').textContent")
    print(f"searched in {time.perf_counter() - start:.2f} s: {hits}")


WINDOW: dict[str, Any] = {"width": 1280, "height": 720, "deviceScaleFactor": 1, "mobile": False}


def main(count: int = 10_000, layout: str = "tree") -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, page = Path(folder, "map.yaml"), Path(folder, "map.html")
        source.write_text(outline(count), "utf-8")
        start = time.perf_counter()
        page.write_bytes(compile_map(read_outline(source), format="html", layout=layout))
        print(f"{count} nodes as '{layout}' made in {time.perf_counter() - start:.2f} s")
        with Browser(Path(folder, "profile")) as browser:
            measure(browser, page)


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int(words[0]) if words else 10_000, words[1] if words[1:] else "tree")
