"""Look the finished pages over: text that leaves its frame, frames that leave their page.

An address that no line of its frame holds is told of too, for words with a link say it better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from ..model.regex import regex
from ..model.richtext import plain
from ..model.scene import Box, ChartShape, Group, Page, Scene, Shape, TableShape, TextParagraph
from ..model.theme import Theme
from ..model.units import Emu, Rect, pt
from ..plugin import FinishRule
from ..problems import Report

ADDRESS = regex(r"https?://[!-~]+")
LONGEST = 40  # characters of an address in a message
TOLERANCE: Emu = pt(1)  # frames are cut to whole EMU, text heights are sums of rounded lines


def apply(scene: Scene, theme: Theme, report: Report) -> Scene:
    """Warn of every box whose text is higher than its frame, or that is not on the page."""
    del theme
    for page in scene.pages:
        sheet = Rect(0, 0, page.size.width, page.size.height)
        for box in _boxes(page.shapes):
            _check(box, page, sheet, report)
    return scene


def _check(box: Box, page: Page, sheet: Rect, report: Report) -> None:
    origin = box.origin if box.origin.line else page.origin
    room = box.frame.inset(box.text.insets).height
    if box.text.height > room + TOLERANCE:
        report.warn(
            origin,
            f"the text of '{box.name}' on page {page.number} ('{page.title}') is too long",
            "shorten it, or divide it into points",
            code="text-too-long",
        )
    if not sheet.contains(box.frame):
        report.warn(
            origin,
            f"'{box.name}' on page {page.number} reaches beyond the page",
            code="beyond-page",
        )
    for paragraph in box.text.paragraphs:
        for address in _cut_addresses(paragraph):
            short = address if len(address) <= LONGEST else f"{address[: LONGEST - 1]}…"
            told = f"the address '{short}' is cut in two on page {page.number}"
            report.note(
                origin,
                told,
                "write [words](address): the slide shows the words",
                code="bare-address",
            )


def _cut_addresses(paragraph: TextParagraph) -> Iterator[str]:
    """Yield the addresses within which a line ends."""
    words = plain(paragraph.runs)
    if len(paragraph.lines) < 2 or "://" not in words:
        return
    ends = tuple(accumulate(len(plain(line.runs)) for line in paragraph.lines))
    for found in ADDRESS.finditer(words):
        if any(found.start() < end < found.end() for end in ends):
            yield found[0]


def _boxes(shapes: Iterable[Shape]) -> Iterator[Box]:
    for shape in shapes:
        if isinstance(shape, Box):
            yield shape
        elif isinstance(shape, Group):
            yield from _boxes(shape.shapes)
        elif isinstance(shape, TableShape | ChartShape):
            yield from _boxes(shape.drawn)


RULE = FinishRule("check", apply)
