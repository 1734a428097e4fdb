"""Ways back: every page of a deck leads to its section's start and to the agenda."""

from __future__ import annotations

from deckgen import pipeline
from deckgen.model.scene import Box, Page, Scene
from deckgen.plugin import Source
from deckgen.problems import Report
from deckgen.readers.yaml import read

TALK = """
title: 书
book: 参与感
topics:
- 甲: {points: [{子: {points: ['一: 二', '三: 四'], minutes: 1}}, 丑, 寅]}
- 乙: 一句话
- 丙: {gist: 另一句, link: "#spare"}
- 备用: {id: spare, appendix: true, points: [['数据: 年报'], '口径: 月活']}
- 再备: {appendix: true, points: [一, 二]}
"""


def deck_of(text: str) -> Scene:
    outline = read(Source("talk.yaml", text.encode(), lambda _: b""), Report())
    look = pipeline.Themes().compile(outline, "base", Report())
    return pipeline.draw_deck(outline, look, Report())


def ways(scene: Scene) -> dict[str, tuple[str, str]]:
    """Return where footer and number of each page that has them lead."""
    return {page.key: (page.back, page.home) for page in scene.pages if page.footer}


def marked(page: Page) -> dict[str, str]:
    """Return the links of a page's own boxes."""
    return {box.name: box.link for box in page.shapes if isinstance(box, Box) and box.link}


def test_footers_lead_to_the_section_and_numbers_to_the_agenda() -> None:
    """A section's first slide leads home by both; a hidden one back to the slide that names it."""
    assert ways(deck_of(TALK)) == {
        "agenda": ("", ""),
        "t1": ("#s1", "#agenda"),
        "t1.1": ("#s1", "#agenda"),
        "t2": ("#agenda", "#agenda"),
        "t3": ("#agenda", "#agenda"),
        "takeaways": ("#agenda", "#agenda"),
        "x1": ("#t3", "#agenda"),
        "x2": ("#closing", "#agenda"),
    }


def test_pages_without_a_footer_lead_back_by_what_they_have() -> None:
    """The divider by its number, the closing slide by its title; and its lead goes on."""
    pages = {page.key: page for page in deck_of(TALK).pages}
    assert marked(pages["s1"])["节号"] == "#agenda"
    assert marked(pages["closing"]) == {"标题": "#agenda", "副标题": "#x1"}
    assert marked(pages["cover"]) == {}


def test_without_an_agenda_the_cover_is_home() -> None:
    """Two sections need no agenda, and still there is a way back."""
    scene = deck_of("title: 书\nbook: 参与感\ntopics: ['甲: 一', '乙: 二']")
    assert ways(scene) == {"t1": ("#cover", "#cover"), "t2": ("#cover", "#cover")}


def test_a_deck_of_one_page_leads_nowhere() -> None:
    """There is nothing to go back to."""
    scene = deck_of(TALK)
    from deckgen.finishing.link import apply

    alone = Scene(scene.pages[:1])
    look = pipeline.Themes().compile(
        read(Source("a.yaml", b"a", lambda _: b""), Report()), "base", Report()
    )
    assert apply(alone, look, Report()) is alone
