"""A deck in another language: names, prompts, alt texts and runs speak it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from decks_at_hand import read, write

ENGLISH = """
title: The participation effect
subtitle: Notes on a book
author: Reading circle
lang: en
book: {title: Involvement, author: Li, pages: 1-98}
talk: {minutes: 25, audience: product people}
deck: {map: true}
contact: circle@example.com
link: https://example.com/
topics:
- Word of mouth:
    gist: It starts with the product
    points:
    - Triangle of trust: [Product: the engine, Media: the accelerator, Relations: the ground]
    - Cycle of growth: {layout: cycle, points: [Good product, Happy users, Recommendation]}
    - Running text: {layout: bullets, points: [Do one thing: and well, Another one]}
- Then and now: [Then: [Channels, Adverts], Now: [Products, Talk]]
- Numbers:
    points:
    - {title: Table, table: [[a, b], [1, 2]]}
    - {title: Chart, chart: {categories: [a, b], series: {Users: [1, 2]}}}
    - {title: Quote, quote: {text: Less is more, by: Mies, page: 7}}
    - {title: Grid, layout: matrix, points: [One, Two, Three, Four]}
    - {title: Wheel, layout: hub, points: [One, Two, Three, Four, Five]}
    - {title: Growth, layout: timeline, points: [2010: founded, 2013: ten millions]}
    - Users = product + talk
- A long list: {layout: bullets, points: [MANY]}
""".replace("MANY", ", ".join(f"Point {n} says a line: yes" for n in range(22)))
CHINESE = re.compile("[\u3000-\u9fff\uff00-\uffef]+")


def test_an_english_deck_is_english_throughout() -> None:
    """No Chinese in its words, names, prompts or alt texts, and no run claims to be Chinese."""
    deck = write(read(ENGLISH))
    texts = {  # a theme keeps its name
        name: blob.decode()
        for name, blob in deck.parts.items()
        if name.endswith(".xml") and not re.search("theme|app", name)
    }
    assert {name: found for name, text in texts.items() if (found := CHINESE.findall(text))} == {}
    said = "".join(text for name, text in texts.items() if name.startswith("ppt/slides/"))
    assert set(re.findall('lang="([^"]*)"', said)) == {"en-US"}
    assert "Map of The participation effect in 4 parts" in said


@pytest.mark.parametrize(
    ("lang", "han", "latin"),
    [
        ("zh-TW", "zh-TW", "zh-TW"),
        ("zh-Hant-HK", "zh-HK", "zh-HK"),
        ("ja", "ja-JP", "ja-JP"),
        ("de-DE", "zh-CN", "de-DE"),
        ('x" onclick="', "zh-CN", "en-US"),
    ],
)
def test_runs_are_in_the_outlines_language(lang: str, han: str, latin: str) -> None:
    """Han in the shapes that the outline asks for; what is no language tag is English."""
    told = read("title: 參與感\ntopics: [甲, Growth]\n")
    deck = write(replace(told, lang=lang))
    runs = [run for name in deck.slides for run in re.findall(r"<a:r>.*?</a:r>", said(deck, name))]
    found = {run.split("<a:t>")[1][:2]: re.findall('lang="([^"]*)"', run)[0] for run in runs}
    assert (found["參與"], found["Gr"]) == (han, latin)


def said(deck: object, name: str) -> str:
    return deck.parts[name].decode()
