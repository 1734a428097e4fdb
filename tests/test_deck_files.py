"""A deck is the same in every format: the same words, broken alike, in the same places.

All is read from the files: slides and frames from the .pptx, letters and their base lines from the
.pdf, lines and where they start from the SVG in the .html, and pixels from the .png. What moves,
and what is only said, is compared too.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
from office_pages import Glyph, Said, Sheet, letters_of, lines_of, matched, sheets_of, slides_of
from PIL import Image, ImageChops
from pptx import Presentation

from deckgen.pipeline import Themes, draw_deck, read_outline, write_files, write_scene
from deckgen.problems import Report, Severity

ROOT = Path(__file__).resolve().parent.parent
HARD = """
title: 一个长得不像标题的标题，它想在封面上就把《微信思维》和《参与感》两本书一口气讲完
subtitle: A subtitle in English，并且中英文混排，带着 v2.0 与 100% 这样的记号
author: 读书会
book: {title: 样书, author: 某作者}
deck: {aspect: "ASPECT"}
topics:
- “第一章”：从 <b>五条款</b> 说起 & 一直说到渠道变革的全过程:
    points:
    - 长段落:
        points:
        - "微信公众平台2012年8月上线，到2015年已有1,000多万个账号；书里说：“连接人与服务（O2O）”……"
        - 一层: [Word 和==高亮==，**粗体**, "`code()`与 [链接](https://a.example/b)", 二层又一条]
    - 卡片:
        points:
        - 第一张: 为一个盒子做出的全部样品
        - 第二张 Card: 从第一稿到定稿改过的版本，一回回送去打样的次数
        - 第三张: [要点一：先听, 要点二：Latin words, 要点三]
    - 传统的做法 vs 互联网的做法:
        points:
        - 传统的做法: [手抄, 背诵]
        - 互联网的做法: [画图, 讲给人听]
    - 听见用户说的话 → 记下来 → 当天改 → 第二天发布
    - 谁说过: {quote: {text: 台风口上，猪也能飞, by: 某人, source: 《某书》}}
- 讨论: {points: [你上一次主动推荐的产品是什么，为什么？, Why not？]}
"""
CASES = {
    "every-layout": ("docs/gallery/gallery.yaml", "wechat"),
    "hard-wide": ("16:9", "wechat"),
    "hard-tall": ("4:3", "ink"),
}
SLACK = 2  # points by which ink may leave its frame, as in test_office.py
NEAR = 0.1  # points between base lines, and between starts, of the .pdf and the .html
CELL = 0.6  # ems of a space in a listing
CENTRED = 0.5  # ems between their middles: a last letter such as ， has its ink at one side
ALIKE = 24  # of 255: the largest difference of two pictures of a page, seen from afar
PT_PER_PX = 0.75


@dataclass(frozen=True)
class Line:
    """A `<text>` of a slide in the HTML file, without its spaces; lengths are points."""

    letters: str
    x: float
    y: float
    anchor: str
    size: float
    indent: int  # how many spaces stand before its first letter, as in a listing


@dataclass(frozen=True)
class Files:
    """One deck in its formats."""

    slides: list[list[Said]]
    sheets: list[Sheet]
    lines: list[list[Line]]
    pptx: Path
    html: str
    pdf: bytes
    notes: bytes
    pictures: Mapping[str, bytes]


@pytest.fixture(params=CASES, scope="module")
def deck(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Files:
    source, name = CASES[request.param]
    folder = tmp_path_factory.mktemp("deck")
    path = ROOT / source
    if not source.endswith(".yaml"):
        path = folder / "talk.yaml"
        path.write_text(HARD.replace("ASPECT", source), "utf-8")
    report = Report()
    outline = read_outline(path, report=report)
    theme = Themes().compile(outline, name, report)
    scene = draw_deck(outline, theme, report)
    pptx, pdf, html, notes = (
        write_scene(scene, word, theme, report) for word in ("pptx", "pdf", "html", "notes")
    )
    (folder / "talk.pptx").write_bytes(pptx)
    pictures = write_files(scene, "png", theme, report)
    assert [one for one in report.problems if one.severity is not Severity.NOTE] == []
    page, path = html.decode(), folder / "talk.pptx"
    drawn = slides_of(path), sheets_of(pdf), lines_in(page)
    return Files(*drawn, path, page, pdf, notes, pictures)


def lines_in(html: str) -> list[list[Line]]:
    """Return the lines of each slide, in drawing order."""
    slides = re.findall(r"<svg .*?</svg>", html, re.DOTALL)
    return [[line(text) for text in ElementTree.fromstring(svg).iter("text")] for svg in slides]


def line(text: ElementTree.Element) -> Line:
    x, y, size = (float(text.get(name, "0")) * PT_PER_PX for name in ("x", "y", "font-size"))
    letters = "".join("".join(text.itertext()).split())
    words = "".join(text.itertext())
    indent = len(words) - len(words.lstrip())
    return Line(letters, x, y, text.get("text-anchor", "start"), size, indent)


def shown(slide: list[Line], sheet: Sheet) -> Iterator[tuple[Line, tuple[Glyph, ...]]]:
    """Pair each line of the HTML file with its letters in the PDF; both are drawn in one order."""
    assert "".join(line.letters for line in slide) == sheet.letters
    start = 0
    for line in slide:
        yield line, sheet.glyphs[start : start + len(line.letters)]
        start += len(line.letters)


def test_the_same_words(deck: Files) -> None:
    """Every paragraph of a slide is in the PDF and in the HTML file, whole and in one piece."""
    assert len(deck.slides) == len(deck.sheets) == len(deck.lines)
    for slide, sheet, lines in zip(deck.slides, deck.sheets, deck.lines, strict=True):
        letters = "".join(line.letters for line in lines)
        assert [said.letters for said, glyphs in matched(sheet, slide) if not glyphs] == []
        assert [said.letters for said in slide if said.letters not in letters] == []


def test_the_same_breaks_and_places(deck: Files) -> None:
    """A line of the HTML file is a line of the PDF: one base line, and one start or middle."""
    faults = []
    for number, (lines, sheet) in enumerate(zip(deck.lines, deck.sheets, strict=True), 1):
        for line, glyphs in shown(lines, sheet):
            if any(abs(glyph.base - line.y) > NEAR for glyph in glyphs):
                faults.append((number, "base line", line))
            start = line.x + line.indent * CELL * line.size
            if line.anchor == "start" and abs(glyphs[0].start - start) > NEAR:
                faults.append((number, "start", line))
            ink = (glyphs[0].ink.left + glyphs[-1].ink.right) / 2
            if line.anchor == "middle" and abs(ink - line.x) > CENTRED * line.size + NEAR:
                faults.append((number, "middle", line))
    assert faults == []


def test_the_same_frames(deck: Files) -> None:
    """What the PDF draws of a paragraph stands in its shape's frame in the .pptx."""
    faults = [
        (number, said.name, lines_of(glyphs))
        for number, (slide, sheet) in enumerate(zip(deck.slides, deck.sheets, strict=True), 1)
        for said, glyphs in matched(sheet, slide)
        if not all(said.frame.holds(glyph.ink, SLACK) for glyph in glyphs)
    ]
    assert faults == []


