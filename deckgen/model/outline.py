"""What the author said: an outline, and its tree of topics.

Nothing here knows of slides or maps. A tree may be thousands of levels deep, so walk it with
`walk`, never by recursion; equality and hashing of topics are by identity for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from .origin import NOWHERE, Origin
from .record import record
from .richtext import Paragraph, RichText
from .style import Align
from .units import Emu


@record
class Quote:
    """Somebody's words, who said them, and where they stand."""

    text: RichText
    by: str = ""
    source: str = ""
    page: str = ""
    origin: Origin = NOWHERE


@record
class Picture:
    """A picture's bytes (PNG or JPEG), what it shows, and how it fills its frame."""

    src: str
    blob: bytes = b""
    alt: str = ""
    caption: RichText = ()
    fit: str = "contain"
    origin: Origin = NOWHERE


@record
class Columns:
    """How columns are set: their widths (EMU) and alignments, and the step of the cells' size."""

    widths: tuple[Emu, ...] = ()
    aligns: tuple[Align, ...] = ()
    step: int = 0


@record
class Table:
    """Rows of cells; the first row is the head.

    `columns` has widths where the table goes on from the slide before: it is set as there.
    """

    rows: tuple[tuple[RichText, ...], ...]
    origin: Origin = NOWHERE
    columns: Columns = Columns()


@record
class Chart:
    """Numbers to be drawn: `series` pairs a name with a value (or nan) a category."""

    kind: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    origin: Origin = NOWHERE

    @property
    def is_thin(self) -> bool:
        """Tell whether its series are strokes and dots, not grounds."""
        return self.kind in ("line", "scatter")


@record
class Code:
    """A listing; `lang` names its language, or is empty."""

    text: str
    lang: str = ""
    origin: Origin = NOWHERE


Exhibit: TypeAlias = Quote | Picture | Table | Chart | Code


@record
class Relation:
    """A cross-link on the map: to the topic with that id."""

    to: str
    label: str = ""
    origin: Origin = NOWHERE


@record(eq=False)
class Topic:
    """One thing said, and what follows from it."""

    title: RichText
    gist: RichText = ()
    points: tuple[Topic, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    layout: str = "auto"
    layout_origin: Origin = NOWHERE
    icon: str = ""
    link: str = ""
    relates: tuple[Relation, ...] = ()
    boundary: str = ""
    summary: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()
    minutes: float = 0
    page: str = ""
    only: str = ""  # "deck", "map", or empty for both
    map_layout: str = ""  # the structure of this branch on the map, where it has its own
    appendix: bool = False
    build: bool | None = None  # None: as the topic above it, or the deck, has it
    origin: Origin = NOWHERE


@record
class Book:
    """The book that the notes are about."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    pages: str = ""
    origin: Origin = NOWHERE


@record
class Reading:
    """How it was read."""

    date: str = ""
    time: str = ""
    minutes: float = 0
    method: str = ""
    goal: str = ""
    origin: Origin = NOWHERE


@record
class Talk:
    """The talk that is to be given; 0 minutes means that no time was set."""

    minutes: float = 0
    audience: str = ""


@record
class DeckOptions:
    """How the deck is to be made; `footer` may hold {title}, {book}, {author}, {section}.

    `dividers` is what stands between sections: a "list" of them or a "map"; empty for the map
    where the deck has one.
    """

    aspect: str = "16:9"
    agenda: bool = True
    footer: str = "{book} · {section}"
    build: bool = False
    transition: str = "fade"
    map: bool = False
    dividers: str = ""


@record
class MapView:
    """What of the map is to be seen: one branch (title or id), what has a tag, unfolded levels."""

    branch: str = ""
    tag: str = ""
    fold_below: int = 0  # 0 folds nothing


@record
class MapOptions:
    """How the map is to be drawn; depth 0 shows every level.

    `edge` is how branches are drawn, empty as the theme has it.
    """

    layout: str = "balanced"
    depth: int = 0
    layout_origin: Origin = NOWHERE
    view: MapView = MapView()
    edge: str = ""
    legend: bool = True


@record(eq=False)
class Outline:
    """One source: the head matter and the top topics."""

    title: RichText
    subtitle: RichText = ()
    author: str = ""
    date: str = ""
    theme: str = ""
    theme_origin: Origin = NOWHERE
    variant: str = ""  # of the theme: light, dark, or one of its own
    variant_origin: Origin = NOWHERE
    template: str = ""  # a path: a .pptx or .potx, or a mapping of its layouts
    template_origin: Origin = NOWHERE
    lang: str = "zh-CN"
    has_lang: bool = False  # it says its language itself
    book: Book = Book()
    reading: Reading = Reading()
    talk: Talk = Talk()
    deck: DeckOptions = DeckOptions()
    map: MapOptions = MapOptions()
    contact: str = ""
    link: str = ""
    notes: tuple[Paragraph, ...] = ()
    topics: tuple[Topic, ...] = ()
    origin: Origin = NOWHERE


def walk(topics: tuple[Topic, ...]) -> Iterator[tuple[Topic, int]]:
    """Yield every topic with its depth (0 for `topics` themselves), in reading order."""
    stack: list[tuple[Topic, int]] = [(topic, 0) for topic in reversed(topics)]
    while stack:
        topic, depth = stack.pop()
        yield topic, depth
        stack.extend((point, depth + 1) for point in reversed(topic.points))
