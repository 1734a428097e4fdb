"""What the map will show: nodes in reading order, and cross-links; no sizes.

The tree is held flat, so that a chain of thousands of nodes needs no recursion:
`nodes[0]` is the root, a node's parent stands before it, and children keep their order.
"""

from __future__ import annotations

from .color import ColorRole
from .origin import NOWHERE, Origin
from .outline import Exhibit
from .record import record
from .richtext import Paragraph, RichText


@record
class About:
    """What there is to read about a node beside the map, as the author wrote it."""

    notes: tuple[Paragraph, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    tags: tuple[str, ...] = ()
    page: str = ""  # of the book


NOTHING = About()
EDGES = ("curve", "straight", "elbow", "rounded")  # how branches may be drawn
QUOTE, CODE, TABLE = "quote", "code", "table"


@record
class Node:
    """One topic on the map; `accent` is its branch's colour.

    `notes` are plain lines for a tooltip; `about` has them whole, with what else the topic shows.
    What an exhibit says has a `kind`, QUOTE, CODE or TABLE, and a table its `rows`, the head first.
    `summary` is said of the node's children together, beside a brace.
    """

    title: RichText
    gist: RichText = ()
    parent: int = -1
    children: tuple[int, ...] = ()
    depth: int = 0
    accent: ColorRole = ColorRole.ACCENT1
    link: str = ""
    notes: str = ""
    key: str = ""
    hidden: int = 0  # how many descendants are folded away
    tags: tuple[str, ...] = ()
    layout: str = ""  # the structure of this branch, where it has its own
    icon: str = ""
    picture: bytes = b""
    boundary: str = ""  # the label of an outline round this branch
    summary: str = ""
    kind: str = ""
    rows: tuple[tuple[RichText, ...], ...] = ()
    about: About = NOTHING
    path: str = ""  # the topic's own key, see `keys.py`; `key` is good for this drawing alone
    origin: Origin = NOWHERE


@record
class Edge:
    """A cross-link between two nodes (indices), with its label."""

    start: int
    end: int
    label: str = ""
    origin: Origin = NOWHERE


@record
class MindMap:
    """A tree of nodes and its cross-links.

    `edge` is how branches are drawn, one of EDGES, empty as the theme has it; `has_legend` asks for
    the meaning of its signs below it.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    layout: str = "balanced"
    title: str = ""
    description: str = ""
    lang: str = "zh-CN"
    edge: str = ""
    has_legend: bool = True


@record
class MapForm:
    """What a map is wanted as: a format, and how it is laid out for that.

    `engine` names one of Graphviz's; `page` is what the map stands on, nothing for one page of its
    own size; `scale` is how many pixels of a picture a CSS pixel takes, 0 what suits. With
    `embeds_fonts` an SVG carries its letters along.
    """

    format: str = "svg"
    engine: str = ""
    page: str = ""
    scale: float = 0
    embeds_fonts: bool = False


PLAIN_FORM = MapForm()
