"""Summaries: a brace beside a topic's points, and beyond it the words that sum them up.

A structure keeps the room free (`room_beyond`, `Catalogue`), and once all has its place the brace
is drawn along whatever hangs from the topic, on the side to which the structure grows. Where a
structure has no such side, where there are no points, or they are folded away, the words are told
below the topic's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ...model.color import Color, Tone
from ...model.mindmap import MindMap, Node
from ...model.record import record
from ...model.richtext import Run, rich
from ...model.scene import Box, Path, Point, TextBody
from ...model.style import Align, Anchor, Line, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Rect, Size, around, pt
from ._cards import Card, reach_of, set_text
from ._edges import Route, between, straight
from ._rooms import Room
from ._tones import brace_color

RIGHT, LEFT, DOWN, UP = (1, 0), (-1, 0), (0, 1), (0, -1)
_WIDTH = 0.7  # of a topic's words
_GAP: Emu = pt(6)  # between points and brace, and between brace and words
_BRACE: Emu = pt(11)
_AIR: Emu = pt(5)  # beyond the words
_SPARE = 0.6  # ems beside them: an office program breaks what its font makes wider by a hair
_ROUND = 0.55  # a quarter circle's handles, in radii


@record
class Words:
    """A summary's words, measured."""

    text: TextBody
    size: Size


@record
class Summary:
    """A summary drawn: its brace, its words, and the frame that holds both."""

    brace: Path
    words: Box
    frame: Rect


def words_of(mindmap: MindMap, theme: Theme) -> dict[int, Words]:
    """Return the words of all topics that have points to sum up."""
    return {
        index: _words(node, theme)
        for index, node in enumerate(mindmap.nodes)
        if node.summary and node.children and index
    }


def _words(node: Node, theme: Theme) -> Words:
    gist = theme.map.gist
    style = replace(gist, color=Color(node.accent, Tone.INK), bold=True, align=Align.LEFT)
    lines = set_text(rich(node.summary), style, round(_WIDTH * theme.map.text_width))
    height = sum(len(line.lines) * line.line_height for line in lines)
    width = reach_of(lines) + pt(_SPARE * gist.sizes[0])
    return Words(TextBody(lines, Anchor.MIDDLE, height=height), Size(width, height))


def told(mindmap: MindMap, braced: Mapping[int, Words]) -> MindMap:
    """Return the map with the summaries that no brace shows below their topics' words."""
    if not any(node.summary for node in mindmap.nodes):
        return mindmap
    nodes = tuple(
        replace(node, gist=(*node.gist, *_line(node)))
        if node.summary and index not in braced
        else node
        for index, node in enumerate(mindmap.nodes)
    )
    return replace(mindmap, nodes=nodes)


def _line(node: Node) -> Iterator[Run]:
    if node.gist:
        yield Run("\n")
    yield Run(f"｝{node.summary}", bold=True)


def room_beyond(words: Words, is_upright: bool = False) -> Room:
    """Return what a summary needs beyond a subtree that grows across, or up and down."""
    size = words.size
    length, breadth = (size.height, size.width) if is_upright else (size.width, size.height)
    return Room(2 * _GAP + _BRACE + length + _AIR, breadth)


def summed(
    mindmap: MindMap,
    words: Mapping[int, Words],
    extents: Sequence[Rect],
    way: Callable[[int], tuple[int, int]],
    theme: Theme,
) -> dict[int, Summary]:
    """Draw the summaries along their topics' points; `way` says to which side of them."""
    found: dict[int, Summary] = {}
    below: dict[int, list[Rect]] = {}
    for index in range(len(extents) - 1, 0, -1) if words else ():
        node, whole = mindmap.nodes[index], extents[index]
        own = below.pop(index, None)
        if own:
            span = around(own)
            whole = around((whole, span))
            if index in words:
                found[index] = _drawn(node, words[index], span, way(index), theme)
                whole = around((whole, found[index].frame))
        below.setdefault(node.parent, []).append(whole)
    return dict(sorted(found.items()))


