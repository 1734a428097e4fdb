"""What a node shows besides its words: an icon, tags, a picture, and marks for notes and links.

A card is dressed once it is measured: the icon takes room at the left of its words, the marks at
their right, the picture above and the tags below them. Once its box is placed, they are drawn on
it, and move with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ...icons import SIDE, STROKE, Icon, icon_of
from ...model.color import Color
from ...model.mindmap import CODE, MindMap, Node
from ...model.richtext import plain, rich
from ...model.scene import Box, Image, Path, Point, Shape, TextBody
from ...model.style import Align, Anchor, Line, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Insets, Rect, Size, pt
from ...text.fit import Flow, height_of, set_flows
from ._bodies import bodied, body_marks
from ._cards import Card, Look, reach_of

if TYPE_CHECKING:
    from ...pixels import Shown

# In ems of the title
_ICON, _ICON_GAP = 1.2, 0.4
_MARK, _MARK_GAP = 0.8, 0.25
_PICTURE_GAP = 0.45
_PICTURE = Size(pt(150), pt(100))  # the most that a thumbnail takes at a title of 15 pt
_USUAL = 15
SIGN = "图标"  # as the names of icons and of small marks begin
NOTE, LINK = "file-text", "link"
_AWAY = ("http://", "https://", "mailto:")


def is_dressed(node: Node) -> bool:
    """Tell whether a node shows anything besides its words."""
    return bool(node.icon or node.tags or node.picture or node.kind or names_of(node))


def dress(cards: list[Card], mindmap: MindMap, theme: Theme, room: Emu) -> list[Card]:
    """Give the cards the room that their nodes' marks take; a topic's words have `room`.

    A listing's have the theme's, for its lines are not to be broken.
    """
    for index, node in enumerate(mindmap.nodes):
        if node.kind:
            width = theme.map.text_width if node.kind == CODE else room
            cards[index] = bodied(cards[index], node, theme, width)
        if is_dressed(node):
            cards[index] = dressed(cards[index], node)
    return cards


def beside(node: Node, look: Look) -> Emu:
    """Return the room that a node's icon and marks take at the sides of its words."""
    em = pt(look.title.sizes[0])
    icon = round((_ICON + _ICON_GAP) * em) if node.icon else 0
    return icon + round((_MARK + _MARK_GAP) * em) * len(names_of(node))


