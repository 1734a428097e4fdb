"""How deckgen speaks to a person: problems with their line and caret, progress, a last word.

Problems and counts come in, text leaves on stderr; results alone go to stdout. Columns are counted
as a terminal shows them: a Chinese character is two wide (UAX #11), a combining mark none.
`Commands` is the click group that turns every way to fail into its message and its exit code. With
--json nothing is said to a person: what there is to say is gathered, and told in lines of JSON
(`answers.py`) on stdout, where nothing else can get, for a command's own stdout is kept as well.
"""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import click

from .inputs import watching
from .model.origin import NOWHERE
from .problems import Bug, DeckgenError, Problem, Severity
from .stdio import guarded
from .tongue import told

C = TypeVar("C", bound=Callable[..., Any])

_MAX_WIDTH = 100  # of a source line; the rest of a longer one is cut off around the caret
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


@dataclass(slots=True)
class Terminal:
    """What was asked for (`quiet`, `verbose`, `strict`) and what was said and written so far.

    `answer` is what a program is told in the place of prose; None: a person is spoken to.
    """

    quiet: bool = False
    verbose: bool = False
    strict: bool = False
    answer: Answer | None = None
    errors: int = 0
    warnings: int = 0
    written: tuple[str, ...] = ()  # the files and folders of the last order
    _progress_shown: bool = False

    def show(self, problems: Iterable[Problem]) -> None:
        """Print problems: errors always, warnings unless quiet, notes when verbose."""
        for problem in problems:
            if self.strict and problem.severity is Severity.WARNING:
                problem = replace(problem, severity=Severity.ERROR)
            if problem.severity is Severity.ERROR:
                self.errors += 1
            elif problem.severity is Severity.WARNING:
                self.warnings += 1
            if self.answer:
                self.answer.problems.append(problem)
            elif self._is_heard(problem.severity):
                self.say("\n".join(problem_lines(problem)))

    def progress(self, text: str) -> None:
        """Show what is being done, in one line that gives way to the next; never in a pipe."""
        if not (self.quiet or self.answer) and sys.stderr.isatty():
            room = (os.get_terminal_size(sys.stderr.fileno()).columns or 80) - 1
            click.echo("\r\x1b[K" + cut(told(text), room), err=True, nl=False)
            self._progress_shown = True

    def say(self, text: str) -> None:
        """Print to stderr, where the progress line stood; to a program nothing is said."""
        if self.answer:
            return
        if self._progress_shown:
            click.echo("\r\x1b[K", err=True, nl=False)
            self._progress_shown = False
        click.echo(text, err=True)

    def wrote(self, path: str, kind: str, data: bytes | Mapping[str, bytes]) -> None:
        """Remember a file that was written, or a folder's files by their names, for the answer."""
        if self.answer:
            from .answers import file_entries

            self.answer.said.setdefault("files", []).extend(file_entries(path, kind, data))

    def close(self, done: str = "") -> None:
        """Say the last word: what was done, and how many problems there were."""
        parts = [done] if done else []
        parts += [counted(self.errors, "error")] if self.errors else []
        parts += [counted(self.warnings, "warning")] if self.warnings else []
        if parts and not self.quiet:
            self.say(told(", ").join(map(told, parts)))

    def bug(self, bug: Bug, doing: str = "") -> None:
        """Own up to an exception that no one foresaw; the traceback is for -v."""
        place = f" (in '{doing}')" if doing else ""
        words = clean(" ".join(bug.words.split()))
        message = f"this is a bug in deckgen{place}: {cut(words, 200)}"
        if self.answer:
            hint = "please report it with what -v prints without --json"
            self.show([Problem(Severity.ERROR, NOWHERE, message, hint, code="bug")])
            return
        self.errors += 1
        if self.verbose:
            self.say(bug.trace)
        hint = "" if self.verbose else "; please report it with what -v prints"
        said = f"deckgen: {told('error')}{told(': ')}{told(message)}{told(hint)}"
        self.say(said)

    def attempt(self, doing: str, work: Callable[[], None]) -> bool:
        """Do a piece of work; show what it raised, and tell whether it went well."""
        try:
            work()
        except DeckgenError as error:
            self.show(error.problems)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # noqa: BLE001 - it is told as what it is
            self.bug(Bug.of(error), doing)
        else:
            return True
        return False

    def _is_heard(self, severity: Severity) -> bool:
        if severity is Severity.ERROR:
            return True
        return not self.quiet and (self.verbose or severity is Severity.WARNING)


