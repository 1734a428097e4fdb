"""Triangle: three points under a title that speaks of a triangle or of three elements."""

from __future__ import annotations

from ...model.deck import Slide
from ._choice import Choice, Recogniser
from ._patterns import is_triangle


def find(slide: Slide) -> Choice | None:
    if len(slide.items) == 3 and is_triangle(slide.title):
        return Choice(
            (slide,), "three points, and the title speaks of a triangle or three elements"
        )
    return None


def hold(slide: Slide) -> Choice | None:
    return Choice((slide,), "") if len(slide.items) == 3 else None


TRIANGLE = Recogniser("triangle", find, hold, "exactly three points")
