"""What `&name` marked and `*name` repeats, and what only looked like it.

A text may begin with & or * by accident, and YAML then swallows a word of it: both are reported.
"""

from __future__ import annotations

from ._bounds import MAX_ALIASES, MAX_ANCHORS, RefusedError
from ._sheet import Sheet
from ._tree import Node, Text


class Anchors:
    """The anchors of one document, with the number of nodes each stands for."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[str, tuple[Node, int]] = {}
        self._places: dict[str, Text] = {}
        self._used: set[str] = set()
        self._aliases = 0
        self._wrong: list[tuple[Text, str, str]] = []

    def begin(self, name: str, line: int, column: int) -> None:
        """Remember an anchor whose node is not read yet: to name it inside would never end."""
        self._place(Text(name, line, column, ""))
        self._known.pop(name, None)

    def finish(self, name: str, node: Node, size: int) -> None:
        """Remember the node of an anchor, and its size with aliases written out."""
        self._place(Text(name, node.line, node.column, ""))
        self._known[name] = (node, size)

    def _place(self, place: Text) -> None:
        self._places.setdefault(place.value, place)
        if len(self._places) > MAX_ANCHORS:
            message = f"more than {MAX_ANCHORS:,} texts begin with '&'"
            raise RefusedError(message, "put them in quotes", place.line, place.column)

    def look(self, place: Text) -> tuple[Node, int]:
        """Return what an alias repeats; its own name stands in for what cannot be."""
        name = place.value
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            message = f"more than {MAX_ALIASES:,} texts begin with '*'"
            raise RefusedError(message, "put them in quotes", place.line, place.column)
        self._used.add(name)
        if name in self._known:
            return self._known[name]
        if name in self._places:
            self._wrong.append((place, f"'*{name}' stands inside what it names", "write it out"))
        else:
            self._wrong.append((place, f"'*{name}' names nothing", f'put it in quotes: "*{name}"'))
        return place, 1

    def check(self) -> None:
        """Report aliases without anchors and anchors without aliases."""
        if not self._sheet.is_whole:
            return
        for place, message, hint in self._wrong:
            self._sheet.error(place, message, hint, code="yaml-anchor")
        for name, place in self._places.items():
            if name not in self._used:
                hint = f'if it is text put it in quotes: "&{name} …"'
                self._sheet.warn(
                    place, f"'&{name}' is taken for a YAML anchor", hint, code="yaml-anchor"
                )
