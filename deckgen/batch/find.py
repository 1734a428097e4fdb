"""Which outlines folders hold, and what is to be made of each.

Names of files and folders come in, `Found` outlines leave. A folder stands for all outlines in it
and in the folders below; the output has the same folders. What is plainly something else is left
out: hidden folders, `themes`, the output, other programs' folders, and links that lead back.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from .. import files, registry
from ..model.origin import Origin
from ..model.record import record
from ..problems import Report, fail

_OTHERS = frozenset(("themes", "node_modules", "__pycache__", "site-packages"))


@record
class Found:
    """An outline, and the folder below the output that its files go to ("" is the output)."""

    name: str
    folder: str = ""


def find_outlines(words: Sequence[str], output: str, report: Report) -> list[Found]:
    """Return the outlines that files and folders stand for, each once.

    Files in folders that are plainly no outlines are told and left out; DeckgenError where a
    folder has none.
    """
    found: dict[str, Found] = {}
    for word in words:
        if not files.is_folder(word):
            found.setdefault(word, Found(word))
            continue
        names = [name for name in _walk(word, output) if not _is_other(name, report)]
        if not names:
            message = f"there are no outlines in '{word}'"
            raise fail(message, "start one with 'deckgen new NAME'", code="no-outlines")
        for name in names:
            inner = Path(name).relative_to(word).parent.as_posix()
            found.setdefault(name, Found(name, "" if inner == "." else inner))
    return list(found.values())


def refuse_clashes(targets: Mapping[str, Iterable[str]]) -> None:
    """Raise DeckgenError where two outlines would write one file; `targets` gives each its files.

    File systems may ignore case or compose characters, and would overwrite one by the other.
    """
    seen: dict[str, str] = {}
    for outline, paths in targets.items():
        for path in paths:
            folded = unicodedata.normalize("NFC", path).casefold()
            if seen.setdefault(folded, outline) != outline:
                message = f"'{seen[folded]}' and '{outline}' would write the same files"
                raise fail(
                    message,
                    "rename one, or build them into two folders with -o DIR",
                    code="same-output",
                )


def _walk(top: str, output: str) -> Iterator[str]:
    """Yield the files with a reader's ending in a folder and those below, each folder's by name.

    A link to a folder is followed where it leads out of the tree, and not twice to one place.
    """
    endings = frozenset(end for reader in registry.readers().values() for end in reader.suffixes)
    root, away = Path(top).resolve(), Path(output).resolve()
    visited = {root, away}
    stack = [Path(top)]
    while stack:
        folder = stack.pop()
        yield from files.list_folder(str(folder), endings)
        inner = []
        for path in files.list_folders(folder):
            real = path.resolve()
            is_back = real.is_relative_to(root) or root.is_relative_to(real)
            if real in visited or (path.is_symlink() and is_back) or _is_others(path):
                continue
            visited.add(real)
            inner.append(path)
        stack.extend(reversed(inner))


def _is_others(folder: Path) -> bool:
    """Tell whether a folder is hidden, or has something else than outlines."""
    is_hidden = folder.name.startswith(".")
    return is_hidden or folder.name in _OTHERS or files.exists(str(folder / "pyvenv.cfg"))


def _is_other(name: str, report: Report) -> bool:
    """Tell whether a file is plainly no outline; if so, that is noted."""
    ending = Path(name).suffix.lower()
    for reader in registry.readers().values():
        if ending in reader.suffixes and reader.other_kind:
            kind = reader.other_kind(files.open_source(name).blob)
            if kind:
                report.warn(
                    Origin(name), f"this is {kind}, no outline: left out", code="not-an-outline"
                )
            return bool(kind)
    return False
