"""Write a theme and what lies beside it, where nothing is yet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ...problems import fail
from ...terminal import Terminal
from .._making import check_stream

if TYPE_CHECKING:
    from ...workshop.starter import Start


def write_new(terminal: Terminal, made: Start, force: bool) -> None:
    """Write all files; DeckgenError, and none of them, when one is there and `force` is not.

    A theme for standard output must be one file.
    """
    from ... import files, outputs

    if made.path == files.STREAM:
        check_stream(terminal, made.path, "yaml")
        if made.beside:
            message = "this theme has pictures beside it"
            raise fail(message, "name a file with -o, or leave them out", code="not-one-file")
        outputs.write({made.path: made.text.encode()})
        return
    folder = Path(made.path).parent
    contents = {made.path: made.text.encode()}
    contents |= {str(folder / name): blob for name, blob in made.beside.items()}
    refuse_existing(contents, force)
    files.make_folder(str(folder))
    outputs.write(contents)
    for path, blob in contents.items():
        terminal.wrote(path, "theme" if path == made.path else "picture", blob)


def refuse_existing(paths: Iterable[str], force: bool) -> None:
    """Refuse to write what somebody may have changed by hand, unless that is asked for."""
    from ... import files

    there = [path for path in paths if files.exists(path)]
    if there and not force:
        raise fail(
            f"'{there[0]}' is there already",
            "choose another name, or add --force",
            code="file-exists",
        )
