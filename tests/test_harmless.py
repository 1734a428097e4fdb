"""No command harms a file of the user's: what it read, what is of another kind, what is no file.

Each case compares the whole folder, links and modes too, before the command and after it.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from zlib import compress, crc32

import pytest
from click.testing import CliRunner
from templates.made import chinese

from deckgen.cli import deckgen
from deckgen.kinds import is_signed, signed


def picture() -> bytes:
    """Return a PNG of eight pixels by eight."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + crc32(kind + data).to_bytes(4)

    head = (8).to_bytes(4) * 2 + bytes((8, 0, 0, 0, 0))
    body = compress((b"\0" + bytes(8)) * 8)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", body), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


PICTURE = picture()
OUTLINE = """\
title: 书
theme: mine
topics:
- 甲: {image: pics/a.png}
- 乙: {chart: data.csv}
"""
READ = ("talk.yaml", "themes/mine.yaml", "themes/parent.yaml", "pics/a.png", "data.csv")
MAPPING = "template: company.pptx\n"


@pytest.fixture(scope="module")
def template() -> bytes:
    return chinese()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: bytes) -> None:
    """Every test works beside an outline with all that an outline can have."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for folder in ("pics", "themes", "out", "talk-slides"):
        Path(folder).mkdir()
    Path("talk.yaml").write_text(OUTLINE, "utf-8")
    Path("themes/mine.yaml").write_text("extends: parent\nlogo: {file: logo.png}\n", "utf-8")
    Path("themes/parent.yaml").write_text("extends: ink\n", "utf-8")
    Path("pics/a.png").write_bytes(PICTURE)
    Path("themes/logo.png").write_bytes(PICTURE)
    Path("data.csv").write_text("年,甲\n一,1\n二,2\n", "utf-8")
    Path("company.pptx").write_bytes(template)
    Path("company.yaml").write_text(MAPPING, "utf-8")


def everything() -> Mapping[str, object]:
    """Return all that lies below the current folder: mode, and bytes or where a link leads."""
    found: dict[str, object] = {}
    for path in sorted(Path().rglob("*")):
        mode = path.lstat().st_mode
        inside: object = None
        if path.is_symlink():
            inside = path.readlink()
        elif stat.S_ISREG(mode):
            inside = path.read_bytes()
        found[str(path)] = (mode, inside)
    return found


def refused(words: str, **names: str) -> str:
    """Run a command that must fail and change nothing; return the problem's code."""
    before = everything()
    args = [word.format(**names) for word in words.split()]
    result = CliRunner().invoke(deckgen, [*args, "--json"], prog_name="deckgen")
    answer = json.loads(result.stdout.splitlines()[0])
    errors = [one for one in answer["problems"] if one["severity"] == "error"]
    assert (result.exit_code, len(errors)) == (1, 1), result.stdout
    assert errors[0]["hint"]
    assert everything() == before
    return str(errors[0]["code"])


def named(path: str, way: str, ending: str = "") -> str:
    """Return another name for a file, of that ending where one is wanted."""
    name = f"other{ending}"
    if way == "link":
        Path(name).symlink_to(path)
    elif way == "hard link":
        os.link(path, name)
    elif way == "link to link":
        Path("first").symlink_to(path)
        Path(name).symlink_to("first")
    elif way == "folder link":
        Path("here").symlink_to(".")
        return f"here/{path}"
    else:
        return {
            "same": path,
            "dots": f"./pics/../{path}",
            "no folder": f"nowhere/../{path}",
            "whole": str(Path(path).absolute()),
        }[way]
    return name


WAYS = ("same", "dots", "no folder", "whole", "link", "hard link", "link to link", "folder link")
LINKS = ("link", "hard link")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", READ)
def test_a_map_is_not_written_over_what_it_is_made_of(path: str, way: str) -> None:
    """Whatever a file that was read is called, and whatever it is."""
    assert refused("map talk.yaml --format svg -o {out}", out=named(path, way)) == "output-was-read"


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize(
    "words",
    [
        "map talk.yaml --format png -o {out}",
        "map talk.yaml --format html -o {out}",
        "deck talk.yaml --format pptx -o {out}",
        "deck talk.yaml --format pdf -o {out}",
        "deck talk.yaml --notes -o {out}",
        "deck talk.yaml --format html -o {out}",
    ],
)
def test_no_format_is_written_over_what_was_read(words: str, path: str) -> None:
    assert refused(words, out=named(path, "hard link")) == "output-was-read"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", ["company.pptx", "company.yaml", "talk.yaml"])
