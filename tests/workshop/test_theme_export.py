"""`deckgen theme export`: a template without slides, and what cannot be one."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from workshop_at_hand import run, said, write


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in an empty folder."""
    monkeypatch.chdir(tmp_path)


def test_a_template_has_layouts_and_no_slides() -> None:
    """It is a template by its content type; without -o it lies with the other outputs."""
    write("mine", 'extends: soft\ntitle: 我们\naccent: "#07C160"\n')
    result = run("export", "mine", "--variant", "dark", "--aspect", "4:3")
    assert result.exit_code == 0
    assert said(result) == "'output/mine.potx' written\n"
    with zipfile.ZipFile("output/mine.potx") as archive:
        names = archive.namelist()
        types = archive.read("[Content_Types].xml").decode()
        colors = archive.read("ppt/theme/theme1.xml").decode()
        presentation = archive.read("ppt/presentation.xml").decode()
    assert "presentationml.template.main+xml" in types
    assert [name for name in names if name.startswith("ppt/slides/")] == []
    assert sum(name.startswith("ppt/slideLayouts/slideLayout") for name in names) > 28
    assert '<a:clrScheme name="我们">' in colors
    assert 'cx="9144000"' in presentation


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("stag",), "unknown theme 'stag'\nhint: did you mean 'stage'?"),
        (("stage", "-o", "x.pptx"), "cannot be written as 'x.pptx'\nhint: let FILE end in .potx"),
        (("stage", "-o", "none/x.potx"), "cannot write 'none/x.potx'"),
        (("stage", "--variant", "drak"), "unknown variant 'drak'\nhint: did you mean 'dark'?"),
    ],
)
def test_what_cannot_be_written_is_said(args: tuple[str, ...], words: str) -> None:
    """And nothing is left behind."""
    result = run("export", *args)
    assert result.exit_code == 1
    assert words in said(result)
    assert list(Path.cwd().rglob("*.potx")) == []