def test_the_same_notes(deck: Files) -> None:
    """What the speaker reads below a slide in the .pptx is on its sheet, and in the HTML file."""
    sheets = "".join(sheet.letters for sheet in sheets_of(deck.notes))
    asides = re.findall(r'<aside class="notes">(.*?)</aside>', deck.html, re.DOTALL)
    told = 0
    for slide, aside in zip(Presentation(deck.pptx).slides, asides, strict=True):
        notes = slide.notes_slide.notes_text_frame.paragraphs if slide.has_notes_slide else ()
        words = unescape("".join(re.sub("<[^>]*>", "", aside).split()))
        for letters in filter(None, (letters_of(paragraph.text) for paragraph in notes)):
            told += 1
            assert letters in letters_of(words)
            assert letters in sheets
    assert told >= len(asides)


def test_the_same_clicks(deck: Files) -> None:
    """As many clicks on each slide, and the same way to it."""
    ways = {"fade": "fade", "push-l": "push", "push-u": "rise"}
    native = []
    for slide in Presentation(deck.pptx).slides:
        clicks = len(slide._element.xpath(".//p:cTn[@nodeType='clickEffect']"))
        (way,) = slide._element.xpath("p:transition/*")
        native.append((clicks, ways["-".join(filter(None, (name_of(way), way.get("dir"))))]))
    sections = re.findall(r"<section .*?</section>", deck.html, re.DOTALL)
    ours = [
        (
            max(map(int, re.findall(r'data-step="(\d+)"', text)), default=0),
            re.findall(r'^<section [^>]*data-transition="(\w+)"', text)[0],
        )
        for text in sections
    ]
    assert ours == native


def name_of(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def difference(one: Image.Image, other: Image.Image) -> int:
    """Return how far two pictures are apart at most, each made of 96 × 54 spots."""
    small = [picture.resize((96, 54), Image.Resampling.BOX) for picture in (one, other)]
    bands = ImageChops.difference(*small).getextrema()
    return max(most for _, most in bands)


def test_the_same_pictures(deck: Files) -> None:
    """A slide's picture is the PDF's page, drawn by another program; and no other page."""
    document = pypdfium2.PdfDocument(deck.pdf)
    pages = [page.render(scale=2).to_pil().convert("RGB") for page in document]
    names = sorted(name for name in deck.pictures if name != "contact.png")
    pictures = [Image.open(io.BytesIO(deck.pictures[name])).convert("RGB") for name in names]
    assert names == [f"slide-{number:02}.png" for number in range(1, len(pages) + 1)]
    apart = [difference(page, picture) for page, picture in zip(pages, pictures, strict=True)]
    assert max(apart) < ALIKE
    assert difference(pages[1], pictures[2]) > 2 * ALIKE


def test_the_contact_sheet_shows_them_all(deck: Files) -> None:
    """It is one picture that holds every slide, small."""
    sheet = Image.open(io.BytesIO(deck.pictures["contact.png"]))
    count = len(deck.slides)
    slide = Image.open(io.BytesIO(deck.pictures["slide-01.png"]))
    assert sheet.width * sheet.height > count * 600 * 600 * slide.height / slide.width
    assert max(sheet.size) < 16_384
