"""Nodes → topics, told apart by their YAML type alone: text, a pair, a mapping with a title.

A tree may be thousands of levels deep, so it is opened with a list of work to do and closed from
the bottom up; nothing here calls itself.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from ..model.origin import Origin
from ..model.outline import Quote, Topic
from ..model.richtext import RichText, Run
from ._bounds import TOPICS
from ._exhibits import EXHIBITS
from ._fields import read_group, read_rich, rich_at
from ._names import by_name, field_name, settled
from ._schema import TOPIC, TOPIC_NAMES
from ._sheet import Sheet
from ._slips import is_first, is_typo, lacks_title, report_colon
from ._split import split_head
from ._tree import Items, Node, Pairs, Text, as_written, one_line

_FIELDS = by_name(TOPIC)
# fields of other tools for slides
_OF_OTHERS = frozenset({"video", "audio", "background", "animation", "speaker", "class", "style"})
_SHOWN = ("quote", "image", "table", "chart", "code")


class _Draft:
    """A topic whose points are still to be read."""

    __slots__ = ("points", "topic", "values")

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values
        self.points: list[_Entry] = []
        self.topic: Topic | None = None

    def close(self) -> None:
        """Make the topic; its points are made already."""
        self.topic = Topic(**self.values, points=_topics(self.points))


_Entry: TypeAlias = Topic | _Draft
_COMMENT = "take the line out, or put the text in quotes: '#' begins a comment"


def read_topics(node: Node, sheet: Sheet) -> tuple[Topic, ...]:
    """Return the topics in a list, a mapping of pairs, or a single text."""
    roots: list[_Entry] = []
    drafts: list[_Draft] = []
    todo: list[tuple[Node, list[_Entry]]] = [(node, roots)]
    while todo:
        points, into = todo.pop()
        items = _items(points, sheet)
        if not sheet.takes(TOPICS, len(items), points):
            break
        for item in items:
            if isinstance(item, Text):
                _read_text(item, into, sheet)
                continue
            values = _read_mapping(item, sheet)
            if values is None:
                continue
            below = values.pop("points", None)
            if below is None:
                into.append(Topic(**values))
                continue
            draft = _Draft(values)
            into.append(draft)
            drafts.append(draft)
            todo.append((below, draft.points))
    for draft in reversed(drafts):  # a topic is drafted before its points
        draft.close()
    return _topics(roots)


def _topics(entries: list[_Entry]) -> tuple[Topic, ...]:
    made = (entry.topic if isinstance(entry, _Draft) else entry for entry in entries)
    return tuple(topic for topic in made if topic is not None)


def has_fields(node: Pairs) -> bool:
    """Tell whether a mapping holds fields of a topic rather than pairs of title and value."""
    return any(_is_field(key.value) for key, _ in node.pairs)


def _is_field(name: str) -> bool:
    return name in TOPIC_NAMES or is_typo(name, _FIELDS)


def _items(points: Node, sheet: Sheet) -> list[Node]:
    """Return the nodes that are topics; a list item of several pairs is as many topics."""
    if isinstance(points, Text):
        return [] if points.is_nothing else [points]
    if isinstance(points, Pairs):
        points = settled(points, _FIELDS, is_item=True)
        return [points] if _has_title(points) else _split(points, sheet)
    nodes = [
        settled(item, _FIELDS, is_item=True) if isinstance(item, Pairs) else item
        for item in points.nodes
    ]
    if not any(isinstance(item, Pairs) and len(item.pairs) > 1 for item in nodes):
        return nodes
    found: list[Node] = []
    for item in nodes:
        if not isinstance(item, Pairs) or len(item.pairs) < 2 or has_fields(item):
            found.append(item)
            continue
        sheet.warn(
            item,
            f"{len(item.pairs)} pairs in one list item are read as {len(item.pairs)} topics",
            "begin each with '- '",
            code="several-topics",
        )
        found.extend(_split(item, sheet))
    return found


def _split(node: Pairs, sheet: Sheet) -> list[Node]:
    seen: dict[str, tuple[Text, Node]] = {}
    return [
        Pairs([pair], pair[0].line, pair[0].column)
        for pair in node.pairs
        if is_first(pair, seen, sheet)
    ]


def _has_title(node: Pairs) -> bool:
    return any(key.value == "title" for key, _ in node.pairs)


def _read_text(node: Text, into: list[_Entry], sheet: Sheet) -> None:
    """Add the topic that a text is: a short head before a colon is its title."""
    text = one_line(node)
    if not text:
        if sheet.is_whole:
            sheet.warn(node, "an empty topic is left out", _COMMENT, code="empty-topic")
        return
    origin = sheet.origin(node)
    if "：" in text or " -- " in text or ":" in text:
        head, gist = split_head(text)
        word = text.split(":")[0].split("：")[0].rstrip()
        if word in TOPIC_NAMES or field_name(word, _FIELDS) == "notes":
            report_colon(node, _FIELDS, sheet)
            return
        if gist:
            into.append(
                Topic(rich_at(head, node, sheet), rich_at(gist, node, sheet), origin=origin)
            )
            return
    into.append(Topic(rich_at(text, node, sheet), origin=origin))


def _read_mapping(node: Pairs | Items, sheet: Sheet) -> dict[str, Any] | None:
    """Return a topic's values, its points as the node they stand in; None if it is none."""
    if isinstance(node, Items):
        hint = "give it a title: '- title:', then the list"
        if sheet.is_whole:
            sheet.error(node, "a list where a topic is expected", hint, code="list-for-topic")
        return None
    if not node.pairs:
        if sheet.is_whole:
            sheet.warn(node, "an empty topic is left out", _COMMENT, code="empty-topic")
        return None
    key, value = node.pairs[0]
    if len(node.pairs) == 1 and key.value not in TOPIC_NAMES:
        return _read_pair(key, value, sheet)
    if _has_title(node):
        return _read_fields(node, (), sheet.origin(node), sheet)
    if len(node.pairs) == 1:
        sheet.error(
            key,
            f"the field '{as_written(key)}' stands where a topic is expected",
            f"indent it below its topic, or write 'title: {as_written(key)}' if it is one",
            code="field-for-topic",
        )
        return None
    rest = Pairs(node.pairs[1:], node.line, node.column)
    if _is_field(key.value) or not all(_is_field(name.value) for name, _ in rest.pairs):
        _read_fields(node, (), sheet.origin(node), sheet)
        return None
    return _read_shallow(key, value, rest, sheet)


