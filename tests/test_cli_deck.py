"""The command line, deck by deck: which formats, under which names, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen import DeckgenError
from deckgen.batch.ledger import NAME as LEDGER
from deckgen.cli import deckgen
from deckgen.kinds import signed
from deckgen.outputs import write

# a picture's signature, and the room that its header takes
OLD, NEW = (b"\x89PNG\r\n\x1a\n" + b"\0" * 25 + word for word in (b"old", b"new"))
TALK = "title: 演讲\ntopics:\n- 第一: [甲, 乙, 丙]\n- 第二: {notes: 讲慢一点, points: [丁, 戊]}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("talk.yaml").write_text(TALK, "utf-8")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(deckgen, args, prog_name="deckgen")


def made(folder: Path) -> list[str]:
    """All files below a folder, but the outline; of the slides the first stands for all."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    files.discard(LEDGER)
    return sorted(
        name for name in files if (name != "talk.yaml" and "slide-" not in name) or "-01" in name
    )


@pytest.mark.parametrize(
    ("args", "name", "start"),
    [
        (("-o", "a.pptx"), "a.pptx", b"PK"),
        (("-o", "a.pdf"), "a.pdf", b"%PDF"),
        (("-o", "a.html"), "a.html", b"<!DOCTYPE html>"),
        (("-o", "a.htm"), "a.htm", b"<!DOCTYPE html>"),
        (("-o", "a.pdf", "--notes"), "a.pdf", b"%PDF"),
        (("-o", "a", "--format", "html"), "a", b"<!DOCTYPE html>"),
        (("--format", "pdf"), "output/talk.deck.pdf", b"%PDF"),
        (("--notes",), "output/talk.notes.pdf", b"%PDF"),
        (("-o", "x/a.png"), "x/a-slides/contact.png", b"\x89PNG"),
        (("--format", "png", "-o", "pics"), "pics/slide-01.png", b"\x89PNG"),
        (("--format", "png"), "output/talk-slides/slide-01.png", b"\x89PNG"),
    ],
)
def test_a_deck_in_the_format_asked_for(
    args: tuple[str, ...], name: str, start: bytes, folder: Path
) -> None:
    """--notes and --format say it, or else the file's ending."""
    (folder / "x").mkdir()
    result = run("deck", "talk.yaml", *args)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (folder / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("-o", "a.svg"), "a deck cannot be written as 'a.svg'"),
        (("-o", "a.docx"), "unknown format 'docx'"),
        (("--format", "dot"), "a deck cannot be written as 'dot'"),
        (("--format", "pdx"), "unknown format 'pdx'"),
        (("--format", "html", "--notes"), "notes pages are a PDF"),
        (("--format", "png", "-o", "-"), "the pictures of a deck are several files"),
    ],
)
def test_what_a_deck_cannot_be(args: tuple[str, ...], words: str, folder: Path) -> None:
    """The message says so, and nothing is written."""
    result = run("deck", "talk.yaml", *args)
    assert result.exit_code == 1
    assert words in result.stderr
    assert made(folder) == []


def test_build_knows_decks_from_maps(folder: Path) -> None:
    """pdf and png are the map's; with deck. before them they are the deck's."""
    result = run("build", "--format", "pdf,deck.pdf,notes,html,deck.png,deck.pptx", "-o", ".")
    assert result.exit_code == 0, result.stderr
    assert made(folder) == [
        "talk-slides/contact.png",
        "talk-slides/slide-01.png",
        "talk.deck.pdf",
        "talk.html",
        "talk.notes.pdf",
        "talk.pdf",
        "talk.pptx",
    ]


@pytest.mark.parametrize("word", ["deck.svg", "deck.dot", "deck.", "deck.deck.pdf"])
def test_build_refuses_other_decks(word: str, folder: Path) -> None:
    """A format that holds no deck is refused before any work."""
    result = run("build", "--format", word)
    assert result.exit_code == 1
    assert "hint: " in result.stderr
    assert made(folder) == []


def test_a_map_is_no_deck() -> None:
    """What is of decks only cannot be asked of the map."""
    result = run("map", "talk.yaml", "--format", "notes")
    assert result.exit_code == 1
    assert "a map cannot be written" in result.stderr


def test_a_shorter_deck_leaves_no_old_slides(folder: Path) -> None:
    """Slides beyond the last are removed; files of the user's stay."""
    target = folder / "pics"
    write({"pics": {f"slide-{number}.png": signed(OLD) for number in range(1, 5)}})
    (target / "mine.txt").write_text("mine")
    write({"pics": {"slide-1.png": NEW, "contact.png": NEW}})
    found = {path.name: path.read_bytes() for path in target.iterdir()}
    assert found == {"slide-1.png": NEW, "contact.png": NEW, "mine.txt": b"mine"}
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_is_written_whole_or_not_at_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full at the second file, there is no folder, and none is half new."""
    opened = Path.open
    left = 1

    def full(path: Path, mode: str = "r", **kwargs: object) -> object:
        nonlocal left
        left -= "b" in mode and mode != "rb"
        if left < 0:
            raise OSError(28, "No space left on device")
        return opened(path, mode, **kwargs)  # type: ignore[call-overload]

    write({"old": {"slide-1.png": OLD}})
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        for name in ("new", "old"):
            left = 1
            with pytest.raises(DeckgenError, match="no space left"):
                write({name: {"slide-1.png": NEW, "slide-2.png": NEW}})
    assert (folder / "old" / "slide-1.png").read_bytes() == OLD
    assert sorted(path.name for path in folder.iterdir()) == ["old", "talk.yaml"]


def test_a_file_is_in_the_way(folder: Path) -> None:
    """A file of the folder's name is not touched."""
    (folder / "pics").write_text("mine")
    with pytest.raises(DeckgenError, match="is a file"):
        write({"pics": {"slide-1.png": NEW}})
    assert (folder / "pics").read_text() == "mine"


def test_deck_and_map_open_each_other(folder: Path) -> None:
    """Made together, each page knows the other's file; made apart, where it is told to be."""
    del folder
    assert run("build", "talk.yaml", "--format", "html,map.html").exit_code == 0
    deck, mindmap = (
        Path("output", f"talk{end}").read_text("utf-8") for end in (".html", ".map.html")
    )
    assert 'data-twin="talk.map.html#t1"' in deck
    assert '"talk.html#/cover"' in mindmap
    assert run("map", "talk.yaml", "-o", "m.html", "--deck", "output/talk.html").exit_code == 0
    assert '"output/talk.html#/cover"' in Path("m.html").read_text("utf-8")
    assert run("deck", "talk.yaml", "-o", "output/d.html", "--map", "m.html").exit_code == 0
    assert 'data-twin="../m.html#t1"' in Path("output/d.html").read_text("utf-8")
