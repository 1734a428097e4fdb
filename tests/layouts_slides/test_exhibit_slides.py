"""Tables, charts, pictures and listings on the page: measured, split, never stretched."""

from __future__ import annotations

import math
from dataclasses import replace
from io import BytesIO

import pytest
from patience import patience
from PIL import Image as Pixels
from slides_at_hand import ASPECTS, THEMES, boxes_of, faults, pages_of, slide, text_of, theme

from deckgen.layouts.slides._scale import format_of, scale_of, ticks
from deckgen.model.color import Color, ColorRole, Tone
from deckgen.model.deck import Slide
from deckgen.model.outline import Chart, Code, Exhibit, Picture, Table
from deckgen.model.richtext import plain, rich
from deckgen.model.scene import ChartShape, Image, Page, Path, TableShape
from deckgen.model.style import Align
from deckgen.model.units import Rect, Size, inches
from deckgen.pixels import PictureError, prepare, upright_size
from deckgen.problems import Report


def showing(layout: str, exhibit: Exhibit, *items: str, lead: str = "") -> Slide:
    return replace(slide(layout, *items, lead=lead), exhibits=(exhibit,))


def rows(count: int, *cells: str) -> Table:
    body = tuple(tuple(rich(cell.format(n)) for cell in cells) for n in range(1, count + 1))
    return Table((tuple(rich(f"栏{n}") for n in range(1, len(cells) + 1)), *body))


def table_of(page: Page) -> TableShape:
    return next(shape for shape in page.shapes if isinstance(shape, TableShape))


def picture(width: int, height: int, kind: str = "PNG", **options: object) -> bytes:
    blob = BytesIO()
    Pixels.new("RGB", (width, height), (10, 120, 200)).save(blob, kind, **options)
    return blob.getvalue()


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("count", [1, 4, 30])
def test_a_table_stays_in_its_frame(name: str, aspect: str, count: int) -> None:
    """Rows fill the width, each slide repeats the head, and no row is lost."""
    look = theme(name, aspect)
    pages = pages_of(showing("table", rows(count, "第{}章", "一句话说清这一章", "{}0")), look)
    body = look.grid.body
    told = []
    for page in pages:
        shape = table_of(page)
        assert Rect(body.x, body.y, body.width, body.height).contains(shape.frame)
        assert shape.frame.width == body.width
        assert [text_of(cell) for cell in shape.cells[0]] == ["栏1", "栏2", "栏3"]
        told += [text_of(row[0]) for row in shape.cells[1:]]
        for cell in (cell for row in shape.cells for cell in row):
            assert cell.text.height <= cell.frame.inset(cell.text.insets).height
    assert told == [f"第{n}章" for n in range(1, count + 1)]


def test_a_table_goes_on_as_it_began() -> None:
    """Columns, alignment and size stay, whatever the later rows hold."""
    table = rows(30, "第{}章", "{}")
    head, first, *others = table.rows
    table = replace(table, rows=(head, (first[0], rich("一个很长的名字，不是数字")), *others))
    pages = pages_of(showing("table", table), theme())
    looks = [
        [(cell.frame.width, cell.text.paragraphs[0].size_pt, cell.text.paragraphs[0].style.align)]
        for page in pages
        for cell in table_of(page).cells[1]
    ]
    assert len(pages) > 2
    assert looks == looks[:2] * len(pages)


def test_a_table_of_thousands_is_measured_a_page_at_a_time() -> None:
    """Each row is measured once for the columns and once where it stands."""
    with patience(5):
        pages = pages_of(showing("table", rows(1000, "第{}章", "一句话", "{}0")), theme())
        assert sum(len(table_of(page).cells) - 1 for page in pages) == 1000


def test_no_character_stands_alone_in_a_cell() -> None:
    """The cell's own inset grows a little, as a frame's does."""
    words = "拉新与事件传播发起话题请用户转发送出工程机" * 2
    for length in range(22, 42):
        shape = table_of(pages_of(showing("table", rows(2, *[words[:length]] * 3)), theme())[0])
        (paragraph,) = shape.cells[1][0].text.paragraphs
        assert len(plain(paragraph.lines[-1].runs)) > 1


