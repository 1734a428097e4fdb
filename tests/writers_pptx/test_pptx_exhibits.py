"""Tables, charts and pictures in the file: native, themed, editable, the same bytes twice."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pptx
import pytest
from PIL import Image

from deckgen import compile_deck, read_outline
from deckgen.model.outline import Chart
from deckgen.writers.pptx.workbook import workbook

TALK = """
title: 数
topics:
- 表: {table: [[年, 人], ["2015", 6亿]]}
- 图: {chart: {kind: KIND, categories: ["1", "2"], series: {甲: [1, 2.5], 乙: [3, ~]}}}
- 照片: {image: {src: dot.png, alt: 一个红点}, points: [看, 再看]}
"""


def deck_of(folder: Path, kind: str = "column") -> bytes:
    Image.new("RGB", (80, 40), "red").save(folder / "dot.png")
    path = folder / "talk.yaml"
    path.write_text(TALK.replace("KIND", kind), "utf-8")
    return compile_deck(read_outline(path))


def shapes_of(blob: bytes) -> list[Any]:
    deck = pptx.Presentation(io.BytesIO(blob))
    return [shape for slide in deck.slides for shape in slide.shapes]


def test_a_table_is_a_table(tmp_path: Path) -> None:
    """Its cells hold the words, its style is the deck's own, written in theme colours."""
    blob = deck_of(tmp_path)
    (table,) = (shape for shape in shapes_of(blob) if shape.has_table)
    cells = [[cell.text for cell in row.cells] for row in table.table.rows]
    assert cells == [["年", "人"], ["2015", "6亿"]]
    assert table.is_placeholder
    styles = zipfile.ZipFile(io.BytesIO(blob)).read("ppt/tableStyles.xml").decode()
    used = re.findall(r"<a:tableStyleId>(.*?)<", table._element.xml)
    assert f'styleId="{used[0]}"' in styles
    assert "srgbClr" not in styles


@pytest.mark.parametrize("kind", ["bar", "column", "line", "area", "scatter"])
def test_a_chart_is_a_chart(tmp_path: Path, kind: str) -> None:
    """python-pptx reads its series back; its colours are the theme's; its workbook opens."""
    blob = deck_of(tmp_path, kind)
    (frame,) = (shape for shape in shapes_of(blob) if shape.has_chart)
    told = {series.name: tuple(series.values) for series in frame.chart.plots[0].series}
    assert told == {"甲": (1, 2.5), "乙": (3, None)}
    package = zipfile.ZipFile(io.BytesIO(blob))
    chart = package.read("ppt/charts/chart1.xml").decode()
    assert "srgbClr" not in chart
    assert chart.count("prstDash") == (kind == "line")  # every other stroke
    sheet = zipfile.ZipFile(io.BytesIO(package.read("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")))
    assert "xl/worksheets/sheet1.xml" in sheet.namelist()


@pytest.mark.parametrize(("count", "turned"), [(4, 0), (40, 1)])
def test_names_without_room_may_be_turned(tmp_path: Path, count: int, turned: int) -> None:
    """LibreOffice breaks level names between any two letters, whatever is to be left out."""
    names, values = [f"第{n}个" for n in range(count)], list(range(count))
    told = f"- 图: {{chart: {{kind: line, categories: {names}, series: {{甲: {values}}}}}}}"
    path = tmp_path / "talk.yaml"
    path.write_text(f"title: 数\ntopics:\n{told}\n", "utf-8")
    blob = compile_deck(read_outline(path))
    chart = zipfile.ZipFile(io.BytesIO(blob)).read("ppt/charts/chart1.xml").decode()
    axis = chart.split("c:catAx>")[1]
    assert axis.count('<a:bodyPr vert="horz"/>') == turned
    assert axis.count('<c:tickLblSkip val="1"/>') == 1 - turned


def test_marks_stand_where_our_picture_has_them(tmp_path: Path) -> None:
    """The plot's area is told, and where a scatter chart's lower axis ends: no program guesses."""
    chart = zipfile.ZipFile(io.BytesIO(deck_of(tmp_path, "scatter"))).read("ppt/charts/chart1.xml")
    area = dict(re.findall(r'<c:([xywh]) val="([\d.]+)"/>', chart.decode().split("c:legend>")[0]))
    assert list(area) == ["x", "y", "w", "h"]
    assert float(area["x"]) + float(area["w"]) < 1 > float(area["y"]) + float(area["h"])
    assert len(re.findall("<c:(?:max|min|majorUnit) ", chart.decode())) == 6


def test_a_workbook_takes_nothing_for_a_formula() -> None:
    """The same numbers give the same bytes, and `=1+1` stays text."""
    chart = Chart("column", ("=1+1", "乙"), (("=A1", (1.0, float("nan"))),))
    blob = workbook(chart)
    assert blob == workbook(chart)
    package = zipfile.ZipFile(io.BytesIO(blob))
    assert "<f>" not in package.read("xl/worksheets/sheet1.xml").decode()
    assert b"1980-01-01" in package.read("docProps/core.xml")


def test_a_picture_fills_its_placeholder(tmp_path: Path) -> None:
    (picture,) = (shape for shape in shapes_of(deck_of(tmp_path)) if hasattr(shape, "image"))
    assert picture.is_placeholder
    assert picture._element.xpath(".//p:cNvPr")[0].get("descr") == "一个红点"
    assert picture.width / picture.height == pytest.approx(2, rel=0.01)


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    assert deck_of(tmp_path) == deck_of(tmp_path)
