"""A theme's YAML file, and those it extends, to a Theme for one page size.

What comes in is a name and a way to find its bytes; what leaves has every role, style and token,
but no layouts yet: the pipeline asks the slide layouts for those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ..model.color import ColorRole
from ..model.style import Align, Face, FontPair, TextStyle
from ..model.theme import FontScheme, Grid, MapTokens, ShapeTokens, Theme
from ..model.units import Emu, Insets, Rect, Size, inches, pt
from ..plugin import Source
from ..problems import DeckgenError, Report, did_you_mean
from ._decor import read_decor
from ._fields import Fields, Path, read_fields
from ._palette import READABLE, make_palette

FIELDS = (
    "extends", "title", "palette", "tones", "contrast", "fonts", "grid", "tokens", "styles",
    "larger", "map", "decor",
)  # fmt: skip
STYLE_FIELDS = (
    "sizes", "face", "bold", "italic", "color", "align", "spacing", "before", "bullet",
    "bullet_color", "margin", "hang",
)  # fmt: skip
TOKENS = ("corner", "line", "gap", "padding", "card", "card_line", "divider")
MAP_FIELDS = (
    "shapes", "styles", "gist", "edge", "edge_widths", "level_gap", "sibling_gap", "text_width",
)  # fmt: skip
DIVIDERS = ("tile", "block", "bare")
SCALE = (12, 16, 18, 20, 24, 28, 32, 40, 54, 72, 96)
MAP_SHAPES = ("capsule", "card", "underline", "plain")
SIZE_RANGE = (1, 400)  # points; PowerPoint takes 1 to 4000
MOST_CONTRAST = 15
MOST_LARGER, LARGEST = 2, 54  # steps on the scale, and where they end
BASE = "base"
BUNDLED = "Noto Sans CJK SC"  # what the bundled font is cut from
MOST_ANCESTORS = 8


def load_theme(name: str, find: Callable[[str], Source], page: Size, report: Report) -> Theme:
    """Read the theme `name` for pages of that size.

    `find` returns the source of a theme by name or path and raises DeckgenError when there is
    none. Mistakes in the file go to the report; DeckgenError when there are any.
    """
    fields = _merge(name, find, report)
    fields.mapping((), FIELDS)
    grid, fonts = _grid(fields, page), _fonts(fields)
    larger = round(fields.number(("larger",), 0, 0, MOST_LARGER))
    theme = Theme(
        name=name,
        title=fields.text(("title",), name),
        palette=make_palette(
            fields.text(("title",), name),
            {role: fields.rgb(("palette", role.value)) for role in ColorRole},
            _tone(fields, "soft"),
            _tone(fields, "mid"),
            fields.number(("contrast",), READABLE, READABLE, MOST_CONTRAST),
        ),
        fonts=fonts,
        styles={
            key: _larger(_style(fields, ("styles", key), key, fonts), larger)
            for key in fields.mapping(("styles",))
        },
        grid=grid,
        tokens=_tokens(fields),
        map=_map(fields, fonts),
        decor=read_decor(fields, page),
    )
    fields.mapping(("palette",), tuple(ColorRole))
    report.raise_errors()
    return theme


def _merge(name: str, find: Callable[[str], Source], report: Report) -> Fields:
    """Read the file and its ancestors; the nearer one's values win, mappings are merged."""
    source: Source | None = find(name)
    seen: list[str] = []
    chain: list[Fields] = []
    while source:
        seen.append(source.name)
        chain.append(read_fields(source, report))
        parent = chain[-1].text(("extends",), "" if name == BASE else BASE)
        name, source = _parent(chain[-1], parent, find, seen) if parent else ("", None)
    merged = chain.pop()
    known = tuple(merged.mapping(("styles",)))
    for fields in reversed(chain):
        _warn_of_styles(fields, known)
        merged = _over(merged, fields)
    return merged


