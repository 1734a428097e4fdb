"""Pages settled on a template's layouts: texts joined, accents one, what has no place left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..model.color import ColorRole
from ..model.deck import Deck
from ..model.scene import Box, Page, Scene, Shape
from ..model.theme import LayoutSpec, Placeholder, Theme
from ..model.units import around


def in_one_accent(deck: Deck) -> Deck:
    """Return the deck in the template's first accent: its colours tell whose it is, not where."""
    slides = (replace(slide, accent=ColorRole.ACCENT1) for slide in deck.slides)
    return replace(deck, slides=tuple(slides))


def seated(scene: Scene, theme: Theme) -> Scene:
    """Return the scene with every page settled on its layout."""
    pages = (_seated(page, theme.layouts[page.layout]) for page in scene.pages)
    return replace(scene, pages=tuple(pages))


def _seated(page: Page, spec: LayoutSpec) -> Page:
    """Return the page as it stands on its layout: texts joined that share a placeholder there.

    What the layout has no place for (a kind of nothing) is not drawn: no author said it.
    """
    holders = {holder.idx: holder for holder in spec.placeholders}
    shapes: list[Shape] = []
    for shape in page.shapes:
        holder = holders.get(shape.placeholder) if isinstance(shape, Box) else None
        if holder is None or not isinstance(shape, Box):
            shapes.append(shape)
        elif holder.native and holder.native.is_joined:
            _join(shapes, shape, holder, holders)
        elif holder.kind:
            shapes.append(shape)
    return replace(page, shapes=tuple(shapes))


def _join(
    shapes: list[Shape], box: Box, holder: Placeholder, holders: Mapping[int, Placeholder]
) -> None:
    """Add a box's text to the box of the placeholder that both share, or put it there."""
    shared = replace(holder.native, is_joined=False) if holder.native else None
    host = next(one for one in holders.values() if one.native == shared)
    for place, shape in enumerate(shapes):
        if isinstance(shape, Box) and shape.placeholder == host.idx:
            text = shape.text
            paragraphs = (*text.paragraphs, *box.text.paragraphs)
            height = text.height + box.text.height
            joined = replace(text, paragraphs=paragraphs, height=height)
            frame = around((shape.frame, box.frame))
            shapes[place] = replace(shape, text=joined, frame=frame)
            return
    frame = around((host.frame, holder.frame))
    shapes.append(replace(box, placeholder=host.idx, name=host.name, frame=frame))
