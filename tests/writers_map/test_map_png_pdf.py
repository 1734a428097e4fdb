"""PNG and PDF: real glyphs without any system font, the theme's colours, words to be found."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
from drawings import drawn, scene_of, scene_with, theme
from PIL import Image

from deckgen.model.color import Color, ColorRole, Rgb
from deckgen.model.scene import Box, Scene
from deckgen.model.units import Rect, Size, px, to_px
from deckgen.problems import Report
from deckgen.writers.pdf import WRITER as PDF
from deckgen.writers.png import MAX_PIXELS, MAX_SIDE, ZOOM, fitting_zoom
from deckgen.writers.png import WRITER as PNG

OUTLINE = """
title: 口碑铁三角
topics:
- 产品: 口碑的**发动机**
- {title: 官网, link: "https://mi.com/?a=1&b=2", points: ["*斜体*与==重点==", "[跳](#here)"]}
- {title: 用户关系, id: here}
"""


def pixel(picture: Image.Image, x: int, y: int) -> Rgb:
    color = picture.getpixel((x, y))
    assert isinstance(color, tuple)
    return Rgb(*map(int, color))


def test_a_png_has_the_themes_colours() -> None:
    """The ground in a corner, the first branch's accent inside its box, glyphs on it."""
    scene = scene_of("title: 甲\ntopics: [乙]")
    page = scene.pages[0]
    box = next(s for s in page.shapes if isinstance(s, Box) and s.name == "乙")
    picture = Image.open(BytesIO(PNG.write(scene, theme(), Report())))
    width, height = picture.size
    assert picture.mode == "RGB"
    assert (width, height) == (to_px(page.size.width) * ZOOM, to_px(page.size.height) * ZOOM)
    palette = theme().palette
    ground, branch = palette.rgb(Color(ColorRole.BACKGROUND)), palette.rgb(Color(ColorRole.ACCENT1))
    assert pixel(picture, 0, 0) == pixel(picture, width - 1, height - 1) == ground
    left, middle = int(to_px(box.frame.x) * ZOOM), int(to_px(box.frame.center_y) * ZOOM)
    assert pixel(picture, left + 8, middle) == branch
    across = [pixel(picture, left + 8 + i, middle) for i in range(int(to_px(box.frame.width)))]
    assert len(set(across)) > 2  # 乙 crosses the middle


def test_a_large_picture_is_drawn_smaller() -> None:
    """No side and no area beyond the bounds; usual sizes are left alone."""
    assert fitting_zoom(Size(px(1000), px(1000))) == ZOOM
    for width, height in ((20_000, 100), (100, 400_000), (9_000, 9_000)):
        zoom = fitting_zoom(Size(px(width), px(height)))
        assert zoom < ZOOM
        assert max(width, height) * zoom <= MAX_SIDE
        assert width * height * zoom * zoom <= MAX_PIXELS * 1.0001


def test_a_picture_that_was_made_smaller_is_noted() -> None:
    """The report says so, with a way out."""
    report = Report()
    PNG.write(scene_with([], Size(px(40_000), px(40))), theme(), report)
    (problem,) = report.problems
    assert problem.message == "the png is drawn at 55% of its size, 16383 × 16"


def test_characters_that_the_font_lacks_are_named_and_never_boxes() -> None:
    """Once each, at the line where they stand first; the rest of the text is kept."""
    text = "title: 火箭🚀\ntopics:\n- 又一个🚀\n- 缅文က"
    for writer in (PNG, PDF):
        report = Report()
        blob = drawn(writer, text, report)
        assert [(p.origin.line, p.message) for p in report.problems] == [
            (1, "the bundled font has no '🚀' (ROCKET), so '〓' is drawn instead"),
            (4, "the bundled font has no 'က' (MYANMAR LETTER KA), so '〓' is drawn instead"),
        ]
        if writer is PDF:
            assert "火箭〓" in pdf_text(blob)


def test_invisible_characters_are_drawn_as_nothing() -> None:
    """Joiners and selectors leave no trace and need no word."""
    report = Report()
    text = pdf_text(drawn(PDF, 'title: "甲\\u200d乙\\ufe0f丙"', report))
    assert "甲乙丙" in text
    assert report.problems == ()


def pdf_text(blob: bytes) -> str:
    document = pypdfium2.PdfDocument(blob)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_pdf_holds_its_words_links_and_properties() -> None:
    """Text can be selected, links lead there, the file knows its title; twice the same bytes."""
    blob = drawn(PDF, OUTLINE)
    text = pdf_text(blob)
    for word in ("口碑铁三角", "产品", "口碑的发动机", "官网", "斜体与重点", "用户关系"):
        assert word in text
    document = pypdfium2.PdfDocument(blob)
    assert document.get_metadata_value("Title") == "口碑铁三角"
    assert document.get_metadata_value("Author") == "读书会"
    assert b"/URI (https://mi.com/?a=1&b=2)" in blob
    assert blob == drawn(PDF, OUTLINE)
    page = scene_of(OUTLINE).pages[0]
    assert document[0].get_size()[0] * 12700 - page.size.width < 200


def test_unsafe_links_and_jumps_to_nowhere_are_left_out() -> None:
    """A script is no link; a jump whose node is not there is none either."""
    frame = Rect(0, 0, px(50), px(20))
    for link in ("javascript:alert(1)", "#nowhere", "file:///etc/passwd"):
        scene = scene_with([Box(frame, "x", link=link)], Size(px(60), px(30)))
        assert b"/Annot" not in PDF.write(scene, theme(), Report())


def test_all_pages_are_written() -> None:
    """A scene of three pages is a PDF of three."""
    page = scene_of("title: 甲").pages[0]
    scene = Scene(tuple(replace(page, key=f"p{i}") for i in range(3)))
    assert len(pypdfium2.PdfDocument(PDF.write(scene, theme(), Report()))) == 3


def test_a_page_beyond_what_readers_show_is_scaled() -> None:
    """14,400 pt a side is the most; the report says by how much it shrank."""
    report = Report()
    blob = PDF.write(scene_with([], Size(px(38_400), px(96))), theme(), report)
    assert pypdfium2.PdfDocument(blob)[0].get_size()[0] == 14_400
    assert [p.message for p in report.problems] == [
        "the page is scaled to 50%, the largest that PDF readers show"
    ]


def test_the_font_is_embedded_in_part() -> None:
    """A subset, and no font of the reader's."""
    blob = drawn(PDF, OUTLINE)
    assert len(blob) < 60_000
    assert re.search(rb"/FontFile2", blob)
