"""A written deck is opened again, with the words that went in, whatever these are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from decks_at_hand import Written, example, read, talk, words_of, write
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from deckgen import compile_deck, read_outline
from deckgen.model.outline import Outline, Topic
from deckgen.model.richtext import plain, rich
from deckgen.model.scene import Box, Group, Shape

GALLERY = Path(__file__).resolve().parent.parent.parent / "docs" / "gallery" / "gallery.yaml"
HOSTILE = """
title: "<标题> & \\"引号\\" 'x' \\x01\\x0b\\x1f]]>"
author: "<a:t>&amp;"
subtitle: "a\\tb\\u2028c"
book: {title: "书\\0名<"}
contact: "<me@example.com> & co"
link: "https://example.com/?q=1&r='y'"
topics:
- "甲\\r\\n乙\\r丙\\n丁": ["<b>粗</b>", "a & b < c > d", "\\x07铃\\x7f\\x85", "{number} %s {{}}"]
- "&lt;已转义&gt;":
    gist: "]]> <!-- 注 --> <?pi?> \\ufffe\\uffff"
    notes: "讲者\\x02备注 <i> &\\n\\n- 项 \\"1\\""
    points:
    - "\\u200b零宽\\u200b"
    - "\\U0001F468‍\\U0001F469‍\\U0001F467 家"
    - "e\\u0301"
    - "\\u202e倒\\u202c"
- "链":
    link: "javascript:alert(1)"
    points: ["[坏](file:///etc/passwd)", "[好](https://a.io/a%20b)"]
"""
DROPPED = dict.fromkeys([*range(9), *range(14, 32), 0x0C, 0xFFFE, 0xFFFF])
DECKS = pytest.mark.parametrize("make", [talk, example], ids=["talk", "example"])


def spoken(shapes: tuple[Shape, ...]) -> Iterator[str]:
    """Yield the paragraphs of a page's boxes, in reading order."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from spoken(shape.shapes)
        elif isinstance(shape, Box):
            for line in shape.text.paragraphs:
                yield plain(line.runs)


@DECKS
def test_python_pptx_reads_the_same_words(make: Callable[[], Written]) -> None:
    """Every slide has its words in reading order, its layout, its title and its notes."""
    deck = make()
    opened = Presentation(io.BytesIO(deck.blob))
    assert len(opened.slides) == len(deck.scene.pages)
    for page, slide in zip(deck.scene.pages, opened.slides, strict=True):
        spec = deck.theme.layouts[page.layout]
        assert slide.slide_layout.name == spec.label
        texts = [
            paragraph.text
            for shape in slide.placeholders
            if shape.placeholder_format.type
            not in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
            for paragraph in shape.text_frame.paragraphs
        ]
        in_tree = [shape.placeholder_format.idx for shape in slide.placeholders]
        assert sorted(texts) == sorted(spoken(page.shapes))
        assert in_tree[0] == 0
        assert slide.shapes.title.text_frame.text == page.title
        assert slide.has_notes_slide == bool(page.notes)


@DECKS
def test_the_reading_order_is_the_pages(make: Callable[[], Written]) -> None:
    """The words of the shape tree are the page's, in that order, the footer last."""
    deck = make()
    for page, name in zip(deck.scene.pages, deck.slides, strict=True):
        words = [text for text in words_of(deck.xml(name)) if text]
        wanted = [text for text in spoken(page.shapes) if text]
        assert words[: len(wanted)] == wanted


def test_python_pptx_keeps_every_part() -> None:
    """Opened and saved, the gallery has all it had: sections, clicks, notes, links, charts."""
    blob = compile_deck(read_outline(GALLERY))
    again = io.BytesIO()
    Presentation(io.BytesIO(blob)).save(again)
    before, after = (parts_of(each) for each in (io.BytesIO(blob), again))
    assert {name for name in {*before, *after} if before.get(name) != after.get(name)} == set()
    assert all(any(word in name for name in before) for word in ("notesSlide", "chart", "xlsx"))


def parts_of(file: io.BytesIO) -> dict[str, object]:
    """Return a package's parts: XML in its canonical form, relationships whatever their order.

    The list of their types is left out: each program shortens it in its own way.
    """
    found: dict[str, object] = {}
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            blob = package.read(name)
            found[name] = blob
            if name.endswith(".rels"):
                found[name] = sorted(sorted(one.attrib.items()) for one in etree.fromstring(blob))
            elif name.endswith(".xml"):
                found[name] = etree.tostring(etree.fromstring(blob), method="c14n")
    found.pop("[Content_Types].xml")
    return found


def test_hostile_words_survive_or_are_dropped() -> None:
    """XML's own marks come through; characters that XML forbids are left out, breaks are breaks."""
    deck = write(read(HOSTILE))
    for name in deck.parts:
        if name.endswith((".xml", ".rels")):
            deck.xml(name)
    for page, name in zip(deck.scene.pages, deck.slides, strict=True):
        words = "".join(words_of(deck.xml(name)))
        for text in spoken(page.shapes):
            kept = text.translate(DROPPED).replace("\r\n", " ")
            for mark in "\n\r\v\u2028":
                kept = kept.replace(mark, " ")
            assert kept in words, name
    assert all(b"\r" not in deck.parts[name] for name in deck.slides)
    opened = Presentation(io.BytesIO(deck.blob))
    assert opened.core_properties.author == "<a:t>&amp;"
    assert opened.core_properties.title.startswith("<标题> & \"引号\" 'x' ")


def test_a_line_break_is_one_in_the_same_paragraph() -> None:
    """Four kinds of line ends make breaks; none makes a paragraph."""
    deck = write(Outline(rich("书"), topics=(Topic(rich("甲\r\n乙\r丙\n丁\u2028戊")),)))
    (slide,) = [
        slide
        for slide in Presentation(io.BytesIO(deck.blob)).slides
        if "甲" in slide.shapes.title.text_frame.text
    ]
    assert slide.shapes.title.text_frame.text.split("\v") == ["甲", "乙", "丙", "丁", "戊"]


def test_only_safe_addresses_are_linked() -> None:
    """http, https and mailto; scripts and files stay words."""
    deck = write(read(HOSTILE))
    outside = {
        target
        for name in deck.parts
        if not name.endswith(".rels")
        for target in deck.targets(name).values()
        if ":" in target
    }
    assert outside == {"https://a.io/a%20b", "https://example.com/?q=1&r='y'"}
