"""A deck and a map that know each other: from each node to the slide that tells it, and back.

Both are planned from one outline, so what they share is the topic, told by where it was written.
What comes in is a scene and the address of the other's file; what leaves is the scene with
addresses in it, for the writers of pages (see `Box.twin` and `Page.twin`).
"""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from .model.deck import Deck, Item
from .model.origin import Origin
from .model.outline import Outline
from .model.scene import Box, Page, Scene
from .problems import Report

# Slides that name what others tell
_LISTS = frozenset(("title", "agenda", "map", "takeaways", "closing", "reading", "section"))


def address_of(file: str, seen_from: str) -> str:
    """Return a file's address for a link in another one."""
    try:
        path = os.path.relpath(file, Path(seen_from).parent)
    except ValueError:  # on another drive
        return Path(file).resolve().as_uri()
    return quote(Path(path).as_posix())


def linked(scene: Scene, outline: Outline, address: str, is_deck: bool) -> Scene:
    """Return a deck's scene that knows its map's file, or a map's that knows its deck's."""
    return (with_nodes if is_deck else with_slides)(scene, outline, address)


def with_slides(mindmap: Scene, outline: Outline, address: str) -> Scene:
    """Return a map's scene in which every node knows the slide that tells it.

    A topic without a slide is told by that of the topic above it.
    """
    from .pipeline import plan

    slides = _slides_by_origin(plan(outline, report=Report()))
    found: dict[str, str] = {}  # keys of slides by keys of boxes

    def told(box: Box) -> Box:
        if not box.key:
            return box
        key = slides.get(box.origin) or found.get(box.parent, "")
        if not key:
            return box
        found[box.key] = key
        return replace(box, twin=f"{address}#/{quote(key)}")

    def page(one: Page) -> Page:
        shapes = tuple(told(shape) if isinstance(shape, Box) else shape for shape in one.shapes)
        return replace(one, shapes=shapes)

    return replace(mindmap, pages=tuple(page(one) for one in mindmap.pages))


def _slides_by_origin(deck: Deck) -> Mapping[Origin, str]:
    """Return the key of the slide that tells what was written at a place, the slide's own first."""
    slides: dict[Origin, str] = {}
    for slide in deck.slides:
        if slide.origin.line:
            slides.setdefault(slide.origin, slide.key)
    for slide in deck.slides:
        if slide.layout not in _LISTS:
            for item in _items(slide.items):
                if item.origin.line:
                    slides.setdefault(item.origin, slide.key)
    return slides


def _items(items: tuple[Item, ...]) -> Iterator[Item]:
    stack = list(reversed(items))
    while stack:
        item = stack.pop()
        yield item
        stack.extend(reversed(item.items))


def with_nodes(deck: Scene, outline: Outline, address: str) -> Scene:
    """Return a deck's scene in which every page knows the node of its topic, or else the map."""
    from .planning.mindmap.build import plan_map

    nodes: dict[Origin, str] = {}
    for node in plan_map(outline, (), Report()).nodes:
        if node.origin.line:
            nodes.setdefault(node.origin, node.path)

    def page(one: Page) -> Page:
        key = nodes.get(one.origin, "")
        return replace(one, twin=f"{address}#{quote(key)}" if key else address)

    return replace(deck, pages=tuple(page(one) for one in deck.pages))
