"""How many slides a deck may have, told as soon as there is one more.

No talk shows a tenth of them. They are made in seconds; ten times as many would take a minute, and
nobody would learn before its end that the outline is none for a talk.
"""

from __future__ import annotations

from ...model.origin import Origin
from ...problems import fail

MOST_SLIDES = 3_000


def check_count(count: int, origin: Origin) -> None:
    """Refuse one slide too many, at the words that it is made of."""
    if count > MOST_SLIDES:
        raise fail(
            f"the deck would have more than {MOST_SLIDES:,} slides",
            "make several talks of it; a map may show more",
            origin,
            code="too-many-slides",
        )
