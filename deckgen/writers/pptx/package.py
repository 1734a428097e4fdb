"""The package: parts and their relationships, written as a zip file with fixed times.

Parts are named by counting and a relationship is added without a search, so that each costs the
same in a deck of 2,000 slides as in one of two (ECMA-376 part 2, Open Packaging Conventions).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from .archive import zipped
from .kinds import ContentType, Relation
from .oxml import DECLARATION, escape

PICTURES = {"png": ContentType.PNG, "jpg": ContentType.JPEG}  # stored as they are: packed already
URI_MARKS = "%:/?#[]@!$&'()*+,;=-._~"  # RFC 3986, 2.2 and 2.3; % for what is quoted already
SCHEMAS = "http://schemas.openxmlformats.org/package/2006"


@dataclass(slots=True, eq=False)
class Part:
    """A file in the package: its name ("/ppt/slides/slide1.xml"), and what it is related to."""

    name: str
    content_type: str
    blob: bytes = b""
    relationships: list[tuple[str, str]] = field(default_factory=list)  # kind, where to as written

    @property
    def folder(self) -> str:
        """Where it stands, with a slash at the end: "/ppt/slides/"."""
        return self.name[: self.name.rindex("/") + 1]


class PartList:
    """The parts of one package in the order they are written."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.relationships: dict[str, bytes] = {}  # of parts that are taken over as they are
        self._root = Part("/", "")
        self._names: set[str] = set()
        self._numbers: dict[str, int] = {}

    def add(self, name: str, content_type: str, blob: bytes = b"") -> Part:
        """Add a part by its name in the package, "/ppt/slides/slide1.xml"."""
        part = Part(name, content_type, blob)
        self.parts.append(part)
        self._names.add(name.lower())
        return part

    def free(self, pattern: str) -> str:
        """Return a name that no part has yet, by counting: "/ppt/slides/slide{}.xml"."""
        number = self._numbers.get(pattern, 0) + 1
        while pattern.format(number).lower() in self._names:
            number += 1
        self._numbers[pattern] = number
        return pattern.format(number)

    def relate_package(self, part: Part, kind: str) -> None:
        """Relate the package itself to a part."""
        relate(self._root, part, kind)

    def to_bytes(self) -> bytes:
        """Return the zip file: content types first, then every part and its relationships."""
        return zipped(self._entries())

    def _entries(self) -> Iterator[tuple[str, bytes, bool]]:
        yield "[Content_Types].xml", self._content_types(), False
        yield "_rels/.rels", relationships_xml(self._root), False
        for part in self.parts:
            yield part.name[1:], part.blob, part.name.endswith(tuple(PICTURES))
            rels = self.relationships.get(part.name, b"")
            if part.relationships:
                rels = relationships_xml(part)
            if rels:
                folder = part.folder
                yield f"{folder[1:]}_rels/{part.name[len(folder) :]}.rels", rels, False

    def _content_types(self) -> bytes:
        types = {"rels": ContentType.RELATIONSHIPS, "xml": ContentType.XML, **PICTURES}
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in types.items()
        )
        own = "".join(
            f'<Override PartName="{escape(part.name)}" ContentType="{escape(part.content_type)}"/>'
            for part in self.parts
            if PICTURES.get(part.name.rpartition(".")[2]) != part.content_type
        )
        head = f'{DECLARATION}<Types xmlns="{SCHEMAS}/content-types">'
        return f"{head}{defaults}{own}</Types>".encode()


def relate(source: Part, target: Part, kind: str) -> str:
    """Relate two parts and return the relationship's id; the caller knows that it is new."""
    return _relate(source, kind, f'{_relative(source.folder, target.name)}"')


def relate_url(source: Part, url: str) -> str:
    """Relate a part to an address outside the package.

    What no URI may hold is quoted: PowerPoint offers to repair a file for a space in a target.
    """
    target = escape(quote(url.strip(), URI_MARKS, errors="replace"))
    return _relate(source, Relation.LINK, f'{target}" TargetMode="External"')


def _relate(source: Part, kind: str, target: str) -> str:
    source.relationships.append((kind, target))
    return f"rId{len(source.relationships)}"


def relationships_xml(part: Part) -> bytes:
    """Return the relationships of a part, targets relative to its folder."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}/>'
        for number, (kind, target) in enumerate(part.relationships, 1)
    )
    head = f'{DECLARATION}<Relationships xmlns="{SCHEMAS}/relationships">'
    return f"{head}{lines}</Relationships>".encode()


def _relative(folder: str, name: str) -> str:
    """Return a part's name as seen from a folder; posixpath.relpath is ten times slower."""
    up = ""
    while not name.startswith(folder):
        folder = folder[: folder.rindex("/", 0, -1) + 1]
        up += "../"
    return up + name[len(folder) :]
