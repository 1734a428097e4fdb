"""What kinds of parts a package has, and of relationships between them (ECMA-376 part 1, 15 and 13;
part 2, annex E). One table each, for a letter amiss makes a file that PowerPoint refuses.
"""

from __future__ import annotations

from typing import Final

_OFFICE = "application/vnd.openxmlformats-officedocument"
_SLIDES = f"{_OFFICE}.presentationml"
_PACKAGE = "application/vnd.openxmlformats-package"
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


class ContentType:
    """The type that `[Content_Types].xml` gives a part."""

    XML: Final = "application/xml"
    RELATIONSHIPS: Final = f"{_PACKAGE}.relationships+xml"
    PRESENTATION: Final = f"{_SLIDES}.presentation.main+xml"
    TEMPLATE: Final = f"{_SLIDES}.template.main+xml"
    MASTER: Final = f"{_SLIDES}.slideMaster+xml"
    LAYOUT: Final = f"{_SLIDES}.slideLayout+xml"
    SLIDE: Final = f"{_SLIDES}.slide+xml"
    NOTES_MASTER: Final = f"{_SLIDES}.notesMaster+xml"
    NOTES: Final = f"{_SLIDES}.notesSlide+xml"
    PRES_PROPS: Final = f"{_SLIDES}.presProps+xml"
    VIEW_PROPS: Final = f"{_SLIDES}.viewProps+xml"
    TABLE_STYLES: Final = f"{_SLIDES}.tableStyles+xml"
    THEME: Final = f"{_OFFICE}.theme+xml"
    CHART: Final = f"{_OFFICE}.drawingml.chart+xml"
    WORKBOOK: Final = f"{_OFFICE}.spreadsheetml.sheet"
    CORE_PROPERTIES: Final = f"{_PACKAGE}.core-properties+xml"
    EXTENDED_PROPERTIES: Final = f"{_OFFICE}.extended-properties+xml"
    PNG: Final = "image/png"
    JPEG: Final = "image/jpeg"


class Relation:
    """What one part is to another."""

    OFFICE_DOCUMENT: Final = f"{OFFICE_RELATIONS}/officeDocument"
    MASTER: Final = f"{OFFICE_RELATIONS}/slideMaster"
    LAYOUT: Final = f"{OFFICE_RELATIONS}/slideLayout"
    SLIDE: Final = f"{OFFICE_RELATIONS}/slide"
    NOTES_MASTER: Final = f"{OFFICE_RELATIONS}/notesMaster"
    NOTES: Final = f"{OFFICE_RELATIONS}/notesSlide"
    PRES_PROPS: Final = f"{OFFICE_RELATIONS}/presProps"
    VIEW_PROPS: Final = f"{OFFICE_RELATIONS}/viewProps"
    TABLE_STYLES: Final = f"{OFFICE_RELATIONS}/tableStyles"
    THEME: Final = f"{OFFICE_RELATIONS}/theme"
    CHART: Final = f"{OFFICE_RELATIONS}/chart"
    WORKBOOK: Final = f"{OFFICE_RELATIONS}/package"
    IMAGE: Final = f"{OFFICE_RELATIONS}/image"
    LINK: Final = f"{OFFICE_RELATIONS}/hyperlink"
    CORE_PROPERTIES: Final = f"{_PACKAGE_RELATIONS}/metadata/core-properties"
    EXTENDED_PROPERTIES: Final = f"{OFFICE_RELATIONS}/extended-properties"
