"""The talk's map, small: its root, and a branch for every section, one of them lit.

What comes in: the root with its sections as items, the number of the one that is lit, and a room.
What leaves: a group of boxes and the curves between them, or nothing where the words find no room.
All but the lit branch is as quiet as a card: a divider is about its own section.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.color import Color, ColorRole, Tone
from ...model.deck import Item
from ...model.record import record
from ...model.richtext import plain
from ...model.scene import Box, Connector, Group, TextBody
from ...model.style import Align, Anchor, Fill, Geometry, Line, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Insets, Rect, around, inches, pt
from ...model.words import words_of
from ...text.fit import Flow, height_of, set_flows
from ...text.wrap import is_cut
from ._sides import FAR, ROOT_ROUNDEST, ROUNDING, edge

TO_BRANCH = inches(0.5)  # see _sides.TO_BRANCH
ROOT_SHARE, BRANCH_LEAST = 0.38, inches(1.9)
ROOT_LINES, BRANCH_LINES = 3, 2
DOT = inches(0.22)  # the root, where there is no room for its words
PAD_X = inches(0.14)
# what nodes keep free above and below their words, and what is between them: the airiest that fits
AIRS = tuple(
    (inches(pad), inches(gap)) for pad, gap in ((0.08, 0.2), (0.05, 0.12), (0.02, 0.05), (0, 0.04))
)
CALM = Line(Color(ColorRole.MUTED, Tone.MID), pt(1))
LIT = Line(Color(ColorRole.ACCENT1), pt(2.5))


@record
class _Node:
    """Words set in a frame that is as wide as its column."""

    item: Item
    text: TextBody
    width: Emu

    @property
    def lines(self) -> int:
        return sum(len(paragraph.lines) for paragraph in self.text.paragraphs)


@record
class _Tree:
    """The root and its branches, of which `lit` is lit, their heights and the gaps between them."""

    root: _Node
    branches: tuple[_Node, ...]
    lit: int
    heights: tuple[Emu, ...]
    gap: Emu

    @property
    def lines(self) -> int:
        """How many lines its branches have."""
        return sum(node.lines for node in self.branches)

    @property
    def width(self) -> Emu:
        return self.root.width + TO_BRANCH + self.branches[0].width


def draw_lit(root: Item, lit: int, theme: Theme, room: Rect) -> Group | None:
    """Return the map at the room's right edge, in the middle of its height.

    It is as wide and as high whichever branch is lit, so that it stands still from one divider to
    the next. The form that breaks fewest words is taken: the root's words and large letters, or
    smaller ones, or a dot in the place of the root's.
    """
    scale = theme.style("map_leaf").sizes
    tries = (
        _set((root, has_words), lit, theme, (room, size))
        for has_words in (True, False)
        for size in scale[1:] or scale
    )
    tree = min((one for one in tries if one), key=lambda one: one.lines, default=None)
    if tree is None:
        return None
    boxes, curves = _placed(tree, theme, room)
    frame = around(box.frame for box in boxes)
    origin = root.items[lit].origin
    return Group((*curves, *boxes), frame, "导图", _alt(root, lit, theme), origin)


def _set(top: tuple[Item, bool], lit: int, theme: Theme, where: tuple[Rect, float]) -> _Tree | None:
    """Return the tree at one size, if its words fit the room in few lines."""
    (root, has_words), (room, size) = top, where
    quiet = replace(theme.style("section_nav"), sizes=(size,), align=Align.CENTER, before_pt=0)
    loud = replace(theme.style("map_branch"), sizes=(size,))
    middle = _Node(root, TextBody(), DOT)
    if has_words:
        rounder = _side(ROOT_ROUNDEST)
        widest = _reach(root, quiet, rounder, int(room.width * ROOT_SHARE))
        middle = _node(root, quiet, widest, rounder)
    free = room.width - middle.width - TO_BRANCH
    if middle.lines > ROOT_LINES or free < BRANCH_LEAST:
        return None
    if has_words and is_cut(root.title, quiet, size, middle.width - 2 * _side(ROOT_ROUNDEST)):
        return None
    side = _side(theme.tokens.corner)
    column = max(_reach(item, loud, side, free) for item in root.items)
    bold = [_node(item, loud, column, side) for item in root.items]
    words = sum(node.text.height for node in bold)
    count = len(bold)
    airs = (air for air in AIRS if words + 2 * air[0] * count + air[1] * count <= room.height)
    air = next(airs, None)
    if air is None or max(node.lines for node in bold) > BRANCH_LINES:
        return None
    if any(is_cut(item.title, loud, size, column - 2 * side) for item in root.items):
        return None
    branches = tuple(
        node if number == lit else _node(node.item, quiet, column, side)
        for number, node in enumerate(bold)
    )
    heights = tuple(node.text.height + 2 * air[0] for node in bold)
    return _Tree(middle, branches, lit, heights, air[1])


def _reach(item: Item, style: TextStyle, side: Emu, most: Emu) -> Emu:
    """Return the width of a node whose words stand on one line, at most `most`."""
    (line,) = set_flows((Flow(item.title, style),), FAR, 0)
    words = max(one.width for one in line.lines) + pt(line.size_pt) // 3
    return min(most, words + 2 * side)


def _side(corner: Emu) -> Emu:
    """Return what a node keeps free at its sides: its inset, and what its corner takes."""
    return PAD_X + round(ROUNDING * corner)


def _node(item: Item, style: TextStyle, width: Emu, side: Emu) -> _Node:
    flow = Flow(item.title, style, balance=True)
    paragraphs = set_flows((flow,), width - 2 * side, 0)
    insets = Insets(PAD_X, 0, PAD_X, 0)
    return _Node(item, TextBody(paragraphs, Anchor.MIDDLE, insets, height_of(paragraphs)), width)


def _placed(tree: _Tree, theme: Theme, room: Rect) -> tuple[list[Box], list[Connector]]:
    """Return root and branches, and the curves to these, the lit one over the others."""
    total = sum(tree.heights) + tree.gap * (len(tree.heights) - 1)
    root = tree.root
    height = root.text.height + 2 * AIRS[0][0] if root.lines else DOT
    start = Rect(room.right - tree.width, room.center_y - height // 2, root.width, height)
    boxes, curves = [_root(root, start, theme)], list[Connector]()
    x, y = start.right + TO_BRANCH, room.center_y - total // 2
    for number, (node, own) in enumerate(zip(tree.branches, tree.heights, strict=True)):
        frame = Rect(x, y, node.width, own)
        is_lit = number == tree.lit
        box = _box(node, frame, theme, is_lit)
        boxes.append(replace(box, key=f"map/{number}"))
        curves.append(edge(("map", start), (boxes[-1].key, frame), 1, LIT if is_lit else CALM))
        y += own + tree.gap
    curves.append(curves.pop(tree.lit))
    return boxes, curves


def _root(root: _Node, frame: Rect, theme: Theme) -> Box:
    box = replace(_box(root, frame, theme, False), key="map", name=f"根 {plain(root.item.title)}")
    if root.lines:
        return replace(box, geometry=Geometry.ROUND, corner=min(frame.height // 2, ROOT_ROUNDEST))
    dot = Fill(Color(ColorRole.MUTED))
    return replace(box, geometry=Geometry.ELLIPSE, fill=dot, line=None, alt=plain(root.item.title))


def _box(node: _Node, frame: Rect, theme: Theme, is_lit: bool) -> Box:
    corner = min(theme.tokens.corner, frame.height // 2)
    return Box(
        frame,
        f"分支 {plain(node.item.title)}",
        node.text,
        Geometry.ROUND if corner else Geometry.RECT,
        corner,
        Fill(Color(ColorRole.ACCENT1)) if is_lit else None,
        None if is_lit else CALM,
        link=f"#{node.item.target}" if node.item.target else "",
        origin=node.item.origin,
    )


def _alt(root: Item, lit: int, theme: Theme) -> str:
    """Say the whole map in words, and where we are on it."""
    words = words_of(theme.lang)
    titles = [plain(item.title) for item in root.items]
    return words.map_here.format(
        root=plain(root.title),
        count=len(titles),
        titles=words.comma.join(titles),
        number=lit + 1,
        title=titles[lit],
    )
