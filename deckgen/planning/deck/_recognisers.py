"""The order in which layouts are tried; the first that recognises a slide has it."""

from __future__ import annotations

from ...model.deck import Slide
from ._cards import CARDS
from ._case import CASE
from ._choice import Choice
from ._compare import COMPARE
from ._cycle import CYCLE
from ._exhibits import EXHIBITS
from ._formula import FORMULA
from ._hub import HUB
from ._map import MAP
from ._matrix import MATRIX
from ._problem import PROBLEM
from ._process import PROCESS
from ._pyramid import PYRAMID
from ._questions import QUESTIONS
from ._quote import QUOTE
from ._stat import STAT
from ._statement import BULLETS, STATEMENT
from ._timeline import TIMELINE
from ._triangle import TRIANGLE

# Forms whose points belong together, and are not taken apart for having notes of their own
FORMS = (
    QUESTIONS,
    CASE,
    PROBLEM,
    COMPARE,
    TRIANGLE,
    MATRIX,
    FORMULA,
    CYCLE,
    PROCESS,
    TIMELINE,
    STAT,
    PYRAMID,
    HUB,
)

# Narrow before wide: what takes every slide stands last
RECOGNISERS = (*EXHIBITS, MAP, QUOTE, *FORMS, STATEMENT, CARDS, BULLETS)


def recognise(slide: Slide) -> tuple[str, Choice]:
    """Return the layout that fits what the slide says, and the slide cut for it."""
    for recogniser in RECOGNISERS:
        choice = recogniser.find(slide)
        if choice:
            return recogniser.layout, choice
    raise AssertionError("bullets take every slide")


def is_form(slide: Slide) -> bool:
    """Tell whether the slide's points make one figure together."""
    return bool(slide.items) and any(form.find(slide) for form in FORMS)
