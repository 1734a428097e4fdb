"""Nodes measured: each node's text broken into lines, and the box that it needs.

The look follows the node's depth: the root on the theme's text colour, the top branches on their
accent, cards on its soft tone, underlined and plain nodes on no ground at all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from math import sqrt

from ...model.color import Color, ColorRole, Tone
from ...model.mindmap import MindMap, Node
from ...model.record import record
from ...model.richtext import RichText, Run, rich
from ...model.scene import NO_TEXT, TextBody, TextLine, TextParagraph
from ...model.style import Align, Anchor, Face, Fill, Line, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Insets, Size, pt
from ...text.fit import Flow, height_of, set_flows
from ...text.measure import advance

CAPSULE, CARD, UNDERLINE, PLAIN = "capsule", "card", "underline", "plain"
CELL = "cell"  # no theme says it: the cells of a table
SHEET = "sheet"  # nor this: a ground for what is quoted as it stands

# Room inside a box in ems of its title: at the sides, above, below
_PADDING = {
    CAPSULE: (1.0, 0.5, 0.5),
    CARD: (0.8, 0.45, 0.45),
    UNDERLINE: (0.3, 0.1, 0.2),
    PLAIN: (0.3, 0.1, 0.1),
}
_ROOT_PADDING = (1.2, 0.7, 0.7)
# A text longer than this many lines gets a wider box, up to twice as wide
_LINES = 5
# Of the text width, for a title on one line over a gist that is as wide; the map's own has more
TITLE_REACH, _ROOT_REACH = 1.25, 1.6
_SHORT_LINES = 3
_BADGE_GAP = pt(4)


@record
class Look:
    """How the nodes of one depth and one branch are drawn."""

    shape: str
    title: TextStyle
    gist: TextStyle
    insets: Insets
    fill: Fill | None
    line: Line | None
    badge: TextStyle
    pitches: tuple[Emu, Emu]  # from line to line in a title and in a gist


@record
class Grid:
    """A small table: the widths of its columns, the heights of its rows, their words."""

    columns: tuple[Emu, ...] = ()
    rows: tuple[Emu, ...] = ()
    cells: tuple[tuple[TextBody, ...], ...] = ()


NO_GRID = Grid()


@record
class Card:
    """A node's text and box; `badge` tells how many nodes are hidden behind it.

    A table's words are in its `grid`, and `text` has none.
    """

    look: Look
    text: TextBody
    size: Size
    grid: Grid = NO_GRID
    badge: TextBody = NO_TEXT
    badge_size: Size = Size(0, 0)

    @property
    def length(self) -> Emu:
        """The width of the box with its badge."""
        if not self.badge.paragraphs:
            return self.size.width
        return self.size.width + _BADGE_GAP + self.badge_size.width


BADGE_GAP = _BADGE_GAP


def measure(
    mindmap: MindMap, theme: Theme, width: float = 1.0, centred: Collection[int] = ()
) -> list[Card]:
    """Return a card for every node; its text wraps at `width` of the theme's text width.

    The text of the nodes in `centred` stands in the middle, whatever the theme says.
    """
    looks: dict[tuple[int, ColorRole, bool], Look] = {}
    deepest = max(len(theme.map.shapes), len(theme.map.styles), 3) - 1
    text_width = round(theme.map.text_width * width)
    cards: list[Card] = []
    for index, node in enumerate(mindmap.nodes):
        kind = (min(node.depth, deepest), node.accent, index in centred)
        look = looks.get(kind)
        if look is None:
            look = look_of(*kind[:2], theme)
            looks[kind] = look = _centred(look) if kind[2] else look
        cards.append(_card(node, look, text_width))
    return cards


def _centred(look: Look) -> Look:
    title, gist = replace(look.title, align=Align.CENTER), replace(look.gist, align=Align.CENTER)
    return replace(look, title=title, gist=gist)


def look_of(depth: int, role: ColorRole, theme: Theme) -> Look:
    """Return the look of a node at `depth` on a branch with that accent."""
    tokens = theme.map
    shape = tokens.shapes[min(depth, len(tokens.shapes) - 1)]
    title = tokens.styles[min(depth, len(tokens.styles) - 1)]
    gist = tokens.gist
    fill: Fill | None = None
    if shape in (CAPSULE, CARD):
        fill, title, gist = _grounded(depth, role, title, gist)
    if shape == CAPSULE:
        title = replace(title, align=Align.CENTER)
    gist = replace(gist, align=title.align)
    side, above, below = _PADDING[shape] if depth else _ROOT_PADDING
    em = title.sizes[0]
    insets = Insets(pt(side * em), pt(above * em), pt(side * em), pt(below * em))
    thin = tokens.edge_widths[-1]
    line = Line(Color(ColorRole.TEXT if not depth else role), thin) if fill is None else None
    badge = replace(tokens.gist, align=Align.CENTER, color=Color(role, Tone.INK), bold=True)
    return Look(shape, title, gist, insets, fill, line, badge, (_pitch(title), _pitch(gist)))


def _grounded(
    depth: int, role: ColorRole, title: TextStyle, gist: TextStyle
) -> tuple[Fill, TextStyle, TextStyle]:
    """Return a ground by depth, and the styles in colours that read on it."""
    if depth == 0:
        on = Color(ColorRole.BACKGROUND)
        return Fill(Color(ColorRole.TEXT)), replace(title, color=on), replace(gist, color=on)
    if depth == 1:
        on = Color(role, Tone.ON)
        return Fill(Color(role)), replace(title, color=on), replace(gist, color=on)
    return Fill(Color(role, Tone.SOFT)), title, replace(gist, color=Color(role, Tone.INK))


def _pitch(style: TextStyle) -> Emu:
    (paragraph,) = set_flows((Flow(rich("字"), style),), pt(1000), 0)
    return paragraph.line_height


def card_within(node: Node, look: Look, room: Emu) -> Card:
    """Return a node's card, its box and badge no wider than `room`: lines are filled."""
    insets = look.insets
    badge, badge_size = _badge(node, look, room)
    taken = badge_size.width + _BADGE_GAP if node.hidden else 0
    width = room - taken - insets.left - insets.right
    title = [Flow(line, look.title, balance=True) for line in lines_of(node.title)]
    gist = [Flow(line, look.gist) for line in lines_of(node.gist)] if node.gist else []
    paragraphs = set_flows([*title, *gist], width, 0)
    text = TextBody(paragraphs, Anchor.MIDDLE, insets, height_of(paragraphs))
    size = Size(reach_of(paragraphs) + insets.left + insets.right, _height(text))
    return Card(look, text, size, badge=badge, badge_size=badge_size)


