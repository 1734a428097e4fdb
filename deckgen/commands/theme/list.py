"""`deckgen theme list`: the themes that can be named from here."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ...terminal import Terminal, clean, cut, speaking, table, width

if TYPE_CHECKING:
    from ...workshop.shelf import Entry

LEAST_ROOM = 24  # columns for what a theme is like


@click.command("list")
@speaking
@click.pass_obj
def list_themes(terminal: Terminal) -> None:
    """List the themes that can be named here: yours first, then those that came with deckgen."""
    from ...workshop.shelf import shelf

    entries = shelf()
    if terminal.answer:
        import dataclasses

        terminal.answer.said["themes"] = [dataclasses.asdict(entry) for entry in entries]
        return
    rows = [("name", "title", "from", "character")]
    rows += [
        (entry.name, clean(entry.title), _place(entry), clean(entry.problem or entry.character))
        for entry in entries
    ]
    room = _room(rows)
    click.echo(table([(*row, cut(last, room)) for *row, last in rows]))
    terminal.close()


def _place(entry: Entry) -> str:
    return "deckgen" if entry.is_ours else entry.file


def _room(rows: Sequence[Sequence[str]]) -> int:
    """Return the columns that a terminal has left for the last one; a pipe has no end."""
    if not sys.stdout.isatty():
        return sys.maxsize
    used = sum(max(map(width, column)) + 2 for column in list(zip(*rows, strict=True))[:-1])
    return max(LEAST_ROOM, shutil.get_terminal_size().columns - used)


COMMAND = list_themes
