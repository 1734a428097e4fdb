"""The theme part: twelve colour slots, the fonts with their East Asian faces, effects.

PowerPoint's Design tab lists what stands here by name.
"""

from __future__ import annotations

from ...model.color import Color, ColorRole, Tone
from ...model.style import FontPair
from ...model.theme import Theme
from .oxml import DECLARATION, escape, shadow_xml

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
# faces that Office ships for those scripts: without serifs, and with them
OFFICE = {
    "Hant": ("Microsoft JhengHei", "PMingLiU"),
    "Jpan": ("Yu Gothic", "Yu Mincho"),
    "Hang": ("Malgun Gothic", "Batang"),
}
SERIFS = ("SimSun", "NSimSun", "STSong", "Songti SC", "FangSong", "KaiTi", "STKaiti", "Kaiti SC")
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
# the third of PowerPoint's background styles: the ground, a little deeper below
_SHADED = (
    '<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0"><a:schemeClr val="phClr"/></a:gs>'
    '<a:gs pos="100000"><a:schemeClr val="phClr"><a:shade val="90000"/></a:schemeClr></a:gs>'
    '</a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>'
)
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
        f"{_formats(theme)}</a:themeElements>{_defaults(theme)}<a:extraClrSchemeLst/></a:theme>"
    ).encode()


def _font(pair: FontPair) -> str:
    """Return a pair of faces, and the theme's or Office's own for other scripts of East Asia."""
    is_serif = pair.ea in SERIFS
    office = {script: faces[is_serif] for script, faces in OFFICE.items()}
    scripts = {"Hans": pair.ea, **office, **dict(pair.scripts)}
    return (
        f'<a:latin typeface="{escape(pair.latin)}"/><a:ea typeface="{escape(pair.ea)}"/>'
        '<a:cs typeface=""/>'
        + "".join(
            f'<a:font script="{name}" typeface="{escape(face)}"/>' for name, face in scripts.items()
        )
    )


def _defaults(theme: Theme) -> str:
    """Return how a shape and a line begin that a hand draws: flat, their words readable."""
    role = theme.palette.shift(Color(ColorRole.ACCENT1, Tone.ON)).role
    words = next(slot for slot, one in SLOT_ROLES if one is role)

    def style(line: int, fill: int) -> str:
        accent = '<a:schemeClr val="accent1"/>'
        return (
            f'<a:style><a:lnRef idx="{line}">{accent}</a:lnRef><a:fillRef idx="{fill}">{accent}'
            f'</a:fillRef><a:effectRef idx="0">{accent}</a:effectRef><a:fontRef idx="minor">'
            f'<a:schemeClr val="{words}"/></a:fontRef></a:style>'
        )

    head = "<a:spPr/><a:bodyPr/><a:lstStyle/>"
    return (
        f"<a:objectDefaults><a:spDef>{head}{style(0, 1)}</a:spDef>"
        f"<a:lnDef>{head}{style(2, 0)}</a:lnDef></a:objectDefaults>"
    )


def _formats(theme: Theme) -> str:
    """Return three fills, lines, effects and grounds, as the schema wants.

    They are what a shape drawn by hand may take: the theme's line, and at the third its shadow.
    """
    width = theme.tokens.line
    lines = "".join(_LINE.format(width=one) for one in (width // 2, width, 2 * width))
    flat = "<a:effectLst/>"
    shadow = theme.tokens.shadow
    effects = (flat, flat, shadow_xml(shadow, theme.palette) if shadow else flat)
    styles = "".join(f"<a:effectStyle>{effect}</a:effectStyle>" for effect in effects)
    return (
        f'<a:fmtScheme name="{escape(theme.title)}"><a:fillStyleLst>{3 * _SOLID}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{styles}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{2 * _SOLID}{_SHADED}</a:bgFillStyleLst></a:fmtScheme>"
    )
