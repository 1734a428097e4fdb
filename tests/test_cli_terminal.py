"""How problems, tables and progress look on a terminal."""

from __future__ import annotations

import click
import pytest

from deckgen.model.origin import NOWHERE, Origin
from deckgen.problems import Bug, Problem, Severity
from deckgen.terminal import Terminal, cut, pad, problem_lines, table, width


def shown(problem: Problem) -> list[str]:
    return [click.unstyle(line) for line in problem_lines(problem)]


def test_the_caret_stands_under_the_column() -> None:
    """A Chinese character is two columns wide, a tab one, and the hint comes last."""
    origin = Origin("书 单.yaml", 3, 5)
    problem = Problem(
        Severity.ERROR, origin, "unknown layout 'x'", "did you mean 'y'?", "\t布局：x"
    )
    assert shown(problem) == [
        "书 单.yaml:3:5: error: unknown layout 'x'",
        "   布局：x",
        "         ^",
        "hint: did you mean 'y'?",
    ]


def test_the_caret_may_stand_at_the_end_of_the_line() -> None:
    """What is missing at the end is shown after the last character."""
    problem = Problem(Severity.WARNING, Origin("a.yaml", 1, 7), "no end", "", "title:")
    assert shown(problem) == ["a.yaml:1:7: warning: no end", "  title:", "        ^"]


def test_a_problem_without_a_place_is_deckgens_own() -> None:
    """Nothing is said of a file that nobody named."""
    assert shown(Problem(Severity.ERROR, NOWHERE, "no")) == ["deckgen: error: no"]


@pytest.mark.parametrize("column", [1, 500, 15_000, 30_000])
def test_a_long_line_is_cut_around_its_caret(column: int) -> None:
    """A line of 30,000 brackets shows a hundred columns, and the caret among them."""
    problem = Problem(Severity.ERROR, Origin("a.yaml", 1, column), "deep", "", "[" * 30_000)
    _, line, caret = shown(problem)
    assert width(line) <= 102
    assert line[caret.index("^")] == "["


def test_a_source_cannot_move_the_cursor() -> None:
    """Control characters of a binary, or of a hostile file name, never reach the terminal."""
    problem = Problem(Severity.ERROR, Origin("a\x1b[2J.yaml", 1, 1), "b\x07\nc", "", "\x1b[31m")
    assert shown(problem) == ["a\ufffd[2J.yaml:1:1: error: b\ufffd c", "  \ufffd[31m", "  ^"]


def test_widths() -> None:
    """Wide characters count two, combining marks none."""
    assert [width(text) for text in ("abc", "书a", "e\u0301", "，")] == [3, 3, 1, 2]
    assert cut("参与感abc", 6) == "参与…"
    assert cut("参与感", 6) == "参与感"
    assert pad("书", 4) == "书  "


def test_a_table_lines_up_wide_characters() -> None:
    """Columns stand one under the other whatever their script."""
    assert table([("no", "title", "why"), ("1", "参与感", "x"), ("2", "ab", "y")]) == (
        "no  title   why\n--  ------  ---\n1   参与感  x\n2   ab      y"
    )


@pytest.mark.parametrize(
    ("terminal", "expected"),
    [
        (Terminal(), "a.yaml:1: error: e\na.yaml:2: warning: w\ndone, 1 error, 1 warning\n"),
        (Terminal(quiet=True), "a.yaml:1: error: e\n"),
        (Terminal(strict=True), "a.yaml:1: error: e\na.yaml:2: error: w\ndone, 2 errors\n"),
        (
            Terminal(verbose=True),
            "a.yaml:1: error: e\na.yaml:2: warning: w\na.yaml:3: note: n\n"
            "done, 1 error, 1 warning\n",
        ),
    ],
)
def test_how_much_is_said(
    capsys: pytest.CaptureFixture[str], terminal: Terminal, expected: str
) -> None:
    """Errors always, warnings unless quiet, notes when verbose; strict makes warnings errors."""
    terminal.show(
        [
            Problem(Severity.ERROR, Origin("a.yaml", 1), "e"),
            Problem(Severity.WARNING, Origin("a.yaml", 2), "w"),
            Problem(Severity.NOTE, Origin("a.yaml", 3), "n"),
        ]
    )
    terminal.progress("never seen in a pipe")
    terminal.close("done")
    assert click.unstyle(capsys.readouterr().err) == expected


def test_progress_gives_way_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line is rewritten in place and wiped before anything else is said."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("os.get_terminal_size", lambda _: type("Size", (), {"columns": 11}))
    monkeypatch.setattr("sys.stderr.fileno", lambda: 2)
    terminal.progress("[1/2] 参与感.yaml")
    terminal.close("done")
    assert "\r\x1b[K[1/2] 参…\r\x1b[Kdone\n" in capsys.readouterr().err


def test_a_bug_is_owned_up_to(capsys: pytest.CaptureFixture[str]) -> None:
    """One line, and the traceback only under -v."""
    try:
        raise KeyError("x")
    except KeyError as error:
        Terminal().bug(Bug.of(error), "a.yaml")
        quiet = capsys.readouterr().err
        Terminal(verbose=True).bug(Bug.of(error))
        verbose = capsys.readouterr().err
    assert quiet == (
        "deckgen: error: this is a bug in deckgen (in 'a.yaml'): KeyError: 'x'; "
        "please report it with what -v prints\n"
    )
    assert "Traceback" in verbose
