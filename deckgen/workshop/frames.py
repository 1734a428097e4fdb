"""Where a theme's layouts put words: on the page, apart from each other, and with room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..model.style import Geometry
from ..model.theme import LayoutSpec, Placeholder, Theme
from ..model.units import Emu, Rect, pt, to_pt
from ..problems import Problem, Severity
from ..terminal import counted
from ..text.measure import line_em
from .places import Places
from .sample import Look
from .verdict import Check

MARGIN_PART = 20  # words keep a twentieth of the page's width from its edge
MOST_TOLD = 4  # a wrong grid is wrong on every layout
GRID = (("grid",), ("tokens",))


def check_frames(looks: Sequence[Look], places: Places) -> Check:
    """Report frames off the page, too small for a line, or over each other, on any layout."""
    report, count, told = places.report(), 0, 0
    for look in looks:
        theme = look.theme
        wrong: list[str] = []
        for _, spec in sorted(theme.layouts.items()):
            count += 1
            faults = list(_faults(spec, theme))
            told += len(faults)
            if faults:
                more = f", and {len(faults) - 1} more like it" if len(faults) > 1 else ""
                wrong.append(f"layout '{spec.name}' ({look.aspect}): {faults[0]}{more}")
        hint = "look at 'grid', 'tokens' and the sizes of its styles"
        for fault in wrong[:MOST_TOLD]:
            report.error(places.of(*GRID), fault, hint, code="bad-frame")
        if len(wrong) > MOST_TOLD:
            more = f"so are frames of {len(wrong) - MOST_TOLD} more layouts ({look.aspect})"
            report.error(places.of(*GRID), more, code="bad-frame")
        short = theme.grid.page.width // MARGIN_PART - theme.grid.margin_x
        if short > 0:
            report.warn(places.of(("grid", "margin")), *_margin(short, look), code="narrow-margin")
    worst = f"{told} misplaced" if told else "all in place"
    return Check.of("frames", f"{count} layouts on two page sizes", worst, report)


def check_fit(found: Sequence[tuple[str, Problem]], pages: int, places: Places) -> Check:
    """Report what drawing the sample said: text too long for its frame, frames off the page."""
    report = places.report()
    wrong = [(aspect, one) for aspect, one in found if one.severity is not Severity.NOTE]
    for aspect, problem in wrong[:MOST_TOLD]:
        hint = "give it more room ('grid', 'tokens') or smaller sizes ('styles')"
        report.error(
            places.of(*GRID),
            f"on the sample's {aspect} slides {problem.message}",
            hint,
            code="sample-does-not-fit",
        )
    worst = f"{counted(len(wrong), 'text')} too long" if wrong else "everything fits"
    return Check.of("sample", f"{pages} slides and maps", worst, report)


def _margin(short: Emu, look: Look) -> tuple[str, str]:
    message = f"the margin is {to_pt(short):.0f} pt under a twentieth of a {look.aspect} page"
    return message, "words at the edge look cramped, and projectors cut the edge off"


def _faults(spec: LayoutSpec, theme: Theme) -> Iterator[str]:
    for holder in spec.placeholders:
        yield from (f"'{holder.name}' {fault}" for fault in _alone(holder, theme))
    rooms = [(holder, holder.frame.inset(holder.insets)) for holder in spec.placeholders]
    for one, other in combinations(rooms, 2):
        if _meet(one, other):
            yield f"'{one[0].name}' and '{other[0].name}' overlap"


def _alone(holder: Placeholder, theme: Theme) -> Iterator[str]:
    page = Rect(0, 0, theme.grid.page.width, theme.grid.page.height)
    if not page.contains(holder.frame):
        yield "reaches beyond the page"
    room, style = holder.frame.inset(holder.insets), holder.styles[0]
    size = min(style.sizes)
    if room.height < pt(size * line_em(style.fonts)) or room.width < pt(size):
        yield f"has no room for a line of {size:g} pt"
    if theme.logo and room.overlaps(theme.logo.image.frame):
        yield "lies under the logo"


def _meet(one: tuple[Placeholder, Rect], other: tuple[Placeholder, Rect]) -> bool:
    """Tell whether the words of two frames, which stand in their rooms, would meet, or the grounds.

    The tip of a chevron may reach into the notch of the next, and a block down the side may stand
    behind the footer: so a ground may lie under the words of another frame.
    """
    (first, room), (second, its_room) = one, other
    if room.overlaps(its_room):
        return True
    if not first.frame.overlaps(second.frame):
        return False
    return _is_ground(first) and _is_ground(second)


def _is_ground(holder: Placeholder) -> bool:
    is_box = holder.geometry in (Geometry.RECT, Geometry.ROUND)
    return is_box and bool(holder.fill or holder.line)
