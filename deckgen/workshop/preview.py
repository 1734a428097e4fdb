"""A theme at one look: its colours, a slide of every layout, and a map, as a picture.

A look comes in, a PNG's bytes leave. It is one page of our own scene, with the drawn pages on it.
The picture is set in the font that deckgen brings; the HTML page (`showcase.py`) in the theme's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model.color import ACCENTS, Color, ColorRole, Tone
from ..model.record import record
from ..model.richtext import rich
from ..model.scene import Box, Page, Shape, TextBody
from ..model.style import Align, Anchor, Fill, Line, TextStyle
from ..model.theme import Theme
from ..model.units import Emu, Rect, Size, pt, px
from ..problems import Report
from ..text.fit import Flow, height_of, set_flows
from ..writers.png import draw_sheet
from . import sample
from .sample import Look

COLUMNS = 4
THUMB: Emu = px(344)
GAP: Emu = px(24)
MARGIN: Emu = px(48)
CAPTION: Emu = px(30)
HEAD: Emu = px(150)
SWATCH: Emu = px(86)
MAP_HEIGHT: Emu = px(700)
MAP_DEPTH = 2
WIDTH: Emu = 2 * MARGIN + COLUMNS * THUMB + (COLUMNS - 1) * GAP
NEUTRALS = (ColorRole.BACKGROUND, ColorRole.SURFACE, ColorRole.TEXT, ColorRole.MUTED)


@record
class Shown:
    """What a preview shows of a theme: its names, a slide of every layout, and a map."""

    look: Look
    name: str
    character: str
    slides: tuple[Page, ...]
    map: Page

    @property
    def theme(self) -> Theme:
        return self.look.theme

    @property
    def title(self) -> str:
        """The theme's title, and its name where that is another one."""
        title = self.theme.title
        return title if title == self.name else f"{title}  {self.name}"

    def label(self, page: Page) -> str:
        """Return what PowerPoint calls a slide's layout, and what an outline does."""
        return f"{self.theme.layouts[page.layout].label.split()[0]} {page.kind}"


def shown(look: Look, name: str, character: str, report: Report) -> Shown:
    """Draw what there is to see."""
    slides = sample.of_each_kind(sample.slides(look, sample.SHOWN, report))
    return Shown(look, name, character, slides, sample.mind_map(look, report, MAP_DEPTH))


def picture(shown: Shown, report: Report) -> bytes:
    """Return the contact sheet as a PNG."""
    places = _places(shown)
    *_, last = places
    size = Size(WIDTH, last.bottom + MARGIN)
    pages = (*shown.slides, shown.map)
    shapes = (
        Box(Rect(0, 0, size.width, size.height), "底", fill=Fill(Color(ColorRole.SURFACE))),
        *_head(shown),
        *(_edge(place) for place in places),
        *_captions(shown, places),
    )
    sheet = Page("preview", shown.theme.title, size, shapes)
    return draw_sheet(sheet, pages, places, shown.theme, report)


def _places(shown: Shown) -> tuple[Rect, ...]:
    """Return where the slides stand, row by row, and the map below them."""
    page = shown.theme.grid.page
    height = round(THUMB * page.height / page.width)
    slides = tuple(
        Rect(
            MARGIN + index % COLUMNS * (THUMB + GAP),
            HEAD + index // COLUMNS * (height + CAPTION + GAP),
            THUMB,
            height,
        )
        for index in range(len(shown.slides))
    )
    top = max(place.bottom for place in slides) + CAPTION + GAP
    size, room = shown.map.size, Size(WIDTH - 2 * MARGIN, MAP_HEIGHT)
    scale = min(room.width / size.width, room.height / size.height)
    width, height = round(size.width * scale), round(size.height * scale)
    return (*slides, Rect((WIDTH - width) // 2, top, width, height))


def _head(shown: Shown) -> tuple[Shape, ...]:
    """Return the theme's names at the left, its colours at the right."""
    theme = shown.theme
    roles = (*NEUTRALS, *ACCENTS)
    left = WIDTH - MARGIN - len(roles) * SWATCH
    title, words = (
        replace(theme.style(name), align=Align.LEFT) for name in ("section_title", "lead")
    )
    width = left - MARGIN - GAP
    top = px(30)
    return (
        _text(shown.title, title, 32, Rect(MARGIN, top, width, px(56))),
        _text(shown.character, words, 14, Rect(MARGIN, top + px(58), width, px(48)), Anchor.TOP),
        *(
            _swatch(role, Rect(left + i * SWATCH, top, SWATCH, px(72)), theme)
            for i, role in enumerate(roles)
        ),
    )


def _swatch(role: ColorRole, frame: Rect, theme: Theme) -> Box:
    style = replace(theme.style("caption"), color=Color(role, Tone.ON), align=Align.CENTER)
    box = _text(theme.palette.colors[role].css.upper(), style, 11, frame)
    return replace(box, fill=Fill(Color(role)), line=Line(Color(ColorRole.MUTED), pt(0.5)))


def _edge(place: Rect) -> Box:
    """Return a hairline round a page, for many stand on what they are made of."""
    line = Line(Color(ColorRole.MUTED), pt(1))
    return Box(place, "边", line=line)


def _captions(shown: Shown, places: Sequence[Rect]) -> tuple[Box, ...]:
    style = replace(shown.theme.style("footer"), align=Align.LEFT)
    return tuple(
        _text(shown.label(page), style, 12, Rect(place.x, place.bottom, place.width, CAPTION))
        for page, place in zip(shown.slides, places, strict=False)
    )


def _text(
    words: str, style: TextStyle, size_pt: float, frame: Rect, anchor: Anchor = Anchor.MIDDLE
) -> Box:
    style = replace(style, sizes=(size_pt,), before_pt=0)
    lines = set_flows((Flow(rich(words), style),), frame.width, 0)
    return Box(frame, "字", TextBody(lines, anchor, height=height_of(lines)))
