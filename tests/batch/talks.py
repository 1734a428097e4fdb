"""Small outlines for tests of builds, and what a build leaves."""

from __future__ import annotations

from pathlib import Path

import click
from click.testing import CliRunner, Result

from deckgen import cli
from deckgen.batch.ledger import NAME as LEDGER

TALK = """\
title: 口碑铁三角
topics:
- 产品: [专注, 极致]
- 用户: 口碑的底座
"""


def put(name: str, text: str = TALK) -> Path:
    """Write a file with the folders above it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def run(*args: str) -> Result:
    return CliRunner().invoke(cli.deckgen, ["build", *args], prog_name="deckgen")


def said(*args: str) -> str:
    """Return what a build says to a person; it must not be a traceback."""
    text = click.unstyle(run(*args).stderr)
    assert "Traceback" not in text
    return text


def contents(folder: str = "output") -> dict[str, bytes]:
    """Return the bytes of all files in a folder and below, but for the build's own notes."""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file()
    }
    return {name: data for name, data in found.items() if name != LEDGER}
