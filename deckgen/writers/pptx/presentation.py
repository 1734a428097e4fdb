"""The presentation part: slides, sections, sizes, and the default text of free shapes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from ...model.deck import Section
from ...model.digests import sha1
from ...model.scene import Scene
from ...model.theme import Theme
from .lang import speech_of
from .oxml import DECLARATION, NAMESPACES, escape
from .text import Ink, level_xml

FIRST_SLIDE_ID = 256  # lower ids make PowerPoint refuse the file
MASTER_ID = 2147483648
SECTION_SPACE = UUID("6f4c1e0a-3c55-4d0e-9a0b-0d3f5d6b7c21")


def presentation_xml(
    scene: Scene, theme: Theme, slide_rids: Sequence[str], rids: Sequence[str]
) -> bytes:
    """Return ppt/presentation.xml; `rids` are those of the master and the notes master."""
    page = theme.grid.page
    slides = "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + i}" r:id="{rid}"/>' for i, rid in enumerate(slide_rids)
    )
    slides = f"<p:sldIdLst>{slides}</p:sldIdLst>" if slides else ""
    master, notes_master = rids
    ink = Ink(theme.palette, speech=speech_of(theme.lang))
    levels = "".join(level_xml(theme.style("row_line"), i, ink) for i in range(9))
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>'
        f'{slides}<p:sldSz cx="{page.width}" cy="{page.height}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle>{sections_xml(scene)}</p:presentation>"
    ).encode()


def _guid_of(section: Section) -> str:
    """Return a name-based UUID (RFC 9562, 5.5), as `uuid.uuid5` makes it with OpenSSL's SHA-1."""
    digest = sha1(SECTION_SPACE.bytes + section.key.encode())
    return f"{{{UUID(bytes=digest[:16], version=5)}}}".upper()


def sections_xml(scene: Scene) -> str:
    """Return the sections as XML; each page belongs to the last section that starts before it."""
    if not scene.sections:
        return ""
    starts = [section.first for section in scene.sections] + [len(scene.pages)]
    sections = "".join(
        f'<p14:section name="{escape(section.title)}" '
        f'id="{_guid_of(section)}"><p14:sldIdLst>'
        + "".join(
            f'<p14:sldId id="{FIRST_SLIDE_ID + i}"/>' for i in range(starts[n], starts[n + 1])
        )
        + "</p14:sldIdLst></p14:section>"
        for n, section in enumerate(scene.sections)
    )
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f"{sections}</p14:sectionLst></p:ext></p:extLst>"
    )


PRESENTATION_PROPERTIES = f"{DECLARATION}<p:presentationPr {NAMESPACES}/>".encode()
VIEW_PROPERTIES = (
    f'{DECLARATION}<p:viewPr {NAMESPACES}><p:normalViewPr><p:restoredLeft sz="15620"/>'
    '<p:restoredTop sz="80000"/></p:normalViewPr><p:slideViewPr><p:cSldViewPr><p:cViewPr>'
    '<p:scale><a:sx n="100" d="100"/><a:sy n="100" d="100"/></p:scale><p:origin x="0" y="0"/>'
    "</p:cViewPr><p:guideLst/></p:cSldViewPr></p:slideViewPr><p:notesTextViewPr><p:cViewPr>"
    '<p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/></p:cViewPr>'
    '</p:notesTextViewPr><p:gridSpacing cx="72008" cy="72008"/></p:viewPr>'
).encode()
