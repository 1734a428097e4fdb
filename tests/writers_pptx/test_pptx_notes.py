"""Notes pages: what stands on them, how large, and on what ground."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from decks_at_hand import A, P, Written, read, words_of, write
from lxml import etree

from deckgen.model.color import ColorRole, Rgb
from deckgen.model.deck import Properties
from deckgen.model.richtext import Paragraph, rich
from deckgen.model.scene import Page
from deckgen.model.theme import Theme
from deckgen.writers.pptx.notes import notes_master_xml, notes_xml

TALK = """
title: 口碑
book: {title: 参与感, author: 黎万强}
author: 读书会
date: 2026-11-21
talk: {minutes: 10}
topics:
- title: 甲
  gist: 一句
  page: 12
  notes: |
    先讲**产品**。

    - 微博
    - 论坛
"""


@cache
def deck() -> Written:
    return write(read(TALK), "base")


def look() -> Theme:
    return deck().theme


def holders(root: etree._Element) -> dict[str, etree._Element]:
    """Return the placeholders by type."""
    return {shape.find(f".//{P}ph").get("type"): shape for shape in root.iter(f"{P}sp")}


def test_a_notes_page_says_what_the_slide_does_not() -> None:
    """The author's notes, the place in the book and the minutes, under title, date and footer."""
    (name,) = [one for one in deck().parts if one.endswith("notesSlide3.xml")]
    page = holders(deck().xml(name))
    assert words_of(page["body"]) == [
        "先讲产品。", "微博", "论坛", "出处：《参与感》第 12 页", "时间：约 9.6 分钟",
    ]  # fmt: skip
    said = {kind: words_of(page[kind]) for kind in ("hdr", "dt", "ftr")}
    assert said == {"hdr": ["口碑"], "dt": ["2026-11-21"], "ftr": ["参与感 · 甲"]}
    assert page["sldNum"].find(f".//{A}fld").get("type") == "slidenum"


def test_the_master_has_a_place_for_each() -> None:
    """Every placeholder of a notes page inherits its frame from one of the master."""
    master = holders(etree.fromstring(notes_master_xml(look())))
    assert list(master) == ["sldImg", "body", "hdr", "dt", "ftr", "sldNum"]
    frames = {kind: shape.find(f".//{A}xfrm") for kind, shape in master.items()}
    assert all(frame is not None for frame in frames.values())
    page = holders(etree.fromstring(notes(rich("话"))))
    assert {shape.find(f".//{A}xfrm") for shape in page.values()} == {None}


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_the_picture_keeps_the_slides_shape(aspect: str) -> None:
    """And the notes start below it, as wide as it is."""
    root = etree.fromstring(
        notes_master_xml(write(read(TALK + f'deck: {{aspect: "{aspect}"}}\n')).theme)
    )
    image, body = (holders(root)[kind] for kind in ("sldImg", "body"))
    wide, high = (int(image.find(f".//{A}ext").get(side)) for side in ("cx", "cy"))
    assert round(wide / high, 2) == {"16:9": 1.78, "4:3": 1.33}[aspect]
    top, below = (int(one.find(f".//{A}off").get("y")) for one in (image, body))
    assert below > top + high
    assert int(body.find(f".//{A}ext").get("cx")) == wide


def notes(*lines) -> bytes:
    page = Page("t1", "题", look().grid.page, (), notes=tuple(Paragraph(line) for line in lines))
    return notes_xml(page, Properties(), look(), lambda _: "")


def test_long_notes_are_set_smaller() -> None:
    """As large as the style says while they stay on the page, else at its least size."""
    assert b' sz="' not in notes(rich("话" * 200)).replace(b' sz="quarter"', b"")
    assert notes(*[rich("话" * 300)] * 2).count(b'sz="1200"') == 4


def test_notes_have_no_jumps() -> None:
    """A notes page is related to its own slide alone; a link to the web stays."""
    text = TALK.replace("先讲", "见[乙](#b)和[站](https://a.io)，先讲") + "- {title: 乙, id: b}\n"
    parts = write(read(text), "base").parts
    rels = [name for name in parts if "notesSlides/_rels" in name]
    kinds = [re.findall(rb'relationships/(slide|hyperlink)"', parts[name]) for name in rels]
    assert [one.count(b"slide") for one in kinds] == [1] * len(rels)
    assert [one for one in kinds if b"hyperlink" in one] == [[b"slide", b"hyperlink"]]


def test_nothing_is_said_where_there_is_nothing() -> None:
    """Without title, date and footer their places stay the master's."""
    assert list(holders(etree.fromstring(notes(rich("话"))))) == ["sldImg", "body", "sldNum"]


def test_paper_is_white_and_its_text_dark_in_every_theme() -> None:
    """On a dark theme the notes take the ground's colour for their text."""
    assert b'tx1="dk1"' in notes_master_xml(look())
    colors = {**look().palette.colors}
    colors[ColorRole.BACKGROUND], colors[ColorRole.TEXT] = Rgb(9, 9, 9), Rgb(250, 250, 250)
    night = replace(look(), palette=replace(look().palette, colors=colors))
    assert b'tx1="lt1"' in notes_master_xml(night)
    assert b'<a:srgbClr val="FFFFFF"/>' in notes_master_xml(night)
