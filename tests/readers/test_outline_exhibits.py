"""Quotes, pictures, tables, charts and listings."""

from __future__ import annotations

import math

import pytest
from outline_reading import PNG, marked, outline_of, problems_of, reading

from deckgen.model.origin import Origin
from deckgen.model.outline import Chart, Code, Exhibit, Picture, Quote, Table
from deckgen.model.richtext import rich

HEAD = "title: 题\ntopics:\n- 甲:\n"
PLACE = Origin("talk.yaml", 4, 12)


def exhibit(field: str, files: dict[str, bytes] | None = None) -> Exhibit:
    (found,) = outline_of(f"{HEAD}    {field}\n", files).topics[0].exhibits
    return found


def problem(field: str, files: dict[str, bytes] | None = None) -> str:
    (found,) = problems_of(f"{HEAD}    {field}\n", files)
    return found


def test_a_quote_is_text_or_parts():
    """The form “…”——somebody names the speaker."""
    assert exhibit("quote: 好产品会说话") == Quote(rich("好产品会说话"), origin=PLACE)
    assert exhibit("quote: “好产品”——雷军") == Quote(rich("好产品"), by="雷军", origin=PLACE)
    assert exhibit("quote: {text: 好, by: 雷军, source: 书, page: 56}") == Quote(
        rich("好"), "雷军", "书", "56", PLACE
    )
    assert problem("quote: {by: 雷军}") == "4:12 error: 'quote' has no 'text' | add 'text: …'"
    assert problem("quote: [好]") == (
        "4:12 error: 'quote' takes text or fields, not a list"
        " | its fields are: text, by, source, page"
    )


def test_a_picture_is_loaded():
    """A path or parts; PNG and JPEG are told by their bytes."""
    assert exhibit("image: a.png", {"a.png": PNG}) == Picture("a.png", PNG, origin=PLACE)
    jpeg = b"\xff\xd8\xff\xe0"
    assert exhibit("image: {src: b, alt: 图, caption: 注, fit: cover}", {"b": jpeg}) == Picture(
        "b", jpeg, "图", rich("注"), "cover", PLACE
    )


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("image: x.png", "4:12 error: no file 'x.png' | check the path"),
        ("image: a.webp", "4:12 error: 'a.webp' is a WebP picture | save it as PNG or JPEG"),
        ("image: a.txt", "4:12 error: 'a.txt' is no picture | save it as PNG or JPEG"),
        ("image: a.svg", "4:12 error: 'a.svg' is an SVG picture | save it as PNG or JPEG"),
        ("image: {alt: 图}", "4:12 error: 'image' has no 'src' | add 'src: …'"),
    ],
)
def test_pictures_that_cannot_be_shown(field, told):
    """A missing or foreign file is an error at its place in the outline."""
    files = {"a.webp": b"RIFF1234WEBPVP8 ", "a.txt": b"text", "a.svg": b"<svg/>"}
    assert problem(field, files) == told


def test_a_table_is_rows_or_a_csv_file():
    """Rows of cells with inline Markdown; CSV in UTF-8 or GB18030."""
    table = exhibit("table: [[书, 年], [**参与感**, 2014]]".replace("**参与感**", "'**参与感**'"))
    assert isinstance(table, Table)
    assert [[marked(cell) for cell in row] for row in table.rows] == [
        ["书", "年"],
        ["<b>参与感</b>", "2014"],
    ]
    outline, problems = reading(
        f"{HEAD}    table: a.csv\n", {"a.csv": '书,年\r\n"参,与",2014\r\n'.encode("gb18030")}
    )
    assert outline is not None
    (table,) = outline.topics[0].exhibits
    assert table == Table(((rich("书"), rich("年")), (rich("参,与"), rich("2014"))), PLACE)
    assert problems == ["0:0 note: read as GB18030 | save it as UTF-8 to be sure"]


def test_ragged_rows_are_filled_up():
    """A short row is told of, and filled with empty cells."""
    outline, problems = reading(f"{HEAD}    table: [[a, b], [c]]\n")
    assert problems == ["4:21 warning: this row has 1 of 2 cells; the rest stay empty"]
    assert outline is not None
    assert outline.topics[0].exhibits == (Table(((rich("a"), rich("b")), (rich("c"), ())), PLACE),)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("table: []", "4:12 error: the table has no rows | write each row as - [a, b]"),
        (
            "table: {a: b}",
            "4:12 error: 'table' takes rows, not a mapping | write each row as - [a, b]",
        ),
        (
            "table: [a]",
            "4:13 error: a row of 'table' is a list, not text | write each row as - [a, b]",
        ),
        ("table: [[{a: b}]]", "4:14 error: a cell takes text, not a mapping | put it in quotes"),
        ("table: x.csv", "4:12 error: no file 'x.csv' | check the path"),
        ("chart: x", "4:12 error: no file 'x' | check the path"),
        (
            "chart: {kind: pi, categories: [a], series: {x: [1]}}",
            "4:19 error: unknown kind 'pi' | did you mean 'pie'?",
        ),
        ("chart: {categories: [a]}", "4:12 error: 'chart' has no 'series' | add 'series: …'"),
        (
            "chart: {categories: [a], series: {x: [1, 2]}}",
            "4:12 error: the series 'x' has 2 numbers for 1 categories | leave a gap as ~",
        ),
        (
            "chart: {categories: [a], series: {x: 12万}}",
            "4:42 error: '12万' is not a number | write the number alone: 120000",
        ),
        (
            "chart: {categories: [a], series: {x: -1e15}}",
            "4:42 error: '-1e15' is too large to be drawn | write it in a larger unit",
        ),
        (
            "chart: {categories: [a], series: [1]}",
            "4:38 error: 'series' takes names and numbers, not a list | write {name: [1, 2]}",
        ),
        (
            "chart: a.csv",
            "4:12 error: 'a.csv' holds no numbers to draw"
            " | first row: names of the series; then a category and its numbers a row",
        ),
    ],
)
def test_tables_and_charts_that_cannot_be_read(field, told):
    """Each mistake is told at its cell, row or field."""
    assert problem(field, {"a.csv": b"a\n"}) == told


def test_a_chart_is_parts_or_a_csv_file():
    """Numbers a category; an empty one is a gap."""
    chart = exhibit(
        "chart: {kind: line, categories: [a, b], series: {x: [1, -2.5], y: ['1,200', ~]}}"
    )
    assert isinstance(chart, Chart)
    assert (chart.kind, chart.categories, chart.series[0]) == ("line", ("a", "b"), ("x", (1, -2.5)))
    name, (first, gap) = chart.series[1]
    assert (name, first, math.isnan(gap)) == ("y", 1200, True)
    table = {"a.csv": "\ufeff年;去年;今年\n甲;1;2\n乙;3;4\n".encode()}
    assert exhibit("chart: a.csv", table) == Chart(
        "column", ("甲", "乙"), (("去年", (1.0, 3.0)), ("今年", (2.0, 4.0))), PLACE
    )


def test_code_is_kept_to_the_letter():
    """Indents, marks and blank lines of a listing stay."""
    assert exhibit("code: |\n      def f():\n\n          return '**x**'\n") == Code(
        "def f():\n\n    return '**x**'", origin=Origin("talk.yaml", 4, 11)
    )
    assert exhibit("code: {lang: python, text: x = 1}") == Code(
        "x = 1", "python", Origin("talk.yaml", 4, 11)
    )
