"""Nothing is lost: every word of an outline is in its deck, notes included, and in its map.

Words are compared without their spaces, for a line may break at any of them. A phrase must stand
whole in one shape, one notes page or one node; only a chain may be cut, and only at its arrows.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pptx
import pytest
from PIL import Image
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from deckgen import compile_deck, compile_map, read_outline
from deckgen.model.outline import Chart, Code, Exhibit, Outline, Picture, Quote, Table, Topic, walk
from deckgen.model.richtext import Paragraph, plain
from deckgen.planning.brief import MOST_SHOWN

ROOT = Path(__file__).resolve().parent.parent
OUTLINES = sorted((ROOT / "outlines").glob("*.yaml"))
SVG = "{http://www.w3.org/2000/svg}"
# a chain is cut at its arrows, an equation at its signs, a case from the name before its dot
PARTS = re.compile(r"\s*(?:→|->|=>|[=＝+＋×·])\s*")
# what the outline writes as a number is told in words: 120 as 2 小时 on the slide
TIMES = ("{:g}分钟", "{:g}小时")

RICH = """
title: 万物 Everything
subtitle: 一页一页试
author: 试读员
date: 2026-11-21
contact: reader@example.org
link: https://example.org/start
book: {title: 样书, author: 某作者, publisher: 某社, pages: 12-340}
reading: {date: 2025-01-02, time: 清晨, minutes: 90, method: 略读, goal: 看看有没有漏掉}
talk: {minutes: 30, audience: 检查组}
notes: 开场先问好。
topics:
- 第一部分:
    id: one
    gist: 总起一句
    boundary: 圈起来的范围
    summary: 括号里的小结
    page: 33-35
    tags: [方法, 工具]
    notes: |
      正文一段。

      - 列表一
      - 列表二
    points:
    - 甲步骤 → 乙步骤 → 丙步骤 → 丁步骤
    - 只进导图的一条: {only: map, gist: 讲的时候不说, notes: 图上的备注}
    - 只进幻灯的一条: {only: deck, gist: 图上不画, notes: 台上的备注}
    - 旧法 vs 新法:
        points:
        - 旧法: [手抄, 背诵]
        - 新法: [画图, 讲给人听]
    - 有层次的:
        points:
        - 第二层:
            points:
            - 第三层:
                points:
                - 第四层: [第五层甲, 第五层乙]
                - 另外一个第四层
            - 三层的邻居: {notes: 邻居的备注, page: "77", relates: [{to: one, label: 回到起点}]}
