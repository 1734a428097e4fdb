"""Tidy trees: boxes of any size in, their places out, in linear time and without recursion.

The tree grows to the right; siblings stand below one another, as close as the contours of their
subtrees allow, and a parent stands in the middle of its first and last child. After A. van der
Ploeg, "Drawing non-layered tidy trees in linear time" (Software: Practice and Experience 44, 2014):
contours are followed by threads, and room that opens between far siblings is shared out among
those between them. A node's `length` includes the gap to its parent, so that no other box comes to
stand among the edges there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from ...model.record import record
from ...model.units import Emu


@record
class Tree:
    """What is to be placed, all lists by node: `gaps` is the room between a node's children.

    Of several `roots` each is placed by itself, as if it were alone; their trees share no node.
    """

    children: Sequence[Sequence[int]]
    lengths: Sequence[Emu]
    breadths: Sequence[Emu]
    gaps: Sequence[Emu]
    roots: Sequence[int] = (0,)


@record
class Places:
    """Left and top edge by node (0 where no tree reached), and each tree's nodes, parents first.

    The left edge is that of `length`, gap included. `ends` has the far corners of trees
    that keep room beyond their boxes, by root: along and across.
    """

    along: list[Emu]
    across: list[Emu]
    orders: list[list[int]]
    ends: Mapping[int, tuple[Emu, Emu]] = field(default_factory=dict)


def preorder(children: Sequence[Sequence[int]], root: int = 0) -> list[int]:
    """Return the nodes below `root` and itself, parents first, children in order."""
    order: list[int] = []
    stack = [root]
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(reversed(children[node]))
    return order


def tidy(tree: Tree) -> Places:
    """Place the trees; a root's top edge lies where its children's middle puts it."""
    orders = [preorder(tree.children, root) for root in tree.roots]
    walk = _Walk(tree)
    end, lengths = walk.end, tree.lengths
    for order in orders:
        for node in order:
            for child in tree.children[node]:
                end[child] = end[node] + lengths[child]
        for node in reversed(order):
            walk.place_children(node)
        walk.resolve(order)
    along = [far - length for far, length in zip(end, lengths, strict=True)]
    return Places(along, walk.across, orders)


class _Walk:
    """The state of one run: the paper's fields of a node, each as a list."""

    def __init__(self, tree: Tree) -> None:
        count = len(tree.children)
        self.tree = tree
        self.end: list[Emu] = list(tree.lengths)  # right edge of each node
        self.prelim = [0.0] * count
        self.mod = [0.0] * count
        self.shift = [0.0] * count
        self.change = [0.0] * count
        self.next_upper = [-1] * count  # threads
        self.next_lower = [-1] * count
        self.far_upper = list(range(count))  # the deepest node of each contour
        self.far_lower = list(range(count))
        self.sum_upper = [0.0] * count  # sum of `mod` from the node down to that deepest one
        self.sum_lower = [0.0] * count
        self.across = [0] * count
        self.sums = [0.0] * count

    def place_children(self, node: int) -> None:
        """Place the subtrees of `node`, themselves done, below one another."""
        children = self.tree.children[node]
        if not children:
            return
        end = self.end
        lows = [(end[self.far_upper[children[0]]], 0)]  # siblings by how far they reach, a stack
        for index in range(1, len(children)):
            reach = end[self.far_lower[children[index]]]
            self._separate(node, index, lows)
            while lows and reach >= lows[-1][0]:
                lows.pop()
            lows.append((reach, index))
        first, last = children[0], children[-1]
        middle = (
            self.prelim[first]
            + self.mod[first]
            + self.prelim[last]
            + self.mod[last]
            + self.tree.breadths[last]
        ) / 2
        self.prelim[node] = middle - self.tree.breadths[node] / 2
        self.far_upper[node], self.sum_upper[node] = self.far_upper[first], self.sum_upper[first]
        self.far_lower[node], self.sum_lower[node] = self.far_lower[last], self.sum_lower[last]

    def _separate(self, parent: int, index: int, lows: list[tuple[Emu, int]]) -> None:
        """Push child `index` down until it clears the lower contour of those before it."""
        children, breadths = self.tree.children[parent], self.tree.breadths
        prelim, mod, end = self.prelim, self.mod, self.end
        gap = self.tree.gaps[parent]
        above, below = children[index - 1], children[index]
        sum_above, sum_below = mod[above], mod[below]
        top = len(lows) - 1
        while above >= 0 and below >= 0:
            if end[above] > lows[top][0]:
                top -= 1
            distance = sum_above + prelim[above] + breadths[above] + gap - sum_below - prelim[below]
            if distance > 0:
                sum_below += distance
                self._move(parent, index, lows[top][1], distance)
            end_above, end_below = end[above], end[below]
            if end_above <= end_below:
                above = self._below(above)
                sum_above += mod[above] if above >= 0 else 0
            if end_above >= end_below:
                below = self._above(below)
                sum_below += mod[below] if below >= 0 else 0
        if below >= 0:
            self._thread_upper(children[0], children[index], below, sum_below)
        elif above >= 0:
            self._thread_lower(children[index - 1], children[index], above, sum_above)

    def _above(self, node: int) -> int:
        children = self.tree.children[node]
        return children[0] if children else self.next_upper[node]

    def _below(self, node: int) -> int:
        children = self.tree.children[node]
        return children[-1] if children else self.next_lower[node]

    def _move(self, parent: int, index: int, since: int, distance: float) -> None:
        """Move child `index` down, and note that those after `since` share the new room."""
        children = self.tree.children[parent]
        child = children[index]
        self.mod[child] += distance
        self.sum_upper[child] += distance
        self.sum_lower[child] += distance
        if since != index - 1:
            part = distance / (index - since)
            self.shift[children[since + 1]] += part
            self.shift[child] -= part
            self.change[child] -= distance - part

    def _thread_upper(self, first: int, child: int, to: int, total: float) -> None:
        far = self.far_upper[first]
        self.next_upper[far] = to
        difference = total - self.mod[to] - self.sum_upper[first]
        self.mod[far] += difference
        self.prelim[far] -= difference
        self.far_upper[first] = self.far_upper[child]
        self.sum_upper[first] = self.sum_upper[child]

    def _thread_lower(self, before: int, child: int, to: int, total: float) -> None:
        far = self.far_lower[child]
        self.next_lower[far] = to
        difference = total - self.mod[to] - self.sum_lower[child]
        self.mod[far] += difference
        self.prelim[far] -= difference
        self.far_lower[child] = self.far_lower[before]
        self.sum_lower[child] = self.sum_lower[before]

    def resolve(self, order: Sequence[int]) -> None:
        """Add up the moves from the root downwards: the top edge of every node."""
        across, sums = self.across, self.sums
        for node in order:
            total = sums[node] + self.mod[node]
            across[node] = round(total + self.prelim[node])
            shift = change = 0.0
            for child in self.tree.children[node]:
                shift += self.shift[child]
                change += shift + self.change[child]
                self.mod[child] += change
                sums[child] = total
