"""The zip that is a .pptx: what every other program reads first."""

from __future__ import annotations

import io
import zipfile

import pptx
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckgen.writers.pptx.archive import zipped
from deckgen.writers.pptx.package import PartList, relate, relate_url

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def small_package() -> zipfile.ZipFile:
    """Two parts in two folders, a picture and a link."""
    parts = PartList()
    root = parts.add("/ppt/presentation.xml", CT.PML_PRESENTATION_MAIN, b"<root/>")
    parts.relate_package(root, RT.OFFICE_DOCUMENT)
    slide = parts.add("/ppt/slides/slide1.xml", CT.PML_SLIDE, b"<slide/>")
    picture = parts.add("/ppt/media/image1.png", CT.PNG, b"\x89PNG")
    assert relate(root, slide, RT.SLIDE) == "rId1"
    assert relate(slide, picture, RT.IMAGE) == "rId1"
    assert relate(slide, root, RT.SLIDE) == "rId2"
    assert relate_url(slide, "https://example.org/?a=1&b=2") == "rId3"
    return zipfile.ZipFile(io.BytesIO(parts.to_bytes()))


def test_relationships_are_relative_to_their_part() -> None:
    """Targets inside the package are paths from the part's folder, others are marked external."""
    archive = small_package()
    assert archive.read("ppt/slides/_rels/slide1.xml.rels").decode() == (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/image" Target="../media/image1.png"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/slide" Target="../presentation.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/hyperlink" '
        'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/></Relationships>'
    )
    assert b'Target="slides/slide1.xml"' in archive.read("ppt/_rels/presentation.xml.rels")
    assert b'Target="ppt/presentation.xml"' in archive.read("_rels/.rels")


def test_every_part_has_its_content_type() -> None:
    """Pictures by their ending, all other parts by name; a part without relations has no file."""
    archive = small_package()
    types = archive.read("[Content_Types].xml").decode()
    assert types == (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{CT.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CT.XML}"/>'
        f'<Default Extension="png" ContentType="{CT.PNG}"/>'
        f'<Default Extension="jpg" ContentType="{CT.JPEG}"/>'
        f'<Override PartName="/ppt/presentation.xml" ContentType="{CT.PML_PRESENTATION_MAIN}"/>'
        f'<Override PartName="/ppt/slides/slide1.xml" ContentType="{CT.PML_SLIDE}"/></Types>'
    )
    assert archive.namelist() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "ppt/presentation.xml",
        "ppt/_rels/presentation.xml.rels",
        "ppt/slides/slide1.xml",
        "ppt/slides/_rels/slide1.xml.rels",
        "ppt/media/image1.png",
    ]


def test_entries_have_one_time_and_pictures_are_not_packed_twice() -> None:
    """The same parts give the same bytes; a PNG is stored as it is."""
    archive = small_package()
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    stored = [i.filename for i in archive.infolist() if i.compress_type == zipfile.ZIP_STORED]
    assert stored == ["ppt/media/image1.png"]


def test_python_pptx_reads_it_back() -> None:
    """Another reader of packages finds the parts by their relationships."""
    archive = small_package()
    package = pptx.package.Package.open(archive.fp)
    (office,) = (rel for rel in package.iter_rels() if rel.reltype == RT.OFFICE_DOCUMENT)
    slide = office.target_part.part_related_by(RT.SLIDE)
    assert slide.partname == "/ppt/slides/slide1.xml"
    assert slide.part_related_by(RT.IMAGE).blob == b"\x89PNG"
    assert [rel.target_ref for rel in slide.rels.values() if rel.is_external] == [
        "https://example.org/?a=1&b=2"
    ]


def test_a_zip_has_as_many_entries_as_it_likes() -> None:
    """More than the plain format's 65,535 are listed in its wider record; names may be Chinese."""
    names = [f"ppt/{number}.xml" for number in range(70_000)] + ["ppt/书.png"]
    blob = zipped((name, name.encode(), name.endswith("png")) for name in names)
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        assert archive.namelist() == names
        assert archive.read("ppt/69999.xml") == b"ppt/69999.xml"
        assert archive.read("ppt/书.png").decode() == "ppt/书.png"
        assert archive.testzip() is None
