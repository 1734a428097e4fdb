"""Fields of one mapping → their values by name, each read as the table of fields says.

`read_group` is the one place that knows unknown fields, doubles and empty values. `VALUES` holds
the kinds that stand by themselves; exhibits and topics add theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from ..icons import icon_of, is_emoji, names
from ..model.names import SLIDES, STRUCTURES, in_english
from ..model.regex import regex
from ..model.richtext import Paragraph, RichText, Run
from ..problems import meant
from ._bounds import MAX_TAGS, MAX_WORDS, PARAGRAPHS, RUNS
from ._inline import LINK_HINT, has_no_marks, is_allowed, read_inline
from ._names import Table, by_name, named
from ._notes import read_notes
from ._schema import Field, Kind
from ._sheet import Sheet
from ._slips import is_first, report_unknown
from ._tree import Items, Node, Pairs, Text, kind_of, one_line
from ._words import read_choice, read_count, read_flag, read_number

KindReader: TypeAlias = Callable[[Node, Field, Sheet], Any]
ICON_HINT = "see docs/icons.md for all names, or write an emoji"
_COMMAS = regex("[,，、;；]")


def read_group(
    node: Pairs, fields: Table, readers: Mapping[Kind, KindReader], sheet: Sheet
) -> dict[str, Any]:
    """Return the values of a mapping's fields; what cannot be read is reported and left out."""
    values: dict[str, Any] = {}
    seen: dict[str, tuple[Text, Node]] = {}
    for key, value in named(node, fields).pairs:
        field = fields.get(key.value)
        if field is None:
            report_unknown(key, fields, sheet)
            continue
        is_new = is_first((key, value), seen, sheet)
        if not is_new or (isinstance(value, Text) and value.is_nothing):
            continue
        result = readers[field.kind](value, field, sheet)
        if result is not None:
            values[field.name] = result
    return values


def text_of(node: Node, name: str, sheet: Sheet) -> Text | None:
    """Return a node that is text, or None with the error reported."""
    if isinstance(node, Text):
        return node
    hint = f"write '{name}: …' with one text"
    if isinstance(node, Pairs) and all(isinstance(v, Text) and v.is_nothing for _, v in node.pairs):
        hint = "put text with { } in quotes"
    elif isinstance(node, Pairs):
        hint = "put text with ': ' in quotes"
    sheet.error(node, f"'{name}' takes text, not {kind_of(node)}", hint, code="wrong-kind")
    return None


def word_of(node: Node, name: str, sheet: Sheet) -> str | None:
    """Return a node that is a word or a few, or None with the error reported."""
    text = text_of(node, name, sheet)
    if text is None or len(text.value) <= MAX_WORDS:
        return None if text is None else one_line(text)
    message = f"'{name}' has more than {MAX_WORDS:,} characters"
    sheet.error(node, message, "name it in a few words, and tell more in 'notes'", code="too-much")
    return None


def read_rich(node: Text, sheet: Sheet) -> RichText:
    """Return a text's runs; the topics that its links point at are remembered."""
    return rich_at(one_line(node), node, sheet)


def rich_at(text: str, node: Node, sheet: Sheet) -> RichText:
    """Return the runs of a text that stands at a node."""
    if has_no_marks(text):  # nearly every text: no origin is made for it, no link looked for
        return (Run(text),) if text else ()
    if not sheet.takes(RUNS, 0, node):  # it is spent: what follows is not even looked at
        return ()
    runs = read_inline(text, sheet.origin(node), sheet.report)
    if not sheet.takes(RUNS, len(runs), node):
        return ()
    note_links(runs, node, sheet)
    return runs


def note_links(runs: RichText, node: Node, sheet: Sheet) -> None:
    """Remember the topics that links point at."""
    for run in runs:
        if run.link.startswith("#"):
            sheet.refer(run.link[1:], node)


def _words(node: Node, field: Field, sheet: Sheet) -> str | None:
    return word_of(node, field.name, sheet)


def _named(node: Node, field: Field, sheet: Sheet, names: Mapping[str, str]) -> str | None:
    """Read a name that may be given in Chinese, too."""
    word = _words(node, field, sheet)
    return None if word is None else in_english(word, names)


def _rich(node: Node, field: Field, sheet: Sheet) -> RichText | None:
    text = text_of(node, field.name, sheet)
    return None if text is None else read_rich(text, sheet)


def _literal(node: Node, field: Field, sheet: Sheet) -> str | None:
    text = text_of(node, field.name, sheet)
    return None if text is None else text.value.strip("\n")


def _notes(node: Node, field: Field, sheet: Sheet) -> tuple[Paragraph, ...] | None:
    """Notes are a text, or a list of texts that are its items."""
    if isinstance(node, Items) and all(isinstance(item, Text) for item in node.nodes):
        texts = [item for item in node.nodes if isinstance(item, Text)]
        if not sheet.takes(PARAGRAPHS, len(texts), node):
            return None
        runs = [(read_rich(text, sheet)) for text in texts]
        return tuple(Paragraph(run, 0, True) for run in runs if run)
    text = text_of(node, field.name, sheet)
    if text is None:
        return None
    if not sheet.takes(PARAGRAPHS, text.value.count("\n") + 1, node):
        return None
    paragraphs = read_notes(text.value, sheet.origin(text), sheet.report)
    if not sheet.takes(RUNS, sum(len(paragraph.runs) for paragraph in paragraphs), node):
        return None
    for paragraph in paragraphs:
        note_links(paragraph.runs, text, sheet)
    return paragraphs


