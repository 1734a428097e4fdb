"""The gallery: one outline with every layout and every field, which builds without a word."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pptx import Presentation

from deckgen import Report, pipeline, read_outline, registry
from deckgen.problems import Severity
from deckgen.readers.schema import outline_schema

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "gallery"
OUTLINE = FOLDER / "gallery.yaml"
OTHER_LOOK = (".template",)  # somebody's own .pptx in the theme's place: no picture of ours
Schema = dict[str, Any]
SCHEMA: Schema = outline_schema()
TOPIC = set(SCHEMA["$defs"]["fields"]["properties"])


def kinds() -> list[str]:
    outline, report = read_outline(OUTLINE), Report()
    look = pipeline.Themes().compile(outline, "", report)
    scene = pipeline.draw_deck(outline, look, report)
    assert [str(one) for one in report.problems if one.severity is not Severity.NOTE] == []
    blob = pipeline.write_scene(scene, "pptx", look, report)
    assert len(Presentation(io.BytesIO(blob)).slides) == len(scene.pages)
    return [page.kind for page in scene.pages]


def resolved(schema: Schema) -> Schema:
    """Follow a reference to its definition."""
    name = schema.get("$ref", "")
    return SCHEMA["$defs"][name.rpartition("/")[2]] if name else schema


def branches(schema: Schema) -> Iterator[Schema]:
    """Yield the ways to write a thing, alternatives of alternatives among them."""
    schema = resolved(schema)
    if "anyOf" not in schema:
        yield schema
    for one in schema.get("anyOf", ()):
        yield from branches(one)


def known(schema: Schema, name: str = "", seen: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield every field that the schema has, by its path; a topic's fields once."""
    reference = schema.get("$ref", "")
    if reference in seen:
        return
    seen = (*seen, reference) if reference else seen
    name = "topic" if reference.endswith("/fields") else name
    schema = resolved(schema)
    for field, value in schema.get("properties", {}).items():
        yield f"{name}.{field}"
        yield from known(value, f"{name}.{field}", seen)
    inner = [schema.get("items"), schema.get("additionalProperties")]
    for one in (*schema.get("anyOf", ()), *inner):
        if isinstance(one, dict):
            yield from known(one, name, seen)


def used(node: object, schema: Schema, name: str = "") -> Iterator[str]:
    """Yield the fields that a YAML tree uses, by the same paths."""
    for branch in branches(schema):
        fields = branch.get("properties", {})
        own = "topic" if branch is SCHEMA["$defs"]["fields"] else name
        if isinstance(node, list) and "items" in branch:
            for value in node:
                yield from used(value, branch["items"], name)
        elif isinstance(node, dict) and fields and set(node) <= set(fields):
            for field, value in node.items():
                yield f"{own}.{field}"
                yield from used(value, fields[field], f"{own}.{field}")
        elif isinstance(node, dict) and not set(node) & TOPIC:
            following = branch.get("additionalProperties")
            for value in node.values() if following else ():
                yield from used(value, following, name)


def test_the_gallery_shows_every_layout() -> None:
    """Without a warning, and each on a slide of its own kind."""
    assert set(kinds()) == set(registry.slide_layouts().builtins)


def test_the_gallery_uses_every_field() -> None:
    """Each at its own place: of the head, its parts, topics, and what they show."""
    told = yaml.load(OUTLINE.read_text("utf-8"), yaml.CBaseLoader)
    fields = dict.fromkeys(known(SCHEMA))
    assert [field for field in fields if field not in {*used(told, SCHEMA), *OTHER_LOOK}] == []
    assert {".deck.aspect", ".book.pages", "topic.quote.by", "topic.chart.series"} < set(fields)


def test_a_field_that_is_not_used_is_told() -> None:
    """The walk tells places apart: a book's title is no topic's."""
    told = {"title": "书", "topics": [{"一": {"gist": "甲", "quote": {"text": "乙"}}}]}
    assert sorted(used(told, SCHEMA)) == [
        ".title", ".topics", "topic.gist", "topic.quote", "topic.quote.text",
    ]  # fmt: skip


def test_each_layout_has_its_picture() -> None:
    """Small enough to be looked at over a slow line, and shown on the page."""
    shown = re.findall(r"!\[(\w+)\]\(\1\.png\)", (FOLDER / "README.md").read_text("utf-8"))
    assert set(shown) == set(registry.slide_layouts().builtins)
    sizes = {name: (FOLDER / f"{name}.png").stat().st_size for name in shown}
    assert {name for name, size in sizes.items() if size > 25 * 1024} == set()
