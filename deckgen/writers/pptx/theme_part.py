"""The theme part: twelve colour slots, the fonts with their East Asian faces, plain effects.

PowerPoint's Design tab lists what stands here by name.
"""

from __future__ import annotations

from ...model.color import Color, ColorRole, Tone
from ...model.style import FontPair
from ...model.theme import Theme
from .oxml import DECLARATION, escape

SLOT_ROLES = (
    ("dk1", ColorRole.TEXT),
    ("lt1", ColorRole.BACKGROUND),
    ("dk2", ColorRole.MUTED),
    ("lt2", ColorRole.SURFACE),
    ("accent1", ColorRole.ACCENT1),
    ("accent2", ColorRole.ACCENT2),
    ("accent3", ColorRole.ACCENT3),
    ("accent4", ColorRole.ACCENT4),
    ("accent5", ColorRole.ACCENT5),
    ("accent6", ColorRole.ACCENT6),
)
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = (
    '<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">' + _SOLID + '<a:prstDash val="solid"/>'
    '<a:miter lim="800000"/></a:ln>'
)


def theme_xml(theme: Theme) -> bytes:
    """Return the theme part of a master."""
    colors = theme.palette.colors
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{colors[role].hex}"/></a:{slot}>' for slot, role in SLOT_ROLES
    )
    # links are read as text, so they take the accent's readable shade
    link = theme.palette.rgb(Color(ColorRole.ACCENT1, Tone.INK)).hex
    slots += f'<a:hlink><a:srgbClr val="{link}"/></a:hlink>'
    slots += f'<a:folHlink><a:srgbClr val="{colors[ColorRole.MUTED].hex}"/></a:folHlink>'
    fonts = theme.fonts
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="{escape(theme.title)}"><a:themeElements>'
        f'<a:clrScheme name="{escape(theme.title)}">{slots}</a:clrScheme>'
        f'<a:fontScheme name="{escape(theme.title)}">'
        f"<a:majorFont>{_font(fonts.major)}</a:majorFont>"
        f"<a:minorFont>{_font(fonts.minor)}</a:minorFont></a:fontScheme>"
        f"{_formats()}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()


def _font(pair: FontPair) -> str:
    # Hant and Jpan name the faces that Office itself ships for those scripts
    scripts = (("Hans", pair.ea), ("Hant", "Microsoft JhengHei"), ("Jpan", "Yu Gothic"))
    return (
        f'<a:latin typeface="{escape(pair.latin)}"/><a:ea typeface="{escape(pair.ea)}"/>'
        '<a:cs typeface=""/>'
        + "".join(f'<a:font script="{name}" typeface="{escape(face)}"/>' for name, face in scripts)
    )


def _formats() -> str:
    """Three fills, lines, effects and grounds, as the schema wants; all of them flat."""
    lines = "".join(_LINE.format(width=width) for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:fmtScheme name="deckgen"><a:fillStyleLst>{3 * _SOLID}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{3 * effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{3 * _SOLID}</a:bgFillStyleLst></a:fmtScheme>"
    )
