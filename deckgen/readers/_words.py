"""Words that must mean something: yes and no, numbers, one of a list.

YAML 1.1 would turn `on`, `12:30` and `0755` into other things; here every scalar is the text
typed, and only a field that asks for a number or a yes gets one.
"""

from __future__ import annotations

from ..model.names import CHOICES, in_english
from ..model.regex import regex
from ..problems import meant
from ._sheet import Sheet
from ._tree import Text

_FLAGS = {
    **dict.fromkeys(("true", "yes", "on", "是"), True),
    **dict.fromkeys(("false", "no", "off", "否"), False),
}
_NUMBER = regex(r"\d{1,9}(?:\.\d{1,9})?")
_FULL_WIDTH = str.maketrans("：，．", ":,.")


def read_flag(node: Text, name: str, sheet: Sheet) -> bool | None:
    """Return yes or no, or None with the error reported."""
    flag = _FLAGS.get(node.value.strip().lower())
    if flag is None:
        message = f"'{name}' is yes or no, not '{node.value}'"
        sheet.error(node, message, "write true or false", code="unknown-word")
    return flag


def read_number(node: Text, name: str, sheet: Sheet) -> float | None:
    """Return a number of 0 or more, or None with the error reported."""
    value = node.value.strip().translate(_FULL_WIDTH)
    if _NUMBER.fullmatch(value):
        return float(value)
    inside = _NUMBER.search(value)
    hint = f"write the number alone: {inside[0]}" if inside else "write it in digits"
    sheet.error(node, f"'{name}' is a number, not '{node.value}'", hint, code="not-a-number")
    return None


def read_count(node: Text, name: str, sheet: Sheet) -> int | None:
    """Return a whole number of 0 or more, or None with the error reported."""
    number = read_number(node, name, sheet)
    if number is None or number == int(number):
        return None if number is None else int(number)
    sheet.error(
        node,
        f"'{name}' is a whole number, not '{node.value}'",
        f"such as {int(number)}",
        code="not-a-number",
    )
    return None


def read_choice(node: Text, name: str, choices: tuple[str, ...], sheet: Sheet) -> str | None:
    """Return one of the words known, or None with the error reported."""
    word = node.value.strip().translate(_FULL_WIDTH)
    word = in_english(word, CHOICES, choices)
    if word in choices:
        return word
    if len(choices) == 2:
        message = f"'{name}' is {choices[0]} or {choices[1]}, not '{node.value}'"
        sheet.error(node, message, f"write {choices[0]} or {choices[1]}", code="unknown-word")
    else:
        hint = sheet.near(word, choices)
        message = f"unknown {name} '{node.value}'"
        sheet.error(node, message, hint, code="unknown-word", swap=meant(node.value, hint))
    return None