def _drawn(node: Node, words: Words, span: Rect, way: tuple[int, int], theme: Theme) -> Summary:
    dx, dy = way
    size, text = words.size, words.text
    if dx:
        edge = span.right if dx > 0 else span.x
        near, far = edge + dx * _GAP, edge + dx * (_GAP + _BRACE)
        start = far + dx * _GAP
        y = span.y + max(0, span.height - size.height) // 2
        frame = Rect(start if dx > 0 else start - size.width, y, size.width, size.height)
        middle = Point(far, y + size.height // 2 if size.height > span.height else span.center_y)
        points = _brace(Point(near, span.y), Point(near, span.bottom), middle)
        align = Align.LEFT if dx > 0 else Align.RIGHT
    else:
        edge = span.bottom if dy > 0 else span.y
        near, far = edge + dy * _GAP, edge + dy * (_GAP + _BRACE)
        start = far + dy * _GAP
        x = span.x + max(0, span.width - size.width) // 2
        frame = Rect(x, start if dy > 0 else start - size.height, size.width, size.height)
        middle = Point(x + size.width // 2 if size.width > span.width else span.center_x, far)
        points = _brace(Point(span.x, near), Point(span.right, near), middle)
        align = Align.CENTER
    lines = tuple(replace(p, style=_aligned(p.style, align)) for p in text.paragraphs)
    widths = theme.map.edge_widths
    line = Line(brace_color(theme, node.accent), max(widths[-1], pt(1.25)), rounded=True)
    name = f"概要 {node.summary}"
    brace = Path(points, name, line=line, origin=node.origin)
    box = Box(frame, name, replace(text, paragraphs=lines), origin=node.origin)
    ends = (Rect(point.x, point.y, 0, 0) for point in (points[0], points[-1]))
    return Summary(brace, box, around((frame, *ends)))


def _aligned(style: TextStyle, align: Align) -> TextStyle:
    return replace(style, align=align)


def _brace(start: Point, end: Point, tip: Point) -> Route:
    """Return a brace from end to end of a span, its tip pointing to the words."""
    is_level = start.x == end.x
    half = (tip.x - start.x if is_level else tip.y - start.y) // 2
    length = end.y - start.y if is_level else end.x - start.x
    reach = min(abs(half), length // 4)
    middle = (start.x if is_level else start.y) + half

    def at(along: Emu, out: Emu) -> Point:
        return Point(out, along) if is_level else Point(along, out)

    first, last = (start.y, end.y) if is_level else (start.x, end.x)
    peak = min(max(tip.y if is_level else tip.x, first + 2 * reach), last - 2 * reach)
    near, far = (start.x, tip.x) if is_level else (start.y, tip.y)
    corners = (
        (at(first, near), at(first, middle), at(first + reach, middle)),
        (at(peak - reach, middle), at(peak, middle), at(peak, far)),
        (at(peak, far), at(peak, middle), at(peak + reach, middle)),
        (at(last - reach, middle), at(last, middle), at(last, near)),
    )
    route: list[Point] = []
    for before, (a, corner, b) in pairwise([((corners[0][0],) * 3), *corners]):
        route += straight(before[2], a)[1:] if route else []
        quarter = (a, between(a, corner, _ROUND), between(b, corner, _ROUND), b)
        route += quarter[1:] if route else quarter
    return tuple(route)


def extents_of(frames: Sequence[Rect], cards: Sequence[Card], sides: Sequence[int]) -> list[Rect]:
    """Return the nodes' frames with their badges."""
    return [
        frame
        if card.length == card.size.width
        else Rect(
            frame.x if side > 0 else frame.x - (card.length - card.size.width),
            frame.y,
            frame.width + card.length - card.size.width,
            frame.height,
        )
        for frame, card, side in zip(frames, cards, sides, strict=True)
    ]