def _parent(
    child: Fields, name: str, find: Callable[[str], Source], seen: list[str]
) -> tuple[str, Source | None]:
    """Find the theme that `child` extends; where that is a mistake, the base theme stands in."""
    try:
        source = find(name)
    except DeckgenError as error:
        for problem in error.problems:
            child.complain(("extends",), problem.message, problem.hint)
    else:
        if source.name in seen:
            child.complain(("extends",), f"theme '{name}' extends itself", "end at 'base'")
        elif len(seen) > MOST_ANCESTORS:
            message = f"more than {MOST_ANCESTORS} themes extend each other"
            child.complain(("extends",), message, "let one of them extend 'base'")
        else:
            return name, source
    base = find(BASE)
    return BASE, None if base.name in seen else base


def _warn_of_styles(fields: Fields, known: tuple[str, ...]) -> None:
    """Warn of styles that the base theme lacks: only a stranger's layout could ask for them."""
    styles = fields.at(("styles",))
    for name in styles if known and isinstance(styles, Mapping) else ():
        if name not in known:
            origin = fields.keys.get(("styles", name), fields.origin(("styles",)))
            fields.report.warn(origin, f"unknown style '{name}'", did_you_mean(name, known))


def _over(below: Fields, above: Fields) -> Fields:
    """Lay one theme over another; lists and decorations are replaced whole."""
    places, keys = dict(below.places), dict(below.keys)

    def merge(base: Mapping[str, Any], top: Mapping[str, Any], path: Path) -> dict[str, Any]:
        merged = dict(base)
        for key, value in top.items():
            old, here = merged.get(key), (*path, key)
            if isinstance(old, Mapping) and not isinstance(value, Mapping):
                if value is not None:
                    above.complain(here, f"'{key}' must be a mapping", "write 'name: value' pairs")
                continue
            if isinstance(old, Mapping) and here != ("decor",):
                value = merge(old, value, here)
            elif isinstance(old, Mapping | list):
                for known in (places, keys):
                    for place in [place for place in known if place[: len(here)] == here]:
                        del known[place]
            merged[key] = value
        return merged

    data = merge(below.data, above.data, ())
    return Fields(data, places | dict(above.places), above.report, keys | dict(above.keys))


def _tone(fields: Fields, name: str) -> tuple[int, int]:
    lum_mod, lum_off = fields.numbers(("tones", name), 2, 0, 100)
    return round(lum_mod), round(lum_off)


def _fonts(fields: Fields) -> FontScheme:
    fields.mapping(("fonts",), tuple(Face))
    pairs = {face: _pair(fields, ("fonts", face.value)) for face in Face}
    name = fields.text(("title",))
    return FontScheme(name, pairs[Face.MAJOR], pairs[Face.MINOR], pairs[Face.MONO])


def _pair(fields: Fields, path: Path) -> FontPair:
    fields.mapping(path, ("latin", "ea", "fallbacks"))
    faces = {name: fields.text((*path, name)) for name in ("latin", "ea")}
    for name, face in faces.items():
        if not face:
            fields.complain((*path, name), f"'{name}' must name a font", "such as Microsoft YaHei")
    return FontPair(faces["latin"], faces["ea"], _words(fields, (*path, "fallbacks")))