def dressed(card: Card, node: Node) -> Card:
    """Return a card with the room that the node's marks take."""
    look, old = card.look, card.text.insets
    em = pt(look.title.sizes[0])
    lead = round((_ICON + _ICON_GAP) * em) if node.icon else 0
    trail = round((_MARK + _MARK_GAP) * em) * len(names_of(node))
    after = _title_end(card)
    picture = _picture(node, em)
    head = picture.size.height + round(_PICTURE_GAP * em) if picture else 0
    inner = card.size.width - old.left - old.right
    paragraphs = card.text.paragraphs
    if node.tags:
        words = "  ".join(f"#{tag}" for tag in node.tags)
        room = max(inner, pt(12 * look.gist.sizes[0]))
        align = paragraphs[-1].style.align if paragraphs else look.gist.align
        paragraphs += set_flows((Flow(rich(words), _tag_style(look, align)),), room, 0)
        lines = (line.width for line in paragraphs[-1].lines)
        inner = max(inner, *lines)
    if after >= 0:
        inner, trail = max(inner, after + trail), 0
    elif look.title.align is Align.CENTER:  # they stand by the title, above what is wider
        reach = _title_reach(card, inner)
        lead, trail = (max(0, side - (inner - reach) // 2) for side in (lead, trail))
    insets = Insets(old.left + lead, old.top + head, old.right + trail, old.bottom)
    height = card.text.height + height_of(paragraphs) - height_of(card.text.paragraphs)
    text = replace(card.text, paragraphs=paragraphs, insets=insets, height=height)
    width = inner + insets.left + insets.right
    if picture:
        width = max(width, picture.size.width + old.left + old.right)
    size = Size(width, text.height + insets.top + insets.bottom)
    return replace(card, text=text, size=size)


def marks_of(card: Card, node: Node, frame: Rect) -> tuple[Shape, ...]:
    """Return what is drawn on a node's box once that is placed."""
    return tuple(_marks(card, node, frame)) if is_dressed(node) else ()


def _marks(card: Card, node: Node, frame: Rect) -> Iterator[Shape]:
    look, insets = card.look, card.text.insets
    em = pt(look.title.sizes[0])
    room = frame.inset(insets)
    yield from body_marks(card, node, frame)
    first = card.text.paragraphs[0].line_height if card.text.paragraphs else em
    middle = room.y + (room.height - card.text.height) // 2 + first // 2
    if look.title.align is Align.CENTER:
        reach = _title_reach(card, room.width)
        room = Rect(room.center_x - reach // 2, room.y, reach, room.height)
    if node.icon:
        side = round(_ICON * em)
        x = room.x - side - round(_ICON_GAP * em)
        yield _icon(node.icon, Rect(x, middle - side // 2, side, side), look)
    side, step = round(_MARK * em), round((_MARK + _MARK_GAP) * em)
    after = _title_end(card)
    end = room.x + after if after >= 0 else room.right
    for number, name in enumerate(names_of(node)):
        x = end + round(_MARK_GAP * em) + number * step
        yield from drawn_icon(name, Rect(x, middle - side // 2, side, side), _ink(look))
    picture = _picture(node, em)
    if picture:
        top = room.y - round(_PICTURE_GAP * em) - picture.size.height
        place = Rect(frame.center_x - picture.size.width // 2, top, 0, 0)
        place = replace(place, width=picture.size.width, height=picture.size.height)
        yield Image(place, picture.blob, "图", plain(node.title), origin=node.origin)


def _title_end(card: Card) -> Emu:
    """Return how far a title reaches that marks can follow; -1 where they stand beside the words.

    A title of several lines, or one that is centred, may be set a little differently elsewhere.
    """
    first = card.text.paragraphs[0] if card.text.paragraphs else None
    if first is None or first.style.align is Align.CENTER or len(first.lines) > 1:
        return -1
    return first.lines[0].width


def _title_reach(card: Card, room: Emu) -> Emu:
    """Return the width of a title; in several lines it is the room's, which others may fill."""
    title = card.look.title
    lines = [paragraph for paragraph in card.text.paragraphs if paragraph.style == title]
    return room if any(len(paragraph.lines) > 1 for paragraph in lines) else reach_of(lines)


def names_of(node: Node) -> tuple[str, ...]:
    """Return the small marks: that there are notes to read, that a link leads away."""
    notes = (NOTE,) if node.about.notes else ()
    return (*notes, LINK) if node.link.lower().startswith(_AWAY) else notes


def _picture(node: Node, em: Emu) -> Shown | None:
    if not node.picture:
        return None
    from ...pixels import PictureError, prepare  # Pillow takes 15 ms, and few maps have pictures

    room = Size(_PICTURE.width * em // pt(_USUAL), _PICTURE.height * em // pt(_USUAL))
    try:
        return prepare(node.picture, room)
    except PictureError:  # the reader has told of it; its words stand on the map
        return None


def _tag_style(look: Look, align: Align) -> TextStyle:
    color = look.gist.color if look.fill else _ink(look)
    return replace(look.gist, color=color, bold=True, align=align)


def _ink(look: Look) -> Color:
    """Return the colour of marks: that of the words on a strong ground, the branch's elsewhere."""
    is_strong = look.fill is not None and look.gist.color == look.title.color
    return look.title.color if is_strong else look.badge.color


def _icon(name: str, frame: Rect, look: Look) -> Shape:
    icon = icon_of(name)
    if icon:
        return _strokes(icon, frame, _ink(look))
    style = replace(look.title, align=Align.CENTER, sizes=(look.title.sizes[0],))
    words = set_flows((Flow(rich(name.strip()), style),), 4 * frame.width, 0)
    wide = Rect(frame.x - frame.width // 4, frame.y, frame.width * 3 // 2, frame.height)
    text = TextBody(words, Anchor.MIDDLE, height=height_of(words))
    return Box(wide, f"{SIGN} {name}", text)


def drawn_icon(name: str, frame: Rect, color: Color) -> Iterator[Shape]:
    """Yield the icon of that name, if there is one."""
    icon = icon_of(name)
    if icon:
        yield _strokes(icon, frame, color)


def _strokes(icon: Icon, frame: Rect, color: Color) -> Path:
    """Return an icon's lines in a square."""

    def at(x: int, y: int) -> Point:
        return Point(
            frame.x + round(x * frame.width / SIDE), frame.y + round(y * frame.height / SIDE)
        )

    first, *others = (
        tuple(at(x, y) for x, y in zip(one[::2], one[1::2], strict=True)) for one in icon.contours
    )
    line = Line(color, max(pt(0.75), frame.width * STROKE // SIDE), rounded=True)
    return Path(first, f"{SIGN} {icon.word}", line=line, others=tuple(others))
