"""The files that are made: all of them whole or none, and nothing of the user's is harmed.

Bytes come in by the names of files and folders; they go to temporary files beside them, which then
take the names, each in one step. Nothing is flushed to the disk by force: what is made here can be
made again, and waiting for the disk would take longer than the work. What stands at a name is
looked at before any work (`check`) and again before it is replaced. It stays, and all else that was
to be written with it, when it was read, when it is of another kind, or when nobody may write to it.
"""

from __future__ import annotations

import errno
import itertools
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from .inputs import STREAM, at, read_as, whole_path
from .kinds import ENDS, Kind, is_signed, kind_by_name, kind_of
from .model.record import record
from .problems import fail, reason

ELSEWHERE = "choose another name with -o"
AWAY = f"{ELSEWHERE}, or remove the file first"
ANOTHER = "choose another place with -o"


@record
class _Step:
    """A temporary file or folder, and the place that it is to take."""

    name: str
    spare: Path
    target: Path


def check(name: str, kind: Kind | None) -> None:
    """Refuse to write a file of that kind where it would do harm; DeckgenError says why.

    A link is followed to its file. Where nothing is yet, nothing can be harmed. None is a kind that
    is not known before the file is made.
    """
    mode = _mode(at(name)) or _mode(_place(name))  # a pipe has a name, and no place of its own
    if mode is None:
        return
    if stat.S_ISDIR(mode) or name.endswith(("/", os.sep)):
        raise fail(f"'{name}' is a folder", "name a file, such as 'talk.pptx'", code="is-a-folder")
    if not stat.S_ISREG(mode):
        hint = "name a file; '-o -' is standard output"
        raise fail(f"'{name}' is a device or a pipe", hint, code="not-a-file")
    if read := read_as(name):
        is_so_called = whole_path(name) == read
        which = "" if is_so_called else f" as '{_short(read)}'"
        message = f"'{name}' was read{which}, and is not written over"
        raise fail(message, ELSEWHERE, code="output-was-read")
    if kind:
        _check_kind(name, kind)
    # an administrator may write to everything; who made a file read-only meant it all the same
    if not mode & 0o222 or not os.access(_place(name), os.W_OK):
        raise fail(
            f"'{name}' is read-only", f"make it writable, or {ELSEWHERE}", code="read-only-file"
        )


def check_folder(name: str) -> None:
    """Refuse to make a folder where a file is."""
    if os.path.lexists(at(name)) and not at(name).is_dir():
        raise fail(f"'{name}' is a file", "name a folder with -o", code="is-a-file")


def write(contents: Mapping[str, bytes | Mapping[str, bytes]]) -> None:
    """Write files, and folders of files: all of them, or none if a thing goes wrong before the end.

    What is to go to standard output (`-`) goes there last.

    What is replaced hands down its mode, its owner and its attributes as far as the system lets us.
    In a folder that is there, pictures of ours that count on further than the new ones
    (`slide-34.png` of a longer deck) are removed; all other files stay.
    """
    stream = contents.get(STREAM, b"")
    assert isinstance(stream, bytes), "a folder has a name"
    contents = {name: made for name, made in contents.items() if name != STREAM}
    files, folders = _sorted_out(contents)
    _check_all(files)
    steps: list[_Step] = []
    try:
        for name, data in files.items():
            with _telling(name):
                steps.append(_stage(name, data))
        for name, inner in folders.items():
            with _telling(name):
                steps.append(_stage_folder(name, inner))
        for step in steps:
            with _telling(step.name):
                step.spare.replace(step.target)
    finally:
        for step in steps:
            _remove(step.spare)
    for name, made in contents.items():
        if not isinstance(made, bytes):
            _remove_stale(name, made)
    if stream:
        sys.stdout.buffer.write(stream)


def _sorted_out(
    contents: Mapping[str, bytes | Mapping[str, bytes]],
) -> tuple[dict[str, bytes], dict[str, Mapping[str, bytes]]]:
    """Return the files to write, those of folders that are there too, and the folders to make."""
    files: dict[str, bytes] = {}
    folders: dict[str, Mapping[str, bytes]] = {}
    for name, data in contents.items():
        if isinstance(data, bytes):
            files[name] = data
        elif Path(name).is_dir():
            files |= {str(Path(name, inner)): blob for inner, blob in data.items()}
        else:
            check_folder(name)
            folders[name] = data
    # a logo that lies beside its theme already was read, and need not be written
    kept = {name for name, data in files.items() if read_as(name) and _holds(name, data)}
    return {name: data for name, data in files.items() if name not in kept}, folders


def _check_all(files: Mapping[str, bytes]) -> None:
    """Check every file that is to be written, and that no two of them are one."""
    places: dict[object, str] = {}
    for name, data in files.items():
        check(name, kind_of(data[:ENDS], data[-ENDS:]))
        first = places.setdefault(_identity(name), name)
        if first != name:
            raise fail(
                f"'{first}' and '{name}' are one file",
                "give each a name of its own",
                code="same-output",
            )


