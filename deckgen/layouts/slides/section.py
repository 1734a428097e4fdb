"""A section's divider: its number, title and gist, and where we are among the sections.

The other sections are a list at the page's right, or a small map on which this one is lit; the map
leaves the title less room, so it has layouts of its own.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item, Slide
from ...model.richtext import Run, plain, rich
from ...model.style import Anchor, Fill, Geometry, TextStyle
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Insets, Rect, inches, pt
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import TITLE, Filled, Slot, fill, flow, on_one_line, page
from ._frames import deepened, furniture, text_holder
from ._list import place_list
from ._lit import draw_lit

LEAD, MARK, NAV = 14, 15, 40
SHORT = "section"
MAP, LONG = "-map", "-long"
LINE_EM = 1.5  # the height of a line of the tallest face, and a little
MARK_SIZE, MARK_AIR = inches(1.1), inches(1)
MOST_NAV = 12
TOP, MIDDLE, LOW, NAV_HIGH = 22, 55, 22, 66  # per cent of the page's height


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return (
        _spec(theme, SHORT, "节"),
        _spec(theme, f"{SHORT}{LONG}", "节 长标题"),
        _spec(theme, f"{SHORT}{MAP}", "节 导图"),
        _spec(theme, f"{SHORT}{MAP}{LONG}", "节 导图 长标题"),
    )


def _columns(theme: Theme, name: str) -> tuple[tuple[Emu, Emu], tuple[Emu, Emu]]:
    """Return left edge and width of the title, and those of list or map."""
    is_block, span = theme.tokens.divider == "block", theme.grid.span
    if MAP in name:
        return (span(3, 4), span(7, 5)) if is_block else (span(0, 6), span(6, 6))
    if not is_block:
        return span(0, 8), span(9, 3)
    x, width = span(4, 5)
    return (x, width - 2 * theme.tokens.gap), span(9, 3)


def _spec(theme: Theme, name: str, label: str) -> LayoutSpec:
    """Return the divider; for a long title, its number stands higher, two large lines below it."""
    page = theme.grid.page
    (x, width), (nav_x, nav_width) = _columns(theme, name)
    middle = page.height * MIDDLE // 100
    upper = page.height * TOP // 100
    style = theme.style("section_title")
    top = upper + MARK_SIZE + theme.tokens.gap
    if name.endswith(LONG):
        top = min(top, middle - pt(2 * LINE_EM * _large(style)))
    tile = Rect(x, top - theme.tokens.gap - MARK_SIZE, MARK_SIZE, MARK_SIZE)
    nav = Rect(nav_x, upper, nav_width, page.height * NAV_HIGH // 100)
    holders = (
        deepened(
            Placeholder(
                TITLE,
                "title",
                "节标题",
                Rect(x, top, width, middle - top),
                (style,),
                Anchor.BOTTOM,
                prompt="节标题",
            )
        ),
        _mark(theme, tile, x - MARK_AIR),
        Placeholder(
            LEAD,
            "body",
            "本节要点",
            Rect(x, middle + inches(0.4), width, page.height * LOW // 100),
            (theme.style("section_lead"),),
            prompt="本节一句话",
        ),
        *(() if MAP in name else _nav_holders(theme, nav)),
        *furniture(theme),
    )
    return LayoutSpec(name, "section", label, holders)


def _large(style: TextStyle) -> float:
    """Return the size below which a title is no longer large: the second of its scale."""
    return style.sizes[:2][-1]


def _mark(theme: Theme, tile: Rect, most: Emu) -> Placeholder:
    """Return the section's number: on a tile, on a block down the page's left, or bare.

    The block reaches to `most` at the furthest.
    """
    corner, divider = theme.tokens.corner, theme.tokens.divider
    style, page = theme.style("section_number"), theme.grid.page
    mark = Placeholder(MARK, "body", "节号", tile, (style,), Anchor.MIDDLE, prompt="01")
    if divider == "bare":
        return replace(mark, frame=replace(tile, width=3 * tile.width), anchor=Anchor.BOTTOM)
    mark = replace(mark, fill=Fill(Color(ColorRole.ACCENT1)))
    if divider == "block":
        left, width = theme.grid.span(0, 3)
        inner = Insets(theme.grid.margin_x, 0, 0, page.height - theme.grid.footer.y)
        frame = Rect(0, 0, min(left + width, most), page.height)
        return replace(mark, frame=frame, anchor=Anchor.BOTTOM, insets=inner)
    return replace(mark, geometry=Geometry.ROUND if corner else Geometry.RECT, corner=corner)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the divider; a map, or a list, of sections that finds no room is left out."""
    own = tuple(item for item in slide.items if not _is_way(item))  # what the author says here
    root = slide.items[0] if len(slide.items) == 1 and not own and slide.items[0].items else None
    sections = root.items if root else slide.items
    placed = _with_map(slide, root, theme) if root else None
    if placed:
        return placed
    spec = theme.layouts[_suiting(slide, theme, "")]
    slots = _head(spec, slide)
    if 1 < len(sections) <= MOST_NAV and not any(item.gist or item.items for item in own):
        filled = fill(spec, [*slots, *_nav(spec, slide, sections)])
        if filled.fits:
            return Placed(page(slide, theme, spec, filled.boxes))
    filled = fill(spec, slots)
    if filled.fits and not own:
        return Placed(page(slide, theme, spec, filled.boxes))
    report.note(
        slide.origin,
        f"'{plain(slide.title)}' is set as a list, its words are too many",
        code="set-as-list",
    )
    return place_list(replace(slide, items=own), theme, report)


