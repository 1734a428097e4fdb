"""What a piece of work has read: each file with its digest, and where one was looked for in vain.

`files.py` tells; whoever wants to know listens (`watching`). A file that was looked for in vain
belongs to what was read, for one that appears there would be taken. It is told here as well from
which folder names count, where work is done for somebody who stands elsewhere.

What was read is not written over (`outputs.py`), whatever it is called (`read_as`): a link and its
file, hard links, a name in another case where a file system ignores it, all lead to one number.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from .model.digests import blake2b

if TYPE_CHECKING:
    from io import BufferedReader

_SIZE = 16  # bytes of a digest
STREAM = "-"  # standard input or output, where a file could be named
NOTHING = ""  # the digest of a file that is not there


class Seen(dict[str, str]):
    """Digests by whole paths, and a way to find a file by what it is."""

    def __init__(self) -> None:
        super().__init__()
        self._new: list[str] = []  # what is not in the tables below yet
        self._by_place: dict[str, str] = {}
        self._by_letters: dict[str, str] = {}  # for file systems that number no files
        self._by_number: dict[tuple[int, int], str] = {}

    def add(self, path: str, digest: str) -> None:
        """Remember a file that was read."""
        self[path] = digest
        self._new.append(path)

    def name_of(self, path: Path) -> str:
        """Return the path by which the file at `path` was read; "" when it was not.

        An editor may have put a new file in the place of one that was read, so the place counts
        too; and a number may have gone to another file since, so both must lead to one now.
        """
        self._look_up()
        place = _place(path)
        if place in self._by_place:
            return self._by_place[place]
        status = _status(place)
        if status is None:
            return ""
        if not status.st_ino:
            return self._by_letters.get(place.casefold(), "")
        found = self._by_number.get((status.st_dev, status.st_ino), "")
        now = _status(found) if found else None
        return found if now and os.path.samestat(now, status) else ""

    def _look_up(self) -> None:
        for path in self._new:
            place = _place(path)
            self._by_place[place] = self._by_letters[place.casefold()] = path
            status = _status(path)
            if status and status.st_ino:
                self._by_number[status.st_dev, status.st_ino] = path
        self._new.clear()


_LISTENERS: ContextVar[tuple[Seen, ...]] = ContextVar("listeners", default=())  # outermost first
_HERE: ContextVar[str] = ContextVar("here", default="")


@contextmanager
def watching(seen: Seen | None = None) -> Iterator[Mapping[str, str]]:
    """Give a mapping from absolute paths to digests, which grows as files are read inside.

    It is a new one, or goes on with one. Who listens further out hears all of it as well.
    """
    seen = Seen() if seen is None else seen
    token = _LISTENERS.set((*_LISTENERS.get(), seen))
    try:
        yield seen
    finally:
        _LISTENERS.reset(token)


@contextmanager
def standing_in(folder: str) -> Iterator[None]:
    """Let relative names count from a folder, whatever the current one of the process is."""
    token = _HERE.set(folder)
    try:
        yield
    finally:
        _HERE.reset(token)


def at(name: str | Path) -> Path:
    """Return the path that a name stands for."""
    return Path(_HERE.get(), name)


def saw(path: Path, data: bytes) -> None:
    """Tell that a file was read."""
    if listeners := _LISTENERS.get():
        whole, told = whole_path(path), digest(data)
        for seen in listeners:
            seen.add(whole, told)


def missed(path: Path) -> None:
    """Tell that a file was looked for and is not there."""
    for seen in _LISTENERS.get():
        seen.setdefault(whole_path(path), NOTHING)


def again(seen: Mapping[str, str]) -> None:
    """Tell what was read when something was made that is now used again."""
    for listener in _LISTENERS.get():
        for path, told in seen.items():
            if told == NOTHING:
                listener.setdefault(path, NOTHING)
            else:
                listener.add(path, told)


def read_as(name: str) -> str:
    """Return the whole path by which the file at `name` was read; "" when nobody heard of it."""
    # the outermost has heard all that the others have
    return next((seen.name_of(at(name)) for seen in _LISTENERS.get()), "")


def digest(data: bytes) -> str:
    """Return what tells one content from another."""
    return blake2b(data, _SIZE)


def digest_file(file: BufferedReader) -> str:
    """Return the digest of an open file, of whatever size."""
    import hashlib

    return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=_SIZE)).hexdigest()


def whole_path(path: str | Path) -> str:
    """Return the path from the root, without `..`; other links are left as they are."""
    whole = at(path).absolute()
    if ".." in whole.parts:  # what that means hangs on the links before it
        whole = Path(os.path.realpath(whole.parent), whole.name)
    return os.path.normpath(whole)


def _place(path: str | Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _status(path: str) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except (OSError, ValueError):
        return None
