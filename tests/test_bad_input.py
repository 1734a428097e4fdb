"""Bad input, met as a user meets it: a place, a remedy, exit code 1, and old outputs untouched.

Every case runs the command line on top of outputs from an earlier build, and compares their bytes
afterwards.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from patience import patience

from deckgen import cli

GOOD = "title: 参与感\ntopics:\n- 口碑: [产品, 社会化媒体]\n"
OLD = {
    "talk.pptx": b"PK\x03\x04 an older ppt/",
    "talk.svg": b"<svg>older</svg>",
    "talk.png": b"\x89PNG\r\n\x1a\n older",
}


@pytest.fixture(autouse=True)
def _earlier_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder with a good outline and what an earlier build made of it."""
    (tmp_path / "work" / "output").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    Path("talk.yaml").write_text(GOOD, "utf-8")
    for name, blob in OLD.items():
        Path("output", name).write_bytes(blob)


def run(*args: str) -> Result:
    return CliRunner().invoke(cli.deckgen, args, prog_name="deckgen")


def refusal(*args: str) -> str:
    """Run a command that must fail, check what holds for every failure, and return its words."""
    result = run(*args)
    words = click.unstyle(result.stderr)
    assert result.exit_code == 1, words
    assert "Traceback" not in words
    assert "this is a bug" not in words
    assert ": error: " in words
    assert {path.name: path.read_bytes() for path in Path("output").iterdir()} == OLD
    return words


def outline(text: str | bytes) -> None:
    """Put these bytes in the place of the good outline."""
    Path("talk.yaml").write_bytes(text.encode() if isinstance(text, str) else text)


BOMB = "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9) if level else 'lol'}]\n"
    for level in range(12)
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("# only a comment\n", id="nothing but a comment"),
        pytest.param("title: [a\ntopics: }\n", id="not YAML"),
        pytest.param("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="a binary"),
        pytest.param(bytes(range(256)) * 40, id="every byte"),
        pytest.param("title: a\ntopics: " + "[" * 30_000, id="30,000 brackets"),
        pytest.param("{" * 30_000, id="30,000 braces"),
        pytest.param("title: a\ntopics: &a [*a]\n", id="an alias of itself"),
        pytest.param(BOMB + "title: a\ntopics: *a11\n", id="an alias bomb"),
        pytest.param("just words", id="a text"),
        pytest.param("topics: [a]\n", id="no title"),
    ],
)
@pytest.mark.parametrize("command", ["build", "plan"])
def test_what_is_no_outline_is_refused_at_once(text: str | bytes, command: str) -> None:
    """Within a second, at a place in the file, with a next move."""
    outline(text)
    with patience(1):
        words = refusal(command, "talk.yaml")
    assert words.startswith("talk.yaml:")
    assert "hint: " in words


def test_every_mistake_is_said_at_once() -> None:
    """Three mistakes, three places, in the order of the lines."""
    outline("title: a\ntoppics: []\ntopics:\n- b: {gits: x, gist: y}\n- c: {layout: bulets}\n")
    words = refusal("build", "talk.yaml")
    places = [line.split(": ")[0] for line in words.splitlines() if ": error: " in line]
    assert [place.rsplit(":", 1)[0] for place in places] == [f"talk.yaml:{n}" for n in (2, 4, 5)]
    for hint in ("'topics'", "'gist'", "'bullets'"):
        assert f"hint: did you mean {hint}?" in words


