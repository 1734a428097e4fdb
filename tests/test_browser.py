"""The HTML deck in a real Chromium, headless: keys, addresses, windows, print, hostile words.

Without Chromium these tests are skipped; with DECKGEN_REQUIRE_OFFICE=1 that is a failure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
import pytest
from chrome import Browser, Tab

from deckgen import compile_deck, read_outline

pytestmark = pytest.mark.browser

TALK = """
title: 浏览器里的幻灯
author: 读书会
deck: {agenda: false}
talk: {minutes: 10}
topics:
- 第一部分:
    points:
    - 一步一步来:
        build: true
        points: [先看第一句话, 再看第二句话, 后看第三句话]
        notes: 讲慢一点。
    - 去外面: {points: ["见 [说明](https://example.org/doc)。", 另一句, 还有一句, 再来一句]}
- 第二部分:
    id: two
    points:
    - 恶意的 <script>window.bad = 1</script>:
        points: ['<img src=x onerror="window.bad=2">', "[点](javascript:window.bad=3)", '"''&amp;']
        notes: "</aside><script>window.bad = 4</script><img src=https://example.com/a.png>"
    - 末页之前: [甲, 乙]
- 附录页: {appendix: true, points: [一, 二, 三]}
"""
NOW = "document.querySelector('.slide.now').id"
SLIDES = "[...document.querySelectorAll('.slide')]"
KEYS = f"{SLIDES}.map(s => s.id)"
LATER = "document.querySelectorAll('.slide.now .later').length"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("talk")
    outline = folder / "talk.yaml"
    outline.write_text(TALK, "utf-8")
    page = folder / "演讲 一.html"
    page.write_bytes(compile_deck(read_outline(outline), theme="wechat", format="html"))
    return page.as_uri()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def tab(browser: Browser, url: str) -> Tab:
    return browser.tab(url)


def walked(tab: Tab, key: str, times: int) -> list[str]:
    """The slides seen while a key is pressed so often, each once."""
    seen = [tab.ask(NOW)]
    for _ in range(times):
        tab.press(key)
        now = tab.ask(NOW)
        if now != seen[-1]:
            seen.append(now)
    return seen


def test_keys_lead_through_the_talk(tab: Tab) -> None:
    """Forward to the last slide that is not hidden, back to the first; Home, End, numbers."""
    keys = tab.ask(KEYS)
    hidden = tab.ask("[...document.querySelectorAll('.slide[data-hidden]')].map(s => s.id)")
    shown = [key for key in keys if key not in hidden]
    assert walked(tab, "ArrowRight", 30) == shown
    assert walked(tab, "PageUp", 30) == shown[::-1]
    assert walked(tab, " ", 2)[-1] == shown[2]
    tab.press("End")
    assert tab.ask(NOW) == keys[-1]
    tab.press("Home")
    assert tab.ask(NOW) == keys[0]
    for key in ("3", "Enter"):
        tab.press(key)
    assert tab.ask(NOW) == keys[2]


def test_addresses_and_history(browser: Browser, url: str) -> None:
    """An address names a slide; the browser's own way back goes through the slides seen."""
    keys = browser.tab(url).ask(KEYS)
    tab = browser.tab(f"{url}#{keys[4]}")
    assert tab.ask(NOW) == keys[4]
    tab.press("Home")
    assert tab.ask(NOW) == keys[0]
    assert tab.ask("decodeURIComponent(location.hash)") == f"#{keys[0]}"
    tab.ask("history.back()")
    tab.until(f"{NOW} === '{keys[4]}'")
    tab.ask("location.hash = '#/nowhere'")
    assert tab.ask(NOW) == keys[4]


