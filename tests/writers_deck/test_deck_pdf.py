"""A deck as PDF: pages, bookmarks, links; and notes pages."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from decks_made import TALK, made, texts
from pdf_links import links

from deckgen.model.color import Color, ColorRole
from deckgen.model.richtext import Paragraph, Run
from deckgen.problems import Report
from deckgen.writers._page import look_of, whole_page
from deckgen.writers.notes import WRITER as NOTES
from deckgen.writers.pdf import WRITER as PDF


def written(format: str = "pdf", text: str = TALK) -> bytes:
    scene, theme = made(text)
    writer = {"pdf": PDF, "notes": NOTES}[format]
    return writer.write(scene, theme, Report())


@pytest.mark.parametrize("format", ["pdf", "notes"])
def test_bookmarks_go_by_section_and_slide(format: str) -> None:
    """Each section, and its slides below it, lead to their pages."""
    scene, _ = made()
    document = pypdfium2.PdfDocument(written(format))
    found = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    starts = {section.first: section.title for section in scene.sections}
    wanted = []
    for index, page in enumerate(scene.pages):
        wanted += [(0, starts[index])] if index in starts else []
        wanted.append((1, page.title))
    assert len(starts) > 2
    assert found == wanted


def test_jumps_and_addresses_lead_there() -> None:
    """A divider leads to the other sections, a footer and its arrow back, words to the web."""
    scene, _ = made()
    keys = [page.key for page in scene.pages]
    pdf = written()
    jumps, _ = links(pdf, keys.index("s1"))
    assert keys.index("s2") in jumps
    source = next(page for page in scene.pages if page.title == "出处")
    jumps, addresses = links(pdf, keys.index(source.key))
    back, home = (keys.index(link[1:]) for link in (source.back, source.home))
    assert jumps == [back, back, home]
    assert addresses == ["https://example.org/doc"]


def test_a_notes_page_links_where_its_slide_does() -> None:
    """The small slide on paper is alive too."""
    scene, _ = made()
    source = next(i for i, page in enumerate(scene.pages) if page.title == "出处")
    assert links(written("notes"), source) == links(written(), source)


def test_a_section_has_its_accent() -> None:
    """On its slides the accents change places, and the layout's own shapes say accent 1 still."""
    scene, theme = made()
    page = next(page for page in scene.pages if page.accent is ColorRole.ACCENT2)
    first, second = Color(ColorRole.ACCENT1), Color(ColorRole.ACCENT2)
    look = look_of(page, theme)
    assert look.palette.rgb(first) == theme.palette.rgb(second)
    assert look.palette.rgb(second) == theme.palette.rgb(first)
    assert look_of(scene.pages[0], theme) is theme


def test_a_page_is_whole_with_its_layout() -> None:
    """Decoration comes first, footer and number last; steps still name their shapes."""
    scene, theme = made()
    page = next(page for page in scene.pages if page.title == "四个要点")
    whole = whole_page(page, theme)
    start = whole.shapes.index(page.shapes[0])
    assert whole.shapes[start : start + len(page.shapes)] == page.shapes
    assert start == len(theme.decor["rule"])
    assert [shape.name for shape in whole.shapes[start + len(page.shapes) :]] == ["页脚", "页码"]
    map_page = replace(page, layout="")
    assert whole_page(map_page, theme) is map_page


def test_notes_stand_below_their_slide() -> None:
    """Title and date above, the slide's words, its notes, and footer and number below."""
    scene, _ = made()
    sheets = texts(written("notes"))
    place = next(i for i, page in enumerate(scene.pages) if page.title == "第一部分")
    for words in ("一场分享", "2026-11-21", "第一部分", "先问好。"):
        assert words in sheets[place]
    assert len(sheets) == len(scene.pages)


def test_long_notes_go_on() -> None:
    """No word of long notes is lost: they go on to sheets without the slide, each one paper."""
    scene, theme = made()
    words = [f"第{number}段备注，讲得长一点。" for number in range(400)]
    notes = tuple(Paragraph((Run(text),), is_item=True) for text in words)
    pages = (replace(scene.pages[0], notes=notes), *scene.pages[1:])
    pdf = NOTES.write(replace(scene, pages=pages), theme, Report())
    sheets = texts(pdf)
    told = "".join(sheets)
    assert [text for text in words if text not in told] == []
    assert len(sheets) > len(scene.pages) + 5
    assert {page.get_size() for page in pypdfium2.PdfDocument(pdf)} == {(540, 720)}
    assert sheets[1].count("副题") == 0


def test_the_same_bytes_twice() -> None:
    """Neither the hour nor a random id is in it."""
    assert written() == written()
    assert written("notes") == written("notes")
