"""Boundaries: a soft ground behind a branch, with a dashed outline and its label.

The ground is the frame round the whole branch, where no other node stands in it. Elsewhere it
follows the branch: a piece behind every node and one behind the edges of every topic, which the
structures keep free. The pieces are drawn twice, with their outlines and then, a little smaller,
without: what lies inside others is covered, and one outline goes round them all. The label stands
on an edge of the ground where there is room; what has none is still told by the topic's tooltip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.mindmap import MindMap, Node
from ...model.richtext import rich
from ...model.scene import Box, TextBody
from ...model.style import Anchor, Fill, Geometry, Line
from ...model.theme import Theme
from ...model.units import Emu, Insets, Rect, Size, around, pt
from ...text.fit import Flow, height_of, set_flows
from ._drawing import Drawing, stretches
from ._relations import Obstacles

_AIR = 0.45  # round the branch, in sibling gaps
_CORNER: Emu = pt(8)
_LINE: Emu = pt(1)
_LABEL_INSETS = Insets(pt(4), pt(0.5), pt(4), pt(0.5))


def boundaries(mindmap: MindMap, drawing: Drawing, theme: Theme) -> tuple[Box, ...]:
    """Return the grounds, outer ones first, each followed by its label."""
    if not any(node.boundary for node in mindmap.nodes):
        return ()
    taken = [*drawing.frames, *drawing.spans.values(), *stretches(drawing)]
    obstacles = Obstacles(taken, theme.map.level_gap)
    found: list[Box] = []
    for index, node in enumerate(mindmap.nodes):
        if node.boundary:
            members = _branch(mindmap, index)
            pieces = _pieces(members, mindmap, drawing, theme)
            found += _ground(pieces, node)
            label = _label(node, pieces, obstacles, theme)
            found += [label] if label else []
    return tuple(found)


def _branch(mindmap: MindMap, root: int) -> list[int]:
    """Return a node and all below it."""
    inside = {root}
    for index in range(root + 1, len(mindmap.nodes)):
        if mindmap.nodes[index].parent in inside:
            inside.add(index)
    return sorted(inside)


def _pieces(members: Sequence[int], mindmap: MindMap, drawing: Drawing, theme: Theme) -> list[Rect]:
    """Return the frame round the whole branch, or frames that hold all of it and nothing else."""
    frames, spans = drawing.frames, drawing.spans
    air = round(_AIR * theme.map.sibling_gap)
    summed = [spans[index] for index in members if index in spans]
    whole = around((*(frames[index] for index in members), *summed))
    own = set(members)
    others = [frame for index, frame in enumerate(frames) if index not in own]
    others += [span for index, span in spans.items() if index not in own]
    for room in (air, air // 2, air // 4):
        if not any(map(_wider(whole, room).overlaps, others)):
            return [_wider(whole, room)]
    return [_wider(frame, air) for frame in _frames(members, mindmap, drawing, others)]


def _ground(pieces: Sequence[Rect], node: Node) -> Iterator[Box]:
    """Yield the ground with its outline."""
    fill, line = Fill(Color(ColorRole.SURFACE)), Line(Color(node.accent, Tone.MID), _LINE, True)
    for piece in pieces:
        yield _piece(piece, node, fill, line)
    if len(pieces) > 1:
        for piece in pieces:
            yield _piece(_wider(piece, -_LINE // 2), node, fill)


def _frames(
    members: Sequence[int], mindmap: MindMap, drawing: Drawing, others: Sequence[Rect]
) -> Iterator[Rect]:
    """Yield frames that hold a branch and nothing else: as much of it in one as can be."""
    frames, spans = drawing.frames, drawing.spans
    blocks = _blocks(members, mindmap, drawing)
    hidden: set[int] = set()  # inside a frame that is drawn
    yield frames[members[0]]
    for index in members:
        children = mindmap.nodes[index].children
        if index in hidden:
            hidden.update(children)
        if index in hidden or not children:
            continue
        yield _between(frames[index], [frames[child] for child in children])
        if index in spans:
            yield spans[index]
        if not any(map(blocks[index].overlaps, others)):
            yield blocks[index]
            hidden.update(children)
        else:
            yield from _runs([frames[child] for child in children], others)


def _runs(frames: Sequence[Rect], others: Sequence[Rect]) -> Iterator[Rect]:
    """Yield siblings in frames round as many of them as nothing else stands among."""
    run = frames[0]
    for frame in frames[1:]:
        longer = around((run, frame))
        if any(map(longer.overlaps, others)):
            yield run
            longer = frame
        run = longer
    yield run


def _blocks(members: Sequence[int], mindmap: MindMap, drawing: Drawing) -> dict[int, Rect]:
    """Return of every topic of a branch the frame round all below it, summaries too."""
    blocks: dict[int, Rect] = {}
    for index in reversed(members):
        children = mindmap.nodes[index].children
        if children:
            inner = [drawing.frames[child] for child in children]
            inner += [blocks[child] for child in children if child in blocks]
            inner += [drawing.spans[index]] if index in drawing.spans else []
            blocks[index] = around(inner)
    return blocks


def _between(parent: Rect, children: Sequence[Rect]) -> Rect:
    """Return the room of the edges between a node and its children: beside, above or below it."""
    block = around(children)
    if block.x >= parent.right:
        return Rect(parent.right, block.y, block.x - parent.right, block.height)
    if block.right <= parent.x:
        return Rect(block.right, block.y, parent.x - block.right, block.height)
    if block.overlaps(parent):
        return parent
    left, right = max(block.x, parent.x), min(block.right, parent.right)
    top, bottom = (parent.bottom, block.y) if block.y >= parent.bottom else (block.bottom, parent.y)
    return Rect(left, top, right - left, bottom - top)


def _piece(frame: Rect, node: Node, fill: Fill, line: Line | None = None) -> Box:
    return Box(
        frame,
        f"外框 {node.boundary}",
        geometry=Geometry.ROUND,
        corner=min(_CORNER, frame.height // 2, frame.width // 2),
        fill=fill,
        line=line,
        origin=node.origin,
    )


def _wider(frame: Rect, air: Emu) -> Rect:
    return Rect(frame.x - air, frame.y - air, frame.width + 2 * air, frame.height + 2 * air)


def _label(node: Node, pieces: Sequence[Rect], obstacles: Obstacles, theme: Theme) -> Box | None:
    """Return the label on the ground's upper or lower edge, at its left, right or middle.

    It stands on the largest piece that has room for it.
    """
    style = replace(theme.map.gist, color=Color(node.accent, Tone.INK), bold=True)
    lines = set_flows((Flow(rich(node.boundary), style),), theme.map.text_width, 0)
    reach = max((line.width for par in lines for line in par.lines), default=0)
    text = TextBody(lines, Anchor.MIDDLE, _LABEL_INSETS, height_of(lines))
    width = reach + _LABEL_INSETS.left + _LABEL_INSETS.right
    height = text.height + _LABEL_INSETS.top + _LABEL_INSETS.bottom
    for piece in sorted(pieces, key=lambda piece: -piece.width * piece.height):
        place = _place(piece, Size(width, height), obstacles)
        if place:
            ground = Fill(Color(ColorRole.BACKGROUND))
            return Box(place, f"外框 {node.boundary}", text, fill=ground, origin=node.origin)
    return None


def _place(piece: Rect, size: Size, obstacles: Obstacles) -> Rect | None:
    width, height = size.width, size.height
    for y in (piece.y - height, piece.y - height // 2, piece.bottom - height // 2, piece.bottom):
        for x in (piece.x + _CORNER, piece.right - _CORNER - width, piece.center_x - width // 2):
            place = Rect(x, y, width, height)
            if obstacles.is_free(place):
                return place
    return None