def _is_way(item: Item) -> bool:
    """Tell whether an item, or one of its own, leads to a slide: the planner's, no words."""
    return bool(item.target) or any(sub.target for sub in item.items)


def _with_map(slide: Slide, root: Item, theme: Theme) -> Placed | None:
    """Place the divider with its map, unless it finds no room; a template has no place for one."""
    lit = next((i for i, item in enumerate(root.items) if _opens(slide, item)), -1)
    if lit < 0 or theme.template:
        return None
    spec = theme.layouts[_suiting(slide, theme, MAP)]
    filled = fill(spec, _head(spec, slide))
    drawn = draw_lit(root, lit, theme, _map_room(theme, spec.name))
    # a theme may have put the words where the map would stand
    if not filled.fits or drawn is None or any(map(drawn.frame.overlaps, _frames(filled))):
        return None
    placed = page(slide, theme, spec, filled.boxes)
    return Placed(replace(placed, shapes=(*placed.shapes, drawn)))


def _opens(slide: Slide, item: Item) -> bool:
    """Tell whether a divider opens a section: by its number, or its jump if it has none."""
    return item.label == slide.label if slide.label else item.target == slide.key


def _frames(filled: Filled) -> list[Rect]:
    return [box.frame for box in filled.boxes]


def _map_room(theme: Theme, name: str) -> Rect:
    """Return where the map stands, above or below a logo that reaches into it."""
    height = theme.grid.page.height
    x, width = _columns(theme, name)[1]
    room = Rect(x, height * TOP // 100, width, height * NAV_HIGH // 100)
    logo = theme.logo.room if theme.logo else None
    if logo is None or not logo.overlaps(room):
        return room
    if logo.center_y > room.center_y:
        return replace(room, height=logo.y - room.y)
    return Rect(x, logo.bottom, width, room.bottom - logo.bottom)


def _head(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    """Return the slots of title, number and gist."""
    title, lead, mark = (spec.placeholder(idx) for idx in (TITLE, LEAD, MARK))
    slots = [Slot(TITLE, (flow(title, slide.title, balance=True),), "title", origin=slide.origin)]
    if slide.label:
        slots.append(Slot(MARK, (flow(mark, rich(slide.label)),), "mark", whole=True))
    if slide.lead:
        slots.append(Slot(LEAD, (flow(lead, slide.lead, balance=True),), "lead"))
    return slots


def _suiting(slide: Slide, theme: Theme, side: str) -> str:
    """Return the layout in which the title is large, the lower one where it is."""
    short = f"{SHORT}{side}"
    holder = theme.layouts[short].placeholder(TITLE)
    words = Slot(TITLE, (flow(holder, slide.title, balance=True),), "title")
    (box,) = fill(theme.layouts[short], [words]).boxes
    return short if box.text.paragraphs[0].size_pt >= _large(holder.styles[0]) else f"{short}{LONG}"


def _nav_holders(theme: Theme, frame: Rect) -> tuple[Placeholder, ...]:
    style = (theme.style("section_nav"),)
    return tuple(
        text_holder(NAV + i, f"各节{i + 1}", row, style, Anchor.MIDDLE)
        for i, row in enumerate(frame.rows(MOST_NAV, 0))
    )


def _nav(spec: LayoutSpec, slide: Slide, sections: tuple[Item, ...]) -> list[Slot]:
    """Return a line for every section, this one's in bold and colour; the others jump to theirs."""
    slots: list[Slot] = []
    for i, item in enumerate(sections):
        holder = spec.placeholder(NAV + i)
        is_here = item.target == slide.key or plain(item.title) == plain(slide.title)
        widest = replace(holder, styles=(replace(holder.styles[0], bold=is_here),))
        name = plain(item.title)  # a section's is told whole on its own divider, a point's here
        words = Run(on_one_line(name, widest) if item.target else name, bold=is_here)
        if is_here:
            words = replace(words, color=Color(ColorRole.ACCENT1, Tone.INK))
        link = f"#{item.target}" if item.target and not is_here else ""
        slots.append(Slot(NAV + i, (flow(holder, (words,)),), "nav", link))
    return slots


LAYOUT = SlideLayout("section", specs, place)
