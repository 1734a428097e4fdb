"""The workshop as its user meets it: a command, its exit code, and what it said."""

from __future__ import annotations

from pathlib import Path

import click
from click.testing import CliRunner, Result

from deckgen import cli

THEMES = sorted(
    path.stem for path in (Path(__file__).resolve().parents[2] / "themes").glob("*.yaml")
)


def run(*args: str) -> Result:
    return CliRunner().invoke(cli.deckgen, ("theme", *args), prog_name="deckgen")


def said(result: Result) -> str:
    """Return what went to stderr, without its colours; no command may ever show a traceback."""
    text = click.unstyle(result.stderr)
    assert "Traceback" not in text
    assert "this is a bug" not in text
    return text


def write(name: str, content: str) -> str:
    """Write a theme into `themes/` of the current folder, and return its path."""
    path = Path("themes", f"{name}.yaml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, "utf-8")
    return str(path)
