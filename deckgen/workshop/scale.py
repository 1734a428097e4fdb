"""A theme's sizes of type and its faces: on one scale, read from the back row, and measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.style import Face, TextStyle
from ..model.theme import Theme
from ..text._faces import is_known
from ..theming.load import SCALE
from .places import Places
from .verdict import Check

READ_PT = 16  # from the back row
SMALL = ("footer", "number", "notes", "caption", "cell_small")  # read up close, if at all
SMALL_PT = 12
MAP_PT = 12  # a map is zoomed into


def check_scale(theme: Theme, places: Places) -> Check:
    """Report sizes that are off the scale or too small, and titles no larger than the text."""
    report = places.report()
    for style, path in _styles(theme):
        is_map, least = path[0] == "map", READ_PT
        if is_map or style.name in SMALL:
            least = MAP_PT if is_map else SMALL_PT
        origin = places.of((*path, "sizes"), path)
        if min(style.sizes) < least:
            message = f"the style '{style.name}' goes down to {min(style.sizes):g} pt"
            report.error(
                origin,
                message,
                f"{least} is the least that the back row can read",
                code="text-too-small",
            )
        off = [size for size in style.sizes if size not in SCALE]
        if off and not is_map:
            message = f"the style '{style.name}' has sizes off the scale: {_list(off)}"
            report.warn(origin, message, f"the scale is {_list(SCALE)}", code="bad-scale")
    title, body = theme.style("title"), theme.style("body1")
    if max(title.sizes) <= max(body.sizes) and not title.bold:
        message = f"titles ({max(title.sizes):g} pt) are no larger than the text below them"
        origin = places.of(("styles", "title", "sizes"), ("styles", "body1", "sizes"))
        report.warn(
            origin, message, "let 'title' begin a step or two above 'body1'", code="bad-scale"
        )
    sizes = sorted({size for style in theme.styles.values() for size in style.sizes})
    smallest = min(size for size in sizes if size >= READ_PT)
    words = f"{_list(sizes)}; text from {smallest:g} pt"
    return Check.of("scale", f"{len(theme.styles)} styles", words, report)


def check_faces(theme: Theme, places: Places) -> Check:
    """Report faces whose widths deckgen does not know, and fonts with nothing to fall back on."""
    report = places.report()
    names: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for face in Face:
        pair, path = theme.fonts.pair(face), ("fonts", str(face))
        names.update(dict.fromkeys(pair.families))
        for name in pair.families:
            if not is_known(name) and name not in unknown:
                unknown[name] = None
                message = f"deckgen has no measures for the face '{name}'"
                hint = "its text is given the room of the widest face known: look at a slide of it"
                report.warn(
                    places.of((*path, "latin"), path, ("fonts",)), message, hint, code="font-alone"
                )
        if not pair.fallbacks:
            hint = "name faces that Macs and Linux have, such as PingFang SC and Noto Sans CJK SC"
            origin = places.of((*path, "fallbacks"), path, ("fonts",))
            report.warn(origin, f"the font '{face}' has no fall-backs", hint, code="font-alone")
    worst = f"unknown: {', '.join(unknown)}" if unknown else "all known"
    return Check.of("faces", f"{len(names)} faces", worst, report)


def _styles(theme: Theme) -> Iterator[tuple[TextStyle, tuple[str | int, ...]]]:
    """Yield every style with its place in a theme file."""
    for name, style in theme.styles.items():
        yield style, ("styles", name)
    for index, style in enumerate(theme.map.styles):
        yield style, ("map", "styles", index)
    yield theme.map.gist, ("map", "gist")


def _list(sizes: Iterable[float]) -> str:
    return " ".join(f"{size:g}" for size in sizes)