def test_numbers_stand_right_under_their_head() -> None:
    """They are where their places line up, and keep off the column of words after them."""
    shape = table_of(pages_of(showing("table", rows(2, "店{}", "{},000", "好")), theme())[0])
    aligns = [[cell.text.paragraphs[0].style.align for cell in row] for row in shape.cells]
    assert aligns == [[Align.LEFT, Align.RIGHT, Align.LEFT]] * 3
    insets = [cell.text.insets.right for cell in shape.cells[1]]
    assert insets[1] > 2 * insets[0] == 2 * insets[2]  # off the words that follow


def test_a_table_of_words_is_larger_than_one_of_sentences() -> None:
    """The largest is for cells that are all of one line; verdicts stand in the middle."""
    told = []
    for cells in (("店{}", "好", "✓"), ("店{}", "一句要说得长一些的话" * 5, "✗")):
        shape = table_of(pages_of(showing("table", rows(2, *cells)), theme())[0])
        first = shape.cells[1][0].text.paragraphs[0]
        told.append((first.size_pt, shape.cells[0][2].text.paragraphs[0].style.align))
    assert told == [(24, Align.CENTER), (20, Align.CENTER)]


def test_a_table_is_told_in_words() -> None:
    shape = table_of(pages_of(showing("table", rows(2, "店{}", "{}")), theme())[0])
    assert shape.alt == "表格，2 列：栏1、栏2；2 行：店1、店2"


def test_a_table_that_cannot_be_set_becomes_a_list() -> None:
    """Forty columns: a row is an item, its cells stand under the names of their columns."""
    wide = rows(1, *["单元{}"] * 40)
    report = Report()
    pages = pages_of(showing("table", wide), theme(), report)
    assert not any(isinstance(shape, TableShape) for shape in pages[0].shapes)
    words = "".join(text_of(box) for page in pages for box in boxes_of(page.shapes))
    assert all(f"栏{n}：单元1" in words for n in range(2, 41))
    assert "is set as a list" in str(report.problems[0])
    many = pages_of(showing("table", rows(30, *["单元{}"] * 40)), theme())
    assert "栏40：单元30" in text_of([*boxes_of(many[-1].shapes)][-1])  # longer, yet it ends


def test_a_picture_that_nobody_would_see_is_told() -> None:
    """A column of pixels, and one alone."""
    for width, height, is_told in ((1, 900, True), (1, 1, True), (40, 900, False)):
        report = Report()
        pages_of(showing("image", Picture("a.png", picture(width, height), "蓝")), theme(), report)
        told = ["the picture 'a.png' is shown as a mere line or dot"] * is_told
        assert [problem.message for problem in report.problems] == told


def test_a_picture_keeps_its_ratio() -> None:
    """Upright, flat, tiny: shown whole, inside its frame."""
    for width, height in ((1600, 400), (400, 1600), (900, 900)):
        for told in ((), ("一点", "两点")):
            shown = Picture("a.png", picture(width, height), "一块蓝")
            (page,) = pages_of(showing("image", shown, *told), theme())
            (image,) = (shape for shape in page.shapes if isinstance(shape, Image))
            ratio = image.frame.width / image.frame.height
            assert math.isclose(ratio, width / height, rel_tol=0.01)
            assert image.alt == "一块蓝"
            room = theme().layouts[page.layout].placeholder(1).frame
            assert room.contains(image.frame)


def test_a_picture_covers_its_frame_when_asked() -> None:
    shown = Picture("a.png", picture(1600, 400), fit="cover")
    (page,) = pages_of(showing("image", shown, "一点"), theme())
    (image,) = (shape for shape in page.shapes if isinstance(shape, Image))
    assert image.frame == theme().layouts[page.layout].placeholder(1).frame
    width, height = upright_size(image.blob)
    assert math.isclose(width / height, image.frame.width / image.frame.height, rel_tol=0.01)


def test_points_without_room_follow_the_picture() -> None:
    """The picture is shown alone, the points on the next slide; none is lost."""
    long = tuple(
        "这是一条很长很长的要点，说了许多许多的话，一直说到这一行满了为止" * 2 for _ in range(6)
    )
    pages = pages_of(showing("image", Picture("a.png", picture(800, 600)), *long), theme())
    assert [page.kind for page in pages][:2] == ["image", "bullets"]
    words = "".join(text_of(box) for page in pages for box in boxes_of(page.shapes))
    assert words.count("这是一条很长") == 12


