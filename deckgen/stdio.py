"""The standard streams as they may be: shut, full, or with nobody left at the other end.

What is a command's result goes to stdout; a command that cannot say it ends, with a line for
whoever may hear it, or without a word where the reader has left of his own (`| head -1`). What is
said to a person goes to stderr; a command that is not heard does its work all the same. Either way
what is held back goes nowhere, or Python would complain of it as it ends.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast

import click

from .problems import reason

STREAMS = (0, 1, 2)


class LostError(SystemExit):
    """Standard output cannot be written to: the command ends, whatever it is about to do."""

    def __init__(self, error: OSError) -> None:
        super().__init__(1)
        self.error = error


@contextmanager
def guarded() -> Iterator[None]:
    """Guard stdout and stderr while a command runs; both take any character."""
    _hold_places()
    out, err = sys.stdout, sys.stderr
    for stream in (out, err):
        if isinstance(stream, io.TextIOWrapper):  # not so when a program replaced it
            is_ascii = (stream.encoding or "").lower() in ("ascii", "us-ascii", "646")
            stream.reconfigure(encoding="utf-8" if is_ascii else None, errors="backslashreplace")
    sys.stdout = cast(TextIO, _Guarded(out or _Shut(), _end))
    sys.stderr = cast(TextIO, _Guarded(err or _Shut(), lambda _: None))
    try:
        try:
            yield
        finally:
            if out:
                sys.stdout.flush()
    except LostError as lost:
        if lost.error.errno not in (errno.EPIPE, errno.EINVAL):  # the latter on Windows
            told = "it is closed" if lost.error.errno == errno.EBADF else reason(lost.error)
            click.echo(f"deckgen: error: cannot write to standard output: {told}", err=True)
        raise
    finally:
        sys.stdout, sys.stderr = out, err


def _end(error: OSError) -> None:
    raise LostError(error)


class _Guarded:
    """A stream whose every refusal is handed to `lose`; a text stream has its bytes guarded too."""

    def __init__(self, stream: Any, lose: Callable[[OSError], None]) -> None:
        self._stream, self._lose = stream, lose

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    @property
    def buffer(self) -> _Guarded:
        return _Guarded(self._stream.buffer, self._lose)

    def write(self, data: Any) -> int:
        """Write text, or bytes."""
        self._do(lambda: self._stream.write(data))
        return len(data)

    def flush(self) -> None:
        """Hand on what is held back."""
        self._do(self._stream.flush)

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except OSError as error:
            _drain(self._stream)
            self._lose(error)


class _Shut(io.TextIOBase):
    """Stands for a stream that was shut before we began."""

    encoding, errors = "utf-8", "backslashreplace"

    @property
    def buffer(self) -> _Shut:
        return self

    def write(self, data: Any) -> int:
        if data:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return 0


def _drain(stream: Any) -> None:
    """Let what a stream holds back, and all that follows, go nowhere."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(null, stream.fileno())
        finally:
            os.close(null)


def _hold_places() -> None:
    """Put the null device where a stream is shut: else the next file to be opened would be it.

    And what a program of another's writes to stdout would be in that file.
    """
    for number in STREAMS:
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # takes the lowest free one
