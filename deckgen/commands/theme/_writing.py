"""Write a theme and what lies beside it, where nothing is yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...problems import fail
from ...terminal import Terminal

if TYPE_CHECKING:
    from ...workshop.starter import Start


def write_new(terminal: Terminal, made: Start, force: bool) -> None:
    """Write all files; DeckgenError, and none of them, when one is there and `force` is not."""
    from ... import files, outputs

    folder = Path(made.path).parent
    contents = {made.path: made.text.encode()}
    contents |= {str(folder / name): blob for name, blob in made.beside.items()}
    there = [path for path in contents if files.exists(path)]
    if there and not force:
        raise fail(
            f"'{there[0]}' is there already",
            "choose another name, or add --force",
            code="file-exists",
        )
    files.make_folder(str(folder))
    outputs.write(contents)
    for path, blob in contents.items():
        terminal.wrote(path, "theme" if path == made.path else "picture", blob)
