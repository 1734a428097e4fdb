"""The schema file, the starter and the shipped outlines agree with the reader."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import ClassVar

import jsonschema_rs
import pytest
import yaml
from outline_reading import outline_of, problems_of

from deckgen.readers.schema import outline_schema

OUTLINES = Path(__file__).parents[2] / "outlines"
STARTER = files("deckgen.readers").joinpath("starter.yaml").read_text("utf-8")


class CoreLoader(yaml.CSafeLoader):
    """Reads as an editor does: YAML 1.2 knows no dates and no sexagesimal numbers."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, regex) for tag, regex in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def is_valid(text: str) -> bool:
    return jsonschema_rs.validator_for(outline_schema()).is_valid(yaml.load(text, CoreLoader))


def test_the_schema_file_is_current():
    """outlines/outline.schema.json is what `deckgen schema` prints."""
    expected = json.dumps(outline_schema(), ensure_ascii=False, indent=2) + "\n"
    assert (OUTLINES / "outline.schema.json").read_text("utf-8") == expected


@pytest.mark.parametrize("path", sorted(OUTLINES.glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_outlines_are_valid(path):
    """Every outline that comes with deckgen satisfies schema and reader."""
    text = path.read_text("utf-8")
    assert is_valid(text)
    assert problems_of(text) == []


def test_there_are_outlines():
    """The test above has something to look at."""
    assert len(list(OUTLINES.glob("*.yaml"))) >= 1


def test_the_starter_reads_clean():
    """What `deckgen new` writes has no problem, and shows most of the fields."""
    outline = outline_of(STARTER)
    assert is_valid(STARTER)
    assert outline.title[0].text == "{title}"
    shown = {"gist", "points", "notes", "layout", "quote", "table", "chart", "id", "tags"}
    shown |= {"relates", "summary", "minutes", "page", "only", "build"}
    assert {name for name in shown if f"{name}:" not in STARTER} == set()


@pytest.mark.parametrize(
    "text",
    [
        "title: 题\ntopics: [甲, {乙: 丙}, {title: 丁, gist: 戊}, {己: {points: [庚]}}]\n",
        "title: 题\nbook: 书\ntopics:\n- 甲: {relates: [{to: b}]}\n- 乙: {id: b, table: [[1]]}\n",
        "- 甲\n- 乙: [丙]\n",
    ],
)
def test_what_both_take(text):
    """The forms of a topic are valid for both."""
    assert (is_valid(text), problems_of(text)) == (True, [])


@pytest.mark.parametrize(
    "text",
    [
        "titel: 题\ntopics: [甲]\n",
        "title: 题\ntopics: [{甲: {gist: 乙, pionts: 丙}}]\n",
        "title: 题\ntopics: [{甲: {only: x}}]\n",
        "title: 题\ntopics: [{甲: {minutes: 半}}]\n",
        "title: 题\ntopics: [{notes: 乙}]\n",
        "title: 题\ntopics: [{甲: {quote: {by: 乙}}}]\n",
    ],
)
def test_what_both_refuse(text):
    """Mistakes are mistakes for both."""
    assert (is_valid(text), problems_of(text) != []) == (False, True)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("标题: 题\n目录:\n- 甲: {要点: [一, 二], 备注: 别念}\n", True),
        ("標題: 題\n目錄:\n- 甲: {要點: [一, 二], 備註: 別唸}\n", True),
        ("标题: 题\n目录:\n- 甲: {引用: {原话: 一句, 说话人: 某}}\n", True),
        ("作者: 某\ntopics:\n- 甲\n", False),
        ("标题: 题\nminutes: 3\n", False),
    ],
)
def test_names_in_chinese_are_valid(text, fits):
    """An editor takes a field by any of its names, and misses a title by none."""
    assert is_valid(text) == fits