def test_large_pictures_are_scaled_to_what_a_projector_shows() -> None:
    shown = prepare(picture(6000, 3000, "JPEG"), Size(inches(10), inches(6)))
    assert upright_size(shown.blob) == (1440, 720)
    assert shown.blob == prepare(picture(6000, 3000, "JPEG"), Size(inches(10), inches(6))).blob


def test_pictures_are_turned_upright_and_keep_no_diary() -> None:
    """An orientation in Exif is carried out, then all of Exif is gone."""
    exif = Pixels.Exif()
    exif[274], exif[271] = 6, "Camera"
    shown = prepare(picture(400, 200, "JPEG", exif=exif), Size(inches(4), inches(4)))
    assert upright_size(shown.blob) == (200, 400)
    assert b"Camera" not in shown.blob


def test_a_fitting_picture_is_not_touched() -> None:
    blob = picture(400, 200, "JPEG")
    assert prepare(blob, Size(inches(8), inches(4))).blob is blob


def test_pictures_that_would_fill_the_memory_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.pixels.MOST_PIXELS", 100)
    with pytest.raises(PictureError, match="20 × 10 pixels, too many"):
        upright_size(picture(20, 10))


def test_a_broken_picture_is_a_problem_at_its_line() -> None:
    report = Report()
    pages_of(showing("image", Picture("a.png", picture(300, 300)[:60])), theme(), report)
    assert [problem.message[:34] for problem in report.problems] == [
        "the picture 'a.png' cannot be read"
    ]


def test_a_picture_stands_as_its_shape_asks() -> None:
    """A panorama over its points, an upright one beside them, a small one close to its caption."""
    layouts = []
    for width, height, told in ((1200, 300, "一点"), (300, 600, "一点"), (40, 40, "")):
        shown = Picture("a.png", picture(width, height), caption=() if told else rich("小图"))
        page = pages_of(showing("image", shown, *filter(None, (told,))), theme())[0]
        layouts.append(page.layout)
    assert layouts == ["image-below", "image-tall", "image-low-caption"]


def test_code_keeps_its_indentation_and_its_colours() -> None:
    listing = Code("def f(x):\n    return 'a'  # so\n", "python")
    (page,) = pages_of(showing("code", listing), theme())
    (box,) = (box for box in boxes_of(page.shapes) if box.placeholder == 1)
    assert text_of(box) == "def f(x):\n    return 'a'  # so"
    keyword = box.text.paragraphs[0].runs[0]
    assert (keyword.text, keyword.color) == ("def", Color(ColorRole.ACCENT1, Tone.INK))


def test_a_language_nobody_knows_is_plain() -> None:
    (page,) = pages_of(showing("code", Code("def f", "klingon")), theme())
    (box,) = (box for box in boxes_of(page.shapes) if box.placeholder == 1)
    assert [run.color for run in box.text.paragraphs[0].runs] == [None]


@pytest.mark.parametrize("count", [1, 8, 14, 40, 120])
def test_listings_of_any_length(count: int) -> None:
    """All lines are shown, in order, at 16 points or more, and nothing overflows."""
    listing = Code("\n".join(f"line_{n} = {n}" for n in range(count)))
    shown = []
    for page in pages_of(showing("code", listing), theme()):
        assert faults(page, theme()) == []
        (box,) = (box for box in boxes_of(page.shapes) if box.placeholder == 1)
        shown += [plain(paragraph.runs) for paragraph in box.text.paragraphs]
        assert min(paragraph.size_pt for paragraph in box.text.paragraphs) >= 16
    assert shown == listing.text.split("\n")


def test_a_short_listing_is_large_and_its_ground_low() -> None:
    """The size is the largest that breaks no line; parts of one listing are of one size."""
    told = []
    for text in ("pip install deckgen", "x" * 60, "\n".join("abc" * 7 for _ in range(15))):
        pages = pages_of(showing("code", Code(text)), theme())
        boxes = [box for page in pages for box in boxes_of(page.shapes) if box.placeholder == 1]
        told.append(
            [
                (page.layout, box.text.paragraphs[0].size_pt)
                for page, box in zip(pages, boxes, strict=True)
            ]
        )
    assert told == [[("code-2", 28)], [("code-2", 20)], [("code-6", 16), ("code-5", 16)]]


