"""The decks as LibreOffice shows them: opened for real, exported to PDF, and looked at by glyph.

Without LibreOffice these tests are skipped; with DECKGEN_REQUIRE_OFFICE=1 that is a failure.
LibreOffice spaces Han and Latin a little tighter than we measure and breaks lines by rules of its
own, so what fits here was measured well.
"""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pptx
import pytest
from office import soffice
from office_pages import (
    Box,
    Glyph,
    Said,
    Sheet,
    is_badly_broken,
    lines_of,
    matched,
    sheets_of,
    slides_of,
)
from pptx.presentation import Presentation

from deckgen import compile_deck, compile_map, read_outline

pytestmark = pytest.mark.office

ROOT = Path(__file__).resolve().parent.parent
OUTLINES = sorted((ROOT / "outlines").glob("*.yaml"))
# with DECKGEN_MANY_DECKS the decks of all of them; a deck takes LibreOffice two seconds
SHOWN = OUTLINES if os.environ.get("DECKGEN_MANY_DECKS") == "1" else OUTLINES[::3]
SLACK = 2  # points
SVG_TEXT = "{http://www.w3.org/2000/svg}text"
LONG = (
    "微信公众平台2012年8月上线，到2015年已有1,000多万个账号；书里说：“连接人与服务（O2O）”……"
    "《参与感》也说，“和用户做朋友”，两句话（一先一后）讲的是同一件事：谁离用户近，谁就活得久！"
)
HARD = f"""
title: 一个长得不像标题的标题，它想在封面上就把《微信思维》和《参与感》两本书一口气讲完
subtitle: A subtitle in English that runs on and on，并且中英文混排，带着 v2.0 与 100% 这样的记号
author: 读书会（第二小组）
book: {{title: 微信思维与参与感的合订本, author: 谢晓萍主编、黎万强著}}
contact: somebody.with.a.long.name@example.org
link: https://example.org/a/very/long/path/that/never/ends?query=chinese&page=12345#fragment
deck: {{aspect: "ASPECT"}}
topics:
- “第一章”：从《微信思维》的五条款说起，一直说到渠道变革、销售和服务一体化的全过程:
    gist: {LONG}
    notes: 讲慢一点。
    points:
    - 长段落:
        points: ["{LONG}", "{LONG}{LONG}", "短句。", "{LONG}"]
        notes: {LONG}
    - 网址 https://example.org/a/very/long/path/that/never/ends?query=chinese&page=12345:
        points:
        - 见 [说明](https://example.org/doc)，或 https://example.org/another/long/path/index.html
        - supercalifragilisticexpialidociousandmoreofthesamewithoutanyspace混着中文
        - C++、Node.js、iOS 9.3 与 10,000 台（约 3.5%）的数据：**重点（粗体）**，以及`code()`
    - 每张卡片都很满:
        points:
        - 第一张（带括号）的卡片标题比较长: {LONG[:58]}
        - 第二张: {LONG[10:60]}
        - “第三张”: [要点一：先听（再说）, 要点二：Latin words here，要点三]
        - 第四张 Card: {LONG[20:70]}
    - 传统的做法（十年以前） vs 互联网的做法（今天）:
        points:
        - 传统的做法: ["{LONG[:40]}", "{LONG[5:50]}", 关门]
        - 互联网的做法: ["{LONG[45:95]}", 开门]
    - 听见用户说的话 → 记下来（一条不漏）→ 当天改 → 第二天发布 → 再回去听用户说的话
    - 谁说过:
        quote: {{text: "{LONG}", by: 一位不愿意透露姓名的读者, source: 《参与感》, page: "188"}}
- 结语: {{gist: "{LONG[:50]}"}}
- 讨论:
    points: ["{LONG[:60]}？", 你上一次（主动）推荐的产品是什么，为什么？, "Why not？"]
"""
DECKS = [*(path.stem for path in SHOWN), "hard-wide", "hard-tall"]
MAPS = [f"map-{path.stem}" for path in OUTLINES]


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the decks that are shown, and the maps as SVG."""
    folder = tmp_path_factory.mktemp("office")
    for path in OUTLINES:
        outline = read_outline(path)
        if path in SHOWN:
            (folder / f"{path.stem}.pptx").write_bytes(compile_deck(outline))
        (folder / f"map-{path.stem}.svg").write_bytes(compile_map(outline))
    for name, aspect, theme in (("hard-wide", "16:9", "wechat"), ("hard-tall", "4:3", "ink")):
        path = folder / f"{name}.yaml"
        path.write_text(HARD.replace("ASPECT", aspect), "utf-8")
        deck = compile_deck(read_outline(path), theme=theme)
        (folder / f"{name}.pptx").write_bytes(deck)
    return folder


@pytest.fixture(scope="session")
def shown(sources: Path) -> Callable[[str], list[Sheet]]:
    """The pages of a deck or map by its name, as LibreOffice shows them."""
    folder = soffice(sources, "pdf", [*sources.glob("*.pptx"), *sources.glob("*.svg")])
    sheets = {name: sheets_of(folder / f"{name}.pdf") for name in (*DECKS, *MAPS)}
    return sheets.__getitem__


@pytest.fixture(params=DECKS, scope="module")
def deck(
    request: pytest.FixtureRequest, sources: Path, shown: Callable[[str], list[Sheet]]
) -> list[tuple[Sheet, list[Said]]]:
    """Each slide of a deck: how it is shown, and what it should say."""
    slides = slides_of(sources / f"{request.param}.pptx")
    sheets = shown(request.param)
    assert len(sheets) == len(slides)
    return list(zip(sheets, slides, strict=True))


def test_all_words_are_shown_inside_their_slide(deck: list[tuple[Sheet, list[Said]]]) -> None:
    """Every paragraph is there, and nothing is drawn beyond the edge."""
    faults = [
        (number, "lost", said.letters)
        for number, (sheet, slide) in enumerate(deck, 1)
        for said, glyphs in matched(sheet, slide)
        if not glyphs
    ]
    faults += [
        (number, "beyond the edge", glyph.letter)
        for number, (sheet, _) in enumerate(deck, 1)
        for glyph in sheet.glyphs
        if not sheet.frame.holds(glyph.ink, 0)
    ]
    assert faults == []


def test_no_text_leaves_its_frame(deck: list[tuple[Sheet, list[Said]]]) -> None:
    """The ink of every paragraph stays in its shape, as measured."""
    faults = [
        (number, said.name, said.letters)
        for number, (sheet, slide) in enumerate(deck, 1)
        for said, glyphs in matched(sheet, slide)
        if not all(said.frame.holds(glyph.ink, SLACK) for glyph in glyphs)
    ]
    assert faults == []


def test_no_mark_stands_alone(deck: list[tuple[Sheet, list[Said]]]) -> None:
    """No line of a paragraph starts with 、。， or ends with （《“."""
    faults = [
        (number, lines)
        for number, (sheet, slide) in enumerate(deck, 1)
        for _, glyphs in matched(sheet, slide)
        if is_badly_broken(lines := lines_of(glyphs))
    ]
    assert faults == []


def svg_lines(path: Path) -> list[str]:
    root = ElementTree.parse(path).getroot()
    return ["".join("".join(text.itertext()).split()) for text in root.iter(SVG_TEXT)]


@pytest.mark.parametrize("name", MAPS)
def test_maps_are_shown_whole(
    name: str, sources: Path, shown: Callable[[str], list[Sheet]]
) -> None:
    """An SVG opens as one page with every letter of its text on it, in whatever order."""
    (sheet,) = shown(name)
    assert Counter(sheet.letters) == Counter("".join(svg_lines(sources / f"{name}.svg")))


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_the_map_as_pdf_says_the_same(path: Path, sources: Path) -> None:
    """Our own PDF opens in another reader, with the lines of the SVG as selectable text."""
    (sheet,) = sheets_of(compile_map(read_outline(path), format="pdf"))
    lines = svg_lines(sources / f"map-{path.stem}.svg")
    assert [line for line in lines if line not in sheet.letters] == []
    assert all(sheet.frame.holds(glyph.ink, 0) for glyph in sheet.glyphs)


def facts_of(deck: Presentation) -> dict[str, list[str]]:
    """What a deck must not lose on its way through another program."""
    notes, titles, jumps, links = [], [], [], []
    for number, slide in enumerate(deck.slides, 1):
        title = slide.shapes.title
        titles.append(title.text_frame.text if title is not None else "")
        text = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        notes.append("".join(text.split()))
        for shape in slide.shapes:
            if not shape.has_text_frame:
                continue
            target = shape.click_action.target_slide
            if target is not None:
                jumps.append(f"{number} → {deck.slides.index(target) + 1}")
            links += [shape.click_action.hyperlink.address] if target is None else []
            for paragraph in shape.text_frame.paragraphs:
                links += [run.hyperlink.address for run in paragraph.runs if run.hyperlink.address]
    return {"titles": titles, "notes": notes, "jumps": jumps, "links": [*filter(None, links)]}


def test_a_deck_survives_python_pptx(sources: Path) -> None:
    """Loaded and saved, with a slide more, it keeps titles, notes, jumps, links and sections."""
    first = pptx.Presentation(str(sources / "hard-wide.pptx"))
    before = facts_of(first)
    sections = first.part.blob.count(b"<p14:section ")
    first.slides.add_slide(first.slide_layouts[0])
    again = io.BytesIO()
    first.save(again)
    second = pptx.Presentation(again)
    after = facts_of(second)
    assert {key: lines[: len(before[key])] for key, lines in after.items()} == before
    assert second.part.blob.count(b"<p14:section ") == sections > 0
    assert all(before.values())


def test_a_deck_survives_libreoffice(sources: Path) -> None:
    """Opened there and saved as .pptx again, it keeps titles, notes and links to the web."""
    deck = sources / "hard-wide.pptx"
    again = soffice(sources, "pptx", [deck]) / deck.name
    before, after = (facts_of(pptx.Presentation(str(path))) for path in (deck, again))
    for what in ("titles", "notes", "links"):
        assert after[what] == before[what]


def test_faults_are_noticed() -> None:
    """The comparison itself: a mark alone, a paragraph that is not shown, ink outside."""
    assert is_badly_broken(["用户", "，口碑"])
    assert is_badly_broken(["他说“", "口碑”"])
    assert not is_badly_broken(["，用户说：“口碑", "为王。”"])
    frame = Box(0, 0, 100, 20)
    glyphs = tuple(
        Glyph(letter, Box(x, 5 + 20 * line, x + 20, 15 + 20 * line), 16 + 20 * line)
        for letter, x, line in (("用", 0, 0), ("户", 90, 0), ("好", 0, 1))
    )
    wanted = [Said("用户好", "a", frame), Said("用户", "b", frame)]
    (_, shown), (_, missing) = matched(Sheet(frame, glyphs), wanted)
    assert missing == ()
    assert lines_of(shown) == ["用户", "好"]
    assert [frame.holds(glyph.ink, SLACK) for glyph in shown] == [True, False, False]
