"""YAML → Outline, from PyYAML's events: no loader ever sees the whole document.

libyaml's own composer recurses in C and takes the process down on 30,000 opening brackets; a
loop over its events has a depth counter, places, and a count of what aliases stand for. Every
plain scalar stays the text that was typed. https://yaml.org/spec/1.1/
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from ..model.origin import Origin
from ..model.outline import Outline
from ..plugin import Reader, Source
from ..problems import Report, Swap
from ._anchors import Anchors
from ._bounds import MAX_KEYS, MAX_LINE, MAX_TEXT, RefusedError, long_line
from ._decode import decode, drop_controls, has_controls, with_whole_letters
from ._fold import SWALLOWED, refold
from ._hashes import Hashes
from ._head import BEGIN, read_outline
from ._others import is_markdown, other_kind
from ._sheet import Sheet
from ._syntax import Complaint, explain
from ._tree import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_FLOW_STEPS,
    MAX_NODES,
    Items,
    Node,
    Pairs,
    Text,
    too_deep,
    too_much,
)

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# without libyaml a step costs a hundred times as much
_FLOW_STEPS = MAX_FLOW_STEPS if hasattr(yaml, "CSafeLoader") else MAX_FLOW_STEPS // 100
_LOADERS_LIMIT = "exceeded maximum nesting depth"  # libyaml 0.2.6 and later
_MAX_DIRECTIVES = 50  # libyaml compares each with all before it
_PLAIN_TAG = "tag:yaml.org,2002:"
_TAGS = frozenset(
    _PLAIN_TAG + name for name in ("str", "int", "float", "bool", "null", "seq", "map", "timestamp")
)


def read(source: Source, report: Report) -> Outline:
    """Read an outline; raise DeckgenError when nothing of it can be used."""
    sheet = Sheet(source, report)
    if len(source.blob) > MAX_BYTES:
        megabytes = MAX_BYTES // 1024 // 1024
        report.error(
            Origin(source.name),
            f"the outline is larger than {megabytes} MB",
            "divide it",
            code="file-too-large",
        )
        report.raise_errors()
    if kind := other_kind(source.blob):
        report.error(
            Origin(source.name, 1, 1), f"this is {kind}, no outline", BEGIN, code="not-an-outline"
        )
        report.raise_errors()
    text = decode(source.blob, source.name, report)
    if text is None:
        report.raise_errors()
        text = ""
    report.keep_source(source.name, text, text.encode() == source.blob)
    if line := long_line(text):
        message = f"this line has more than {MAX_LINE:,} characters"
        report.error(Origin(source.name, line, 1), message, "divide it", code="too-much")
        report.raise_errors()
    if is_markdown(text):
        message = "this is Markdown, no outline: its headings are comments here"
        report.error(Origin(source.name, 1, 1), message, BEGIN, code="not-an-outline")
        report.raise_errors()
    tree = _Builder(with_whole_letters(text), sheet)
    root = tree.build()
    if tree.is_refused:
        report.raise_errors()
    return read_outline(root, sheet)


READER = Reader("yaml", (".yaml", ".yml"), read, other_kind)


class _Builder:
    """Events in, one tree out; a syntax error leaves the tree as far as it came."""

    def __init__(self, text: str, sheet: Sheet) -> None:
        self.text = text
        self.sheet = sheet
        self.is_refused = False
        self._lines: list[str] | None = None
        self._count = 0
        self._flow = 0
        self._flow_steps = 0
        # open containers: their children, first event, count when they began
        self._stack: list[tuple[list[Node], Any, int]] = []
        self._into: list[Node] = []
        self._anchors = Anchors(sheet)
        self._hashes = Hashes(self.lines) if " #" in text or "\t#" in text else None

    @property
    def lines(self) -> list[str]:
        if self._lines is None:
            self._lines = self.text.splitlines()
        return self._lines

    def build(self) -> Node | None:
        """Return the root, or None for an empty document."""
        roots = self._into
        try:
            if len(re.findall("^%", self.text, re.MULTILINE)) > _MAX_DIRECTIVES:
                raise RefusedError("too many lines begin with '%'", "put them in quotes", 1, 1)
            self._loop()
        except RefusedError as refused:
            self._refuse(*refused.args)
            return None
        except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: bad escapes
            if getattr(error, "problem", "") == _LOADERS_LIMIT:
                self._refuse(*_depth_told(error))
                return None
            self._complain(error)
        while self._stack:
            self._cut()
        self._anchors.check()
        if self._hashes and self.sheet.is_whole:
            self._hashes.tell(self.sheet)
        return roots[0] if roots else None

    def _refuse(self, message: str, hint: str, line: int, column: int) -> None:
        origin = Origin(self.sheet.file, line, column)
        self.sheet.report.error(origin, message, hint, code="too-much")
        self.is_refused = True

    def _loop(self) -> None:
        get_event = _LOADER(self.text).get_event
        scalar = yaml.ScalarEvent
        sequence, mapping = yaml.SequenceStartEvent, yaml.MappingStartEvent
        ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        documents = 0
        while True:
            event = get_event()
            kind = event.__class__
            if kind is scalar:
                self._add_text(event)
            elif kind is sequence or kind is mapping:
                self._open(event)
            elif kind in ends:
                self._close()
            elif kind is yaml.AliasEvent:
                self._add_alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse_document(event, get_event())
                    return
            elif kind is yaml.StreamEndEvent:
                return
            if self._flow:
                self._flow_steps += self._flow
            if self._count > MAX_NODES or self._flow_steps > _FLOW_STEPS:
                raise self._too_much(event)

    def _add_text(self, event: Any) -> None:
        mark = event.start_mark
        style = event.style or ""
        value = event.value
        node = Text(value, mark.line + 1, mark.column + 1, style)
        self._count += 1
        if len(value) > MAX_TEXT:
            message = f"this text has more than {MAX_TEXT:,} characters"
            raise RefusedError(message, "divide it", node.line, node.column)
        if style == '"' and has_controls(value):
            self.sheet.warn(node, "control characters dropped", code="control-character")
            node.value = drop_controls(value)
        elif " " in value and style != "|" and event.end_mark.line > mark.line:
            swallowed = refold(node, event.end_mark.line, event.end_mark.column, self.lines)
            if swallowed:
                self._tell_swallowed(swallowed)
        if self._hashes:
            end = event.end_mark
            self._hashes.cover((mark.line, mark.column), (end.line, end.column))
        if event.anchor or event.tag:
            self._note(event, node, 1)
        self._into.append(node)

    def _tell_swallowed(self, item: Text) -> None:
        """Tell of a list below what is no field; a full-width colon above it is why."""
        above = self.lines[item.line - 2].rstrip()
        if not above.endswith("："):
            self.sheet.error(item, *SWALLOWED, code="list-swallowed")
            return
        place = Text("", item.line - 1, len(above), "")
        message = "a full-width colon where YAML wants ':'"
        hint = "end this line with ':'"
        self.sheet.error(place, message, hint, code="wide-colon", swap=Swap("：", ":"))

    def _open(self, event: Any) -> None:
        self._stack.append((self._into, event, self._count))
        self._count += 1
        self._into = []
        if event.anchor:
            mark = event.start_mark
            self._anchors.begin(event.anchor, mark.line + 1, mark.column + 1)
        if event.flow_style:
            self._flow += 1
        if len(self._stack) > MAX_DEPTH:
            raise RefusedError(*too_deep(self._flow > 0), event.start_mark.line + 1, 0)

    def _close(self) -> None:
        children = self._into
        self._into, event, before = self._stack.pop()
        mark = event.start_mark
        node: Node
        if event.__class__ is yaml.SequenceStartEvent:
            node = Items(children, mark.line + 1, mark.column + 1)
        else:
            node = Pairs(self._pairs(children), mark.line + 1, mark.column + 1)
        if event.flow_style:
            self._flow -= 1
        if event.anchor or event.tag:
            self._note(event, node, self._count - before)
        self._into.append(node)

    def _cut(self) -> None:
        """Close what a syntax error left open; a bracket's half is worth nothing."""
        event = self._stack[-1][1]
        if event.flow_style:
            self._into = self._stack.pop()[0]
        else:
            self._close()

    def _pairs(self, children: list[Node]) -> list[tuple[Text, Node]]:
        """Pair keys with values; a syntax error may have cut off the last value."""
        pairs: list[tuple[Text, Node]] = []
        if len(children) > 2 * MAX_KEYS:
            key = children[2 * MAX_KEYS]
            message = f"more than {MAX_KEYS:,} fields or pairs stand side by side"
            raise RefusedError(
                message, "write topics as a list, each after '- '", key.line, key.column
            )
        for key, value in zip(children[::2], children[1::2], strict=False):
            if not isinstance(key, Text):
                if self.sheet.is_whole:
                    self.sheet.error(
                        key,
                        "brackets cannot name a field",
                        "put the text in quotes",
                        code="yaml-syntax",
                    )
                key = Text("…", key.line, key.column, "")
            pairs.append((key, value))
        return pairs

    def _add_alias(self, event: Any) -> None:
        mark = event.start_mark
        node, size = self._anchors.look(Text(event.anchor, mark.line + 1, mark.column + 1, ""))
        self._count += size
        self._into.append(node)

    def _note(self, event: Any, node: Node, size: int) -> None:
        """Remember an anchor; report a tag, since tags swallow text."""
        if event.anchor:
            self._anchors.finish(event.anchor, node, size)
        if event.tag and event.tag not in _TAGS:
            tag = event.tag.replace(_PLAIN_TAG, "!!")
            self.sheet.error(
                node, f"'{tag}' is taken for a YAML tag", "put the text in quotes", code="yaml-tag"
            )

    def _refuse_document(self, event: Any, following: Any) -> None:
        mark = event.start_mark
        if isinstance(following, yaml.ScalarEvent) and not following.value:
            return
        place = Text("", mark.line + 1, mark.column + 1, "")
        self.sheet.error(
            place,
            "a second document begins here",
            "one file is one talk: take the '---' out",
            code="second-document",
        )

    def _too_much(self, event: Any) -> RefusedError:
        mark = event.start_mark
        told = too_much(self._count, event.__class__ is yaml.AliasEvent)
        return RefusedError(*told, mark.line + 1, mark.column + 1)

    def _complain(self, error: Exception) -> None:
        """Report a syntax error in our words; what came before it is still read."""
        self.sheet.is_whole = False
        mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        complaint = Complaint(
            getattr(error, "problem", None) or str(error).splitlines()[0],
            mark.line + 1 if mark else 1,
            mark.column + 1 if mark else 1,
            getattr(error, "context", None) or "",
            context.line + 1 if context else 0,
            context.column + 1 if context else 0,
        )
        found = explain(complaint, self.lines)
        origin = Origin(self.sheet.file, found.line, found.column)
        self.sheet.report.error(origin, found.message, found.hint, code=found.code, swap=found.swap)


def _depth_told(error: Any) -> tuple[str, str, int, int]:
    """Return message, hint and place where the loader met a limit of its own before ours.

    It reads up to 1,024 characters ahead on a line, so of brackets on one line it has seen all
    before we are handed the first: no loader tells which is one too many, hence no column.
    """
    return *too_deep("flow" in error.context), error.problem_mark.line + 1, 0
