"""Flows at a size, as programs set them: in the faces that they name, or in one that stands in.

What comes in: flows and a step of their scale. What leaves: paragraphs in lines, at any width. The
thing to know: where none of a theme's faces is installed, only Latin letters become wider. What
breaks well in one face and badly in the other is not well broken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from ..model.regex import regex
from ..model.richtext import plain
from ..model.scene import TextParagraph
from ..model.style import Face, FontPair, TextStyle
from ..model.units import Emu
from .fit import WIDER, Flow, paragraph_of, set_flows, size_at
from .measure import advance
from .wrap import limit_of, wrap_steady

# What Linux sets where a face is missing: wider than all that are named
STAND_IN = "DejaVu Serif"
Paragraphs = tuple[TextParagraph, ...]
_LATIN = regex(r"[!-~\u00a1-\u024f]+")


class Setting:
    """Flows at a step of their scale."""

    def __init__(self, flows: Sequence[Flow], step: int) -> None:
        self.flows = flows
        self.step = step
        self._wanted: dict[Emu, Paragraphs] = {}
        self._costs: dict[tuple[int, ...], float] = {}

    @property
    def has_latin(self) -> bool:
        """Whether another face may stand in."""
        return bool(self._stood_in)

    def cost(
        self, paragraphs: Paragraphs, cost: Callable[[Paragraphs, Sequence[Flow]], float]
    ) -> float:
        """Return what paragraphs that were broken here cost, counted once.

        They are kept as long as the setting, so that one is known by itself.
        """
        key = tuple(map(id, paragraphs))
        if key not in self._costs:
            self._costs[key] = cost(paragraphs, self.flows)
        return self._costs[key]

    @cached_property
    def _own(self) -> Sequence[_Steady]:
        return [_Steady(flow, self.step, index) for index, flow in enumerate(self.flows)]

    @cached_property
    def _stood_in(self) -> Sequence[_Steady]:
        if not any(_LATIN.search(plain(flow.runs)) for flow in self.flows):
            return ()
        others = (replace(flow, style=_other(flow.style)) for flow in self.flows)
        return [_Steady(flow, self.step, index) for index, flow in enumerate(others)]

    def at(self, width: Emu) -> Paragraphs:
        """Return the flows as programs break them, which fill each line to the full."""
        return tuple(one.at(width) for one in self._own)

    def stood_in_at(self, width: Emu) -> Paragraphs:
        """Return the same in a face that stands in; nothing where there is no Latin."""
        return tuple(one.at(width) for one in self._stood_in)

    def wanted_at(self, width: Emu) -> Paragraphs:
        """Return the flows with their headings broken as we want them."""
        if width not in self._wanted:
            self._wanted[width] = set_flows(self.flows, width, self.step)
        return self._wanted[width]


class _Steady:
    """A flow at a step, which is broken anew only where a width changes its lines.

    One after another many widths are tried, most of which break most paragraphs alike.
    """

    def __init__(self, flow: Flow, step: int, index: int) -> None:
        self._flow, self._step, self._index = flow, step, index
        self._known: list[tuple[int, int, TextParagraph]] = []  # the limits that it stays between

    def at(self, width: Emu) -> TextParagraph:
        flow = self._flow
        size = size_at(flow.style, self._step)
        limit = limit_of(flow.style, size, width)
        for least, most, paragraph in reversed(self._known):
            if least <= limit <= most:
                return paragraph
        lines, least = wrap_steady(flow.runs, flow.style, size, limit)
        paragraph = paragraph_of(flow, self._step, self._index, lines, settled=True)
        self._known.append((least, limit, paragraph))
        return paragraph


def is_sturdy(paragraphs: Sequence[TextParagraph], width: Emu) -> bool:
    """Tell whether what has one line keeps it where another face stands in for its Latin."""
    return all(_may_widen(one, width) for one in paragraphs if len(one.lines) == 1)


def reach(paragraph: TextParagraph, wider: int) -> Emu:
    """Return how wide a paragraph's lines are, their Latin in a face so much wider, in per cent."""
    style, size = paragraph.style, paragraph.size_pt
    widest = 0
    for line in paragraph.lines:
        latin = "".join(_LATIN.findall(plain(line.runs))) if wider > 100 else ""
        more = advance(latin, size, style.bold, style.fonts) * (wider - 100) // 100 if latin else 0
        widest = max(widest, line.width + more)
    return widest + style.margin


def _may_widen(paragraph: TextParagraph, width: Emu) -> bool:
    """Tell whether a line keeps its words: at a glance, where it would if all of it were Latin."""
    most = paragraph.lines[0].width * WIDER // 100 + paragraph.style.margin
    return most <= width or reach(paragraph, WIDER) <= width


@lru_cache(maxsize=64)
def _with_other(fonts: FontPair) -> FontPair:
    return fonts._replace(fallbacks=(*fonts.fallbacks, STAND_IN))


def _other(style: TextStyle) -> TextStyle:
    is_code = style.face is Face.MONO
    return style if is_code else replace(style, fonts=_with_other(style.fonts))
