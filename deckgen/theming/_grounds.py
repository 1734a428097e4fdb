"""What pages stand on: a fill, a gradient, or a picture, by the kind of layout.

"page" is for all kinds that have none of their own. A motif that is drawn is no ground but decor.
"""

from __future__ import annotations

from collections.abc import Collection

from ..model.color import Color, ColorRole, Tone, contrast
from ..model.style import Fill
from ..model.theme import Ground, Palette
from ..model.units import Size
from ._decor import kinds_in, read_fill
from ._fields import Fields, Path
from ._schema import GROUND, PAGE

WORDS = (ColorRole.TEXT, ColorRole.MUTED)
LEAST = 4.5  # WCAG 2.2, 1.4.3


def read_grounds(
    fields: Fields, page: Size, palette: Palette, kinds: Collection[str] = ()
) -> dict[str, Ground]:
    """Return what pages stand on by the layout kind; "page" is for all the others."""
    grounds: dict[str, Ground] = {}
    for kind in kinds_in(fields, "background", (PAGE,), kinds):
        path: Path = ("background", kind)
        given = fields.mapping(path, tuple(one.name for one in GROUND))
        if {"fill", "gradient"} & set(given):
            grounds[kind] = Ground(read_fill(fields, path))
        elif "picture" in given:
            from ._pictures import over_all  # Pillow takes 40 ms, and few themes have pictures

            picture = over_all(fields, path, page, palette)
            grounds[kind] = Ground(Fill(Color(ColorRole.BACKGROUND)), picture)
        elif given:
            hint = "such as {gradient: [background, surface]}"
            fields.complain(
                path, "a ground needs 'fill', 'gradient' or 'picture'", hint, code="missing-field"
            )
    return grounds


def page_colors(fields: Fields) -> tuple[Color, ...]:
    """Return the colours that most pages stand on, besides the background: words are on them."""
    path = ("background", PAGE)
    if fields.at((*path, "gradient")) is not None:
        return fields.colors((*path, "gradient"))
    return () if fields.at((*path, "fill")) is None else (fields.color((*path, "fill"), "text"),)


def check_grounds(fields: Fields, colors: Collection[Color], palette: Palette) -> None:
    """Report the first colour of most pages' ground on which words cannot be read."""
    for color in colors:
        for role in WORDS:
            ratio = contrast(palette.rgb(Color(role)), palette.rgb(color))
            if ratio < LEAST:
                ground = color.role if color.tone is Tone.PLAIN else f"{color.role} {color.tone}"
                message = f"'{role}' cannot be read on '{ground}': {ratio:.1f}:1, not 4.5:1"
                hint = "take background, surface, or a paler tone"
                fields.complain(("background", PAGE), message, hint, code="bad-ground")
                return
