"""Jumps inside the deck: `#id` of a topic becomes the key of the slide that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from ...model.deck import Item, Slide
from ...model.outline import Chart, Code, Exhibit, Picture, Quote, Table
from ...model.richtext import Paragraph, RichText, Run


def resolve_links(slides: tuple[Slide, ...], shown: Mapping[str, str]) -> tuple[Slide, ...]:
    """Return the slides with `#id` in runs turned into `#key`, and in items into targets.

    A link to a topic that the deck does not show is taken off; its words stay.
    """
    return tuple(_in_slide(slide, shown) for slide in slides)


def _in_slide(slide: Slide, shown: Mapping[str, str]) -> Slide:
    return replace(
        slide,
        title=_in_text(slide.title, shown),
        lead=_in_text(slide.lead, shown),
        items=tuple(_in_item(item, shown) for item in slide.items),
        exhibits=tuple(_in_exhibit(exhibit, shown) for exhibit in slide.exhibits),
        notes=tuple(_in_paragraph(paragraph, shown) for paragraph in slide.notes),
    )


def _in_exhibit(exhibit: Exhibit, shown: Mapping[str, str]) -> Exhibit:
    match exhibit:
        case Quote():
            return replace(exhibit, text=_in_text(exhibit.text, shown))
        case Table():
            rows = tuple(tuple(_in_text(cell, shown) for cell in row) for row in exhibit.rows)
            return replace(exhibit, rows=rows)
        case Picture():
            return replace(exhibit, caption=_in_text(exhibit.caption, shown))
        case Chart() | Code():
            return exhibit
        case _:
            assert_never(exhibit)


def _in_item(item: Item, shown: Mapping[str, str]) -> Item:
    target = item.target
    link = item.link
    if link.startswith("#"):
        target, link = target or shown.get(link[1:], ""), ""
    title, gist = _in_text(item.title, shown), _in_text(item.gist, shown)
    items = tuple([_in_item(sub, shown) for sub in item.items])
    if title is item.title and gist is item.gist and items == item.items and link is item.link:
        return item  # most have no link, and a copy of each costs more than looking
    return replace(item, title=title, gist=gist, items=items, target=target, link=link)


def _in_paragraph(paragraph: Paragraph, shown: Mapping[str, str]) -> Paragraph:
    runs = _in_text(paragraph.runs, shown)
    return paragraph if runs is paragraph.runs else replace(paragraph, runs=runs)


def _in_text(text: RichText, shown: Mapping[str, str]) -> RichText:
    if not any(run.link.startswith("#") for run in text):
        return text
    return tuple(_in_run(run, shown) for run in text)


def _in_run(run: Run, shown: Mapping[str, str]) -> Run:
    if not run.link.startswith("#"):
        return run
    key = shown.get(run.link[1:], "")
    return replace(run, link=f"#{key}" if key else "")
