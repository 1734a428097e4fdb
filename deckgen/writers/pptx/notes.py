"""The notes master and notes pages: slide image, notes, page number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...model.richtext import Paragraph
from ...model.theme import Theme
from ...model.units import Rect, inches
from .master import COLOR_MAP
from .oxml import DECLARATION, NAMESPACES, transform_xml
from .shape import TREE_HEAD
from .text import LANG, NUMBER_FIELD, level_xml, run_xml

PAGE_WIDTH, PAGE_HEIGHT = 6_858_000, 9_144_000  # PowerPoint's own notes page, 7.5 x 10 in
IMAGE_16_9 = Rect(inches(0.75), inches(0.6), inches(6.0), inches(3.375))
IMAGE_4_3 = Rect(inches(1.5), inches(0.6), inches(4.5), inches(3.375))
BODY = Rect(inches(0.75), inches(4.2), inches(6.0), inches(5.0))
NUMBER = Rect(inches(3.75), inches(9.4), inches(3.0), inches(0.4))
BULLET = 'marL="228600" indent="-228600"><a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>'


def notes_master_xml(theme: Theme) -> bytes:
    """Return the notes master; its text is set in the theme's notes style."""
    style = theme.style("notes")
    levels = "".join(level_xml(style, i, theme.palette) for i in range(9))
    image = IMAGE_16_9 if theme.grid.page.width * 3 > theme.grid.page.height * 4 else IMAGE_4_3
    empty = f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr {LANG}/></a:p></p:txBody>"
    shapes = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片图像"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{transform_xml(image)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></p:spPr></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="备注"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform_xml(BODY)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"{empty}</p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="页码"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform_xml(NUMBER)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr anchor="b"/><a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1200"/>'
        f"</a:lvl1pPr></a:lstStyle><a:p>{NUMBER_FIELD.format(number='‹#›')}</a:p></p:txBody></p:sp>"
    )
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill>"
        '<a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{TREE_HEAD}{shapes}</p:spTree></p:cSld><p:clrMap {COLOR_MAP}/>"
        f"<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    ).encode()


def notes_xml(
    notes: Sequence[Paragraph], number: int, theme: Theme, link: Callable[[str], str]
) -> bytes:
    """Return the notes page of one slide; list items keep their bullets."""
    paragraphs = "".join(_paragraph(paragraph, theme, link) for paragraph in notes)
    return (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE_HEAD}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片图像"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="备注"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="页码"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{NUMBER_FIELD.format(number=number)}</a:p></p:txBody>"
        "</p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()


def _paragraph(paragraph: Paragraph, theme: Theme, link: Callable[[str], str]) -> str:
    style = theme.style("notes")
    properties = ""
    if paragraph.is_item:
        level = f'lvl="{min(8, paragraph.level)}" ' if paragraph.level else ""
        left = 228_600 * (min(8, paragraph.level) + 1)
        properties = f"<a:pPr {level}" + BULLET.replace('"228600"', f'"{left}"', 1)
    runs = "".join(run_xml(run, style, "", theme.palette, link) for run in paragraph.runs)
    return f"<a:p>{properties}{runs}<a:endParaRPr {LANG}/></a:p>"