def test_a_deck_is_not_written_over_its_template(path: str, way: str) -> None:
    """A deck is of the kind of its template, so that nothing but its being read protects that."""
    words = "deck talk.yaml --template company.yaml --format pptx -o {out}"
    assert refused(words, out=named(path, way)) == "output-was-read"


@pytest.mark.parametrize("way", LINKS)
@pytest.mark.parametrize(
    ("words", "path", "ending"),
    [
        ("theme export ./themes/mine.yaml -o {out}", "themes/parent.yaml", ".potx"),
        ("theme export ./themes/mine.yaml -o {out}", "themes/logo.png", ".potx"),
        ("theme preview ./themes/mine.yaml -o {out}", "themes/mine.yaml", ".html"),
        ("theme import company.pptx --force -o {out}", "company.pptx", ".yaml"),
        ("theme map company.pptx --force -o {out}", "company.pptx", ".yaml"),
        ("theme map company.yaml --force -o {out}", "company.yaml", ".yaml"),
        ("theme map company.yaml -o {out}", "company.pptx", ".svg"),
        ("theme map company.yaml -o {out}", "company.yaml", ".png"),
        ("theme new ./{out} --from ./themes/mine.yaml --force", "themes/mine.yaml", ".yaml"),
        ("theme new ./{out} --from ./themes/mine.yaml --force", "themes/parent.yaml", ".yaml"),
    ],
)
def test_the_workshop_writes_over_nothing_that_it_read(
    words: str, path: str, ending: str, way: str
) -> None:
    assert refused(words, out=named(path, way, ending)) == "output-was-read"


@pytest.mark.parametrize("way", ["link", "hard link"])
@pytest.mark.parametrize(
    ("words", "path", "out"),
    [
        ("build talk.yaml -o out --format svg,png", "talk.yaml", "out/talk.svg"),
        ("build talk.yaml -o out --format svg,png", "pics/a.png", "out/talk.png"),
        ("build talk.yaml -o out --format pptx --jobs 2", "data.csv", "out/talk.pptx"),
        (
            "build talk.yaml -o out --format pptx,html,map.html",
            "themes/mine.yaml",
            "out/talk.map.html",
        ),
        ("deck talk.yaml -o talk.png", "pics/a.png", "talk-slides/slide-02.png"),
        ("deck talk.yaml -o talk.png", "themes/logo.png", "talk-slides/contact.png"),
        ("theme preview ./themes/mine.yaml -o out", "themes/logo.png", "out/theme-mine.png"),
    ],
)
def test_a_name_that_is_made_may_lead_to_what_was_read(
    words: str, path: str, out: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder as well; then all that would have been written with it stays away, too."""
    monkeypatch.setattr("deckgen.writers.png.fitting_zoom", lambda *_: 0.2)  # painting is slow
    if way == "link":
        Path(out).symlink_to(Path(path).absolute())
    else:
        os.link(path, out)
    assert refused(words) == "output-was-read"


@pytest.mark.parametrize(
    "words",
    [
        "map talk.yaml -o {out} --format svg",
        "map talk.yaml -o {out} --format png",
        "deck talk.yaml -o {out} --format pptx",
        "deck talk.yaml -o {out} --format pdf",
        "deck talk.yaml -o {out} --format html",
    ],
)
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.yaml", b""),
        ("notes.yml", b"title: a\n"),
        ("notes.md", b"# words\n"),
        ("notes.txt", "话\n".encode()),
        ("notes.csv", b"a,b\n"),
        ("letter.docx", b"PK\x03\x04" + b"word/document.xml"),
        ("photo.jpg", b"\xff\xd8\xff\xe0"),
        ("notes", "话\n".encode("gbk")),
    ],
)
def test_another_kind_of_file_stays(words: str, name: str, data: bytes) -> None:
    """Though nobody has read it: by its name, or by what it holds."""
    Path(name).write_bytes(data)
    assert refused(words, out=name) == "other-kind"


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ("map talk.yaml -o /dev/null --format svg", "", "not-a-file"),
        ("deck talk.yaml -o pipe.pptx", "pipe.pptx", "not-a-file"),
        ("theme export ink -o pipe.potx", "pipe.potx", "not-a-file"),
        ("theme preview ink -o pipe.png", "pipe.png", "not-a-file"),
        ("theme map company.pptx -o pipe.svg", "pipe.svg", "not-a-file"),
        ("theme new ./pipe.yaml --force", "pipe.yaml", "not-a-file"),
        ("theme import company.pptx -o pipe.yaml --force", "pipe.yaml", "not-a-file"),
        ("new pipe.yaml --force", "pipe.yaml", "not-a-file"),
        ("map talk.yaml -o out --format svg", "", "is-a-folder"),
        ("map talk.yaml -o talk.yaml/ --format svg", "", "is-a-folder"),
    ],
)
def test_what_is_no_file_is_not_written_to(
    words: str, name: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a command wait for a pipe's reader."""
    monkeypatch.setattr("deckgen.writers.png.fitting_zoom", lambda *_: 0.2)  # painting is slow
    if name:
        os.mkfifo(name)
    assert refused(words) == code


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("new talk", "talk.yaml"),
        ("theme new mine", "themes/mine.yaml"),
        ("theme new ./company.yaml", "company.yaml"),
        ("theme import company.pptx -o company.yaml", "company.yaml"),
        ("theme map company.pptx -o company.yaml", "company.yaml"),
    ],
)
def test_what_is_written_by_hand_is_replaced_when_asked_for(words: str, name: str) -> None:
    """An outline, a theme and a matching are somebody's work from the second day on."""
    assert refused(words) == "file-exists"
    old = Path(name).read_bytes()
    result = CliRunner().invoke(deckgen, [*words.split(), "--force"], prog_name="deckgen")
    assert (result.exit_code, Path(name).read_bytes() != old) == (0, True), result.stderr


