"""A standard stream that is shut, full, or read by nobody: one line or none, and never a bug."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from deckgen.cli import deckgen

ENV = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
PRINTING = (
    "--help", "--version", "deck --help", "plan talk.yaml", "plan talk.yaml --json", "schema",
    "schema theme --json", "completion zsh", "doctor", "doctor --json", "theme list",
    "theme list --json", "theme show ink", "map talk.yaml -o -", "bogus --json",
    "deck talk.yaml --format pdf -o -", "theme map talk.yaml -o '' --json",
)  # fmt: skip
FULL = "deckgen: error: cannot write to standard output: no space left on device\n"
SHUT = "deckgen: error: cannot write to standard output: it is closed\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.yaml").write_text("title: 书\ntopics:\n- 甲: [一, 二]\n- 乙: [三, 四]\n", "utf-8")


def full() -> io.TextIOWrapper:
    """Return a stream on a disk without room, which says so when it is flushed."""
    return io.TextIOWrapper(Path("/dev/full").open("wb"), "utf-8")


def run(words: str, monkeypatch: pytest.MonkeyPatch, **streams: io.TextIOWrapper | None) -> int:
    """Run a command with other streams; return its exit code."""
    with monkeypatch.context() as patch:
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        with pytest.raises(SystemExit) as ended:
            deckgen.main([word.strip("'") for word in words.split()], prog_name="deckgen")
    code = ended.value.code
    assert isinstance(code, int)
    return code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", PRINTING)
@pytest.mark.parametrize("kind", ["full", "shut"])
def test_a_result_that_nobody_gets_is_one_line(
    words: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command that prints says so on stderr, with exit code 1, and nothing else."""
    err = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    out = full() if kind == "full" else None
    assert run(words, monkeypatch, stdout=out, stderr=err) == 1
    assert err.buffer.getvalue().decode() == (FULL if kind == "full" else SHUT)
    if out:
        out.close()  # what was held back has gone nowhere, or this would fail


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("kind", ["full", "shut"])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("map talk.yaml -o talk.svg", 0),
        ("map talk.yaml -o none/talk.svg", 1),
        ("map none.yaml -o -", 1),
        ("build talk.yaml --format svg", 0),
        ("plan talk.yaml", 0),
        ("bogus", 2),
    ],
)
def test_who_is_not_heard_works_on(
    words: str, code: int, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without stderr the exit code is all that there is, and it is the same."""
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    assert run(words, monkeypatch, stdout=out, stderr=full() if kind == "full" else None) == code
    assert Path("talk.svg").exists() is ("-o talk.svg" in words)


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("schema >&-", 1, SHUT),
        ("schema >&- 2>&-", 1, ""),
        ("map talk.yaml -o a.svg >&- 2>&-", 0, ""),
        ("map talk.yaml -o - >/dev/full", 1, FULL),
        ("map talk.yaml -o - | true", 1, ""),
    ],
)
def test_python_has_nothing_to_add(line: str, code: int, told: str) -> None:
    """Neither a traceback, nor a word as it ends; no file takes the place of a shut stream."""
    program, _, pipe = line.partition(" | ")
    words = f"'{sys.executable}' -m deckgen {program}"
    later = f"'{sys.executable}' -c 'import time; time.sleep(0.2)'"  # an empty PATH has no sleep
    script = f"{{ {later}; {words}; echo $? > code; }}" + (f" | {pipe}" if pipe else "")
    done = subprocess.run(
        ["/bin/sh", "-c", script], capture_output=True, text=True, env=ENV, timeout=60
    )
    assert (int(Path("code").read_text()), done.stderr) == (code, told)
    if "a.svg" in line:
        text = Path("a.svg").read_text("utf-8")
        assert (text[:5], text[-7:]) == ("<?xml", "</svg>\n")


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows ends a program otherwise")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_who_is_ended_leaves_nothing_behind(name: str) -> None:
    """A signal that comes while files are written removes what is half done."""
    code = (
        "import os, pathlib, signal, sys\n"
        "from deckgen import cli\n"
        "write = pathlib.Path.replace\n"
        f"pathlib.Path.replace = lambda *_: os.kill(os.getpid(), signal.{name})\n"
        "sys.argv = ['deckgen', 'map', 'talk.yaml', '-o', 'a.svg']\n"
        "cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=ENV, timeout=60
    )
    ends = {"SIGTERM": (143, ""), "SIGHUP": (129, ""), "SIGINT": (130, "interrupted\n")}
    assert (done.returncode, done.stderr) == ends[name]
    assert os.listdir() == ["talk.yaml"]  # noqa: PTH208


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no nohup")
def test_nohup_is_kept() -> None:
    """Who lets a signal be ignored has a reason."""
    code = (
        "import signal, sys\n"
        "from deckgen import cli\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "sys.argv = ['deckgen', '--version']\n"
        "try:\n    cli.main()\nfinally:\n"
        "    print(signal.getsignal(signal.SIGHUP) is signal.SIG_IGN)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENV)
    assert done.stdout.splitlines()[1:] == ["True"]
