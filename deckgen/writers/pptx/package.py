"""The package: parts and relationships on python-pptx's packaging, written with fixed times.

python-pptx names parts and looks relationships up by walking all there are, which makes a deck of
2,000 slides quadratic; here parts are named by counting, and a relationship is added without a
search. Both use `_Relationships._add_relationship`, a private name, hence the version's bound in
pyproject.toml and the test that a saved deck reopens.
"""

from __future__ import annotations

import io
import zipfile

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import _ContentTypesItem
from pptx.package import Package

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment a zip entry can hold
STORED = (".png", ".jpg", ".jpeg")


class PartList:
    """The parts of one package in the order they are written."""

    def __init__(self) -> None:
        self.package = Package(io.BytesIO())
        self.parts: list[Part] = []

    def add(self, name: str, content_type: str, blob: bytes = b"") -> Part:
        """Add a part by its name in the package, "/ppt/slides/slide1.xml"."""
        part = Part(PackURI(name), content_type, self.package, blob)
        self.parts.append(part)
        return part

    def relate_package(self, part: Part, kind: str) -> None:
        """Relate the package itself to a part."""
        self.package._rels._add_relationship(kind, part)

    def to_bytes(self) -> bytes:
        """Return the zip file: content types first, then every part and its relationships."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            types = serialize_part_xml(_ContentTypesItem.xml_for(self.parts))
            _write(archive, "[Content_Types].xml", types)
            _write(archive, "_rels/.rels", self.package._rels.xml)
            for part in self.parts:
                _write(archive, part.partname.membername, part.blob)
                if len(part.rels):
                    _write(archive, part.partname.rels_uri.membername, part.rels.xml)
        return buffer.getvalue()


def relate(source: Part, target: Part, kind: str) -> str:
    """Relate two parts and return the relationship's id; the caller knows that it is new."""
    return str(source.rels._add_relationship(kind, target))


def relate_url(source: Part, url: str) -> str:
    """Relate a part to an address outside the package."""
    return str(source.rels._add_relationship(RT.HYPERLINK, url, True))


def _write(archive: zipfile.ZipFile, name: str, blob: bytes) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.external_attr = 0o600 << 16
    is_packed = name.lower().endswith(STORED)
    entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    archive.writestr(entry, blob)
