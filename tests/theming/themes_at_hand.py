"""Themes from a string, as if they lay in a folder beside the ones that deckgen brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from deckgen.model.theme import Theme
from deckgen.model.units import Size
from deckgen.plugin import Source
from deckgen.problems import DeckgenError, Problem, Report, fail
from deckgen.theming.load import load_theme

FOLDER = Path(__file__).resolve().parents[2] / "themes"
SHIPPED = sorted(path.stem for path in FOLDER.glob("*.yaml"))
WIDE, TALL = Size(12_192_000, 6_858_000), Size(9_144_000, 6_858_000)


def source(
    files: Mapping[str, str | bytes], beside: Mapping[str, bytes] | None = None
) -> Callable[[str], Source]:
    """Return what finds themes among `files` and the shipped ones; `beside` them lie pictures."""

    def beside_it(name: str) -> bytes:
        if beside and name in beside:
            return beside[name]
        raise fail(f"cannot find '{name}'", "put it there", code="missing-file")

    def find(wanted: str) -> Source:
        if wanted in files:
            content = files[wanted]
            blob = content if isinstance(content, bytes) else content.encode()
        elif wanted in SHIPPED:
            blob = (FOLDER / f"{wanted}.yaml").read_bytes()
        else:
            raise fail(f"unknown theme '{wanted}'", "known: base", code="unknown-theme")
        return Source(f"{wanted}.yaml", blob, beside_it)

    return find


def load(name: str, page: Size = WIDE, report: Report | None = None, **files: str | bytes) -> Theme:
    """Load a theme among `files` (name to content) and the shipped ones."""
    return load_theme(name, source(files), page, Report() if report is None else report)


def problems(content: str | bytes, **files: str | bytes) -> tuple[Problem, ...]:
    """Return all that is said of a theme `t` with this content."""
    report = Report()
    try:
        load("t", report=report, t=content, **files)
    except DeckgenError as error:
        return error.problems
    return report.problems


def told(content: str | bytes, **files: str | bytes) -> str:
    """Return the problems as lines: place, severity, message, hint."""
    return "".join(
        f"{problem}" + (f" | {problem.hint}" if problem.hint else "") + "\n"
        for problem in problems(content, **files)
    )
