"""The HTML map in a real Chromium, headless: folding, search, keys, notes, export, hostile words.

Nothing moves slowly here: the browser is told that motion is to be reduced. Without Chromium these
tests are skipped; with DECKGEN_REQUIRE_OFFICE=1 that is a failure.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
from chrome import Browser, Tab
from html_pages import Elements
from maps_in_html import HOSTILE, TALK, data, html

from deckgen import compile_map, read_outline
from deckgen.model.outline import MapView
from deckgen.orders import Order, Product, carry_out
from deckgen.pipeline import Themes
from deckgen.terminal import Terminal

pytestmark = pytest.mark.browser

NODES = "[...document.querySelectorAll('.node')]"
KEYS = f"{NODES}.map(n => n.id)"
CHOSEN = "document.querySelector('.node[tabindex=\"0\"]')?.id"
SVG = "{http://www.w3.org/2000/svg}"
# Where every node stands on the map: of its words and ground, not of what the page adds
BOXES = """Object.fromEntries([...document.querySelectorAll('.node')].map(n => {
  const by = n.transform.baseVal.consolidate()?.matrix ?? {e: 0, f: 0};
  const box = n.querySelector(':scope > g > :first-child').getBBox();
  return [n.id, [box.x + by.e, box.y + by.f, box.width, box.height]];
}))"""
MOVED = """Object.fromEntries([...document.querySelectorAll('.node')].map(n => {
  const by = n.transform.baseVal.consolidate()?.matrix ?? {e: 0, f: 0};
  return [n.id, [by.e, by.f]];
}))"""
TREES = ("logic", "logic_left", "balanced", "org", "org_up", "tree")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("map")


def opened(browser: Browser, folder: Path, text: str = TALK, **how: str) -> Tab:
    """Write the map of an outline and open it, at `key` if there is one."""
    key = how.pop("key", "")
    page = folder / "导图 一.html"
    page.write_text(html(text, **how), "utf-8")
    tab = browser.tab(page.as_uri() + key)
    tab.call("Emulation.setEmulatedMedia", features=[REDUCED])
    tab.until("document.documentElement.classList.contains('ready')")
    return tab


REDUCED = {"name": "prefers-reduced-motion", "value": "reduce"}


@pytest.fixture
def tab(browser: Browser, folder: Path) -> Tab:
    return opened(browser, folder)


def click(tab: Tab, selector: str, times: int = 1) -> None:
    """Press the mouse in the middle of an element, once it is where it will stay."""
    settled(tab)
    x, y = tab.ask(
        f"(r => [r.x + r.width / 2, r.y + r.height / 2])"
        f"(document.querySelector({selector!r}).getBoundingClientRect())"
    )
    for count in range(1, times + 1):
        for kind in ("mousePressed", "mouseReleased"):
            how = {"button": "left", "clickCount": count, "x": x, "y": y}
            tab.call("Input.dispatchMouseEvent", type=kind, **how)


def search(tab: Tab, words: str) -> None:
    tab.press("/")
    tab.ask(
        f"(i => {{ i.value = {words!r}; i.dispatchEvent(new InputEvent('input')) }})"
        "(document.getElementById('words'))"
    )
    tab.until("document.getElementById('hits').textContent !== ''")


def settled(tab: Tab) -> None:
    """Wait for the page to have drawn what was asked for."""
    tab.ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_it_opens_whole_and_large_enough_to_be_read(tab: Tab) -> None:
    """All nodes of a small map are in the window, in reading order, none of them too small."""
    assert tab.ask(KEYS)[:4] == ["top", "t1", "t1.1", "t1.1~1"]
    assert int(tab.ask("document.getElementById('scale').textContent").rstrip("%")) >= 62
    inside = f"{NODES}.every(n => (r => r.x >= 0 && r.y >= 0 && r.right <= innerWidth)"
    assert tab.ask(f"{inside}(n.getBoundingClientRect()))") is True


@pytest.mark.parametrize("layout", TREES)
def test_a_branch_folds_and_the_rest_closes_up(browser: Browser, folder: Path, layout: str) -> None:
    """What is folded is gone and counted, nothing overlaps; unfolded all is as it was drawn."""
    tab = opened(browser, folder, layout=layout)
    whole = tab.ask(BOXES)
    click(tab, "[id='t1.2'] .fold")
    settled(tab)
    folded = tab.ask(BOXES)
    assert sorted(set(whole) - set(folded)) == ["t1.2.1", "t1.2.2", "t1.2.3"]
    assert tab.ask("document.getElementById('t1.2').getAttribute('aria-expanded')") == "false"
    assert tab.ask("document.querySelector('[id=\"t1.2\"] .fold text').textContent") == "3"
    assert not [pair for pair in combinations(folded, 2) if overlap(*(folded[k] for k in pair))]
    assert extent(folded) < extent(whole) + 1
    click(tab, "[id='t1.2'] .fold")
    settled(tab)
    assert tab.ask(BOXES) == whole
    assert tab.ask(f"{NODES}.some(n => n.hasAttribute('transform'))") is False


def overlap(one: list[float], other: list[float]) -> bool:
    (ax, ay, aw, ah), (bx, by, bw, bh) = one, other
    return ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah


def extent(boxes: dict[str, list[float]]) -> float:
    """How wide and high a map is, added up."""
    return sum(
        max(box[side] + box[side + 2] for box in boxes.values())
        - min(box[side] for box in boxes.values())
        for side in (0, 1)
    )


def test_the_browser_lays_out_as_we_do(browser: Browser, folder: Path) -> None:
    """Folded to one level, nodes stand to each other as in a map that was drawn of one level."""
    tab = opened(browser, folder, layout="logic")
    tab.press("1")
    settled(tab)
    folded = tab.ask(BOXES)
    drawn = opened(browser, folder, f"map: {{depth: 1}}\n{TALK}", layout="logic").ask(BOXES)
    assert list(folded) == list(drawn) == ["top", "t1", "t2", "t3"]
    for key in folded:
        there = [a - b for a, b in zip(folded[key], folded["top"], strict=True)]
        here = [a - b for a, b in zip(drawn[key], drawn["top"], strict=True)]
        assert there == pytest.approx(here, abs=0.1)


@pytest.mark.parametrize(
    ("theme", "layout"),
    [("ink", "balanced"), ("academy", "org"), ("notebook", "tree"), ("notebook", "logic_left")],
)
def test_edges_keep_to_their_nodes(browser: Browser, folder: Path, layout: str, theme: str) -> None:
    """After folding, each branch reaches from its parent's box to its own."""
    tab = opened(browser, folder, layout=layout, theme=theme)
    rows = data(html(layout=layout, theme=theme))["nodes"]
    keys = [
        attrs["id"]
        for _, attrs in Elements(html(layout=layout, theme=theme)).found
        if attrs.get("role") == "treeitem"
    ]
    click(tab, "[id='t1.2'] .fold")
    settled(tab)
    boxes = {}
    for key, (dx, dy) in tab.ask(MOVED).items():
        x, y, width, height = rows[keys.index(key)][1:5]
        boxes[key] = [x + dx - 3, y + dy - 3, width + 6, height + 6]
    edges = tab.ask(
        "[...document.querySelectorAll('#edges path')].map(p => (b =>"
        " [+p.dataset.n, [b.x, b.y, b.width, b.height]])(p.getBBox()))"
    )
    assert len(edges) == len(boxes) - 1
    for index, reach in edges:
        assert overlap(reach, boxes[keys[index]]), keys[index]
        assert overlap(reach, boxes[keys[rows[index][0]]]), keys[index]


