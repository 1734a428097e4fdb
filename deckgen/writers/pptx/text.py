"""Text bodies: paragraphs and runs, and the list styles that give levels their look.

A slide's runs carry only what differs from their level's style; fonts are always the theme's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...model.color import Color, ColorRole, Tone
from ...model.record import record
from ...model.richtext import Run
from ...model.scene import TextBody, TextParagraph
from ...model.style import Align, Anchor, Face, TextStyle
from ...model.theme import Palette, Placeholder
from ...model.units import Insets
from .lang import CHINESE, Speech
from .oxml import BREAK, color_xml, escape

ALIGNS = {Align.LEFT: "l", Align.CENTER: "ctr", Align.RIGHT: "r"}
ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
FACES = {Face.MAJOR: "mj", Face.MINOR: "mn", Face.MONO: "mn"}
Linker = Callable[[str], str]  # a link to the hlinkClick element for it, or nothing


@record
class Ink:
    """What every run is written with: the colours, what makes its links, and the languages."""

    palette: Palette
    link: Linker = lambda _: ""
    speech: Speech = CHINESE


def number_field(number: str, speech: Speech) -> str:
    """Return the field that shows a slide's number, with what it shows at first."""
    return (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f"<a:rPr {speech.own}/><a:t>{number}</a:t></a:fld>"
    )


def body_properties(anchor: Anchor, insets: Insets, autofit: str = "<a:normAutofit/>") -> str:
    """Return a layout's bodyPr; slides leave theirs empty and inherit it.

    normAutofit is for the hand that edits later: sizes are final when we write them, and
    PowerPoint shrinks only after an edit.
    """
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{insets.left}" tIns="{insets.top}" '
        f'rIns="{insets.right}" bIns="{insets.bottom}" rtlCol="0" anchor="{ANCHORS[anchor]}">'
        f"{autofit}</a:bodyPr>"
    )


def level_xml(style: TextStyle, level: int, ink: Ink, tag: str = "") -> str:
    """Return the properties of one level (0 to 8) in a list style."""
    name = tag or f"a:lvl{level + 1}pPr"
    face = FACES[style.face]
    # hangingPunct 0: left out, PowerPoint and LibreOffice let ，。 hang beyond the frame, and break
    # lines elsewhere than measured
    latin = f"+{face}-lt"
    if style.face is Face.MONO and style.fonts.latin:
        latin = escape(style.fonts.latin)  # a font scheme has no face for listings
    bullet = "<a:buNone/>"
    if style.bullet:
        mark = f"<a:buClr>{color_xml(style.bullet_color, ink.palette)}</a:buClr>"
        bullet = f'{mark}<a:buFont typeface="Arial"/><a:buChar char="{escape(style.bullet)}"/>'
    return (
        f'<{name} marL="{style.margin}" indent="{-style.indent}" algn="{ALIGNS[style.align]}" '
        f'defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">'
        f'<a:lnSpc><a:spcPct val="{style.spacing * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(style.before_pt * 100)}"/></a:spcBef>{bullet}'
        f'<a:defRPr {ink.speech.own} sz="{round(style.sizes[0] * 100)}" b="{int(style.bold)}" '
        f'i="{int(style.italic)}" kern="1200"><a:solidFill>{color_xml(style.color, ink.palette)}'
        f'</a:solidFill><a:latin typeface="{latin}"/><a:ea typeface="+{face}-ea"/>'
        f'<a:cs typeface="+{face}-cs"/></a:defRPr></{name}>'
    )


def list_style(styles: Sequence[TextStyle], ink: Ink) -> str:
    """Return a list style with one level a style, the last going on to the ninth."""
    if not styles:
        return "<a:lstStyle/>"
    full = [*styles, *([styles[-1]] * (9 - len(styles)))][:9]
    levels = "".join(level_xml(style, i, ink) for i, style in enumerate(full))
    return f"<a:lstStyle>{levels}</a:lstStyle>"


def run_xml(run: Run, style: TextStyle, size: str, ink: Ink) -> str:
    """Return one run; line breaks inside become `a:br`, tabs stay."""
    attributes = ink.speech.of(run.text) + size
    if run.bold and not style.bold:
        attributes += ' b="1"'
    if run.italic and not style.italic:
        attributes += ' i="1"'
    inner = ""
    if run.color:
        inner = f"<a:solidFill>{color_xml(run.color, ink.palette)}</a:solidFill>"
    if run.mark or run.code:
        ground = Color(ColorRole.ACCENT1, Tone.SOFT) if run.mark else Color(ColorRole.SURFACE)
        inner += f"<a:highlight>{color_xml(ground, ink.palette)}</a:highlight>"
    if run.link:
        inner += ink.link(run.link)
    properties = f"<a:rPr {attributes}>{inner}</a:rPr>" if inner else f"<a:rPr {attributes}/>"
    lines = BREAK.split(run.text)
    if len(lines) == 1:
        return f"<a:r>{properties}<a:t>{escape(run.text)}</a:t></a:r>"
    breaks = f"<a:br>{properties}</a:br>"
    return breaks.join(
        f"<a:r>{properties}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in lines
    )


def paragraph_xml(
    paragraph: TextParagraph, base: Sequence[TextStyle], ink: Ink, own: str = ""
) -> str:
    """Return a paragraph; `base` holds the styles of its placeholder's levels.

    `own` are attributes that differ from them.
    """
    style = paragraph.style
    level = paragraph.level
    if level:
        own = f' lvl="{level}"{own}'
    properties = f"<a:pPr{own}/>" if own else ""
    inherited = base[min(level, len(base) - 1)].sizes[0] if base else 0
    size = "" if paragraph.size_pt == inherited else f' sz="{round(paragraph.size_pt * 100)}"'
    runs = "".join(run_xml(run, style, size, ink) for run in paragraph.runs)
    return f"<a:p>{properties}{runs}<a:endParaRPr {ink.speech.own}{size}/></a:p>"


def text_body(text: TextBody, holder: Placeholder | None, ink: Ink) -> str:
    """Return a p:txBody; a placeholder's inherits everything but what differs."""
    base = holder.styles if holder else tuple({p.level: p.style for p in text.paragraphs}.values())
    paragraphs = "".join(
        paragraph_xml(paragraph, base, ink, _direction(paragraph.style, holder))
        for paragraph in text.paragraphs
    )
    if not paragraphs:
        paragraphs = f"<a:p><a:endParaRPr {ink.speech.own}/></a:p>"
    if holder:
        own = _own_insets(text.insets, holder.insets)
        return f"<p:txBody><a:bodyPr{own}/><a:lstStyle/>{paragraphs}</p:txBody>"
    properties = body_properties(text.anchor, text.insets, "<a:noAutofit/>")
    return f"<p:txBody>{properties}{list_style(base, ink)}{paragraphs}</p:txBody>"


def _direction(style: TextStyle, holder: Placeholder | None) -> str:
    """Turn a paragraph back that a template would set from right to left."""
    if not holder or not holder.native or not holder.native.is_turned:
        return ""
    align = "" if style.align is Align.CENTER else ' algn="l"'
    return f'{align} rtl="0"'


def _own_insets(insets: Insets, inherited: Insets) -> str:
    """Return the insets that differ from the layout's, as attributes."""
    sides = (
        ("lIns", insets.left, inherited.left),
        ("tIns", insets.top, inherited.top),
        ("rIns", insets.right, inherited.right),
    )
    return "".join(f' {name}="{own}"' for name, own, base in sides if own != base)
