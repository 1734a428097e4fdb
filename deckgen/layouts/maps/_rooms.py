"""Tidy trees in which some subtrees keep room beyond them, for a brace and the words beside it.

Such a subtree is placed by itself, and to what is around it is one leaf as large as it and its
room together; inner ones come first. Each node is placed once, so the time stays linear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...model.record import record
from ...model.units import Emu
from ._tidy import Places, Tree, preorder, tidy


@record
class Room:
    """What a node's subtree needs beyond its farthest node, and the least breadth of its points."""

    length: Emu
    breadth: Emu


@record
class _Block:
    """A subtree placed by itself: where its nodes are from its own corner, and its extent."""

    along: dict[int, Emu]
    across: dict[int, Emu]
    length: Emu
    breadth: Emu


def tidy_with_rooms(tree: Tree, rooms: Mapping[int, Room]) -> Places:
    """Place the trees, with `rooms` (of nodes that have children) kept free."""
    if not rooms:
        return tidy(tree)
    orders = [preorder(tree.children, root) for root in tree.roots]
    reached = {index for order in orders for index in order}
    blocks: dict[int, _Block] = {}
    for head in sorted(rooms.keys() & reached, reverse=True):
        blocks[head] = _block(rooms[head], _placed(tree, head, blocks))
    along, across = [0] * len(tree.children), [0] * len(tree.children)
    ends: dict[int, tuple[Emu, Emu]] = {}
    for root in tree.roots:
        placed = blocks[root] if root in blocks else _placed(tree, root, blocks)
        _put(placed, (0, 0), (along, across), blocks, root)
        ends[root] = (placed.length, placed.breadth)
    return Places(along, across, orders, ends)


def _placed(tree: Tree, head: int, blocks: Mapping[int, _Block]) -> _Block:
    """Place a subtree, blocks inside it as leaves; its extent is that of its boxes."""
    order: list[int] = []
    stack = [head]
    while stack:
        index = stack.pop()
        order.append(index)
        if index == head or index not in blocks:
            stack.extend(reversed(tree.children[index]))
    places = {index: place for place, index in enumerate(order)}
    inner = [index != head and index in blocks for index in order]
    children: list[Sequence[int]] = [
        () if is_block else [places[child] for child in tree.children[index]]
        for index, is_block in zip(order, inner, strict=True)
    ]
    lengths = [
        blocks[index].length if is_block else tree.lengths[index]
        for index, is_block in zip(order, inner, strict=True)
    ]
    breadths = [
        blocks[index].breadth if is_block else tree.breadths[index]
        for index, is_block in zip(order, inner, strict=True)
    ]
    found = tidy(Tree(children, lengths, breadths, [tree.gaps[index] for index in order]))
    length = max(map(sum, zip(found.along, lengths, strict=True)))
    bottom = max(map(sum, zip(found.across, breadths, strict=True)))
    along = dict(zip(order, found.along, strict=True))
    across = dict(zip(order, found.across, strict=True))
    return _Block(along, across, length, bottom)


def _block(room: Room, placed: _Block) -> _Block:
    """Return a subtree with its room, its corner at 0."""
    head, *others = placed.along
    top = min(placed.across[index] for index in others)
    breadth = max(placed.breadth, top + room.breadth)
    corner = min(top, placed.across[head])
    across = {index: y - corner for index, y in placed.across.items()}
    return _Block(placed.along, across, placed.length + room.length, breadth - corner)


def _put(
    block: _Block,
    corner: tuple[Emu, Emu],
    places: tuple[list[Emu], list[Emu]],
    blocks: Mapping[int, _Block],
    root: int,
) -> None:
    """Write down where a block's nodes are, and those of the blocks in it."""
    along, across = places
    stack = [(root, block, corner)]
    while stack:
        head, one, (x, y) = stack.pop()
        for index in one.along:
            along[index], across[index] = x + one.along[index], y + one.across[index]
            if index != head and index in blocks:
                stack.append((index, blocks[index], (along[index], across[index])))
