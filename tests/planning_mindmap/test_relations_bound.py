"""Relations beyond those that anybody follows: told in notes, and once as a warning."""

from __future__ import annotations

import pytest

from deckgen.model.mindmap import MindMap
from deckgen.model.origin import Origin
from deckgen.model.outline import Outline, Relation, Topic
from deckgen.model.richtext import plain, rich
from deckgen.planning.mindmap.build import MOST_DRAWN, plan_map
from deckgen.problems import Report


def mapped(count: int) -> tuple[MindMap, list[str]]:
    """Return the map of a topic with so many relations, and what was told."""
    relates = tuple(
        Relation("b", f"第{n}种", origin=Origin("a.yaml", n + 10)) for n in range(count)
    )
    topics = (Topic(rich("甲"), relates=relates), Topic(rich("乙"), id="b"))
    report = Report()
    return plan_map(Outline(rich("书"), topics=topics), (), report), list(map(str, report.problems))


def test_as_many_relations_as_can_be_followed_are_drawn() -> None:
    mindmap, told = mapped(MOST_DRAWN)
    assert ([edge.label for edge in mindmap.edges], told) == (
        [f"第{n}种" for n in range(MOST_DRAWN)],
        [],
    )
    assert mindmap.nodes[1].notes == ""


@pytest.mark.parametrize("more", [1, 2])
def test_the_others_stand_in_the_notes(more: int) -> None:
    mindmap, told = mapped(MOST_DRAWN + more)
    lines = [f"→ 乙 (第{MOST_DRAWN + n}种)" for n in range(more)]
    assert len(mindmap.edges) == MOST_DRAWN
    assert mindmap.nodes[1].notes == "\n".join(lines)
    assert [plain(paragraph.runs) for paragraph in mindmap.nodes[1].about.notes] == lines
    assert told == [
        f"a.yaml:110: warning: {MOST_DRAWN + more} relations are more than can be followed:"
        " 100 are drawn, and the others stand in their topics' notes"
    ]
