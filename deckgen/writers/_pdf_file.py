"""A PDF file on its way to bytes: numbered objects, and the fonts, pictures and tones pages share.

ISO 32000-1; pages are drawn on a `Canvas`, one each. The same pages give the same bytes: no clock
is read, and the file's id is made from what is in it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

from ..model.record import record
from ..pixels import Raster, raster
from ._typeface import EM, Typeface, typeface

FontKey = tuple[bool, bool]  # bold, and of fixed width
LEVEL = 6  # of zlib
_MOST_IN_BLOCK = 100  # of a table of characters, as Adobe's specification of them has it
_NAMES = {
    (False, False): "F0",
    (True, False): "F1",
    (False, True): "F2",
    (True, True): "F3",
}


@record
class About:
    """A file's properties."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    lang: str = ""


@record
class Bookmark:
    """A line of the reader's side bar, and where it leads: a page, by its number."""

    title: str
    page: int
    depth: int = 0


class _Letters(dict[str, str]):
    """The characters of one font as a file's text writes them, numbered as they come."""

    def __missing__(self, char: str) -> str:
        code = self[char] = f"{len(self) + 1:04x}"
        return code


class PdfFile:
    """Objects in order; number 1 is the catalogue, 2 the tree of pages, 3 what pages share.

    `is_packed` makes a small file; without it the file is made, and read, in less time.
    """

    def __init__(self, *, is_packed: bool = True) -> None:
        self._objects: list[bytes] = [b"", b"", b""]
        self._is_packed = is_packed
        self._pages: list[int] = []
        self._letters: dict[FontKey, _Letters] = {}
        self._pictures: dict[bytes, int] = {}
        self._shadings: dict[str, str] = {}
        self._opacities: dict[str, str] = {}

    def add(self, body: str | bytes) -> int:
        """Add an object, and return its number."""
        self._objects.append(body.encode("ascii") if isinstance(body, str) else body)
        return len(self._objects)

    def stream(self, about: str, data: bytes) -> int:
        """Add a stream; `about` are the entries of its dictionary."""
        if self._is_packed and "/Filter" not in about:
            data, about = zlib.compress(data, LEVEL), f"{about}/Filter/FlateDecode"
        head = f"<<{about}/Length {len(data)}>>stream\n".encode("ascii")
        return self.add(head + data + b"\nendstream")

    def add_page(self, size: tuple[float, float], contents: Sequence[int]) -> int:
        """Add a page of streams, and return the number of its object; `annotate` may follow."""
        drawn = " ".join(f"{number} 0 R" for number in contents)
        page = self.add(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]:.2f} {size[1]:.2f}]"
            f"/Resources 3 0 R/Contents[{drawn}]"
        )
        self._pages.append(page)
        return page

    @property
    def pages(self) -> Sequence[int]:
        """The numbers of the pages' objects."""
        return self._pages

    def finish_page(self, page: int, annotations: Iterable[str]) -> None:
        """End a page with its links."""
        numbers = [self.add(one) for one in annotations]
        links = " ".join(f"{number} 0 R" for number in numbers)
        self._objects[page - 1] += f"/Annots[{links}]>>".encode() if numbers else b">>"

    def letters(self, font: FontKey, text: str) -> str:
        """Return a text as the file writes it in a font."""
        known = self._letters.get(font)
        if known is None:
            known = self._letters[font] = _Letters()
        return "".join(map(known.__getitem__, text))

    def font_name(self, font: FontKey) -> str:
        return _NAMES[font]

    def picture(self, blob: bytes) -> tuple[str, int, int]:
        """Return a picture's name, and how many pixels it is wide and high."""
        image = raster(blob)
        number = self._pictures.get(blob)
        if number is None:
            number = self._pictures[blob] = self._picture(image)
        return f"I{number}", image.width, image.height

    def _picture(self, image: Raster) -> int:
        veil = ""
        if image.alpha:
            body = f"{_image(image)}/ColorSpace/DeviceGray"
            veil = f"/SMask {self.stream(body, image.alpha)} 0 R"
        space = "/DeviceGray" if image.is_gray else "/DeviceRGB"
        packing = "/Filter/DCTDecode" if image.is_jpeg else ""
        return self.stream(f"{_image(image)}/ColorSpace{space}{packing}{veil}", image.data)

    def shading(self, body: str) -> str:
        """Return the name of a gradient, which is told by the entries of its dictionary."""
        return self._shadings.setdefault(body, f"S{len(self._shadings)}")

    def opacity(self, what: str, share: str) -> str:
        """Return the name of an opacity, from 0 to 1, of fills ("ca") or lines ("CA")."""
        return self._opacities.setdefault(f"/{what} {share}", f"A{len(self._opacities)}")

    def save(self, about: About, bookmarks: Sequence[Bookmark] = ()) -> bytes:
        """Return the file."""
        outline = self._outline(bookmarks)
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        lang = f"/Lang{words(about.lang)}" if about.lang else ""
        self._objects[0] = f"<</Type/Catalog/Pages 2 0 R{lang}{outline}>>".encode("ascii")
        self._objects[1] = f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>".encode("ascii")
        self._objects[2] = self._resources().encode("ascii")
        entries = {
            "Title": about.title,
            "Author": about.author,
            "Subject": about.subject,
            "Keywords": about.keywords,
            "Creator": "deckgen",
        }
        told = "".join(f"/{name}{words(text)}" for name, text in entries.items() if text)
        return self._file(self.add(f"<<{told}>>"))

    def _file(self, info: int) -> bytes:
        parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        at, places, mark = len(parts[0]), [], 0
        for number, body in enumerate(self._objects, 1):
            part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            places.append(at)
            parts.append(part)
            at += len(part)
            mark = zlib.crc32(body, mark)
        count = len(self._objects) + 1
        rows = "".join(f"{place:010} 00000 n \n" for place in places)
        name = f"<{mark:08x}{at:024x}>"
        parts.append(
            f"xref\n0 {count}\n0000000000 65535 f \n{rows}"
            f"trailer\n<</Size {count}/Root 1 0 R/Info {info} 0 R/ID[{name}{name}]>>\n"
            f"startxref\n{at}\n%%EOF\n".encode("ascii")
        )
        return b"".join(parts)

    def _resources(self) -> str:
        fonts = "".join(
            f"/{_NAMES[key]} {self._font(typeface(*key), letters)} 0 R"
            for key, letters in sorted(self._letters.items())
        )
        pictures = "".join(f"/I{number} {number} 0 R" for number in self._pictures.values())
        shadings = "".join(
            f"/{name} {self.add(f'<<{body}>>')} 0 R" for body, name in self._shadings.items()
        )
        opacities = "".join(f"/{name}<<{told}>>" for told, name in self._opacities.items())
        return (
            f"<</Font<<{fonts}>>/XObject<<{pictures}>>"
            f"/Shading<<{shadings}>>/ExtGState<<{opacities}>>>>"
        )

    def _font(self, face: Typeface, letters: _Letters) -> int:
        """Add what a font is told by (ISO 32000-1, 9.7), cut down to the letters drawn."""
        chars = list(letters)
        part = face.part(chars)
        data = self.stream(f"/Length1 {len(part)}", part)
        tag = "".join(chr(65 + zlib.crc32("".join(chars).encode()) // 26**n % 26) for n in range(6))
        name = f"{tag}+{face.name}"
        above, below = face.heights
        bounds = " ".join(map(str, face.bounds))
        descriptor = self.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{bounds}]/ItalicAngle 0"
            f"/Ascent {above}/Descent {below}/CapHeight {above}/StemV 80/FontFile2 {data} 0 R>>"
        )
        widths = " ".join(f"{face.advances[char]:.6g}" for char in chars)
        child = self.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/DW {EM}/W[1[{widths}]]/CIDToGIDMap/Identity>>"
        )
        spelt = self.stream("", _spelling(chars))
        return self.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{child} 0 R]/ToUnicode {spelt} 0 R>>"
        )

    def _outline(self, bookmarks: Sequence[Bookmark]) -> str:
        """Add the side bar, two levels deep at most, and return the catalogue's entries for it."""
        if not bookmarks:
            return ""
        root = len(self._objects) + 1
        numbers = [root + 1 + index for index in range(len(bookmarks))]
        above = [root if not mark.depth else 0 for mark in bookmarks]
        for index, mark in enumerate(bookmarks):
            if mark.depth:
                above[index] = next(
                    (n for n, m in zip(numbers[index::-1], bookmarks[index::-1], strict=True)
                     if not m.depth), root
                )  # fmt: skip
        children: dict[int, list[int]] = {}
        for number, parent in zip(numbers, above, strict=True):
            children.setdefault(parent, []).append(number)
        top = children[root]
        self.add(f"<</Type/Outlines/First {top[0]} 0 R/Last {top[-1]} 0 R/Count {len(numbers)}>>")
        for number, parent, mark in zip(numbers, above, bookmarks, strict=True):
            row, own = children[parent], children.get(number, [])
            place = row.index(number)
            body = f"/Title{words(mark.title)}/Parent {parent} 0 R"
            body += f"/Dest[{self._pages[mark.page]} 0 R/Fit]"
            body += f"/Prev {row[place - 1]} 0 R" if place else ""
            body += f"/Next {row[place + 1]} 0 R" if place + 1 < len(row) else ""
            if own:
                body += f"/First {own[0]} 0 R/Last {own[-1]} 0 R/Count {len(own)}"
            self.add(f"<<{body}>>")
        return f"/Outlines {root} 0 R/PageMode/UseOutlines"


def words(text: str) -> str:
    """Return text as a string of the file's, in UTF-16."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


def _image(image: Raster) -> str:
    size = f"/Width {image.width}/Height {image.height}"
    return f"/Type/XObject/Subtype/Image{size}/BitsPerComponent 8"


def _spelling(chars: Sequence[str]) -> bytes:
    """Return the table by which readers find and copy words (ISO 32000-1, 9.10.3)."""
    rows = [f"<{code:04x}><{char.encode('utf-16-be').hex()}>" for code, char in enumerate(chars, 1)]
    blocks = [rows[start : start + _MOST_IN_BLOCK] for start in range(0, len(rows), _MOST_IN_BLOCK)]
    told = "\n".join(
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks
    )
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        f"1 begincodespacerange<0000><ffff>endcodespacerange\n{told}\n"
        "endcmap CMapName currentdict/CMap defineresource pop end end\n"
    ).encode("ascii")
