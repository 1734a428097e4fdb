"""Names in the writer's language: each has its Chinese one, in both scripts, and English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from deckgen import Report, registry
from deckgen.cli import deckgen
from deckgen.icons import icon_of, icons
from deckgen.looks import Themes, open_theme
from deckgen.model import names, words
from deckgen.model.outline import Outline
from deckgen.model.scene import Box
from deckgen.planning.deck import _labels
from deckgen.plugin import Source
from deckgen.readers import _schema
from deckgen.readers.schema import outline_schema
from deckgen.readers.yaml import READER
from deckgen.tongue import chinese_of

ROOT = Path(__file__).resolve().parent.parent
HAN = re.compile(r"[\u3400-\u9fff]")
TABLES = (names.THEMES, names.VARIANTS, names.SLIDES, names.STRUCTURES, names.CHOICES)


def read(text: str) -> tuple[Outline, Report]:
    report = Report()
    return READER.read(Source("talk.yaml", text.encode(), lambda _: b""), report), report


def test_each_layout_structure_theme_and_choice_has_a_chinese_name() -> None:
    """What is added needs a name in the table; themes are called as their file says."""
    assert set(names.SLIDES) == {"auto", *registry.slide_layouts().builtins}
    assert set(names.STRUCTURES) == set(registry.map_layouts().builtins)
    titles = {path.stem: yaml.safe_load(path.read_text("utf-8"))["title"]
              for path in (ROOT / "themes").glob("*.yaml")}  # fmt: skip
    assert dict(names.THEMES) == titles
    asked = {word for field in every_field(_schema.HEAD + _schema.TOPIC) for word in field.choices}
    numbers = {"16:9", "4:3"}
    assert asked - numbers - set(names.SLIDES) == set(names.CHOICES) - {"map"}


def every_field(table: tuple[_schema.Field, ...]) -> Iterator[_schema.Field]:
    for field in table:
        yield field
        yield from every_field(field.fields)


@pytest.mark.parametrize("table", TABLES[:4])
def test_no_name_stands_for_two(table: dict[str, str]) -> None:
    """Of each kind, any Chinese name is one word's, and no word is without."""
    given = [name for words in table.values() for name in words.split()]
    assert len(given) == len(set(given))
    assert all(table.values())


def test_names_in_an_outline_may_be_chinese() -> None:
    """Layouts, structures and choices, in either script, are read as the English words."""
    outline, report = read(
        "title: 书\nmap: {layout: 鱼骨, edge: 曲线}\ndeck: {transition: 推入, dividers: 导图}\n"
        "topics:\n- {title: 甲, layout: 卡片, map: 組織圖}\n"
        "- {title: 乙, layout: 時間線, only: 幻灯片}\n- {title: 丙, layout: my-own}\n"
    )
    assert report.problems == ()
    assert (outline.map.layout, outline.map.edge) == ("fishbone", "curve")
    assert (outline.deck.transition, outline.deck.dividers) == ("push", "map")
    told = [(topic.layout, topic.map_layout, topic.only) for topic in outline.topics]
    assert told == [("cards", "org", ""), ("timeline", "", "deck"), ("my-own", "", "")]


def test_a_word_that_is_no_ones_name_is_told() -> None:
    """It is shown as it was typed."""
    _, report = read("title: 书\nmap: {edge: 铁丝}\ntopics: [甲]\n")
    assert [problem.message for problem in report.problems] == ["unknown edge '铁丝'"]


def test_a_theme_and_its_variant_may_be_called_in_chinese() -> None:
    """水墨 and 深 are ink and dark, and a file of that very name comes first."""
    assert open_theme("水墨", variant="深").palette == open_theme("ink", variant="dark").palette
    assert open_theme("水墨", variant="深").variant == "dark"


def test_a_theme_file_with_a_chinese_name_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who calls a theme 水墨 gets that."""
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "水墨.yaml").write_text("extends: base\ntitle: 我的\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    theme = Themes().compile(Outline(()), "水墨", Report())
    assert theme.title == "我的"


def own_words() -> set[str]:
    """All that deckgen says of itself in Chinese."""
    theme = open_theme("ink")
    said = {*words.ENGLISH, *(icon.word for icon in icons().values())}
    said |= {getattr(words.ZH, one.name) for one in fields(words.Words)}
    said |= {getattr(_labels.ZH, one.name) for one in fields(_labels.Labels)}
    said |= {name for table in TABLES for words in table.values() for name in words.split()}
    for spec in theme.layouts.values():
        said |= {spec.label, *(one.name for one in spec.placeholders)}
        said |= {shape.name for shape in spec.shapes if isinstance(shape, Box)}
    return said


def test_our_words_are_in_traditional_characters_where_the_outline_is() -> None:
    """All characters are among the common ones of Big5 (its first level, up to C67E)."""

    def is_left(char: str) -> bool:
        return bool(HAN.match(char)) and not b"" < char.encode("big5", "ignore") <= b"\xc6\x7e"

    left = {word for word in map(words.traditional, own_words()) if any(map(is_left, word))}
    assert left == set()


def test_every_layouts_name_is_english_in_an_english_deck() -> None:
    """A new layout's name needs its words in the table."""
    theme = open_theme("ink")
    given = {spec.label for spec in theme.layouts.values()}
    given |= {one.name for spec in theme.layouts.values() for one in spec.placeholders}
    assert {name for name in given if HAN.search(words.named(name, "en"))} == set()


def test_icons_are_found_by_their_names_in_either_script() -> None:
    """書籤 and 待辦 are what 书签 and 待办 are."""
    for word in ("书签", "待办", "优先级2", "齿轮"):
        assert icon_of(words.traditional(word)) == icon_of(word) is not None


def test_the_schema_tells_every_field_in_chinese_first() -> None:
    """An editor shows both: a line of Chinese, a line of English."""
    for field in every_field(_schema.HEAD + _schema.TOPIC):
        assert HAN.search(chinese_of(field.doc)), field.doc


def test_new_puts_the_schema_beside_the_outline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is what `deckgen schema` prints; one that is there is left alone, and - makes none."""
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(deckgen, ["new", "书"]).exit_code == 0
    schema = tmp_path / "outline.schema.json"
    assert json.loads(schema.read_text("utf-8")) == outline_schema()
    assert "$schema=./outline.schema.json" in (tmp_path / "书.yaml").read_text("utf-8")
    schema.write_text("{}", "utf-8")
    assert CliRunner().invoke(deckgen, ["new", "二"]).exit_code == 0
    assert schema.read_text("utf-8") == "{}"