@dataclass(slots=True)
class Answer:
    """What a program is to be told: the problems, and what else was `said`, by the names of it."""

    out: Any  # where it goes: the stdout that the program began with
    command: str = ""
    problems: list[Problem] = field(default_factory=list)
    said: dict[str, Any] = field(default_factory=dict)
    is_told: bool = False

    def tell(self, code: int) -> None:
        """Print the answer as a line, and begin a new one."""
        from .answers import answer_line, problem_entry

        problems = [problem_entry(problem) for problem in self.problems]
        line = answer_line(self.command, code, self.said | {"problems": problems})
        click.echo(line.encode("utf-8", "backslashreplace"), file=self.out)
        self.problems, self.said, self.is_told = [], {}, True

    def has_more(self) -> bool:
        """Tell whether something is to be told yet; every command tells something."""
        return bool(self.problems or self.said) or not self.is_told


class Commands(click.Group):
    """A group of commands that share one Terminal: exit code 0 is fine, 1 problems, 2 usage."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run as click does, with streams that take any character, or may be lost."""
        given = kwargs.get("args", args[0] if args else None)
        words = sys.argv[1:] if given is None else list(given)
        with guarded():
            if any(word.partition("=")[0] == "--json" for word in words):
                sys.exit(self._answer(**{**kwargs, "args": words}))
            return super().main(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; one that is empty is a mistake, such as a variable that is not set."""
        before = ctx.info_name
        for word in args if not ctx.resilient_parsing else ():
            name, is_set, value = word.partition("=")
            if not word or (name.startswith("--") and is_set and not value):
                message = f"The word after '{name or before}' is empty."
                raise click.UsageError(message if "--json" in args else told(message), ctx)
            before = word
        return super().parse_args(ctx, args)

    def _answer(self, **kwargs: Any) -> int:
        """Run a command for a program; return its exit code.

        The words are looked at before they are read, so that a mistake in them is told in JSON too.
        """
        answer = Answer(sys.stdout)
        terminal = Terminal(answer=answer)
        printed = io.StringIO()
        try:
            with redirect_stdout(printed):
                code = super().main(**{**kwargs, "standalone_mode": False}, obj=terminal) or 0
        except click.ClickException as error:
            if isinstance(error, click.UsageError) and error.ctx:
                answer.command = error.ctx.command_path.partition(" ")[2]
            terminal.show([_misuse(error, answer.command)])
            code = error.exit_code
        except click.Abort:
            code = 130
        if code == 130:
            terminal.show([Problem(Severity.ERROR, NOWHERE, "interrupted", code="interrupted")])
        if printed.getvalue():
            answer.said.setdefault("text", printed.getvalue())
        if answer.has_more():
            answer.tell(int(code))
        return int(code)

    def invoke(self, ctx: click.Context) -> None:
        """Run the command; end with its exit code."""
        terminal = ctx.ensure_object(Terminal)
        run = super().invoke
        try:
            with watching():  # so that no command can write over what it read
                if not terminal.attempt("", lambda: run(ctx)):
                    terminal.close()
        except KeyboardInterrupt:
            terminal.say(told("interrupted"))
            ctx.exit(130)
        ctx.exit(1 if terminal.errors else 0)


def speaking(command: C) -> C:
    """Give a command the flags that are kept in its Terminal: -q, -v, --strict and --json."""

    def name(ctx: click.Context, _: click.Parameter, __: bool) -> None:
        answer = ctx.ensure_object(Terminal).answer
        if answer:  # Commands.main has made one if --json is among the words
            answer.command = ctx.command_path.partition(" ")[2]

    told = "Answer programs: in lines of JSON, about mistakes too; see 'deckgen schema answer'."
    flag = click.option(
        "--json", is_flag=True, is_eager=True, expose_value=False, callback=name, help=told
    )
    command = flag(command)
    command = _flag("--strict", "strict", "Count warnings as errors.")(command)
    command = _flag("-v", "verbose", "Say more, with tracebacks.")(command)
    return _flag("-q", "quiet", "Show errors only.")(command)


def _misuse(error: click.ClickException, command: str) -> Problem:
    """Return what was typed wrongly as a problem."""
    words = " ".join(filter(None, ("deckgen", command, "--help")))
    message = error.format_message().rstrip(".")
    return Problem(
        Severity.ERROR, NOWHERE, message[:1].lower() + message[1:], f"see '{words}'", code="usage"
    )


def _flag(short: str, name: str, text: str) -> Callable[[C], C]:
    def keep(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value:  # typed before or after the command's name, it counts
            setattr(ctx.ensure_object(Terminal), name, True)

    words = dict.fromkeys((short, f"--{name}"))
    return click.option(*words, is_flag=True, expose_value=False, callback=keep, help=text)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as columns; the first row is underlined as their head."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    rows = [rows[0], ["-" * room for room in widths], *rows[1:]]
    lines = ("  ".join(map(pad, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)


def problem_lines(problem: Problem) -> list[str]:
    """Return a problem as it is shown: place and message, the line with a caret, the hint."""
    place = str(problem.origin) if problem.origin.file else "deckgen"
    severity = click.style(told(problem.severity.value), fg=_COLORS[problem.severity], bold=True)
    lines = [f"{clean(place)}: {severity}{told(': ')}{clean(told(problem.message))}"]
    if problem.source_line and problem.origin.column:
        lines += _marked(problem.source_line, problem.origin.column)
    elif problem.source_line:
        lines.append("  " + cut(clean(problem.source_line[: _MAX_WIDTH + 1]), _MAX_WIDTH))
    if problem.hint:
        lines.append(f"{told('hint')}{told(': ')}{clean(told(problem.hint))}")
    return lines


def _marked(line: str, column: int) -> list[str]:
    """Return a source line and the caret under its `column` (from 1)."""
    # a line may be of any length, and only what stands near the column is shown
    start = max(0, column - 1 - _MAX_WIDTH)
    before = clean(line[start : column - 1])
    after = clean(line[column - 1 : column - 1 + _MAX_WIDTH])
    if start or width(before) > _MAX_WIDTH * 2 // 3:
        before = "…" + _tail(before, _MAX_WIDTH // 2)
    after = cut(after.rstrip(), max(1, _MAX_WIDTH - width(before)))
    return [f"  {before}{after}".rstrip(), "  " + " " * width(before) + "^"]


def width(text: str) -> int:
    """Return how many columns a terminal gives to a text."""
    return sum(_columns(char) for char in text)


def cut(text: str, room: int) -> str:
    """Return the text, or as much of it as fits `room` columns with an ellipsis."""
    if width(text) <= room:
        return text
    kept, used = [], 1
    for char in text:
        used += _columns(char)
        if used > room:
            break
        kept.append(char)
    return "".join(kept) + "…"


def pad(text: str, room: int) -> str:
    """Return the text filled with spaces to `room` columns."""
    return text + " " * (room - width(text))


def clean(text: str) -> str:
    """Return the text without what would move the cursor; a tab becomes one space."""
    return "".join(
        " " if char in "\t\n" else "\ufffd" if unicodedata.category(char) == "Cc" else char
        for char in text
    )


def counted(count: int, word: str) -> str:
    """Return "1 file", "2 files"."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _columns(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1


def _tail(text: str, room: int) -> str:
    kept: list[str] = []
    for char in reversed(text):
        room -= _columns(char)
        if room < 0:
            break
        kept.append(char)
    return "".join(reversed(kept))
