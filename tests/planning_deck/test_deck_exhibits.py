"""Tables, charts, pictures and listings on slides: alone, beside points, and before them."""

from __future__ import annotations

import pytest
from deckplan import dump, of_topic, outline, plan, topic

from deckgen.model.outline import Chart, Code, Exhibit, Picture, Quote, Table
from deckgen.model.richtext import rich
from deckgen.problems import Report

TABLE = Table(((rich("年"), rich("人")), (rich("2015"), rich("6亿"))))
CHART = Chart("bar", ("甲", "乙"), (("用户", (1, 2.5)),))
PICTURE = Picture("a.png", b"\x89PNG", alt="曲线")
CODE = Code("a = 1", "python")


@pytest.mark.parametrize(
    ("exhibit", "layout"),
    [(TABLE, "table"), (CHART, "chart"), (PICTURE, "image"), (CODE, "code")],
)
def test_an_exhibit_without_points_is_a_slide(exhibit: Exhibit, layout: str) -> None:
    """Its field names the layout; the gist is the lead; nothing is warned of."""
    report = Report()
    slide = plan(outline(topic("数字", gist="涨", exhibits=(exhibit,))), report).slides[1]
    assert dump((slide,)) == f"t1 {layout} | 数字 | 涨\n"
    assert slide.exhibits == (exhibit,)
    assert slide.reason == f"{layout}: the field '{layout}'"
    assert not report.problems


@pytest.mark.parametrize(
    ("exhibit", "layout"), [(CHART, "chart"), (PICTURE, "image"), (CODE, "code")]
)
def test_points_stand_with_a_picture_a_chart_or_one_listing(exhibit: Exhibit, layout: str) -> None:
    (slide,) = of_topic(topic("数字", "涨了", "又涨了", exhibits=(exhibit,)))
    assert dump((slide,)) == f"t1 {layout} | 数字 |  | 涨了, 又涨了\n"
    assert slide.exhibits == (exhibit,)


def test_tables_and_listings_stand_before_the_points() -> None:
    """A top topic with both is divided; below, the points come first."""
    told = topic("数字", "涨了", "又涨了", exhibits=(TABLE, CODE), gist="说")
    assert dump(of_topic(told)) == (
        "s1 section | 数字 | 说\n"
        "t1 table | 数字\n"
        "t1e2 code | 数字\n"
        "t1.1+ bullets | 数字 |  | 涨了, 又涨了\n"
    ).replace("bullets", of_topic(told)[-1].layout)
    below = of_topic(topic("部分", told))
    assert [(slide.key, slide.layout) for slide in below[1:]] == [
        ("t1.1", below[1].layout), ("t1.1e1", "table"), ("t1.1e2", "code"),
    ]  # fmt: skip


def test_a_figure_of_points_keeps_its_slide() -> None:
    """Opposites with a picture: the comparison, and the picture on a slide of its own."""
    sides = (topic("过去", "渠道", "流量"), topic("现在", "产品", "口碑"))
    slides = of_topic(topic("转变", *sides, exhibits=(PICTURE,)))
    assert [slide.layout for slide in slides] == ["section", "compare", "image"]


def test_an_asked_layout_puts_points_beside_the_picture() -> None:
    sides = (topic("过去", "渠道", "流量"), topic("现在", "产品", "口碑"))
    slides = of_topic(topic("转变", *sides, exhibits=(PICTURE,), layout="image"))
    assert [(slide.layout, len(slide.items)) for slide in slides] == [("image", 2)]


def test_a_layout_without_its_exhibit_is_a_warning() -> None:
    report = Report()
    plan(outline(topic("数字", "一", "二", layout="table")), report)
    assert [problem.message for problem in report.problems] == [
        "layout 'table' needs a table and no points beside it, and '数字' has 2 points"
    ]


def test_a_quotation_and_a_table_each_have_a_slide() -> None:
    slides = of_topic(topic("数字", exhibits=(Quote(rich("话"), "某人"), TABLE), gist="说"))
    assert [(slide.key, slide.layout) for slide in slides] == [("t1", "quote"), ("t1e2", "table")]
