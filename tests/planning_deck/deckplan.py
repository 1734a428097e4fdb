"""Outlines by hand, and decks as text: what the tests of this folder share."""

from __future__ import annotations

import importlib
from dataclasses import replace

from deckgen.model.deck import Deck, Item, Slide
from deckgen.model.origin import Origin
from deckgen.model.outline import Outline, Quote, Topic
from deckgen.model.richtext import Paragraph, plain, rich
from deckgen.planning.deck._order import ORDER
from deckgen.planning.deck.build import plan_deck
from deckgen.problems import Report

RULES = [importlib.import_module(f"deckgen.planning.deck.{name}").RULE for name in ORDER]


def topic(title: str, *points: Topic | str, gist: str = "", notes: str = "", **fields) -> Topic:
    """Return a topic; a point may be `title`, or `title: gist`."""
    told = tuple(point if isinstance(point, Topic) else _line(point) for point in points)
    said = tuple(Paragraph(rich(line)) for line in notes.splitlines())
    return Topic(rich(title), rich(gist), told, said, **fields)


def _line(text: str) -> Topic:
    title, _, gist = text.partition(": ")
    return Topic(rich(title), rich(gist))


def outline(*topics: Topic, **fields) -> Outline:
    """Return an outline titled 书 with these topics."""
    fields.setdefault("title", rich("书"))
    return Outline(topics=topics, origin=Origin("a.yaml", 1, 1), **fields)


def plan(told: Outline, report: Report | None = None) -> Deck:
    return plan_deck(told, RULES, report if report is not None else Report())


def of_topic(told: Topic) -> tuple[Slide, ...]:
    """Return the slides of an outline's only topic, without cover and closing."""
    return tuple(slide for slide in plan(outline(told)).slides if slide.section == 1)


def dump(slides: tuple[Slide, ...]) -> str:
    """Return a line a slide: key layout | title | lead | items."""
    return "".join(f"{_line_of(slide)}\n" for slide in slides)


def _line_of(slide: Slide) -> str:
    quotes = [f"“{plain(e.text)}”{e.by}" for e in slide.exhibits if isinstance(e, Quote)]
    items = ", ".join([*map(_item, slide.items), *quotes])
    parts = (f"{slide.key} {slide.layout}", plain(slide.title), plain(slide.lead), items)
    return " | ".join(parts).rstrip(" |")


def _item(item: Item) -> str:
    text = f"{item.label} {plain(item.title)}".strip()
    text += f": {plain(item.gist)}" if item.gist else ""
    text += f" [{', '.join(map(_item, item.items))}]" if item.items else ""
    return text + (f" →{item.target}" if item.target else "")


def words_of(deck: Deck) -> str:
    """Return everything that slides and notes say."""
    return "\n".join(text for slide in deck.slides for text in _said(slide))


def _said(slide: Slide) -> list[str]:
    texts = [plain(slide.title), plain(slide.lead), slide.label, *map(plain, slide.marks)]
    stack = list(slide.items)
    while stack:
        item = stack.pop()
        texts += [plain(item.title), plain(item.gist), item.label]
        stack.extend(item.items)
    texts += [f"{plain(e.text)} {e.by}" for e in slide.exhibits if isinstance(e, Quote)]
    return texts + [plain(paragraph.runs) for paragraph in slide.notes]


def at(told: Topic, line: int) -> Topic:
    return replace(told, origin=Origin("a.yaml", line, 3))
