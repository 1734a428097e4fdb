"""The themes that can be named from here: what each is called and like, and whose it is.

A theme says what it is like in the comment that its file begins with: the first sentence counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .. import files, registry
from ..model.record import record
from ..model.regex import regex
from ..plugin import Source
from ..problems import DeckgenError, Report
from ..theming._yaml import read_fields

_END = regex(r"。|\.(?=\s|$)")


@record
class Entry:
    """A theme on the shelf; `problem` says why one cannot be read."""

    name: str
    title: str
    character: str
    file: str
    is_ours: bool
    problem: str = ""


def shelf() -> tuple[Entry, ...]:
    """Return all themes: the users' own and those of other packages first, each kind by name."""
    found = [_entry(name) for name in names()]
    return tuple(sorted(found, key=lambda one: (one.is_ours, one.name)))


def names() -> tuple[str, ...]:
    """Return the names of all themes that can be found from the current folder."""
    own = files.list_themes(files.theme_folders(""))
    return tuple(sorted({*own, *registry.theme_files()}))


def find(name: str) -> Source:
    """Return the file of a theme by name or path; DeckgenError when there is none."""
    return files.find_theme(name, files.theme_folders(""), others=registry.theme_files())


def file_of(name: str) -> Path:
    """Return where the theme of that name is; it is not read."""
    return files.theme_file(name, files.theme_folders(""), others=registry.theme_files())


def _entry(name: str) -> Entry:
    file = ""
    try:
        source = find(name)
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
    return Path(file).resolve().parent in [folder.resolve() for folder in files.OWN]


def _comment(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        if not line.startswith("# yaml-language-server"):
            yield line.lstrip("# ").rstrip()
