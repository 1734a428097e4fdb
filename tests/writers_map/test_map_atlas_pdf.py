"""A map on paper, as its reader has it: titles to be found, in order, and ways between pages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from pdf_links import links

from deckgen import compile_map, read_outline
from deckgen.model.outline import Outline, walk
from deckgen.model.richtext import plain

OUTLINES = sorted((Path(__file__).resolve().parents[2] / "outlines").glob("*.yaml"))
BLANKS = re.compile(r"\s+")


@cache
def written(path: Path, page: str) -> bytes:
    return compile_map(read_outline(path), format="pdf", page=page)


def said(pdf: bytes) -> list[str]:
    """What can be selected on each page, without the blanks that line ends are."""
    document = pypdfium2.PdfDocument(pdf)
    return [BLANKS.sub("", page.get_textpage().get_text_range()) for page in document]


def told(pdf: bytes) -> list[str]:
    """The words of each page in the file's order, which screen readers follow."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        texts = page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
        pages.append(BLANKS.sub("", "".join(text.extract() for text in texts)))
    return pages


def titles(outline: Outline) -> list[str]:
    return [BLANKS.sub("", plain(topic.title)) for topic, _ in walk(outline.topics)]


@pytest.mark.parametrize("page", ["", "a4"])
@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
@pytest.mark.product
def test_every_title_is_found_in_the_order_of_the_outline(path: Path, page: str) -> None:
    """Whole titles can be searched; where all is told they follow each other."""
    pdf, wanted = written(path, page), titles(read_outline(path))
    found = "".join(said(pdf))
    assert [title for title in wanted if title not in found] == []
    text = "".join(told(pdf)[bool(page) :])
    at, lost = 0, []
    for title in wanted:
        place = text.find(title, at)
        lost += [title] if place < 0 else []
        at = max(at, place)
    assert lost == []


@pytest.mark.parametrize("page", ["a4", "16:9"])
def test_pages_lead_to_each_other(page: str) -> None:
    """The overview to every branch and back, by bookmarks too; each page says which one it is."""
    pdf = written(OUTLINES[0], page)
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    marks = [
        (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()
    ]
    outline = read_outline(OUTLINES[0])
    branches = [plain(topic.title) for topic in outline.topics]
    assert [title for level, title, _ in marks if level == 0] == [plain(outline.title), *branches]
    assert [place for _, _, place in marks] == list(range(count))
    starts = {place for level, _, place in marks if level == 0} - {0}
    assert starts <= set(links(pdf, 0)[0])
    for number in range(1, count):
        assert 0 in links(pdf, number)[0] or number not in starts
    assert all(f"{number}/{count}" in text for number, text in enumerate(said(pdf), 1))
