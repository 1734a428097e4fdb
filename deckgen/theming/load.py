"""A theme's YAML file, and those it extends, to a Theme for one page size.

What comes in is a name and a way to find its bytes; what leaves has every role, style and token,
but no layouts yet: the pipeline asks the slide layouts for those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..model.color import ColorRole
from ..model.origin import Origin
from ..model.style import Align, Face, TextStyle
from ..model.theme import FontPair, FontScheme, Grid, MapTokens, ShapeTokens, Theme
from ..model.units import Emu, Insets, Rect, Size, inches, pt
from ..plugin import Source
from ..problems import Report, fail
from ._decor import read_decor
from ._fields import Fields, Path, read_fields
from ._palette import make_palette

FIELDS = (
    "extends", "title", "palette", "tones", "fonts", "grid", "tokens", "styles", "map", "decor",
)  # fmt: skip
STYLE_FIELDS = (
    "sizes", "face", "bold", "italic", "color", "align", "spacing", "before", "bullet",
    "bullet_color", "margin", "hang",
)  # fmt: skip
MAP_FIELDS = (
    "shapes", "styles", "gist", "edge", "edge_widths", "level_gap", "sibling_gap", "text_width",
)  # fmt: skip
BASE = "base"
MOST_ANCESTORS = 8


def load_theme(name: str, find: Callable[[str], Source], page: Size, report: Report) -> Theme:
    """Read the theme `name` for pages of that size.

    `find` returns the source of a theme by name or path and raises DeckgenError when there is
    none. Mistakes in the file go to the report; DeckgenError when there are any.
    """
    fields = _merge(name, find, report)
    fields.mapping((), FIELDS)
    grid = _grid(fields, page)
    theme = Theme(
        name=name,
        title=fields.text(("title",), name),
        palette=make_palette(
            fields.text(("title",), name),
            {role: fields.rgb(("palette", role.value)) for role in ColorRole},
            _tone(fields, "soft"),
            _tone(fields, "mid"),
        ),
        fonts=_fonts(fields),
        styles={key: _style(fields, ("styles", key), key) for key in fields.mapping(("styles",))},
        grid=grid,
        tokens=_tokens(fields),
        map=_map(fields),
        decor=read_decor(fields, page),
    )
    fields.mapping(("palette",), tuple(ColorRole))
    report.raise_errors()
    return theme


def _merge(name: str, find: Callable[[str], Source], report: Report) -> Fields:
    """Read the file and its ancestors; the nearer one's values win, mappings are merged."""
    chain: list[Fields] = []
    seen: list[str] = []
    while True:
        source = find(name)
        if source.name in seen or len(seen) >= MOST_ANCESTORS:
            raise fail(
                f"theme '{name}' extends itself", "end the chain at 'base'", Origin(source.name)
            )
        seen.append(source.name)
        chain.append(read_fields(source, report))
        parent = chain[-1].text(("extends",), "" if name == BASE else BASE)
        if not parent:
            break
        name = parent
    data: dict[str, Any] = {}
    places: dict[Path, Origin] = {}
    for fields in reversed(chain):
        data = _over(data, fields.data)
        places.update(fields.places)
    return Fields(data, places, report)


def _over(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in top.items():
        below = merged.get(key)
        both = isinstance(value, Mapping) and isinstance(below, Mapping) and key != "decor"
        merged[key] = _over(below, value) if both and below is not None else value
    return merged


def _tone(fields: Fields, name: str) -> tuple[int, int]:
    lum_mod, lum_off = fields.numbers(("tones", name), 2)
    return round(lum_mod), round(lum_off)


def _fonts(fields: Fields) -> FontScheme:
    fields.mapping(("fonts",), tuple(Face))
    pairs = {face: _pair(fields, ("fonts", face.value)) for face in Face}
    name = fields.text(("title",))
    return FontScheme(name, pairs[Face.MAJOR], pairs[Face.MINOR], pairs[Face.MONO])


def _pair(fields: Fields, path: Path) -> FontPair:
    fields.mapping(path, ("latin", "ea", "fallbacks"))
    fallbacks = fields.at((*path, "fallbacks")) or []
    return FontPair(
        fields.text((*path, "latin")),
        fields.text((*path, "ea")),
        tuple(str(face) for face in fallbacks) if isinstance(fallbacks, list) else (),
    )


def _style(fields: Fields, path: Path, name: str) -> TextStyle:
    fields.mapping(path, STYLE_FIELDS)
    hang = inches(fields.number((*path, "hang")))
    return TextStyle(
        name=name,
        sizes=fields.numbers((*path, "sizes"), 0),
        face=Face(fields.one_of((*path, "face"), tuple(Face), Face.MINOR)),
        bold=bool(fields.at((*path, "bold"))),
        italic=bool(fields.at((*path, "italic"))),
        color=fields.color((*path, "color"), "text"),
        align=Align(fields.one_of((*path, "align"), tuple(Align), Align.LEFT)),
        spacing=round(fields.number((*path, "spacing"), 100)),
        before_pt=fields.number((*path, "before")),
        bullet=fields.text((*path, "bullet")),
        bullet_color=fields.color((*path, "bullet_color"), "accent1"),
        margin=max(hang, inches(fields.number((*path, "margin")))),
        indent=hang,
    )


def _grid(fields: Fields, page: Size) -> Grid:
    fields.mapping(("grid",), ("margin", "gutter", "title", "lead", "body", "footer"))
    margin = inches(fields.number(("grid", "margin"), 0.75))

    def band(name: str) -> Rect:
        top, height = fields.numbers(("grid", name), 2)
        return Rect(margin, inches(top), page.width - 2 * margin, inches(height))

    gutter = inches(fields.number(("grid", "gutter"), 0.2))
    return Grid(page, margin, gutter, band("title"), band("lead"), band("body"), band("footer"))


def _tokens(fields: Fields) -> ShapeTokens:
    fields.mapping(("tokens",), ("corner", "line", "gap", "padding"))
    x, y = (inches(number) for number in fields.numbers(("tokens", "padding"), 2))
    return ShapeTokens(
        inches(fields.number(("tokens", "corner"))),
        pt(fields.number(("tokens", "line"), 1)),
        inches(fields.number(("tokens", "gap"), 0.25)),
        Insets(x, y, x, y),
    )


def _map(fields: Fields) -> MapTokens:
    fields.mapping(("map",), MAP_FIELDS)
    styles = fields.at(("map", "styles"))
    shapes = fields.at(("map", "shapes"))
    count = len(styles) if isinstance(styles, list) else 0
    widths = fields.numbers(("map", "edge_widths"), 0)

    def length(name: str) -> Emu:
        return inches(fields.number(("map", name)))

    return MapTokens(
        shapes=tuple(str(shape) for shape in shapes) if isinstance(shapes, list) else ("card",),
        styles=tuple(_style(fields, ("map", "styles", i), f"map{i}") for i in range(count)),
        gist=_style(fields, ("map", "gist"), "map_gist"),
        edge=fields.one_of(("map", "edge"), ("curve", "straight", "elbow"), "curve"),
        edge_widths=tuple(pt(width) for width in widths),
        level_gap=length("level_gap"),
        sibling_gap=length("sibling_gap"),
        text_width=length("text_width"),
    )
