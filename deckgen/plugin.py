"""The sockets: what a file must export to be a reader, rule, layout or writer.

A plug-in file holds one frozen record and the function behind it; `registry.py` finds built-ins
by listing their folder and strangers by entry point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model.record import record

if TYPE_CHECKING:  # the sockets name the nouns but never make one: a start is 30 ms shorter
    from collections.abc import Callable, Mapping

    from .model.deck import Deck, Slide
    from .model.mindmap import MindMap
    from .model.outline import Outline
    from .model.scene import Page, Scene
    from .model.theme import LayoutSpec, Theme
    from .problems import Report


@record
class Source:
    """What a reader is handed: the file's bytes, its name for messages, and a door to others.

    `load(path)` returns the bytes of a file that the source names (a picture, a CSV), with
    `path` relative to the source; it raises `DeckgenError` when that file is missing, outside the
    source's folder, or too large.
    """

    name: str
    blob: bytes
    load: Callable[[str], bytes]


@record
class Reader:
    """Bytes of one format to an outline; problems go to the report.

    Where others use the ending too, `other_kind` says of a file's bytes what they plainly are
    instead ("a theme"), or nothing.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source, Report], Outline]
    other_kind: Callable[[bytes], str] | None = None


@record
class DeckRule:
    """A change to the planned deck; `before` names the rule it must precede, if any."""

    name: str
    apply: Callable[[Deck, Outline, Report], Deck]
    before: str = ""


@record
class MapRule:
    """A change to the planned map; `before` names the rule it must precede, if any."""

    name: str
    apply: Callable[[MindMap, Outline, Report], MindMap]
    before: str = ""


@record
class Placed:
    """A page, and what did not fit on it: zero or one smaller slide."""

    page: Page
    rest: tuple[Slide, ...] = ()


@record
class SlideLayout:
    """Slides of one kind: `specs` gives its layouts in the theme, `place` fills one of them."""

    name: str
    specs: Callable[[Theme], tuple[LayoutSpec, ...]]
    place: Callable[[Slide, Theme, Report], Placed]


@record
class MapLayout:
    """Maps of one structure."""

    name: str
    place: Callable[[MindMap, Theme, Report], Page]


@record
class FinishRule:
    """A pass over the finished scene."""

    name: str
    apply: Callable[[Scene, Theme, Report], Scene]
    before: str = ""


@record
class Writer:
    """A scene to the bytes of one format.

    A format that holds one page in a file may have `write_all`, which returns a file for every
    page, and what else belongs to them, by their names. Where `is_divided` says that a scene is too
    large for one file, `write_all` divides it.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Scene, Theme, Report], bytes]
    write_all: Callable[[Scene, Theme, Report], Mapping[str, bytes]] | None = None
    is_divided: Callable[[Scene], bool] | None = None
