"""Every bound of the reader at both its ends: what is just read, and what is just too much."""

from __future__ import annotations

import pytest
from outline_reading import PNG, problems_of, reading

from deckgen.readers import _bounds, _sheet
from deckgen.readers._bounds import line_at, long_line
from deckgen.readers._csv import csv_rows

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
             f"3:13 warning: the link 'https://{'x' * 51}…' is left out"
             " | links begin with https://, http://, mailto: or # and an id;"
             " the longest has 2,000 letters"),
    "tags": (lambda n: HEAD + "- 甲:\n    tags: [" + listed(n, "t{}, ") + "]\n", 100,
             "4:11 error: this topic has more than 100 tags | keep those that are looked for"),
    "relations": (relations, 20_000,
                  "5:14 error: more than 20,000 relations | keep those that matter"),
    "pictures": (lambda n: HEAD + "- 甲: {image: a.png}\n" * n, 1_000,
                 "1003:14 error: more than 1,000 pictures | make several talks of it"),
    "cells": (lambda n: HEAD + "- 甲:\n    table:\n" + f"    - [{ROW}]\n" * (n // 100), 10_000,
              "105:7 error: more than 10,000 cells in tables | keep the rows that are talked about"),
    "numbers": (lambda n: HEAD + "- 甲:\n    chart:\n      categories: [" + "c, " * n
                + "]\n      series:\n        s: [" + "1, " * n + "]\n", 5_000,
                "7:9 error: more than 5,000 numbers in charts"
                " | draw what is talked about: sums, or every tenth"),
    "code": (lambda n: HEAD + "- 甲:\n    code: |\n" + "      x\n" * n, 10_000,
             "4:11 error: more than 10,000 lines of code | keep the lines that are talked about"),
    "notes": (lambda n: HEAD + "- 甲:\n    notes: [" + "x, " * n + "]\n", 50_000,
              "4:12 error: more than 50,000 paragraphs of notes | keep what is said"),
    "marks": (lambda n: HEAD + "- '" + "`a`" * n + "'\n", 200_000,
              "3:3 error: more than 200,000 changes between plain, bold, code and links"
              " | take marks out"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOUNDS)
def test_a_bound_at_both_ends(name: str) -> None:
    """At the bound nothing is said; beyond it one thing is, at its place, with a remedy."""
    make, most, told = BOUNDS[name]
    step = 100 if name == "cells" else 1
    files = {"a.png": PNG}
    assert problems_of(make(most), files) == []
    assert problems_of(make(most + step), files) == [told]