@pytest.mark.parametrize(
    ("src", "message"),
    [
        ("none.png", "cannot find 'none.png'"),
        ("../secret.png", "'../secret.png' lies outside the folder of 'talk.yaml'"),
        ("/etc/hostname", "'/etc/hostname' lies outside the folder of 'talk.yaml'"),
        ("link.png", "'link.png' lies outside the folder of 'talk.yaml'"),
    ],
)
def test_a_picture_that_cannot_be_had(src: str, message: str) -> None:
    """A missing picture and one outside the folder are said where they are named."""
    Path("../secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    Path("link.png").symlink_to("../secret.png")
    outline(f"title: a\ntopics:\n- b:\n    image: {src}\n")
    words = refusal("build", "talk.yaml")
    assert words.startswith(f"talk.yaml:4:12: error: {message}\n      image: {src}\n")
    assert "hint: " in words


def test_a_missing_outline() -> None:
    """The name that was meant is in the hint."""
    assert refusal("build", "tolk.yaml") == (
        "tolk.yaml: error: cannot find 'tolk.yaml'\n"
        "hint: did you mean 'talk.yaml'?\n"
        "0 files written to 'output', 1 error\n"
    )


def test_a_file_of_another_kind() -> None:
    """What no reader knows is refused by its ending."""
    Path("talk.docx").write_bytes(b"PK")
    assert refusal("plan", "talk.docx") == (
        "talk.docx: error: cannot tell the format of 'talk.docx'\n"
        "hint: known endings: .yaml, .yml\n"
        "1 error\n"
    )


@pytest.mark.parametrize("args", [("build", "talk.yaml"), ("deck", "talk.yaml")])
def test_an_unknown_theme(args: tuple[str, ...]) -> None:
    """From the command line it has no place; from the outline it has its own."""
    words = refusal(*args, "--theme", "inc")
    assert words.startswith("deckgen: error: unknown theme 'inc'\nhint: did you mean 'ink'?\n")
    outline("title: a\ntheme: inc\ntopics: [b]\n")
    words = refusal(*args)
    assert words.startswith(
        "talk.yaml:2:8: error: unknown theme 'inc'\n"
        "  theme: inc\n"
        "         ^\n"
        "hint: did you mean 'ink'?\n"
    )


@pytest.mark.parametrize("theme", ["./none.yaml", "none.yaml", "../x/none.yml"])
def test_a_theme_file_that_is_not_there(theme: str) -> None:
    """A theme given by its path is looked for at that path only."""
    assert f"cannot find the theme '{theme}'\nhint: known themes: " in refusal(
        "build", "talk.yaml", "--theme", theme
    )


@pytest.mark.parametrize("text", ["", "[" * 30_000, "extends: nothing\n", "extends: ./bad.yaml\n"])
def test_a_theme_that_is_none(text: str) -> None:
    """Themes are read as carefully as outlines."""
    Path("bad.yaml").write_text(text)
    refusal("build", "talk.yaml", "--theme", "./bad.yaml")


def test_an_unknown_slide_layout() -> None:
    """Said at the topic's layout."""
    outline("title: a\ntopics:\n- b:\n    layout: bulets\n")
    words = refusal("build", "talk.yaml")
    assert words.startswith("talk.yaml:4:13: error: unknown layout 'bulets'\n")
    assert "hint: did you mean 'bullets'?\n" in words


def test_an_unknown_map_layout() -> None:
    """On the command line and in the outline."""
    words = refusal("map", "talk.yaml", "--layout", "logik")
    hint = "hint: did you mean 'logic'?\n"
    assert words.startswith(f"deckgen: error: unknown map layout 'logik'\n{hint}")
    outline("title: a\nmap: {layout: logik}\ntopics: [b]\n")
    words = refusal("map", "talk.yaml")
    assert words.startswith("talk.yaml:2:15: error: unknown map layout 'logik'\n")
    assert hint in words


def test_an_unknown_engine() -> None:
    """The hint knows Graphviz's engines."""
    words = refusal("map", "talk.yaml", "--engine", "tvopi")
    assert words.startswith("deckgen: error: unknown engine 'tvopi'\n")
    assert "hint: did you mean 'twopi'?\n" in words


@pytest.mark.parametrize("command", ["build", "map"])
def test_an_unknown_format(command: str) -> None:
    """Said before anything is made."""
    words = refusal(command, "talk.yaml", "--format", "pgn")
    assert words.startswith("deckgen: error: unknown format 'pgn'\nhint: did you mean 'png'?\n")


def test_a_deck_is_no_picture() -> None:
    """`deckgen deck -o a.svg` would write a deck under a map's ending."""
    words = refusal("deck", "talk.yaml", "-o", "output/talk.svg")
    assert "hint: name a file that ends in .pptx" in words


def test_an_output_that_is_a_folder() -> None:
    """Neither a file nor a folder is overwritten by the other."""
    Path("folder.pptx").mkdir()
    assert "error: 'folder.pptx' is a folder\nhint: " in refusal(
        "deck", "talk.yaml", "-o", "folder.pptx"
    )
    assert "error: 'talk.yaml' is a file\nhint: name a folder" in refusal(
        "build", "talk.yaml", "-o", "talk.yaml"
    )
    assert Path("talk.yaml").read_text("utf-8") == GOOD


def test_an_output_folder_that_is_not_there() -> None:
    """-o FILE does not make folders: a slip in the path would make a wrong one."""
    words = refusal("deck", "talk.yaml", "-o", "nowhere/talk.pptx")
    assert words.startswith("deckgen: error: cannot write 'nowhere/talk.pptx': no such file")
    assert "hint: make its folder first" in words
    assert not Path("nowhere").exists()


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        (errno.EROFS, "the disk is read-only: choose another place with -o"),
        (errno.EACCES, "close the file if it is open elsewhere, or choose another place with -o"),
        (errno.ENOSPC, "make room on the disk, or choose another place with -o"),
    ],
    ids=["read-only", "forbidden", "full"],
)
@pytest.mark.parametrize("step", ["open", "replace"])
def test_an_output_folder_that_refuses(
    monkeypatch: pytest.MonkeyPatch, step: str, code: int, hint: str
) -> None:
    """A read-only or a full disk: the old deck stays, and nothing lies beside it."""
    real = getattr(Path, step)

    def refuse(path: Path, *args: object, **kwargs: object) -> object:
        if path.name.endswith(".tmp"):
            raise OSError(code, os.strerror(code))
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, step, refuse)
    words = refusal("deck", "talk.yaml", "-o", "output/talk.pptx")
    assert words == (
        f"deckgen: error: cannot write 'output/talk.pptx': {os.strerror(code).lower()}\n"
        f"hint: {hint}\n1 error\n"
    )


def test_a_failed_map_leaves_the_deck_too() -> None:
    """The files of one outline are made together: a bad map writes no deck either."""
    outline("title: a\nmap: {layout: logik}\ntopics: [b]\n")
    refusal("build", "talk.yaml", "--format", "pptx,svg")