def test_points_come_click_by_click(tab: Tab) -> None:
    """Each click brings the next point; the way back meets the slide as it was left."""
    keys = tab.ask(KEYS)
    place = tab.ask(f"{SLIDES}.findIndex(s => s.querySelector('[data-step]'))")
    tab.ask(f"location.hash = '#{keys[place]}'")
    tab.until(f"{NOW} === '{keys[place]}'")
    hidden = []
    while tab.ask(NOW) == keys[place]:
        hidden.append(tab.ask(LATER))
        tab.press("ArrowRight")
    assert len(hidden) > 2
    assert sorted(hidden, reverse=True) == hidden
    assert (hidden[-1], len(set(hidden))) == (0, len(hidden))
    tab.press("ArrowLeft")
    assert (tab.ask(NOW), tab.ask(LATER)) == (keys[place], 0)


def test_only_the_slide_is_seen_and_it_fits(tab: Tab) -> None:
    """One slide, whole, in the middle of any window, dark around it, once the last one is gone."""
    tab.press("ArrowRight")
    tab.until("document.querySelector('.gone') === null")
    for width, height in ((1280, 720), (600, 900), (1600, 500)):
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        tab.call("Emulation.setDeviceMetricsOverride", **size)
        boxes = tab.ask(
            "[...document.querySelectorAll('.slide svg')].map(s => s.getBoundingClientRect())"
            ".filter(r => r.width).map(r => [r.left, r.top, r.width, r.height])"
        )
        ((left, top, wide, high),) = boxes
        assert wide / high == pytest.approx(16 / 9, abs=0.01)
        assert max(wide / width, high / height) == pytest.approx(1, abs=0.01)
        assert (left + wide / 2, top + high / 2) == pytest.approx((width / 2, height / 2), abs=1)


def motion(tab: Tab, key: str) -> list[list[str]]:
    """What a key sets in motion: the slide's key or the click's number, and how it moves."""
    tab.press(key)
    return tab.ask(
        "document.getAnimations().filter(a => a.effect.getKeyframes).map(a => "
        "[a.effect.target.id || a.effect.target.dataset.step,"
        " Object.keys(a.effect.getKeyframes()[0]).filter(k => ['opacity', 'transform'].includes(k))"
        ".join()])"
    )


def test_slides_and_clicks_come_in_as_in_powerpoint(tab: Tab) -> None:
    """A slide fades in, a section pushes the last one out, a part fades; back is at once."""
    first, section, built, *_ = tab.ask(KEYS)
    assert motion(tab, "ArrowRight") == [[first, "transform"], [section, "transform"]]
    assert motion(tab, "ArrowRight") == [[built, "opacity"]]
    assert tab.ask(f"document.getElementById({section!r}).classList.contains('gone')") is True
    assert motion(tab, "ArrowRight") == [["1", "opacity"]] * 2  # the point, and its bullet
    assert tab.ask("document.querySelectorAll('.gone').length") == 0
    assert motion(tab, "ArrowLeft") == []
    assert motion(tab, "Home") == []


def test_nothing_moves_for_those_who_would_rather_not(tab: Tab) -> None:
    """The wish of the machine's owner is honoured, and the slides are as they are."""
    wish = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    tab.call("Emulation.setEmulatedMedia", features=wish)
    keys = tab.ask(KEYS)
    assert [motion(tab, "ArrowRight") for _ in range(3)] == [[], [], []]
    assert (tab.ask(NOW), tab.ask("document.querySelectorAll('.gone').length")) == (keys[2], 0)


def test_a_hand_without_keys_has_buttons(tab: Tab) -> None:
    """They show while the mouse moves, lead on and back, and open the overview."""
    keys = tab.ask(KEYS)
    seen = "getComputedStyle(document.getElementById('tools')).pointerEvents"
    assert tab.ask(seen) == "none"
    tab.call("Input.dispatchMouseEvent", type="mouseMoved", x=300, y=300)
    tab.call("Input.dispatchMouseEvent", type="mouseMoved", x=310, y=310)
    tab.until(f"{seen} === 'auto'")
    press = "[...document.querySelectorAll('#tools button')].find(b => b.title === '{}').click()"
    for label, place in (("下一步", 1), ("上一步", 0)):
        tab.ask(press.format(label))
        assert tab.ask(NOW) == keys[place]
    tab.ask(press.format("总览"))
    assert tab.ask("document.body.classList.contains('overview')") is True


