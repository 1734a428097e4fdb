"""The user's files: searched for, and opened with limits.

What comes in is a path from the command line or from an outline; what leaves is a `Source` of
bytes. No other module reads a file of the user's, and each that is read is told to `inputs.py`, so
that `outputs.py` never writes over it. The path of a picture or a table is not trusted: it reaches
the outline's folder, what lies below, and what `--allow` names, and nothing else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from . import inputs
from .inputs import STREAM as STREAM
from .inputs import at, missed, saw
from .model.origin import NOWHERE, Origin
from .plugin import Source
from .problems import DeckgenError, did_you_mean, fail, meant, reason

MAX_BYTES = 64 * 1024 * 1024
# what is opened as somebody's own template, to be used or to say why it cannot be
TEMPLATES = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm", ".ppt", ".pot", ".odp", ".key")
BASE = "base"  # the theme that all others extend
_PACKAGE = Path(__file__).parent
# where deckgen's own themes are: in a wheel, in a checkout
OWN = (_PACKAGE / "data" / "themes", _PACKAGE.parent / "themes")


def open_source(name: str, allow: Iterable[str | Path] = (), origin: Origin = NOWHERE) -> Source:
    """Read the file `name`; the Source's `load` reaches its folder and those in `allow`.

    `-` is standard input, which lies in the current folder.
    """
    path = at(name)
    place = origin if origin.file else Origin(name)
    if name != STREAM and not os.path.exists(path):
        raise fail(f"cannot find '{name}'", _elsewhere(path), place, code="missing-file")
    blob = _read_input(place) if name == STREAM else _read(path, name, place)
    folder = _resolve(path.parent)
    rooms = (folder, *(_resolve(at(extra)) for extra in allow))

    def load(inner: str) -> bytes:
        target = _resolve(folder / inner)
        if not any(target.is_relative_to(room) for room in rooms):
            raise fail(
                f"'{inner}' lies outside the folder of '{name}'",
                "move it into that folder, or allow its own folder with --allow DIR",
                Origin(name),
                code="file-outside",
            )
        if not os.path.isfile(target):
            hint = f"paths count from the folder of '{name}'"
            raise fail(f"cannot find '{inner}'", hint, Origin(name), code="missing-file")
        return _read(target, inner, Origin(name))

    return Source(name, blob, load)


def _read_input(origin: Origin) -> bytes:
    """Read what another program, or a person, sends to this one."""
    try:
        blob = sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, AttributeError, ValueError) as error:  # Python has none where it was closed
        hint = "name a file, or send one: deckgen plan - < talk.yaml"
        raise fail("there is no standard input", hint, origin, code="unreadable-file") from error
    if len(blob) > MAX_BYTES:
        raise _too_large(STREAM, origin)
    return blob


def is_folder(name: str) -> bool:
    """Tell whether a folder stands at a path; an impossible name has none."""
    return os.path.isdir(name)


def exists(name: str) -> bool:
    """Tell whether anything stands at a path."""
    return os.path.lexists(name)


def list_folder(folder: str, suffixes: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of the files in `folder` that end in one of `suffixes`, by name."""
    wanted = frozenset(suffixes)
    try:
        paths = sorted(Path(folder).iterdir())
    except OSError as error:
        raise fail(
            f"cannot list '{folder}': {reason(error)}",
            "name another folder",
            code="unreadable-file",
        ) from error
    return tuple(
        str(path)
        for path in paths
        if path.suffix.lower() in wanted and not path.name.startswith(".") and path.is_file()
    )


def list_folders(folder: Path) -> tuple[Path, ...]:
    """Return the paths of the folders in `folder`, by name; of one that is closed to us, none."""
    try:
        return tuple(path for path in sorted(folder.iterdir()) if path.is_dir())
    except OSError:
        return ()


def theme_folders(near: str) -> tuple[Path, ...]:
    """Return where themes may lie, first come first served, for the outline at `near`."""
    return (Path(near).parent / "themes", Path("themes"), settings_folder(), *OWN)


def settings_folder() -> Path:
    """Return where the user's own themes lie, for whatever project."""
    config = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return Path(config) / "deckgen" / "themes"


def is_own(path: str) -> bool:
    """Tell whether a file is part of deckgen itself."""
    return any(Path(path).is_relative_to(root) for root in (_PACKAGE, *OWN))


def find_theme(
    name: str,
    folders: Sequence[Path],
    origin: Origin = NOWHERE,
    others: Mapping[str, Path] = MappingProxyType({}),
) -> Source:
    """Read the theme of that name, or at that path; DeckgenError at `origin` without one."""
    return open_source(str(theme_file(name, folders, origin, others)), origin=origin)


