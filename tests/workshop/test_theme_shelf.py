"""`deckgen theme list` and `show`: what there is, what it is like, and what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from workshop_at_hand import THEMES, run, said, write

from deckgen.terminal import width
from deckgen.workshop import sample, swatches
from deckgen.workshop.shelf import character

MINE = "# 像一封信：纸和墨。第二句不算。\nextends: ink\ntitle: 书信\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in an empty folder, with a config folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_ones_own_themes_come_first() -> None:
    """Those in ./themes and in the config folder, then deckgen's, each with title and character."""
    write("letter", MINE)
    folder = Path("config/deckgen/themes")
    folder.mkdir(parents=True)
    (folder / "far.yaml").write_text("extends: book\n", "utf-8")
    lines = run("list").stdout.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["far", "letter", *THEMES]
    assert lines[3].split() == ["letter", "书信", "themes/letter.yaml", "像一封信：纸和墨"]
    assert "水墨" in next(line for line in lines if line.startswith("ink"))


def test_a_theme_that_cannot_be_read_is_listed_with_its_reason() -> None:
    """One broken file hides none of the others."""
    write("bad", "- a\n")
    result = run("list", "--json")
    assert result.exit_code == 0
    bad, *others = json.loads(result.stdout)["themes"]
    assert (bad["name"], bad["problem"]) == ("bad", "a theme is a mapping of fields")
    assert [one["problem"] for one in others] == [""] * len(THEMES)
    assert all(one["character"] for one in others)


def test_the_first_sentence_of_the_first_comment_is_the_character() -> None:
    """Over several lines; an editor's line is none, and a file without a comment has none."""
    assert character("# One line,\n# and 1.5 more. No more.\ntitle: a\n# later\n") == (
        "One line, and 1.5 more"
    )
    assert character("# yaml-language-server: $schema=x\n# 一句\n") == "一句"
    assert character("title: a\n# later\n") == ""


def test_swatches_say_without_colours_what_they_show_with_them() -> None:
    """Names, hex values and contrasts; colours add nothing but colour."""
    theme = sample.look("ink").theme
    plain, colored = (list(swatches.show(theme, has_color)) for has_color in (False, True))
    assert [click.unstyle(line).rstrip() for line in colored] == [line.rstrip() for line in plain]
    assert "\x1b[38;2;" in "".join(colored)
    assert plain[1].split() == ["background", theme.palette.colors["background"].css.upper()]
    assert max(width(line) for line in plain) <= 80


def test_show_tells_name_title_character_and_file() -> None:
    """In a pipe without a colour."""
    write("letter", MINE)
    result = run("show", "letter")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:3] == [
        "letter 书信",
        "像一封信：纸和墨",
        "themes/letter.yaml",
    ]
    assert "\x1b" not in result.stdout
    assert said(result) == ""


def test_show_of_what_is_not_there() -> None:
    """Says what was meant."""
    result = run("show", "pster")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "unknown theme 'pster'\nhint: did you mean 'poster'?" in said(result)
