"""Cut an item of a list that is more than a slide holds.

What comes in: an item, the placeholder, and the room that is free. What leaves: what fits, and
what does not. An item is cut between the items under it, whose heading is said again on the next
slide; then inside the first of these; and at last between the sentences of its own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.deck import Item
from ...model.record import record
from ...model.richtext import plain
from ...model.theme import Placeholder
from ...model.units import Emu, pt
from ...text.fit import Flow, flow_height, set_flows
from ._cut import cut_before, split_runs
from ._fill import item_flows
from ._frames import balanced

Items = tuple[Item, ...]
FAR_ENOUGH = 40  # items looked at to make the next pages even; a list may have thousands
ENDLESS = 3_000  # characters; a slide holds some 500


@record
class Room:
    """What is free for a list: a height, and a number of paragraphs."""

    height: Emu
    lines: int

    def holds(self, block: list[Emu]) -> bool:
        """Tell whether paragraphs of these heights find room."""
        return sum(block) <= self.height and len(block) <= self.lines

    def without(self, block: list[Emu]) -> Room:
        """Return the room that is left below these paragraphs."""
        return Room(self.height - sum(block), self.lines - len(block))


def heights(item: Item, holder: Placeholder, level: int = 0) -> list[Emu]:
    """Return what each of the item's paragraphs takes at the floor of the scale.

    The space before it is counted in, before the first one as well.
    """
    flows = [begun(one) for one in item_flows(item, holder, level)]
    width = holder.frame.width - holder.insets.left - holder.insets.right
    step = floor(holder)
    return [pt(one.style.before_pt) + flow_height(one, width, step) for one in flows]


def begun(words: Flow) -> Flow:
    """Return a paragraph, or the beginning of one that no slide holds: its height tells enough."""
    first, rest = split_runs(words.runs, ENDLESS)
    return replace(words, runs=first) if rest else words


def floor(holder: Placeholder) -> int:
    """Return the last step down the placeholder's scale."""
    return max(len(style.sizes) for style in holder.styles) - 1


def share(blocks: Sequence[list[Emu]], room: Room) -> int:
    """Return how many of the blocks the first page takes, the pages being as even as can be.

    All of them where they fit on one page; none where the first alone is too much.
    """
    pages = _pages(blocks, room)
    fair = sum(sum(block) for block in blocks) / pages
    left, used, count = room, 0, 0
    for block in blocks:
        is_enough = pages > 1 and count and used + sum(block) / 2 > fair
        if is_enough or not left.holds(block):
            break
        left, used, count = left.without(block), used + sum(block), count + 1
    return count


def _pages(blocks: Sequence[list[Emu]], room: Room) -> int:
    """Return how many pages a greedy filling takes."""
    pages, left = 1, room
    for block in blocks:
        if left is not room and not left.holds(block):
            pages, left = pages + 1, room
        if not left.holds(block):
            pages += 1
        left = left.without(block)
    return pages


def split(item: Item, holder: Placeholder, room: Room, level: int = 0) -> tuple[Items, Items]:
    """Return what of an item the room holds, and the rest; together they say all of it.

    The first part is empty where not even a line fits; on the outermost level a line is taken
    all the same, so that the work ends.
    """
    own = heights(replace(item, items=()), holder, level)
    if not room.holds(own):
        return _split_words(item, holder, room, level)
    left = room.without(own)
    kept = share([heights(sub, holder, level + 1) for sub in item.items[:FAR_ENOUGH]], left)
    if kept:
        head, tail = item.items[:kept], item.items[kept:]
        again = (replace(item, gist=(), items=tail),) if tail else ()
        return (replace(item, items=head),), again
    first, *others = item.items
    head, tail = split(first, holder, left, level + 1)
    if head:
        again = (replace(item, gist=(), items=(*tail, *others)),)
        return (replace(item, items=head),), again
    return (replace(item, items=()),), item.items


def _split_words(item: Item, holder: Placeholder, room: Room, level: int) -> tuple[Items, Items]:
    """Cut an item's own words; what is under it stays with the second part."""
    (words,) = item_flows(replace(item, items=()), holder, level)
    width = holder.frame.width - holder.insets.left - holder.insets.right
    (line,) = set_flows((begin := begun(words),), width, floor(holder))
    most = (room.height - pt(line.style.before_pt)) // line.line_height
    if level and (most < 1 or room.lines < 1):
        return (), (item,)
    most = max(1, most)
    bare = replace(item, gist=(), items=(), label="", link="")
    if most >= len(line.lines) and begin is words:
        return (replace(bare, title=words.runs),), item.items
    most = balanced(len(line.lines), most)
    head, tail = cut_before(words.runs, sum(len(plain(one.runs)) for one in line.lines[:most]))
    return (replace(bare, title=head),), (replace(bare, title=tail, items=item.items),)
