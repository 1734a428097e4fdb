"""A section's divider: its number, title and gist, and where we are among the sections."""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole
from ...model.deck import Slide
from ...model.richtext import plain, rich
from ...model.style import Anchor, Fill, Geometry, TextStyle
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Insets, Rect, inches, pt
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import TITLE, Slot, bold, fill, flow, page
from ._frames import furniture, text_holder
from ._share import place_whole

LEAD, MARK, NAV = 14, 15, 40
SHORT, LONG = "section", "section-long"
LINE_EM = 1.5  # the height of a line of the tallest face, and a little
MARK_SIZE = inches(1.1)
MOST_NAV = 10


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return (_spec(theme, SHORT, "节"), _spec(theme, LONG, "节 长标题"))


def _spec(theme: Theme, name: str, label: str) -> LayoutSpec:
    """Return the divider; for a long title, its number stands higher, two large lines below it."""
    page, grid = theme.grid.page, theme.grid
    is_block = theme.tokens.divider == "block"
    x, width = grid.span(4, 5) if is_block else grid.span(0, 8)
    nav_x, nav_width = grid.span(9, 3)
    middle = page.height * 54 // 100
    upper = page.height * 22 // 100
    style = theme.style("section_title")
    top = upper + MARK_SIZE + theme.tokens.gap
    if name == LONG:
        top = min(top, middle - pt(2 * LINE_EM * _large(style)))
    tile = Rect(x, top - theme.tokens.gap - MARK_SIZE, MARK_SIZE, MARK_SIZE)
    mark = _mark(theme, tile)
    holders = (
        Placeholder(
            TITLE,
            "title",
            "节标题",
            Rect(x, top, width, middle - top),
            (style,),
            Anchor.BOTTOM,
            prompt="节标题",
        ),
        mark,
        Placeholder(
            LEAD,
            "body",
            "本节要点",
            Rect(x, middle + inches(0.4), width, page.height * 22 // 100),
            (theme.style("section_lead"),),
            prompt="本节一句话",
        ),
        *_nav_holders(theme, Rect(nav_x, upper, nav_width, page.height * 66 // 100)),
        *furniture(theme),
    )
    return LayoutSpec(name, "section", label, holders)


def _large(style: TextStyle) -> float:
    """Return the size below which a title is no longer large: the second of its scale."""
    return style.sizes[:2][-1]


def _mark(theme: Theme, tile: Rect) -> Placeholder:
    """Return the section's number: on a tile, on a block down the page's left, or bare."""
    corner, divider = theme.tokens.corner, theme.tokens.divider
    style, page = theme.style("section_number"), theme.grid.page
    mark = Placeholder(MARK, "body", "节号", tile, (style,), Anchor.MIDDLE, prompt="01")
    if divider == "bare":
        return replace(mark, frame=replace(tile, width=3 * tile.width), anchor=Anchor.BOTTOM)
    mark = replace(mark, fill=Fill(Color(ColorRole.ACCENT1)))
    if divider == "block":
        left, width = theme.grid.span(0, 3)
        inner = Insets(theme.grid.margin_x, 0, 0, page.height - theme.grid.footer.y)
        frame = Rect(0, 0, left + width, page.height)
        return replace(mark, frame=frame, anchor=Anchor.BOTTOM, insets=inner)
    return replace(mark, geometry=Geometry.ROUND if corner else Geometry.RECT, corner=corner)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the divider; a list of sections that is too long, or too wide, is left out."""
    spec = theme.layouts[_suiting(slide, theme)]
    title, lead, mark = (spec.placeholder(idx) for idx in (TITLE, LEAD, MARK))
    slots = [Slot(TITLE, (flow(title, slide.title, balance=True),), "title", origin=slide.origin)]
    if slide.label:
        slots.append(Slot(MARK, (flow(mark, rich(slide.label)),), "mark"))
    if slide.lead:
        slots.append(Slot(LEAD, (flow(lead, slide.lead, balance=True),), "lead"))
    if 1 < len(slide.items) <= MOST_NAV:
        filled = fill(spec, [*slots, *_nav(spec, slide)])
        if filled.fits:
            return Placed(page(slide, theme, spec, filled.boxes))
    return place_whole(replace(slide, items=()), theme, report, (spec, slots))


def _suiting(slide: Slide, theme: Theme) -> str:
    """Return the layout in which the title is large, the lower one where it is."""
    holder = theme.layouts[SHORT].placeholder(TITLE)
    words = Slot(TITLE, (flow(holder, slide.title, balance=True),), "title")
    (box,) = fill(theme.layouts[SHORT], [words]).boxes
    return SHORT if box.text.paragraphs[0].size_pt >= _large(holder.styles[0]) else LONG


def _nav_holders(theme: Theme, frame: Rect) -> tuple[Placeholder, ...]:
    style = (theme.style("section_nav"),)
    return tuple(
        text_holder(NAV + i, f"各节{i + 1}", row, style, Anchor.MIDDLE)
        for i, row in enumerate(frame.rows(MOST_NAV, 0))
    )


def _nav(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    """Return a line for every section, this one's in bold; each jumps to its section."""
    here = plain(slide.title)
    slots: list[Slot] = []
    for i, item in enumerate(slide.items):
        words = bold(item.title) if plain(item.title) == here else item.title
        link = f"#{item.target}" if item.target else ""
        slots.append(Slot(NAV + i, (flow(spec.placeholder(NAV + i), words),), "nav", link))
    return slots


LAYOUT = SlideLayout("section", specs, place)