def theme_file(
    name: str,
    folders: Sequence[Path],
    origin: Origin = NOWHERE,
    others: Mapping[str, Path] = MappingProxyType({}),
) -> Path:
    """Return where a theme is, without reading it.

    A path is what has a separator or ends in .yaml or .yml; it counts from the folder of the
    file that names it, or from the current one. A name is looked for in the folders, and then
    among the `others`, which packages bring; "base" is always deckgen's own.
    """
    if is_path(name):
        places = [Path(origin.file).parent / name] if origin.file else []
        places += [Path(name), *(folder / name for folder in folders)]
        found = _first_file(places)
        if found is None:
            hint = f"known themes: {', '.join(list_themes(folders))}"
            raise fail(f"cannot find the theme '{name}'", hint, origin, code="unknown-theme")
        return found
    places = [folder / f"{name}.yaml" for folder in (OWN if name == BASE else folders)]
    places += [others[name]] if name in others else []
    places += _in_chinese(name)
    if found := _first_file(places):
        return found
    known = dict.fromkeys((*list_themes(folders), *others))
    hint = did_you_mean(name, known)
    raise fail(
        f"unknown theme '{name}'", hint, origin, code="unknown-theme", swap=meant(name, hint)
    )


def _in_chinese(name: str) -> list[Path]:
    """Return where a theme of deckgen's own may be that is called by its Chinese name."""
    if name.isascii():
        return []
    from .model.names import THEMES, in_english  # few ask so

    english = in_english(name, THEMES)
    return [] if english == name else [folder / f"{english}.yaml" for folder in OWN]


def find_template(name: str, origin: Origin = NOWHERE) -> Source:
    """Read a template; its path counts from the folder of the file that names it, or from here."""
    places = [Path(origin.file).parent / name] if origin.file else []
    return open_source(str(_first_file(places) or name), origin=origin)


def _first_file(places: Iterable[Path]) -> Path | None:
    """Return the first of the places where a file is; those before it are told as missed."""
    for place in places:
        if os.path.isfile(at(place)):
            return place
        missed(place)
    return None


def passed_over(folders: Iterable[Path]) -> tuple[str, ...]:
    """Return the files that are called as the base theme is, and are not deckgen's own."""
    places = (folder / f"{BASE}.yaml" for folder in folders if folder not in OWN)
    return tuple(
        str(path)
        for path in places
        if os.path.isfile(at(path)) and at(path).resolve().parent not in OWN
    )


def is_path(name: str) -> bool:
    """Tell whether a theme is given by its path."""
    return "/" in name or os.sep in name or name.lower().endswith((".yaml", ".yml"))


def list_themes(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of all themes in the folders that exist."""
    return tuple(sorted({path.stem for folder in folders for path in at(folder).glob("*.yaml")}))


def digest_of(path: str | Path) -> str:
    """Return the digest of a file's bytes, or that of nothing where it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return inputs.digest_file(file)
    except (OSError, ValueError):
        return inputs.NOTHING


def size_of(path: str | Path) -> int:
    """Return a file's size in bytes, 0 where there is none."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def read_own(path: str | Path) -> bytes:
    """Return the bytes of a file that deckgen wrote for itself, none where that fails."""
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES)
    except OSError:
        return b""


@cache
def package_stamp() -> str:
    """Return what changes whenever a file of this deckgen does: names, sizes and times of all."""
    found = []
    for root in (_PACKAGE, OWN[1]):
        for folder, inner, names in os.walk(root):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for name in sorted(names):
                state = Path(folder, name).stat()
                found.append((name, state.st_size, state.st_mtime_ns))
    return inputs.digest(repr(found).encode())


def make_folder(folder: str) -> None:
    """Make sure that a folder is there, with its parents."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise fail(
            f"'{folder}' is a file", "name a folder with -o DIR", code="is-a-file"
        ) from error
    except OSError as error:
        hint = "choose another folder with -o DIR"
        raise fail(
            f"cannot make the folder '{folder}': {reason(error)}", hint, code="unwritable-file"
        ) from error


def _read(path: Path, name: str, origin: Origin) -> bytes:
    if is_folder(str(path)):
        raise fail(f"'{name}' is a folder", "name a file", origin, code="is-a-folder")
    try:
        with path.open("rb") as file:
            blob = file.read(MAX_BYTES + 1)
    except OSError as error:
        hint = "check that you may read it"
        raise fail(
            f"cannot read '{name}': {reason(error)}", hint, origin, code="unreadable-file"
        ) from error
    if len(blob) > MAX_BYTES:
        raise _too_large(name, origin)
    saw(path, blob)
    return blob


def _too_large(name: str, origin: Origin) -> DeckgenError:
    limit = f"{MAX_BYTES // 1024**2} MiB"
    return fail(
        f"'{name}' is larger than {limit}", "make it smaller", origin, code="file-too-large"
    )


def _resolve(path: Path) -> Path:
    """Return the path with its links resolved; the path itself where that fails."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL: reading will tell
        return path.absolute()


def _elsewhere(path: Path) -> str:
    """Return a hint for a file that is not there: a neighbour with a similar name."""
    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.suffix == path.suffix]
    except OSError:
        return f"there is no folder '{path.parent}'"
    hint = did_you_mean(path.name, names) if names else ""
    return hint if hint.startswith("did") else "check the path; 'deckgen new NAME' starts a new one"
