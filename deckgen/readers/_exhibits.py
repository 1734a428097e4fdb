"""Quotes, pictures, listings and cross-links → their nouns.

Pictures come in through the sheet's door and are told by their first bytes, not by their name.
"""

from __future__ import annotations

import re
from typing import Any

from ..model.outline import Code, Picture, Quote, Relation
from ..model.regex import regex
from ._bounds import LISTING, MAX_WORDS, PICTURES, RELATIONS
from ._fields import VALUES, KindReader, read_group, read_rich, word_of
from ._names import by_name, named
from ._schema import Field, Kind
from ._sheet import Sheet
from ._tables import read_chart, read_table
from ._tree import Items, Node, Pairs, Text, kind_of, one_line

_SPOKEN = regex(r"[“\"「『](?P<words>[^”」』]+)[”\"」』]\s*(?:—{1,2}|–|--+)\s*(?P<by>\S.*)")
_DRAWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_OTHERS = (
    (regex(rb"GIF8[79]a"), "a GIF"),
    (regex(rb"RIFF....WEBP", re.DOTALL), "a WebP"),
    (regex(rb"BM"), "a BMP"),
    (regex(rb"II\*\0|MM\0\*"), "a TIFF"),
    (regex(rb"....ftyp(?:heic|heix|mif1)", re.DOTALL), "a HEIC"),
    (regex(rb"....ftypavif", re.DOTALL), "an AVIF"),
    (regex(rb"%PDF"), "a PDF"),
    (regex(rb"\s*<(?:\?xml|svg|!DOCTYPE svg)"), "an SVG"),
)


def _quote(node: Node, field: Field, sheet: Sheet) -> Quote | None:
    """A mapping, or a text that may name its speaker: “…”——somebody."""
    origin = sheet.origin(node)
    if isinstance(node, Text):
        spoken = _SPOKEN.fullmatch(one_line(node))
        if not spoken or len(spoken["by"]) > MAX_WORDS:
            return Quote(read_rich(node, sheet), origin=origin)
        words = Text(spoken["words"], node.line, node.column, node.style)
        return Quote(read_rich(words, sheet), by=spoken["by"].strip(), origin=origin)
    values = _parts(node, field, "text", sheet)
    return None if values is None else Quote(**values, origin=origin)


def _image(node: Node, field: Field, sheet: Sheet) -> Picture | None:
    origin = sheet.origin(node)
    if isinstance(node, Text):
        word = word_of(node, "src", sheet)
        values: dict[str, Any] | None = {"src": word} if word else None
    else:
        values = _parts(node, field, "src", sheet)
    if not values or not sheet.takes(PICTURES, 1, node):
        return None
    src = values["src"]
    blob = sheet.load(src, node)
    if blob is not None and not blob.startswith(_DRAWN):
        kind = next((name for magic, name in _OTHERS if magic.match(blob)), "no")
        sheet.error(
            node, f"'{src}' is {kind} picture", "save it as PNG or JPEG", code="bad-picture"
        )
        blob = None
    return Picture(**values, blob=blob or b"", origin=origin)


def _code(node: Node, field: Field, sheet: Sheet) -> Code | None:
    origin = sheet.origin(node)
    if isinstance(node, Text):
        values: dict[str, Any] | None = {"text": node.value.strip("\n")}
    else:
        values = _parts(node, field, "text", sheet)
    if values is None or not sheet.takes(LISTING, values["text"].count("\n") + 1, node):
        return None
    return Code(**values, origin=origin)


def _relates(node: Node, field: Field, sheet: Sheet) -> tuple[Relation, ...]:
    """A list of {to, label}; an id alone stands for a relation without a label."""
    found: list[Relation] = []
    items = node.nodes if isinstance(node, Items) else [node]
    if not sheet.takes(RELATIONS, len(items), node):
        return ()
    for item in items:
        if isinstance(item, Text):
            item = Pairs([(Text("to", item.line, item.column, ""), item)], item.line, item.column)
        values = _parts(item, field, "to", sheet)
        if values is not None:
            found.append(Relation(**values, origin=sheet.origin(item)))
    return tuple(found)


def _parts(node: Node, field: Field, needed: str, sheet: Sheet) -> dict[str, Any] | None:
    """Return the parts of a mapping, or None when the one it cannot do without is missing."""
    if not isinstance(node, Pairs):
        known = ", ".join(part.name for part in field.fields)
        sheet.error(
            node,
            f"'{field.name}' takes text or fields, not {kind_of(node)}",
            f"its fields are: {known}",
            code="wrong-kind",
        )
        return None
    node = named(node, by_name(field.fields))
    values = read_group(node, by_name(field.fields), VALUES, sheet)
    if values.get(needed):
        return values
    if not any(key.value == needed and has_words(value) for key, value in node.pairs):
        sheet.error(
            node, f"'{field.name}' has no '{needed}'", f"add '{needed}: …'", code="missing-field"
        )
    return None


def has_words(node: Node) -> bool:
    """Tell whether anything was written in a node."""
    return not isinstance(node, Text) or bool(node.value.strip())


EXHIBITS: dict[Kind, KindReader] = {
    **VALUES,
    Kind.QUOTE: _quote,
    Kind.IMAGE: _image,
    Kind.TABLE: read_table,
    Kind.CHART: read_chart,
    Kind.CODE: _code,
    Kind.RELATES: _relates,
}
