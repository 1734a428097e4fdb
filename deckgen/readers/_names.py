"""A field's name as authors write it → the name in the table: 要旨, 要點, `Notes`.

What names a field may also be a topic's title (`图片`, `目标`), so a mapping is read as fields only
where it cannot be meant otherwise. The one thing to know: a private note is never shown. So any
name of `notes` makes its mapping one of fields, and alone in a list it is a mistake.
"""

from __future__ import annotations

from functools import cache

from ._schema import Field
from ._tree import Items, Key, Node, Pairs, Text

_ALONE = frozenset({"title", "notes"})  # a list item of these alone is no topic of that name
_SURE = _ALONE | {"gist", "points", "layout"}  # one of these, and the mapping is one of fields
_HEAD = frozenset({"title", "subtitle", "author", "date", "theme", "notes"})


class Table(dict[str, Field]):
    """The fields of a mapping by their names; `others` are their other names."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        super().__init__((field.name, field) for field in fields)
        self.others = {word: field.name for field in fields for word in field.also.split()}


@cache
def by_name(fields: tuple[Field, ...]) -> Table:
    """Return a table of the schema by its fields' names; the same one whenever it is asked for."""
    return Table(fields)


def field_name(word: str, fields: Table) -> str:
    """Return the name of the field that a word names, in whatever language; or nothing."""
    if word in fields:
        return word
    if word.isascii():
        lower = word.lower()
        return lower if lower in fields and word.istitle() else ""
    return fields.others.get(word, "")


def named(node: Pairs, fields: Table) -> Pairs:
    """Return a mapping of fields with the names of the table."""
    names = [field_name(key.value, fields) for key, _ in node.pairs]
    if all(not name or name == key.value for name, (key, _) in zip(names, node.pairs, strict=True)):
        return node
    pairs: list[tuple[Text, Node]] = [
        (Key(name, key) if name and name != key.value else key, value)
        for name, (key, value) in zip(names, node.pairs, strict=True)
    ]
    return Pairs(pairs, node.line, node.column)


def settled(node: Pairs, fields: Table, *, is_item: bool) -> Pairs:
    """Return a topic's mapping with the names of the table, if it is one of fields.

    An item of a list begins with its title, a title's value does not.
    """
    names = [field_name(key.value, fields) for key, _ in node.pairs]
    if not any(names):
        return node
    if is_item and len(names) == 1:
        sure = names[0] in _ALONE
    elif any(name in _SURE or name == key.value for name, (key, _) in _with(names, node)):
        sure = True
    else:
        sure = all(names[is_item:])
    return named(node, fields) if sure else node


def is_head(root: Pairs, fields: Table) -> bool:
    """Tell whether a whole file's mapping has a field of the head, by a name in any language."""
    for key, value in root.pairs:
        name = field_name(key.value, fields)
        if name == key.value or (name in _HEAD and isinstance(value, Text)):
            return bool(name)
        if name == "topics" and isinstance(value, Items) and len(root.pairs) > 1:
            return True
    return False


def _with(names: list[str], node: Pairs) -> zip[tuple[str, tuple[Text, Node]]]:
    return zip(names, node.pairs, strict=True)
