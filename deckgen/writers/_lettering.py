"""Lettering in SVG: lines of real text, each where it was measured, in the theme's families.

What comes in is a text with its frame, what leaves are `<text>` elements, one a line; all else is
drawn by `_svg.py`. A file that carries its fonts gathers here which letters it draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Generic, TypeAlias, TypeVar

from ..model.color import Color
from ..model.richtext import RichText, Run, plain
from ..model.scene import TextBody
from ..model.style import Align, Face, TextStyle
from ..model.theme import Theme
from ..model.units import EMU_PER_PT, EMU_PER_PX, Rect
from ..text.fonts import FAMILY, MONO_FAMILY
from ._letters import Letters
from ._markup import escaped, num, placed, quoted
from ._text import (
    PlacedLine,
    bullet_middle,
    is_safe,
    placed_lines,
    placed_pieces,
    run_color,
    run_edges,
    run_ground,
)

_ANCHORS = {
    Align.LEFT: "",
    Align.CENTER: ' text-anchor="middle"',
    Align.RIGHT: ' text-anchor="end"',
}
_PX_PER_PT = EMU_PER_PT / EMU_PER_PX

T = TypeVar("T")
Href: TypeAlias = Callable[[str], str]  # a link to what is written for it, or nothing


def own_href(link: str) -> str:
    """Return a link as it is, or nothing for one that may not be written."""
    return link if is_safe(link) else ""


class Told(Generic[T]):
    """What is written for a value, and a size, made once; found by the value's identity first.

    A map says the same few colours and styles tens of thousands of times, always the same objects,
    and to ask a style for its hash takes longer than to write its words. A value that has been
    found by its identity is kept, so that no other can come to have it.
    """

    def __init__(self, tell: Callable[[T, float], str]) -> None:
        self._tell = tell
        self._told: dict[tuple[T, float], str] = {}
        self._seen: dict[tuple[int, float], tuple[T, str]] = {}

    def __call__(self, value: T, size_pt: float = 0) -> str:
        seen = self._seen.get((id(value), size_pt))
        if seen is not None:
            return seen[1]
        key = (value, size_pt)
        words = self._told.get(key)
        if words is None:
            words = self._told[key] = self._tell(value, size_pt)
        self._seen[id(value), size_pt] = (value, words)
        return words


class Lettering:
    """What is drawn with words; `out` takes the elements in order.

    With `has_cells` each piece of a listing says where it stands: for the bundled fonts alone.
    With `letters` these come along with the file, and all that is drawn is noted there.
    """

    def __init__(self, theme: Theme, href: Href | None, has_cells: bool) -> None:
        self.theme = theme
        self.out: list[str] = []
        self.href = href or own_href
        self.is_part = href is not None  # of a file that has other pages
        self.has_cells = has_cells
        self.letters: Letters | None = None
        self._is_linked = False  # links do not nest
        self._paragraph_steps: Mapping[int, int] = {}
        self._css = Told[Color](lambda color, _: theme.palette.rgb(color).css)
        self._styles = Told[TextStyle](self._style)

    def css(self, color: Color) -> str:
        return self._css(color)

    def families(self, face: Face) -> str:
        own = self.theme.fonts.pair(face).families
        if face is Face.MONO:
            ours = (MONO_FAMILY, FAMILY)
            return _listed((*ours, *own) if self.has_cells else (*own, *ours), "monospace")
        return _listed((FAMILY, *own), "sans-serif")

    def _anchor(self, link: str, *, is_told: bool = True) -> str:
        """Begin a link; what has no words repeats one that has, and is no stop for the keyboard."""
        target = self.href(link)
        if not self.is_part:
            return f'<a xlink:href="{quoted(target)}">'
        more = "" if target[:1] == "#" else ' target="_blank" rel="noopener noreferrer"'
        more += "" if is_told else ' tabindex="-1" aria-hidden="true"'
        return f'<a href="{quoted(target)}"{more}>'

    def _rect(self, frame: Rect, rest: str) -> None:
        self.out.append(f"<rect{placed(frame)}{rest}/>")

    def text(self, text: TextBody, frame: Rect, has_ground: bool) -> None:
        number = -1
        for line in placed_lines(text, frame):
            paragraph = line.paragraph
            number += line.is_first
            if self.letters is not None:
                self.letters.take(line)
            step = self._paragraph_steps.get(number)
            if step:
                self.out.append(f'<g data-step="{step}">')
            style = self._styles(paragraph.style, paragraph.size_pt)
            if line.is_first and paragraph.style.bullet:
                self._bullet(line)
            where = f'x="{num(line.x)}" y="{num(line.y)}"'
            runs = line.runs
            in_cells = self.has_cells and paragraph.style.face is Face.MONO
            if len(runs) == 1 and _is_plain(runs[0]) and not in_cells:
                words = escaped(runs[0].text.rstrip())
            else:
                words = self._runs(line, has_ground)
            space = ' xml:space="preserve"' if in_cells or _has_spaces(runs) else ""
            self.out.append(f"<text {where}{style}{space}>{words}</text>")
            if step:
                self.out.append("</g>")

    def _style(self, style: TextStyle, size_pt: float) -> str:
        parts = [
            _ANCHORS[style.align],
            f' font-size="{size_pt * _PX_PER_PT:.2f}"'.replace(".00", ""),
            f' fill="{self.css(style.color)}"',
        ]
        if style.bold:
            parts.append(' font-weight="700"')
        if style.italic:
            parts.append(' font-style="italic"')
        if self.theme.fonts.pair(style.face) != self.theme.fonts.minor:
            parts.append(f' font-family="{quoted(self.families(style.face))}"')
        return "".join(parts)

    def _runs(self, line: PlacedLine, has_ground: bool) -> str:
        """Return runs as tspans; those with a ground of their own get it first."""
        self._grounds(line, has_ground)
        style, parts = line.paragraph.style, []
        if self.has_cells and style.face is Face.MONO:
            for run, is_mono, x in placed_pieces(line):
                family = "" if is_mono else f' font-family="{FAMILY}"'
                parts.append(self._run(run, style, has_ground, f' x="{num(x)}"{family}'))
            return "".join(parts)
        for index, run in enumerate(line.runs):
            text = run.text if index + 1 < len(line.runs) else run.text.rstrip()
            if text:
                parts.append(self._run(replace(run, text=text), style, has_ground))
        return "".join(parts)

    def _run(self, run: Run, style: TextStyle, has_ground: bool, place: str = "") -> str:
        """Return a run's words; `place` is an attribute more."""
        attributes = place + (' font-weight="700"' if run.bold and not style.bold else "")
        if run.italic and not style.italic:
            attributes += ' font-style="italic"'
        color = run_color(run, style.color, has_ground)
        if color != style.color:
            attributes += f' fill="{self.css(color)}"'
        if run.link:
            attributes += ' text-decoration="underline"'
        words = escaped(run.text)
        span = f"<tspan{attributes}>{words}</tspan>" if attributes else words
        if run.link and self.href(run.link) and not self._is_linked:
            return f"{self._anchor(run.link)}{span}</a>"
        return span

    def _grounds(self, line: PlacedLine, has_ground: bool) -> None:
        grounds = [run_ground(run, has_ground) for run in line.runs]
        if not any(grounds):
            return
        height = line.paragraph.size_pt * EMU_PER_PT
        top = round(line.y - 0.95 * height)
        for color, (start, end) in zip(grounds, pairwise(run_edges(line)), strict=True):
            if color:
                frame = Rect(start, top, max(0, end - start), round(1.2 * height))
                self._rect(frame, f' rx="2" fill="{self.css(color)}"')

    def _bullet(self, line: PlacedLine) -> None:
        style, size = line.paragraph.style, line.paragraph.size_pt
        self.out.append(
            f'<text x="{num(bullet_middle(line))}" y="{num(line.y)}" text-anchor="middle" '
            f'font-size="{size * _PX_PER_PT:.2f}" fill="{self.css(style.bullet_color)}" '
            f"font-family=\"Arial,'{FAMILY}'\">"
            f"{escaped(style.bullet)}</text>"
        )


def _has_spaces(runs: RichText) -> bool:
    """Tell whether spaces would be lost: at a run's edge, or several in a row, as in code."""
    text = plain(runs)
    if len(runs) > 1 and any(run.text[:1] == " " or run.text[-1:] == " " for run in runs):
        return True
    return text.startswith(" ") or "  " in text


def _listed(families: Iterable[str], generic: str) -> str:
    """Return families as CSS lists them, each once."""
    return ",".join(f"'{name}'" for name in dict.fromkeys(families)) + f",{generic}"


def _is_plain(run: Run) -> bool:
    return not (run.bold or run.italic or run.mark or run.code or run.link or run.color)
