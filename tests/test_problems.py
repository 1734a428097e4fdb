"""Problems gathered: each once, by place, and never more than anybody reads."""

from __future__ import annotations

import pytest

from deckgen.model.origin import Origin
from deckgen.problems import (
    MOST_NAMES,
    MOST_OF_A_KIND,
    DeckgenError,
    Report,
    Severity,
    did_you_mean,
    fail,
)


def at(line: int) -> Origin:
    return Origin("a.yaml", line, 3)


def told(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


def with_errors(count: int) -> Report:
    report = Report()
    for line in range(1, count + 1):
        report.error(at(line), f"no topic has the id 'x{line}'", code="x")
    return report


def test_problems_of_a_kind_are_told_up_to_the_bound():
    """At the bound all are told; the one after it is told, too, for "1 more" says less."""
    for count in (MOST_OF_A_KIND, MOST_OF_A_KIND + 1):
        assert told(with_errors(count)) == [
            f"a.yaml:{line}:3: error: no topic has the id 'x{line}'" for line in range(1, count + 1)
        ]


def test_more_of_a_kind_are_counted():
    """A name and a number do not make a kind; a file and a severity do."""
    report = with_errors(100_000)
    report.warn(at(1), "no topic has the id 'x1'", code="x")
    report.error(Origin("b.yaml", 1), "no topic has the id 'x1'", code="x")
    report.error(at(1), "something else", code="y")
    lines = told(report)
    assert len(lines) == MOST_OF_A_KIND + 4
    assert lines[MOST_OF_A_KIND + 2] == (
        "a.yaml:101:3: error: and 99,900 more of this kind: no topic has the id 'x101'"
    )


def test_what_is_told_again_is_not_counted_again():
    """A stage raises what the report has, and whoever catches it hands it back."""
    report = with_errors(500)
    report.keep_source("a.yaml", "the line\n" * 500)
    before = report.problems
    for problem in before:
        report(problem)
    for line in range(1, 501):
        report.error(at(line), f"no topic has the id 'x{line}'", code="x")
    assert report.problems == before


def test_long_names_are_cut():
    """Whatever was written, a message fits a terminal, and keeps what it says of the name."""
    name = "字" * 1_000_000
    report = Report()
    report.error(
        at(1), f"'&{name}' is taken for a YAML anchor", f'put it in quotes: "&{name} …"', code="x"
    )
    report.error(at(2), name, name, code="x")
    first, second = report.problems
    assert first.message == f"'&{'字' * 59}…' is taken for a YAML anchor"
    assert first.hint == f'put it in quotes: "&{"字" * 59}…"'
    assert (len(second.message), len(second.hint)) == (1000, 1000)
    assert (
        str(fail(f"cannot find '{name}'", code="x"))
        == f"<outline>: error: cannot find '{'字' * 60}…'"
    )


def test_a_name_of_sixty_letters_is_whole():
    report = Report()
    report.error(at(1), f"unknown field '{'k' * 60}'", code="x")
    report.error(at(2), f"unknown field '{'k' * 61}'", code="x")
    assert [problem.message for problem in report.problems] == [
        f"unknown field '{'k' * 60}'",
        f"unknown field '{'k' * 60}…'",
    ]


def test_a_list_of_names_is_cut():
    names = [f"n{number:03}" for number in range(MOST_NAMES)]
    assert did_you_mean("zzz", names) == f"known: {', '.join(names)}"
    more = [*names, "n900", "n901"]
    assert did_you_mean("zzz", more) == f"known: {', '.join(names)} … and 2 more"


def test_errors_are_known_at_once():
    report = Report()
    report.warn(at(1), "a word", code="x")
    assert not report.has_errors
    report.raise_errors()
    report.error(at(1), "a word", code="x")
    assert report.has_errors
    with pytest.raises(DeckgenError) as raised:
        report.raise_errors()
    assert [p.severity for p in raised.value.problems] == [Severity.ERROR, Severity.WARNING]
