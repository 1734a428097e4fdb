"""Folders in folders: what is found, what is left out, where it goes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from batch.talks import TALK, contents, put, run, said

links = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_output_mirrors_the_folders() -> None:
    """Of each folder that is named; a file that is named goes to the top."""
    for name in ("in/a.yaml", "in/书/b.yml", "in/书/里/c.yaml", "two/d.yaml", "e.yaml"):
        put(name)
    assert said("in", "two", "e.yaml", "--format", "svg") == "5 files written to 'output'\n"
    assert list(contents()) == ["a.svg", "d.svg", "e.svg", "书/b.svg", "书/里/c.svg"]


def test_what_is_of_others_is_left_out() -> None:
    """Hidden folders, themes, the output itself, environments and packages of other programs."""
    put("a.yaml")
    others = (".git", "themes", "b/themes", "node_modules", "output", "__pycache__", "env")
    for folder in others:
        put(f"{folder}/x.yaml")
    put("env/pyvenv.cfg", "home = /usr/bin\n")
    put(".hidden.yaml")
    put("b/c.yaml")
    assert said("--format", "svg") == "2 files written to 'output'\n"
    assert list(contents()) == ["a.svg", "b/c.svg", "x.yaml"]


@links
def test_links_are_followed_out_of_the_tree_and_never_back() -> None:
    """A loop ends, a folder is walked once, and what lies elsewhere is found through its link."""
    put("in/a/b.yaml")
    put("far/c.yaml")
    Path("in/a/loop").symlink_to(Path("in").resolve())
    Path("in/a/up").symlink_to(Path.cwd())
    Path("in/twin").symlink_to("a")
    Path("in/far").symlink_to(Path("far").resolve())
    Path("in/again").symlink_to(Path("far").resolve())
    Path("in/broken").symlink_to("nowhere")
    assert said("in", "--format", "svg") == "2 files written to 'output'\n"
    assert list(contents()) == ["a/b.svg", "again/c.svg"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_closed_folder_does_not_stop_the_rest() -> None:
    """It holds nothing for us."""
    put("a.yaml")
    Path("shut").mkdir(mode=0)
    assert said("--format", "svg") == "1 file written to 'output'\n"


OTHERS = {
    "a theme": "extends: ink\npalette: {}\n",
    "a matching of a template's layouts": "template: x.pptx\nlayouts:\n  title: A\n",
    "a file of Docker Compose": "services:\n  web:\n    image: nginx\n",
    "a workflow of GitHub": "on: [push]\njobs:\n  a:\n    runs-on: x\n",
    "a file of Kubernetes": "apiVersion: v1\nkind: Pod\n",
    "a description of a web API": "openapi: 3.0.0\npaths: {}\n",
    "a file of pre-commit": "repos:\n- repo: local\n",
    "a file of MkDocs": "site_name: x\n",
    "a file of conda": "channels: [a]\ndependencies: [b]\n",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_yaml_file_of_another_kind_is_told(kind: str) -> None:
    """In a folder it is left out with a warning; whoever names it hears an error."""
    put("a.yaml")
    put("b.yaml", OTHERS[kind])
    told = f"b.yaml: warning: this is {kind}, no outline: left out\n"
    assert said("--format", "svg") == f"{told}1 file written to 'output', 1 warning\n"
    result = run("b.yaml")
    assert result.exit_code == 1
    assert f"b.yaml:1:1: error: this is {kind}, no outline\n" in result.stderr


@pytest.mark.parametrize(
    "text", ["template: x.pptx", "# 公司\n\nbody:\n  [1, 2, 9, 4]\ntemplate: x\n"]
)
def test_what_names_a_template_and_has_no_words_is_a_matching(text: str) -> None:
    """A file that says no more than that is none without topics, either."""
    put("a.yaml")
    put("b.yaml", text)
    kind = "a matching of a template's layouts"
    told = f"b.yaml: warning: this is {kind}, no outline: left out\n"
    assert said("--format", "svg") == f"{told}1 file written to 'output', 1 warning\n"


@pytest.mark.parametrize(
    "text",
    [
        "template: x\n甲: [a]\n",
        "template: x\ntopics: [a]\n",
        "services: [买, 卖]\nbuild: 看\n",
        "on: [a]\njobs: [b]\n",
        "kind: [a]\npaths: b\n",
        "- extends: a\n",
        "notes: |\n  extends: a\ntopics: [b]\n",
    ],
)
def test_words_of_other_kinds_do_not_make_another_kind(text: str) -> None:
    """An outline may speak of services and jobs."""
    put("a.yaml", text)
    assert "no outline" not in said("a.yaml", "--format", "svg")


def test_two_that_would_write_one_file_are_told_before_any_work() -> None:
    """From two folders, or two endings; in folders of their own they are no clash."""
    for name in ("one/a/talk.yaml", "two/a/Talk.yml", "two/b/talk.yaml"):
        put(name)
    assert said("one", "two") == (
        "deckgen: error: 'one/a/talk.yaml' and 'two/a/Talk.yml' would write the same files\n"
        "hint: rename one, or build them into two folders with -o DIR\n"
        "1 error\n"
    )
    assert not Path("output").exists()
    assert said("two", "--format", "svg") == "2 files written to 'output'\n"


def test_no_outline_is_written_over_what_another_reads() -> None:
    """Neither over its picture nor over itself, whichever of them is up to date."""
    picture = Path(__file__).parents[2] / "deckgen/data/sample/river.png"
    for name in ("b", "c"):  # the name says which is made first
        put("a.yaml", TALK + "- 河: {image: c.png}\n")
        put(f"{name}.yaml")
        Path("c.png").write_bytes(picture.read_bytes())
    for jobs in ("1", "1", "2"):
        told = said("a.yaml", "b.yaml", "c.yaml", "-o", ".", "--format", "png", "--jobs", jobs)
        assert "c.png" in told
        assert ": error: " in told or "error: " in told
        assert Path("c.png").read_bytes() == picture.read_bytes()
