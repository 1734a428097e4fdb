"""The gallery: one outline with every layout and every field, which builds without a word."""

from __future__ import annotations

import io
import re
from pathlib import Path

import yaml
from pptx import Presentation

from deckgen import Report, pipeline, read_outline, registry
from deckgen.problems import Severity
from deckgen.readers._schema import BOOK, DECK, HEAD, MAP, READING, TALK, TOPIC

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "gallery"
OUTLINE = FOLDER / "gallery.yaml"


def kinds() -> list[str]:
    outline, report = read_outline(OUTLINE), Report()
    look = pipeline.Themes().compile(outline, "", report)
    scene = pipeline.draw_deck(outline, look, report)
    assert [str(one) for one in report.problems if one.severity is not Severity.NOTE] == []
    blob = pipeline.write_scene(scene, "pptx", look, report)
    assert len(Presentation(io.BytesIO(blob)).slides) == len(scene.pages)
    return [page.kind for page in scene.pages]


def words(node: object) -> set[str]:
    """Return all keys of a YAML tree."""
    if isinstance(node, dict):
        return set(node) | {word for value in node.values() for word in words(value)}
    return {word for value in node for word in words(value)} if isinstance(node, list) else set()


def test_the_gallery_shows_every_layout() -> None:
    """Without a warning, and each on a slide of its own kind."""
    assert set(kinds()) == set(registry.slide_layouts().builtins)


def test_the_gallery_uses_every_field() -> None:
    """Those of the head, of its parts, and of topics."""
    used = words(yaml.load(OUTLINE.read_text("utf-8"), yaml.CBaseLoader))
    tables = (HEAD, BOOK, READING, TALK, DECK, MAP, TOPIC)
    assert {field.name for table in tables for field in table} - used == set()


def test_each_layout_has_its_picture() -> None:
    """Small enough to be looked at over a slow line, and shown on the page."""
    shown = re.findall(r"!\[(\w+)\]\(\1\.png\)", (FOLDER / "README.md").read_text("utf-8"))
    assert set(shown) == set(registry.slide_layouts().builtins)
    sizes = {name: (FOLDER / f"{name}.png").stat().st_size for name in shown}
    assert {name for name, size in sizes.items() if size > 25 * 1024} == set()
