"""`deckgen theme new`: a theme to start from, which loads as it is and with each line in force."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from workshop_at_hand import run, said

from deckgen.model.color import ColorRole
from deckgen.workshop import sample
from deckgen.workshop.starter import OFF

LOGO = Path(__file__).resolve().parents[2] / "docs" / "gallery" / "river.png"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in an empty folder."""
    monkeypatch.chdir(tmp_path)


def test_a_new_theme_lies_in_the_folder_where_it_is_found() -> None:
    """And looks like the one that it begins with."""
    result = run("new", "我的主题", "--from", "poster")
    assert result.exit_code == 0
    assert said(result) == (
        "'themes/我的主题.yaml' written; next: deckgen theme preview 我的主题\n"
    )
    data = yaml.safe_load(Path("themes/我的主题.yaml").read_text("utf-8"))
    assert data == {"extends": "poster", "title": "我的主题"}
    mine, poster = (sample.look(name).theme for name in ("我的主题", "poster"))
    assert (mine.palette.colors, mine.styles) == (poster.palette.colors, poster.styles)


@pytest.mark.parametrize("parent", ["base", "ink", "plain", "stage"])
def test_each_line_can_be_put_in_force(parent: str) -> None:
    """Whichever of the groups loses its mark, the theme loads; so do all of them together."""
    assert run("new", "mine", "--from", parent).exit_code == 0
    path = Path("themes/mine.yaml")
    text = path.read_text("utf-8")
    # a logo needs a file; an accent takes the place of the palette
    text = re.sub(r"^#: (logo|accent).*\n", "", text, flags=re.MULTILINE)
    fields = re.findall(r"^#: (\w+):", text, flags=re.MULTILINE)
    assert " ".join(fields) == (
        "palette fonts larger grid tokens styles background decor footer map"
    )
    path.write_text(text.replace(OFF, ""), "utf-8")
    sample.look("mine")
    assert set(yaml.safe_load(path.read_text("utf-8"))) == {"extends", "title", *fields}


def test_what_the_lines_say_is_what_the_parent_has() -> None:
    """Putting colours and fonts in force changes nothing."""
    run("new", "mine", "--from", "book")
    path = Path("themes/mine.yaml")
    groups = path.read_text("utf-8").split("\n\n")
    kept = [group.replace(OFF, "") if "palette" in group or "fonts" in group else group
            for group in groups]  # fmt: skip
    path.write_text("\n\n".join(kept), "utf-8")
    mine, book = (sample.look(name).theme for name in ("mine", "book"))
    assert mine.palette.colors == book.palette.colors
    assert (mine.fonts.major, mine.fonts.minor) == (book.fonts.major, book.fonts.minor)


def test_an_accent_is_in_force_and_a_logo_lies_beside() -> None:
    """The colour as it was typed, the picture as a copy that the theme can reach."""
    result = run("new", "mine", "--accent", "07c160", "--logo", str(LOGO))
    assert result.exit_code == 0
    assert Path("themes/mine-logo.png").read_bytes() == LOGO.read_bytes()
    theme = sample.look("mine").theme
    assert theme.palette.colors[ColorRole.ACCENT1].css == "#07c160"
    assert theme.logo is not None


def test_a_path_is_taken_as_it_is() -> None:
    """A parent at a path is named as the new file reaches it."""
    Path("here").mkdir()
    assert run("new", "here/one.yaml", "--from", "plain").exit_code == 0
    assert run("new", "here/two.yaml", "--from", "here/one.yaml").exit_code == 0
    assert yaml.safe_load(Path("here/two.yaml").read_text("utf-8"))["extends"] == "one.yaml"
    assert run("show", "here/two.yaml").exit_code == 0


def test_nothing_is_replaced_unless_asked() -> None:
    """Neither the theme nor the logo beside it."""
    Path("themes").mkdir()
    Path("themes/mine-logo.png").write_bytes(b"\x89PNG\r\n\x1a\n mine")
    result = run("new", "mine", "--logo", str(LOGO))
    assert result.exit_code == 1
    assert "'themes/mine-logo.png' is there already\nhint: choose another name" in said(result)
    assert not Path("themes/mine.yaml").exists()
    assert run("new", "mine", "--logo", str(LOGO), "--force").exit_code == 0
    assert Path("themes/mine-logo.png").read_bytes() == LOGO.read_bytes()
    assert "is there already" in said(run("new", "mine"))


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("mine", "--accent", "green"), "'green' is not a colour\nhint: write it as \"#07C160\""),
        (("mine", "--from", "inc"), "unknown theme 'inc'\nhint: did you mean 'ink'?"),
        (("mine", "--logo", "none.png"), "cannot find 'none.png'"),
        (("mine", "--logo", "text.png"), "the picture 'mine-logo.png' "),
        ((".yaml",), "'.yaml' is no name for a theme"),
        (("n" * 300 + ".yaml",), "cannot write 'nnn"),
        (("ink",), "there is a theme 'ink' already"),
        (("file/mine.yaml",), "'file' is a file"),
    ],
)
def test_what_cannot_be_made_is_said(args: tuple[str, ...], words: str) -> None:
    """And nothing is written."""
    Path("text.png").write_text("no picture")
    Path("file").write_text("")
    result = run("new", *args)
    assert result.exit_code == 1
    assert words in said(result)
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["file", "text.png"]


def test_a_folder_that_cannot_be_written_to_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is for decks."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    result = run("new", "mine")
    assert result.exit_code == 1
    assert "cannot make the folder 'themes': permission denied" in said(result)
