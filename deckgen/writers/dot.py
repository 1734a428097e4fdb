"""Scene → DOT: the first page for Graphviz, every node's place, size and edge given.

`neato -n2` redraws the map as it was laid out; other engines lay it out anew from the same nodes.
Labels are plain ones: Graphviz decodes entities and a few backslash sequences in them
(https://graphviz.org/docs/attr-types/escString/), so both are doubled, and no user's text is ever
taken for HTML or for a port. Lengths are points, sizes inches, y upwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.color import Color, ColorRole
from ..model.richtext import rich
from ..model.scene import (
    Box,
    Connector,
    Group,
    Page,
    Point,
    Scene,
    Shape,
    TextBody,
    TextLine,
    TextParagraph,
)
from ..model.style import Align, Geometry
from ..model.theme import Theme
from ..model.units import EMU_PER_INCH, EMU_PER_PT, Rect, to_pt
from ..plugin import Writer
from ..problems import Report
from ..text.fonts import FAMILY
from ._curves import is_tapered
from ._page import first_page
from ._text import is_safe, legal

if TYPE_CHECKING:
    from graphviz import Digraph

_LINE_EM = 1.5  # what pango gives a line of Noto Sans CJK, and a little more


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return the first page of a scene as DOT source."""
    page = first_page(scene, "dot", theme, report)
    return _Graph(page, theme).source().encode()


def quoted(text: str, line_end: str = "\\n") -> str:
    r"""Return text as a label that Graphviz shows as it stands; lines end in `\n`, or `\l`."""
    from graphviz import nohtml

    words = legal(text).replace("\\", "\\\\").replace("&", "&amp;")
    # a subclass of str, which would be lost by str(): it keeps <words> from being taken for HTML
    label: str = nohtml(words.replace("\r", "").replace("\n", line_end))
    return label


class _Graph:
    """One page on its way to a graph."""

    def __init__(self, page: Page, theme: Theme) -> None:
        self.page = page
        self.theme = theme
        self.ids: dict[str, str] = {}

    def source(self) -> str:
        from graphviz import Digraph

        fonts = (FAMILY, *self.theme.fonts.minor.families, "sans-serif")
        fontname = ",".join(dict.fromkeys(fonts))
        size = self.page.size
        graph = Digraph(
            graph_attr={
                "bgcolor": self._css(Color(ColorRole.BACKGROUND)),
                "bb": f"0,0,{_num(to_pt(size.width))},{_num(to_pt(size.height))}",
                "notranslate": "true",
                "splines": "true",
                "outputorder": "edgesfirst",
                "pad": "0.5",
                "charset": "UTF-8",
                "tooltip": quoted(self.page.description or self.page.title),
            },
            node_attr={
                "shape": "box",
                "fixedsize": "true",
                "fontname": fontname,
                "margin": "0",
                "tooltip": " ",
            },
            edge_attr={"fontname": fontname, "dir": "forward", "tooltip": " "},
        )
        shapes = (shape for shape in _flat(self.page.shapes) if isinstance(shape, Box))
        boxes = [box for box in shapes if not _is_legend(box)]
        self.ids = {box.key: f"n{n}" for n, box in enumerate(boxes, start=1) if box.key}
        for number, box in enumerate(boxes, start=1):
            self._node(graph, f"n{number}", box)
        for shape in _flat(self.page.shapes):
            if isinstance(shape, Connector) and {shape.start, shape.end} <= self.ids.keys():
                self._edge(graph, shape)
        self._told_edges(graph, boxes)
        return str(graph.source)

    def _told_edges(self, graph: Digraph, boxes: Sequence[Box]) -> None:
        """Add the edges that no connector draws: braces, or cells side by side, tell of them.

        Engines that lay the map out anew need them; between boxes that touch, none is seen.
        """
        drawn = {s.end for s in _flat(self.page.shapes) if isinstance(s, Connector)}
        frames = {box.key: box.frame for box in boxes if box.key}
        for box in boxes:
            if box.key in drawn or box.parent not in frames:
                continue
            parent, child = frames[box.parent], box.frame
            ends = (_center(parent), _center(child))
            if child.x >= parent.right:
                ends = (Point(parent.right, parent.center_y), Point(child.x, child.center_y))
            way = (ends[0], ends[0], ends[1], ends[1])
            touches = child.x <= parent.right
            graph.edge(
                self.ids[box.parent],
                self.ids[box.key],
                pos=" ".join(self._pos(point) for point in way),
                color=self._css(Color(ColorRole.MUTED)),
                style="invis" if touches else "solid",
                arrowhead="none",
            )

    def _css(self, color: Color) -> str:
        return self.theme.palette.rgb(color).css

    def _pos(self, point: Point) -> str:
        return f"{_num(to_pt(point.x))},{_num(to_pt(self.page.size.height - point.y))}"

    def _node(self, graph: Digraph, name: str, box: Box) -> None:
        frame, style = box.frame, []
        if box.fill:
            style.append("filled")
        if box.geometry is Geometry.ROUND:
            style.append("rounded")
        attributes = {
            "pos": self._pos(_center(frame)),
            "width": _num(frame.width / EMU_PER_INCH, 4),
            "height": _num(frame.height / EMU_PER_INCH, 4),
            "style": ",".join(style) or "solid",
            "penwidth": _num(to_pt(box.line.width)) if box.line else "0",
            **self._label(_words(box), frame),
        }
        if box.fill:
            attributes["fillcolor"] = self._css(box.fill.color)
        if box.line:
            attributes["color"] = self._css(box.line.color)
        if box.link and is_safe(box.link) and not box.link.startswith("#"):
            attributes["URL"] = _url(box.link)
        if box.tooltip:
            attributes["tooltip"] = quoted(box.tooltip)
        graph.node(name, **attributes)

    def _label(self, text: TextBody, room: Rect) -> dict[str, str]:
        """Return a label's attributes; all of it has one size, at which it fits its room."""
        lines = [
            "".join(run.text for run in line.runs).strip(" \n\v")
            for paragraph in text.paragraphs
            for line in paragraph.lines
        ]
        if not lines:
            return {"label": ""}
        first = text.paragraphs[0].style
        is_list = first.align is Align.LEFT and len(lines) > 1
        return {
            "label": _listed(lines) if is_list else quoted("\n".join(lines)),
            "fontsize": _num(_font_size(text, room)),
            "fontcolor": self._css(first.color),
        }

    def _edge(self, graph: Digraph, connector: Connector) -> None:
        line, width = connector.line, connector.line.width
        # Graphviz tapers to nothing, which would take the line under a node's words with it
        tapers = is_tapered(connector) and len(connector.points) == 4
        if is_tapered(connector) and not tapers:
            width = (width + connector.end_width) // 2
        points = " ".join(self._pos(point) for point in connector.points)
        end = f"e,{self._pos(connector.points[-1])} " if connector.has_arrow else ""
        style = "dashed" if line.dashed else "tapered" if tapers else "solid"
        attributes = {
            "pos": end + points,
            "color": self._css(line.color),
            "penwidth": _num(to_pt(width)),
            "style": style,
            "arrowhead": "normal" if connector.has_arrow else "none",
            "arrowtail": "none",
        }
        if connector.label.paragraphs:
            attributes |= self._label(connector.label, connector.label_frame)
            attributes["lp"] = self._pos(_center(connector.label_frame))
        if connector.has_arrow:
            attributes["constraint"] = "false"  # for engines that lay the map out anew
        graph.edge(self.ids[connector.start], self.ids[connector.end], **attributes)


