"""Footers: the outline's pattern filled in, without marks that join nothing, and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...model.deck import Deck
from ...model.outline import Outline
from ...model.regex import regex
from ...model.richtext import plain
from ...plugin import DeckRule
from ...problems import Report
from ._sections import ENDING, FRONT, TITLED_BY_ITSELF, with_slides

_FIELD = regex(r"\{(title|book|author|section)\}")
_MARK = regex(r"((?:(?<!\s)\s++)?[·|｜•/—–]+\s*|(?<!\s)\s++-\s+)")


def apply(deck: Deck, outline: Outline, _report: Report) -> Deck:
    """Return the deck with footers and numbers; cover, dividers and closing have none."""
    known = {
        "title": plain(outline.title),
        "book": outline.book.title,
        "author": outline.author,
        "section": "",
    }
    texts = [
        fill(outline.deck.footer, known | {"section": _told(section.key, section.title)})
        for section in deck.sections
    ]
    return with_slides(
        deck,
        (
            slide
            if slide.layout in TITLED_BY_ITSELF
            else replace(slide, footer=texts[max(slide.section, 0)], numbered=True)
            for slide in deck.slides
        ),
    )


def fill(pattern: str, known: Mapping[str, str]) -> str:
    """Fill in a footer's pattern; a part whose fields are all empty goes with its mark.

    >>> fill("{book} · {section}", {"book": "参与感", "section": ""})
    '参与感'
    """
    pieces = _MARK.split(pattern)
    text = ""
    for place in range(0, len(pieces), 2):
        fields = _FIELD.findall(pieces[place])
        part = _FIELD.sub(lambda found: known[found[1]], pieces[place]).strip()
        if not part or (fields and not any(known[field] for field in fields)):
            continue
        text += (pieces[place - 1] if text else "") + part
    return text


def _told(key: str, title: str) -> str:
    """The names of the first and last section are the planner's, not the author's."""
    return "" if key in (FRONT, ENDING) else title


RULE = DeckRule("footer", apply)
