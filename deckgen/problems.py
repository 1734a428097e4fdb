"""What went wrong, as values: gathered, sorted, shown together by whoever has a terminal.

A room that meets bad input calls its `Report` and goes on, so that the author hears of every
mistake at once. `DeckgenError` ends the work when going on makes no sense.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from .model.origin import NOWHERE, Origin
from .model.record import record
from .model.regex import regex

MOST_OF_A_KIND = 100  # problems told one by one, in one file; nobody mends more at once
MOST_NAMES = 60  # in a list of what is known
_LONGEST_NAME = 60
_LONGEST = 1000
_AND, _OF = "and ", " more of this kind: "
_CERTAIN = 0.75  # how alike a word and what was meant are, from 0 to 1
_MEANT = "did you mean '"
_NAMES = regex(r"'[^']*'|\d[\d,.]*")  # what differs between problems of one kind
_LONG_NAME = regex(rf"'([^']{{{_LONGEST_NAME}}})[^']+'|\"([^\"]{{{_LONGEST_NAME}}})[^\"]+\"")


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_Key: TypeAlias = tuple[Severity, Origin, str, str]
_Kind: TypeAlias = tuple[str, Severity, str]


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
    code: str = ""
    swap: Swap | None = None
    fix: Fix | None = None

    def __str__(self) -> str:
        return f"{self.origin}: {self.severity}: {self.message}"


class Report:
    """Collects problems; hand the same report to every room of one build.

    Whatever the input, it stays small: of each kind and file `MOST_OF_A_KIND` problems are kept
    and the others counted, and names are cut.
    """

    def __init__(self) -> None:
        self._kept: dict[_Key, Problem] = {}
        self._counts: dict[_Kind, int] = {}
        self._rest: dict[_Kind, _Rest] = {}
        self._sources: dict[str, _Text] = {}
        self.has_errors = False

    def __call__(self, problem: Problem) -> None:
        problem = _brief(problem)
        key = (problem.severity, problem.origin, problem.message, problem.hint)
        self.has_errors = self.has_errors or problem.severity is Severity.ERROR
        if key in self._kept:
            return
        kind = _kind_of(problem)
        count = self._counts.get(kind, 0)
        if count < MOST_OF_A_KIND:
            self._counts[kind] = count + 1
            self._kept[key] = problem
        elif kind in self._rest:
            self._rest[kind].add(problem, key)
        else:
            self._rest[kind] = _Rest(problem, key)

    def error(
        self,
        origin: Origin,
        message: str,
        hint: str = "",
        *,
        code: str,
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
        code: str,
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
        code: str,
        swap: Swap | None = None,
    ) -> None:
        """Record something worth knowing that needs no mending."""
        self(Problem(Severity.NOTE, origin, message, hint, code=code, swap=swap))

    def keep_source(self, file: str, text: str, is_exact: bool = True) -> None:
        """Remember a source, so that problems can show the line they speak of.

        A text that `is_exact` has all characters of its file, which is in UTF-8, and no other;
        without that no place in it is certain.
        """
        self._sources[file] = _Text(text, is_exact)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, once each, by place; errors before warnings on one line.

        The first that is not kept stands for all of its kind that follow, with their number.
        """
        order = list(Severity)
        told = (*self._kept.values(), *(rest.problem for rest in self._rest.values()))
        return tuple(
            sorted(
                map(self._with_line, told),
                key=lambda p: (
                    p.origin.file,
                    p.origin.line,
                    p.origin.column,
                    order.index(p.severity),
                ),
            )
        )

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


class _Rest:
    """What is not told one by one: the first of these problems, and how many there are."""

    def __init__(self, first: Problem, key: _Key) -> None:
        self._first = first
        self._seen = {hash(key)}

    def add(self, problem: Problem, key: _Key) -> None:
        """Count a problem that was not met yet; our own words, met again, are none."""
        if not (problem.message.startswith(_AND) and problem.message == self.problem.message):
            self._seen.add(hash(key))

    @property
    def problem(self) -> Problem:
        """The problem that stands for all."""
        count = len(self._seen)
        if count == 1:
            return self._first
        message = f"{_AND}{count:,}{_OF}{self._first.message}"
        return replace(self._first, message=message, swap=None)


def _kind_of(problem: Problem) -> _Kind:
    word = problem.code
    if not word:
        words = problem.message.partition(_OF) if problem.message.startswith(_AND) else ()
        word = _NAMES.sub("", words[2] if words and words[1] else problem.message)
    return problem.origin.file, problem.severity, word


def _brief(problem: Problem) -> Problem:
    """Return a problem whose words fit a terminal, whatever was written in the source."""
    message, hint = _cut(problem.message), _cut(problem.hint)
    if message is problem.message and hint is problem.hint:
        return problem
    return replace(problem, message=message, hint=hint)


def _cut(text: str) -> str:
    """Return words with long names in quotes cut, and no longer than a paragraph."""
    if len(text) <= _LONGEST_NAME:
        return text
    if _LONG_NAME.search(text):
        text = _LONG_NAME.sub(lambda name: f"{name[0][: _LONGEST_NAME + 1]}…{name[0][0]}", text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


class _Text:
    """A source, divided into lines when first asked for one."""

    def __init__(self, text: str, is_exact: bool) -> None:
        self._text = text
        self._is_exact = is_exact

    @cached_property
    def lines(self) -> list[str]:
        return self._text.splitlines()

    def fix(self, origin: Origin, swap: Swap) -> Fix | None:
        """Return a swap as an edit; None unless that very text stands there.

        A word may have a quotation mark before it. Where a line ends in what editors take for no
        end of one (U+2028, a form feed), lines cannot be counted alike, and nothing is certain.
        """
        line, column = swap.line or origin.line, swap.column or origin.column
        is_place = 0 < line <= len(self.lines) and column
        if not is_place or not self._is_exact or self._has_odd_breaks:
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
    code: str,
    swap: Swap | None = None,
) -> DeckgenError:
    """Return the exception for a single error, to be raised."""
    problem = Problem(Severity.ERROR, origin, message, hint, code=code, swap=swap)
    return DeckgenError((_brief(problem),))


def reason(error: OSError) -> str:
    """Return what the system said no with, as part of a message."""
    return (error.strerror or str(error)).lower()


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or the list of all."""
    import difflib  # takes 2 ms, and most outlines have no slips

    names = sorted(known)
    near = difflib.get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    if near:
        return f"{_MEANT}{near[0]}'?"
    more = f" … and {len(names) - MOST_NAMES:,} more" if len(names) > MOST_NAMES else ""
    return "known: " + ", ".join(names[:MOST_NAMES]) + more


def meant(word: str, hint: str) -> Swap | None:
    """Return the swap of a word for what `did_you_mean` found near it, if that is certain."""
    if not hint.startswith(_MEANT):
        return None
    import difflib

    near = hint.removeprefix(_MEANT).removesuffix("'?")
    is_certain = difflib.SequenceMatcher(None, word.lower(), near).ratio() >= _CERTAIN
    return Swap(word, near) if is_certain else None
