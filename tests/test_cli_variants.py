"""A theme's variants from the command line and from the outline."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.cli import deckgen

TALK = "title: 演讲\ntheme: stage\nvariant: {}\ntopics: [甲, 乙]\n"
LIGHT, DARK = "FFFFFF", "0E1116"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    return CliRunner().invoke(deckgen, args, prog_name="deckgen")


def ground(*args: str) -> str:
    """Return the background colour of the deck that is made."""
    result = run("deck", "talk.yaml", "-o", "talk.pptx", *args)
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile("talk.pptx") as archive:
        part = archive.read("ppt/theme/theme1.xml").decode()
    return re.findall(r'<a:lt1><a:srgbClr val="(\w+)"', part)[0]


def test_the_command_line_wins_over_the_outline() -> None:
    """Without either, the theme is as it is."""
    Path("talk.yaml").write_text(TALK.format(""), "utf-8")
    assert ground() == DARK
    assert ground("--variant", "light") == LIGHT
    Path("talk.yaml").write_text(TALK.format("light"), "utf-8")
    assert ground() == LIGHT
    assert ground("--variant", "dark") == DARK


def test_maps_and_builds_have_them_too() -> None:
    """The map's ground is the variant's."""
    Path("talk.yaml").write_text(TALK.format(""), "utf-8")
    assert run("map", "talk.yaml", "-o", "a.svg", "--variant", "light").exit_code == 0
    assert run("build", "talk.yaml", "--format", "svg", "--variant", "light").exit_code == 0
    for name in ("a.svg", "output/talk.svg"):
        text = Path(name).read_text("utf-8")
        assert re.findall(r'<rect [^>]*fill="(#\w+)"', text)[0] == f"#{LIGHT.lower()}"


def test_an_unknown_variant_is_told_at_the_outlines_line() -> None:
    """With what was meant."""
    Path("talk.yaml").write_text(TALK.format("ligth"), "utf-8")
    said = run("deck", "talk.yaml", "-o", "talk.pptx")
    assert said.exit_code == 1
    assert "talk.yaml:3:10: error: unknown variant 'ligth'" in said.output
    assert "did you mean 'light'?" in said.output


def test_schemas_of_outline_and_theme_are_printed() -> None:
    """The outline's without a word."""
    titles = [json.loads(run("schema", *words).output)["title"] for words in ((), ("theme",))]
    assert titles == ["deckgen outline", "deckgen theme"]
