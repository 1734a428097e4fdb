"""Every problem has a code, and every code is in the table and in the docs."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

from deckgen.codes import CODES, page

ROOT = Path(__file__).resolve().parent.parent
TABLE = [code for codes in CODES.values() for code in codes]
MAKERS = ("Finding", "_RefusedError")  # records that a problem is made of: one field is the code


def given() -> dict[str, str]:
    """Return the codes that are given where a problem is made, each with a place."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "deckgen").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                for value in _values(node):
                    found.setdefault(value, f"{path.name}:{node.lineno}")
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "code":
                found |= dict.fromkeys(_words(node.value), f"{path.name}:{node.lineno}")
    return found


def _values(call: ast.Call) -> list[str]:
    values = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    if ast.unparse(call.func) in MAKERS:
        values += call.args[4:5]
    return [word for value in values for word in _words(value)]


def _words(value: ast.expr) -> list[str]:
    """Return the words of a constant, or of both sides of a choice."""
    if isinstance(value, ast.IfExp):
        return [*_words(value.body), *_words(value.orelse)]
    if isinstance(value, ast.Constant) and re.fullmatch("[a-z-]+", str(value.value)):
        return [str(value.value)]
    return []


def test_every_code_is_in_the_table_once() -> None:
    """What a room gives is what the table has."""
    assert [code for code, count in Counter(TABLE).items() if count > 1] == []
    assert {code: place for code, place in given().items() if code not in TABLE} == {}


def test_no_code_is_out_of_use() -> None:
    """Each code of the table is given somewhere."""
    named = set(given()) | {"tab-indent", "wide-space"}  # these two stand in a table of their own
    assert [code for code in TABLE if code not in named] == []


def test_the_page_of_codes_is_the_table() -> None:
    """docs/problems.md is made, not written."""
    assert (ROOT / "docs" / "problems.md").read_text("utf-8") == page()
