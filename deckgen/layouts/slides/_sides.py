"""Lay a tree of two levels out beside its root, in the largest size that fits.

What comes in: items and a room. What leaves: boxes and the curves between them, or nothing when
there is no room for the words at the smallest size. A side's branches stand one under another in
one column, their leaves in the next; columns are as wide as their longest words, within bounds.
Branches stand on both sides of the root, or all at its right where that breaks fewer words.
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
from ...model.units import Emu, Insets, Rect, Size, inches, pt
from ...text.fit import Flow, set_flows
from ...text.settle import settle_in

LEAF_LEAST = inches(1.5)
ROOT_ROUNDEST = inches(0.45)  # a capsule of more than two lines would cut its words off
# LibreOffice leads a curve round its ends where they are less than a centimetre apart
TO_BRANCH, TO_LEAF = inches(0.5), inches(0.42)
WIDER = inches(0.6)  # so much longer a curve may grow where there is room
LEAF_GAP, BLOCK_GAP, WIDEST_GAP = inches(0.07), inches(0.16), inches(0.6)
PAD = Insets(inches(0.12), inches(0.05), inches(0.12), inches(0.05))
ROOT_PAD = Insets(inches(0.2), inches(0.14), inches(0.2), inches(0.14))
STEPS = 5
ROOT_LINES = LEAF_LINES = 2  # more are no glance
NAME = 8  # characters; a longer branch is a sentence
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
    gap: Emu  # between leaves

    @property
    def height(self) -> Emu:
        return max(self.branch.height, self.leaves_height)

    @property
    def leaves_height(self) -> Emu:
        gaps = self.gap * max(0, len(self.leaves) - 1)
        return sum(leaf.height for leaf in self.leaves) + gaps


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

    @property
    def width(self) -> Emu:
        leaves = TO_LEAF + self.leaf_width if self.leaf_width else 0
        return TO_BRANCH + self.branch_width + leaves


@record
class _Form:
    """How a map stands: at how many sides of its root, and how wide root and branches may be."""

    sides: int
    root_share: float  # of the room
    branch_share: float  # of a side, where leaves stand beside the branches
    leaf_pad: Emu = PAD.top
    leaf_gap: Emu = LEAF_GAP


FORMS = (_Form(2, 0.21, 0.42), _Form(1, 0.24, 0.46))
# for many leaves: as lines of a list, where none of the others fits
DENSE = tuple(
    _Form(2, root, branch, inches(0.01), inches(0.03))
    for root, branch in ((0.21, 0.42), (0.17, 0.38))
)


@record
class _Map:
    """Root and sides at one step, and whether their words are hardly broken."""

    root: _Node
    sides: tuple[_Side, ...]
    is_calm: bool

    @property
    def broken(self) -> int:
        """How many lines there are but the first of each node."""
        blocks = [block for side in self.sides for block in side.blocks]
        nodes = [node for block in blocks for node in (block.branch, *block.leaves)]
        return sum(_lines(node) - 1 for node in (self.root, *nodes))


def draw_sides(
    root: RichText, items: Sequence[Item], theme: Theme, room: Rect
) -> tuple[tuple[Shape, ...], bool] | None:
    """Return the map's shapes, curves first, and whether it is calm; None when it does not fit.

    The largest at which every branch keeps to one line, the root and each leaf to two, is calm and
    taken; where there is none, the one that breaks fewest words.
    """
    for forms in (FORMS, DENSE):
        tries = (
            _tried(Item(root), items, theme, (room, step, form))
            for step in range(STEPS)
            for form in forms
        )
        fitting = [one for one in tries if one]
        if fitting:
            break
    else:
        return None
    best = next((one for one in fitting if one.is_calm), None)
    best = best or min(fitting, key=lambda one: one.broken)
    drawn = [*_placed(best, theme, room)]
    edges = (shape for shape in drawn if isinstance(shape, Connector))
    return (*edges, *(shape for shape in drawn if isinstance(shape, Box))), best.is_calm


def _tried(
    root: Item, items: Sequence[Item], theme: Theme, room: tuple[Rect, int, _Form]
) -> _Map | None:
    """Return the map at one step in one form, if it fits."""
    frame, step, form = room
    if _least_height(items, theme, step, form) > frame.height:
        return None  # not worth measuring: hundreds of leaves in dozens of forms take seconds
    style = theme.style("map_root")
    rounding = round(ROUNDING * inches(0.5))  # half of a root of two lines
    pad = replace(ROOT_PAD, left=ROOT_PAD.left + rounding, right=ROOT_PAD.right + rounding)
    widest = int(frame.width * form.root_share)
    width = min(widest, _reach(root.title, style, step) + pad.left + pad.right)
    words = _node(root, style, (width, step), (ROOT_PAD, pad))
    sides = _sides(items, theme, ((frame.width - width) // form.sides, step), form)
    if not sides or max(words.height, *(side.height for side in sides)) > frame.height:
        return None
    blocks = [block for side in sides for block in side.blocks]
    last = plain(words.text.paragraphs[0].lines[-1].runs)
    is_calm = (
        all(_lines(block.branch) <= _most_lines(block.branch) for block in blocks)
        and all(_lines(leaf) <= LEAF_LINES for block in blocks for leaf in block.leaves)
        and _lines(words) <= ROOT_LINES
        and len(last) > 1
    )
    return _Map(words, tuple(sides), is_calm)


def _least_height(items: Sequence[Item], theme: Theme, step: int, form: _Form) -> Emu:
    """Return a height that the taller side does not stay under: each leaf has a line of letters."""
    sizes = [theme.style(name).sizes for name in ("map_branch", "map_leaf")]
    letters = pt(min(scale[min(step, len(scale) - 1)] for scale in sizes))
    lines = sum(max(1, len(item.items)) for item in items)
    line = letters + 2 * form.leaf_pad + form.leaf_gap
    return (lines // form.sides) * line - form.leaf_gap


def _most_lines(branch: _Node) -> int:
    """Return how many lines a branch may take: a name one, a sentence two."""
    return 1 if len(plain(branch.item.title)) <= NAME else 2


def _lines(node: _Node) -> int:
    return len(node.text.paragraphs[0].lines)


def _sides(
    items: Sequence[Item], theme: Theme, room: tuple[Emu, int], form: _Form
) -> list[_Side] | None:
    """Share the branches out: the first half at the right, the others at the left, if at all."""
    half = len(items)
    if form.sides > 1:
        weights = [max(1, len(item.items)) for item in items]
        whole = sum(weights)
        half = min(
            range(1, len(items) + 1), key=lambda at: (abs(2 * sum(weights[:at]) - whole), -at)
        )
    parts = ((items[:half], 0), (items[half:], half))
    sides = [_side(part, theme, room, (start, form)) for part, start in parts if part]
    told = [side for side in sides if side]
    return told if len(told) == len(sides) else None


def _side(
    items: Sequence[Item], theme: Theme, room: tuple[Emu, int], place: tuple[int, _Form]
) -> _Side | None:
    """Return a side's columns; `place`: the number of its first branch, and the map's form."""
    (width, step), (start, form) = room, place
    branch, leaf = theme.style("map_branch"), theme.style("map_leaf")
    pad = _rounded(theme)
    pads = pad.left + pad.right
    thin = (
        replace(PAD, top=form.leaf_pad, bottom=form.leaf_pad),
        replace(pad, top=form.leaf_pad, bottom=form.leaf_pad),
    )
    subs = [sub for item in items for sub in item.items]
    widest = int(width * form.branch_share) - TO_BRANCH if subs else width - TO_BRANCH
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
            _node(item, branch, (branch_width, step), (PAD, pad)),
            tuple(_node(sub, leaf, (leaf_width, step), thin) for sub in item.items),
            start + number,
            form.leaf_gap,
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


def _node(
    item: Item, style: TextStyle, room: tuple[Emu, int], pads: tuple[Insets, Insets]
) -> _Node:
    """Return the words in a column; `pads`: the box's insets, and these with what corners take."""
    width, step = room
    insets, pad = pads
    corners = pad.left + pad.right - insets.left - insets.right
    words = (Flow(item.title, style, balance=True),)
    text = settle_in(Size(width - corners, 0), insets, Anchor.MIDDLE, words, step)
    return _Node(text, width, text.height + pad.top + pad.bottom, item)


