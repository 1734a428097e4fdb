"""The notes master and notes pages: the slide, what is said to it, and where we are.

A sheet of paper, whatever the theme: white, its text in the darker of the theme's two grounds. What
stands round the notes is small: the deck's title and date above, the slide's footer and number
below. Notes are set large enough to be read from a desk, and smaller only where they are long.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from ...model.deck import Properties
from ...model.record import record
from ...model.richtext import Paragraph, plain
from ...model.scene import Page
from ...model.style import TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Rect, inches, pt
from ...model.words import named
from .._paper import is_dark, on_paper
from .lang import Speech, speech_of
from .master import COLOR_MAP
from .oxml import DECLARATION, NAMESPACES, escape, transform_xml
from .shape import TREE_HEAD
from .text import Ink, level_xml, number_field, run_xml

PAGE_WIDTH, PAGE_HEIGHT = 6_858_000, 9_144_000  # PowerPoint's own notes page, 7.5 x 10 in
LEFT, WIDTH = inches(0.75), inches(6.0)
TOP, BOTTOM = inches(0.9), inches(9.25)
GAP = inches(0.25)
HEADER = Rect(LEFT, inches(0.42), inches(4.4), inches(0.3))
DATE = Rect(HEADER.right, HEADER.y, WIDTH - HEADER.width, HEADER.height)
FOOTER = Rect(LEFT, inches(9.4), inches(4.4), inches(0.3))
NUMBER = Rect(FOOTER.right, FOOTER.y, WIDTH - FOOTER.width, FOOTER.height)
# in a theme of bright text on a dark ground, paper takes the ground's colour for text and links
DARK_MAP = (
    'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="lt1" '
    'folHlink="lt1"'
)
MUTED = '<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>'
HAIR = '<a:schemeClr val="tx1"><a:lumMod val="25000"/><a:lumOff val="75000"/></a:schemeClr>'
LINE_EM, LATIN_EM = 1.45, 0.6  # a line's height and a Latin letter's width, at the most
SMALL = 1000  # hundredths of a point
BULLET = 'marL="228600" indent="-228600"><a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>'


@record
class _Pen:
    """What every run of a page's notes is written with; `size` is an attribute, or nothing."""

    style: TextStyle
    size: str
    ink: Ink


@record
class _Place:
    """A placeholder: its id, its name, how the master refers to it, and how a page does."""

    number: int
    name: str
    master: str
    page: str = ""


NOTES = _Place(3, "备注", 'type="body" sz="quarter" idx="3"', 'type="body" idx="3"')
TITLE = _Place(4, "页眉", 'type="hdr" sz="quarter"')
DAY = _Place(5, "日期", 'type="dt" sz="quarter" idx="1"')
FOOT = _Place(6, "页脚", 'type="ftr" sz="quarter" idx="4"')
COUNT = _Place(7, "页码", 'type="sldNum" sz="quarter" idx="5"')


def notes_master_xml(theme: Theme) -> bytes:
    """Return the notes master; its text is set in the theme's notes style."""
    style = theme.style("notes")
    lang, ink = theme.lang, Ink(theme.palette, speech=speech_of(theme.lang))
    levels = "".join(level_xml(style, i, ink) for i in range(9))
    image, body = _frames(theme)
    line = f'<a:ln w="6350"><a:solidFill>{HAIR}</a:solidFill></a:ln>'
    shapes = (
        _image(lang, transform_xml(image), line)
        + _holder(NOTES, _framed(body), _body(levels, ink.speech), lang)
        + _small(TITLE, HEADER, "l", lang)
        + _small(DAY, DATE, "r", lang)
        + _small(FOOT, FOOTER, "l", lang)
        + _small(COUNT, NUMBER, "r", lang)
    )
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill>"
        '<a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{TREE_HEAD}{shapes}</p:spTree></p:cSld><p:clrMap {_color_map(theme)}/>"
        f"<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    ).encode()


def notes_xml(
    page: Page, properties: Properties, theme: Theme, link: Callable[[str], str]
) -> bytes:
    """Return the notes page of one slide; list items keep their bullets."""
    style, size = theme.style("notes"), _size(page.notes, theme)
    own = "" if size == style.sizes[0] else f' sz="{round(size * 100)}"'
    lang, speech = theme.lang, speech_of(theme.lang)
    pen = _Pen(style, own, Ink(on_paper(theme.palette), link, speech))
    notes = "".join(_paragraph(paragraph, pen) for paragraph in page.notes)
    number = f"<a:p>{number_field(str(page.number), speech)}</a:p>"
    shapes = (
        _image(lang)
        + _holder(NOTES, "", notes, lang)
        + _words(TITLE, properties.title, lang)
        + _words(DAY, properties.date, lang)
        + _words(FOOT, page.footer, lang)
        + _holder(COUNT, "", number, lang)
    )
    return (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE_HEAD}{shapes}</p:spTree>"
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()


