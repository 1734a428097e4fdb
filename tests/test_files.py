"""The user's files: what may be opened, and where themes are found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen import files
from deckgen.model.origin import Origin
from deckgen.problems import DeckgenError


def problem_of(caught: pytest.ExceptionInfo[DeckgenError]) -> tuple[str, str]:
    (problem,) = caught.value.problems
    return str(problem), problem.hint


def test_a_source_reaches_its_folder_and_below(tmp_path: Path) -> None:
    """`load` counts paths from the file's folder."""
    (tmp_path / "pics").mkdir()
    (tmp_path / "pics" / "a.png").write_bytes(b"png")
    (tmp_path / "a.yaml").write_bytes(b"title: a")
    source = files.open_source(str(tmp_path / "a.yaml"))
    assert source.blob == b"title: a"
    assert source.load("pics/a.png") == b"png"
    assert source.load("./pics/../pics/a.png") == b"png"


def test_a_source_never_leaves_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by dots, not by an absolute path, not by a link; --allow widens it."""
    monkeypatch.chdir(tmp_path)
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    home = tmp_path / "home"
    home.mkdir()
    (home / "a.yaml").write_bytes(b"")
    (home / "link.png").symlink_to(secret)
    name = "home/a.yaml"
    for path in ("../secret.png", str(secret), "link.png", "x/../../secret.png"):
        with pytest.raises(DeckgenError) as caught:
            files.open_source(name).load(path)
        message, hint = problem_of(caught)
        assert message.startswith(f"{name}: error: '{path[:60]}")
        assert message.endswith(f"' lies outside the folder of '{name}'")
        assert hint == "move it into that folder, or allow its own folder with --allow DIR"
    assert files.open_source(name, [tmp_path]).load("../secret.png") == b"secret"


@pytest.mark.parametrize("path", ["none.png", "a\0b.png", "sub", "x" * 5000, "pipe"])
def test_what_is_no_file_is_not_found(tmp_path: Path, path: str) -> None:
    """A missing file, a folder, a pipe that would block, an impossible name: one clear problem."""
    (tmp_path / "a.yaml").write_bytes(b"")
    (tmp_path / "sub").mkdir()
    os.mkfifo(tmp_path / "pipe")
    source = files.open_source(str(tmp_path / "a.yaml"))
    with pytest.raises(DeckgenError) as caught:
        source.load(path)
    assert f"cannot find '{path[:60]}" in problem_of(caught)[0]


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not one byte beyond the limit."""
    monkeypatch.setattr(files, "MAX_BYTES", 4)
    (tmp_path / "a.yaml").write_bytes(b"1234")
    (tmp_path / "b.yaml").write_bytes(b"12345")
    source = files.open_source(str(tmp_path / "a.yaml"))
    with pytest.raises(DeckgenError, match=r"'b\.yaml' is larger than 0 MiB"):
        source.load("b.yaml")


def test_a_missing_outline_names_its_neighbour(tmp_path: Path) -> None:
    """A slip of the finger is answered with the name that was meant."""
    (tmp_path / "参与感 笔记.yaml").write_bytes(b"")
    with pytest.raises(DeckgenError) as caught:
        files.open_source(str(tmp_path / "参与 笔记.yaml"))
    assert problem_of(caught)[1] == "did you mean '参与感 笔记.yaml'?"


def test_themes_are_searched_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the outline, in the current folder, in the user's configuration, in the package."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")
    places = [tmp_path / "talk" / "themes", tmp_path / "cwd/themes"]
    places.append(tmp_path / "config/deckgen/themes")
    folders = files.theme_folders(str(tmp_path / "talk" / "a.yaml"))
    for place in reversed(places):
        place.mkdir(parents=True)
        (place / "mine.yaml").write_text(place.as_posix())
        assert files.find_theme("mine", folders).blob.decode() == place.as_posix()
    assert files.find_theme("base", folders).blob


def test_a_theme_at_a_path_counts_from_the_file_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`theme: ./slate.yaml` means the outline's folder; on the command line the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk").mkdir()
    (tmp_path / "talk" / "slate.yaml").write_text("inner")
    (tmp_path / "slate.yaml").write_text("outer")
    origin = Origin(str(tmp_path / "talk" / "a.yaml"), 2, 8)
    assert files.find_theme("./slate.yaml", (), origin).blob == b"inner"
    assert files.find_theme("./slate.yaml", ()).blob == b"outer"
    with pytest.raises(DeckgenError, match=r"cannot find the theme 'none\.yaml'"):
        files.find_theme("none.yaml", ())


def test_an_unknown_theme_is_said_where_it_was_written(tmp_path: Path) -> None:
    """The place is the outline's line, the hint the nearest theme."""
    (tmp_path / "slate.yaml").write_text("")
    with pytest.raises(DeckgenError) as caught:
        files.find_theme("slete", (tmp_path,), Origin("a.yaml", 4, 8))
    assert problem_of(caught) == (
        "a.yaml:4:8: error: unknown theme 'slete'",
        "did you mean 'slate'?",
    )


def test_an_impossible_name_is_a_problem(tmp_path: Path) -> None:
    """Names that no file system takes are refused like any other."""
    name = str(tmp_path / ("x" * 300))
    for act in (files.open_source, files.make_folder):
        with pytest.raises(DeckgenError):
            act(name)
    assert not files.is_folder(name)
    assert not files.exists(name)