def _placed(drawn: _Map, theme: Theme, room: Rect) -> Iterator[Shape]:
    """Yield boxes and curves, each side in the middle of the room's height."""
    words, sides = drawn.root, drawn.sides
    columns = 2 if any(side.leaf_width for side in sides) else 1
    widest = max(side.width for side in sides)
    free = (room.width - words.width) // len(sides) - widest
    longer = min(WIDER, free // (columns + 1))
    left = room.center_x - words.width // 2
    if len(sides) == 1:
        left -= (widest + columns * longer) // 2
    y = room.center_y - words.height // 2
    middle = Rect(left, y, words.width, words.height)
    box = _box(words, middle, "根", theme, Color(theme.style("map_root").color.role))
    yield replace(box, key="map", corner=min(words.height // 2, ROOT_ROUNDEST))
    for side, direction in zip(sides, (1, -1), strict=False):
        free = room.height - side.height
        gap = BLOCK_GAP + min(WIDEST_GAP, free // (len(side.blocks) + 1))
        height = side.height + (gap - BLOCK_GAP) * (len(side.blocks) - 1)
        y = room.center_y - height // 2
        for block in side.blocks:
            yield from _block(block, side, theme, (middle, y, direction, longer))
            y += block.height + gap


def _block(
    block: _Block, side: _Side, theme: Theme, where: tuple[Rect, Emu, int, Emu]
) -> Iterator[Shape]:
    """Yield a branch, its leaves and the curves to them.

    `where`: the root, the branch's top, its side of the root, and how much longer curves are.
    """
    root, top, direction, longer = where
    role = accent(block.number)
    key = f"map/{block.number}"
    to_branch, to_leaf = TO_BRANCH + longer, TO_LEAF + longer
    x = root.right + to_branch if direction > 0 else root.x - to_branch - side.branch_width
    frame = Rect(
        x, top + (block.height - block.branch.height) // 2, side.branch_width, block.branch.height
    )
    branch = _box(block.branch, frame, "分支", theme, Color(role))
    yield replace(branch, key=key, item=block.number)
    yield edge(("map", root), (key, frame), direction, Line(Color(role), pt(2.5)))
    x = frame.right + to_leaf if direction > 0 else frame.x - to_leaf - side.leaf_width
    y = top + (block.height - block.leaves_height) // 2
    for number, leaf in enumerate(block.leaves):
        own = Rect(x, y, side.leaf_width, leaf.height)
        name = f"{key}/{number}"
        box = _box(leaf, own, "叶", theme, Color(role, Tone.SOFT))
        yield replace(box, key=name, item=block.number)
        yield edge((key, frame), (name, own), direction, Line(Color(role, Tone.MID), pt(1.5)))
        y += leaf.height + block.gap


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
