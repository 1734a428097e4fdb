"""Graphviz lays a map out, we draw it; what is missing or fails is one clear problem."""

from __future__ import annotations

import importlib.util
import os
import shlex
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps_at_hand import mindmap_of, theme

from deckgen.layouts.maps import _graphviz
from deckgen.layouts.maps._graphviz import ENGINES, place_with_engine
from deckgen.model.mindmap import Edge
from deckgen.model.origin import Origin
from deckgen.model.scene import Box, Connector, Page
from deckgen.model.units import Rect
from deckgen.problems import DeckgenError, Problem, Report

PARENTS = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 5, 5, 8, 8, 8]


def placed(engine: str, count: int = len(PARENTS)) -> Page:
    mindmap = mindmap_of(PARENTS[:count], (4, 12, 30), edges=(Edge(1, 3, "引出"),))
    return place_with_engine(mindmap, engine, theme(), Report())


def frames(page: Page) -> dict[str, Rect]:
    return {box.key: box.frame for box in page.shapes if isinstance(box, Box)}


def failure(engine: str) -> Problem:
    with pytest.raises(DeckgenError) as caught:
        placed(engine)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_places_every_node(engine: str) -> None:
    """No two boxes overlap, edges end at boxes, all lies on the page; twice the same."""
    page = placed(engine)
    found = frames(page)
    assert list(found) == [f"n{i}" for i in range(len(PARENTS) + 1)]
    boxes = list(found.values())
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
    whole = Rect(0, 0, page.size.width, page.size.height)
    assert all(whole.contains(box) for box in boxes)
    for edge in (shape for shape in page.shapes if isinstance(shape, Connector)):
        for point, box in ((edge.points[0], found[edge.start]), (edge.points[-1], found[edge.end])):
            assert box.x <= point.x <= box.right
            assert box.y <= point.y <= box.bottom
    assert frames(placed(engine)) == found


def test_without_a_program_pygraphviz_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty PATH is enough for every engine that pip installs."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert len(frames(placed("dot"))) == len(PARENTS) + 1


def test_no_graphviz_at_all_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to install."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    problem = failure("dot")
    assert problem.message == "no Graphviz for the engine 'dot' was found"
    assert "pip install pygraphviz" in problem.hint


def program_of(folder: Path, script: str) -> Path:
    """Write a program called dot that runs Python, wherever that is, with nothing on the PATH."""
    program = folder / "dot"
    words = shlex.join([sys.executable, "-c", script])
    program.write_text(f"#!/bin/sh\nexec {words}\n", "utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("import sys; sys.exit('no such layout')", "no such layout"),
        ("import os; os.abort()", "ended with code -6"),
        ("print('gibberish')", "ended with code 0"),
    ],
)
def test_a_failing_engine_is_one_problem(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash, an error or nonsense from every Graphviz there is: told with its words."""
    program = program_of(tmp_path, script)
    monkeypatch.setattr(shutil, "which", lambda _name: str(program))
    monkeypatch.setattr(_graphviz, "_CHILD", "import sys; sys.exit('child fails')")
    problem = failure("twopi")
    assert problem.message == (
        f"Graphviz failed with 'twopi': {program}: {said}; pygraphviz: child fails"
    )


def test_a_crashing_program_is_survived_by_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the system's `dot` crashes, pygraphviz lays the map out."""
    program = program_of(tmp_path, "import os; os.abort()")
    monkeypatch.setattr(shutil, "which", lambda _name: str(program))
    assert len(frames(placed("dot"))) == len(PARENTS) + 1


def test_an_engine_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow `dot` on the path is told of at the outline's place; nobody waits for another one."""
    program_of(tmp_path, "import time; time.sleep(30)")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(_graphviz, "_PATIENCE_S", 0.2)
    began = monotonic()
    problem = failure("dot")
    assert monotonic() - began < 5
    assert problem.message == "'dot' has not laid out 16 nodes in 0.2 s"
    assert problem.hint == "use fewer levels (--depth 3), or no --engine"


def test_an_unknown_engine_gets_the_nearest_name() -> None:
    """A typing mistake is named, with what was meant."""
    problem = failure("twopy")
    assert problem.message == "unknown engine 'twopy'"
    assert problem.hint == "did you mean 'twopi'?"


@pytest.mark.parametrize(("engine", "most"), _graphviz._MOST_NODES.items())
def test_a_map_too_large_for_an_engine_is_refused(engine: str, most: int) -> None:
    """Minutes of silence are spared: what is too large, where it stands, and what to do instead."""
    mindmap = mindmap_of([0] * most)
    root = replace(mindmap.nodes[0], origin=Origin("big.yaml", 3, 1))
    mindmap = replace(mindmap, nodes=(root, *mindmap.nodes[1:]))
    with pytest.raises(DeckgenError) as caught:
        place_with_engine(mindmap, engine, theme(), Report())
    (problem,) = caught.value.problems
    said = f"a map of {most + 1} nodes is more than '{engine}' can lay out in time"
    assert str(problem) == f"big.yaml:3:1: error: {said}"
    assert problem.hint == f"up to {most} nodes; use fewer levels (--depth 3), or no --engine"


@settings(max_examples=5, deadline=None)
@given(count=st.integers(0, len(PARENTS)))
def test_dot_keeps_the_order_of_children(count: int) -> None:
    """From top to bottom, as in the outline; a root alone is a map too."""
    mindmap = mindmap_of(PARENTS[:count])
    found = frames(place_with_engine(mindmap, "dot", theme(), Report()))
    for node in mindmap.nodes:
        tops = [found[f"n{child}"].y for child in node.children]
        assert tops == sorted(tops)
