"""What a file is, by its first and last bytes, and by its name where it is empty.

Asked before a file is replaced: a picture may take the place of a picture, and of nothing else.
Signatures: PNG (W3C, 5.2), PDF (ISO 32000-1, 7.5.2), ZIP (APPNOTE 4.3), Open Packaging, in which a
presentation's parts lie below `ppt/`.
"""

from __future__ import annotations

import codecs
from enum import StrEnum
from pathlib import Path
from zlib import crc32

from .model.regex import regex

ENDS = 65_536  # bytes of either end of a file that tell what it is


class Kind(StrEnum):
    """What a file holds, in words that follow "is"."""

    NOTHING = "empty"
    DECK = "a presentation"
    PDF = "a PDF"
    PNG = "a PNG"
    SVG = "an SVG"
    HTML = "a web page"
    DOT = "a Graphviz file"
    TEXT = "text"
    ARCHIVE = "a document or an archive"
    OTHER = "a file of another kind"


_ENDINGS = {
    Kind.DECK: ".pptx .potx .ppsx .pptm .potm .ppsm",
    Kind.PDF: ".pdf",
    Kind.PNG: ".png",
    Kind.SVG: ".svg",
    Kind.HTML: ".html .htm",
    Kind.DOT: ".dot .gv",
    Kind.TEXT: ".yaml .yml .md .markdown .csv .tsv .json .toml .org .opml .rst .tex .py",
    Kind.ARCHIVE: ".docx .xlsx .odt .ods .odp .key .pages .numbers .epub .zip .mm .xmind",
    Kind.OTHER: ".doc .xls .ppt .jpg .jpeg .gif .webp .tif .tiff .heic .mp3 .mp4 .mov .gz .7z",
}
_BY_ENDING = {ending: kind for kind, words in _ENDINGS.items() for ending in words.split()}
_SIGNATURES = ((b"%PDF-", Kind.PDF), (b"\x89PNG\r\n\x1a\n", Kind.PNG))
# What may stand before an element, or before a graph. Nothing is given back (`*+`, `(?>…)`): of a
# row of comments, or of a line of '#' alone, there are twice as many ways to read each one more.
_BEFORE = r"(?is)\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!doctype\s+svg\b[^\[>]*+(?:\[.*?\]\s*+)?>)\s*+)*+"
_SVG = regex(_BEFORE + r"<svg\b")
_HTML = regex(_BEFORE + r"(?:<!doctype\s+html\b|<html\b)")
_DOT = regex(
    r"(?is)\s*+(?>(?:(?://|#)[^\n]*+|/\*.*?\*/)\s*+)*+"
    r'(?:strict\s+)?(?:di)?graph(?:\s+(?:\w+|"[^"\n]*"))?\s*\{'
)

_IHDR_END = 8 + 25  # the signature, and the chunk that is always the first
_SIGN_DATA = b"tEXtSoftware\0deckgen"
_SIGN = (len(_SIGN_DATA) - 4).to_bytes(4) + _SIGN_DATA + crc32(_SIGN_DATA).to_bytes(4)


def kind_of(head: bytes, tail: bytes = b"") -> Kind:
    """Return what begins and ends with these bytes; either may be the whole.

    A file of zeros is empty: so some systems leave what was being written when the power failed.
    """
    if not head.strip(b"\0"):
        return Kind.NOTHING
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith(b"PK\x03\x04"):  # in the names of parts, which are never compressed
        return Kind.DECK if b"ppt/" in head or b"ppt/" in tail else Kind.ARCHIVE
    try:
        # what was cut off may end within a character
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(head[:ENDS])
    except UnicodeDecodeError:
        return Kind.OTHER
    if "\0" in text:
        return Kind.OTHER
    told = ((_SVG, Kind.SVG), (_HTML, Kind.HTML), (_DOT, Kind.DOT))
    return next((kind for pattern, kind in told if pattern.match(text)), Kind.TEXT)


def kind_by_name(name: str) -> Kind | None:
    """Return what a file is by its ending; None where that may be anything (.txt, .xml, none)."""
    return _BY_ENDING.get(Path(name).suffix.lower())


def signed(png: bytes) -> bytes:
    """Return a PNG that says what made it (11.3.3.2), so that it can be told from others' later."""
    return png[:_IHDR_END] + _SIGN + png[_IHDR_END:]


def is_signed(head: bytes) -> bool:
    """Tell whether a file that begins with these bytes is a picture of ours."""
    return head[_IHDR_END:].startswith(_SIGN)
