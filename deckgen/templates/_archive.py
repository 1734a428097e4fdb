"""The zip file that a template is: checked before anything is believed, read part by part.

What comes in is bytes from anywhere; what leaves are parts that are no larger than allowed, XML
without a document type, and relationships that lead to parts of the same file. Whatever cannot be
used raises `DeckgenError`, which says what to do in PowerPoint.
https://learn.microsoft.com/openspecs/office_standards/ms-offcrypto (the encrypted form)
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from ..model.origin import Origin
from ..model.record import record
from ..plugin import Source
from ..problems import DeckgenError, fail

MOST_ENTRIES = 20_000
MOST_BYTES = 192 * 1024 * 1024  # of all that is kept, unpacked
MOST_XML = 24 * 1024 * 1024  # of one part
MOST_NODES = 400_000  # elements of one part; a layout of a thousand shapes has some 30,000
OLE = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of files before 2007, and of encrypted ones
)
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
PRESENTATIONML = "application/vnd.openxmlformats-officedocument.presentationml."
MAIN = tuple(
    f"{PRESENTATIONML}{kind}.main+xml" for kind in ("presentation", "template", "slideshow")
)
SAVE_PPTX = "open it in PowerPoint and save it as a presentation (.pptx) or template (.potx)"
REPAIR = "open it in PowerPoint, let it be repaired, and save it again"
SAFE = ("http://", "https://", "mailto:")


@record
class Link:
    """A relationship: its type's last word, and the name of a part, or an address outside."""

    rid: str
    kind: str
    target: str
    is_external: bool