TIES = """
title: 书
map: balanced
topics:
- 一:
    id: one
    points: [甲, 乙, {丙: {points: [子, 丑, 寅, 卯], relates: [{to: six, label: 远处}]}}]
- 二: [甲, 乙, 丙, 丁]
- 三: [甲, 乙, 丙]
- 四: {id: four, points: [甲, 乙, {丙: {relates: [{to: six, label: 相邻之外}]}}]}
- 五: [甲, 乙, 丙, 丁, 戊]
- 六: {id: six, points: [甲, {乙: {relates: [{to: one, label: 回头}]}}]}
"""
CROSSED = """[...document.querySelectorAll('#ties > g')].flatMap(tie => {
  const path = tie.querySelector('path'), length = path.getTotalLength();
  const points = Array.from({length: 61}, (_, i) => path.getPointAtLength(length * i / 60));
  const at = path.getScreenCTM();
  const seen = points.slice(1, -1).map(point => point.matrixTransform(at));
  const label = tie.querySelector('rect').getBoundingClientRect();
  return [...document.querySelectorAll('#nodes .node')].filter(node => {
    const {left, right, top, bottom} = node.querySelector('rect, text').getBoundingClientRect();
    return seen.some(({x, y}) => x > left && x < right && y > top && y < bottom)
      || label.left < right && label.right > left && label.top < bottom && label.bottom > top;
  }).map(node => `${tie.textContent.trim()} over ${node.id}`);
})"""