def _badge(node: Node, look: Look, width: Emu) -> tuple[TextBody, Size]:
    """Return the number of nodes that are hidden behind a node, and its size."""
    if not node.hidden:
        return NO_TEXT, Size(0, 0)
    em = look.badge.sizes[0]
    count = set_text(rich(f"+{node.hidden}"), look.badge, width)
    room = Insets(pt(0.4 * em), pt(0.1 * em), pt(0.4 * em), pt(0.1 * em))
    badge = TextBody(count, Anchor.MIDDLE, room, height_of(count))
    return badge, Size(reach_of(count) + 2 * room.left, _height(badge))


def _card(node: Node, look: Look, text_width: Emu) -> Card:
    title, gist = look.pitches
    share = TITLE_REACH if node.depth else _ROOT_REACH
    reach = round(share * text_width) if node.gist else text_width
    paragraphs = one_line(node.title, look.title, reach, title) or set_text(
        node.title, look.title, text_width
    )
    if node.gist:
        paragraphs += one_line(node.gist, look.gist, text_width, gist) or _prose(
            node.gist, look.gist, text_width
        )
    insets = look.insets
    text = TextBody(paragraphs, Anchor.MIDDLE, insets, height_of(paragraphs))
    size = Size(reach_of(paragraphs) + insets.left + insets.right, _height(text))
    if not node.hidden:
        return Card(look, text, size)
    badge, badge_size = _badge(node, look, text_width)
    return Card(look, text, size, badge=badge, badge_size=badge_size)


def one_line(
    text: RichText, style: TextStyle, width: Emu, pitch: Emu = 0
) -> tuple[TextParagraph, ...]:
    """Return what `set_text` would, for a plain text that stands on one line; nothing for others.

    Most nodes are no more than that, and there may be thousands of them.
    """
    if len(text) != 1 or style.face is Face.MONO:
        return ()
    (run,) = text
    words, size = run.text, style.sizes[0]
    if run.code or not words.isprintable() or words[-1:] == " ":
        return ()
    reach = advance(words, size, style.bold or run.bold, style.fonts)
    if reach > width:
        return ()
    return (TextParagraph(text, style, size, (TextLine(text, reach),), pitch or _pitch(style)),)


def _prose(text: RichText, style: TextStyle, width: Emu) -> tuple[TextParagraph, ...]:
    """Set a gist's lines like a title while each is short; filled, set left, when one is not."""
    short = [set_text(line, style, width) for line in lines_of(text)]
    is_long = [sum(len(par.lines) for par in one) > _SHORT_LINES for one in short]
    if any(is_long):
        left = replace(style, align=Align.LEFT)
        short = [
            set_text(line, left, width, balance=not fills)
            for line, fills in zip(lines_of(text), is_long, strict=True)
        ]
    return tuple(paragraph for one in short for paragraph in one)


def set_text(
    text: RichText, style: TextStyle, width: Emu, balance: bool = True
) -> tuple[TextParagraph, ...]:
    """Break text at its own line ends, and then to the width; wider when it is very long."""
    if not text:
        return ()
    flows = [Flow(line, style, balance=balance) for line in lines_of(text)]
    paragraphs = set_flows(flows, width, 0)
    if sum([len(paragraph.lines) for paragraph in paragraphs]) <= _LINES:
        return paragraphs
    size = style.sizes[0]
    longest = max(
        sum(advance(run.text, size, style.bold or run.bold, style.fonts) for run in flow.runs)
        for flow in flows
    )
    if longest > _LINES * width:
        wider = round(width * min(2.0, sqrt(longest / (_LINES * width))))
        return set_flows(flows, wider, 0)
    return paragraphs


def lines_of(text: RichText) -> list[RichText]:
    """Cut runs at line ends; indented code keeps its indent as no-break spaces."""
    if not any("\n" in run.text or run.code for run in text):
        return [text]
    lines: list[list[Run]] = [[]]
    for run in text:
        first, *others = run.text.expandtabs(4).split("\n")
        lines[-1].append(_indented(run, first))
        lines.extend([_indented(run, other)] for other in others)
    return [tuple(line) for line in lines if any(run.text.strip() for run in line)]


def _indented(run: Run, text: str) -> Run:
    words = text.lstrip(" ")
    indent = len(text) - len(words)
    return replace(run, text="\u00a0" * indent + words if run.code else text)


def reach_of(paragraphs: Sequence[TextParagraph]) -> Emu:
    return max((line.width for par in paragraphs for line in par.lines), default=0)


def _height(text: TextBody) -> Emu:
    return text.height + text.insets.top + text.insets.bottom
