"""The legend: what the signs on a map mean, in rows below it.

Only what the map shows is told: its icons with their names, then how often each of its tags is
there, then the marks of notes, links and relations. A map that has neither icons nor several tags
needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...icons import Icon, icon_of
from ...model.color import Color, ColorRole
from ...model.mindmap import MindMap
from ...model.record import record
from ...model.regex import regex
from ...model.richtext import plain, rich
from ...model.scene import Box, Path, Point, Shape, TextBody
from ...model.style import Align, Anchor, Geometry, Line, TextStyle
from ...model.theme import Theme
from ...model.units import Emu, Rect, pt
from ...model.words import is_chinese, is_traditional, traditional, words_of
from ...text.fit import Flow, height_of, set_flows
from ._cards import reach_of
from ._edges import straight
from ._marks import LINK, NOTE, drawn_icon, names_of

NAME = "图例"
_CORNER: Emu = pt(6)
# In ems of the words
_GLYPH, _GLYPH_GAP = 1.25, 0.45
_BETWEEN, _ROW = 1.6, 0.7
_SIDE, _ABOVE = 0.9, 0.65
_LEAST = 16  # the least width of its rows
_MOST = 64  # rows are no wider, however wide the map
_RELATION = "relation"
_RANK, _SHARE = regex(r"p\d"), regex(r"\d+%")


@record
class _Entry:
    """A sign and its meaning; a tag is its own sign."""

    sign: str
    words: str


def legend(mindmap: MindMap, below: Rect, theme: Theme) -> tuple[Box, ...]:
    """Return the legend below a frame, its left edge the frame's; nothing where none is needed."""
    entries = list(_entries(mindmap)) if mindmap.has_legend else []
    if not entries:
        return ()
    style = replace(
        theme.map.gist, color=Color(ColorRole.MUTED), align=Align.LEFT, bold=False, italic=False
    )
    em = pt(style.sizes[0])
    side, above = round(_SIDE * em), round(_ABOVE * em)
    room = min(round(_MOST * em), max(round(_LEAST * em), below.width - 2 * side))
    top, left = below.bottom + theme.map.level_gap // 2, below.x
    marks: list[Shape] = []
    x, y, right, pitch = left + side, top + above, left, round((_GLYPH + _ROW) * em)
    for entry in entries:
        text = _text(entry.words, style, room)
        width = reach_of(text.paragraphs) + (round((_GLYPH + _GLYPH_GAP) * em) if entry.sign else 0)
        if x > left + side and x + width > left + side + room:
            x, y = left + side, y + pitch
        marks += _drawn(entry, text, Rect(x, y, width, round(_GLYPH * em)), style)
        right = max(right, x + width)
        x += width + round(_BETWEEN * em)
    frame = Rect(left, top, right + side - left, y + round(_GLYPH * em) + above - top)
    words = words_of(mindmap.lang)
    told = words.legend.format(words.comma.join(entry.words for entry in entries))
    return (
        Box(
            frame,
            NAME,
            geometry=Geometry.ROUND,
            corner=min(_CORNER, frame.height // 2),
            line=Line(Color(ColorRole.MUTED), pt(0.5)),
            alt=told,
            marks=tuple(marks),
        ),
    )


def _entries(mindmap: MindMap) -> Iterator[_Entry]:
    """Yield what the map shows; nothing where it has no icons and at most one tag."""
    nodes, words = mindmap.nodes, words_of(mindmap.lang)
    icons = dict.fromkeys(node.icon.strip().lower() for node in nodes if node.icon)
    known = {found.name: found for name in icons if (found := icon_of(name))}
    tags: dict[str, int] = {}
    for node in nodes:
        for tag in node.tags:
            tags[tag] = tags.get(tag, 0) + 1
    if not known and len(tags) < 2:  # an emoji without an icon says what it means
        return
    signs = ((_RANK, "p1", words.priority), (_SHARE, "40%", words.progress))
    for kind, sample, meaning in signs:  # one of a kind tells of all
        if any(map(kind.fullmatch, known)):
            yield _Entry(sample, meaning)
            known = {name: icon for name, icon in known.items() if not kind.fullmatch(name)}
    for icon in known.values():
        yield _Entry(icon.name, _name_of(icon, mindmap.lang))
    for tag, count in tags.items():
        yield _Entry("", f"#{tag} {count}")
    marks = dict.fromkeys(name for node in nodes for name in names_of(node))
    for name, meaning in ((NOTE, words.has_notes), (LINK, words.has_link)):
        if name in marks:
            yield _Entry(name, meaning)
    if mindmap.edges:
        yield _Entry(_RELATION, words.relation)


def _name_of(icon: Icon, lang: str) -> str:
    """Return what an icon is called in the map's language."""
    if not is_chinese(lang):
        return icon.name.replace("-", " ")
    return traditional(icon.word) if is_traditional(lang) else icon.word


def _text(words: str, style: TextStyle, room: Emu) -> TextBody:
    lines = set_flows((Flow(rich(words), style),), room, 0)
    return TextBody(lines, Anchor.MIDDLE, height=height_of(lines))


def _drawn(entry: _Entry, text: TextBody, frame: Rect, style: TextStyle) -> Iterator[Shape]:
    """Yield a sign, and its words at the right of it."""
    side, em = frame.height, pt(style.sizes[0])
    taken = 0
    if entry.sign:
        taken = side + round(_GLYPH_GAP * em)
        place = Rect(frame.x, frame.y, side, side)
        if entry.sign == _RELATION:
            middle = place.center_y
            ends = (Point(place.x, middle), Point(place.right, middle))
            line = Line(style.color, side // 11, dashed=True)  # two dashes, and no rest of one
            yield Path(straight(*ends), entry.words, line=line)
        else:
            yield from drawn_icon(entry.sign, place, style.color)
    yield Box(
        Rect(frame.x + taken, frame.y, frame.width - taken, side),
        " ".join(plain(line.runs) for line in text.paragraphs),
        text,
    )
