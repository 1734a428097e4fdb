"""Boxes of a page, and which of them stand on each other."""

from __future__ import annotations

from deckgen.model.scene import Box, Group, Page, Shape


def boxes_of(page: Page) -> list[Box]:
    boxes: list[Box] = []
    stack: list[Shape] = list(page.shapes)
    while stack:
        shape = stack.pop()
        if isinstance(shape, Group):
            stack.extend(shape.shapes)
        elif isinstance(shape, Box):
            boxes.append(shape)
    return boxes


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Pairs of boxes whose words may stand on each other; chevrons may reach into each other."""
    boxes = (box for box in boxes_of(page) if box.text.paragraphs)
    told = [(box.frame.inset(box.text.insets), box.name) for box in boxes]
    told.sort(key=lambda pair: pair[0].x)
    found: list[tuple[str, str]] = []
    for place, (one, name) in enumerate(told):
        for other, its_name in told[place + 1 :]:
            if other.x >= one.right:
                break
            if other.y < one.bottom and one.y < other.bottom:
                found.append((name, its_name))
    return found
