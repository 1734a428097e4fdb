"""Map → HTML: one file in which a mind map is walked, folded, searched, read and told.

Without a script it is the map as a picture of real text. With one, the same elements are shown as
far as the window reaches, and placed anew where branches are folded (`data/html/map/`). The file
asks for nothing: its policy names the hashes of its one script and style, links are http, https,
mailto, or a node of the map.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from string import Template
from urllib.parse import quote

from ..model.color import Color
from ..model.deck import Properties
from ..model.scene import Box, Connector, Page, Shape
from ..model.style import Face
from ..model.theme import Theme
from ..model.units import EMU_PER_PX, Emu
from ..model.words import is_chinese, is_traditional
from ._curves import is_tapered
from ._lettering import Href, own_href
from ._map_about import about
from ._map_colors import style_of, variable
from ._map_parts import MapNode, MapParts, parts_of
from ._markup import curve, num, quoted
from ._shell import hash_of, meta_of, part
from ._svg import Drawing
from ._text import legal

# In the order of reading: each needs only what stands before it, or what runs later
SCRIPTS = (
    "nodes", "tidy", "places", "edges", "ties", "view", "paint", "far", "marks", "panel", "folding",
    "hands", "search", "keys", "telling", "export", "start",
)  # fmt: skip
# Structures whose branches close up when one of them is folded; of others the places stay
TREES = ("logic", "logic_left", "balanced", "org", "org_up", "tree")
SUMMARY = "概要"  # what a brace and the words beside it are called
_MAY_BREAK = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def map_page(page: Page, properties: Properties, theme: Theme) -> bytes:
    """Return a map's page as an HTML file."""
    parts = parts_of(page)
    labels = labels_of(properties.lang)
    href = _linker(parts.nodes)
    style = style_of(theme) + _faces(theme) + part("map/map.css")
    script = _script()
    html = Template(part("map/map.html")).substitute(
        {f"w_{name}": quoted(text) for name, text in labels.items()},
        lang=quoted(properties.lang),
        title=quoted(page.title),
        meta=meta_of(properties),
        style=style,
        style_hash=hash_of(style),
        script=script,
        script_hash=hash_of(script),
        drawing=_Sheet(page, theme, href).write(parts),
        data=_data(page, parts, theme, labels),
        abouts="".join(about(node.box, i, href, labels) for i, node in enumerate(parts.nodes)),
    )
    return html.encode()


def labels_of(lang: str) -> Mapping[str, str]:
    """Return the words of the page in the outline's language: Chinese in either script, English."""
    words = _words()
    if not is_chinese(lang):
        return words["en"]
    return words["zh-hant" if is_traditional(lang) else "zh"]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    words: Mapping[str, Mapping[str, str]] = json.loads(part("map/words.json"))
    return words


@cache
def _script() -> str:
    return '"use strict";\n' + "\n".join(part(f"map/{name}.js") for name in SCRIPTS)


def _linker(nodes: Iterable[MapNode]) -> Href:
    """Return what turns links: jumps lead to a node's key, or nowhere."""
    keys = {node.box.key: node.key for node in nodes}

    def href(link: str) -> str:
        if link.startswith("#"):
            return f"#{quote(keys[link[1:]])}" if link[1:] in keys else ""
        return own_href(link)

    return href


def _faces(theme: Theme) -> str:
    major, minor = (theme.fonts.pair(face).families for face in (Face.MAJOR, Face.MINOR))
    return f":root {{ --major: {_families(major)}; --minor: {_families(minor)}; }}\n"


def _families(names: Sequence[str]) -> str:
    """Return names as a style may say them: a font's name is a user's words."""
    safe = ("".join(char for char in name if char.isalnum() or char in " -_") for name in names)
    return ", ".join([f'"{name}"' for name in safe] + ["sans-serif"])


