"""The map's SVG in LibreOffice and in Inkscape: every line stands where we put it.

Each program turns the file into a PDF, and the PDF's letters are asked for their places. Without
LibreOffice its test is skipped (DECKGEN_REQUIRE_OFFICE=1 makes that a failure), and so is
Inkscape's without Inkscape.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from office import soffice

from deckgen import compile_map, read_outline

pytestmark = pytest.mark.office

OUTLINE = Path(__file__).resolve().parent.parent / "outlines" / "word-of-mouth-triangle.yaml"
TEXT = "{http://www.w3.org/2000/svg}text"
PT_PER_PX = 0.75
NEAR_PX = 2.5
HAN = re.compile("[一-鿿，、。：；]{2,}")
# cairo names some letters by a radical or a compatibility letter that looks alike
LIKENESS, LIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]"), "\ufffc"
SHARES = {"": 0.0, "middle": 0.5, "end": 1.0}  # of a line's width, left of its x


def by_office(svg: Path) -> Path:
    return soffice(svg.parent, "pdf", [svg]) / "map.pdf"


def by_inkscape(svg: Path) -> Path:
    program = shutil.which("inkscape")
    if program is None:
        pytest.skip("inkscape is not installed")
    pdf = svg.with_suffix(".pdf")
    command = [program, "--export-type=pdf", f"--export-filename={pdf}", str(svg)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return pdf


def lines(svg: Path) -> list[tuple[str, float, float, float]]:
    """The words of every line of Han, its x and base line, and where in the line its x is.

    Other letters may be as wide as another font makes them.
    """
    found = []
    for element in etree.parse(str(svg)).iter(TEXT):
        words = "".join(element.itertext()).strip()
        if HAN.fullmatch(words):
            x, y = (float(element.get(key, "nan")) for key in "xy")
            found.append((words, x, y, SHARES[element.get("text-anchor", "")]))
    return found


def letters(page: pypdfium2.PdfPage) -> tuple[str, list[tuple[float, float, float]]]:
    """What can be selected on a page, and each letter's left, right and middle, in pixels."""
    text, height = page.get_textpage(), page.get_height()
    chars, boxes = [], []
    for index in range(text.count_chars()):
        char = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
        chars.append(LIKE if LIKENESS.match(char) else char)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        boxes.append(
            (left / PT_PER_PX, right / PT_PER_PX, (height - (top + bottom) / 2) / PT_PER_PX)
        )
    return "".join(chars), boxes


@pytest.mark.parametrize("convert", [by_office, by_inkscape])
def test_lines_stand_where_we_put_them(convert: Callable[[Path], Path], tmp_path: Path) -> None:
    """Every line of Han is found as text, and starts or is centred where ours is."""
    svg = tmp_path / "map.svg"
    svg.write_bytes(compile_map(read_outline(OUTLINE), embed_fonts=True))
    said, boxes = letters(pypdfium2.PdfDocument(convert(svg))[0])
    wanted = lines(svg)
    assert len(wanted) > 50
    wrong = []
    for words, x, y, share in wanted:
        pattern = "".join(f"[{char}{LIKE}]" for char in words)
        offsets = []
        for hit in re.finditer(pattern, said):
            (left, _, middle), (_, right, _) = boxes[hit.start()], boxes[hit.end() - 1]
            offsets.append((round(left + share * (right - left) - x, 1), round(middle - y, 1)))
        if not any(abs(along) < NEAR_PX and -18 < down < 4 for along, down in offsets):
            wrong.append((words, x, y, offsets))
    assert wrong == []
