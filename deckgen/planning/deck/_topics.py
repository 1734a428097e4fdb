"""Topics to slides: dividers, slides of points, slides of their own, in the order of telling.

A topic whose points are all lines is one slide. Points worth a slide get theirs after it. A top
topic has a divider instead of an overview where each of its points has a slide; where some have
none, the list is shown whole, for brothers are not torn apart. Topics with nothing below them, many
in a row, are a list as well. One stack and no recursion: outlines may be thousands of levels deep.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain as concat
from itertools import groupby

from ...model.color import accent
from ...model.deck import Section, Slide
from ...model.keys import child_key
from ...model.outline import Exhibit, Outline, Topic
from ...model.record import record
from ...model.richtext import Paragraph, plain
from ...problems import Report
from ._asides import asides_of
from ._clocks import NONE, Clocks
from ._exhibits import beside, layout_of
from ._items import folded_notes, is_told, item_of, points_of, told
from ._most import check_count
from ._ordinal import are_numbered
from ._richwords import joined, linked
from ._sections import APPENDIX
from ._worth import MANY_POINTS, Survey, Worth, each_alone, holds_together, survey, torn, worths_of

MANY_BARE = 5  # so many titles without anything below are a list, not slides of one line


@record
class _Task:
    """A topic to be told; `run`: not itself, but these of its points, gathered."""

    topic: Topic
    key: str
    clock: int = NONE  # the fixed time that its slides share
    build: bool = False
    is_top: bool = False
    run: tuple[tuple[Topic, str], ...] = ()

    def below(self, topic: Topic, key: str) -> _Task:
        """Return the task of a point: its slides share this one's time, and build up like it."""
        return _Task(topic, key, self.clock, self.build)


@record
class Telling:
    """What the topics became; `shown`: a topic's id to the key of its slide."""

    slides: tuple[Slide, ...]
    sections: tuple[Section, ...]
    shown: dict[str, str]


def tell_topics(outline: Outline, report: Report) -> Telling:
    """Return the slides of all topics, dividers included, with fixed minutes shared out."""
    teller = _Teller(outline, survey(outline), report)
    for place, topics in _in_lists(outline.topics):
        if len(topics) > 1:
            teller.tell_list(topics, place)
        elif is_told(topics[0]):
            teller.tell_section(topics[0], place)
    teller.tell_appendix([topic for topic in told(outline.topics) if topic.appendix])
    slides = teller.clocks.timed(teller.slides, teller.clock_of)
    slides = tuple(replace(slide, minutes=0) if slide.hidden else slide for slide in slides)
    return Telling(slides, tuple(teller.sections), teller.shown)