@pytest.mark.parametrize("folded", [[], ["t1.3"], ["t2", "t5"], ["t1", "t4"], ["t6"]])
def test_cross_links_keep_clear_of_nodes(browser: Browser, folder: Path, folded: list[str]) -> None:
    """Whatever is folded, no cross-link that is shown and no label of one runs over a node."""
    tab = opened(browser, folder, TIES)
    for key in folded:
        click(tab, f"[id='{key}'] .fold")
    settled(tab)
    assert tab.ask("document.querySelectorAll('#ties > g').length") > 0
    assert tab.ask(CROSSED) == []


def test_other_structures_keep_their_places(browser: Browser, folder: Path) -> None:
    """A fishbone hides a branch and leaves all else where it was drawn."""
    tab = opened(browser, folder, layout="fishbone")
    whole = tab.ask(BOXES)
    tab.press("1")
    settled(tab)
    assert tab.ask(BOXES) == {key: whole[key] for key in ("top", "t1", "t2", "t3")}


def test_search_finds_marks_and_walks(tab: Tab) -> None:
    """Words in nodes and in notes are found, folded branches open, Enter goes to the next."""
    tab.press("1")
    search(tab, "子")
    assert tab.ask("document.getElementById('hits').textContent") == "1 / 3"
    assert tab.ask("[...document.querySelectorAll('.hit')].map(n => n.id)") == [
        "t1.2.1",
        "t1.2.2",
        "t1.2.3",
    ]
    tab.until("document.querySelectorAll('.found:not(.whole)').length === 3")
    for expected in ("2 / 3", "3 / 3", "1 / 3"):
        tab.press("Enter")
        assert tab.ask("document.getElementById('hits').textContent") == expected
    tab.press("Escape")
    assert tab.ask("document.querySelectorAll('.hit, .found').length") == 0
    assert tab.ask(CHOSEN) == "t1.2.1"
    search(tab, "其 二")
    assert tab.ask("[...document.querySelectorAll('.hit')].map(n => n.id)") == ["t1"]
    tab.press("Escape")
    search(tab, "没有这样的词")
    assert tab.ask("document.getElementById('hits').textContent") == "没有找到"