def test_points_stand_under_a_listing_or_follow_it() -> None:
    """Under it at a size at which both fit; otherwise the listing is as large as it can be."""
    layouts = []
    for lines, points in ((3, 2), (5, 2), (3, 8)):
        listing = Code("\n".join(["abc"] * lines))
        told = [f"第{n}点" for n in range(points)]
        pages = pages_of(showing("code", listing, *told), theme())
        assert [fault for page in pages for fault in faults(page, theme())] == []
        layouts.append([page.layout for page in pages])
    assert layouts == [["code-4-text"], ["code-5-text"], ["code-4", "bullets"]]


CHART = Chart("column", ("甲", "乙", "丙"), (("去年", (1, 2, 3)),))


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("kind", ["bar", "column", "line", "pie", "area", "scatter"])
@pytest.mark.parametrize("series", [1, 3])
def test_charts_stay_in_their_frame(kind: str, series: int, aspect: str) -> None:
    """Every kind, one series and three, gaps included: drawn, and told in words."""
    values = tuple((f"系{n}", (n + 1.5, math.nan, 4.0 * n + 1, 7.0)) for n in range(series))
    chart = Chart(kind, ("1", "2", "3", "4"), values)
    look = theme("base", aspect)
    for told in ((), ("一点", "两点")):
        (page,) = pages_of(showing("chart", chart, *told), look)
        (shape,) = (shape for shape in page.shapes if isinstance(shape, ChartShape))
        for box in boxes_of(shape.drawn):
            assert shape.frame.contains(box.frame), box.name
            lines = [line for one in box.text.paragraphs for line in one.lines]
            assert "".join(plain(line.runs) for line in lines) in ("", box.name)
        assert shape.has_legend == (shape.chart.kind != "pie")
        assert "系0" in shape.alt


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_numbers_below_zero_stand_beyond_their_bars(kind: str) -> None:
    """As PowerPoint writes them, and off the categories' names, all in the plot's own area."""
    chart = Chart(kind, ("甲", "乙"), (("x", (-12, -3)),))
    (page,) = pages_of(showing("chart", chart), theme())
    (shape,) = (shape for shape in page.shapes if isinstance(shape, ChartShape))
    bars = [box for box in boxes_of(shape.drawn) if box.name == "x"]
    bars = [box for box in bars if shape.area.contains(box.frame)]  # not the legend
    for bar, name in zip(bars, ("-12", "-3"), strict=True):
        (label,) = (box.frame for box in boxes_of(shape.drawn) if box.name == name)
        assert shape.area.contains(label)
        if kind == "bar":
            assert (label.right < bar.frame.x, label.center_y) == (True, bar.frame.center_y)
        else:
            assert (label.y, label.center_x) == (bar.frame.bottom, bar.frame.center_x)


def test_areas_stand_one_on_another() -> None:
    """None is hidden; the axis goes to the sum, and is written without its numbers' decimals."""
    chart = Chart("area", ("甲", "乙"), (("一", (30.5, 50)), ("二", (10, math.nan))))
    (page,) = pages_of(showing("chart", chart), theme())
    (shape,) = (shape for shape in page.shapes if isinstance(shape, ChartShape))
    assert (shape.scale, shape.number_format) == ((0, 50, 10), "0")
    low, high = (one for one in shape.drawn if isinstance(one, Path) and one.closed)
    first, last = low.points[0], low.points[3]  # straight lines: two controls, then the next corner
    assert [high.points[0].y < first.y, high.points[3]] == [True, last]


def test_lines_are_told_apart_without_colour() -> None:
    """Strokes have a colour that words may have, and every other one is dashed; grounds do not."""
    series = tuple((name, (1, 2)) for name in ("甲", "乙", "丙"))
    (page,) = pages_of(showing("chart", Chart("line", ("1", "2"), series)), theme())
    (shape,) = (shape for shape in page.shapes if isinstance(shape, ChartShape))
    strokes = [one.line for one in shape.drawn if isinstance(one, Path) and one.name in "甲乙丙"]
    assert [stroke.dashed for stroke in strokes] == [False, True, False]
    assert {stroke.color.tone for stroke in strokes} == {Tone.INK}


