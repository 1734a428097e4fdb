"""How a template sets its text: what a placeholder inherits, gathered level by level.

Nearest wins: the layout's own list style, the master's placeholder, then the master's text styles;
the sizes below the template's own are ours, for text that is longer than its designer foresaw.
ECMA-376 part 1, 19.3.1.36 (ph), 21.1.2.4.13 (lvl1pPr), 21.1.2.1.1 (bodyPr).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from lxml import etree

from ..model.color import Color, ColorRole, Rgb
from ..model.record import record
from ..model.style import Align, Anchor, Face, FontPair, TextStyle
from ..model.units import Insets
from ._colors import A, role_of

SCALE = (115, 96, 80, 72, 66, 60, 54, 48, 44, 40, 36, 32, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10)
LEVELS = 5  # that are read; deeper ones go on as the last
STOCK_SIZE = 18.0  # PowerPoint's, where nothing says one
MOST_STEPS = 6
SINGLE = 1.2  # line height in em that PowerPoint counts spcPts against
STOCK_INSETS = Insets(91_440, 45_720, 91_440, 45_720)  # ECMA-376 part 1, 21.1.2.1.1
WIDEST_INSET = 5_000_000
# faces that draw Chinese where a theme names none: the system's
CHINESE = ("Microsoft YaHei", "DengXian", "SimSun")
BUNDLED = "Noto Sans CJK SC"
ALIGNS = {"l": Align.LEFT, "ctr": Align.CENTER, "r": Align.RIGHT}
ANCHORS = {"t": Anchor.TOP, "ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
LARGEST, SMALLEST = 400.0, 1.0


@record
class Setting:
    """What texts of one master are read with: its colours, and its theme's fonts."""

    colors: Mapping[str, Rgb]
    major: FontPair
    minor: FontPair


@record
class Body:
    """What a placeholder's text body inherits, for all its paragraphs."""

    styles: tuple[TextStyle, ...]
    anchor: Anchor
    insets: Insets
    is_turned: bool
    is_upright: bool
    has_capitals: bool
    is_bare: bool


def font_pair(fonts: etree._Element | None) -> FontPair:
    """Return the faces of a theme's major or minor font: the Latin one and the one for Chinese."""
    faces = {"latin": "", "ea": "", "Hans": ""}
    for one in fonts if fonts is not None else ():
        name = etree.QName(one).localname
        key = one.get("script", "") if name == "font" else name
        if key in faces:
            faces[key] = one.get("typeface", "")[:80]
    latin = faces["latin"] or "Arial"
    chinese = faces["ea"] or faces["Hans"]
    if chinese:
        return FontPair(latin, chinese, (BUNDLED,))
    return FontPair(latin, CHINESE[0], (*CHINESE[1:], BUNDLED))


def body_of(
    bodies: Sequence[etree._Element],
    lists: Sequence[etree._Element],
    is_title: bool,
    setting: Setting,
) -> Body:
    """Return what a text inherits: from text bodies and list styles, the nearest first."""
    properties = [found for body in bodies if (found := body.find(f"{A}bodyPr")) is not None]
    levels = [_merged(lists, level) for level in range(LEVELS)]
    is_bare = "sz" not in levels[0]
    if is_bare and bodies:
        levels[0] = _sampled(bodies[0]) | levels[0]
    face = Face.MAJOR if is_title else Face.MINOR
    floors = (24.0, 18.0) if is_title else (16.0, 12.0)
    styles = tuple(
        _style(values, (level, face), floors, setting)
        for level, values in enumerate(levels[: 1 if is_title else LEVELS])
    )
    return Body(
        styles,
        ANCHORS.get(_attribute(properties, "anchor", "t"), Anchor.TOP),
        _insets(properties),
        levels[0].get("rtl", "0") in ("1", "true"),
        _attribute(properties, "vert", "horz") != "horz",
        levels[0].get("cap") == "all",
        is_bare,
    )


def _attribute(elements: Sequence[etree._Element], name: str, default: str) -> str:
    return next((one.get(name, "") for one in elements if one.get(name)), default)


def _insets(properties: Sequence[etree._Element]) -> Insets:
    def side(name: str, stock: int) -> int:
        return max(0, min(number(_attribute(properties, name, ""), stock), WIDEST_INSET))

    stock = STOCK_INSETS
    return Insets(
        side("lIns", stock.left),
        side("tIns", stock.top),
        side("rIns", stock.right),
        side("bIns", stock.bottom),
    )


def _merged(lists: Sequence[etree._Element], level: int) -> dict[str, object]:
    """Return a level's properties by name; an element stands for those with content."""
    values: dict[str, object] = {}
    for style in lists:
        for tag in (f"{A}lvl{level + 1}pPr", f"{A}defPPr"):
            properties = style.find(tag)
            if properties is None:
                continue
            for name, value in properties.attrib.items():
                values.setdefault(str(name), value)
            for child in properties:
                name = etree.QName(child).localname
                if name == "defRPr":
                    for key, value in child.attrib.items():
                        values.setdefault(str(key), value)
                    for grandchild in child:
                        values.setdefault(etree.QName(grandchild).localname, grandchild)
                elif name.startswith("bu") and name in ("buNone", "buChar", "buAutoNum", "buBlip"):
                    values.setdefault("bullet", child)
                else:
                    values.setdefault(name, child)
    return values


