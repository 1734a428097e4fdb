"""The reader's own tree: texts, lists and mappings with their places, and how big it may grow.

Comes in from a format's parser, leaves to the field readers. Nodes are plain slotted records
because there may be two million of them; an alias puts one node at several places, so a tree is
really a graph without cycles, and nobody may change it or walk it by recursion.
"""

from __future__ import annotations

from typing import TypeAlias

MAX_BYTES = 16 * 1024 * 1024
MAX_NODES = 2_000_000  # with aliases written out
# Lists and mappings inside each other, in either style. libyaml 0.2.6, which comes with PyYAML
# 6.0.4, refuses the 1,000th level with words of its own; a point below a point takes two.
MAX_DEPTH = 900
# libyaml looks at every open bracket for each token, so deep brackets cost depth × tokens;
# about 3e8 such steps take a second
MAX_FLOW_STEPS = 100_000_000


class Text:
    """A scalar: the text as typed, whatever YAML 1.1 would make of it."""

    __slots__ = ("column", "line", "style", "value")

    def __init__(self, value: str, line: int, column: int, style: str) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.style = style  # "" plain, else the quote or block mark: ' " | >

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was written here at all."""
        return not self.value and not self.style


class Key(Text):
    """A field's name, given in English; `written` is how the author wrote it."""

    __slots__ = ("written",)

    def __init__(self, name: str, key: Text) -> None:
        super().__init__(name, key.line, key.column, key.style)
        self.written = key.value


class Items:
    """A list."""

    __slots__ = ("column", "line", "nodes")

    def __init__(self, nodes: list[Node], line: int, column: int) -> None:
        self.nodes = nodes
        self.line = line
        self.column = column


class Pairs:
    """A mapping, in the order written, doubles included."""

    __slots__ = ("column", "line", "pairs")

    def __init__(self, pairs: list[tuple[Text, Node]], line: int, column: int) -> None:
        self.pairs = pairs
        self.line = line
        self.column = column


Node: TypeAlias = Text | Items | Pairs


def kind_of(node: Node) -> str:
    """Name a node for a message."""
    if isinstance(node, Text):
        return "nothing" if node.is_nothing else "text"
    return "a list" if isinstance(node, Items) else "a mapping"


def as_written(key: Text) -> str:
    """Return a key as the author wrote it."""
    return key.written if isinstance(key, Key) else key.value


def one_line(node: Text) -> str:
    """Return a text without its line breaks and outer spaces."""
    value = node.value
    return " ".join(value.split("\n")).strip() if "\n" in value else value.strip()


def too_deep(is_flow: bool) -> tuple[str, str]:
    """Say that lists and mappings stand too deep in each other, the last in brackets or not."""
    if is_flow:
        message = f"brackets stand more than {MAX_DEPTH} deep"
        return message, "close them, or put the text in quotes"
    return f"the outline is more than {MAX_DEPTH} levels deep", "make it flatter"


def too_much(count: int, is_alias: bool) -> tuple[str, str]:
    """Name the budget that a tree has gone beyond, and the way back."""
    if count > MAX_NODES and is_alias:
        return f"written out, this alias makes more than {MAX_NODES:,} values", "use fewer aliases"
    if count > MAX_NODES:
        return f"the outline has more than {MAX_NODES:,} values", "divide it"
    return "too much stands inside too many brackets", "close them, or write lists with '- '"
