"""Which points are worth a slide of their own, and which stay lines of their parent's."""

from __future__ import annotations

from enum import Enum

from ...model.deck import Slide
from ...model.outline import Outline, Topic, walk
from ...model.record import record
from ...model.richtext import RichText
from ._formula import terms_of
from ._items import item_of, points_of
from ._patterns import chain, is_asked, is_questions, quoted, versus
from ._recognisers import is_form

MANY_POINTS = 5  # so many lines under one card make a list, not a card


class Worth(Enum):
    LINE = "line"
    SPARK = "spark"  # a chain, equation or quotation: a slide among slides, a line among lines
    FULL = "full"  # more than its brothers say, in words alone: a line where most of them are
    SLIDE = "slide"


@record
class Survey:
    """What must be known from below before the walk from above: per topic, by identity."""

    heights: dict[Topic, int]
    forced: frozenset[Topic]  # here or below stands an exhibit or an explicit layout
    spoken: frozenset[Topic]  # one of its points has notes of its own to what it says


def survey(outline: Outline) -> Survey:
    """Measure the tree bottom up, without recursion."""
    topics = [topic for topic, _ in walk(outline.topics)]
    heights: dict[Topic, int] = {}
    forced: set[Topic] = set()
    spoken: set[Topic] = set()
    for topic in reversed(topics):
        points = points_of(topic)
        heights[topic] = 1 + max((heights[point] for point in points), default=-1)
        if topic.layout != "auto" or topic.exhibits or any(point in forced for point in points):
            forced.add(topic)
        if any((point.notes or point.minutes) and (point.gist or point.points) for point in points):
            spoken.add(topic)
    return Survey(heights, frozenset(forced), frozenset(spoken))


def draft_of(topic: Topic) -> Slide:
    """Return a topic with all of its points as one slide, to see what it would be."""
    items = tuple(item_of(point) for point in points_of(topic))
    return Slide("", topic.layout, topic.title, topic.gist, items)


def holds_together(topic: Topic) -> bool:
    """Tell whether a topic's points are one figure, asked for or recognised."""
    return bool(topic.points) and (topic.layout != "auto" or is_form(draft_of(topic)))


def worths_of(topic: Topic, held: bool, known: Survey) -> list[Worth]:
    """Return what each point of a topic is worth; `held`: they make one figure together."""
    worths = [_worth(point, held, known) for point in points_of(topic)]
    if worths == [Worth.SPARK] and not topic.gist:
        return [Worth.LINE]  # all that the topic says: its gist, in other words
    is_list = 2 * worths.count(Worth.LINE) > len(worths)
    full = Worth.LINE if is_list else Worth.SLIDE
    worths = [full if worth is Worth.FULL else worth for worth in worths]
    settled = Worth.SLIDE if Worth.SLIDE in worths or len(worths) == 1 else Worth.LINE
    return [settled if worth is Worth.SPARK else worth for worth in worths]


def torn(worths: list[Worth]) -> bool:
    """Tell whether some points of a list are worth a slide, and others are not."""
    return Worth.SLIDE in worths and Worth.LINE in worths


def each_alone(points: list[Topic], worths: list[Worth]) -> bool:
    """Tell whether each point of a torn list may have a slide: most do, and all have words."""
    lines = [point for point, worth in zip(points, worths, strict=True) if worth is Worth.LINE]
    return 2 * len(lines) <= len(points) and all(line.gist or line.points for line in lines)


def _worth(point: Topic, held: bool, known: Survey) -> Worth:
    if point in known.forced or known.heights[point] >= 2:
        return Worth.SLIDE
    if held:
        return Worth.LINE
    if point in known.spoken:
        return Worth.SLIDE
    points = points_of(point)
    says = bool(point.gist or points)
    spark = _is_drawn(point.title) or (not points and _is_drawn(point.gist))
    if (says or spark) and (point.minutes or point.build is not None):
        return Worth.SLIDE
    if points and (spark or _is_slide_by_points(point, points)):
        return Worth.SLIDE
    if (says or spark) and point.notes:
        return Worth.FULL
    if points and _is_full(points):
        return Worth.FULL
    if spark or (not points and quoted(point.gist or point.title)):
        return Worth.SPARK
    return Worth.LINE


def _is_drawn(text: RichText) -> bool:
    """Tell whether a text alone makes a figure: a chain, or an equation."""
    return bool(chain(text) or terms_of(text))


def _is_slide_by_points(point: Topic, points: tuple[Topic, ...]) -> bool:
    """Say whether a point's own points are too much, or too well formed, for a card."""
    if _are_questions(points):
        return False
    return (
        len(points) >= MANY_POINTS
        or (len(points) >= 2 and (is_questions(point.title) or bool(versus(point.title))))
        or is_form(draft_of(point))
    )


def _is_full(points: tuple[Topic, ...]) -> bool:
    """Say whether a point's own points are more than a card's lines: told ones, or questions."""
    told = sum(1 for sub in points if sub.gist)
    return (len(points) >= 3 and 2 * told >= len(points)) or _are_questions(points)


def _are_questions(points: tuple[Topic, ...]) -> bool:
    """Tell whether points are questions that would fill a slide of their own."""
    return 1 < len(points) < MANY_POINTS and all(is_asked(sub.title) for sub in points)