def test_black_help_and_overview(tab: Tab) -> None:
    """B darkens, ? explains, O shows all and a click there chooses."""
    keys = tab.ask(KEYS)
    tab.press("b")
    assert tab.ask("getComputedStyle(document.body, '::after').backgroundColor") == "rgb(0, 0, 0)"
    tab.press("ArrowRight")
    assert tab.ask("document.body.classList.contains('black')") is False
    tab.press("?")
    assert tab.ask("document.getElementById('help').innerText.includes('全屏')") is True
    tab.press("Escape")
    tab.press("o")
    tops = tab.ask(
        "[...document.querySelectorAll('.slide')].filter(s => s.offsetWidth > 50).length"
    )
    assert tops == len(keys)
    tab.ask("document.querySelectorAll('.slide')[3].click()")
    assert tab.ask(NOW) == keys[3]
    assert tab.ask("document.body.classList.contains('overview')") is False


def test_the_speaker_has_a_window(browser: Browser, tab: Tab) -> None:
    """Notes, clock, and the next slide; each window follows the other."""
    keys = tab.ask(KEYS)
    tab.press("s")
    other = browser.popup("#speaker")
    size = {"width": 1200, "height": 760, "deviceScaleFactor": 1, "mobile": False}
    other.call("Emulation.setDeviceMetricsOverride", **size)
    other.until("document.querySelectorAll('.slide.now').length === 1")
    place = tab.ask(
        "[...document.querySelectorAll('.notes')].findIndex(n => n.textContent.includes('慢一点'))"
    )
    tab.ask(f"location.hash = '#' + encodeURI({keys[place]!r})")
    other.until(f"{NOW} === {keys[place]!r}")
    assert other.ask("document.querySelector('.now .notes').offsetHeight") > 0
    shown = other.ask(
        "['now', 'next'].map(c => document.querySelector(`.slide.${c} svg`).clientWidth > 100)"
    )
    assert shown == [True, True]
    assert other.ask("document.getElementById('head').innerText") == "3 / 9\n一步一步来\n还有 3 步"
    assert other.ask("document.getElementById('then').innerText") == "下一页 · 4 · 去外面"
    clock = other.ask("document.getElementById('clock').innerText")
    spent, planned, now = r"已讲\n00:0\d\n/ 10:00", r"[\d.]+ 分钟\n早了 0\d:\d\d", r"\d\d:\d\d"
    assert re.match(f"{spent}\n本页\n{planned}\n现在\n{now}\n", clock)
    other.press("Home")
    tab.until(f"{NOW} === {keys[0]!r}")
    tab.ask("window.isOld = true, location.reload()")
    tab.until("!window.isOld && document.querySelector('.slide.now') !== null")
    other.press("End")
    tab.until(f"{NOW} === {keys[-1]!r}")


def test_swipes_turn_the_page(tab: Tab) -> None:
    """A finger to the left goes on, to the right back."""
    keys = tab.ask(KEYS)
    for start, end, expected in ((900, 400, keys[1]), (400, 900, keys[0])):
        point = {"y": 300, "id": 1}
        tab.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": start, **point}])
        tab.call("Input.dispatchTouchEvent", type="touchMove", touchPoints=[{"x": end, **point}])
        tab.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        tab.until(f"{NOW} === '{expected}'")


def test_a_click_goes_on(tab: Tab) -> None:
    """Anywhere on the slide."""
    keys = tab.ask(KEYS)
    for kind in ("mousePressed", "mouseReleased"):
        place = {"x": 300, "y": 200, "button": "left", "clickCount": 1}
        tab.call("Input.dispatchMouseEvent", type=kind, **place)
    tab.until(f"{NOW} === '{keys[1]}'")