class _Teller:
    """The slides so far. Kept inside this module: what leaves it is frozen."""

    def __init__(self, outline: Outline, known: Survey, report: Report) -> None:
        self.outline = outline
        self.known = known
        self.report = report
        self.asides = asides_of(outline)
        self.slides: list[Slide] = []
        self.sections: list[Section] = []
        self.shown: dict[str, str] = {}
        self.clocks = Clocks()
        self.clock_of: list[int] = []  # per slide
        self.are_numbered = are_numbered(
            plain(topic.title) for topic in outline.topics if is_told(topic)
        )

    def tell_section(self, topic: Topic, place: int) -> None:
        task = _Task(topic, f"t{place + 1}", is_top=True, build=self.outline.deck.build)
        self._tell_part(task, place)

    def tell_list(self, topics: tuple[Topic, ...], place: int) -> None:
        """Tell bare topics as the points of one, which has the outline's title."""
        whole = Topic(self.outline.title, points=topics, origin=topics[0].origin)
        run = tuple((topic, f"t{number}") for number, topic in enumerate(topics, place + 1))
        self._tell_part(
            _Task(whole, f"t{place + 1}", build=self.outline.deck.build, run=run), place
        )

    def _tell_part(self, task: _Task, place: int) -> None:
        """Tell a topic as a section of the deck."""
        first = len(self.slides)
        self._tell_all(task)
        number = len(self.sections) + 1  # the front matter's section is the first
        key = self.slides[first].key
        title = plain(task.topic.title)
        self.sections.append(Section(title, key, first))
        for index in range(first, len(self.slides)):
            self.slides[index] = replace(self.slides[index], section=number, accent=accent(place))

    def tell_appendix(self, topics: list[Topic]) -> None:
        """Add a section of hidden slides, which take none of the talk's time."""
        if not topics:
            return
        first, number = len(self.slides), len(self.sections) + 1
        for place, topic in enumerate(topics, 1):
            self._tell_all(_Task(topic, f"x{place}", build=self.outline.deck.build))
        self.sections.append(Section(self.asides.labels.appendix, APPENDIX, first))
        for index in range(first, len(self.slides)):
            self.slides[index] = replace(self.slides[index], section=number, hidden=True)

    def _tell_all(self, task: _Task) -> None:
        stack = [task]
        while stack:
            stack.extend(reversed(self._tell(stack.pop())))

    def _tell(self, task: _Task) -> list[_Task]:
        if task.run:
            self._add_run(task)
            return []
        topic = task.topic
        clock = self.clocks.start(topic.minutes, task.clock)
        held = holds_together(topic)
        points = [
            (point, child_key(task.key, place))
            for place, point in enumerate(topic.points, 1)
            if is_told(point)
        ]
        worths = worths_of(topic, held, self.known)
        heavy = [pair for pair, worth in zip(points, worths, strict=True) if worth is Worth.SLIDE]
        aside = () if heavy else beside(topic, [point for point, _ in points], is_figure=held)
        apart = any(exhibit not in aside for exhibit in topic.exhibits)
        divided = task.is_top and (bool(heavy) or (apart and bool(points)))
        build = task.build if topic.build is None else topic.build
        own = replace(task, clock=clock, build=build)
        if divided:
            own = self._divide(own)
        if divided and not held:
            self._add_exhibits(own, topic.exhibits)
            if torn(worths) and not each_alone([point for point, _ in points], worths):
                key = f"{own.key}+" if own.topic.exhibits else own.key
                own = replace(own, topic=replace(own.topic, exhibits=()), key=key)
                few = {
                    key: int(len(points_of(point)) < MANY_POINTS) for point, key in heavy
                }  # more would be told twice, here and on the slide that follows
                self._add_own(own, points, few)
                return [own.below(point, key) for point, key in heavy]
            if heavy:
                return [own.below(point, key) for point, key in points]
            return list(self._run_task(own, points))
        self._add_own(own, points, {key: int(held) for _, key in heavy}, aside)
        return [own.below(point, key) for point, key in heavy]

    def _add(self, slide: Slide, task: _Task) -> None:
        build = task.build and slide.layout != "section"
        self.slides.append(replace(slide, build=build))
        check_count(len(self.slides), slide.origin)
        self.clock_of.append(task.clock)

    def _divide(self, task: _Task) -> _Task:
        """Add a section's divider; return the topic without what the divider has said."""
        topic = task.topic
        key = "s" + task.key[1:]
        notes = self._own_notes(topic)
        title = linked(topic.title, topic.link)
        label = "" if self.are_numbered else f"{len(self.sections) + 1:02}"
        reason = "section: a top topic with two slides or more"
        self._add(
            Slide(
                key, "section", title, topic.gist, label=label, notes=notes, reason=reason,
                origin=topic.origin,
            ),
            task,
        )  # fmt: skip
        self._show(topic, key)
        return task.below(_unsaid(topic), task.key)

    def _show(self, topic: Topic, key: str) -> None:
        if topic.id:
            self.shown.setdefault(topic.id, key)

    def _run_task(self, task: _Task, run: list[tuple[Topic, str]]) -> Iterator[_Task]:
        if len(run) == 1 and (run[0][0].gist or run[0][0].points):
            yield task.below(*run[0])
        elif run:
            yield replace(task.below(task.topic, f"{run[0][1]}+"), run=tuple(run))

    def _add_run(self, task: _Task) -> None:
        for point, _ in task.run:
            self._show_all(point, task.key)
        items = tuple(item_of(point) for point, _ in task.run)
        notes = self._folded([point for point, _ in task.run])
        slide = Slide(
            task.key, "auto", task.topic.title, items=items, notes=notes,
            origin=task.run[0][0].origin,
        )  # fmt: skip
        self._add(_without_lone_item(slide), task)

    def _add_own(
        self,
        task: _Task,
        points: list[tuple[Topic, str]],
        heavy: Mapping[str, int],
        aside: tuple[Exhibit, ...] = (),
    ) -> None:
        """Add the slide that a topic makes itself, and those of what stands not beside its points.

        Points with a slide of their own are named, with as many levels below them as `heavy` says:
        a side or corner shows its points as well.
        """
        topic = task.topic
        apart = tuple(exhibit for exhibit in topic.exhibits if exhibit not in aside)
        if apart and not points:
            self._add_exhibits(task, apart)
            return
        lines = [point for point, key in points if key not in heavy]
        is_elsewhere = any(layout_of(one) == topic.layout != "quote" for one in apart)
        slide = Slide(
            task.key,
            "auto" if is_elsewhere else topic.layout,
            linked(topic.title, topic.link),
            topic.gist,
            tuple(
                item_of(point, heavy[key], key) if key in heavy else item_of(point)
                for point, key in points
            ),
            aside,
            notes=(*self._own_notes(topic), *self._folded(lines)),
            origin=topic.origin,
        )
        self._show(topic, task.key)
        for point in lines:
            self._show_all(point, task.key)
        self._add(_without_lone_item(slide), task)
        if apart:
            self._add_exhibits(replace(task, topic=_unsaid(topic)), apart)

    def _add_exhibits(self, task: _Task, exhibits: tuple[Exhibit, ...]) -> None:
        """Add a slide an exhibit; the first carries the topic's gist and notes."""
        topic = task.topic
        for place, exhibit in enumerate(exhibits):
            layout = layout_of(exhibit)
            taken = bool(self.slides) and self.slides[-1].key == task.key
            mark = "q" if layout == "quote" else "e"
            key = task.key if not place and not taken else f"{task.key}{mark}{place + 1}"
            slide = Slide(
                key,
                layout if topic.layout == layout else "auto",
                linked(topic.title, topic.link),
                () if place else topic.gist,
                exhibits=(exhibit,),
                notes=() if place else self._own_notes(topic),
                origin=topic.origin,
            )
            self._show(topic, key)
            self._add(slide, task)

    def _own_notes(self, topic: Topic) -> tuple[Paragraph, ...]:
        return (*topic.notes, *self.asides.notes_on(topic))

    def _folded(self, lines: list[Topic]) -> tuple[Paragraph, ...]:
        below = concat.from_iterable((line, *points_of(line)) for line in lines)
        return folded_notes(below, self.asides)

    def _show_all(self, line: Topic, key: str) -> None:
        self._show(line, key)
        for point in points_of(line):
            self._show(point, key)