@dataclass(slots=True)
class Archive:
    """A template's file: parts are unpacked when they are asked for, and counted."""

    name: str
    zip: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    taken: int = 0

    def refuse(self, message: str, hint: str) -> DeckgenError:
        """Return the error for a template that cannot be used; `message` goes on after its name."""
        return fail(
            f"the template '{self.name}' {message}", hint, Origin(self.name), code="bad-template"
        )

    def has(self, name: str) -> bool:
        return name.lower() in self.entries

    def real(self, name: str) -> str:
        """Return a part's name as the file writes it: names are the same in either case."""
        return "/" + self.entries[name.lower()].filename

    def read(self, name: str) -> bytes:
        """Return the bytes of a part."""
        entry = self.entries.get(name.lower())
        if entry is None:
            raise self.refuse(f"lacks its part '{name}'", REPAIR)
        left = MOST_BYTES - self.taken
        try:
            with self.zip.open(entry) as file:
                blob = file.read(left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise self.refuse(f"is damaged at '{name}'", REPAIR) from error
        except (NotImplementedError, RuntimeError) as error:
            raise self.refuse(
                "is packed in a way that PowerPoint does not use", SAVE_PPTX
            ) from error
        self.taken += len(blob)
        if self.taken > MOST_BYTES:
            limit = MOST_BYTES // 1024**2
            hint = "make its pictures smaller: Picture Format > Compress Pictures"
            raise self.refuse(f"is larger than {limit} MiB when it is unpacked", hint)
        return blob

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part."""
        return self.parse(name, self.read(name))

    def parse(self, name: str, blob: bytes) -> etree._Element:
        """Return the root of XML that was read; no entity is ever resolved."""
        if len(blob) > MOST_XML:
            raise self.refuse(f"has too large a part, '{name}'", "delete what it does not need")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(blob, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.refuse(f"is damaged at '{name}'", REPAIR) from error
        docinfo = root.getroottree().docinfo
        if docinfo is not None and docinfo.internalDTD is not None:
            raise self.refuse(f"declares a document type in '{name}'", SAVE_PPTX)
        if sum(1 for _ in root.iter()) > MOST_NODES:
            raise self.refuse(f"has too large a part, '{name}'", "delete what it does not need")
        return root

    def content_type(self, name: str) -> str:
        """Return what a part is, as the file says."""
        ending = name.rpartition(".")[2].lower()
        return self.overrides.get(name.lower()) or self.defaults.get(ending, "")

    def rels_name(self, name: str) -> str:
        folder, _, last = name.rpartition("/")
        return f"{folder}/_rels/{last}.rels"

    def links(self, name: str) -> list[Link]:
        """Return the relationships of a part, "/" being the whole file."""
        rels = self.rels_name(name)
        if not self.has(rels):
            return []
        folder = name.rpartition("/")[0]
        links = []
        for one in self.tree(rels).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            is_external = one.get("TargetMode", "").lower() == "external"
            target = one.get("Target", "")
            if not is_external:
                target = self._resolve(folder, target)
            kind = one.get("Type", "").rpartition("/")[2]
            links.append(Link(one.get("Id", ""), kind, target, is_external))
        return links

    def _resolve(self, folder: str, target: str) -> str:
        """Return the name of the part that a target means, seen from a folder."""
        steps = [] if target.startswith("/") else folder.split("/")
        for step in target.split("/"):
            if step == ".." and steps:
                steps.pop()
            elif step not in ("", ".", ".."):
                steps.append(step)
        name = "/" + "/".join(step for step in steps if step)
        return name if self.has(name) else unquote(name)


def open_archive(source: Source) -> Archive:
    """Open a template's file; DeckgenError when it is something else, or cannot be trusted."""
    blob = source.blob
    if blob.startswith(OLE):
        raise _old_or_locked(source)
    try:
        archive = Archive(source.name, zipfile.ZipFile(io.BytesIO(blob)))
        infos = archive.zip.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        where = Origin(source.name)
        if blob.startswith(b"PK"):
            raise fail(
                f"the template '{source.name}' is damaged", REPAIR, where, code="bad-template"
            ) from error
        raise fail(
            f"'{source.name}' is no PowerPoint file",
            "name a .pptx or .potx",
            where,
            code="bad-template",
        ) from error
    if len(infos) > MOST_ENTRIES:
        raise archive.refuse(f"has more than {MOST_ENTRIES} parts", "delete what it does not need")
    for info in infos:
        if info.flag_bits & 1:
            raise archive.refuse(
                "is encrypted", "save it without a password: File > Info > Protect"
            )
        name = f"/{info.filename}".lower()
        if name in archive.entries:
            raise archive.refuse(f"is damaged: it has two parts '{info.filename}'", REPAIR)
        archive.entries[name] = info
    _read_types(archive)
    return archive


def _old_or_locked(source: Source) -> DeckgenError:
    """Tell an encrypted file from one of before 2007: both are in the same container."""
    where = Origin(source.name)
    if "EncryptedPackage".encode("utf-16-le") in source.blob:
        hint = "save it without a password: File > Info > Protect Presentation"
        return fail(f"the template '{source.name}' is encrypted", hint, where, code="bad-template")
    if "PowerPoint Document".encode("utf-16-le") in source.blob:
        message = f"the template '{source.name}' is in the form of before 2007 (.ppt, .pot)"
        return fail(message, SAVE_PPTX, where, code="bad-template")
    return fail(
        f"'{source.name}' is no PowerPoint file",
        "name a .pptx or .potx",
        where,
        code="bad-template",
    )


def _read_types(archive: Archive) -> None:
    if not archive.has("/[Content_Types].xml"):
        kind = "an OpenDocument file" if archive.has("/mimetype") else "no PowerPoint file"
        raise fail(
            f"'{archive.name}' is {kind}", SAVE_PPTX, Origin(archive.name), code="bad-template"
        )
    for one in archive.tree("/[Content_Types].xml"):
        if one.tag == f"{{{TYPES}}}Default":
            archive.defaults[one.get("Extension", "").lower()] = one.get("ContentType", "")
        elif one.tag == f"{{{TYPES}}}Override":
            archive.overrides[one.get("PartName", "").lower()] = one.get("ContentType", "")
    for content_type in (*archive.overrides.values(), *archive.defaults.values()):
        if "macroenabled" in content_type.lower() or "vbaproject" in content_type.lower():
            hint = "save it without them, as .pptx or .potx"
            raise archive.refuse("has macros, which a deck must not inherit", hint)


def main_part(archive: Archive) -> str:
    """Return the name of the presentation part; DeckgenError when the file is none."""
    for link in archive.links("/"):
        if link.kind == "officeDocument" and not link.is_external:
            if archive.content_type(link.target) in MAIN:
                return link.target
            message = f"'{archive.name}' is no presentation but another Office file"
            raise fail(message, "name a .pptx or .potx", Origin(archive.name), code="bad-template")
    raise archive.refuse("is damaged: it does not name its presentation", REPAIR)
