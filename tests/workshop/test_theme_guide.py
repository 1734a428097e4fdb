"""The guide to one's own theme, followed as it is written, in both languages."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from deckgen import cli
from deckgen.batch.ledger import NAME as LEDGER

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = ("themes.md", "themes.zh-CN.md")
THEME = Path("themes", "mine.yaml")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(guide: str) -> list[tuple[str, str]]:
    return BLOCK.findall((DOCS / guide).read_text("utf-8"))


def run(line: str) -> Result:
    """Run a line of a shell; what stands after a # is for the reader."""
    program, *args = shlex.split(line, comments=True)
    assert program == "deckgen"
    return CliRunner().invoke(cli.deckgen, args, prog_name="deckgen")


def test_the_guide_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command runs, each piece of YAML is put where it says, the fault is found and mended."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("deckgen.writers.png.fitting_zoom", lambda *_: 0.25)  # painting is slow
    last, told, code = "", "", 0
    for kind, text in blocks(GUIDES[0]):
        if kind == "yaml" and last:  # the line that takes another's place
            THEME.write_text(THEME.read_text("utf-8").replace(last, text), "utf-8")
        elif kind == "yaml":
            last = text.splitlines(keepends=True)[-1]
            with THEME.open("a", encoding="utf-8") as file:
                file.write("\n" + text)
        elif kind == "text":
            assert code == 1
            assert [line for line in text.splitlines() if line not in told] == []
        for line in text.splitlines() if kind == "sh" else ():
            result = run(line)
            told, code = click.unstyle(result.output), result.exit_code
            assert (line, code) == (line, 1 if line.endswith("# finds a fault") else 0)
    made = sorted(path.name for path in Path("output").iterdir() if path.name != LEDGER)
    assert made == [
        "dark.pptx", "talk.png", "talk.pptx", "talk.svg", "theme-mine.html", "theme-mine.png",
    ]  # fmt: skip
    assert Path("mine.potx").exists()


def test_both_guides_say_the_same() -> None:
    """The same commands, YAML and answers; only the words for the reader differ."""

    def bare(guide: str) -> list[tuple[str, str]]:
        return [(kind, re.sub(r" {3}# .*", "", text)) for kind, text in blocks(guide)]

    assert bare(GUIDES[0]) == bare(GUIDES[1])


@pytest.mark.parametrize("guide", GUIDES)
def test_what_the_guide_links_to_is_there(guide: str) -> None:
    """Pictures are small enough for a slow line."""
    links = re.findall(r"\]\(([^)#]+)\)", (DOCS / guide).read_text("utf-8"))
    assert [link for link in links if not (DOCS / link).exists()] == []
    pictures = [DOCS / link for link in links if link.endswith(".png")]
    assert len(pictures) == 3
    assert [path.name for path in pictures if path.stat().st_size > 80 * 1024] == []
