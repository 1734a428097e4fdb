"""Tables, charts, pictures and listings: which layout shows them, and where their points stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from ...model.deck import Slide
from ...model.outline import Chart, Code, Exhibit, Picture, Quote, Table, Topic
from ._choice import Choice, Recogniser

BESIDE_MOST = 6  # points that may stand with a picture, a chart or a listing


def layout_of(exhibit: Exhibit) -> str:
    """Return the layout that shows an exhibit."""
    match exhibit:
        case Quote():
            return "quote"
        case Table():
            return "table"
        case Chart():
            return "chart"
        case Picture():
            return "image"
        case Code():
            return "code"
        case _:
            assert_never(exhibit)


def beside(topic: Topic, points: Sequence[Topic], *, is_figure: bool) -> tuple[Exhibit, ...]:
    """Return the picture, the chart, or the only listing that a topic's points stand with, if any.

    Points that make a figure of their own, or are too many, keep their slide to themselves.
    """
    drawn: list[Exhibit] = [one for one in topic.exhibits if isinstance(one, Picture | Chart)]
    if not drawn and len(topic.exhibits) == 1:
        drawn = [one for one in topic.exhibits if isinstance(one, Code)]
    is_asked = bool(drawn) and topic.layout == layout_of(drawn[0])
    if not drawn or not 0 < len(points) <= BESIDE_MOST or (is_figure and not is_asked):
        return ()
    return (drawn[0],)


def _shows(name: str, *, has_points: bool) -> Callable[[Slide], Choice | None]:
    def find(slide: Slide) -> Choice | None:
        if not any(layout_of(one) == name for one in slide.exhibits):
            return None
        if slide.items and not has_points:
            return None
        return Choice((slide,), f"the field '{name}'")

    return find


def _recogniser(name: str, needs: str, *, has_points: bool = False) -> Recogniser:
    find = _shows(name, has_points=has_points)
    return Recogniser(name, find, find, needs)


EXHIBITS = (
    _recogniser("table", "a table and no points beside it"),
    _recogniser("chart", "a chart", has_points=True),
    _recogniser("image", "a picture", has_points=True),
    _recogniser("code", "a listing", has_points=True),
)