def _number(node: Node, field: Field, sheet: Sheet) -> float | None:
    text = text_of(node, field.name, sheet)
    return None if text is None else read_number(text, field.name, sheet)


def _count(node: Node, field: Field, sheet: Sheet) -> int | None:
    text = text_of(node, field.name, sheet)
    return None if text is None else read_count(text, field.name, sheet)


def _flag(node: Node, field: Field, sheet: Sheet) -> bool | None:
    text = text_of(node, field.name, sheet)
    return None if text is None else read_flag(text, field.name, sheet)


def _choice(node: Node, field: Field, sheet: Sheet) -> str | None:
    text = text_of(node, field.name, sheet)
    return None if text is None else read_choice(text, field.name, field.choices, sheet)


def _id(node: Node, field: Field, sheet: Sheet) -> str | None:
    word = word_of(node, field.name, sheet)
    if word is None:
        return None
    name = word.removeprefix("#")
    sheet.name_id(name, node)
    return name


def _reference(node: Node, field: Field, sheet: Sheet) -> str | None:
    word = word_of(node, field.name, sheet)
    if word is None:
        return None
    name = word.removeprefix("#")
    sheet.refer(name, node, word)
    return name


def _link(node: Node, field: Field, sheet: Sheet) -> str | None:
    text = text_of(node, field.name, sheet)
    if text is None:
        return None
    url = one_line(text)
    if not is_allowed(url) or any(map(str.isspace, url)):
        sheet.warn(node, f"the link '{url}' is left out", LINK_HINT, code="bad-link")
        return None
    if url.startswith("#"):
        sheet.refer(url[1:], node, url)
    return url


def _list(node: Node, field: Field, sheet: Sheet) -> tuple[str, ...] | None:
    """A list of texts, or one text as a list of one."""
    if isinstance(node, Items):
        words = [word_of(item, field.name, sheet) for item in node.nodes]
        return tuple(word for word in words if word is not None)
    word = _words(node, field, sheet)
    return None if word is None else (word,)


def _icon(node: Node, field: Field, sheet: Sheet) -> str | None:
    """Read an icon's name, or an emoji."""
    word = _words(node, field, sheet)
    if not word or icon_of(word) or is_emoji(word):
        return word
    hint = sheet.near(word, names())
    swap = meant(word, hint)
    sheet.error(
        node,
        f"unknown icon '{word}'",
        hint if hint.startswith("did") else ICON_HINT,
        code="unknown-icon",
        swap=swap,
    )
    return None


def _tags(node: Node, field: Field, sheet: Sheet) -> tuple[str, ...] | None:
    tags = _list(node, field, sheet)
    if tags is None:
        return None
    if isinstance(node, Text):
        tags = tuple(tag.strip() for tag in _COMMAS.split(tags[0]))
    found = tuple(dict.fromkeys(tag for tag in tags if tag))
    if len(found) <= MAX_TAGS:
        return found
    message = f"this topic has more than {MAX_TAGS} tags"
    sheet.error(node, message, "keep those that are looked for", code="too-much")
    return None


def _group(node: Node, field: Field, sheet: Sheet) -> dict[str, Any] | None:
    """A mapping of fields; a text alone stands for the group's first word where it has one."""
    if isinstance(node, Text) and field.short:
        part = replace(by_name(field.fields)[field.short], name=field.name)
        value = VALUES[part.kind](node, part, sheet)
        return None if value is None else {field.short: value}
    if isinstance(node, Pairs):
        return read_group(node, by_name(field.fields), VALUES, sheet)
    known = ", ".join(part.name for part in field.fields)
    sheet.error(
        node,
        f"'{field.name}' takes fields, not {kind_of(node)}",
        f"its fields are: {known}",
        code="wrong-kind",
    )
    return None


VALUES: dict[Kind, KindReader] = {
    Kind.WORDS: _words,
    Kind.ICON: _icon,
    Kind.RICH: _rich,
    Kind.LITERAL: _literal,
    Kind.NOTES: _notes,
    Kind.NUMBER: _number,
    Kind.COUNT: _count,
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    # the pipeline knows which there are
    Kind.LAYOUT: lambda node, field, sheet: _named(node, field, sheet, SLIDES),
    Kind.STRUCTURE: lambda node, field, sheet: _named(node, field, sheet, STRUCTURES),
    Kind.THEME: _words,
    Kind.VARIANT: _words,
    Kind.ID: _id,
    Kind.REFERENCE: _reference,
    Kind.LINK: _link,
    Kind.LIST: _list,
    Kind.TAGS: _tags,
    Kind.GROUP: _group,
    Kind.TOPICS: lambda node, _field, _sheet: node,  # deep: the topic reader walks on from here
}
