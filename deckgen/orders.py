"""What the command line was asked to make: outlines found, files named, orders carried out.

Words come in, files are written and problems shown. One outline is one order: all of its files
are made, or none is touched, and an order that fails does not stop the next.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .problems import DeckgenError, Report, Severity, fail
from .terminal import Terminal

if TYPE_CHECKING:
    from .model.scene import Scene
    from .pipeline import Themes


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of one outline: `files` gives each path its format."""

    outline: str
    files: Mapping[str, str]
    theme: str = ""
    allow: tuple[str, ...] = ()
    layout: str = ""
    engine: str = ""
    depth: int = 0


def collect(words: Sequence[str]) -> list[str]:
    """Return the outlines that files and folders stand for, each once."""
    from . import files, registry

    found: dict[str, None] = {}
    for word in words:
        if not files.is_folder(word):
            found[word] = None
            continue
        endings = [end for reader in registry.readers().values() for end in reader.suffixes]
        names = files.list_folder(word, endings)
        if not names:
            raise fail(f"there are no outlines in '{word}'", _where_outlines_are(word))
        found.update(dict.fromkeys(names))
    return list(found)


def _where_outlines_are(folder: str) -> str:
    inner = Path(folder, "outlines")
    if inner.is_dir():
        return f"did you mean 'deckgen build {inner}'?"
    return "start one with 'deckgen new NAME'"


def by_stem(names: Sequence[str]) -> dict[str, str]:
    """Return the outlines by the name of their outputs; no two may share it."""
    import unicodedata

    stems: dict[str, str] = {}
    seen: dict[str, str] = {}
    for name in names:
        stem = Path(name).stem
        # file systems that ignore case, or compose characters, would overwrite one by the other
        folded = unicodedata.normalize("NFC", stem).casefold()
        if folded in seen:
            message = f"'{seen[folded]}' and '{name}' would write the same files"
            raise fail(message, "rename one, or build them into two folders with -o DIR")
        seen[folded] = stems[stem] = name
    return stems


def carry_out(order: Order, themes: Themes, terminal: Terminal) -> bool:
    """Make all files of an order or none, show its problems, and tell whether it went well."""
    report = Report()

    def work() -> None:
        from .files import write_whole

        try:
            results = _compile(order, themes, report)
            if terminal.strict and any(p.severity is Severity.WARNING for p in report.problems):
                return
            for path, data in results.items():
                if path == "-":
                    sys.stdout.buffer.write(data)
                else:
                    write_whole(path, data)
        except DeckgenError as error:
            for problem in error.problems:
                report(problem)

    errors = terminal.errors
    terminal.attempt(order.outline, work)
    terminal.show(report.problems)
    return terminal.errors == errors


def _compile(order: Order, themes: Themes, report: Report) -> dict[str, bytes]:
    """Return the bytes for every file of an order."""
    from .pipeline import choose_map, draw_deck, draw_map, read_outline, write_scene

    outline = choose_map(
        read_outline(order.outline, allow=order.allow, report=report), order.layout, order.depth
    )
    look = themes.compile(outline, order.theme, report)
    scenes: dict[bool, Scene] = {}
    results: dict[str, bytes] = {}
    for path, format in order.files.items():
        is_deck = format == "pptx"
        if is_deck not in scenes:  # the formats of a map are drawn from one scene
            scenes[is_deck] = (
                draw_deck(outline, look, report)
                if is_deck
                else draw_map(outline, look, report, order.engine)
            )
        results[path] = write_scene(scenes[is_deck], format, look, report)
    return results
