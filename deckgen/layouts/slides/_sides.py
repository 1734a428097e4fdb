"""Lay a tree of two levels out on both sides of its root, in the largest size that fits.

What comes in: items and a room. What leaves: boxes and the curves between them, or nothing when
there is no room for the words at the smallest size. A side's branches stand one under another in
one column, their leaves in the next; columns are as wide as their longest words, within bounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.color import Color, Tone, accent
from ...model.deck import Item
from ...model.record import record
from ...model.richtext import RichText, plain
from ...model.scene import Box, Connector, Point, Shape, TextBody
from ...model.style import Anchor, Fill, Geometry, Line, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Insets, Rect, inches, pt
from ...text.fit import Flow, height_of, set_flows

ROOT_WIDEST, LEAF_LEAST = inches(2.5), inches(1.5)
ROOT_ROUNDEST = inches(0.45)  # a capsule of more than two lines would cut its words off
# LibreOffice leads a curve round its ends where they are less than a centimetre apart
TO_BRANCH, TO_LEAF = inches(0.5), inches(0.42)
LEAF_GAP, BLOCK_GAP, WIDEST_GAP = inches(0.07), inches(0.16), inches(0.5)
PAD = Insets(inches(0.12), inches(0.05), inches(0.12), inches(0.05))
ROOT_PAD = Insets(inches(0.2), inches(0.14), inches(0.2), inches(0.14))
BRANCH_SHARE = 0.42  # of a side's width, where leaves stand beside the branches
STEPS = 4
FAR = inches(1000)
ROUNDING = 0.3  # of a corner's radius: so far a round box sets its text in, on every side


@record
class _Node:
    """Words set for a column: its text and what it takes."""

    text: TextBody
    width: Emu
    height: Emu
    item: Item


@record
class _Block:
    """A branch and its leaves; `number` counts the branches of the whole map."""

    branch: _Node
    leaves: tuple[_Node, ...]
    number: int

    @property
    def height(self) -> Emu:
        below = sum(leaf.height for leaf in self.leaves) + LEAF_GAP * max(0, len(self.leaves) - 1)
        return max(self.branch.height, below)


@record
class _Side:
    """One side of the map: its blocks and the widths of both columns."""

    blocks: tuple[_Block, ...]
    branch_width: Emu
    leaf_width: Emu

    @property
    def height(self) -> Emu:
        gaps = BLOCK_GAP * max(0, len(self.blocks) - 1)
        return sum(block.height for block in self.blocks) + gaps


def draw_sides(
    root: RichText, items: Sequence[Item], theme: Theme, room: Rect
) -> tuple[Shape, ...] | None:
    """Return the map's shapes, curves first; None when it does not fit at any size.

    A size at which every branch keeps to one line, and the root to two, is taken before a larger
    one; where there is none, the root has as few lines as can be.
    """
    tries = [_tried(Item(root), items, theme, (room, step)) for step in range(STEPS)]
    fitting = [one for one in tries if one]
    calm = [one for one in fitting if one[2]]
    if not fitting:
        return None
    words, sides, _ = calm[0] if calm else min(fitting, key=lambda one: _lines(one[0]))
    middle = Rect(
        room.center_x - words.width // 2,
        room.center_y - words.height // 2,
        words.width,
        words.height,
    )
    box = _box(words, middle, "根", theme, Color(theme.style("map_root").color.role))
    box = replace(box, key="map", corner=min(words.height // 2, ROOT_ROUNDEST))
    drawn = [box, *_placed(sides, theme, room, middle)]
    return (
        *(shape for shape in drawn if isinstance(shape, Connector)),
        *(shape for shape in drawn if isinstance(shape, Box)),
    )


def _tried(
    root: Item, items: Sequence[Item], theme: Theme, room: tuple[Rect, int]
) -> tuple[_Node, list[_Side], bool] | None:
    """Return root and sides at one step, if they fit, and whether their words are hardly broken."""
    frame, step = room
    style = theme.style("map_root")
    rounding = round(ROUNDING * inches(0.5))  # half of a root of two lines
    pad = replace(ROOT_PAD, left=ROOT_PAD.left + rounding, right=ROOT_PAD.right + rounding)
    width = min(ROOT_WIDEST, _reach(root.title, style, step) + pad.left + pad.right)
    words = _node(root, style, (width, step), pad)
    words = replace(words, text=replace(words.text, insets=ROOT_PAD))
    sides = _sides(items, theme, (frame.width - width) // 2, step)
    if not sides or max(side.height for side in sides) > frame.height:
        return None
    branches = [block.branch for side in sides for block in side.blocks]
    last = plain(words.text.paragraphs[0].lines[-1].runs)
    is_calm = all(_lines(one) == 1 for one in branches) and _lines(words) <= 2 and len(last) > 1
    return words, sides, is_calm


def _lines(node: _Node) -> int:
    return len(node.text.paragraphs[0].lines)


def _sides(items: Sequence[Item], theme: Theme, width: Emu, step: int) -> list[_Side] | None:
    """Share the branches out: the first half at the right, the others at the left."""
    weights = [max(1, len(item.items)) for item in items]
    half = min(
        range(1, len(items) + 1), key=lambda at: (abs(2 * sum(weights[:at]) - sum(weights)), -at)
    )
    sides = [
        _side(part, theme, (width, step), start)
        for part, start in ((items[:half], 0), (items[half:], half))
        if part
    ]
    told = [side for side in sides if side]
    return told if len(told) == len(sides) else None


def _side(items: Sequence[Item], theme: Theme, room: tuple[Emu, int], start: int) -> _Side | None:
    width, step = room
    branch, leaf = theme.style("map_branch"), theme.style("map_leaf")
    pad = _rounded(theme)
    pads = pad.left + pad.right
    subs = [sub for item in items for sub in item.items]
    widest = int(width * BRANCH_SHARE) - TO_BRANCH if subs else width - TO_BRANCH
    longest = max(_reach(item.title, branch, step) for item in items) + pads
    branch_width = min(longest, widest)
    leaf_width = 0
    if subs:
        left = width - TO_BRANCH - branch_width - TO_LEAF
        leaf_width = min(left, max(_reach(sub.title, leaf, step) for sub in subs) + pads)
        if leaf_width < min(LEAF_LEAST, left + 1):
            leaf_width = min(left, LEAF_LEAST)
        if left < LEAF_LEAST:
            return None
    blocks = tuple(
        _Block(
            _node(item, branch, (branch_width, step), pad),
            tuple(_node(sub, leaf, (leaf_width, step), pad) for sub in item.items),
            start + number,
        )
        for number, item in enumerate(items)
    )
    return _Side(blocks, branch_width, leaf_width)


def _rounded(theme: Theme) -> Insets:
    """Return what a node keeps free at its sides: its insets, and what its corners take."""
    extra = round(ROUNDING * theme.tokens.corner)
    return replace(PAD, left=PAD.left + extra, right=PAD.right + extra)


def _reach(runs: RichText, style: TextStyle, step: int) -> Emu:
    (line,) = set_flows((Flow(runs, style),), FAR, step)
    return max(one.width for one in line.lines) + pt(line.size_pt) // 3


def _node(item: Item, style: TextStyle, room: tuple[Emu, int], pad: Insets) -> _Node:
    width, step = room
    paragraphs = set_flows((Flow(item.title, style),), width - pad.left - pad.right, step)
    text = TextBody(paragraphs, Anchor.MIDDLE, PAD, height_of(paragraphs))
    return _Node(text, width, text.height + pad.top + pad.bottom, item)


def _placed(sides: Sequence[_Side], theme: Theme, room: Rect, middle: Rect) -> Iterator[Shape]:
    """Yield boxes and curves of both sides, each side in the middle of the room's height."""
    for side, direction in zip(sides, (1, -1), strict=False):
        free = room.height - side.height
        gap = BLOCK_GAP + min(WIDEST_GAP, free // (len(side.blocks) + 1))
        height = side.height + (gap - BLOCK_GAP) * (len(side.blocks) - 1)
        y = room.center_y - height // 2
        for block in side.blocks:
            yield from _block(block, side, theme, (middle, y, direction))
            y += block.height + gap


def _block(
    block: _Block, side: _Side, theme: Theme, where: tuple[Rect, Emu, int]
) -> Iterator[Shape]:
    """Yield a branch, its leaves and the curves to them; `where`: the root, the top, the side."""
    root, top, direction = where
    role = accent(block.number)
    key = f"map/{block.number}"
    x = root.right + TO_BRANCH if direction > 0 else root.x - TO_BRANCH - side.branch_width
    frame = Rect(
        x, top + (block.height - block.branch.height) // 2, side.branch_width, block.branch.height
    )
    branch = _box(block.branch, frame, "分支", theme, Color(role))
    yield replace(branch, key=key, item=block.number)
    yield edge(("map", root), (key, frame), direction, Line(Color(role), pt(2.5)))
    x = frame.right + TO_LEAF if direction > 0 else frame.x - TO_LEAF - side.leaf_width
    y = top + (block.height - _leaves_height(block)) // 2
    for number, leaf in enumerate(block.leaves):
        own = Rect(x, y, side.leaf_width, leaf.height)
        name = f"{key}/{number}"
        box = _box(leaf, own, "叶", theme, Color(role, Tone.SOFT))
        yield replace(box, key=name, item=block.number)
        yield edge((key, frame), (name, own), direction, Line(Color(role, Tone.MID), pt(1.5)))
        y += leaf.height + LEAF_GAP


def _leaves_height(block: _Block) -> Emu:
    return sum(leaf.height + LEAF_GAP for leaf in block.leaves) - LEAF_GAP


def _box(node: _Node, frame: Rect, kind: str, theme: Theme, fill: Color) -> Box:
    item = node.item
    return Box(
        frame,
        f"{kind} {plain(item.title)}",
        node.text,
        Geometry.ROUND,
        min(theme.tokens.corner, frame.height // 2),
        Fill(fill),
        link=f"#{item.target}" if item.target else item.link,
        origin=item.origin,
    )


def edge(start: tuple[str, Rect], end: tuple[str, Rect], direction: int, line: Line) -> Connector:
    """Return the curve from one box's side to the facing side of the other."""
    (one, a), (other, b) = start, end
    p = Point(a.right if direction > 0 else a.x, a.center_y)
    q = Point(b.x if direction > 0 else b.right, b.center_y)
    bend = (p.x + q.x) // 2
    points = (p, Point(bend, p.y), Point(bend, q.y), q)
    if p.y == q.y:
        points = (p, p, q, q)
    return Connector(one, other, points, line, f"{one}—{other}")
