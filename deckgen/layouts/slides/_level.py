"""Set the words of cards at one height, so that the fullest has as much air below as above.

Cards of a row have their headings on one line, so each takes the same inset more at its top.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.scene import Box, Page
from ...model.units import Emu


def levelled(page: Page, indices: range) -> tuple[Page, Emu]:
    """Return the page with the words of these placeholders lower, and by how much they are."""
    boxes = [box for box in page.shapes if isinstance(box, Box) and box.placeholder in indices]
    lower = max(0, min(map(_spare, boxes), default=0) // 2)
    shapes = tuple(
        _lowered(one, lower) if isinstance(one, Box) and one.placeholder in indices else one
        for one in page.shapes
    )
    return replace(page, shapes=shapes), lower


def _spare(box: Box) -> Emu:
    """Return the height that a box's words leave free."""
    return box.frame.inset(box.text.insets).height - box.text.height


def _lowered(box: Box, by: Emu) -> Box:
    insets = box.text.insets
    return replace(box, text=replace(box.text, insets=replace(insets, top=insets.top + by)))
