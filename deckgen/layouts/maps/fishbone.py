"""The root is a fish's head, its branches the ribs, above and below the spine in turn.

A rib slants away from the head. The branch stands at its end; the branch's points stand beside
it, from top to bottom, and what is below them grows to the right of them. Ribs of one side are
parallel, so the next one begins where nothing of the one before reaches over its line.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model.record import record
from ...model.scene import Path, Point
from ...model.units import Emu, Rect
from ...plugin import MapLayout
from ._cards import Card
from ._drawing import Drawing, drawn
from ._edges import Route, anchor, bent, level, underlined
from ._grow import centred, grow, heights_of, reaches_of
from ._sheet import Sheet, placing
from ._summaries import RIGHT
from ._tidy import Places
from ._trunk import outline, width_of

_SLANT = 0.42  # how far a rib goes along the spine while it rises by one
_TWIG = 0.55  # from a rib to the points beside it, in level gaps
_FIRST = 0.55  # from the head to the first rib, in level gaps
_GAP = 1.6  # between the points beside a rib, in sibling gaps
_CLEAR = 1.2  # between the spine and the points next to it, in sibling gaps
_AIR = 0.5  # between a rib and what is beside the one before it, in level gaps
_OVERHANG = 0.3  # of a branch's box that stands on the head's side of its rib
_STEP = 0.8  # between two ribs on the spine, in level gaps
NOBODY = -1  # whose box is room for a summary


@record
class _Rib:
    """What stands at a rib whose foot is the origin: boxes, and how far they leave its line."""

    boxes: Sequence[tuple[int, Rect]]
    reach: Emu  # on the tail's side
    lean: Emu  # on the head's side


def arrange(sheet: Sheet) -> Drawing:
    """Place the fish, its head at the left."""
    gap = sheet.theme.map.level_gap
    cards = sheet.measure()
    tops = sheet.mindmap.nodes[0].children
    ribs = _ribs(sheet, cards)
    frames = [centred(cards[0])] * len(cards)
    feet: list[Emu] = []
    free = [frames[0].right + round(_FIRST * gap)] * 2
    for number, rib in enumerate(ribs):
        side = number % 2
        foot = max(free[side] + rib.lean, feet[-1] + round(_STEP * gap) if feet else 0)
        for index, box in rib.boxes:
            frames[index] = box.shift(foot, 0)
        free[side] = foot + rib.reach + round(_AIR * gap)
        feet.append(foot)
    settled = sheet.settle(frames)
    routes = _routes(sheet, cards, settled, feet)
    end = max(frame.right for frame in frames)
    drawing = drawn(cards, settled, routes, _spine(sheet, settled[0], end) if tops else ())
    return sheet.braced(drawing, frames, lambda _: RIGHT)


def _ribs(sheet: Sheet, cards: Sequence[Card]) -> list[_Rib]:
    """Return every branch's rib, the even ones above the spine."""
    nodes, theme = sheet.mindmap.nodes, sheet.theme
    tops = nodes[0].children
    roots = [child for top in tops for child in nodes[top].children]
    reaches = reaches_of(heights_of(sheet.mindmap, cards, theme), theme)
    places, near = grow(sheet, cards, reaches, roots)
    orders = iter(places.orders)
    ribs: list[_Rib] = []
    for number, top in enumerate(tops):
        blocks = [
            [
                (i, Rect(near[i], places.across[i], cards[i].length, cards[i].size.height))
                for i in next(orders)
            ]
            for _ in nodes[top].children
        ]
        for child, block in zip(nodes[top].children, blocks, strict=True):
            block += _beyond(places, child, block)
        ribs.append(_rib(sheet, cards, top, blocks, number % 2 == 0))
    return ribs


