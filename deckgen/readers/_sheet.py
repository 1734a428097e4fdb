"""The source being read: its name, its report, its door to other files, and the ids it has met.

Every reader function of this room is handed the sheet; it turns a node's place into an `Origin`.
"""

from __future__ import annotations

from collections.abc import Collection
from copy import copy

from ..model.origin import Origin
from ..plugin import Source
from ..problems import DeckgenError, Report, Swap, did_you_mean, meant
from ._bounds import MAX_LOADED, Budget
from ._tree import Node

_MAX_HINTS = 100  # looking for near words is slow, and nobody mends a hundred slips at once
_MAX_KNOWN = 1000


class Sheet:
    """One reading of one source."""

    def __init__(self, source: Source, report: Report) -> None:
        self.file = source.name
        self.report = report
        self.is_whole = True  # False once a syntax error has cut the tree short
        self._load = source.load
        self._loaded: dict[str, bytes | DeckgenError] = {}
        self._ids: dict[str, Origin] = {}
        self._references: list[tuple[str, Origin, str]] = []
        self._hints = 0
        self._bytes = 0  # loaded so far
        self._taken: dict[str, int] = {}

    def beside(self, file: str) -> Sheet:
        """Return the sheet of a file that this one names: the same reading, with its own places."""
        other = copy(self)
        other.file = file
        return other

    def origin(self, node: Node) -> Origin:
        """Return a node's place."""
        return Origin(self.file, node.line, node.column)

    def error(
        self,
        node: Node,
        message: str,
        hint: str = "",
        *,
        code: str,
        swap: Swap | None = None,
    ) -> None:
        """Record an error at a node."""
        self.report.error(self.origin(node), message, hint, code=code, swap=swap)

    def warn(
        self,
        node: Node,
        message: str,
        hint: str = "",
        *,
        code: str,
        swap: Swap | None = None,
    ) -> None:
        """Record a warning at a node."""
        self.report.warn(self.origin(node), message, hint, code=code, swap=swap)

    def near(self, word: str, known: Collection[str]) -> str:
        """Return a hint with the nearest known word; empty when there were many already."""
        self._hints += 1
        if self._hints > _MAX_HINTS or not 0 < len(known) <= _MAX_KNOWN:
            return ""
        return did_you_mean(word[:100], known)

    def load(self, path: str, node: Node) -> bytes | None:
        """Return the bytes of a named file, or None with its problems reported at the node."""
        if path not in self._loaded:
            if self._bytes > MAX_LOADED:
                self.error(
                    node,
                    f"pictures and tables take more than {MAX_LOADED // 1024**2} MB",
                    "make them smaller",
                    code="too-much",
                )
                return None
            try:
                blob = self._loaded[path] = self._load(path)
                self._bytes += len(blob)
            except DeckgenError as error:
                self._loaded[path] = error
        found = self._loaded[path]
        if isinstance(found, bytes):
            return found
        for problem in found.problems:
            self.error(node, problem.message, problem.hint, code=problem.code)
        return None

    def takes(self, budget: Budget, count: int, node: Node) -> bool:
        """Count what is to be read; tell whether the budget holds it, and once that it does not."""
        before = self._taken.get(budget.what, 0)
        self._taken[budget.what] = before + count
        if before + count <= budget.most:
            return True
        if before <= budget.most:
            message = f"more than {budget.most:,} {budget.what}"
            self.error(node, message, budget.hint, code="too-much")
        return False

    def name_id(self, name: str, node: Node) -> None:
        """Remember an id; the same one twice is an error."""
        first = self._ids.setdefault(name, self.origin(node))
        if first != self.origin(node):
            self.error(
                node,
                f"the id '{name}' is given twice; first on line {first.line}",
                "give each topic an id of its own",
                code="duplicate-id",
            )

    def refer(self, name: str, node: Node, written: str = "") -> None:
        """Remember that a topic was pointed at; `check_references` looks for it.

        `written` is how the node says it; none where it says more.
        """
        self._references.append((name, self.origin(node), written))

    def check_references(self) -> None:
        """Report what points at no topic; only a whole tree can tell."""
        if not self.is_whole:
            return
        for name, origin, written in self._references:
            if name not in self._ids:
                hint = self.near(name, self._ids)
                if len(hint) > 200 or not hint:
                    hint = "give the topic this id"
                swap = meant(name, hint) if written else None
                if swap:
                    swap = Swap(written, written.replace(name, swap.right))
                message = f"no topic has the id '{name}'"
                self.report.error(origin, message, hint, code="unknown-id", swap=swap)
