"""Graphviz's door: it says where the nodes of a map stand, we measure them before and draw them.

Nodes go out without words, in the sizes that we measured, so fonts and versions of Graphviz
change nothing. A program `dot` on the path is asked first, then pygraphviz, in a process of its
own: a crash inside it is a problem to report and not the end of ours. Positions come back in the
"plain" format (https://graphviz.org/docs/outputs/plain/): inches, y upwards, a line a thing.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from time import monotonic

from ...model.mindmap import MindMap
from ...model.record import record
from ...model.scene import Page, Point
from ...model.theme import Theme
from ...model.units import EMU_PER_INCH, Rect, inches
from ...problems import DeckgenError, Report, did_you_mean, fail
from ...remedies import add
from ._cards import Card, measure
from ._draw import page_of
from ._drawing import Drawing
from ._edges import Route, onto, straight
from ._marks import dress
from ._summaries import told

ENGINES = ("dot", "twopi", "circo", "sfdp", "neato", "fdp")

_PATIENCE_S = 30.0  # for all that are asked, one after the other: nobody waits longer in silence
# What an engine lays out in that time on two busy cores, with something to spare: Graphviz 2.43
# took 20 s for 10,000 nodes with dot, 26 s for 5,000 with twopi (10,000 not in 60 s), 8 s with
# circo, 6 s with sfdp, 19 s with fdp, and 10 s for 1,500 with neato
_MOST_NODES = {
    "dot": 10_000,
    "twopi": 3_000,
    "circo": 5_000,
    "sfdp": 5_000,
    "neato": 1_000,
    "fdp": 3_000,
}
_MOST_ROUTED = 200
_FEWER = "use fewer levels (--depth 3), or no --engine"
_INSTALL = f"install Graphviz (https://graphviz.org/download/), or run: {add('graphviz')}"
# `draw` runs one of Graphviz's engines inside the process and gives the text of a format
_CHILD = (
    "import sys, pygraphviz\n"
    "graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode())\n"
    "sys.stdout.buffer.write(graph.draw(format='plain', prog=sys.argv[1]))\n"
)


def place_with_engine(mindmap: MindMap, engine: str, theme: Theme, _report: Report) -> Page:
    """Return the map as Graphviz lays it out; DeckgenError when it cannot."""
    if engine not in ENGINES:
        raise fail(
            f"unknown engine '{engine}'", hint=did_you_mean(engine, ENGINES), code="unknown-engine"
        )
    origin, most = mindmap.nodes[0].origin, _MOST_NODES[engine]
    if len(mindmap.nodes) > most:
        said = f"a map of {len(mindmap.nodes)} nodes is more than '{engine}' can lay out in time"
        raise fail(said, f"up to {most} nodes; {_FEWER}", origin, code="map-too-large")
    mindmap = told(mindmap, {})
    cards = dress(measure(mindmap, theme), mindmap, theme, theme.map.text_width)
    plain = _run(_source(mindmap, cards, engine, theme), engine, mindmap)
    drawing = _drawing(mindmap, cards, _read_plain(plain, mindmap, engine))
    return page_of(mindmap, drawing, theme)


@record
class _Answer:
    """What Graphviz found, by node: its middle, and the edge into it."""

    middles: Sequence[Point]
    ways: Sequence[Route]


def _source(mindmap: MindMap, cards: Sequence[Card], engine: str, theme: Theme) -> str:
    """Return the map as DOT: sizes and branches; no words, and no cross-links to bend the tree."""
    from graphviz import Digraph

    gap, reach = theme.map.sibling_gap / EMU_PER_INCH, theme.map.level_gap / EMU_PER_INCH
    graph = Digraph(
        graph_attr={
            "rankdir": "LR",
            "ordering": "out",
            "nodesep": f"{gap:.3f}",
            "ranksep": f"{2 * reach:.3f}",
            "overlap": "false" if engine in ("twopi", "neato") else "prism",
            "sep": "+9",
            # routing round the nodes takes longer than the layout itself on a large map
            "splines": "true" if len(cards) <= _MOST_ROUTED else "line",
            "root": "n0",
            "start": "1",  # the seed of the engines that begin at random
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"dir": "none"},
    )
    for index, card in enumerate(cards):
        width, height = card.length / EMU_PER_INCH, card.size.height / EMU_PER_INCH
        graph.node(f"n{index}", width=f"{width:.4f}", height=f"{height:.4f}")
    for index, node in enumerate(mindmap.nodes):
        if node.parent >= 0:
            graph.edge(f"n{node.parent}", f"n{index}")
    return str(graph.source)


def _run(source: str, engine: str, mindmap: MindMap) -> str:
    """Return Graphviz's answer from the first of its kinds that gives one in time."""
    problems: list[str] = []
    count, origin = len(mindmap.nodes), mindmap.nodes[0].origin
    end = monotonic() + _PATIENCE_S
    for name, command in _commands(engine):
        try:
            return _ask(command, source, end - monotonic())
        except subprocess.TimeoutExpired as error:
            said = f"'{engine}' has not laid out {count} nodes in {_PATIENCE_S:g} s"
            raise fail(said, _FEWER, origin, code="map-too-large") from error
        except DeckgenError as error:
            problems.append(f"{name}: {error.problems[0].message}")
    if not problems:
        raise fail(
            f"no Graphviz for the engine '{engine}' was found",
            _INSTALL,
            origin,
            code="missing-graphviz",
        )
    raise fail(
        f"Graphviz failed with '{engine}': {'; '.join(problems)}",
        _INSTALL,
        origin,
        code="graphviz-failed",
    )


