"""A table as PowerPoint's own: cells in a grid, their look left to the deck's table style.

The style is written in roles, once a deck: head row, lines between the rows, nothing else. A
cell's words carry their size and their side, which a table style cannot say.
https://learn.microsoft.com/openspecs/office_standards/ms-oi29500 (20.1.4.2, tblStyle)
"""

from __future__ import annotations

from ...model.color import Color, ColorRole, Tone
from ...model.scene import Box, TableShape, TextParagraph
from ...model.theme import Palette, Theme
from .oxml import DECLARATION, color_xml
from .text import ALIGNS, ANCHORS, Ink, run_xml

STYLE_ID = "{6E1B2C57-0F5B-4C8E-9D64-2B7A41C3D9E5}"
STYLE_NAME = "deckgen"
DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
# LibreOffice gives cells the master's other text, bullets and all, where they do not say otherwise
PLAIN = (
    '<a:pPr marL="0" indent="0" algn="{}" hangingPunct="0"><a:lnSpc><a:spcPct val="100000"/>'
    '</a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>'
)
SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")


def table_xml(table: TableShape, ink: Ink) -> str:
    """Return the a:graphicData of a table."""
    columns = "".join(f'<a:gridCol w="{cell.frame.width}"/>' for cell in table.cells[0])
    rows = "".join(
        f'<a:tr h="{row[0].frame.height}">{"".join(_cell(cell, ink) for cell in row)}</a:tr>'
        for row in table.cells
    )
    return (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{STYLE_ID}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData>"
    )


def _cell(cell: Box, ink: Ink) -> str:
    insets = cell.text.insets
    paragraphs = "".join(_paragraph(one, ink) for one in cell.text.paragraphs)
    paragraphs = paragraphs or f"<a:p><a:endParaRPr {ink.speech.own}/></a:p>"
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        f'<a:tcPr marL="{insets.left}" marR="{insets.right}" marT="{insets.top}" '
        f'marB="{insets.bottom}" anchor="{ANCHORS[cell.text.anchor]}"/></a:tc>'
    )


def _paragraph(paragraph: TextParagraph, ink: Ink) -> str:
    size = f' sz="{round(paragraph.size_pt * 100)}"'
    runs = "".join(run_xml(run, paragraph.style, size, ink) for run in paragraph.runs)
    align = ALIGNS[paragraph.style.align]
    return f"<a:p>{PLAIN.format(align)}{runs}<a:endParaRPr {ink.speech.own}{size}/></a:p>"


def table_styles_xml(theme: Theme) -> bytes:
    """Return ppt/tableStyles.xml with the one style that tables of this deck have."""
    palette = theme.palette
    accent = Color(ColorRole.ACCENT1)
    rule = _line(Color(ColorRole.ACCENT1, Tone.MID), theme.tokens.line, palette)
    edge = _line(accent, 2 * theme.tokens.line, palette)
    whole = _part("wholeTbl", Color(ColorRole.TEXT), palette, {"insideH": rule, "bottom": edge})
    head = _part("firstRow", Color(ColorRole.ACCENT1, Tone.ON), palette, {}, accent)
    return (
        f'{DECLARATION}<a:tblStyleLst {DRAWING} def="{STYLE_ID}">'
        f'<a:tblStyle styleId="{STYLE_ID}" styleName="{STYLE_NAME}">{whole}{head}</a:tblStyle>'
        "</a:tblStyleLst>"
    ).encode()


def _part(
    name: str, text: Color, palette: Palette, lines: dict[str, str], fill: Color | None = None
) -> str:
    """Return one part of a table style; a head is filled and bold."""
    none = "<a:ln><a:noFill/></a:ln>"
    drawn = SIDES if fill is None else tuple(lines)
    borders = "".join(f"<a:{side}>{lines.get(side, none)}</a:{side}>" for side in drawn)
    ground = f"<a:solidFill>{color_xml(fill, palette)}</a:solidFill>" if fill else "<a:noFill/>"
    return (
        f'<a:{name}><a:tcTxStyle b="{"on" if fill else "off"}"><a:fontRef idx="minor">'
        f'<a:schemeClr val="tx1"/></a:fontRef>{color_xml(text, palette)}</a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill>{ground}</a:fill></a:tcStyle></a:{name}>"
    )


def _line(color: Color, width: int, palette: Palette) -> str:
    return f'<a:ln w="{width}"><a:solidFill>{color_xml(color, palette)}</a:solidFill></a:ln>'
