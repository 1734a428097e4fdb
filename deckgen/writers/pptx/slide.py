"""One slide part, as text."""

from __future__ import annotations

from collections.abc import Callable

from ...model.color import ColorRole
from ...model.scene import ChartShape, Page
from ...model.theme import LayoutSpec, Placeholder, Theme
from .master import COLOR_MAP
from .oxml import DECLARATION, NAMESPACES, escape
from .shape import TREE_HEAD, Pen, holder_xml
from .text import number_field
from .timing import timing_xml, transition_xml

FOOTER, NUMBER = 11, 12


def slide_xml(
    page: Page,
    theme: Theme,
    link: Callable[[str], str],
    picture: Callable[[bytes], str],
    chart: Callable[[ChartShape], str],
) -> bytes:
    """Return the slide of a page; the callables make its relationships as they are met."""
    spec = theme.layouts[page.layout]
    pen = Pen(theme.palette.swapped(page.accent), link, picture, spec, chart, theme.lang)
    shapes = pen.draw(page.shapes)
    colors = _color_map(page.accent)
    if theme.template:  # its own colours, as its layout shows them
        colors = theme.template.layout(spec.part).color_map or "<a:masterClrMapping/>"
    hidden = ' show="0"' if page.hidden else ""
    return (
        f"{DECLARATION}<p:sld {NAMESPACES}{hidden}><p:cSld><p:spTree>{TREE_HEAD}{shapes}"
        f"{_furniture(page, spec, pen)}</p:spTree></p:cSld>"
        f"<p:clrMapOvr>{colors}</p:clrMapOvr>"
        f"{transition_xml(page)}{timing_xml(page, pen.drawn)}</p:sld>"
    ).encode()


def _color_map(accent: ColorRole) -> str:
    """Put the section's accent in the place of the first, and the first in its place.

    The layouts know accent 1 only; this native override recolours all that a slide inherits, and
    follows when the theme's colours are changed.
    """
    if accent is ColorRole.ACCENT1:
        return "<a:masterClrMapping/>"
    own = accent.value
    swapped = COLOR_MAP.replace('accent1="accent1"', f'accent1="{own}"')
    swapped = swapped.replace(f'{own}="{own}"', f'{own}="accent1"')
    return f"<a:overrideClrMapping {swapped}/>"


def _furniture(page: Page, spec: LayoutSpec, pen: Pen) -> str:
    """Return footer and slide number: PowerPoint puts them on no slide of its own accord.

    They are the slide's way back: a click leads to its section's start, and to the agenda.
    """
    if not page.footer and not page.numbered:
        return ""
    align = "" if spec.part else '<a:pPr algn="l"/>'
    footer = f"{align}<a:r><a:rPr {pen.ink.speech.own}/><a:t>{escape(page.footer)}</a:t></a:r>"
    number = number_field(str(page.number), pen.ink.speech)
    furniture = {NUMBER: (page.home, number)}
    if page.footer:
        furniture[FOOTER] = (page.back, footer)
    return "".join(
        _holder(holder, *furniture[holder.idx], pen)
        for holder in spec.placeholders
        # a stranger's layout may have none, and a template's
        if holder.idx in furniture and (holder.native or not spec.part)
    )


def _holder(holder: Placeholder, link: str, words: str, pen: Pen) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{pen.take_id()}" name="{pen.said(holder.name)}">'
        f"{pen.link(link) if link else ''}</p:cNvPr><p:cNvSpPr>"
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{holder_xml(holder)}</p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{words}</a:p></p:txBody></p:sp>"
    )
