"""What an item says, as paragraphs for a frame of a diagram."""

from __future__ import annotations

from ...model.deck import Item
from ...model.richtext import rich
from ...model.theme import Placeholder
from ...text.fit import Flow
from ._fill import flow, item_flows, join, linked


def headed(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    """Return heading, text and list, on the placeholder's levels 0, 1 and 2."""
    flows = [flow(holder, linked(item), 0, balance=True)]
    if item.gist:
        flows.append(flow(holder, item.gist, 1, balance=True))
    for sub in item.items:
        flows.extend(item_flows(sub, holder, 2))
    return tuple(flows)


def unheaded(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    """Return text and list alone, on levels 0 and 1, for a heading that stands elsewhere."""
    flows = [flow(holder, item.gist, balance=True)] if item.gist else []
    for sub in item.items:
        flows.extend(item_flows(sub, holder, 1))
    return tuple(flows)


def in_a_line(item: Item, holder: Placeholder) -> tuple[Flow, ...]:
    """Return a text, and points without points of their own as one sentence, for a low frame."""
    if any(has_text(sub) for sub in item.items):
        return unheaded(item, holder)
    points = join((join((rich(sub.label), linked(sub)), " ") for sub in item.items), "；")
    return tuple(flow(holder, words, balance=True) for words in (item.gist, points) if words)


def has_text(item: Item) -> bool:
    """Tell whether an item says more than its title."""
    return bool(item.gist or item.items)