def _words(fields: Fields, path: Path, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return a list of words, which may be limited to those that are `known`."""
    words = fields.at(path)
    if words is None:
        return ()
    if not isinstance(words, list):
        fields.complain(path, f"'{path[-1]}' must be a list of words", "for example [a, b]")
        return ()
    places = [(*path, i) for i in range(len(words))]
    if known:
        return tuple(fields.one_of(place, known, known[0]) for place in places)
    return tuple(fields.text(place) for place in places)


def _style(fields: Fields, path: Path, name: str, scheme: FontScheme) -> TextStyle:
    fields.mapping(path, STYLE_FIELDS)
    hang = inches(fields.number((*path, "hang")))
    face = Face(fields.one_of((*path, "face"), tuple(Face), Face.MINOR))
    return TextStyle(
        name=name,
        sizes=_sizes(fields, (*path, "sizes")),
        face=face,
        bold=fields.flag((*path, "bold")),
        italic=fields.flag((*path, "italic")),
        color=fields.color((*path, "color"), "text"),
        align=Align(fields.one_of((*path, "align"), tuple(Align), Align.LEFT)),
        spacing=round(fields.number((*path, "spacing"), 100, 50, 300)),
        before_pt=fields.number((*path, "before")),
        bullet=fields.text((*path, "bullet")),
        bullet_color=fields.color((*path, "bullet_color"), "accent1"),
        margin=max(hang, inches(fields.number((*path, "margin")))),
        indent=hang,
        fonts=scheme.pair(face),
    )


def _larger(style: TextStyle, steps: int) -> TextStyle:
    """Return the style some steps up the scale; 54 and sizes off the scale stay."""

    def up(size: float) -> float:
        if size not in SCALE or size >= LARGEST:
            return size
        return min(SCALE[SCALE.index(int(size)) + steps], LARGEST)

    return replace(style, sizes=tuple(dict.fromkeys(up(size) for size in style.sizes)))


def _sizes(fields: Fields, path: Path) -> tuple[float, ...]:
    sizes = fields.numbers(path, 0, *SIZE_RANGE)
    if list(sizes) != sorted(sizes, reverse=True):
        fields.complain(path, "'sizes' must go from the largest to the smallest")
    return sizes


def _grid(fields: Fields, page: Size) -> Grid:
    fields.mapping(("grid",), ("margin", "gutter", "title", "lead", "body", "footer"))
    margin = inches(fields.number(("grid", "margin"), 0.75, 0, 3))

    def band(name: str) -> Rect:
        top, height = fields.numbers(("grid", name), 2)
        if not 0 < inches(height) <= page.height - inches(top):
            message = f"'{name}' must be a band on the page: its top, and its height"
            fields.complain(("grid", name), message, "the page is 7.5 inches high")
        return Rect(margin, inches(top), page.width - 2 * margin, inches(height))

    gutter = inches(fields.number(("grid", "gutter"), 0.2, 0, 0.5))
    return Grid(page, margin, gutter, band("title"), band("lead"), band("body"), band("footer"))


def _tokens(fields: Fields) -> ShapeTokens:
    fields.mapping(("tokens",), TOKENS)
    x, y = (inches(number) for number in fields.numbers(("tokens", "padding"), 2))
    line = ("tokens", "card_line")
    return ShapeTokens(
        inches(fields.number(("tokens", "corner"))),
        pt(fields.number(("tokens", "line"), 1)),
        inches(fields.number(("tokens", "gap"), 0.25)),
        Insets(x, y, x, y),
        fields.color(("tokens", "card"), "surface"),
        fields.color(("tokens", "card_line"), "text") if fields.at(line) else None,
        fields.one_of(("tokens", "divider"), DIVIDERS, DIVIDERS[0]),
    )


def _map(fields: Fields, scheme: FontScheme) -> MapTokens:
    fields.mapping(("map",), MAP_FIELDS)
    styles = fields.at(("map", "styles"))
    if not isinstance(styles, list) or not styles:
        fields.complain(("map", "styles"), "'styles' must be a list, a style a level of the map")
        styles = []
    widths = fields.numbers(("map", "edge_widths"), 0)

    def length(name: str) -> Emu:
        return inches(fields.number(("map", name)))

    return MapTokens(
        shapes=_words(fields, ("map", "shapes"), MAP_SHAPES) or MAP_SHAPES,
        styles=tuple(
            _map_style(fields, ("map", "styles", i), f"map{i}", scheme) for i in range(len(styles))
        ),
        gist=_map_style(fields, ("map", "gist"), "map_gist", scheme),
        edge=fields.one_of(("map", "edge"), ("curve", "straight", "elbow"), "curve"),
        edge_widths=tuple(pt(width) for width in widths),
        level_gap=length("level_gap"),
        sibling_gap=length("sibling_gap"),
        text_width=length("text_width"),
    )


def _map_style(fields: Fields, path: Path, name: str, scheme: FontScheme) -> TextStyle:
    """Return a style of the map, whose PNG and PDF are drawn with the bundled font."""
    style = _style(fields, path, name, scheme)
    fonts = replace(style.fonts, fallbacks=(*style.fonts.fallbacks, BUNDLED))
    return replace(style, fonts=fonts)
