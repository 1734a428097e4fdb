"""Frames no taller than their words: one layout in a few heights, of which the lowest is taken.

So what belongs to the words stands right beside them: the rule at a statement's left, the speaker
below a quotation. The one thing to know: a height counts as enough only where the words are large.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...model.record import record
from ...model.scene import TextParagraph
from ...model.style import TextStyle
from ...model.theme import LayoutSpec, Theme
from ...model.units import Emu, pt
from ...text.measure import line_em
from ._fill import Filled


@record
class Tall:
    """A height for so many `lines` at a step of the scale; `least` is the last step it is for."""

    suffix: str
    label: str
    lines: int
    step: int
    least: int

    def height(self, style: TextStyle) -> Emu:
        """Return what so many lines of the style take."""
        line = _size(style, self.step) * line_em(style.fonts) * style.spacing / 100
        return pt(self.lines * line) + pt(1)  # each line is rounded


HEIGHTS = (
    Tall("-1", " 一行", 1, 0, 1),
    Tall("-2", " 两行", 2, 1, 1),
    Tall("-4", " 四行", 4, 2, 2),
)
WHOLE = Tall("", "", 0, 0, 99)  # the layout that has the page to itself, at any size
MOST_LINES = HEIGHTS[-1].lines


def _size(style: TextStyle, step: int) -> float:
    return style.sizes[min(step, len(style.sizes) - 1)]


def lowest(
    theme: Theme, name: str, idx: int, filled: Callable[[LayoutSpec], Filled]
) -> tuple[LayoutSpec, Filled] | None:
    """Return the lowest of a layout's heights in which the words in `idx` fit and are large.

    A few lines that are large in none stand in a low one, too, if they are no larger on the page.
    """
    tried: list[tuple[LayoutSpec, Filled, list[float]]] = []
    for tall in (*HEIGHTS, WHOLE):
        spec = theme.layouts[name + tall.suffix]
        done = filled(spec)
        if not done.fits:
            continue
        said = [
            line for box in done.boxes if box.placeholder == idx for line in box.text.paragraphs
        ]
        sizes = [line.size_pt for line in said]
        tried.append((spec, done, sizes))
        if tall is WHOLE and sum(len(line.lines) for line in said) > MOST_LINES:
            return None
        if _is_large(said, tall.least):
            # no larger than in a lower frame, where they were not large enough
            return next((low, words) for low, words, tiny in tried if tiny == sizes)
    return None


def _is_large(lines: Iterable[TextParagraph], least: int) -> bool:
    return all(line.size_pt >= _size(line.style, least) for line in lines)