def _is_legend(box: Box) -> bool:
    """Tell whether a box only holds signs and their meanings: no icon is drawn here."""
    return bool(box.marks) and not box.key and not box.text.paragraphs


def _words(box: Box) -> TextBody:
    """Return a box's words; those of the cells that stand on it are a line a row."""
    if box.text.paragraphs:
        return box.text
    rows: dict[int, list[TextParagraph]] = {}
    for mark in box.marks:
        if isinstance(mark, Box):
            rows.setdefault(mark.frame.y, []).extend(mark.text.paragraphs)
    return replace(box.text, paragraphs=tuple(_row(cells) for cells in rows.values()))


def _row(cells: Sequence[TextParagraph]) -> TextParagraph:
    words = rich(" · ".join("".join(run.text for run in cell.runs) for cell in cells))
    width = sum(line.width for cell in cells for line in cell.lines)
    return replace(cells[0], runs=words, lines=(TextLine(words, width),))


def _listed(lines: Sequence[str]) -> str:
    """Return lines set left, each with a little air: Graphviz starts them at the node's edge."""
    return quoted("".join(f"\u00a0{line}\n" for line in lines), "\\l")


def _font_size(text: TextBody, room: Rect) -> float:
    """Return the size at which the longest line and all lines together fit; 6 pt at least.

    Graphviz measures with other fonts than ours, so a little room is left on both sides.
    """
    paragraphs = [paragraph for paragraph in text.paragraphs if paragraph.lines]
    reach = max(line.width / par.size_pt for par in paragraphs for line in par.lines)
    count = sum(len(paragraph.lines) for paragraph in paragraphs)
    by_width = 0.94 * room.width / max(1, reach + EMU_PER_PT // 3)
    by_height = to_pt(room.height) / (_LINE_EM * count)
    return max(6.0, min(paragraphs[0].size_pt, by_width, by_height) // 0.5 / 2)


def _flat(shapes: Sequence[Shape]) -> Iterator[Shape]:
    stack = list(reversed(shapes))
    while stack:
        shape = stack.pop()
        if isinstance(shape, Group):
            stack.extend(reversed(shape.shapes))
        else:
            yield shape


def _center(frame: Rect) -> Point:
    return Point(frame.center_x, frame.center_y)


def _url(link: str) -> str:
    """Return a link that old Graphviz, which does not escape it, cannot be led astray with."""
    for char, code in (('"', "%22"), ("<", "%3C"), (">", "%3E"), ("'", "%27"), ("\\", "%5C")):
        link = link.replace(char, code)
    return quoted(link)


def _num(value: float, digits: int = 2) -> str:
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".")


WRITER = Writer("dot", (".dot", ".gv"), write)