class _Sheet(Drawing):
    """The map as elements that can be moved: a group a node, a path an edge, in named colours."""

    def css(self, color: Color) -> str:
        return f"var({variable(color)})"

    def write(self, parts: MapParts) -> str:
        """Return edges, marks, cross-links and nodes, from the ground up."""
        size = self.page.size
        self.out.append(
            f'<svg id="sheet" viewBox="0 0 {num(size.width)} {num(size.height)}" '
            f'width="{num(size.width)}" height="{num(size.height)}" '
            f'font-family="{quoted(self.families(Face.MINOR))}">\n<g id="world">'
        )
        owners = {node.box.origin: index for index, node in enumerate(parts.nodes)}
        self.out.append('<g id="grounds">')
        for mark in parts.grounds:
            self._group(f' data-owner="{owners.get(mark.origin, -1)}"', (mark,))
        self.out.append('</g>\n<g id="edges">')
        for index, node in enumerate(parts.nodes):
            if node.edge:
                self._edge(index, node.edge)
        self.out.append('</g>\n<g id="marks">')
        for mark in parts.marks:
            is_owned = isinstance(mark, Box) or mark.name.startswith(SUMMARY)
            owner = owners.get(mark.origin, -1) if is_owned else -1
            self._group(f' data-name="{quoted(mark.name)}" data-owner="{owner}"', (mark,))
        self.out.append('</g>\n<g id="ties">')
        places = {node.box.key: index for index, node in enumerate(parts.nodes)}
        for tie in parts.ties:
            ends = f' data-a="{places.get(tie.start, -1)}" data-b="{places.get(tie.end, -1)}"'
            spine = f' data-d="{curve(tie.points)}"'
            self._group(ends + spine, (tie,))
        self.out.append('</g>\n<g id="nodes" role="tree">')
        for node in parts.nodes:
            self._node(node, parts)
        self.out.append("</g></g></svg>")
        return "\n".join(self.out)

    def _group(self, attributes: str, shapes: Iterable[Shape]) -> None:
        self.out.append(f"<g{attributes}>")
        self.shapes(shapes)
        self.out.append("</g>")

    def _edge(self, index: int, edge: Connector) -> None:
        """Write a branch as its middle line; a script makes it narrow on its way."""
        end = f' data-end="{num(edge.end_width)}"' if is_tapered(edge) else ""
        paint = self._paint(None, edge.line)
        self.out.append(
            f'<path data-n="{index}"{end} d="{curve(edge.points)}"{paint} stroke-linecap="round"/>'
        )

    def _node(self, node: MapNode, parts: MapParts) -> None:
        siblings = parts.nodes[node.parent].count if node.parent >= 0 else 1
        name = legal(node.box.name)
        self._group(
            f' id="{quoted(node.key)}" class="node" role="treeitem" aria-level="{node.level}" '
            f'aria-posinset="{node.place}" aria-setsize="{siblings}" aria-label="{quoted(name)}"',
            [_bare(shape) for shape in node.shapes],
        )


def _bare(shape: Shape) -> Shape:
    """Return a box without what the page tells in its own way: link, tooltip, name."""
    return replace(shape, link="", tooltip="", alt="") if isinstance(shape, Box) else shape


def _data(page: Page, parts: MapParts, theme: Theme, labels: Mapping[str, str]) -> str:
    """Return what the script must know as JSON that no HTML parser can break out of."""
    tokens = theme.map
    data = {
        "structure": page.structure if page.structure in TREES else "",
        "levels": page.levels,
        "edge": page.edge or tokens.edge,
        "gaps": [_px(tokens.level_gap), _px(tokens.sibling_gap)],
        "page": [_px(theme.grid.page.width), _px(theme.grid.page.height)],
        "size": [_px(page.size.width), _px(page.size.height)],
        "words": labels,
        "nodes": list(_rows(parts.nodes)),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return legal(text).translate(_MAY_BREAK)


def _rows(nodes: Iterable[MapNode]) -> Iterator[Sequence[float | str]]:
    """Yield of every node its parent, frame, how far its marks reach beyond, and its slide."""
    for node in nodes:
        frame, reach = node.box.frame, node.reach
        row: list[float | str] = [
            node.parent,
            *(_px(length) for length in (frame.x, frame.y, frame.width, frame.height)),
        ]
        over = [
            _px(length)
            for length in (
                frame.x - reach.x,
                frame.y - reach.y,
                reach.right - frame.right,
                reach.bottom - frame.bottom,
            )
        ]
        if any(over) or node.box.twin:
            row += over
        if node.box.twin:
            row.append(node.box.twin)
        yield row


def _px(length: Emu) -> float:
    value = round(length / EMU_PER_PX, 2)
    return int(value) if value == int(value) else value
