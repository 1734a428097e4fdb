"""What a map can stand on besides one page of its own size: slides, paper, a telephone's screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ...model.deck import Section
from ...model.mindmap import MapForm, MindMap
from ...model.scene import Page
from ...model.theme import Theme
from ...plugin import MapLayout
from ...problems import Report, did_you_mean, fail
from ._paper import PAPERS, slides_of

Find: TypeAlias = Callable[[str], MapLayout]

SLIDES, PHONE = "slides", "phone"
WORDS = (*PAPERS, PHONE)  # that may be asked for
_PICTURES = ("svg", "png", "pdf")


def sheets_for(format: str, page: str) -> str:
    """Return what a map in that format stands on; nothing is one page as large as the map.

    DeckgenError when the format has no such pages.
    """
    if format == "pptx":
        if page:
            raise fail(
                "a pptx has slides",
                "leave out --page; the outline's deck has the aspect",
                code="wrong-options",
            )
        return SLIDES
    if page and page not in WORDS:
        raise fail(f"unknown page '{page}'", did_you_mean(page, WORDS), code="unknown-page")
    if page in PAPERS and format != "pdf":
        raise fail(
            f"a file of the format '{format}' holds one page",
            "write a pdf or a pptx",
            code="not-one-file",
        )
    if page == PHONE and format not in _PICTURES:
        raise fail(
            f"no '{format}' is made for a phone",
            f"write one of {', '.join(_PICTURES)}",
            code="wrong-format",
        )
    return page


def place_map(
    mindmap: MindMap, form: MapForm, find: Find, theme: Theme, report: Report
) -> tuple[tuple[Page, ...], tuple[Section, ...]]:
    """Place a map in the form that is wanted; `find` returns a map layout by its name."""
    stand = sheets_for(form.format, form.page)
    if mindmap.edge:
        theme = replace(theme, map=replace(theme.map, edge=mindmap.edge))
    if stand and form.engine:
        raise fail(
            "Graphviz lays a map out on one page",
            "leave out --engine, or --page",
            code="wrong-options",
        )
    if not stand:
        page = _whole(mindmap, form.engine, find, theme, report)
        return (_in_form(page, form),), ()
    if stand == PHONE:
        from ._phone import place_for_phone

        return (_in_form(place_for_phone(mindmap, theme), form),), ()
    from ._atlas import place_on_pages

    paper = slides_of(theme) if stand == SLIDES else PAPERS[stand]
    atlas = place_on_pages(mindmap, find, paper, theme, report)
    return atlas.pages, atlas.sections


def _in_form(page: Page, form: MapForm) -> Page:
    return replace(page, zoom=form.scale or page.zoom, embeds_fonts=form.embeds_fonts)


def _whole(mindmap: MindMap, engine: str, find: Find, theme: Theme, report: Report) -> Page:
    if not engine:
        return find(mindmap.layout).place(mindmap, theme, report)
    from ._graphviz import place_with_engine

    return place_with_engine(mindmap, engine, theme, report)
