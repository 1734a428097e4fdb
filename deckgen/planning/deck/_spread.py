"""Talk time: what a slide weighs, and a sum shared out by weight to a tenth of a minute."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.deck import Item, Slide
from ...model.outline import Quote
from ...model.richtext import Paragraph, RichText, plain

CHARACTERS_A_MINUTE = 240
SHOWN = 60  # characters' worth of time to look at a picture, a table, a chart or a listing
# Slides of the frame are shown, not read out: so many characters' worth of time each
_FRAME = {"title": 60, "agenda": 60, "map": 60, "takeaways": 120, "closing": 30, "section": 40}


def weight(slide: Slide) -> int:
    """Return how many characters are to be spoken for a slide: its words and its notes."""
    notes = sum(_length(paragraph.runs) for paragraph in slide.notes if not _is_code(paragraph))
    if slide.layout in _FRAME:
        return _FRAME[slide.layout] + notes
    quotes = sum(_length(e.text) for e in slide.exhibits if isinstance(e, Quote))
    shown = SHOWN * sum(1 for exhibit in slide.exhibits if not isinstance(exhibit, Quote))
    items = sum(_item_length(item) for item in slide.items)
    return max(1, _length(slide.title) + _length(slide.lead) + quotes + shown + items + notes)


def _is_code(paragraph: Paragraph) -> bool:
    """Tell whether a note is a line of a listing: nobody reads these out."""
    return all(run.code for run in paragraph.runs)


def _item_length(item: Item) -> int:
    subs = sum(_length(sub.title) + _length(sub.gist) for sub in item.items)
    return _length(item.title) + _length(item.gist) + subs


def _length(text: RichText) -> int:
    return len("".join(plain(text).split()))


def shares(minutes: float, weights: Sequence[int]) -> list[float]:
    """Share minutes out by weight, in tenths whose sum is the whole (largest remainder)."""
    tenths = max(0, round(minutes * 10))
    total = sum(weights) or 1
    parts = [divmod(tenths * weight, total) for weight in weights]
    missing = tenths - sum(whole for whole, _ in parts)
    by_rest = sorted(range(len(parts)), key=lambda place: (-parts[place][1], place))
    extra = frozenset(by_rest[:missing])
    return [(whole + (place in extra)) / 10 for place, (whole, _) in enumerate(parts)]
