"""Texts that no slide can hold: their beginning is shown, and all of them stand in the notes.

This is done to the outline before anything is planned, so nothing that plans, measures or draws
meets a text of more than `MOST_SHOWN` characters, but for the notes.
"""

from __future__ import annotations

from dataclasses import replace

from ..model.origin import Origin
from ..model.outline import Code, Exhibit, Outline, Picture, Quote, Table, Topic, walk
from ..model.richtext import Paragraph, RichText, Run
from ..problems import Report

MOST_SHOWN = 4_000  # characters: eight slides full of text
MOST_LISTED = 20_000  # characters of a listing
_LEFT = 200  # characters that are shown of what is too long
_LEFT_LISTED = 2_000
_ENDS = "。！？；，.!?;, \u3000"


def brief(outline: Outline, report: Report) -> Outline:
    """Return the outline with texts that can be shown: the same one, where all can.

    What was cut is told once, at the place of the first.
    """
    every = [topic for topic, _ in walk(outline.topics)]
    if not (_is_long(outline.title, outline.subtitle) or any(map(_has_long, every))):
        return outline
    cutter = _Cutter()
    title = cutter.cut(outline.title, outline.origin)
    subtitle = cutter.cut(outline.subtitle, outline.origin)
    notes = (*outline.notes, *cutter.take())
    made: dict[int, Topic] = {}  # by the identity of the topic that it stands for
    for topic in reversed(every):  # what is below a topic comes before it
        made[id(topic)] = _brief_topic(topic, made, cutter)
    topics = tuple(made[id(topic)] for topic in outline.topics)
    cutter.tell(report)
    return replace(outline, title=title, subtitle=subtitle, notes=notes, topics=topics)


def cut_in(outline: Outline) -> frozenset[Origin]:
    """Return where the outline and the topics stand of which `brief` cuts a text."""
    found = {topic.origin for topic, _ in walk(outline.topics) if _has_long(topic)}
    head = {outline.origin} if _is_long(outline.title, outline.subtitle) else set()
    return frozenset(found | head)


def _is_long(*texts: RichText) -> bool:
    return any(sum(len(run.text) for run in text) > MOST_SHOWN for text in texts)


def _has_long(topic: Topic) -> bool:
    if _is_long(topic.title, topic.gist):
        return True
    return bool(topic.exhibits) and any(map(_is_long_exhibit, topic.exhibits))


def _is_long_exhibit(exhibit: Exhibit) -> bool:
    match exhibit:
        case Quote():
            return _is_long(exhibit.text)
        case Picture():
            return _is_long(exhibit.caption)
        case Table():
            return any(_is_long(*row) for row in exhibit.rows)
        case Code():
            return len(exhibit.text) > MOST_LISTED
    return False


def _brief_topic(topic: Topic, made: dict[int, Topic], cutter: _Cutter) -> Topic:
    points = tuple(made[id(point)] for point in topic.points)
    if _has_long(topic):
        title, gist = cutter.cut(topic.title, topic.origin), cutter.cut(topic.gist, topic.origin)
        exhibits = tuple(_brief_exhibit(exhibit, cutter) for exhibit in topic.exhibits)
        notes = (*topic.notes, *cutter.take())
        return replace(topic, title=title, gist=gist, exhibits=exhibits, notes=notes, points=points)
    if any(new is not old for new, old in zip(points, topic.points, strict=True)):
        return replace(topic, points=points)
    return topic


def _brief_exhibit(exhibit: Exhibit, cutter: _Cutter) -> Exhibit:
    origin = exhibit.origin
    match exhibit:
        case Quote():
            return replace(exhibit, text=cutter.cut(exhibit.text, origin))
        case Picture():
            return replace(exhibit, caption=cutter.cut(exhibit.caption, origin))
        case Table():
            rows = tuple(tuple(cutter.cut(cell, origin) for cell in row) for row in exhibit.rows)
            return replace(exhibit, rows=rows)
        case Code():
            return replace(exhibit, text=cutter.cut_listing(exhibit.text, origin))
    return exhibit


class _Cutter:
    """Cuts texts, and keeps those that it cut whole until they are taken for some notes."""

    def __init__(self) -> None:
        self._whole: list[Paragraph] = []
        self._first: Origin | None = None
        self._length = 0
        self._count = 0

    def cut(self, text: RichText, origin: Origin) -> RichText:
        """Return a text that can be shown."""
        if not _is_long(text):
            return text
        self._note(sum(len(run.text) for run in text), origin)
        self._whole.append(Paragraph(text))
        shown: list[Run] = []
        left = _LEFT
        for run in text:
            shown.append(replace(run, text=run.text[:left]))
            left -= len(run.text)
            if left <= 0:
                break
        last = shown[-1]
        return (*shown[:-1], replace(last, text=_ended(last.text)))

    def cut_listing(self, text: str, origin: Origin) -> str:
        """Return the first lines of a listing that is too long, or all of one that is not."""
        if len(text) <= MOST_LISTED:
            return text
        self._note(len(text), origin)
        self._whole.extend(Paragraph((Run(line, code=True),)) for line in text.split("\n") if line)
        shown = text[:_LEFT_LISTED]
        whole_lines = shown.rpartition("\n")[0]
        return f"{whole_lines or shown[:_LEFT]}\n…"

    def _note(self, length: int, origin: Origin) -> None:
        self._count += 1
        if self._first is None or origin.line < self._first.line:
            self._first, self._length = origin, length

    def take(self) -> tuple[Paragraph, ...]:
        """Return what was cut since the last time, whole."""
        whole, self._whole = tuple(self._whole), []
        return whole

    def tell(self, report: Report) -> None:
        """Tell of all that was cut in one warning."""
        if self._first is None:
            return
        told = (
            f"a text of {self._length:,} characters cannot be shown:"
            " its beginning is, and all of it stands in the notes"
            if self._count == 1
            else f"{self._count:,} texts, the first of {self._length:,} characters, cannot be"
            " shown: their beginnings are, and all of them stand in the notes"
        )
        report.warn(
            self._first,
            told,
            "keep the sentence that matters, and move the rest to 'notes'",
            code="shown-in-notes",
        )


def _ended(text: str) -> str:
    """Return the beginning of a text with an ellipsis, ended where a part of it ends."""
    end = max(text.rfind(mark) for mark in _ENDS)
    return (text[: end + 1] if end >= len(text) // 2 else text).rstrip() + "…"
