"""Statement and bullets: a sentence alone, and the list that takes what nothing else does."""

from __future__ import annotations

from ...model.deck import Slide
from ._choice import Choice, Recogniser


def find_statement(slide: Slide) -> Choice | None:
    if slide.items or slide.exhibits:
        return None
    return Choice((slide,), "a gist and no points" if slide.lead else "a title alone")


def find_bullets(slide: Slide) -> Choice | None:
    return Choice((slide,), "points of running text")


STATEMENT = Recogniser("statement", find_statement, find_statement, "no points")
BULLETS = Recogniser("bullets", find_bullets, find_bullets, "")
