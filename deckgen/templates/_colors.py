"""A theme's colours as a master's colour map names them, and what colour an element means.

PowerPoint's slots (bg1, tx1, bg2, tx2, accent1 to 6) are kept by name, for that is what slides
will say; a colour that is none of them becomes the role that is nearest to it.
ECMA-376 part 1, 20.1.2.3 (colours and their transforms), 20.1.6.2 (clrScheme), 19.3.1.6 (clrMap).
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ..model.color import ACCENTS, Color, ColorRole, Rgb

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLOTS = {
    "bg1": ColorRole.BACKGROUND,
    "tx1": ColorRole.TEXT,
    "bg2": ColorRole.SURFACE,
    "tx2": ColorRole.MUTED,
    **{role.value: role for role in ACCENTS},
}
PLAIN_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
# what a scheme lacks: Office's own
OFFICE = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4",
    "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5",
    "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
# the few preset names that templates write (ST_PresetColorVal)
PRESETS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "gray": "808080", "grey": "808080", "ltGray": "D3D3D3", "dkGray": "A9A9A9",
}  # fmt: skip
GREY = Rgb(128, 128, 128)


def scheme_of(theme: etree._Element) -> dict[str, Rgb]:
    """Return the twelve colours of a theme part by their names in the scheme."""
    colors = {name: Rgb.from_hex(value) for name, value in OFFICE.items()}
    scheme = theme.find(f".//{A}clrScheme")
    for slot in scheme if scheme is not None else ():
        name = etree.QName(slot).localname
        if name in colors and len(slot):
            colors[name] = literal(slot[0]) or colors[name]
    return colors


def literal(element: etree._Element) -> Rgb | None:
    """Return the colour of an srgbClr, sysClr or prstClr without its transforms."""
    match etree.QName(element).localname:
        case "srgbClr":
            return _hex(element.get("val", ""))
        case "sysClr":
            return _hex(element.get("lastClr", "")) or _hex(
                "FFFFFF" if element.get("val") == "window" else "000000"
            )
        case "prstClr":
            return _hex(PRESETS.get(element.get("val", ""), ""))
    return None


def mapped(scheme: Mapping[str, Rgb], color_map: Mapping[str, str]) -> dict[str, Rgb]:
    """Return the scheme's colours by the names that a colour map gives them."""
    names = ("bg1", "tx1", "bg2", "tx2", *(role.value for role in ACCENTS), "hlink", "folHlink")
    return {
        name: scheme.get(color_map.get(name, PLAIN_MAP.get(name, name)), GREY) for name in names
    }


def color_of(
    parent: etree._Element | None, colors: Mapping[str, Rgb], placeholder: Rgb | None = None
) -> Rgb | None:
    """Return what the first colour element inside `parent` means; None without one.

    `placeholder` is what phClr stands for in a theme's own fills.
    """
    for element in parent if parent is not None else ():
        name = etree.QName(element).localname
        if name == "schemeClr":
            slot = element.get("val", "")
            slot = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(slot, slot)
            base = placeholder if slot == "phClr" else colors.get(slot)
        else:
            base = literal(element)
        if base is not None:
            return _transformed(base, element)
    return None


def role_of(parent: etree._Element | None, colors: Mapping[str, Rgb], fallback: ColorRole) -> Color:
    """Return the role for the colour inside `parent`: its slot's, or that of the nearest slot."""
    first = next(iter(parent if parent is not None else ()), None)
    if first is not None and etree.QName(first).localname == "schemeClr" and not len(first):
        role = SLOTS.get(first.get("val", ""))
        if role:
            return Color(role)
    rgb = color_of(parent, colors)
    return Color(nearest(rgb, colors)) if rgb else Color(fallback)


def nearest(rgb: Rgb, colors: Mapping[str, Rgb]) -> ColorRole:
    """Return the role whose slot is the nearest to a colour; the first of equals."""
    return SLOTS[min(SLOTS, key=lambda slot: distance(rgb, colors[slot]))]


def distance(one: Rgb, other: Rgb) -> int:
    """Return how far apart two colours are, the eye's weight for each channel counted in."""
    red, green, blue = one.red - other.red, one.green - other.green, one.blue - other.blue
    return 3 * red * red + 6 * green * green + blue * blue


def _hex(text: str) -> Rgb | None:
    try:
        return Rgb.from_hex(text)
    except ValueError:
        return None


def _transformed(rgb: Rgb, element: etree._Element) -> Rgb:
    """Apply lumMod and lumOff together, shade and tint as mixing with black and white."""
    values = {etree.QName(one).localname: _per_cent(one.get("val", "")) for one in element}
    mod, off = values.get("lumMod", 100), values.get("lumOff", 0)
    if (mod, off) != (100, 0):
        rgb = rgb.shift(mod, off)
    if "shade" in values:
        rgb = _mixed(rgb, Rgb(0, 0, 0), values["shade"])
    if "tint" in values:
        rgb = _mixed(rgb, Rgb(255, 255, 255), values["tint"])
    return rgb


def _mixed(rgb: Rgb, other: Rgb, share: int) -> Rgb:
    part = min(100, max(0, share))

    def mix(one: int, two: int) -> int:
        return (one * part + two * (100 - part)) // 100

    return Rgb(mix(rgb.red, other.red), mix(rgb.green, other.green), mix(rgb.blue, other.blue))


def _per_cent(text: str) -> int:
    try:
        return round(int(text.removesuffix("%")) / (1 if text.endswith("%") else 1000))
    except ValueError:
        return 100
