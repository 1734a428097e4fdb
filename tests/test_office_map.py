"""The map's slides in LibreOffice: a node that is moved there takes its edges along.

A macro opens the file, tells where every edge is, moves one node, and tells again. Without
LibreOffice the test is skipped; with DECKGEN_REQUIRE_OFFICE=1 that is a failure.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from office import office

from deckgen import compile_map, read_outline

pytestmark = pytest.mark.office

OUTLINE = "{title: book, map: logic, topics: [one: [a, b], two: {icon: rocket, points: [c, d]}]}"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD '
LIBRARY = (
    '<library:library xmlns:library="http://openoffice.org/2000/library" '
    'library:name="Standard" library:readonly="false" library:passwordprotected="false">{}'
    "</library:library>"
)
MACRO = """<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Module1" script:language="StarBasic">
Sub Walk(shapes, file, moving)
 Dim i, shape, place
 For i = 0 To shapes.Count - 1
  shape = shapes.getByIndex(i)
  If shape.supportsService("com.sun.star.drawing.GroupShape") And Not (moving = shape.Name) Then
   Walk(shape, file, moving)
  ElseIf shape.supportsService("com.sun.star.drawing.ConnectorShape") Then
   If moving = "" Then Print #file, shape.Name; "|"; shape.StartShape.Name; "|"; _
    shape.EndShape.Name; "|"; shape.Position.Y; "|"; shape.Size.Height
  ElseIf moving = shape.Name Then
   place = shape.Position : place.Y = place.Y + 3000 : shape.Position = place
  End If
 Next
End Sub
Sub Main(url, out, moving)
 Dim doc, file, how(0) As New com.sun.star.beans.PropertyValue
 how(0).Name = "Hidden" : how(0).Value = True
 doc = StarDesktop.loadComponentFromURL(url, "_blank", 0, how())
 file = FreeFile
 Open out For Output As #file
 Walk(doc.DrawPages.getByIndex(0), file, "")
 Print #file, "moved"
 Walk(doc.DrawPages.getByIndex(0), file, moving)
 Walk(doc.DrawPages.getByIndex(0), file, "")
 Close #file
 doc.close(True)
End Sub
</script:module>"""


def with_macro(profile: Path) -> None:
    """Put the macro into a profile of LibreOffice."""
    folder = profile / "user/basic/Standard"
    folder.mkdir(parents=True, exist_ok=True)
    module = HEAD.format("script:module") + 'OfficeDocument 1.0//EN" "module.dtd">\n'
    library = HEAD.format("library:library") + 'OfficeDocument 1.0//EN" "library.dtd">\n'
    (folder / "Module1.xba").write_text(module + MACRO, "utf-8")
    element = '<library:element library:name="Module1"/>'
    (folder / "script.xlb").write_text(library + LIBRARY.format(element), "utf-8")
    (folder / "dialog.xlb").write_text(library + LIBRARY.format(""), "utf-8")


def edges(lines: list[str]) -> dict[tuple[str, str], tuple[int, int]]:
    """Top and height of every edge, by the names of its ends."""
    rows = [line.split("|") for line in lines if "|" in line]
    return {(row[1].strip(), row[2].strip()): (int(row[3]), int(row[4])) for row in rows}


def test_moving_a_node_moves_its_edges(tmp_path: Path) -> None:
    """The edge into it and those out of it reach three centimetres further; no other changes.

    What is moved is the group of the node and its icon.
    """
    profile = tmp_path / "profile"
    command = [*office(profile), "--norestore"]
    outline = tmp_path / "a.yaml"
    outline.write_text(OUTLINE, "utf-8")
    deck, out = tmp_path / "a.pptx", tmp_path / "out.txt"
    deck.write_bytes(compile_map(read_outline(outline), format="pptx"))
    # a first start makes the profile, and would overwrite what stands in it
    first = [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), str(deck)]
    subprocess.run(first, capture_output=True, timeout=120)
    with_macro(profile)
    call = f'macro:///Standard.Module1.Main("{deck.as_uri()}","{out}","two")'
    subprocess.run([*command, call], capture_output=True, timeout=120)
    before, _, after = out.read_text("utf-8", "replace").partition("moved")
    was, became = edges(before.splitlines()), edges(after.splitlines())
    assert len(was) == 6
    changed = {ends for ends in was if was[ends] != became[ends]}
    assert changed == {("book", "two"), ("two", "c"), ("two", "d")}
    assert became["book", "two"][1] == pytest.approx(was["book", "two"][1] + 3000, abs=20)
