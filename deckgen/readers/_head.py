"""The top of a tree → Outline: head matter and topics, or topics alone."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from ..model.origin import Origin
from ..model.outline import Book, DeckOptions, MapOptions, Outline, Reading, Talk, Topic
from ..model.richtext import RichText, rich
from ..model.words import TAGS, is_tag
from ._fields import VALUES, read_group, read_rich
from ._names import by_name, is_head, named
from ._schema import HEAD
from ._sheet import Sheet
from ._slips import is_typo, lacks_title, report_colon
from ._topic import has_fields, read_topics
from ._tree import Items, Node, Pairs, Text

_FIELDS = by_name(HEAD)
BEGIN = "begin with 'title: …', then 'topics:' and a list"


def read_outline(root: Node | None, sheet: Sheet) -> Outline:
    """Return the outline that a tree holds; what is wrong with it is reported."""
    origin = Origin(sheet.file, 1, 1)
    if root is None or (isinstance(root, Text) and root.is_nothing):
        if sheet.is_whole:
            sheet.report.error(origin, "the outline is empty", BEGIN, code="empty-outline")
        return Outline(_stem(sheet), origin=origin)
    if isinstance(root, Text):
        if sheet.is_whole and not report_colon(root, _FIELDS, sheet):
            sheet.error(root, "the outline is one piece of text", BEGIN, code="not-an-outline")
        return Outline(_stem(sheet), origin=origin)
    if isinstance(root, Pairs) and _is_head(root):
        outline = _read_head(root, sheet)
    else:
        title, topics = _read_bare(root, sheet)
        outline = Outline(title, topics=topics, origin=sheet.origin(root))
    if not outline.topics and sheet.is_whole and not sheet.report.has_errors:
        sheet.warn(root, "the outline has no topics", "add 'topics:' and a list", code="no-topics")
    sheet.check_references()
    return outline


def _stem(sheet: Sheet) -> RichText:
    """Return the file's name as a title."""
    return rich(PurePath(sheet.file).stem or "outline")


def _is_head(root: Pairs) -> bool:
    return is_head(root, _FIELDS) or any(is_typo(key.value, _FIELDS) for key, _ in root.pairs)


def _read_bare(root: Items | Pairs, sheet: Sheet) -> tuple[RichText, tuple[Topic, ...]]:
    """Read an outline without a head: a list, pairs, or one pair that names the whole."""
    if isinstance(root, Pairs) and len(root.pairs) == 1:
        key, value = root.pairs[0]
        is_all = isinstance(value, Items) or (isinstance(value, Pairs) and not has_fields(value))
        if is_all and key.value:
            return read_rich(key, sheet), read_topics(value, sheet)
    return _stem(sheet), read_topics(root, sheet)


def _read_head(root: Pairs, sheet: Sheet) -> Outline:
    root = named(root, _FIELDS)
    values: dict[str, Any] = read_group(root, _FIELDS, VALUES, sheet)
    places = {key.value: value for key, value in root.pairs}
    if not values.get("title"):
        if sheet.is_whole and lacks_title(root):
            sheet.error(
                root, "the outline has no title", "add 'title: …' at the top", code="missing-title"
            )
        values["title"] = _stem(sheet)
    lang = values.get("lang")
    if lang and not is_tag(lang):
        sheet.warn(places["lang"], f"'{lang}' is no language tag", TAGS, code="unknown-word")
        del values["lang"]
    values["has_lang"] = "lang" in values
    if "theme" in values:
        values["theme_origin"] = sheet.origin(places["theme"])
    if "variant" in values:
        values["variant_origin"] = sheet.origin(places["variant"])
    if "template" in values:
        values["template_origin"] = sheet.origin(places["template"])
    if "book" in values:
        values["book"] = Book(**values["book"], origin=sheet.origin(places["book"]))
    if "reading" in values:
        values["reading"] = Reading(**values["reading"], origin=sheet.origin(places["reading"]))
    if "talk" in values:
        values["talk"] = Talk(**values["talk"])
    if "deck" in values:
        values["deck"] = DeckOptions(**values["deck"])
    if "map" in values:
        values["map"] = MapOptions(
            **values["map"], layout_origin=sheet.origin(_part(places["map"], "layout"))
        )
    if "topics" in values:
        values["topics"] = read_topics(values["topics"], sheet)
    return Outline(**values, origin=sheet.origin(root))


def _part(node: Node, name: str) -> Node:
    """Return the value of a part where it is given, else the node itself."""
    if isinstance(node, Pairs):
        return next((value for key, value in node.pairs if key.value == name), node)
    return node
