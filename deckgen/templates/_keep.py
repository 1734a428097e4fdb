"""Which parts of a template go into the deck: all that masters and layouts are made of.

Sample slides go, and with them notes, comments, tags and whatever nothing else leads to. A master
that jumps to a sample slide loses that jump, or the file would need repair. Nothing is fetched from
outside: a relationship that leads there is refused, unless it is a link for the reader.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from lxml import etree

from ..model.template import TemplatePart
from ._archive import RELATIONSHIPS, REPAIR, SAFE, Archive, Link
from ._decor import R

# of the presentation itself; its view, its shows and its comments speak of the sample slides
FROM_PRESENTATION = ("slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font")
NEVER = ("slide", "notesSlide", "comments", "commentAuthors", "vbaProject", "control")
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def kept_parts(
    archive: Archive, main: str
) -> tuple[tuple[TemplatePart, ...], dict[str, tuple[str, str]]]:
    """Return the parts to keep, in the order they are met, and the presentation's own ids."""
    waiting: list[str] = []
    rids: dict[str, tuple[str, str]] = {}
    for link in archive.links(main):
        if link.kind in FROM_PRESENTATION and not link.is_external and archive.has(link.target):
            rids[link.rid] = (link.kind, archive.real(link.target))
            waiting.append(archive.real(link.target))
    parts: dict[str, TemplatePart] = {}
    while waiting:
        name = waiting.pop(0)
        if name in parts:
            continue
        part, targets = _part(archive, name)
        parts[name] = part
        waiting.extend(targets)
    return tuple(parts.values()), rids


def _part(archive: Archive, name: str) -> tuple[TemplatePart, list[str]]:
    """Return a part with its relationships, and the parts that these lead to."""
    blob, links = archive.read(name), archive.links(name)
    content_type = archive.content_type(name) or "application/octet-stream"
    if name.lower().endswith((".xml", ".vml", ".rels")) or content_type.endswith("xml"):
        archive.parse(name, blob)  # a bomb in a part that we only copy is a bomb in the deck
    dropped = [link for link in links if _is_dropped(link)]
    kept = [link for link in links if link not in dropped]
    for link in kept:
        if not link.is_external and not archive.has(link.target):
            raise archive.refuse(f"is damaged: it lacks '{link.target}'", REPAIR)
        if link.is_external and link.kind != "hyperlink":
            hint = "break the link under File > Info > Edit Links, or insert what it shows"
            raise archive.refuse(f"loads '{link.target[:80]}' from outside", hint)
    if not dropped:
        rels = archive.read(archive.rels_name(name)) if links else b""
        return TemplatePart(name, content_type, blob, rels), _targets(kept, archive)
    blob = _without(archive.parse(name, blob), {link.rid for link in dropped})
    return TemplatePart(name, content_type, blob, _rels(kept, archive, name)), _targets(
        kept, archive
    )


def _is_dropped(link: Link) -> bool:
    if link.is_external:
        return link.kind == "hyperlink" and not link.target.lower().startswith(SAFE)
    return link.kind in NEVER


def _targets(links: list[Link], archive: Archive) -> list[str]:
    return [archive.real(link.target) for link in links if not link.is_external]


def _without(root: etree._Element, rids: set[str]) -> bytes:
    """Return a part without the elements that name relationships which are gone."""
    for element in list(root.iter()):
        names = [value for key, value in element.attrib.items() if str(key).startswith(R)]
        parent = element.getparent()
        if parent is not None and rids.intersection(map(str, names)):
            parent.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rels(links: list[Link], archive: Archive, name: str) -> bytes:
    """Write relationships anew, with the ids and types that they have in the file."""
    kept = {link.rid for link in links}
    lines = []
    for one in archive.tree(archive.rels_name(name)).iter(f"{{{RELATIONSHIPS}}}Relationship"):
        if one.get("Id") in kept:
            pairs = " ".join(
                f"{key!s}={quoteattr(str(value))}" for key, value in one.attrib.items()
            )
            lines.append(f"<Relationship {pairs}/>")
    head = f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">'
    return f"{head}{''.join(lines)}</Relationships>".encode()
