"""What the file says of itself: core and extended properties, true to the outline.

Times come from SOURCE_DATE_EPOCH (reproducible-builds.org) or the outline's date, never from the
clock: the same input gives the same bytes.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

from ...model.regex import regex
from ...model.richtext import plain
from ...model.scene import Box, Group, Scene, Shape, TableShape
from .oxml import DECLARATION, escape

_DATE = regex(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_WORD = regex(r"[\u3400-\u9fff\uf900-\ufaff]|[A-Za-z0-9]+")  # a Han character counts as one


def timestamp(date: str) -> str:
    """Return the moment that the deck is from, in UTC; 1980-01-01 when nothing tells."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and int(epoch) < 253_402_300_800:
        return _stamp(datetime.fromtimestamp(int(epoch), UTC))
    found = _DATE.search(date)
    if found:
        try:
            year, month, day = (int(part) for part in found.groups())
            return _stamp(datetime(year, month, day, tzinfo=UTC))
        except ValueError:
            pass
    return "1980-01-01T00:00:00Z"


def _stamp(moment: datetime) -> str:
    return f"{moment.year:04}-{moment:%m-%dT%H:%M:%SZ}"  # %Y does not pad the year 999 on Linux


def core_xml(scene: Scene) -> bytes:
    """Return docProps/core.xml."""
    properties = scene.properties
    moment = timestamp(properties.date)
    stamp = 'xsi:type="dcterms:W3CDTF"'
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>{escape(properties.author)}</dc:creator>"
        f"<cp:keywords>{escape(properties.keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{escape(properties.author)}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision><dcterms:created {stamp}>{moment}</dcterms:created>"
        f"<dcterms:modified {stamp}>{moment}</dcterms:modified>"
        f"<dc:language>{escape(properties.lang)}</dc:language></cp:coreProperties>"
    ).encode()


def app_xml(scene: Scene, theme_title: str) -> bytes:
    """Return docProps/app.xml with the counts that PowerPoint shows."""
    titles = [theme_title, *(page.title or str(page.number) for page in scene.pages)]
    parts = "".join(f"<vt:lpstr>{escape(title)}</vt:lpstr>" for title in titles)
    words = sum(_words(page.shapes) for page in scene.pages)
    notes = sum(bool(page.notes) for page in scene.pages)
    slides, hidden = len(scene.pages), sum(page.hidden for page in scene.pages)
    heads = "".join(
        f"<vt:variant><vt:lpstr>{name}</vt:lpstr></vt:variant>"
        f"<vt:variant><vt:i4>{count}</vt:i4></vt:variant>"
        for name, count in (("Theme", 1), ("Slide Titles", slides))
    )
    return (
        f"{DECLARATION}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"<TotalTime>0</TotalTime><Words>{words}</Words><Application>deckgen</Application>"
        f"<PresentationFormat>Custom</PresentationFormat><Slides>{slides}</Slides>"
        f"<Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides>"
        f'<HeadingPairs><vt:vector size="4" baseType="variant">{heads}</vt:vector></HeadingPairs>'
        f'<TitlesOfParts><vt:vector size="{len(titles)}" baseType="lpstr">{parts}</vt:vector>'
        "</TitlesOfParts></Properties>"
    ).encode()


def _words(shapes: tuple[Shape, ...]) -> int:
    count = 0
    for shape in shapes:
        if isinstance(shape, Group):
            count += _words(shape.shapes)
        elif isinstance(shape, TableShape):
            count += _words(shape.drawn)
        elif isinstance(shape, Box):
            for paragraph in shape.text.paragraphs:
                count += len(_WORD.findall(plain(paragraph.runs)))
    return count
