"""The themes that can be named from here: what each is called and like, and whose it is.

A theme says what it is like in the comment that its file begins with: the first sentence counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .. import files
from ..problems import DeckgenError, Report
from ..theming._yaml import read_fields

PACKAGE = Path(__file__).parent.parent
OURS = (PACKAGE / "data" / "themes", PACKAGE.parent / "themes")  # in a wheel; in a checkout
_END = re.compile(r"。|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A theme on the shelf; `problem` says why one cannot be read."""

    name: str
    title: str
    character: str
    file: str
    is_ours: bool
    problem: str = ""


def shelf() -> tuple[Entry, ...]:
    """Return all themes: the users' own first, each kind by name."""
    folders = files.theme_folders("")
    found = [_entry(name, folders) for name in files.list_themes(folders)]
    return tuple(sorted(found, key=lambda one: (one.is_ours, one.name)))


def _entry(name: str, folders: tuple[Path, ...]) -> Entry:
    file = ""
    try:
        source = files.find_theme(name, folders)
        file = source.name
        fields = read_fields(source, Report())
        title = fields.text(("title",), name)
        text = source.blob.decode("utf-8-sig")
    except DeckgenError as error:
        return Entry(name, name, "", file, is_ours(file), error.problems[0].message)
    return Entry(name, title, character(text), file, is_ours(file))


def character(text: str) -> str:
    """Return what a theme's file says of itself in its first lines."""
    words = " ".join(_comment(text))
    return _END.split(words, maxsplit=1)[0]


def is_ours(file: str) -> bool:
    """Tell whether a theme came with deckgen."""
    return Path(file).resolve().parent in [folder.resolve() for folder in OURS]


def _comment(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        if not line.startswith("# yaml-language-server"):
            yield line.lstrip("# ").rstrip()
