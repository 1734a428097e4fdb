"""A deck has so many slides and no more, planned ones and pages that a list goes on to."""

from __future__ import annotations

import pytest

from deckgen import DeckgenError, compile_deck, plan
from deckgen.model.origin import Origin
from deckgen.model.outline import Outline, Topic
from deckgen.model.richtext import rich
from deckgen.pipeline import Themes, draw_deck
from deckgen.planning.deck import _most
from deckgen.problems import Report


def topics(count: int) -> tuple[Topic, ...]:
    return tuple(
        Topic(rich(f"第{number}个主题"), rich("话"), origin=Origin("a.yaml", number))
        for number in range(count)
    )


def pages_of(outline: Outline) -> int:
    return len(draw_deck(outline, Themes().compile(outline, "", Report()), Report()).pages)


MANY = {
    "topics": Outline(rich("书"), topics=topics(9)),
    "points": Outline(rich("书"), topics=(Topic(rich("章"), points=topics(90)),)),
}


@pytest.mark.parametrize("kind", MANY)
def test_as_many_slides_as_there_may_be(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that a list goes on to count as the planned slides do."""
    count = pages_of(MANY[kind])
    monkeypatch.setattr(_most, "MOST_SLIDES", count)
    assert pages_of(MANY[kind]) == count
    monkeypatch.setattr(_most, "MOST_SLIDES", count - 1)
    with pytest.raises(DeckgenError) as caught:
        compile_deck(MANY[kind])
    (problem,) = caught.value.problems
    assert (problem.message, problem.hint, problem.code) == (
        f"the deck would have more than {count - 1} slides",
        "make several talks of it; a map may show more",
        "too-many-slides",
    )


def test_what_is_too_much_to_tell_is_not_planned_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The topic whose slide is one too many is named."""
    monkeypatch.setattr(_most, "MOST_SLIDES", 8)
    with pytest.raises(DeckgenError) as caught:
        plan(MANY["topics"])
    assert [problem.origin.line for problem in caught.value.problems] == [8]
