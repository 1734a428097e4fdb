"""The words that deckgen itself puts into a file: Chinese in either script, or English."""

from __future__ import annotations

import re

import pytest

from deckgen.model.richtext import rich
from deckgen.model.words import mark_between, named, page_name, time_name, words_of
from deckgen.pipeline import open_theme

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_every_name_of_every_layout_is_known_in_english(aspect: str) -> None:
    """What PowerPoint lists in its panes; a new name has to be told in `model/words.py`."""
    layouts = open_theme("base", aspect=aspect).layouts.values()
    names = {spec.label for spec in layouts}
    names |= {
        word for spec in layouts for one in spec.placeholders for word in (one.name, one.prompt)
    }
    assert {name for name in names if HAN.search(named(name, "en"))} == set()


@pytest.mark.parametrize(
    ("name", "english", "traditional"),
    [
        ("卡片3", "Card 3", "卡片3"),
        ("箭头2尖", "Arrow 2 tip", "箭頭2尖"),
        ("节 导图 长标题", "Section Map long title", "節 導圖 長標題"),
        ("分支 产品", "Branch 产品", "分支 产品"),
        ("单击编辑标题", "Click to edit the title", "單擊編輯標題"),
        ("陌生的名字", "陌生的名字", "陌生的名字"),
    ],
)
def test_names_in_other_languages(name: str, english: str, traditional: str) -> None:
    """The author's words in a name are left alone, and names that nobody knows."""
    assert named(name, "zh-CN") == named(name, "") == name
    assert named(name, "en-GB") == named(name, "ja") == english
    assert named(name, "zh-TW") == named(name, "zh-Hant-HK") == traditional


def test_sentences_are_in_the_outlines_language() -> None:
    told = [words_of(lang).map.format(root="A", told="B") for lang in ("", "zh-HK", "de")]
    assert told == ["导图，A。B", "導圖，A。B", "Map of A. B"]


@pytest.mark.parametrize(
    ("head", "tail", "mark"),
    [("Product", "the engine", ": "), ("产品", "engine", "："), ("App", "发动机", "：")],
)
def test_a_mark_is_chinese_beside_chinese(head: str, tail: str, mark: str) -> None:
    assert mark_between("：", rich(head), rich(tail)) == mark


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, ""), (45, "45 分钟"), (60, "1 小时"), (90, "1.5 小时"), (100, "100 分钟")],
)
def test_whole_and_half_hours_are_told_as_hours(minutes: float, told: str) -> None:
    assert time_name(minutes, words_of("zh-CN")) == told


@pytest.mark.parametrize(
    ("page", "told"), [("12", "第 12 页"), ("1-98", "第 1-98 页"), ("扉页", "扉页")]
)
def test_a_page_with_a_number_is_called_a_page(page: str, told: str) -> None:
    assert page_name(page, words_of("")) == told
