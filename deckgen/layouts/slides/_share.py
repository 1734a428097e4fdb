"""Share a slide's items out over drawn layouts that come in sizes ("cards-2" to "cards-6").

The largest size that the items fill is tried first; when their words do not fit, fewer go on each
slide; when even the fewest do not, the list takes them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ...model.deck import Slide
from ...model.richtext import plain
from ...model.theme import LayoutSpec, Theme
from ...plugin import Placed
from ...problems import Report
from ._fill import Slot, fill, page, title_slots
from ._frames import balanced
from ._list import place_list


@dataclass(frozen=True, slots=True)
class Sharing:
    """A kind of layout that exists for `least` to `most` items, and how items fill its slots."""

    kind: str
    least: int
    most: int
    slots: Callable[[LayoutSpec, Slide], list[Slot]]
    variant: str = ""


def place_shared(slide: Slide, theme: Theme, report: Report, sharing: Sharing) -> Placed:
    """Place as many of the items as fit together; the rest is a slide of the same kind."""
    count = len(slide.items)
    take = balanced(count, sharing.most) if count else 0
    while take >= sharing.least:
        left = count - take
        placed = _try(slide, theme, sharing, take) if not left or left >= sharing.least else None
        if placed:
            if left:
                report.note(slide.origin, f"'{plain(slide.title)}' goes on: {take} of {count} fit")
            return placed
        take = min(take - 1, balanced(count, take - 1)) if take > 1 else 0
    if count:
        report.note(
            slide.origin, f"'{plain(slide.title)}' is set as a list, {sharing.kind} are full"
        )
    return place_list(slide, theme, report)


def _try(slide: Slide, theme: Theme, sharing: Sharing, take: int) -> Placed | None:
    spec = theme.layouts[f"{sharing.kind}-{take}{sharing.variant}"]
    part = replace(slide, items=slide.items[:take])
    filled = fill(spec, [*title_slots(spec, part), *sharing.slots(spec, part)])
    if not filled.fits:
        return None
    left = slide.items[take:]
    rest = (replace(slide, items=left, lead=(), notes=()),) if left else ()
    return Placed(page(part, theme, spec, filled.boxes), rest)


def place_whole(
    slide: Slide, theme: Theme, report: Report, spec: LayoutSpec, slots: list[Slot]
) -> Placed:
    """Place a slide that cannot be shared out; the list takes it when its words do not fit."""
    filled = fill(spec, slots)
    if filled.fits:
        return Placed(page(slide, theme, spec, filled.boxes))
    report.note(slide.origin, f"'{plain(slide.title)}' is set as a list, its words are too many")
    return place_list(slide, theme, report)
