"""Files that cannot be templates: each is told what it is, and what to do about it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import made
import pytest

from deckgen.model.outline import Outline
from deckgen.model.theme import Theme
from deckgen.pipeline import Themes, draw_deck, read_outline, write_scene
from deckgen.problems import DeckgenError, Report

MASTER = "ppt/slideMasters/slideMaster1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
LINK = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{}" Target="{}"{}/></Relationships>'
)
OUTSIDE = ' TargetMode="External"'
ENTITIES = (
    b'?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def without(name: str) -> Callable[[], bytes]:
    def make() -> bytes:
        parts = made.unzipped(made.chinese())
        del parts[name]
        return made.zipped(parts)

    return make


def edited(name: str, old: str, new: str | bytes) -> Callable[[], bytes]:
    def make() -> bytes:
        parts = made.unzipped(made.chinese())
        assert old.encode() in parts[name]
        word = new if isinstance(new, bytes) else new.encode()
        parts[name] = parts[name].replace(old.encode(), word, 1)
        return made.zipped(parts)

    return make


def linked(kind: str, target: str, mode: str = OUTSIDE) -> Callable[[], bytes]:
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    return edited(rels, "</Relationships>", LINK.format(kind, target, mode))


def bomb() -> bytes:
    """A picture of 300 MB of nothing, in a file of 300 kB."""
    parts = made.unzipped(linked("image", "../media/x.png", "")())
    return made.zipped({**parts, "ppt/media/x.png": bytes(300 * 1024**2)})


def doubled() -> bytes:
    blob = io.BytesIO(made.chinese())
    with zipfile.ZipFile(blob, "a") as archive:
        archive.writestr("ppt/Presentation.xml", "x")
    return blob.getvalue()


def locked_up() -> bytes:
    """The bit that says "encrypted", in the directory and before the first entry."""
    blob = bytearray(made.chinese())
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        blob[blob.index(mark) + place] |= 1
    return bytes(blob)


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "old.ppt": (lambda: OLE + "PowerPoint Document".encode("utf-16-le"), "form of before 2007"),
    "encrypted.pptx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
    "sheet.xls.pptx": (lambda: OLE, "no PowerPoint file"),
    "locked.pptx": (locked_up, "is encrypted"),
    "empty.pptx": (bytes, "no PowerPoint file"),
    "words.pptx": (lambda: b"hello", "no PowerPoint file"),
    "cut.pptx": (lambda: made.chinese()[:6000], "is damaged"),
    "writer.odp": (
        lambda: made.zipped({"mimetype": "application/vnd.oasis.opendocument.presentation"}),
        "an OpenDocument file",
    ),
    "macros.pptm": (
        edited(
            "[Content_Types].xml",
            "vnd.openxmlformats-officedocument.presentationml.presentation.main",
            "vnd.ms-powerpoint.presentation.macroEnabled.main",
        ),
        "has macros",
    ),
    "word.pptx": (
        edited(
            "[Content_Types].xml",
            "presentationml.presentation.main",
            "wordprocessingml.document.main",
        ),
        "another Office file",
    ),
    "strict.pptx": (
        edited(
            "ppt/presentation.xml",
            "http://schemas.openxmlformats.org/presentationml/2006/main",
            "http://purl.oclc.org/ooxml/presentationml/main",
        ),
        "strict form",
    ),
    "entities.pptx": (edited("ppt/theme/theme1.xml", "?>", ENTITIES), "declares a document type"),
    "unclosed.pptx": (edited(MASTER, "</p:sldMaster>", ""), "is damaged at"),
    "deep.pptx": (
        edited(MASTER, "<p:spTree>", "<p:spTree>" + 3000 * "<p:grpSp>"),
        "is damaged at",
    ),
    "wide.pptx": (edited(MASTER, "</p:spTree>", 500_000 * "<p:x/>" + "</p:spTree>"), "too large"),
    "no-master.pptx": (without(MASTER), "a slide master is missing"),
    "no-layout.pptx": (without("ppt/slideLayouts/slideLayout2.xml"), "lacks"),
    "no-theme.pptx": (without("ppt/theme/theme1.xml"), "lacks"),
    "no-start.pptx": (without("_rels/.rels"), "does not name its presentation"),
    "no-presentation.pptx": (without("ppt/presentation.xml"), "lacks its part"),
    "no-size.pptx": (
        edited("ppt/presentation.xml", 'sldSz cx="12192000"', 'sldSz cx="-5"'),
        "does not say how large",
    ),
    "picture.pptx": (linked("image", "http://example.org/x.png"), "from outside"),
    "sheet.pptx": (linked("oleObject", "file:///c:/x.xls"), "from outside"),
    "twice.pptx": (doubled, "two parts"),
    "bomb.pptx": (bomb, "when it is unpacked"),
}


def look_at(path: Path) -> Theme:
    return Themes().compile(Outline((), template=str(path)), "", Report())


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_used_is_told_why(name: str, tmp_path: Path) -> None:
    """One problem, with the file's name, what is wrong with it, and a remedy."""
    make, message = BAD[name]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(DeckgenError) as caught:
        look_at(path)
    (problem,) = caught.value.problems
    assert message in problem.message
    assert problem.hint
    assert problem.origin.file == str(path)


ODD = {
    "numbers": edited(MASTER, 'sz="3600"', 'sz="nan"'),
    "frames": edited(MASTER, 'cx="', 'cx="99999999999999999999'),
    "utf-16": lambda: made.zipped(
        made.unzipped(made.chinese())
        | {
            "ppt/theme/theme1.xml": made.unzipped(made.chinese())["ppt/theme/theme1.xml"]
            .decode()
            .replace("UTF-8", "UTF-16")
            .encode("utf-16")
        }
    ),
    "no-colours": edited("ppt/theme/theme1.xml", 'srgbClr val="0B5CAD"', 'srgbClr val="red"'),
    "file-link": linked("hyperlink", "file:///etc/passwd"),
    "slide-link": linked("slide", "../slides/slide1.xml", ""),
    "names": edited(
        "ppt/slideLayouts/slideLayout4.xml", 'name="仅标题"', 'name="&lt;a&quot;&#10;"'
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_is_used_as_far_as_it_goes(name: str, tmp_path: Path) -> None:
    """Nonsense in it is passed over; the deck is made, and leads nowhere on the disk."""
    path = tmp_path / "odd.pptx"
    path.write_bytes(ODD[name]())
    outline = read_outline(Path(__file__).parents[2] / "outlines" / "word-of-mouth-triangle.yaml")
    theme, report = look_at(path), Report()
    parts = made.unzipped(write_scene(draw_deck(outline, theme, report), "pptx", theme, report))
    assert b"file:" not in b"".join(blob for part, blob in parts.items() if part.endswith(".rels"))
    assert "ppt/slides/slide1.xml" in parts