def test_arrows_walk_by_where_nodes_stand(browser: Browser, folder: Path) -> None:
    """To a child, to the next one down, back to the parent; one node alone is in the tab order."""
    tab = opened(browser, folder, layout="logic")
    tab.press("Home")
    seen = [tab.ask(CHOSEN)]
    for key in ("ArrowRight", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowLeft"):
        tab.press(key)
        seen.append(tab.ask(CHOSEN))
    assert seen == ["top", "t2", "t3", "t3.2", "t3.1", "t3", "top"]
    assert tab.ask("document.querySelectorAll('.node[tabindex=\"0\"]').length") == 1
    assert tab.ask("document.activeElement.id") == "top"
    assert tab.ask("document.querySelector('[aria-selected=true]').id") == "top"


def test_enter_folds_and_the_way_there_unfolds(browser: Browser, folder: Path) -> None:
    """Enter folds the chosen node; an arrow towards what is folded opens it."""
    tab = opened(browser, folder, layout="logic", key="#t1")
    for key, state in (
        ("Enter", "false"),
        ("ArrowRight", "true"),
        (" ", "false"),
        ("Enter", "true"),
    ):
        tab.press(key)
        assert tab.ask("document.getElementById('t1').getAttribute('aria-expanded')") == state


def test_notes_come_with_a_click(tab: Tab) -> None:
    """The panel has notes, tags and page of the topic; Esc closes it."""
    click(tab, "[id='t1'] text")
    assert tab.ask("document.getElementById('panel').hidden") is False
    words = tab.ask("document.getElementById('read').innerText")
    assert [
        part in words for part in ("第一枝", "说明第一枝", "讲慢一点。", "重点", "第 12 页")
    ] == [True] * 5
    tab.press("Escape")
    click(tab, "[id='t2.1'] text")
    assert tab.ask("[...document.querySelectorAll('#said td')].map(c => c.textContent)") == [
        "微信", "30", "微博", "20",
    ]  # fmt: skip
    tab.press("Escape")
    assert tab.ask("document.getElementById('panel').hidden") is True


def test_links_lead_to_nodes_and_away(tab: Tab) -> None:
    """A jump on the map chooses its node; a link to the web opens beside the map."""
    click(tab, "[id='t2.3'] a")
    tab.until(f"{CHOSEN} === 't1'")
    tab.press("Escape")
    click(tab, "[id='t2'] text")
    link = tab.ask("(a => [a.href, a.target, a.rel])(document.querySelector('#said .link a'))")
    assert link == ["https://example.org/doc", "_blank", "noopener noreferrer"]
    click(tab, "#said .related a") if tab.ask("!!document.querySelector('.related')") else None
    assert tab.ask("location.hash") in ("#t2", "#t1.3")


def test_an_address_names_a_node(browser: Browser, folder: Path) -> None:
    """The page opens there, unfolds the way, and follows the address; an old one leads near."""
    tab = opened(browser, folder, key="#t1.2.2")
    assert tab.ask(CHOSEN) == "t1.2.2"
    tab.press("1")
    tab.ask("location.hash = '#t3.1'")
    tab.until(f"{CHOSEN} === 't3.1'")
    tab.ask("location.hash = '#t1.2.77'")
    tab.until(f"{CHOSEN} === 't1.2'")
    tab.ask("location.hash = '#nowhere'")
    settled(tab)
    assert tab.ask(CHOSEN) == "t1.2"


def test_one_branch_alone(tab: Tab) -> None:
    """F shows the chosen branch with the way back above it; Esc brings all back."""
    whole = tab.ask(KEYS)
    click(tab, "[id='t1.2'] text")
    tab.press("f")
    settled(tab)
    assert tab.ask(KEYS) == ["t1.2", "t1.2.1", "t1.2.2", "t1.2.3"]
    assert (
        tab.ask("document.getElementById('crumbs').innerText.replace(/\\s+/g, '')")
        == "连接›第一枝›乙"
    )
    tab.press("Escape")
    settled(tab)
    assert tab.ask(KEYS) == whole


def test_the_map_is_told_in_order(tab: Tab) -> None:
    """Next and previous go through the nodes in reading order; all but what is told is dim."""
    before = tab.ask(KEYS)
    tab.press("p")
    assert tab.ask("document.getElementById('count').textContent") == f"1 / {len(before)}"
    told = []
    for _ in range(5):
        tab.press("ArrowRight")
        told.append(tab.ask("document.querySelector('[aria-selected=true]').id"))
    assert told == before[1:6]
    settled(tab)
    dim = tab.ask(f"{NODES}.filter(n => n.hasAttribute('opacity')).map(n => n.id)")
    assert dim == ["t1.1", "t1.2.2", "t1.2.3", "t1.3", "t2", "t3"]
    tab.press("ArrowLeft")
    assert tab.ask("document.querySelector('[aria-selected=true]').id") == before[4]
    tab.press("Escape")
    tab.press("0")
    settled(tab)
    assert tab.ask(KEYS) == before
    assert tab.ask(f"{NODES}.some(n => n.hasAttribute('opacity'))") is False


def test_light_and_dark(tab: Tab) -> None:
    """T changes the look; shapes change with it, for they name their colours."""
    look = (
        "[document.documentElement, document.querySelector('[id=\"t1\"] rect')]"
        ".map((e, i) => getComputedStyle(e)[i ? 'fill' : 'backgroundColor'])"
    )
    light = tab.ask(look)
    tab.press("t")
    dark = tab.ask(look)
    tab.press("t")
    assert tab.ask(look) == light
    assert all(one != other for one, other in zip(light, dark, strict=True))
    assert sum(map(int, dark[0][4:-1].split(","))) < 150


def kept(tab: Tab, deed: str) -> Any:
    """Press a button of the menu and return the file that it made: its type and its text."""
    tab.ask("""window.kept = null; HTMLAnchorElement.prototype.click = () => {};
      URL.createObjectURL = blob => { window.kept = blob; return '#'; }; 0""")
    tab.ask(f"document.querySelector('[data-do={deed}]').click()")
    tab.until("window.kept !== null")
    return tab.ask(
        """kept.arrayBuffer().then(buffer => [
          kept.type,
          [...new Uint8Array(buffer)].map(byte => String.fromCharCode(byte)).join(''),
        ])"""
    )


def test_it_is_saved_as_svg(tab: Tab) -> None:
    """What is shown, as an SVG of real text in the look's own colours, with nothing of the page."""
    tab.press("1")
    settled(tab)
    kind, blob = kept(tab, "svg")
    text = blob.encode("latin-1").decode()
    drawing = ElementTree.fromstring(text)
    words = ["".join(one.itertext()) for one in drawing.iter(f"{SVG}text")]
    assert kind == "image/svg+xml"
    assert [word for word in words if word in ("连接", "第一枝", "第二枝", "甲")] == [
        "连接",
        "第一枝",
        "第二枝",
    ]
    assert "var(" not in text
    assert "onclick" not in text
    assert {name for one in drawing.iter() for name in one.attrib} & {
        "class",
        "id",
        "role",
    } == set()


def test_it_is_saved_as_png(tab: Tab) -> None:
    """A picture twice as large as the drawing."""
    kind, blob = kept(tab, "png")
    assert kind == "image/png"
    assert blob.startswith("\x89PNG")
    width = int.from_bytes(blob[16:20].encode("latin-1"), "big")
    assert width > 1600


def test_it_is_printed_on_one_page(tab: Tab) -> None:
    """All that is shown, as real text, without the page's tools."""
    document = pypdfium2.PdfDocument(tab.pdf())
    words = "".join(document[0].get_textpage().get_text_range().split())
    assert len(document) == 1
    assert [word in words for word in ("第一枝", "子一", "说明第一枝")] == [True] * 3
    assert "100%" not in words
    settled(tab)
    assert tab.ask(KEYS)[0] == "top"


def test_two_fingers_change_the_scale(tab: Tab) -> None:
    """A pinch makes the map larger round the fingers; one finger moves it."""

    def touch(kind: str, *points: tuple[int, int]) -> None:
        touches = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        tab.call("Input.dispatchTouchEvent", type=kind, touchPoints=touches)

    scale = "parseInt(document.getElementById('scale').textContent)"
    before = tab.ask(scale)
    touch("touchStart", (600, 360), (680, 360))
    touch("touchMove", (560, 360), (720, 360))
    touch("touchEnd")
    settled(tab)
    assert tab.ask(scale) == pytest.approx(2 * before, rel=0.05)
    place = "document.getElementById('world').transform.baseVal.consolidate().matrix.f"
    start = tab.ask(place)
    touch("touchStart", (300, 600))
    touch("touchMove", (300, 580))
    touch("touchMove", (300, 500))
    settled(tab)
    assert tab.ask(place) - start == pytest.approx(-100, abs=1)
    touch("touchEnd")


def test_deck_and_map_open_each_other(browser: Browser, folder: Path) -> None:
    """The panel leads to the slide that tells the node, M on a slide to its node on the map."""
    outline = folder / "talk.yaml"
    outline.write_text(TALK, "utf-8")
    pages = {True: folder / "talk 一.html", False: folder / "talk 一.map.html"}
    files = {str(page): Product(is_deck, "html") for is_deck, page in pages.items()}
    assert carry_out(Order(str(outline), files), Themes(), Terminal(quiet=True))
    tab = browser.tab(pages[False].as_uri() + "#t1.2.1")
    tab.until(f"{CHOSEN} === 't1.2.1'")
    tab.press("n")
    tab.ask("document.getElementById('slide').click()")
    arrived(tab, "document.querySelector('.slide.now')?.id === '/t1'")
    tab.press("m")
    arrived(tab, f"{CHOSEN} === 't1'")


def arrived(tab: Tab, expression: str) -> None:
    """Wait for what holds on another page; while the tab goes there it may not answer."""
    for _ in range(5):
        with suppress(AssertionError):
            tab.until(expression)
            return
        time.sleep(0.1)
    tab.until(expression)


def test_a_narrow_window_has_one_side(browser: Browser, folder: Path) -> None:
    """On a phone all branches stand to the right of the root; in a wide window both sides again."""
    tab = opened(browser, folder)
    whole = tab.ask(BOXES)
    phone = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    tab.call("Emulation.setDeviceMetricsOverride", **phone)
    tab.until("innerWidth === 390")
    tab.press("*")
    tab.press("0")
    settled(tab)
    boxes = tab.ask(BOXES)
    assert set(boxes) == set(whole)
    assert all(box[0] > boxes["top"][0] for key, box in boxes.items() if key != "top")
    assert not [pair for pair in combinations(boxes, 2) if overlap(*(boxes[k] for k in pair))]
    tab.call("Emulation.clearDeviceMetricsOverride")
    tab.until("innerWidth > 1000")
    tab.press("0")
    settled(tab)
    assert tab.ask(BOXES) == whole


def test_a_boundary_goes_with_its_branch(browser: Browser, folder: Path) -> None:
    """The ground is as drawn while nothing is folded, then round what its branch shows."""
    text = TALK.replace("id: one", "id: one\n    boundary: 要紧")
    tab = opened(browser, folder, text, layout="logic")
    frame = (
        "(r => [r.x, r.y, r.width, r.height])(document.querySelector('#grounds rect').getBBox())"
    )
    drawn = tab.ask(frame)
    tab.press("1")
    settled(tab)
    folded, box = tab.ask(frame), tab.ask(BOXES)["t1"]
    assert folded[2] < drawn[2]
    assert folded[0] < box[0] < box[0] + box[2] < folded[0] + folded[2] < box[0] + box[2] + 40
    tab.press("*")
    settled(tab)
    assert tab.ask(frame) == drawn


def test_levels_can_be_asked_for(browser: Browser, folder: Path) -> None:
    """`--fold-below 1` opens with one level; the rest is there to be unfolded."""
    outline = folder / "talk.yaml"
    outline.write_text(TALK, "utf-8")
    page = folder / "folded.html"
    view = MapView(fold_below=1)
    page.write_bytes(compile_map(read_outline(outline), format="html", view=view))
    tab = browser.tab(page.as_uri())
    assert tab.ask(KEYS) == ["top", "t1", "t2", "t3"]
    tab.press("*")
    tab.until(f"{NODES}.length > 10")


def test_hostile_words_do_nothing_and_nothing_is_asked_for(browser: Browser, folder: Path) -> None:
    """Opened, searched, read, told, printed and saved, no word of it runs or fetches anything."""
    browser.events.clear()
    tab = opened(browser, folder, HOSTILE)
    tab.press("*")
    count = len(tab.ask(KEYS))
    assert count > 10
    for _ in range(count):
        tab.press("n")
        tab.press("Escape")
        tab.press("ArrowDown")
    search(tab, "<script>")
    tab.press("Escape")
    tab.press("p")
    for _ in range(count):
        tab.press("ArrowRight")
    tab.press("Escape")
    _, text = kept(tab, "svg")
    ElementTree.fromstring(text.encode("latin-1"))
    tab.ask("new Promise(done => setTimeout(done, 50))")
    assert [tab.ask(f"window.bad{end}") for end in ("", " ?? null")] == [None, None]
    assert tab.ask("document.querySelectorAll('img, iframe, #read script').length") == 0
    links = tab.ask("[...document.querySelectorAll('a[href]')].map(a => a.protocol)")
    assert set(links) <= {"https:", "file:"}
    asked = {address.split("#")[0] for address in browser.requests()}
    assert {address.split(":")[0] for address in asked} <= {"file", "data", "blob"}


def test_words_that_are_not_ours_cannot_run(tab: Tab) -> None:
    """The file's policy stops any other script, style or picture, should one come in."""
    tab.ask(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.bad = 5';"
        "document.body.append(s); document.body.insertAdjacentHTML('beforeend',"
        "'<img src=x onerror=\"window.bad=6\">'); })()"
    )
    tab.ask("new Promise(done => setTimeout(done, 50))")
    assert tab.ask("window.bad") is None


def test_ten_thousand_nodes_are_no_burden(browser: Browser, folder: Path) -> None:
    """It opens folded; from afar all is one picture; near by only what is seen is elements."""
    leaves = ", ".join(f"叶{leaf}" for leaf in range(24))
    twigs = "".join(f"\n    - 小枝 {twig}: [{leaves}]" for twig in range(20))
    text = "title: 大\ntopics:" + "".join(f"\n- 大枝 {i}:\n    points:{twigs}" for i in range(20))
    tab = opened(browser, folder, text, layout="tree")
    assert 10 < len(tab.ask(KEYS)) < 300
    tab.press("*")
    tab.press("0")
    settled(tab)
    assert len(tab.ask(KEYS)) <= 1
    drawn = tab.ask("""(c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data
      .filter((value, i) => i % 4 === 3 && value > 0).length / c.width / c.height)
      (document.getElementById('far'))""")
    assert drawn > 0.05
    for _ in range(9):
        tab.press("+")
    tab.press("Home")
    settled(tab)
    assert 0 < tab.ask("document.querySelectorAll('#sheet *').length") < 6000
    search(tab, "小枝 7")
    assert tab.ask("document.getElementById('hits').textContent").endswith("/ 40")