def _rib(
    sheet: Sheet,
    cards: Sequence[Card],
    top: int,
    blocks: Sequence[Sequence[tuple[int, Rect]]],
    is_above: bool,
) -> _Rib:
    """Stack the blocks beside the rib, from top to bottom, and set the branch at its end."""
    theme = sheet.theme
    gap = round(_GAP * theme.map.sibling_gap)
    clear = round(_CLEAR * theme.map.sibling_gap)
    extents = [(min(b.y for _, b in block), max(b.bottom for _, b in block)) for block in blocks]
    total = sum(bottom - top_ for top_, bottom in extents) + gap * len(blocks)
    room = sheet.rooms.get(top)
    total = max(total, room.breadth + gap) if room else total
    height = max(clear + total, cards[0].size.height // 2 + theme.map.level_gap)
    y = gap - height if is_above else clear
    placed: list[tuple[int, Rect]] = []
    for block, (upper, lower) in zip(blocks, extents, strict=True):
        moved = [(index, box.shift(0, y - upper)) for index, box in block]
        out = max(round(_SLANT * _far(box)) - box.x for _, box in moved)
        out += round(_TWIG * theme.map.level_gap)
        placed += [(index, box.shift(out, 0)) for index, box in moved]
        y += lower - upper + gap
    if room:
        right = max(box.right for _, box in placed)
        top_edge = min(box.y for _, box in placed)
        placed.append((NOBODY, Rect(right, top_edge, room.length, total - gap)))
    card = cards[top]
    left = round(_SLANT * height - _OVERHANG * card.size.width)
    edge = -height - card.size.height if is_above else height
    placed.append((top, Rect(left, edge, card.length, card.size.height)))
    reach = max(box.right - round(_SLANT * _near(box)) for _, box in placed)
    lean = max(round(_SLANT * _far(box)) - box.x for _, box in placed)
    sized = [(i, Rect(b.x, b.y, cards[i].size.width, b.height)) for i, b in placed if i >= 0]
    return _Rib(sized, reach, max(0, lean))


def _beyond(places: Places, root: int, block: Sequence[tuple[int, Rect]]) -> list[tuple[int, Rect]]:
    """Return the room that summaries keep in a block."""
    if root not in places.ends:
        return []
    length, breadth = places.ends[root]
    right, top = max(box.right for _, box in block), min(box.y for _, box in block)
    return [(NOBODY, Rect(right, top, max(0, length - right), breadth - top))]


def _far(box: Rect) -> Emu:
    return max(abs(box.y), abs(box.bottom))


def _near(box: Rect) -> Emu:
    return min(abs(box.y), abs(box.bottom))


def _routes(
    sheet: Sheet, cards: Sequence[Card], frames: Sequence[Rect], feet: Sequence[Emu]
) -> list[Route]:
    nodes, edge = sheet.mindmap.nodes, sheet.theme.map.edge
    foot_of = dict(zip(nodes[0].children, feet, strict=True))
    routes: list[Route] = [()]
    for index, node in enumerate(nodes[1:], start=1):
        frame = frames[index]
        if node.parent == 0:
            foot = foot_of[index]
            way = (Point(frames[0].right, 0), Point(foot, 0), _end(frame, foot))
            routes.append(bent(way, "straight"))
        elif node.parent in foot_of:
            foot = foot_of[node.parent]
            arrive = anchor(frame, cards[index], -1)
            leave = Point(foot + round(_SLANT * abs(arrive.y)), arrive.y)
            route = bent((_end(frames[node.parent], foot), leave, arrive), "straight")
            routes.append(underlined(route, frame, cards[index]))
        else:
            start = (frames[node.parent], cards[node.parent])
            routes.append(level(start, (frame, cards[index]), edge))
    return routes


def _end(frame: Rect, foot: Emu) -> Point:
    """Return where a rib meets the box of its branch."""
    y = frame.bottom if frame.center_y < 0 else frame.y
    x = foot + round(_SLANT * abs(y))
    return Point(min(max(x, frame.x), frame.right), y)


def _spine(sheet: Sheet, head: Rect, end: Emu) -> tuple[Path, ...]:
    """Return the spine, thin towards its end, and the tail's fin."""
    wide = round(1.5 * width_of(sheet))
    fin = round(0.6 * sheet.theme.map.level_gap)
    spine = (
        Point(head.right, -wide // 2),
        Point(end, -wide // 4),
        Point(end, wide // 4),
        Point(head.right, wide // 2),
    )
    tail = (
        Point(end - wide, 0),
        Point(end + fin, -fin),
        Point(end + fin * 2 // 3, 0),
        Point(end + fin, fin),
    )
    return outline(spine, "spine", sheet), outline(tail, "tail", sheet)


LAYOUT = MapLayout("fishbone", placing(arrange))
