"""What a piece of work has read: each file with its digest, and where one was looked for in vain.

`files.py` tells; whoever wants to know listens (`watching`). A file that was looked for in vain
belongs to what was read, for one that appears there would be taken. It is told here as well from
which folder names count, where work is done for somebody who stands elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from io import BufferedReader

_SIZE = 16  # bytes of a digest
NOTHING = ""  # the digest of a file that is not there

_SEEN: ContextVar[dict[str, str] | None] = ContextVar("seen", default=None)
_HERE: ContextVar[str] = ContextVar("here", default="")


@contextmanager
def watching() -> Iterator[Mapping[str, str]]:
    """Give a mapping from absolute paths to digests, which grows as files are read inside.

    Who listens further out hears all of it when this ends.
    """
    seen: dict[str, str] = {}
    token = _SEEN.set(seen)
    try:
        yield seen
    finally:
        _SEEN.reset(token)
        again(seen)


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
    seen = _SEEN.get()
    if seen is not None:
        seen[whole_path(path)] = digest(data)


def missed(path: Path) -> None:
    """Tell that a file was looked for and is not there."""
    seen = _SEEN.get()
    if seen is not None:
        seen.setdefault(whole_path(path), NOTHING)


def again(seen: Mapping[str, str]) -> None:
    """Tell what was read when something was made that is now used again."""
    outer = _SEEN.get()
    if outer is not None:
        outer.update(seen)


def digest(data: bytes) -> str:
    """Return what tells one content from another."""
    from hashlib import blake2b

    return blake2b(data, digest_size=_SIZE).hexdigest()


def digest_file(file: BufferedReader) -> str:
    """Return the digest of an open file, of whatever size."""
    from hashlib import blake2b, file_digest

    return file_digest(file, lambda: blake2b(digest_size=_SIZE)).hexdigest()


def whole_path(path: str | Path) -> str:
    """Return the path from the root, without `..`; links are left as they are."""
    return os.path.normpath(at(path).absolute())
