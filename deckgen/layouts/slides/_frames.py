"""Where things stand on every content slide, and how to cut the body into equal frames."""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.scene import Path, Point
from ...model.style import Anchor, Fill, Geometry, Line, TextStyle
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Rect, pt
from ._fill import FOOTER, LEAD, NUMBER, TITLE

HAIRLINE = pt(0.75)
DESCENT = 0.11  # of the size: how far letters of a face that stands in hang below the measured line
WIDE = 1.5  # the ratio of its sides above which a page is wide


def furniture(theme: Theme) -> tuple[Placeholder, ...]:
    """Return the footer and the slide number, which stand alike on every layout."""
    band = theme.grid.footer
    number_width = band.width // 8
    left = Rect(band.x, band.y, band.width - number_width, band.height)
    right = Rect(left.right, band.y, number_width, band.height)
    return (
        Placeholder(FOOTER, "ftr", "页脚", left, (theme.style("footer"),), Anchor.MIDDLE),
        Placeholder(NUMBER, "sldNum", "页码", right, (theme.style("number"),), Anchor.MIDDLE),
    )


def deepened(holder: Placeholder) -> Placeholder:
    """Return a placeholder that stands on its words with room for letters that hang below: g, y.

    The words stay where they are; the frame goes on below them by a part of their size.
    """
    more = pt(DESCENT * max(holder.styles[0].sizes))
    frame = replace(holder.frame, height=holder.frame.height + more)
    return replace(
        holder, frame=frame, insets=replace(holder.insets, bottom=holder.insets.bottom + more)
    )


def heading(theme: Theme) -> tuple[Placeholder, ...]:
    """Return title and lead as they stand on every content slide."""
    grid = theme.grid
    title, lead = (theme.style("title"),), (theme.style("lead"),)
    return (
        deepened(
            Placeholder(
                TITLE, "title", "标题", grid.title, title, Anchor.BOTTOM, prompt="单击编辑标题"
            )
        ),
        Placeholder(LEAD, "body", "导语", grid.lead, lead, Anchor.MIDDLE, prompt="一句话要点"),
    )


def content_spec(
    theme: Theme, name: str, label: str, placeholders: tuple[Placeholder, ...]
) -> LayoutSpec:
    """Return a content layout: title, lead, these placeholders, footer and number.

    `name` is the kind, or the kind and a variant with a hyphen ("cards-3").
    """
    kind = name.partition("-")[0]
    return LayoutSpec(
        name, kind, label, (*heading(theme), *placeholders, *furniture(theme)), has_rule=True
    )


def without_lead(spec: LayoutSpec) -> LayoutSpec:
    """Return the layout without its lead, so that something else has its room."""
    return replace(spec, placeholders=tuple(one for one in spec.placeholders if one.idx != LEAD))


def high_body(theme: Theme) -> Rect:
    """Return the body with the lead's band, for layouts without a lead."""
    body, top = theme.grid.body, theme.grid.lead.y + theme.tokens.gap
    return Rect(body.x, top, body.width, body.bottom - top)


def text_holder(
    idx: int, name: str, frame: Rect, styles: tuple[TextStyle, ...], anchor: Anchor = Anchor.TOP
) -> Placeholder:
    """Return a plain body placeholder without a ground of its own."""
    return Placeholder(idx, "body", name, frame, styles, anchor, prompt=name)


def as_card(theme: Theme, holder: Placeholder, fill: Fill) -> Placeholder:
    """Return the placeholder as a card: with a ground, a corner and an inner margin."""
    tokens = theme.tokens
    return replace(
        holder,
        insets=tokens.padding,
        geometry=Geometry.ROUND if tokens.corner else Geometry.RECT,
        corner=tokens.corner,
        fill=fill,
        line=tokens.outline,
        shadow=tokens.shadow,
    )


def hairline(frame: Rect) -> Path:
    """Return the line between a row and the one above it."""
    start, end = Point(frame.x, frame.y), Point(frame.right, frame.y)
    line = Line(Color(ColorRole.MUTED, Tone.MID), HAIRLINE)
    return Path((start, start, end, end), "线", line=line)


def is_wide(theme: Theme) -> bool:
    """Tell whether a page is a wide one: 16:9 is, 4:3 is not."""
    return theme.grid.page.width > WIDE * theme.grid.page.height


def balanced(count: int, most: int) -> int:
    """Return how many of `count` things the first page takes, at most `most` a page.

    The pages are as equal as can be, the first never smaller: 7 at most 6 gives 4.
    """
    pages = -(-count // most)
    return -(-count // pages)


def rows_in(frame: Rect, count: int, gap: Emu, most: Emu) -> tuple[Rect, ...]:
    """Cut `frame` into `count` rows, no higher than `most`, from the top."""
    height = min((frame.height - gap * (count - 1)) // count, most)
    return tuple(
        Rect(frame.x, frame.y + i * (height + gap), frame.width, height) for i in range(count)
    )


def cards_in(frame: Rect, count: int, gap: Emu) -> tuple[Rect, ...]:
    """Cut `frame` for two to six cards: 2, 3, 2×2, 3+2, 3×2; outer edges always line up."""
    per_row = {1: (1,), 2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3)}[count]
    rows = frame.rows(len(per_row), gap)
    return tuple(
        card for row, number in zip(rows, per_row, strict=True) for card in row.columns(number, gap)
    )
