"""The package: parts and relationships on python-pptx's packaging, written with fixed times.

python-pptx names parts and looks relationships up by walking all there are, which makes a deck of
2,000 slides quadratic; here parts are named by counting, and a relationship is added without a
search. Both use `_Relationships._add_relationship`, a private name, hence the version's bound in
pyproject.toml and the test that a saved deck reopens. Relationships and content types are written
as text: as element trees they took a third of all the time that writing takes.
"""

from __future__ import annotations

import io
import zipfile
from urllib.parse import quote

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, _Relationships
from pptx.opc.packuri import PackURI
from pptx.package import Package

from .oxml import DECLARATION, escape

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment a zip entry can hold
PICTURES = {"png": CT.PNG, "jpg": CT.JPEG}  # by ending; stored as they are, for they are packed
URI_MARKS = "%:/?#[]@!$&'()*+,;=-._~"  # RFC 3986, 2.2 and 2.3; % for what is quoted already
SCHEMAS = "http://schemas.openxmlformats.org/package/2006"


class PartList:
    """The parts of one package in the order they are written."""

    def __init__(self) -> None:
        self.package = Package(io.BytesIO())
        self.parts: list[Part] = []
        self.relationships: dict[str, bytes] = {}  # of parts that are taken over as they are
        self._names: set[str] = set()
        self._numbers: dict[str, int] = {}

    def add(self, name: str, content_type: str, blob: bytes = b"") -> Part:
        """Add a part by its name in the package, "/ppt/slides/slide1.xml"."""
        part = Part(PackURI(name), content_type, self.package, blob)
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
        self.package._rels._add_relationship(kind, part)

    def to_bytes(self) -> bytes:
        """Return the zip file: content types first, then every part and its relationships."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            _write(archive, "[Content_Types].xml", self._content_types())
            _write(archive, "_rels/.rels", relationships_xml("/", self.package._rels))
            for part in self.parts:
                folder, _, name = part.partname.rpartition("/")
                _write(archive, part.partname[1:], part.blob)
                rels = self.relationships.get(part.partname, b"")
                if len(part.rels):
                    rels = relationships_xml(f"{folder}/", part.rels)
                if rels:
                    _write(archive, f"{folder[1:]}/_rels/{name}.rels", rels)
        return buffer.getvalue()

    def _content_types(self) -> bytes:
        types = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML, **PICTURES}
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in types.items()
        )
        own = "".join(
            f'<Override PartName="{escape(part.partname)}" '
            f'ContentType="{escape(part.content_type)}"/>'
            for part in self.parts
            if PICTURES.get(part.partname.rpartition(".")[2]) != part.content_type
        )
        head = f'{DECLARATION}<Types xmlns="{SCHEMAS}/content-types">'
        return f"{head}{defaults}{own}</Types>".encode()


def relate(source: Part, target: Part, kind: str) -> str:
    """Relate two parts and return the relationship's id; the caller knows that it is new."""
    return str(source.rels._add_relationship(kind, target))


def relate_url(source: Part, url: str) -> str:
    """Relate a part to an address outside the package.

    What no URI may hold is quoted: PowerPoint offers to repair a file for a space in a target.
    """
    return str(
        source.rels._add_relationship(
            RT.HYPERLINK, quote(url.strip(), URI_MARKS, errors="replace"), True
        )
    )


def relationships_xml(folder: str, relationships: _Relationships) -> bytes:
    """Return the relationships of a part in `folder` ("/ppt/slides/"), targets relative to it."""
    lines = [
        f'<Relationship Id="{rid}" Type="{one.reltype}" Target="{escape(one.target_ref)}"'
        ' TargetMode="External"/>'
        if one.is_external
        else f'<Relationship Id="{rid}" Type="{one.reltype}" '
        f'Target="{_relative(folder, one.target_partname)}"/>'
        for rid, one in relationships.items()
    ]
    head = f'{DECLARATION}<Relationships xmlns="{SCHEMAS}/relationships">'
    return f"{head}{''.join(lines)}</Relationships>".encode()


def _relative(folder: str, name: str) -> str:
    """Return a part's name as seen from a folder; posixpath.relpath is ten times slower."""
    up = ""
    while not name.startswith(folder):
        folder = folder[: folder.rindex("/", 0, -1) + 1]
        up += "../"
    return up + name[len(folder) :]


def _write(archive: zipfile.ZipFile, name: str, blob: bytes) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.external_attr = 0o600 << 16
    is_packed = name.endswith(tuple(PICTURES))
    entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    archive.writestr(entry, blob)
