"""Pages that build up: what each click brings in, in the order of telling.

A page that is to build up is given its steps: the boxes of one item together, with the shapes
drawn for it; on a list each point with its sub-points; on a map each branch with its leaves. The
one thing to know: PowerPoint cannot bring in a part of a group, so a group whose shapes belong to
several steps is divided by them. Nor a row of a table: tables, charts and pictures do not build up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..model.richtext import plain
from ..model.scene import Box, Connector, Group, Page, Scene, Shape, Target
from ..model.style import Face
from ..model.theme import Theme
from ..model.units import around
from ..model.words import Words, words_of
from ..plugin import FinishRule
from ..problems import Report
from ._nearness import STATIC, Placed, step_by_place

TITLE, LEAD = 0, 14
HEAD = "尖"  # an arrow's head is named after its line


def apply(scene: Scene, theme: Theme, report: Report) -> Scene:
    """Give every page that is to build up its steps; one with a single thing to show has none."""
    del report
    words = words_of(theme.lang)
    pages = tuple(_built(page, words) if page.build else page for page in scene.pages)
    return replace(scene, pages=pages)


def _built(page: Page, words: Words) -> Page:
    told = [box for box in _boxes(page.shapes) if _is_told(box)]
    steps = _steps_of(told)
    if max(steps, default=STATIC) < 1:
        return replace(page, steps=_list_steps(page.shapes))
    step_of = _stepper(told, steps)
    shapes: list[Shape] = []
    clicks: list[list[Target]] = [[] for _ in range(max(steps) + 1)]
    for shape in page.shapes:
        for part, step in _parts(shape, step_of, words):
            if step != STATIC:
                clicks[step].append(Target(len(shapes)))
            shapes.append(part)
    return replace(page, shapes=tuple(shapes), steps=tuple(map(tuple, clicks)))


def _boxes(shapes: Sequence[Shape]) -> Iterator[Box]:
    """Yield the boxes of a page, and those in its groups that tell items."""
    for shape in shapes:
        if isinstance(shape, Box):
            yield shape
        elif isinstance(shape, Group):
            yield from (leaf for leaf in _leaves(shape) if isinstance(leaf, Box) and leaf.item >= 0)


def _is_told(box: Box) -> bool:
    return bool(box.text.paragraphs or box.item >= 0) and box.placeholder not in (TITLE, LEAD)


def _steps_of(boxes: Sequence[Box]) -> list[int]:
    """Return the step of each box: that of the item it tells, STATIC when it tells none."""
    items = sorted({box.item for box in boxes if box.item >= 0})
    return [items.index(box.item) if box.item >= 0 else STATIC for box in boxes]


def _stepper(told: Sequence[Box], steps: Sequence[int]) -> Callable[[Shape], int]:
    """Return what tells the step of any shape of the page."""
    by_box = {id(box): step for box, step in zip(told, steps, strict=True)}
    by_key = {box.key: step for box, step in zip(told, steps, strict=True) if box.key}
    placed: list[Placed] = [
        (box.frame, step) for box, step in zip(told, steps, strict=True) if step != STATIC
    ]

    def step_of(shape: Shape) -> int:
        if isinstance(shape, Box) and (
            shape.placeholder >= 0 or shape.text.paragraphs or shape.link
        ):
            return by_box.get(id(shape), STATIC)
        if isinstance(shape, Connector):
            return max(by_key.get(shape.start, STATIC), by_key.get(shape.end, STATIC))
        return step_by_place(shape, placed)

    return step_of


def _parts(
    shape: Shape, step_of: Callable[[Shape], int], words: Words
) -> Iterator[tuple[Shape, int]]:
    """Yield a shape with its step, a group divided by the steps of what is in it.

    What is there from the start comes first; the first part keeps the alt text of the whole, and
    the others say the words that are in them.
    """
    if not isinstance(shape, Group):
        yield shape, step_of(shape)
        return
    leaves = tuple(_leaves(shape))
    named = {leaf.name: leaf for leaf in leaves}
    by_step: dict[int, list[Shape]] = {}
    for leaf in leaves:
        owner = named.get(leaf.name.removesuffix(HEAD), leaf)
        by_step.setdefault(step_of(owner), []).append(leaf)
    if len(by_step) == 1:
        yield shape, next(iter(by_step))
        return
    alt = shape.alt
    for step in sorted(by_step):
        part = tuple(by_step[step])
        frame = around([leaf.frame for leaf in part])
        name = f"{shape.name} {step + 1}" if step != STATIC else shape.name
        yield Group(part, frame, name, alt or _words(part, words), shape.origin), step
        alt = ""


def _words(shapes: Sequence[Shape], words: Words) -> str:
    """Say what the boxes of a part of a group say: the first, and what belongs to it."""
    said = [
        "".join(plain(line.runs) for line in shape.text.paragraphs)
        for shape in shapes
        if isinstance(shape, Box) and shape.text.paragraphs
    ]
    return words.colon.join(filter(None, (*said[:1], words.comma.join(said[1:]))))


def _leaves(group: Group) -> Iterator[Shape]:
    for shape in group.shapes:
        if isinstance(shape, Group):
            yield from _leaves(shape)
        else:
            yield shape


def _list_steps(shapes: Sequence[Shape]) -> tuple[tuple[Target, ...], ...]:
    """Return the steps of the page's list: each top-level paragraph with those below it.

    A list in two columns is two boxes in one style.
    """
    steps: list[tuple[Target, ...]] = []
    style = ""
    for place, shape in enumerate(shapes):
        if not isinstance(shape, Box) or not _is_told(shape):
            continue
        paragraphs = shape.text.paragraphs
        if any(line.style.face is Face.MONO for line in paragraphs):
            continue  # a listing is no list
        levels = [paragraph.level for paragraph in paragraphs]
        starts = [at for at, level in enumerate(levels) if level == 0 or at == 0]
        if len(starts) > 1 and style in ("", paragraphs[0].style.name):
            style = paragraphs[0].style.name
            ends = (*starts[1:], len(levels))
            steps += [
                (Target(place, start, end - 1),) for start, end in zip(starts, ends, strict=True)
            ]
    return tuple(steps)


RULE = FinishRule("build", apply)