- 第二部分:
    relates: [{to: one, label: 承接上文}]
    points:
    - 一张表: {table: [[表头甲, 表头乙], [单元一, 单元二]]}
    - 一幅图表: {chart: {kind: bar, categories: [春季, 秋季], series: {销量: [1.5, 22]}}}
    - 一段代码: {code: {lang: python, text: "print('hello')\\nreturn 42"}}
    - 一张照片: {image: {src: dot.png, alt: 一个红点, caption: 红点的说明}}
    - 一句话: {quote: {text: 引文的原话, by: 说话人, source: 出处书, page: "88"}}
    - 带**粗体**和`代码`的，==高亮==，[链接](https://example.org)：冒号后的要旨
- 讨论: {points: [第一个问题？, 第二个问题？], summary: 最后的小结, boundary: 最后的范围}
"""


def too_long(place: str, length: int = MOST_SHOWN + 1) -> str:
    """Sentences that stand nowhere else, more than a slide can hold."""
    return "".join(f"{place}的第{number}句，说得太长。" for number in range(length // 9))[:length]


def over_long() -> dict[str, object]:
    """An outline with a text that is too long in every place where one may stand."""
    listing = "".join(f"print({number})  # 很长的代码\n" for number in range(1_500))
    word = too_long("名", 1_000)  # as long as a name may be
    below = {"title": too_long("三层"), "points": [too_long("四层"), {"title": too_long("末层")}]}
    points: list[object] = [
        too_long("要点"),
        {"title": "甲", "gist": too_long("点旨"), "points": [{"title": "乙", "points": [below]}]},
        {"title": too_long("图上"), "only": "map"},
        {"title": too_long("台上"), "only": "deck"},
        {"title": "丙", "table": [["列", too_long("表头")], [too_long("单元"), "格"]]},
        {"title": "丁", "quote": {"text": too_long("引文"), "by": "某人", "source": "某书"}},
        {"title": "戊", "code": {"lang": "python", "text": listing}},
        {"title": "己", "image": {"src": "dot.png", "caption": too_long("说明")}},
        {"title": "庚", "notes": too_long("备注"), "relates": [{"to": "a", "label": word}]},
    ]
    topics = [
        {"title": too_long("标题"), "id": "a", "points": points},
        {"title": "旨", "gist": too_long("要旨"), "boundary": word, "points": ["一", "二"]},
    ]
    return {"title": too_long("书名"), "subtitle": too_long("副题"), "topics": topics}


@cache
def outline_at(path: Path) -> Outline:
    return read_outline(path)


@pytest.fixture(scope="session")
def rich_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An outline that uses every field that holds words."""
    folder = tmp_path_factory.mktemp("words")
    Image.new("RGB", (8, 8), "red").save(folder / "dot.png")
    path = folder / "rich.yaml"
    path.write_text(RICH, "utf-8")
    (folder / "long.yaml").write_text(json.dumps(over_long(), ensure_ascii=False), "utf-8")
    return path


@pytest.fixture(
    params=[*OUTLINES, "rich.yaml", "long.yaml"],
    ids=[*(path.stem for path in OUTLINES), "every-field", "too-long"],
)
def outline(request: pytest.FixtureRequest, rich_path: Path) -> Outline:
    """One of our outlines, or the one with every field, or with texts that are too long."""
    return outline_at(rich_path.parent / request.param)


def squeezed(text: str) -> str:
    return "".join(text.split())


def head_words(outline: Outline) -> Iterator[str]:
    """The words of the head matter, but for numbers that are told in words."""
    book, reading = outline.book, outline.reading
    yield from (plain(outline.title), plain(outline.subtitle), outline.author, outline.date)
    yield from (book.title, book.author, book.publisher, book.pages)
    yield from (reading.date, reading.time, reading.method, reading.goal)
    yield from (outline.talk.audience, outline.contact)
    yield from note_words(outline.notes)


def topic_words(topic: Topic) -> Iterator[str]:
    """The words of one topic, its points not included."""
    yield from (plain(topic.title), plain(topic.gist), topic.boundary, topic.summary, topic.page)
    yield from note_words(topic.notes)
    yield from (relation.label for relation in topic.relates)
    for exhibit in topic.exhibits:
        yield from exhibit_words(exhibit)


def note_words(notes: Iterable[Paragraph]) -> Iterator[str]:
    return (plain(paragraph.runs) for paragraph in notes)


def exhibit_words(exhibit: Exhibit) -> Iterator[str]:
    match exhibit:
        case Quote():
            yield from (plain(exhibit.text), exhibit.by, exhibit.source, exhibit.page)
        case Picture():
            yield from (exhibit.alt, plain(exhibit.caption))
        case Table():
            yield from (plain(cell) for row in exhibit.rows for cell in row)
        case Chart():
            yield from exhibit.categories
            for name, values in exhibit.series:
                yield from (name, *(f"{value:g}" for value in values))
        case Code():
            yield from exhibit.text.splitlines()


def told(outline: Outline, without: str) -> list[Topic]:
    """The topics that are told where those of `only: without` are left out with all below."""
    topics: list[Topic] = []
    left_out_at = -1  # the depth of the topic that is left out, while below it
    for topic, depth in walk(outline.topics):
        if 0 <= left_out_at < depth:
            continue
        left_out_at = depth if topic.only == without else -1
        if left_out_at < 0:
            topics.append(topic)
    return topics


def lost(phrases: Iterable[str], places: list[str]) -> list[str]:
    """The phrases that stand nowhere; a chain, an equation or a case may stand in parts."""
    wanted = dict.fromkeys(squeezed(phrase) for phrase in phrases if phrase)
    everything = "\n".join(places)
    return [
        phrase
        for phrase in wanted
        if phrase not in everything
        and not all(part in everything for part in PARTS.split(phrase) if part)
    ]


def shape_texts(slide: Slide) -> list[str]:
    """The words of every shape: text, cells, a chart's names and numbers, what a picture shows."""
    return [text for shape in slide.shapes for text in texts_of(shape)]


def texts_of(shape: BaseShape) -> Iterator[str]:
    if shape.has_text_frame:
        yield squeezed(shape.text_frame.text)
    elif shape.has_table:
        yield from (squeezed(cell.text) for row in shape.table.rows for cell in row.cells)
    elif shape.has_chart:
        for plot in shape.chart.plots:
            yield from (squeezed(name) for name in plot.categories)
            for series in plot.series:
                yield squeezed(series.name)
                yield from (f"{value:g}" for value in series.values)
    yield squeezed(shape._element.xpath(".//p:cNvPr")[0].get("descr", ""))


@cache
def slides_of(outline: Outline) -> list[list[str]]:
    """For every slide of the deck, read back from its bytes: its shapes' texts, then its notes."""
    deck = pptx.Presentation(io.BytesIO(compile_deck(outline)))
    return [
        [
            *shape_texts(slide),
            *([squeezed(slide.notes_slide.notes_text_frame.text)] if slide.has_notes_slide else []),
        ]
        for slide in deck.slides
    ]


@cache
def nodes_of(outline: Outline) -> list[str]:
    """For every group of the map, its words and its tooltip; the map's description first."""
    root = ElementTree.fromstring(compile_map(outline))
    places = [root.find(SVG + "title"), root.find(SVG + "desc"), *root.findall(f".//{SVG}g")]
    single = root.findall(f"{SVG}text")  # a cross-link's label stands in no group
    places.extend(single)
    texts: list[str] = []
    for place in places:
        if place is None:
            continue
        lines = [child for child in place if child.tag != SVG + "title"] or [place]
        texts.append(squeezed("".join("".join(line.itertext()) for line in lines)))
        texts.extend(squeezed("".join(title.itertext())) for title in place.findall(SVG + "title"))
    texts.append("".join(texts[-len(single) :]))  # and may take several lines
    return texts


def has_minutes(outline: Outline, places: list[str]) -> bool:
    """Tell whether the minutes of reading are told, as minutes or as hours."""
    minutes = outline.reading.minutes
    forms = (form.format(amount) for form in TIMES for amount in (minutes, minutes / 60))
    return not minutes or any(form in place for form in forms for place in places)


def test_no_word_is_lost_in_the_deck(outline: Outline) -> None:
    """Every phrase of the outline stands on a slide or in the notes of its .pptx file."""
    places = [text for slide in slides_of(outline) for text in slide]
    phrases = [*head_words(outline)]
    for topic in told(outline, without="map"):
        phrases.extend(topic_words(topic))
    assert lost(phrases, places) == []
    assert has_minutes(outline, places)


def test_no_word_is_lost_on_the_map(outline: Outline) -> None:
    """Every phrase stands in a node, in its tooltip, on a cross-link, or in the description."""
    places = nodes_of(outline)
    phrases = [*head_words(outline)]
    for topic in told(outline, without="deck"):
        phrases.extend(topic_words(topic))
    assert lost(phrases, places) == []
    assert has_minutes(outline, places)


def test_a_title_and_its_gist_are_told_together(outline: Outline) -> None:
    """A topic's gist stands on a slide that also names the topic."""
    slides = slides_of(outline)
    apart = [
        (plain(topic.title), plain(topic.gist))
        for topic in told(outline, without="map")
        if topic.gist
        and all(lost((plain(topic.title), plain(topic.gist)), slide) for slide in slides)
    ]
    assert apart == []


def test_what_is_for_the_other_is_left_out(rich_path: Path) -> None:
    """`only: map` stays off the slides and out of the notes, `only: deck` off the map."""
    outline = outline_at(rich_path)
    slides = [text for slide in slides_of(outline) for text in slide]
    map_only, deck_only = ("讲的时候不说", "图上的备注"), ("图上不画", "台上的备注")
    assert lost(map_only, slides) == list(map_only)
    assert lost(deck_only, slides) == []
    assert lost(deck_only, nodes_of(outline)) == list(deck_only)


def test_a_text_that_was_cut_is_in_the_notes_once(rich_path: Path) -> None:
    """Its last sentence stands in one place of the deck, the notes of the slide that begins it."""
    slides = slides_of(outline_at(rich_path.parent / "long.yaml"))
    cut = ("标题", "要旨", "要点", "点旨", "三层", "四层", "末层", "单元", "引文", "说明", "书名")
    last = {place: squeezed(too_long(place))[-40:] for place in cut}
    counts = {
        place: sum(text.count(words) for slide in slides for text in slide)
        for place, words in last.items()
    }
    assert counts == dict.fromkeys(cut, 1)


def test_tags_are_the_decks_keywords(rich_path: Path) -> None:
    """Tags are for finding files: they stand in the document's properties."""
    deck = pptx.Presentation(io.BytesIO(compile_deck(outline_at(rich_path))))
    assert deck.core_properties.keywords == "方法, 工具"


def test_a_lost_word_is_noticed() -> None:
    """The comparison itself: whole phrases, chains in parts, spaces of no account."""
    places = ["口碑铁三角", "甲", "乙", "丙", "HelloWorld"]
    assert lost(["铁 三角", "甲 → 乙 → 丙", "Hello World", ""], places) == []
    assert lost(["铁三角甲", "甲 → 丁", "hello"], places) == ["铁三角甲", "甲→丁", "hello"]
