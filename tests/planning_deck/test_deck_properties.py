"""What holds for every outline: nothing lost, keys unique, sections whole, linear time."""

from __future__ import annotations

import re

from deckplan import outline, plan, topic, words_of
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import patience

from deckgen.model.deck import Deck
from deckgen.model.outline import Outline, Quote, Talk, Topic, walk
from deckgen.model.richtext import plain, rich
from deckgen.planning.deck._patterns import ARROW

WORDS = st.sampled_from(
    [
        "过去", "现在", "讨论", "思考", "三要素", "甲 vs 乙", "拉新 → 沉淀 → 转化", "a -> b",
        "第一步", "第二步", "1. 听", "2. 答", "为什么？", "口碑铁三角", "五条经验", "1.5 亿",
        "痛点", "做法", "2014年", "2015年上线", "6亿用户", "口碑 = 产品 + 服务", "案例·甲", "闭环",
        "层次", "重要 × 紧急", "听 → 答 → 改 → 听", "背景", "结果", "以用户为中心",
        "“猪也能飞”——雷军", "一句很长很长的话，长到没有卡片愿意装下它，所以只好排成文字了",
    ]
)  # fmt: skip
TEXT = st.one_of(WORDS, st.text("甲乙丙丁abc12", min_size=1, max_size=9))
ASKED = (
    "triangle", "compare", "process", "quote", "statement", "problem", "case", "cycle", "pyramid",
    "hub", "matrix", "timeline", "formula", "stat",
)  # fmt: skip
LAYOUTS = st.sampled_from(["auto"] * 22 + list(ASKED))
# where a text is taken apart to be drawn: an equation, a case's name, a date and what happened
SIGN = re.compile(r"\s*[=+×]\s*|(?<=案例)·|(?<=年)(?=上线)")


def _topics(points: st.SearchStrategy[tuple[Topic, ...]]) -> st.SearchStrategy[Topic]:
    return st.builds(
        lambda title, gist, points, notes, more: topic(
            title, *points, gist=gist, notes=notes, **more
        ),
        TEXT,
        st.one_of(st.just(""), TEXT),
        points,
        st.one_of(st.just(""), TEXT),
        st.fixed_dictionaries(
            {},
            optional={
                "layout": LAYOUTS,
                "exhibits": st.builds(lambda text: (Quote(rich(text)),), TEXT),
                "minutes": st.sampled_from([0, 1, 2.5]),
                "page": st.just("12"),
            },
        ),
    )


TREES = st.recursive(
    _topics(st.just(())),
    lambda below: _topics(st.lists(below, max_size=5).map(tuple)),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TREES, max_size=4), st.sampled_from([0, 5, 25]))
def test_every_outline_is_told_whole(topics: list[Topic], minutes: int):
    """Every word is on a slide or in notes; keys are unique; each slide is in its section."""
    told = outline(*topics, talk=Talk(minutes))
    deck = plan(told)
    assert lost(told, deck) == []
    keys = [slide.key for slide in deck.slides]
    assert sorted(set(keys)) == sorted(keys)
    assert all(slide.layout != "auto" and slide.reason and slide.title for slide in deck.slides)
    assert_partition(deck)
    assert_jumps_land(deck)


def lost(told: Outline, deck: Deck) -> list[str]:
    """Return the words of topics that the deck does not say; chains and the like say parts."""
    said = words_of(deck)
    texts = []
    for here, _ in walk(told.topics):
        texts += [plain(here.title), plain(here.gist), *(plain(p.runs) for p in here.notes)]
        texts += [plain(e.text) for e in here.exhibits if isinstance(e, Quote)]
    pieces = [piece for text in texts for piece in ARROW.split(text)]
    pieces = [part for piece in pieces for part in SIGN.split(piece)]
    cut = [part for piece in pieces for part in piece.replace("1. ", "2. ").split("2. ")]
    quoted = [part.strip("“").replace("”——", "\n").split("\n") for part in cut]
    return [word for part in quoted for word in part if word not in said]


def assert_partition(deck: Deck) -> None:
    """Sections start at slide 0 and stand in order, and none is empty."""
    firsts = [section.first for section in deck.sections]
    assert firsts[0] == 0
    assert firsts == sorted(set(firsts))
    ends = [*firsts[1:], len(deck.slides)]
    for index, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        assert {max(slide.section, 0) for slide in deck.slides[first:end]} == {index}
    assert len({section.key for section in deck.sections}) == len(deck.sections)


def assert_jumps_land(deck: Deck) -> None:
    """Every target is the key of a slide."""
    keys = {slide.key for slide in deck.slides}
    targets = {item.target for slide in deck.slides for item in slide.items if item.target}
    assert targets <= keys


def test_a_chain_of_two_thousand_levels_is_planned_in_seconds():
    """Depth is bounded by memory, not by recursion."""
    deep = topic("层 2000")
    for level in range(1999, 0, -1):
        deep = topic(f"层 {level}", deep)
    with patience(5):
        deck = plan(outline(deep))
    assert lost(outline(deep), deck) == []
    assert len({slide.key for slide in deck.slides}) == len(deck.slides)


def test_tens_of_thousands_of_topics_are_planned_in_seconds():
    """Time grows with the number of topics, whether they are sections, slides or lines."""
    line = Topic(rich("线"), rich("说"))
    slide = topic("点", gist="说", notes="慢")
    for told in (
        outline(*[topic("章", gist="说")] * 2_900),
        outline(topic("章", *[line] * 50_000)),
        outline(topic("章", *[slide] * 2_900)),
    ):
        with patience(8):
            plan(told)
