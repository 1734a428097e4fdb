"""Everything that is to be drawn of a page, in order: for the writers that draw slides themselves.

A slide's page holds what the slide says; its layout adds the theme's decoration below, and footer
and number above. A map's page is whole as it is. The one thing to know: the section's accent is
in the palette (`look_of`), so that shapes go on to say accent 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model.richtext import rich
from ..model.scene import Box, Group, Image, Page, Scene, Shape, TableShape, TextBody
from ..model.theme import PLAIN_GROUND, LayoutSpec, Placeholder, Theme
from ..model.units import Rect
from ..problems import Report
from ..text.fit import Flow, height_of, set_flows

FOOTER, NUMBER = "ftr", "sldNum"


def whole_page(page: Page, theme: Theme) -> Page:
    """Return the page with all that is seen on it as shapes of its own, its steps moved along."""
    if not page.layout:
        return page
    spec = theme.layouts[page.layout]
    below = _decoration(spec, theme)
    steps = tuple(
        tuple(replace(target, shape=target.shape + len(below)) for target in step)
        for step in page.steps
    )
    return replace(page, shapes=(*below, *page.shapes, *_furniture(page, spec)), steps=steps)


def whole_pages(scene: Scene, theme: Theme) -> tuple[Page, ...]:
    """Return all pages so."""
    return tuple(whole_page(page, theme) for page in scene.pages)


def first_page(scene: Scene, format: str, theme: Theme, report: Report) -> Page:
    """Return the page to be drawn in a format that holds one, and report those left out."""
    if len(scene.pages) > 1:
        report.warn(
            scene.pages[0].origin,
            f"a file of the format '{format}' holds one page, {len(scene.pages) - 1} are left out",
            hint="write a pdf or a pptx",
            code="not-one-file",
        )
    return whole_page(scene.pages[0], theme)


def look_of(page: Page, theme: Theme) -> Theme:
    """Return the theme as this page shows it: its section's accent in the place of the first."""
    palette = theme.palette.swapped(page.accent)
    return theme if palette is theme.palette else replace(theme, palette=palette)


def steps_of(page: Page) -> dict[int, dict[int, int]]:
    """Return for each shape that comes with a click which click that is, counted from 1.

    The inner key is a paragraph of the shape's, or -1 for the whole shape.
    """
    steps: dict[int, dict[int, int]] = {}
    for number, targets in enumerate(page.steps, 1):
        for target in targets:
            mine = steps.setdefault(target.shape, {})
            for paragraph in range(target.first, target.last + 1):
                mine[paragraph] = number
    return steps


def _decoration(spec: LayoutSpec, theme: Theme) -> tuple[Shape, ...]:
    """Return what stands on master and layout: the theme's for all, for this kind, the layout's."""
    rule = theme.decor.get("rule", ()) if spec.has_rule else ()
    always, own = (theme.decor.get(kind, ()) for kind in ("page", spec.kind))
    logo = (theme.logo.image,) if theme.logo else ()
    return (*_ground(spec, theme), *always, *logo, *own, *rule, *spec.shapes)


def _ground(spec: LayoutSpec, theme: Theme) -> tuple[Shape, ...]:
    """Return what the page stands on, unless that is the background, which every writer draws."""
    ground = theme.ground(spec.kind)
    if ground == PLAIN_GROUND:
        return ()
    frame = Rect(0, 0, theme.grid.page.width, theme.grid.page.height)
    if ground.picture:
        return (Image(frame, ground.picture, "底", ""),)
    return (Box(frame, "底", fill=ground.fill),)


def _furniture(page: Page, spec: LayoutSpec) -> tuple[Shape, ...]:
    """Return footer and slide number, on the pages that have them."""
    words = {}
    if page.footer or page.numbered:
        words[NUMBER] = (str(page.number), page.home)
    if page.footer:
        words[FOOTER] = (page.footer, page.back)
    return tuple(
        _filled(holder, *words[holder.kind]) for holder in spec.placeholders if holder.kind in words
    )


def _filled(holder: Placeholder, words: str, link: str) -> Box:
    width = holder.frame.width - holder.insets.left - holder.insets.right
    lines = set_flows((Flow(rich(words), holder.styles[0]),), width, 0)
    text = TextBody(lines, holder.anchor, holder.insets, height_of(lines))
    return Box(holder.frame, holder.name, text, placeholder=holder.idx, link=link)


def targets_of(shapes: Sequence[Shape]) -> set[str]:
    """Return the keys that some link jumps to; only they need an id."""
    keys: set[str] = set()
    stack = list(shapes)
    while stack:
        shape = stack.pop()
        if isinstance(shape, Group):
            stack.extend(shape.shapes)
        elif isinstance(shape, TableShape):
            stack.extend(shape.drawn)
        elif isinstance(shape, Box):
            keys.add(shape.link.removeprefix("#"))
            for paragraph in shape.text.paragraphs:
                keys.update(run.link[1:] for run in paragraph.runs if run.link[:1] == "#")
    return keys - {""}