def _short(path: str) -> str:
    """Return a path as seen from the current folder, if it is in there."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


def _identity(name: str) -> object:
    """Return what two names of one file have in common."""
    place = _place(name)
    try:
        status = place.stat()
    except OSError:
        return os.path.normcase(place)
    return (status.st_dev, status.st_ino) if status.st_ino else str(place).casefold()


def _place(name: str) -> Path:
    """Return the file that a name leads to, along all links, whether it is there or not."""
    try:
        return Path(os.path.realpath(at(name)))
    except ValueError as error:  # a NUL
        message = f"cannot write '{name}': {error}"
        raise fail(message, ELSEWHERE, code="unwritable-file") from error


def _mode(place: Path) -> int | None:
    try:
        return place.stat().st_mode
    except (OSError, ValueError):
        return None


def _check_kind(name: str, kind: Kind) -> None:
    """Refuse to replace what is of another kind, by its ending or by what it holds."""
    if kind_by_name(name) not in (None, kind):
        message = f"'{name}' is there, and {kind} is no '{Path(name).suffix}'"
        raise fail(message, AWAY, code="other-kind")
    with _telling(name), _place(name).open("rb") as file:
        head = file.read(ENDS)
        file.seek(max(0, os.fstat(file.fileno()).st_size - ENDS))
        found = kind_of(head, file.read(ENDS))
    if found not in (Kind.NOTHING, kind):
        message = f"'{name}' is {found}, and {kind} would take its place"
        raise fail(message, AWAY, code="other-kind")


def _holds(name: str, data: bytes) -> bool:
    with suppress(OSError), _place(name).open("rb") as file:
        return file.read(len(data) + 1) == data
    return False


def _stage(name: str, data: bytes) -> _Step:
    """Write a file beside the one whose place it is to take."""
    target = _place(name)
    spare = _spare(target.parent)
    try:
        with spare.open("xb") as file:
            file.write(data)
        if target.exists():
            _hand_down(target, spare)
    except BaseException:  # Ctrl-C too must not leave half a file behind
        _remove(spare)
        raise
    return _Step(name, spare, target)


def _stage_folder(name: str, contents: Mapping[str, bytes]) -> _Step:
    """Write a folder's files into one beside it that is to take its place."""
    target = Path(name).absolute()
    spare = _spare(target.parent)
    try:
        spare.mkdir()
        for inner, data in contents.items():
            (spare / inner).write_bytes(data)
    except BaseException:
        _remove(spare)
        raise
    return _Step(name, spare, target)


def _hand_down(old: Path, new: Path) -> None:
    """Give a new file the owner, the attributes (access lists are such) and the mode of the old."""
    status = old.stat()
    if hasattr(os, "chown"):
        made = new.stat()
        if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
            with suppress(OSError):  # who is no administrator gives nothing away
                os.chown(new, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # a file system without any
            for attribute in os.listxattr(old):
                with suppress(OSError):  # one that the system keeps for itself
                    os.setxattr(new, attribute, os.getxattr(old, attribute))
    new.chmod(stat.S_IMODE(status.st_mode))


def _remove_stale(folder: str, contents: Iterable[str]) -> None:
    """Remove pictures of ours that are named as new ones are, but for their number."""

    def series(name: str) -> str:
        return re.sub(r"\d+", "#", name)

    ours = {series(name) for name in contents if series(name) != name}
    new = set(contents)
    with _telling(folder):
        for path in sorted(Path(folder).iterdir()):
            if path.name not in new and series(path.name) in ours and _is_stale(path):
                path.unlink()


def _is_stale(path: Path) -> bool:
    """Tell whether a file was written by us, and is nothing to anybody else: no link, not read."""
    if path.is_symlink() or not path.is_file() or read_as(str(path)):
        return False
    with path.open("rb") as file:
        return is_signed(file.read(ENDS))


def _spare(folder: Path) -> Path:
    """Return a free name; short, because the file's own may be as long as names can be."""
    names = (folder / f".deckgen-{os.getpid()}-{count}.tmp" for count in itertools.count())
    return next(name for name in names if not os.path.lexists(name))


def _remove(spare: Path) -> None:
    if spare.is_dir():
        from shutil import rmtree  # which loads what packs archives: few commands write folders

        rmtree(spare, ignore_errors=True)
    else:
        with suppress(OSError):
            spare.unlink(missing_ok=True)


@contextmanager
def _telling(name: str) -> Iterator[None]:
    """Turn the system's refusals into a problem of the file."""
    try:
        yield
    except OSError as error:
        message = f"cannot write '{name}': {reason(error)}"
        raise fail(message, _remedy(error), code="unwritable-file") from error


def _remedy(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", -1)):  # Windows has no quota
        return f"make room on the disk, or {ANOTHER}"
    if error.errno == errno.ENOENT:
        return f"make its folder first, or {ANOTHER}"
    if error.errno == errno.EROFS:
        return f"the disk is read-only: {ANOTHER}"
    if isinstance(error, PermissionError):
        return f"close the file if it is open elsewhere, or {ANOTHER}"
    return ANOTHER
