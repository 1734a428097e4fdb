"""The mind map in the deck: asked for by the head, or by a topic's layout."""

from __future__ import annotations

from deckplan import dump, of_topic, outline, plan, topic

from deckgen.model.outline import DeckOptions
from deckgen.problems import Report


def test_a_map_follows_the_agenda() -> None:
    """Sections are branches, their slides leaves; one slide's short points are leaves, too."""
    told = outline(
        topic("甲", topic("一", "子", gist="说", notes="慢"), topic("二", gist="说", notes="快")),
        topic("乙", "短", "也短", "这一条说得太长了所以它不会成为一片叶子的"),
        topic("丙", gist="说"),
        deck=DeckOptions(map=True),
    )
    slides = plan(told).slides
    at = next(place for place, slide in enumerate(slides) if slide.layout == "map")
    assert slides[at - 1].layout == "agenda"
    assert dump((slides[at],)) == (
        "map map | 一图看全 |  | 甲 [一 →t1.1, 二 →t1.2] →s1, 乙 [短 →t2, 也短 →t2] →t2, 丙 →t3\n"
    )
    assert slides[at].label == "书"


def test_the_map_builds_up_where_the_deck_does() -> None:
    """It is no topic's slide, so the deck's own word decides."""
    for build in (True, False):
        options = DeckOptions(map=True, build=build)
        told = outline(topic("甲", gist="说"), topic("乙", gist="说"), deck=options)
        slide = next(slide for slide in plan(told).slides if slide.layout == "map")
        assert slide.build is build


def test_there_is_no_map_unless_it_is_asked_for() -> None:
    told = outline(topic("甲", gist="说"), topic("乙", gist="说"))
    assert [slide.layout for slide in plan(told).slides].count("map") == 0


def test_a_topic_can_be_a_map() -> None:
    (slide,) = of_topic(topic("根", topic("枝", "叶"), topic("另一枝", "叶"), layout="map"))
    assert dump((slide,)) == "t1 map | 根 |  | 枝 [叶], 另一枝 [叶]\n"


def test_a_map_needs_branches() -> None:
    report = Report()
    plan(outline(topic("根", gist="说", layout="map")), report)
    assert [problem.message for problem in report.problems] == [
        "layout 'map' needs two points or more, and '根' has no points"
    ]
