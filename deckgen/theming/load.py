"""A theme's YAML file, and those it extends, to a Theme for one page size.

What comes in is a name and a way to find its bytes; what leaves has every role, style and token,
but no layouts yet: the pipeline asks the slide layouts for those.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from itertools import pairwise

from ..model.color import Color, ColorRole
from ..model.names import VARIANTS, in_english
from ..model.origin import NOWHERE, Origin
from ..model.record import record
from ..model.regex import regex
from ..model.style import Align, Face, FontPair, Shadow, TextStyle
from ..model.theme import (
    FontScheme,
    FrameChange,
    Grid,
    MapTokens,
    Palette,
    ShapeTokens,
    Theme,
)
from ..model.units import Insets, Rect, Size, inches, pt
from ..plugin import Source
from ..problems import Report, did_you_mean, meant
from ._decor import frame_of, read_decor
from ._fields import Fields, Path
from ._grounds import check_grounds, page_colors, read_grounds
from ._merge import read_chain, variants_of, with_variant
from ._palette import read_palette
from ._schema import (
    DARK,
    DARK_GROUND,
    FONT,
    FOOTER_FIELDS,
    FRAME,
    GRID,
    LIGHT,
    MAP,
    SHADOW,
    STYLE,
    STYLES,
    THEME,
    TOKENS,
)

SCALE = (12, 16, 18, 20, 24, 28, 32, 40, 54, 72, 96)
LARGEST = 54  # where a theme of larger sizes ends
BUNDLED = "Noto Sans CJK SC"  # what the bundled font is cut from
BANDS = ("title", "lead", "body", "footer")
# ISO 15924's names of the scripts for which a pair may name faces
SCRIPTS = {"hant": "Hant", "jpan": "Jpan", "hang": "Hang"}
_BRACED = regex(r"\{([^{}]*)\}")


@record
class Choice:
    """How a theme is wanted: in which variant, and who asked for that, at which place.

    `kinds` are the layout kinds that there are; without them none is taken for a slip. `script` is
    the one that is written, where it is not that of the pairs' own faces: Hant, Jpan or Hang.
    """

    variant: str = ""
    origin: Origin = NOWHERE
    kinds: Collection[str] = ()
    script: str = ""


AS_IT_IS = Choice()


def load_theme(
    name: str,
    find: Callable[[str], Source],
    page: Size,
    report: Report,
    choice: Choice = AS_IT_IS,
) -> Theme:
    """Read the theme `name` for pages of that size.

    `find` returns the source of a theme by name or path and raises DeckgenError when there is
    none. Mistakes in the file go to the report; DeckgenError when there are any.
    """
    whole = read_chain(name, find, report)
    names = variants_of(whole)
    if choice.variant not in names:
        choice = replace(choice, variant=in_english(choice.variant, VARIANTS))
    fields = with_variant(whole, choice.variant, choice.origin)
    theme = _theme(name, fields, page, choice)
    report.raise_errors()
    other = partial(_counterpart, whole, theme)
    return replace(theme, variant=choice.variant, variants=names, counterpart=other)


def _counterpart(whole: Fields, theme: Theme) -> Palette:
    """Return the theme's colours by night, or by day; mistakes in them are told when asked for."""
    is_dark = theme.palette.colors[ColorRole.BACKGROUND].luminance < DARK_GROUND
    quiet = replace(whole, report=Report())
    fields = with_variant(quiet, LIGHT if is_dark else DARK, NOWHERE)
    return read_palette(fields, theme.title, page_colors(fields))


def _theme(name: str, fields: Fields, page: Size, choice: Choice) -> Theme:
    kinds = choice.kinds
    fields.mapping((), tuple(one.name for one in THEME))
    title = fields.text(("title",), name)
    grid, fonts = _grid(fields, page), _fonts(fields, choice.script)
    logo = None
    if fields.at(("logo",)) is not None:
        from ._pictures import clear_of, read_logo  # Pillow takes 40 ms, and few themes have one

        logo = read_logo(fields, grid)
        grid = clear_of(logo, grid) if logo else grid
    colors = page_colors(fields)
    palette = read_palette(fields, title, colors)
    check_grounds(fields, colors, palette)
    return Theme(
        name=name,
        title=title,
        palette=palette,
        fonts=fonts,
        styles=_styles(fields, fonts),
        grid=grid,
        tokens=_tokens(fields, palette),
        map=_map(fields, fonts),
        decor=read_decor(fields, page, kinds),
        grounds=read_grounds(fields, page, palette, kinds),
        logo=logo,
        footer=_footer(fields),
        frames=_frames(fields, page, kinds),
    )