def test_a_page_is_not_written_over_the_one_that_it_opens() -> None:
    """`--deck` names a page that is not read, and is lost all the same."""
    Path("a.html").write_text("<!DOCTYPE html>\n", "utf-8")
    assert refused("map talk.yaml -o a.html --deck ./out/../a.html") == "same-output"
    assert refused("deck talk.yaml -o ./a.html --map a.html") == "same-output"


def test_two_names_of_one_file_are_told() -> None:
    words = "theme map company.pptx -o a.svg -o ./a.svg"
    assert refused(words) == "same-output"


@pytest.mark.parametrize(
    "words",
    [
        "map {file} -o ''",
        "map {file} --output=",
        "deck {file} -o ''",
        "deck {file} --theme ''",
        "deck {file} --template=",
        "deck {file} --format ''",
        "deck ''",
        "build ''",
        "build {file} -o ''",
        "build {file} --allow ''",
        "plan ''",
        "new ''",
        "theme new ''",
        "theme new mine --logo ''",
        "theme show ''",
        "theme export ink -o ''",
        "theme import company.pptx -o ''",
        "theme map company.pptx -o ''",
        "theme preview ink -o ''",
        "schema ''",
        "completion ''",
    ],
)
def test_an_empty_word_is_a_mistake(words: str) -> None:
    """`-o "$OUT"` without an OUT must not write somewhere else."""
    before = everything()
    args = [word.format(file="talk.yaml").strip("'") for word in words.split()]
    result = CliRunner().invoke(deckgen, args, prog_name="deckgen")
    last = args[-1].rstrip("=") or args[-2]
    assert result.exit_code == 2
    assert result.stderr.endswith(f"Error: The word after '{last}' is empty.\n")
    assert everything() == before


def test_pictures_of_others_stay_in_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """`deck -o talk.png` removes what an earlier, longer deck left there, and nothing else."""
    monkeypatch.setattr("deckgen.writers.png.fitting_zoom", lambda *_: 0.2)  # painting is slow
    folder = Path("talk-slides")
    mine = {"slide-98.png": PICTURE, "slide-97.txt": b"words", "holiday.png": PICTURE}
    for name, data in (mine | {"slide-99.png": signed(PICTURE)}).items():
        (folder / name).write_bytes(data)
    result = CliRunner().invoke(deckgen, ["deck", "talk.yaml", "-o", "talk.png"])
    assert result.exit_code == 0, result.stderr
    left = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {name: left.get(name) for name in mine} == mine
    made = left.keys() - mine.keys()
    assert sorted(made) == ["contact.png", *(f"slide-{n:02}.png" for n in range(1, len(made)))]
    assert all(is_signed(left[name]) for name in made)
