"""Every bound of the reader at both its ends: what is just read, and what is just too much."""

from __future__ import annotations

from pathlib import Path

import pytest
from outline_reading import PNG, problems_of

from deckgen.planning import brief
from deckgen.planning.deck import _most
from deckgen.planning.mindmap import build
from deckgen.problems import MOST_OF_A_KIND
from deckgen.readers import _bounds, _sheet, _tree
from deckgen.readers._bounds import MAX_LINE, column_at, line_at, long_line

HEAD = "title: 题\ntopics:\n"
ROW = ", ".join(["a"] * 100)


def listed(count: int, item: str) -> str:
    return "".join(item.format(number) for number in range(count))


def relations(count: int) -> str:
    return HEAD + "- 甲:\n    id: a\n    relates: [" + "a, " * (count - 1) + "\n     a]\n"


def folded(count: int) -> str:
    """A text of so many characters, in lines of half a million."""
    lines = ["x" * 500_000, "x" * (count - 500_001)]
    return HEAD + "- 甲:\n    notes: >\n      " + "\n      ".join(lines) + "\n"


# an input of a size, the largest size that is read, and what one more is told
BOUNDS = {
    "line": (lambda n: "#" * n + "\n" + HEAD + "- 甲\n", 1_000_000,
             "1:1 error: this line has more than 1,000,000 characters | divide it"),
    "text": (folded, 999_999,
             "4:12 error: this text has more than 1,000,000 characters | divide it"),
    "keys": (lambda n: HEAD + listed(n, "  k{}: v\n"), 10_000,
             "10003:3 error: more than 10,000 fields or pairs stand side by side"
             " | write topics as a list, each after '- '"),
    "anchors": (lambda n: HEAD + listed(n, "- &a{0} x\n- *a{0}\n"), 1_000,
                "2003:3 error: more than 1,000 texts begin with '&' | put them in quotes"),
    "aliases": (lambda n: HEAD + "- &a x\n" + "- *a\n" * n, 10_000,
                "10004:3 error: more than 10,000 texts begin with '*' | put them in quotes"),
    "word": (lambda n: "title: 题\nauthor: " + "x" * n + "\ntopics: [甲]\n", 1_000,
             "2:9 error: 'author' has more than 1,000 characters"
             " | name it in a few words, and tell more in 'notes'"),
    "id": (lambda n: HEAD + "- 甲: {id: " + "x" * n + "}\n", 1_000,
           "3:11 error: 'id' has more than 1,000 characters"
           " | name it in a few words, and tell more in 'notes'"),
    "link": (lambda n: HEAD + "- 甲: {link: 'https://" + "x" * (n - 8) + "'}\n", 2_000,
             f"3:13 warning: the link 'https://{'x' * 52}…' is left out"
             " | links begin with https://, http://, mailto: or # and an id;"
             " the longest has 2,000 letters"),
    "tags": (lambda n: HEAD + "- 甲:\n    tags: [" + listed(n, "t{}, ") + "]\n", 100,
             "4:11 error: this topic has more than 100 tags | keep those that are looked for"),
    "topics": (lambda n: HEAD + "- 甲:\n" + "  - 乙\n" * (n - 1), 50_000,
               "4:3 error: more than 50,000 topics | make several outlines of it"),
    "relations": (relations, 5_000,
                  "5:14 error: more than 5,000 relations | keep those that matter"),
    "pictures": (lambda n: HEAD + "- 甲: {image: a.png}\n" * n, 1_000,
                 "1003:14 error: more than 1,000 pictures | make several talks of it"),
    "cells": (lambda n: HEAD + "- 甲:\n    table:\n" + f"    - [{ROW}]\n" * (n // 100), 10_000,
              "105:7 error: more than 10,000 cells in tables"
              " | keep the rows that are talked about"),
    "numbers": (lambda n: HEAD + "- 甲:\n    chart:\n      categories: [" + "c, " * n
                + "]\n      series:\n        s: [" + "1, " * n + "]\n", 5_000,
                "7:9 error: more than 5,000 numbers in charts"
                " | draw what is talked about: sums, or every tenth"),
    "code": (lambda n: HEAD + "- 甲:\n    code: |\n" + "      x\n" * n, 10_000,
             "4:11 error: more than 10,000 lines of code | keep the lines that are talked about"),
    "notes": (lambda n: HEAD + "- 甲:\n    notes: [" + "x, " * n + "]\n", 50_000,
              "4:12 error: more than 50,000 paragraphs of notes | keep what is said"),
    "marks": (lambda n: HEAD + "- '" + "x`a`" * (n // 2) + "'\n", 200_000,
              "3:3 error: more than 200,000 changes between plain, bold, code and links"
              " | take marks out"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOUNDS)
def test_a_bound_at_both_ends(name: str) -> None:
    """At the bound nothing is said; beyond it one thing is, at its place, with a remedy."""
    make, most, told = BOUNDS[name]
    step = {"cells": 100, "marks": 2}.get(name, 1)
    files = {"a.png": PNG}
    assert problems_of(make(most), files) == []
    assert problems_of(make(most + step), files) == [told]


def test_what_is_loaded_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read until the bound is met; those after it are not opened."""
    text = HEAD + listed(4, "- 甲: {{image: {}.png}}\n")
    files = {f"{number}.png": PNG for number in range(4)}
    monkeypatch.setattr(_sheet, "MAX_LOADED", 3 * len(PNG))
    assert problems_of(text, files) == []
    monkeypatch.setattr(_sheet, "MAX_LOADED", 2 * len(PNG))
    assert [problem[:11] for problem in problems_of(text, files)] == ["6:14 error:"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("before", [0, 1, MAX_LINE - 1, MAX_LINE])
def test_a_long_line_is_found_wherever_it_begins(before: int, end: str) -> None:
    start = "a" * before + end
    assert long_line(start + "b" * MAX_LINE + end + "c") == 0
    assert long_line(start + "b" * (MAX_LINE + 1) + end + "c") == 2


def test_places_are_counted_as_editors_count_them() -> None:
    """CR, LF and both end a line; U+2028 and a form feed do not."""
    text = "a\r\nb\rc\n\nd\u2028\x0ce"
    assert (line_at(text, text.index("e")), column_at(text, text.index("e"))) == (5, 4)
    assert (line_at(text, 0), column_at(text, 0)) == (1, 1)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            b'a,b\n"c,d\ne,f\n',
            '2:1 error: a quotation mark that is never closed | close it, or double it: ""',
        ),
        (
            b'a,b\nc,"d"e\n',
            '2:6 error: text goes on after a closing quotation mark | double the marks inside: ""',
        ),
        (
            b"a,b\n\nc," + b"d" * 131_073,
            "3:0 error: a cell of more than 131,072 characters"
            " | close its quotation mark, or take the text out",
        ),
        (b"a,b\nc,\0d\n", "2:3 error: this is not a text file: U+0000 | save it as UTF-8 text"),
        (b"a,b\nc\n", "2:1 warning: this row has 1 of 2 cells; the rest stay empty"),
        (
            b"a,b\n" + b"c,d\n" * 5_000,
            "5001:1 error: more than 10,000 cells in tables | keep the rows that are talked about",
        ),
    ],
)
def test_a_bad_csv_is_told_at_its_own_line(table: bytes, told: str) -> None:
    assert problems_of(HEAD + "- 甲: {table: t.csv}\n", {"t.csv": table}) == [told]


def test_a_cell_at_its_bound() -> None:
    table = b"a,b\nc," + b"d" * 131_072
    assert problems_of(HEAD + "- 甲: {table: t.csv}\n", {"t.csv": table}) == []


def test_a_number_in_a_csv_is_told_at_its_own_line() -> None:
    table = {"t.csv": "年,本\n甲,1\n乙,x\n".encode()}
    assert problems_of(HEAD + "- 甲: {chart: t.csv}\n", table) == [
        "3:0 error: 'x' is not a number | leave a gap as ~"
    ]


@pytest.mark.parametrize("name", ["limits.md", "limits.zh-CN.md"])
def test_the_page_of_limits_names_every_bound(name: str) -> None:
    """The page, in either language, holds each number of the code."""
    page = (Path(__file__).parents[2] / "docs" / name).read_text("utf-8")
    budgets = [value.most for value in vars(_bounds).values() if isinstance(value, _bounds.Budget)]
    names = [name for name in vars(_bounds) if name.startswith("MAX_") and name != "MAX_LOADED"]
    bounds = [*budgets, *(getattr(_bounds, name) for name in names)]
    bounds += [_tree.MAX_NODES, _tree.MAX_DEPTH, brief.MOST_SHOWN, brief.MOST_LISTED]
    bounds += [_most.MOST_SLIDES, build.MOST_DRAWN, MOST_OF_A_KIND, 131_072]
    assert [bound for bound in bounds if f"{bound:,}" not in page] == []
    for megabytes in (_tree.MAX_BYTES, _bounds.MAX_LOADED):
        assert f"{megabytes // 1024**2} MB" in page