def _in_lists(topics: tuple[Topic, ...]) -> Iterator[tuple[int, tuple[Topic, ...]]]:
    """Yield topics with their places: bare ones together where many follow each other."""
    place = 0
    for is_list, group in groupby(topics, _is_bare):
        found = tuple(group)
        if is_list and len(found) >= MANY_BARE:
            yield place, found
        else:
            yield from ((place + at, (topic,)) for at, topic in enumerate(found))
        place += len(found)


def _is_bare(topic: Topic) -> bool:
    """Tell whether a topic is told by its title alone, and nothing asks for a slide of its own."""
    return (
        is_told(topic)
        and not (topic.gist or topic.points or topic.exhibits or topic.notes or topic.minutes)
        and topic.layout == "auto"
    )


def _unsaid(topic: Topic) -> Topic:
    """Return what is left of a topic once a slide has told its title, gist and notes."""
    bare = replace(topic, gist=(), notes=(), page="", link="")
    return replace(bare, relates=(), boundary="", summary="")


def _without_lone_item(slide: Slide) -> Slide:
    """A list of one is no list: its words become the slide's lead."""
    if slide.layout != "auto" or len(slide.items) != 1:
        return slide
    item = slide.items[0]
    if item.target:  # told on the slide that follows
        return replace(slide, lead=slide.lead or item.title, items=())
    if slide.lead:
        return slide
    lead = joined(linked(item.title, item.link), "：", item.gist)
    items = item.items
    if len(items) == 1 and not items[0].gist:
        lead, items = joined(lead, "：", linked(items[0].title, items[0].link)), items[0].items
    return replace(slide, lead=lead, items=items)