def _fonts(fields: Fields, script: str) -> FontScheme:
    fields.mapping(("fonts",), tuple(Face))
    pairs = {face: _pair(fields, ("fonts", face.value), script) for face in Face}
    name = fields.text(("title",))
    return FontScheme(name, pairs[Face.MAJOR], pairs[Face.MINOR], pairs[Face.MONO])


def _pair(fields: Fields, path: Path, script: str) -> FontPair:
    """Return a pair of faces; that of the script, where there is one, comes before the usual."""
    values = fields.group(path, FONT)
    for name in ("latin", "ea"):
        if not values[name]:
            fields.complain(
                (*path, name),
                f"'{name}' must name a font",
                "such as Microsoft YaHei",
                code="wrong-kind",
            )
    scripts = tuple((code, values[name]) for name, code in SCRIPTS.items() if values[name])
    usual, fallbacks = values["ea"], values["fallbacks"]
    ea = dict(scripts).get(script, usual)
    if ea != usual:
        scripts, fallbacks = (("Hans", usual), *scripts), (usual, *fallbacks)
    return FontPair(values["latin"], ea, fallbacks, scripts)


def _styles(fields: Fields, scheme: FontScheme) -> dict[str, TextStyle]:
    """Return all styles; one that no layout asks for is a slip, or a stranger's layout's."""
    given = fields.mapping(("styles",))
    missing = [name for name in STYLES if name not in given]
    if missing:
        fields.complain(
            ("styles",),
            f"the styles lack {', '.join(missing[:5])}{' …' if len(missing) > 5 else ''}",
            "let the theme extend deckgen's own 'base', which has them all",
            code="missing-field",
        )
    for name in given:
        if name not in STYLES:
            origin = fields.keys.get(("styles", name), fields.origin(("styles",)))
            hint = did_you_mean(name, STYLES)
            fields.report.warn(
                origin,
                f"unknown style '{name}'",
                hint,
                code="unknown-style",
                swap=meant(name, hint),
            )
    steps = fields.read(("larger",), next(one for one in THEME if one.name == "larger"))
    return {name: _larger(_style(fields, ("styles", name), name, scheme), steps) for name in given}


def _style(fields: Fields, path: Path, name: str, scheme: FontScheme) -> TextStyle:
    values = fields.group(path, STYLE)
    sizes = values["sizes"]
    if list(sizes) != sorted(sizes, reverse=True):
        message = "'sizes' must go from the largest to the smallest"
        fields.complain((*path, "sizes"), message, code="out-of-range")
    face = Face(values["face"])
    return TextStyle(
        name=name,
        sizes=sizes,
        face=face,
        bold=values["bold"],
        italic=values["italic"],
        color=values["color"],
        align=Align(values["align"]),
        spacing=values["spacing"],
        before_pt=values["before"],
        bullet=values["bullet"],
        bullet_color=values["bullet_color"],
        margin=max(values["hang"], values["margin"]),
        indent=values["hang"],
        fonts=scheme.pair(face),
    )


def _larger(style: TextStyle, steps: int) -> TextStyle:
    """Return the style some steps up the scale; 54 and sizes off the scale stay.

    A size that a style says twice stays twice: it waits for the styles that it walks down with.
    """

    def up(size: float) -> float:
        if size not in SCALE or size >= LARGEST:
            return size
        return min(SCALE[SCALE.index(int(size)) + steps], LARGEST)

    pairs = pairwise((0.0, *style.sizes))
    sizes = (up(size) for above, size in pairs if up(above) != up(size) or above == size)
    return replace(style, sizes=tuple(sizes))