def test_one_series_is_named_unless_the_title_says_it() -> None:
    told = [replace(CHART, series=((name, (1, 2, 3)),)) for name in ("万台", "标题", "")]
    pages = [pages_of(showing("chart", one), theme())[0] for one in told]
    shapes = [shape for page in pages for shape in page.shapes if isinstance(shape, ChartShape)]
    assert [shape.has_legend for shape in shapes] == [True, False, False]


MONTHS = tuple(f"{month}月" for month in (*"一二三四五六七八九十", "十一", "十二"))


@pytest.mark.parametrize(
    ("kind", "aspect", "drawn", "named"),
    [
        ("column", "16:9", "column", 12),
        ("column", "4:3", "bar", 12),
        ("line", "4:3", "line", 12),
        ("area", "4:3", "area", 6),
    ],
)
def test_no_name_of_a_category_is_broken(kind: str, aspect: str, drawn: str, named: int) -> None:
    """Where twelve months are too wide side by side, columns lie down, areas name every second."""
    chart = Chart(kind, MONTHS, (("万台", tuple(range(1, 13))),))
    report = Report()
    (page,) = pages_of(showing("chart", chart), theme("base", aspect), report)
    (shape,) = (shape for shape in page.shapes if isinstance(shape, ChartShape))
    labels = [box for box in boxes_of(shape.drawn) if box.name in MONTHS and box.text.paragraphs]
    assert (shape.chart.kind, len(labels)) == (drawn, named)
    assert shape.every * named == len(MONTHS)
    assert len(report.problems) == (named < len(MONTHS))
    assert all(len(one.lines) == 1 for box in labels for one in box.text.paragraphs)


def test_a_chart_is_told_in_words() -> None:
    (page,) = pages_of(showing("chart", CHART), theme())
    (shape,) = (shape for shape in page.shapes if isinstance(shape, ChartShape))
    assert shape.alt == "柱形图，标题。去年：甲 1，乙 2，丙 3"


@pytest.mark.parametrize(
    ("chart", "kind"),
    [
        (replace(CHART, kind="pie", series=(*CHART.series, ("今年", (1, 1, 1)))), "column"),
        (Chart("pie", ("甲", "乙"), (("一", (1, -1)),)), "column"),
        (replace(CHART, kind="scatter"), "line"),
        (replace(CHART, kind="pie"), "pie"),
    ],
)
def test_a_kind_that_cannot_show_the_numbers_is_changed(chart: Chart, kind: str) -> None:
    report = Report()
    (page,) = pages_of(showing("chart", chart), theme(), report)
    (shape,) = (shape for shape in page.shapes if isinstance(shape, ChartShape))
    assert (shape.chart.kind, len(report.problems)) == (kind, int(kind != chart.kind))


@pytest.mark.parametrize(
    ("values", "from_zero", "scale"),
    [
        ((12, 18, 31), True, (0, 40, 10)),
        ((2012, 2013, 2015), False, (2012, 2015, 1)),
        ((-3, 7), True, (-4, 8, 2)),
        ((0.1, 0.25), True, (0, 0.25, 0.05)),
        ((), True, (0, 1, 0.2)),
        ((5, 5), False, (0, 5, 1)),
        ((10, 60), False, (0, 60, 20)),
    ],
)
def test_axes_are_round(
    values: tuple[float, ...], from_zero: bool, scale: tuple[float, float, float]
) -> None:
    assert scale_of(values, from_zero=from_zero) == pytest.approx(scale)
    assert ticks(scale)[0] == scale[0]
    assert ticks(scale)[-1] == pytest.approx(scale[1])


def test_numbers_are_written_alike() -> None:
    assert [format_of((1, 2)).code, format_of((1, 2.5)).code, format_of((12000, 3)).code] == [
        "0", "0.0", "#,##0",
    ]  # fmt: skip
    assert format_of((12000.5, 3))(12000.5) == "12,000.5"
    assert format_of((2012,))(2012) == "2012"
