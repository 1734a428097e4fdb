"""Raw DrawingML: the small pieces of XML text that every part is made of.

Slides are written as text, not as element trees: a slide of 4 kB takes 0.05 ms this way and some
0.6 ms as a tree of elements. Whatever text goes in here is escaped here.
"""

from __future__ import annotations

from ...model.color import Color, ColorRole
from ...model.regex import regex
from ...model.style import Fill, Geometry, Line, Shadow
from ...model.theme import Palette
from ...model.units import Rect

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)

# the master's colour map sends bg1, tx1, bg2, tx2 to lt1, dk1, lt2, dk2
SLOTS = {
    ColorRole.BACKGROUND: "bg1",
    ColorRole.TEXT: "tx1",
    ColorRole.SURFACE: "bg2",
    ColorRole.MUTED: "tx2",
}

BREAK = regex(r"\r\n|[\n\v\r\u2028]")  # as text/ measures; a CR in a:t makes a paragraph
# characters that XML 1.0 forbids, and lone surrogates
_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPECIAL = regex('[&<>"\u2028\x00-\x1f\ufffe\uffff\ud800-\udfff]')


def escape(text: str) -> str:
    """Return text that may stand in an element or in a double-quoted attribute.

    Line breaks become spaces: a run is cut at them first, and names and footers have one line.
    """
    if not _SPECIAL.search(text):
        return text
    text = _FORBIDDEN.sub("", BREAK.sub(" ", text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def color_xml(color: Color, palette: Palette) -> str:
    """Return a theme colour, with the palette's shift for the tone."""
    shift = palette.shift(color)
    slot = SLOTS.get(shift.role, shift.role.value)
    if shift.lum_mod == 100 and not shift.lum_off:
        return f'<a:schemeClr val="{slot}"/>'
    mod = f'<a:lumMod val="{shift.lum_mod * 1000}"/>'
    off = f'<a:lumOff val="{shift.lum_off * 1000}"/>' if shift.lum_off else ""
    return f'<a:schemeClr val="{slot}">{mod}{off}</a:schemeClr>'


def fill_xml(fill: Fill | None, palette: Palette) -> str:
    """Return a solid fill or a gradient, or the explicit absence of one."""
    if fill is None:
        return "<a:noFill/>"
    if fill.stops:
        return _gradient(fill, palette)
    return f"<a:solidFill>{color_xml(fill.color, palette)}</a:solidFill>"


def _gradient(fill: Fill, palette: Palette) -> str:
    stops = "".join(
        f'<a:gs pos="{stop.at * 1000}">{color_xml(stop.color, palette)}</a:gs>'
        for stop in fill.stops
    )
    way = f'<a:lin ang="{fill.angle * 60_000}" scaled="1"/>'
    if fill.is_radial:
        middle = '<a:fillToRect l="50000" t="50000" r="50000" b="50000"/>'
        way = f'<a:path path="circle">{middle}</a:path>'
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst>{way}</a:gradFill>'


def shadow_xml(shadow: Shadow, palette: Palette) -> str:
    """Return a soft shadow straight below a shape."""
    color = color_xml(shadow.color, palette).removesuffix("/>").removesuffix("</a:schemeClr>")
    if ">" not in color:
        color += ">"
    return (
        f'<a:effectLst><a:outerShdw blurRad="{shadow.blur}" dist="{shadow.distance}" '
        f'dir="5400000" algn="t" rotWithShape="0">{color}<a:alpha val="{shadow.strength * 1000}"/>'
        "</a:schemeClr></a:outerShdw></a:effectLst>"
    )


def line_xml(line: Line | None, palette: Palette, tip: str = "") -> str:
    """Return a stroke, `tip` at its end, or the explicit absence of one."""
    if line is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if line.dashed else ""
    fill = f"<a:solidFill>{color_xml(line.color, palette)}</a:solidFill>"
    cap, join = (' cap="rnd"', "<a:round/>") if line.rounded else ("", "")
    return f'<a:ln w="{line.width}"{cap}>{fill}{dash}{join}{tip}</a:ln>'


def transform_xml(frame: Rect, tag: str = "a:xfrm", flip: str = "") -> str:
    """Return a frame as position and extent."""
    return (
        f'<{tag}{flip}><a:off x="{frame.x}" y="{frame.y}"/>'
        f'<a:ext cx="{frame.width}" cy="{frame.height}"/></{tag}>'
    )


def geometry_xml(geometry: Geometry, corner: int, frame: Rect) -> str:
    """Return a preset geometry; `corner` is a radius, or a chevron's tip, in EMU.

    `adj` is that length in 100,000ths of the shorter side, at most half of it for a corner
    (ECMA-376 part 1, presetShapeDefinitions).
    """
    shorter = max(1, min(frame.width, frame.height))
    adjust = ""
    if geometry is Geometry.ROUND:
        adjust = f'<a:gd name="adj" fmla="val {min(50_000, corner * 100_000 // shorter)}"/>'
    elif geometry in (Geometry.CHEVRON, Geometry.PENTAGON) and corner:
        adjust = f'<a:gd name="adj" fmla="val {min(100_000, corner * 100_000 // shorter)}"/>'
    return f'<a:prstGeom prst="{geometry.value}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