def _commands(engine: str) -> list[tuple[str, list[str]]]:
    from importlib import util

    commands: list[tuple[str, list[str]]] = []
    program = shutil.which("dot")
    if program:
        commands.append((program, [program, f"-K{engine}", "-Tplain"]))
    if util.find_spec("pygraphviz"):
        commands.append(("pygraphviz", [sys.executable, "-c", _CHILD, engine]))
    return commands


def _ask(command: list[str], source: str, patience_s: float) -> str:
    try:
        done = subprocess.run(
            command, input=source.encode(), capture_output=True, check=False, timeout=patience_s
        )
    except OSError as error:
        raise fail(f"cannot be started ({error.strerror})", code="graphviz-failed") from error
    answer = done.stdout.decode(errors="replace")
    if done.returncode or "stop" not in answer:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise fail(
            said[-1] if said else f"ended with code {done.returncode}", code="graphviz-failed"
        )
    return answer


def _read_plain(answer: str, mindmap: MindMap, engine: str) -> _Answer:
    """Read positions and edges; y comes downwards out of here."""
    middles = [Point(0, 0)] * len(mindmap.nodes)
    ways: dict[int, Route] = {}
    try:
        for line in answer.splitlines():
            words = shlex.split(line)
            if words and words[0] == "node":
                middles[int(words[1][1:])] = _point(words[2], words[3])
            elif words and words[0] == "edge":
                count = int(words[3])
                numbers = words[4 : 4 + 2 * count]
                points = tuple(map(_point, numbers[::2], numbers[1::2]))
                ways[int(words[2][1:])] = points
    except (ValueError, IndexError) as error:
        raise fail(
            f"Graphviz gave no readable answer for '{engine}'",
            hint=_INSTALL,
            code="graphviz-failed",
        ) from error
    routes = [
        ways.get(index) or _direct(middles, index, node.parent)
        for index, node in enumerate(mindmap.nodes)
    ]
    return _Answer(middles, routes)


def _direct(middles: Sequence[Point], index: int, parent: int) -> Route:
    """Return the straight way into a node, for want of Graphviz's; none into the root."""
    return straight(middles[parent], middles[index]) if parent >= 0 else ()


def _point(x: str, y: str) -> Point:
    return Point(inches(float(x)), -inches(float(y)))


def _drawing(mindmap: MindMap, cards: Sequence[Card], answer: _Answer) -> Drawing:
    frames = [
        Rect(
            middle.x - card.length // 2,
            middle.y - card.size.height // 2,
            card.size.width,
            card.size.height,
        )
        for middle, card in zip(answer.middles, cards, strict=True)
    ]
    routes = [
        _touching(way, frames[node.parent], frame) if way else ()
        for node, way, frame in zip(mindmap.nodes, answer.ways, frames, strict=True)
    ]
    count = len(cards)
    return Drawing(cards, frames, routes, [1] * count, [True] * count, [True] * count)


def _touching(way: Route, start: Rect, end: Rect) -> Route:
    """Return a way whose ends lie on the boxes: Graphviz stops short of them by its rounding."""
    return (onto(way[0], start), *way[1:-1], onto(way[-1], end))
