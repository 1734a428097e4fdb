"""Maps for the tests of this folder: from YAML text to a scene, and to bytes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from deckgen.files import find_theme, theme_folders
from deckgen.layouts.maps import logic
from deckgen.model.deck import Properties
from deckgen.model.richtext import plain
from deckgen.model.scene import Page, Scene, Shape
from deckgen.model.theme import Theme
from deckgen.model.units import Size, inches
from deckgen.planning.mindmap.build import plan_map
from deckgen.plugin import Source, Writer
from deckgen.problems import Report
from deckgen.readers.yaml import READER
from deckgen.theming.load import load_theme


@cache
def theme() -> Theme:
    """The default theme, without the slides' layouts."""
    page = Size(inches(40 / 3), inches(7.5))
    return load_theme("ink", lambda wanted: find_theme(wanted, theme_folders("")), page, Report())


def scene_of(text: str) -> Scene:
    """The outline's map, laid out to the right."""
    report = Report()
    outline = READER.read(Source("test.yaml", text.encode(), lambda _path: b""), report)
    report.raise_errors()
    mindmap = plan_map(outline, (), report)
    page = logic.LAYOUT.place(mindmap, theme(), report)
    return Scene((page,), properties=Properties(title=plain(outline.title), author="读书会"))


def drawn(writer: Writer, text: str, report: Report | None = None) -> bytes:
    return writer.write(scene_of(text), theme(), report or Report())


def scene_with(shapes: Sequence[Shape], size: Size) -> Scene:
    return Scene((Page("p", "页", size, tuple(shapes)),))
