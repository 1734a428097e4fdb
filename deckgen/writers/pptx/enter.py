"""A deck in somebody's template: the template's parts taken over, slides entered in their place.

What comes in is a Template whose parts are kept byte by byte; what is new is the presentation part,
which lists our slides instead of the template's. All that spoke of the sample slides is gone: their
list, sections, shows, and whatever an add-in noted of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ...model.record import record
from ...model.scene import Group, Scene, Shape, TableShape
from ...model.template import Template
from .kinds import OFFICE_RELATIONS
from .oxml import NAMESPACES
from .package import Part, PartList, relate
from .presentation import FIRST_SLIDE_ID, sections_xml
from .table import STYLE_ID

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# in the order of the schema; what is not among them speaks of slides that are gone
CHILDREN = (
    "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz",
    "embeddedFontLst", "defaultTextStyle", "extLst",
)  # fmt: skip
ONCE = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "embeddedFontLst")


@record
class Kept:
    """A template's parts in the new package, and the presentation's ids of them."""

    parts: dict[str, Part]
    rids: dict[str, str]
    notes_master: Part | None
    table_styles: Part | None
    notes_rid: str = ""


def take_over(parts: PartList, template: Template, presentation: Part) -> Kept:
    """Add a template's parts to the package, and relate the presentation to those it names."""
    kept: dict[str, Part] = {}
    for one in template.parts:
        kept[one.name] = parts.add(one.name, one.content_type, one.blob)
        if one.relationships:
            parts.relationships[one.name] = one.relationships
    rids: dict[str, str] = {}
    named: dict[str, Part] = {}
    for rid, (kind, target) in template.rids.items():
        rids[rid] = relate(presentation, kept[target], f"{OFFICE_RELATIONS}/{kind}")
        named.setdefault(kind, kept[target])
    return Kept(kept, rids, named.get("notesMaster"), named.get("tableStyles"))


def entered_xml(template: Template, kept: Kept, scene: Scene, slide_rids: Sequence[str]) -> bytes:
    """Return the template's presentation part with our slides and sections in it."""
    root = etree.fromstring(template.presentation)
    children: dict[str, etree._Element] = {
        etree.QName(child).localname: child for child in root if isinstance(child.tag, str)
    }
    for child in list(root):
        root.remove(child)
    for name in ONCE:
        if name in children:
            _rename(children[name], kept)
    if kept.notes_rid:
        children["notesMasterIdLst"] = _element(
            f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{kept.notes_rid}"/>'
            "</p:notesMasterIdLst>"
        )
    slides = "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + i}" r:id="{rid}"/>' for i, rid in enumerate(slide_rids)
    )
    children["sldIdLst"] = _element(f"<p:sldIdLst {NAMESPACES}>{slides}</p:sldIdLst>")
    children.pop("extLst", None)
    if sections := sections_xml(scene):
        children["extLst"] = _element(sections.replace("<p:extLst>", f"<p:extLst {NAMESPACES}>"))
    root.extend(children[name] for name in CHILDREN if name in children and _says(children[name]))
    etree.cleanup_namespaces(root, keep_ns_prefixes=["a", "r", "p"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _says(child: etree._Element) -> bool:
    """Tell whether a child has anything in it: a list without entries breaks the schema."""
    return bool(len(child) or child.attrib)


def _rename(element: etree._Element, kept: Kept) -> None:
    """Give relationships their new ids; what names one that is gone goes, too."""
    for one in list(element.iter()):
        rid = one.get(f"{R}id")
        if rid is None or one is element:
            continue
        if rid in kept.rids:
            one.set(f"{R}id", kept.rids[rid])
        elif (parent := one.getparent()) is not None:
            parent.remove(one)


def _element(xml: str) -> etree._Element:
    return etree.fromstring(xml)


def add_table_style(part: Part, scene: Scene, styles: bytes) -> None:
    """Add our table style to the template's, in a deck that has a table."""
    if not any(_has_table(page.shapes) for page in scene.pages):
        return
    root, ours = etree.fromstring(part.blob), etree.fromstring(styles)
    if not any(one.get("styleId") == STYLE_ID for one in root):
        root.extend(list(ours))
    part.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _has_table(shapes: Sequence[Shape]) -> bool:
    return any(
        isinstance(shape, TableShape) or (isinstance(shape, Group) and _has_table(shape.shapes))
        for shape in shapes
    )