def _grid(fields: Fields, page: Size) -> Grid:
    values = fields.group(("grid",), GRID)
    margin = values["margin"]

    def band(name: str) -> Rect:
        top, height = values[name]
        if not 0 < inches(height) <= page.height - inches(top):
            message = f"'{name}' must be a band on the page: its top, and its height"
            fields.complain(
                ("grid", name), message, "the page is 7.5 inches high", code="out-of-range"
            )
        return Rect(margin, inches(top), page.width - 2 * margin, inches(height))

    title, lead, body, footer = (band(name) for name in BANDS)
    return Grid(page, margin, values["gutter"], title, lead, body, footer)


def _tokens(fields: Fields, palette: Palette) -> ShapeTokens:
    values = fields.group(("tokens",), TOKENS)
    x, y = (inches(number) for number in values["padding"])
    shadow = _shadow(fields, palette) if fields.at(("tokens", "shadow")) is not None else None
    return ShapeTokens(
        values["corner"],
        values["line"],
        values["gap"],
        Insets(x, y, x, y),
        values["card"],
        values["card_line"] or None,
        values["divider"],
        shadow,
    )


def _shadow(fields: Fields, palette: Palette) -> Shadow | None:
    """Return the shadow of cards; of strength 0 there is none."""
    values = fields.group(("tokens", "shadow"), SHADOW)
    grounds = (ColorRole.TEXT, ColorRole.BACKGROUND)
    darker = min(grounds, key=lambda role: palette.colors[role].luminance)
    if not values["strength"]:
        return None
    color = values["color"] or Color(darker)
    return Shadow(color, values["distance"], values["blur"], values["strength"])


def _map(fields: Fields, scheme: FontScheme) -> MapTokens:
    values = fields.group(("map",), MAP)
    styles = values["styles"]
    if not isinstance(styles, list) or not styles:
        fields.complain(
            ("map", "styles"),
            "'styles' must be a list, a style a level of the map",
            code="wrong-kind",
        )
        styles = []
    return MapTokens(
        shapes=values["shapes"] or ("card",),
        styles=tuple(
            _map_style(fields, ("map", "styles", i), f"map{i}", scheme) for i in range(len(styles))
        ),
        gist=_map_style(fields, ("map", "gist"), "map_gist", scheme),
        edge=values["edge"],
        edge_widths=tuple(pt(width) for width in values["edge_widths"]),
        level_gap=values["level_gap"],
        sibling_gap=values["sibling_gap"],
        text_width=values["text_width"],
    )


def _map_style(fields: Fields, path: Path, name: str, scheme: FontScheme) -> TextStyle:
    """Return a style of the map, whose PNG and PDF are drawn with the bundled font."""
    style = _style(fields, path, name, scheme)
    fonts = style.fonts._replace(fallbacks=(*style.fonts.fallbacks, BUNDLED))
    return replace(style, fonts=fonts)


def _footer(fields: Fields) -> str:
    """Return the footer's pattern; what it names in braces must be there to fill in."""
    pattern = fields.text(("footer",))
    for name in _BRACED.findall(pattern):
        if name not in FOOTER_FIELDS:
            hint = did_you_mean(name, FOOTER_FIELDS)
            fields.complain(
                ("footer",), f"unknown field '{{{name}}}' in the footer", hint, code="unknown-field"
            )
    return pattern


def _frames(fields: Fields, page: Size, kinds: Collection[str]) -> tuple[FrameChange, ...]:
    """Return the frames that the theme puts elsewhere; each must be on the page."""
    changes: list[FrameChange] = []
    known = tuple(kinds)
    for layout in fields.mapping(("frames",)):
        place = ("frames", layout)
        if known and not any(layout == kind or layout.startswith(f"{kind}-") for kind in known):
            origin = fields.keys.get(place, fields.origin(place))
            hint = did_you_mean(layout, known)
            fields.report.error(
                origin,
                f"unknown layout '{layout}'",
                hint,
                code="unknown-layout",
                swap=meant(layout, hint),
            )
        for holder in fields.mapping(place):
            path = (*place, holder)
            frame = frame_of(fields.read(path, FRAME), page)
            if not Rect(0, 0, page.width, page.height).contains(frame):
                hint = "[left, top, width, height] in inches; the page is 7.5 high"
                fields.complain(
                    path, f"the frame of '{holder}' leaves the page", hint, code="bad-frame"
                )
            origin = fields.keys.get(path, fields.origin(path))
            changes.append(FrameChange(layout, holder, frame, origin))
    return tuple(changes)