def test_full_screen_comes_and_goes(tab: Tab) -> None:
    """F fills the screen, and F again leaves it."""
    for state in ("!== null", "=== null"):
        tab.press("f")
        tab.until(f"document.fullscreenElement {state}")


def test_a_number_is_seen_while_it_is_typed(tab: Tab) -> None:
    """And gone when it has done its work, or when another key is pressed."""
    shown = "document.getElementById('typed').textContent"
    for key in "12":
        tab.press(key)
    assert tab.ask(shown) == "12"
    tab.press("ArrowRight")
    assert tab.ask(shown) == ""


def test_a_window_that_may_not_open_is_told(tab: Tab) -> None:
    """The words stay until the next key."""
    tab.ask("window.open = () => null")
    tab.press("s")
    tab.until("document.getElementById('typed').textContent === '浏览器拦住了新窗口'")
    tab.press("ArrowRight")
    assert tab.ask("document.getElementById('typed').textContent") == ""


def test_the_clock_stops_and_starts_again(browser: Browser, url: str) -> None:
    """The speaker's clock stands while it is paused; R sets it to zero; + enlarges the notes."""
    tab = browser.tab(f"{url}#speaker")
    spent = "document.querySelector('#spent b').textContent"
    tab.until(f"{spent} === '00:01'")
    tab.ask("document.querySelector('#knobs button').click()")
    tab.press("r")
    assert tab.ask(spent) == "00:00"
    tab.ask("new Promise(done => setTimeout(done, 1100))")
    assert tab.ask(spent) == "00:00"
    size = "parseFloat(getComputedStyle(document.querySelector('.now .notes')).fontSize)"
    before = tab.ask(size)
    tab.press("+")
    assert tab.ask(size) > before


def test_print_has_a_slide_a_page(tab: Tab) -> None:
    """On paper each slide is a page of its own size, whatever is on the screen, all clicks done."""
    keys = tab.ask(KEYS)
    for key in ("ArrowRight", "o"):
        document = pypdfium2.PdfDocument(tab.pdf())
        assert len(document) == len(keys)
        assert document[0].get_size() == pytest.approx((960, 540), abs=1)
        words = [page.get_textpage().get_text_range() for page in document]
        assert "浏览器里的幻灯" in words[0]
        assert any("先看第一句话" in told and "后看第三句话" in told for told in words)
        tab.press(key)


def test_hostile_words_do_nothing_and_nothing_is_asked_for(browser: Browser, url: str) -> None:
    """Tags and javascript: are words; no address but the file's own is ever asked for."""
    browser.events.clear()
    tab = browser.tab(url)
    walked(tab, "ArrowRight", 20)
    tab.ask(
        "for (const a of document.querySelectorAll('.slide a[href^=\"#\"]')) a.dispatchEvent("
        "new MouseEvent('click', {bubbles: true}))"
    )
    assert tab.ask("window.bad") is None
    assert tab.ask("document.querySelectorAll('.slide img, .slide script').length") == 0
    links = tab.ask("[...document.querySelectorAll('.slide a')].map(a => a.getAttribute('href'))")
    assert {link.split(":")[0] for link in links if link[0] != "#"} == {"https"}
    asked = {address.split("#")[0] for address in browser.requests()}
    assert asked <= {url}


def test_words_that_are_not_ours_cannot_run(tab: Tab) -> None:
    """The file's policy stops any other script, style or picture, should one come in."""
    tab.ask(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.bad = 5';"
        "document.body.append(s); document.body.insertAdjacentHTML('beforeend',"
        "'<img src=x onerror=\"window.bad=6\">'); })()"
    )
    tab.ask("new Promise(done => setTimeout(done, 100))")
    assert tab.ask("window.bad") is None
