"""What went wrong, as values: gathered, sorted, shown together by whoever has a terminal.

A room that meets bad input calls its `Report` and goes on, so that the author hears of every
mistake at once. `DeckgenError` ends the work when going on makes no sense.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from functools import cached_property

from .model.origin import NOWHERE, Origin
from .model.record import record

UNSORTED = "unsorted"
_MEANT = "did you mean '"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@record
class Swap:
    """A mending that is certain: `wrong` stands in the source, and `right` belongs there.

    It stands at the problem's own origin, or on the line and in the column that are given here. It
    may go over several lines.
    """

    wrong: str
    right: str
    line: int = 0
    column: int = 0


@record
class Fix:
    """An edit: `text` in the place of what stands from the start to before the end.

    Lines and columns count from 1, columns in characters.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@record
class Problem:
    """One finding: what, where, and the next move.

    `message` starts in lower case and has no full stop; `source_line` is the author's line,
    shown with a caret under the origin's column. `code` is one of `codes.py` and never changes.
    A report that keeps the source makes a `Fix` of a `swap`, if `wrong` is found there indeed.
    """

    severity: Severity
    origin: Origin
    message: str
    hint: str = ""
    source_line: str = ""
    code: str = UNSORTED
    swap: Swap | None = None
    fix: Fix | None = None

    def __str__(self) -> str:
        return f"{self.origin}: {self.severity}: {self.message}"


class Report:
    """Collects problems; hand the same report to every room of one build."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._sources: dict[str, _Text] = {}

    def __call__(self, problem: Problem) -> None:
        self._problems.append(problem)

    def error(
        self,
        origin: Origin,
        message: str,
        hint: str = "",
        *,
        code: str = UNSORTED,
        swap: Swap | None = None,
    ) -> None:
        """Record an error."""
        self(Problem(Severity.ERROR, origin, message, hint, code=code, swap=swap))

    def warn(
        self,
        origin: Origin,
        message: str,
        hint: str = "",
        *,
        code: str = UNSORTED,
        swap: Swap | None = None,
    ) -> None:
        """Record a warning."""
        self(Problem(Severity.WARNING, origin, message, hint, code=code, swap=swap))

    def note(
        self,
        origin: Origin,
        message: str,
        hint: str = "",
        *,
        code: str = UNSORTED,
        swap: Swap | None = None,
    ) -> None:
        """Record something worth knowing that needs no mending."""
        self(Problem(Severity.NOTE, origin, message, hint, code=code, swap=swap))

    def keep_source(self, file: str, text: str) -> None:
        """Remember a source, so that problems can show the line they speak of."""
        self._sources[file] = _Text(text)

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
        """Return a problem with the line that it speaks of, and with its fix."""
        source = self._sources.get(problem.origin.file)
        if source is None:
            return problem
        if problem.swap and not problem.fix:
            problem = replace(problem, fix=source.fix(problem.origin, problem.swap))
        if problem.source_line or not 0 < problem.origin.line <= len(source.lines):
            return problem
        return replace(problem, source_line=source.lines[problem.origin.line - 1])


class _Text:
    """A source, divided into lines when first asked for one."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def lines(self) -> list[str]:
        return self._text.splitlines()

    def fix(self, origin: Origin, swap: Swap) -> Fix | None:
        """Return a swap as an edit; None unless that very text stands there.

        A word may have a quotation mark before it. Where a line ends in what editors take for no
        end of one (U+2028, a form feed), lines cannot be counted alike, and nothing is certain.
        """
        line, column = swap.line or origin.line, swap.column or origin.column
        if not (0 < line <= len(self.lines) and column) or self._has_odd_breaks:
            return None
        wrong = swap.wrong.split("\n")
        column += self.lines[line - 1][column - 1 : column] in ("'", '"')
        last = line + len(wrong) - 1
        found = self.lines[line - 1 : last]
        start = column - 1
        end = len(wrong[-1]) + (start if last == line else 0)
        found = [*found[:-1], found[-1][:end]]
        found[0] = found[0][start:]
        if found != wrong:
            return None
        return Fix(origin.file, line, column, last, end + 1, swap.right)

    @cached_property
    def _has_odd_breaks(self) -> bool:
        return any(char in self._text for char in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


@record
class Bug:
    """An exception that nobody foresaw, as text, so that it can come from another process."""

    words: str
    trace: str

    @classmethod
    def of(cls, error: BaseException) -> Bug:
        import traceback

        words = f"{type(error).__name__}: {error}"
        return cls(words, "".join(traceback.format_exception(error)).rstrip())


def has_warnings(problems: Iterable[Problem]) -> bool:
    """Tell whether any of them is a warning."""
    return any(problem.severity is Severity.WARNING for problem in problems)


class DeckgenError(Exception):
    """The work cannot go on; `problems` says why, place by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def fail(
    message: str,
    hint: str = "",
    origin: Origin = NOWHERE,
    *,
    code: str = UNSORTED,
    swap: Swap | None = None,
) -> DeckgenError:
    """Return the exception for a single error, to be raised."""
    return DeckgenError((Problem(Severity.ERROR, origin, message, hint, code=code, swap=swap),))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or the list of all."""
    names = sorted(known)
    near = difflib.get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    if near:
        return f"{_MEANT}{near[0]}'?"
    return "known: " + ", ".join(names)


def meant(word: str, hint: str) -> Swap | None:
    """Return the swap of a word for what `did_you_mean` found near it, if it found something."""
    if not hint.startswith(_MEANT):
        return None
    return Swap(word, hint.removeprefix(_MEANT).removesuffix("'?"))
