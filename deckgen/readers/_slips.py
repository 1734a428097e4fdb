"""Slips of the pen: unknown fields, doubles, colons that YAML did not see, titles left out.

A field and a topic's title may both be a mapping's key, so what looks like a field with a slip in
it must be told from a title; only small Latin letters are taken for a slip.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..problems import Swap, meant
from ._names import Table, field_name
from ._sheet import Sheet
from ._tree import Node, Pairs, Text, one_line


def is_first(pair: tuple[Text, Node], seen: dict[str, tuple[Text, Node]], sheet: Sheet) -> bool:
    """Tell whether a key is new to its mapping; if not, that is reported.

    One that says the same again can be taken out.
    """
    key, value = pair
    first, said = seen.setdefault(key.value, pair)
    if first is key:
        return True
    message = f"'{key.value}' is given twice; first on line {first.line}"
    swap = None
    if isinstance(said, Text) and isinstance(value, Text) and said.value == value.value:
        swap = Swap(f"{key.value}: {value.value}", "")
    sheet.error(key, message, "keep one of them", code="duplicate-field", swap=swap)
    return False


def report_unknown(key: Text, fields: Table, sheet: Sheet) -> None:
    """Report a field that the table does not know, with the nearest it does."""
    name = key.value
    if report_colon(key, fields, sheet):
        return
    if name == "<<":
        hint = "write the fields out"
    else:
        hint = sheet.near(name, fields)
        if "topics" in fields and hint.startswith("known") and not name.isascii():
            hint = "topics stand below 'topics:', each after '- '"
    swap = meant(name, hint)
    sheet.error(key, f"unknown field '{name}'", hint, code="unknown-field", swap=swap)


def report_colon(node: Text, fields: Table, sheet: Sheet) -> bool:
    """Report a text that is a field whose colon YAML did not see; tell whether it is one."""
    text = one_line(node)
    parts = re.split("[:：]", text, maxsplit=1)
    head = parts[0].rstrip()
    name = field_name(head, fields)
    if len(parts) == 1 or not name:
        return False
    is_wide = text[len(parts[0])] == "："
    what = "is followed by a full-width colon" if is_wide else "has no space after its colon"
    code = "wide-colon" if is_wide else "no-space-after-colon"
    sheet.error(node, f"'{head}' {what}", f"write '{name}: …'", code=code)
    return True


def lacks_title(node: Pairs) -> bool:
    """Tell whether a mapping has no title, nor one that is reported already."""
    return not any(
        (key.value == "title" and not isinstance(value, Text)) or is_slip(key.value, "title")
        for key, value in node.pairs
    )


def is_slip(word: str, name: str) -> bool:
    """Tell whether a word is a name with a slip in it."""
    return word != name and _is_near(word, (name,))


def _is_near(word: str, names: Collection[str]) -> bool:
    letters = sorted(word)
    if any(letters == sorted(name) for name in names):  # two of them have changed places
        return True
    from difflib import get_close_matches  # takes 2 ms, and few keys could be slips

    return bool(get_close_matches(word, names, n=1, cutoff=0.8))


def is_typo(name: str, fields: Table) -> bool:
    """Tell whether a key is a field's name with a slip in it, rather than a title."""
    if not (name.isascii() and name.islower() and 2 < len(name) < 12):
        return False
    return _is_near(name, fields)
