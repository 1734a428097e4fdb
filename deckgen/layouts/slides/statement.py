"""One sentence, large, beside a rule as tall as it is; the title above it as its heading.

The layout comes in four heights, the lowest that holds the words. Without a gist the title is all
there is to say, and is said so ("statement-alone").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Slide
from ...model.richtext import RichText
from ...model.scene import Box
from ...model.style import Align, Anchor, Fill
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Rect, inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._fill import TITLE, Slot, fill, flow, page
from ._frames import furniture, heading
from ._list import place_list
from ._share import place_whole
from ._tall import HEIGHTS, lowest

BODY = 1
TITLED, ALONE = "statement", "statement-alone"
INDENT, RULE = inches(0.45), inches(0.09)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    style = theme.style("statement")
    page = theme.grid.page.height
    heights = [("", "", page), *((tall.suffix, tall.label, tall.height(style)) for tall in HEIGHTS)]
    return tuple(spec for each in heights for spec in _pair(theme, *each))


def _pair(theme: Theme, suffix: str, label: str, height: Emu) -> Iterator[LayoutSpec]:
    """Yield the layouts of that height: below a title, and for a title alone."""
    grid, gap, style = theme.grid, theme.tokens.gap, theme.style("statement")
    is_ruled = style.align is Align.LEFT
    x, width = grid.span(0, 12 if style.align is Align.CENTER else 11)
    indent = INDENT if is_ruled else 0
    for name, top in ((TITLED, grid.lead.y + gap), (ALONE, grid.title.y + 2 * gap)):
        room = grid.body.bottom - gap - top
        tall = min(height, room)
        frame = Rect(x + indent, top + (room - tall) * 2 // 5, width - indent, tall)
        rule = Box(Rect(x, frame.y, RULE, tall), "线", fill=Fill(Color(ColorRole.ACCENT1)))
        shapes = (rule,) if is_ruled else ()
        if name == ALONE:
            whole = Placeholder(
                TITLE, "title", "标题", frame, (style,), Anchor.MIDDLE, prompt="一句话"
            )
            holders: tuple[Placeholder, ...] = (whole, *furniture(theme))
        else:
            body = Placeholder(
                BODY, "body", "一句话", frame, (style,), Anchor.MIDDLE, prompt="一句话"
            )
            holders = (heading(theme)[0], body, *furniture(theme))
        words = "一句话" if name == TITLED else "一句话 无标题"
        yield LayoutSpec(
            name + suffix, "statement", words + label, holders, shapes, has_rule=name == TITLED
        )


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the gist large; without one the title is all there is to say, and stands there."""
    if slide.items:
        return place_list(slide, theme, report)
    name, idx = (TITLED, BODY) if slide.lead else (ALONE, TITLE)
    if low := lowest(theme, name, idx, lambda spec: fill(spec, _slots(spec, slide))):
        return Placed(page(slide, theme, low[0], low[1].boxes))
    spec = theme.layouts[name]
    return place_whole(slide, theme, report, (spec, _slots(spec, slide)))


def _slots(spec: LayoutSpec, slide: Slide) -> list[Slot]:
    head = slide.title if slide.lead else _stressed(slide.title)
    title = flow(spec.placeholder(TITLE), head, balance=True)
    slots = [Slot(TITLE, (title,), "title", origin=slide.origin)]
    if slide.lead:
        words = flow(spec.placeholder(BODY), _stressed(slide.lead), balance=True)
        slots.append(Slot(BODY, (words,), "body"))
    return slots


def _stressed(runs: RichText) -> RichText:
    """Return the sentence with its bold words in the accent: all of it may be bold in a theme."""
    accent = Color(ColorRole.ACCENT1, Tone.INK)
    return tuple(replace(run, color=accent) if run.bold and not run.link else run for run in runs)


LAYOUT = SlideLayout("statement", specs, place)
