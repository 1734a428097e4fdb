"""What each slide will say: meaning, and never inches, colours' values or fonts."""

from __future__ import annotations

from dataclasses import field

from .color import ColorRole
from .origin import NOWHERE, Origin
from .outline import Exhibit
from .record import record
from .richtext import Paragraph, RichText


@record(eq=False)
class Item:
    """One thing a slide shows: a line, a card, a step, a panel, an entry of the agenda.

    `label` is a short mark beside it (a number, a time); `target` is the key of the slide
    that it jumps to, or empty; `link` a URL.
    """

    title: RichText
    gist: RichText = ()
    items: tuple[Item, ...] = ()
    label: str = ""
    target: str = ""
    link: str = ""
    icon: str = ""
    origin: Origin = NOWHERE


@record
class Part:
    """Which of how many slides a split slide is, from 1; `of` is known in finishing only."""

    number: int = 1
    of: int = 1


@record(eq=False)
class Slide:
    """One slide as the planner means it.

    `key` is unique in the deck and stable from build to build; jumps name it.
    """

    key: str
    layout: str
    title: RichText
    lead: RichText = ()
    items: tuple[Item, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    label: str = ""
    marks: tuple[RichText, ...] = ()  # a hub's centre, the axes of a matrix (upwards, rightwards)
    notes: tuple[Paragraph, ...] = ()
    reason: str = ""
    minutes: float = 0
    section: int = -1  # index in Deck.sections, -1 before the first of the outline's own
    accent: ColorRole = ColorRole.ACCENT1
    footer: str = ""
    numbered: bool = False  # shows its number, even without a footer
    part: Part = Part()
    form: tuple[str, ...] = ()  # the form of its layout that the slide before it chose
    build: bool = False
    transition: str = ""  # fade, push, rise, or empty for none
    hidden: bool = False  # of the appendix: reached by links only
    origin: Origin = NOWHERE


@record
class Section:
    """A named stretch of slides, as PowerPoint's slide sorter shows it."""

    title: str
    key: str
    first: int  # index of its first slide


@record
class Properties:
    """What the file says of itself."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    lang: str = "zh-CN"
    date: str = ""


@record(eq=False)
class Deck:
    """The slides in the order of telling."""

    slides: tuple[Slide, ...]
    sections: tuple[Section, ...] = ()
    properties: Properties = field(default_factory=Properties)
    aspect: str = "16:9"
