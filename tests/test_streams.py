"""`-` is standard input and output, so that commands can be joined by pipes."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.cli import deckgen

OUTLINE = "title: 书\ntopics:\n  - 甲: [一, 二]\n  - 乙: [三, 四]\n"


def run(*words: str, sent: bytes | str = OUTLINE) -> Result:
    return CliRunner().invoke(deckgen, words, input=sent)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "begin"),
    [
        ("deck -", b"PK"),
        ("deck - --format pdf", b"%PDF"),
        ("map -", b"<?xml"),
        ("map - --format png -o -", b"\x89PNG"),
        ("new -", "# 一份提纲".encode()),
        ("theme new -", b"# "),
        ("theme export ink -o -", b"PK"),
    ],
)
def test_what_is_made_goes_to_the_next_program(words: str, begin: bytes, folder: Path) -> None:
    """Nothing is written, and nothing else is said on stdout."""
    result = run(*words.split())
    assert (result.exit_code, result.stdout_bytes[: len(begin)]) == (0, begin)
    assert list(folder.iterdir()) == []


def test_problems_of_what_is_sent_have_a_place() -> None:
    assert run("plan", "-", sent="title: 书\ntopics:\n  - 甲: {layuot: x}\n").stderr.startswith(
        "-:3:9: error: unknown field 'layuot'"
    )


def test_pictures_count_from_the_current_folder() -> None:
    """And may lie there, and nowhere above."""
    Path("here").mkdir()
    Path("here/a.csv").write_text("x,甲\n一,1\n二,2\n", "utf-8")
    text = "title: 书\ntopics:\n  - 甲: {chart: PATH}\n"
    assert run("plan", "-", sent=text.replace("PATH", "here/a.csv")).exit_code == 0
    assert "lies outside" in run("plan", "-", sent=text.replace("PATH", "../a.csv")).stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("deck - --json", "stdout-taken"),
        ("new - --json", "stdout-taken"),
        ("map - -o - --json", "stdout-taken"),
        ("deck - --format png", "not-one-file"),
        ("theme preview ink -o -", "not-one-file"),
        ("build -", "wrong-options"),
    ],
)
def test_what_stdout_cannot_take_is_refused(words: str, code: str) -> None:
    result = run(*words.split(), "--json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, [one["code"] for one in answer["problems"]]) == (1, [code])


def test_pipes_of_three_commands(folder: Path) -> None:
    """new | tee-like plan is joined by a shell; a deck comes out, in a locale without UTF-8 too."""
    python = shlex.quote(sys.executable)
    program = f"{python} -m deckgen"
    counting = shlex.quote("import sys; print(len(sys.stdin.buffer.read()))")
    env = dict(os.environ)
    if str(Path(__file__).resolve()).isascii():  # Python starts in no other checkout without UTF-8
        env |= {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    line = (
        f"{program} theme new - > mine.yaml && "
        f"{program} new - | {program} deck - --theme ./mine.yaml --format html"
        f" | {python} -c {counting}; "
        f"{program} theme export ink -o - > ink.potx && "
        f"{program} new - | {program} plan - --json | {python} -m json.tool > plan.json"
    )
    done = subprocess.run(line, shell=True, capture_output=True, env=env, timeout=60, check=True)
    assert int(done.stdout) > 10_000
    plan = json.loads((folder / "plan.json").read_text("utf-8"))
    assert plan["ok"]
    assert plan["slides"][0]["title"] == "talk"
    assert done.stderr == b""
