"""The record behind each recogniser of a layout."""

from __future__ import annotations

from collections.abc import Callable

from ...model.deck import Slide
from ...model.record import record


@record
class Choice:
    """The slides in their layout (two when part of it needs its own), and why."""

    slides: tuple[Slide, ...]
    reason: str


@record
class Recogniser:
    """One layout: `find` sees it unasked; `hold` takes what the author asked for, or None.

    `needs` ends the sentence "layout 'triangle' needs …".
    """

    layout: str
    find: Callable[[Slide], Choice | None]
    hold: Callable[[Slide], Choice | None]
    needs: str
