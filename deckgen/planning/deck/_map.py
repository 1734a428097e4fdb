"""The layout of a mind map: asked for, never chosen; a page is no place for a large one."""

from __future__ import annotations

from ...model.deck import Slide
from ._choice import Choice, Recogniser


def find(_slide: Slide) -> Choice | None:
    return None


def hold(slide: Slide) -> Choice | None:
    return Choice((slide,), "") if len(slide.items) >= 2 else None


MAP = Recogniser("map", find, hold, "two points or more")
