"""What went wrong, as values: gathered, sorted, shown together by whoever has a terminal.

A room that meets bad input calls its `Report` and goes on, so that the author hears of every
mistake at once. `DeckgenError` ends the work when going on makes no sense.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import StrEnum

from .model.origin import NOWHERE, Origin
from .model.record import record


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@record
class Problem:
    """One finding: what, where, and the next move.

    `message` starts in lower case and has no full stop; `source_line` is the author's line,
    shown with a caret under the origin's column.
    """

    severity: Severity
    origin: Origin
    message: str
    hint: str = ""
    source_line: str = ""

    def __str__(self) -> str:
        return f"{self.origin}: {self.severity}: {self.message}"


class Report:
    """Collects problems; hand the same report to every room of one build."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._sources: dict[str, list[str]] = {}

    def __call__(self, problem: Problem) -> None:
        self._problems.append(problem)

    def error(self, origin: Origin, message: str, hint: str = "") -> None:
        """Record an error."""
        self(Problem(Severity.ERROR, origin, message, hint))

    def warn(self, origin: Origin, message: str, hint: str = "") -> None:
        """Record a warning."""
        self(Problem(Severity.WARNING, origin, message, hint))

    def note(self, origin: Origin, message: str, hint: str = "") -> None:
        """Record something worth knowing that needs no mending."""
        self(Problem(Severity.NOTE, origin, message, hint))

    def keep_source(self, file: str, text: str) -> None:
        """Remember a source, so that problems can show the line they speak of."""
        self._sources[file] = text.splitlines()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, once each, by place; errors before warnings on one line."""
        order = list(Severity)
        unique = dict.fromkeys(self._with_line(problem) for problem in self._problems)
        return tuple(
            sorted(
                unique,
                key=lambda p: (
                    p.origin.file,
                    p.origin.line,
                    p.origin.column,
                    order.index(p.severity),
                ),
            )
        )

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self._problems)

    def raise_errors(self) -> None:
        """Raise DeckgenError with all that was gathered, if any of it is an error."""
        if self.has_errors:
            raise DeckgenError(self.problems)

    def _with_line(self, problem: Problem) -> Problem:
        lines = self._sources.get(problem.origin.file, [])
        if problem.source_line or not 0 < problem.origin.line <= len(lines):
            return problem
        return Problem(
            problem.severity,
            problem.origin,
            problem.message,
            problem.hint,
            lines[problem.origin.line - 1],
        )


class DeckgenError(Exception):
    """The work cannot go on; `problems` says why, place by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def fail(message: str, hint: str = "", origin: Origin = NOWHERE) -> DeckgenError:
    """Return the exception for a single error, to be raised."""
    return DeckgenError((Problem(Severity.ERROR, origin, message, hint),))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or the list of all."""
    names = sorted(known)
    near = difflib.get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    return "known: " + ", ".join(names)