def _read_shallow(key: Text, value: Node, rest: Pairs, sheet: Sheet) -> dict[str, Any] | None:
    """Read fields that stand in the column of their title, as they are meant."""
    sheet.warn(
        rest.pairs[0][0],
        f"'{as_written(rest.pairs[0][0])}' stands in the column of its title '{key.value}'",
        f"indent it below '{key.value}'",
        code="indentation",
    )
    values = _read_pair(key, value, sheet)
    more = _read_fields(rest, read_rich(key, sheet), sheet.origin(key), sheet)
    return None if values is None or more is None else {**values, **more}


def _read_pair(key: Text, value: Node, sheet: Sheet) -> dict[str, Any] | None:
    """Read `title: value`: text is the gist, a list the points, a mapping fields or points."""
    origin = sheet.origin(key)
    title = read_rich(key, sheet)
    if not title:
        sheet.error(key, "a topic without a title", "write it before the ':'", code="missing-title")
        return None
    if isinstance(value, Text):
        if value.is_nothing:
            return {"title": title, "origin": origin}
        return {"title": title, "gist": read_rich(value, sheet), "origin": origin}
    if isinstance(value, Pairs):
        value = settled(value, _FIELDS, is_item=False)
        if has_fields(value):
            return _read_fields(value, title, origin, sheet)
        for name, said in value.pairs:
            if name.value in _OF_OTHERS and isinstance(said, Text):
                message = f"deckgen has no field '{name.value}': it is read as a point"
                sheet.warn(name, message, "take it out, or tell it in words", code="unknown-field")
    return {"title": title, "points": value, "origin": origin}


def _read_fields(
    node: Pairs, title: RichText, origin: Origin, sheet: Sheet
) -> dict[str, Any] | None:
    """Return the values of a topic's fields; `title` is what its pair has said already."""
    values = read_group(node, _FIELDS, EXHIBITS, sheet)
    values["origin"] = origin
    if "map" in values:
        values["map_layout"] = values.pop("map").get("layout", "")
    if "layout" in values:
        named = next(value for key, value in node.pairs if key.value == "layout")
        values["layout_origin"] = sheet.origin(named)
    exhibits = tuple(values.pop(name) for name in list(values) if name in _SHOWN)
    if exhibits:
        values["exhibits"] = exhibits
    if title and "title" in values:
        named = next(key for key, _ in node.pairs if key.value == "title")
        sheet.error(
            named, "this topic has a title already", "keep one of them", code="duplicate-title"
        )
    if title:
        values["title"] = title
    if values.get("title"):
        return values
    if sheet.is_whole and lacks_title(node):
        sheet.error(node, "a topic without a title", "add 'title: …'", code="missing-title")
    values["title"] = _stand_in(exhibits)
    return values


def _stand_in(exhibits: tuple[object, ...]) -> RichText:
    """Return words for a topic that has lost its title, so that reading can go on."""
    quotes = [exhibit.text for exhibit in exhibits if isinstance(exhibit, Quote)]
    return quotes[0] if quotes else (Run("…"),)