def _sampled(body: etree._Element) -> dict[str, object]:
    """Return what a sample paragraph says of itself: LibreOffice writes no more than that."""
    values: dict[str, object] = {}
    for one in body.iterfind(f"{A}p/{A}pPr"):
        values.update((str(name), value) for name, value in one.attrib.items() if name == "algn")
    for tag in (f"{A}p/{A}r/{A}rPr", f"{A}p/{A}endParaRPr"):
        for one in body.iterfind(tag):
            values.update((str(name), value) for name, value in one.attrib.items() if name == "sz")
            if (fill := one.find(f"{A}solidFill")) is not None:
                values["solidFill"] = fill
    return values


def _style(
    values: Mapping[str, object],
    place: tuple[int, Face],
    floors: tuple[float, float],
    setting: Setting,
) -> TextStyle:
    level, face = place
    size = _size(values)
    margin = max(0, number(str(values.get("marL", "")), 0))
    hang = max(0, -number(str(values.get("indent", "")), 0))
    before = _space(values.get("spcBef"), size) + _space(values.get("spcAft"), size)
    return TextStyle(
        name=f"native{level + 1}" if face is Face.MINOR else "native_title",
        sizes=_steps(size, floors),
        face=face,
        bold=values.get("b") in ("1", "true"),
        italic=values.get("i") in ("1", "true"),
        color=_color(values.get("solidFill"), setting),
        align=ALIGNS.get(str(values.get("algn", "l")), Align.LEFT),
        spacing=_line_spacing(values.get("lnSpc"), size),
        before_pt=before,
        bullet=_bullet(values.get("bullet")),
        margin=margin,
        indent=min(hang, margin),
        fonts=_fonts(values, face, setting),
    )


def _size(values: Mapping[str, object]) -> float:
    size = number(str(values.get("sz", "")), 0) / 100
    return min(max(size, SMALLEST), LARGEST) if size else STOCK_SIZE


def _steps(size: float, floors: tuple[float, float]) -> tuple[float, ...]:
    """Return the sizes that a text may take, the template's own first.

    It may go down to the first floor; one that is smaller already, a little, to the second.
    """
    wanted, least = floors
    floor = wanted if size > wanted else max(least, math.floor(size * 0.8))
    below = [one for one in SCALE if floor <= one < size]
    if len(below) > MOST_STEPS:
        below = [*below[: MOST_STEPS - 1], below[-1]]
    return (size, *(float(one) for one in below))


def _color(fill: object, setting: Setting) -> Color:
    element = fill if isinstance(fill, etree._Element) else None
    return role_of(element, setting.colors, ColorRole.TEXT)


def _fonts(values: Mapping[str, object], face: Face, setting: Setting) -> FontPair:
    """Return the faces; a level may name others than the theme's, or the theme's other pair."""
    faces = {name: _typeface(values.get(name)) for name in ("latin", "ea")}
    pair = setting.major if face is Face.MAJOR else setting.minor
    if faces["latin"].startswith("+"):
        pair = setting.major if faces["latin"].startswith("+mj") else setting.minor
    own = {name: face for name, face in faces.items() if face and not face.startswith("+")}
    if not own:
        return pair
    return FontPair(
        own.get("latin", pair.latin), own.get("ea", pair.ea), (pair.ea, *pair.fallbacks)
    )


def _typeface(element: object) -> str:
    return element.get("typeface", "")[:80] if isinstance(element, etree._Element) else ""


def _bullet(element: object) -> str:
    if not isinstance(element, etree._Element):
        return ""
    if etree.QName(element).localname == "buChar":
        return element.get("char", "•")[:4]
    return "" if etree.QName(element).localname == "buNone" else "•"


def _space(element: object, size: float) -> float:
    """Return a space between paragraphs in points."""
    if not isinstance(element, etree._Element) or not len(element):
        return 0
    value = element[0].get("val", "0")
    if etree.QName(element[0]).localname == "spcPts":
        return min(200.0, max(0.0, number(value, 0) / 100))
    return min(200.0, max(0.0, _ratio(value) * size * SINGLE))


def _line_spacing(element: object, size: float) -> int:
    """Return the line spacing in per cent; a fixed one as its share of a single line."""
    if not isinstance(element, etree._Element) or not len(element):
        return 100
    value = element[0].get("val", "100000")
    if etree.QName(element[0]).localname == "spcPts":
        return min(400, max(50, round(number(value, 0) / (size * SINGLE))))
    return min(400, max(50, round(100 * _ratio(value))))


def _ratio(text: str) -> float:
    if text.endswith("%"):
        return number(text[:-1].partition(".")[0], 100) / 100
    return number(text, 100_000) / 100_000


def number(text: str, default: int) -> int:
    """Return a whole number; for none, or one beyond any page, the default."""
    try:
        value = int(text)
    except ValueError:
        return default
    return value if abs(value) < 2**40 else default