def _frames(theme: Theme) -> tuple[Rect, Rect]:
    """Return where the slide's picture stands, and the notes under it."""
    page = theme.grid.page
    image = Rect(LEFT, TOP, WIDTH, WIDTH * page.height // page.width)
    return image, Rect(LEFT, image.bottom + GAP, WIDTH, BOTTOM - image.bottom - GAP)


def _size(notes: Sequence[Paragraph], theme: Theme) -> float:
    """Return the first of the style's sizes at which the notes stay on their page, else the last.

    Rough is enough: nothing stands below them but the page's edge.
    """
    style, room = theme.style("notes"), _frames(theme)[1]
    for size in style.sizes:
        line = pt(size) * LINE_EM * style.spacing / 100
        per_line = room.width / pt(size)
        lines = sum(math.ceil((_ems(paragraph) + 1) / per_line) for paragraph in notes)
        if lines * line + len(notes) * pt(style.before_pt) <= room.height:
            return size
    return style.sizes[-1]


def _ems(paragraph: Paragraph) -> float:
    return sum(1 if char > "\u2e7f" else LATIN_EM for char in plain(paragraph.runs))


def _color_map(theme: Theme) -> str:
    return DARK_MAP if is_dark(theme.palette) else COLOR_MAP


def _image(lang: str, transform: str = "", line: str = "") -> str:
    """Return the place of the slide's picture."""
    reference = 'type="sldImg" idx="2"' if transform else 'type="sldImg"'
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>' if transform else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{named("幻灯片图像", lang)}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {reference}/></p:nvPr></p:nvSpPr>"
        f"<p:spPr>{transform}{geometry}{line}</p:spPr></p:sp>"
    )


def _holder(place: _Place, own: str, paragraphs: str, lang: str) -> str:
    """Return a placeholder; `own` are the shape properties that it does not inherit: the master's.

    A page's refers to the master's.
    """
    reference = place.master if own else place.page or place.master
    head = "" if paragraphs.startswith("<a:bodyPr") else "<a:bodyPr/><a:lstStyle/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{place.number}" name="{named(place.name, lang)}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {reference}/></p:nvPr></p:nvSpPr><p:spPr>{own}</p:spPr>"
        f"<p:txBody>{head}{paragraphs}</p:txBody></p:sp>"
    )


def _framed(frame: Rect) -> str:
    return f'{transform_xml(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def _body(levels: str, speech: Speech) -> str:
    """Return the master's notes, as wide as the picture; LibreOffice reads their levels here."""
    return (
        '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0"/>'
        f"<a:lstStyle>{levels}</a:lstStyle>{_empty(speech)}"
    )


def _empty(speech: Speech) -> str:
    return f"<a:p><a:endParaRPr {speech.own}/></a:p>"


def _small(place: _Place, frame: Rect, align: str, lang: str) -> str:
    """Return one of the master's small placeholders."""
    speech = speech_of(lang)
    content = f"<a:p>{number_field('‹#›', speech)}</a:p>" if place is COUNT else _empty(speech)
    return _holder(
        place,
        _framed(frame),
        '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle>'
        f'<a:lvl1pPr algn="{align}"><a:defRPr {speech.own} sz="{SMALL}"><a:solidFill>{MUTED}'
        '</a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr>'
        f"</a:lvl1pPr></a:lstStyle>{content}",
        lang,
    )


def _words(place: _Place, text: str, lang: str) -> str:
    if not text:
        return ""
    run = f"<a:p><a:r><a:rPr {speech_of(lang).own}/><a:t>{escape(text)}</a:t></a:r></a:p>"
    return _holder(place, "", run, lang)


def _paragraph(paragraph: Paragraph, pen: _Pen) -> str:
    properties = ""
    if paragraph.is_item:
        level = f'lvl="{min(8, paragraph.level)}" ' if paragraph.level else ""
        left: Emu = 228_600 * (min(8, paragraph.level) + 1)
        properties = f"<a:pPr {level}" + BULLET.replace('"228600"', f'"{left}"', 1)
    runs = "".join(run_xml(run, pen.style, pen.size, pen.ink) for run in paragraph.runs)
    return f"<a:p>{properties}{runs}<a:endParaRPr {pen.ink.speech.own}{pen.size}/></a:p>"
