"""Builds, transitions, hidden slides and ways back, as PowerPoint writes them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import pytest
from decks_at_hand import A, P, R, Written, read, write
from lxml import etree
from pptx import Presentation

from deckgen.model.scene import Box, Target

TALK = """
title: 书
book: 参与感
date: 2026-11-21
deck: {build: true}
topics:
- 甲:
    gist: 一
    points:
    - {title: 卡片, points: [{一: 甲}, {二: 乙}, {三: 丙}], notes: 讲}
    - {title: 链, gist: 听见 → 想清 → 动手}
    - {title: 要点, layout: bullets, points: [{一: [甲, 乙]}, 二], link: "#spare"}
    - {title: 静, build: false, layout: cards, points: [一, 二, 三], notes: 不动}
- 乙: 一句
- 丙: 又一句
- 备用: {id: spare, appendix: true, points: [{一: 甲}, {二: 乙}]}
"""


@cache
def deck() -> Written:
    return write(read(TALK), "base")


def slide(key: str) -> etree._Element:
    return deck().xml(deck().slides[place(key)])


def place(key: str) -> int:
    return [page.key for page in deck().scene.pages].index(key)


def clicks(root: etree._Element) -> Iterator[list[str]]:
    """Yield what each click brings in: names of shapes, with the paragraph where it is one."""
    names = {shape.get("id"): shape.get("name") for shape in root.iter(f"{P}cNvPr")}
    for click in root.find(f".//{P}cTn[@nodeType='mainSeq']/{P}childTnLst"):
        yield [
            names[target.get("spid")]
            + "".join(f"[{one.get('st')}-{one.get('end')}]" for one in target.iter(f"{P}pRg"))
            for target in click.iterfind(f".//{P}set//{P}spTgt")
        ]


def test_a_slide_builds_up_by_native_clicks() -> None:
    """One click a card; a step with its chevron; a point with its sub-points, each on its own."""
    assert list(clicks(slide("t1.1"))) == [["卡片1"], ["卡片2"], ["卡片3"]]
    assert list(clicks(slide("t1.2"))) == [[f"流程 {i}", f"步骤{i}"] for i in (1, 2, 3)]
    assert list(clicks(slide("t1.3"))) == [["正文[0-0]", "正文[1-1]", "正文[2-2]"], ["正文[3-3]"]]
    assert slide("t1.4").find(f"{P}timing") is None
    assert slide("s1").find(f"{P}timing") is None


def test_each_click_starts_one_effect_and_takes_the_others_along() -> None:
    """The first is on the click, the others with it; all fade in, and are hidden until then."""
    effects = slide("t1.3").findall(f".//{P}cTn[@presetID]")
    assert [one.get("nodeType") for one in effects] == [
        "clickEffect", "withEffect", "withEffect", "clickEffect",
    ]  # fmt: skip
    assert {(one.get("presetID"), one.get("presetClass")) for one in effects} == {("10", "entr")}
    assert len(slide("t1.3").findall(f".//{P}animEffect[@filter='fade']")) == 4


@pytest.mark.parametrize("key", ["t1.1", "t1.2", "t1.3", "x1"])
def test_what_moves_is_there_and_listed(key: str) -> None:
    """Ids of the tree are unique, targets exist, and every text that moves is in the build list."""
    root = slide(key)
    numbers = [one.get("id") for one in root.iter(f"{P}cTn")]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    shapes = {one.get("id") for one in root.iter(f"{P}cNvPr")}
    targets = {one.get("spid") for one in root.iter(f"{P}spTgt")}
    assert targets <= shapes
    built = {one.get("spid"): one.get("grpId") for one in root.iter(f"{P}bldP")}
    groups = {one.get("id") for one in root.iterfind(f".//{P}grpSp/{P}nvGrpSpPr/{P}cNvPr")}
    assert set(built) == targets - groups
    assert set(built.values()) == {"0"}
    tops = root.findall(f"{P}cSld/{P}spTree/*//{P}cNvPr")
    assert targets <= {one.get("id") for one in tops}


def test_a_list_is_built_by_paragraph_and_a_card_with_its_ground() -> None:
    """The build list says which."""
    assert [dict(one.attrib) for one in slide("t1.3").iter(f"{P}bldP")] == [
        {"spid": "3", "grpId": "0", "build": "p"}
    ]
    assert {one.get("animBg") for one in slide("t1.1").iter(f"{P}bldP")} == {"1"}


def test_paragraphs_and_shapes_are_the_scenes() -> None:
    """What a step names by number is what the writer points at."""
    for number, page in enumerate(deck().scene.pages):
        for target in (target for step in page.steps for target in step):
            shape = page.shapes[target.shape]
            if isinstance(shape, Box) and target != Target(target.shape):
                assert 0 <= target.first <= target.last < len(shape.text.paragraphs)
        moves = deck().xml(deck().slides[number]).find(f"{P}timing") is not None
        assert moves == bool(page.steps)


def test_transitions_stand_where_the_schema_wants_them() -> None:
    """After the colour map and before the timing; slides fade, a divider is pushed in."""
    order = [child.tag.removeprefix(P) for child in slide("t1.1")]
    assert order == ["cSld", "clrMapOvr", "transition", "timing"]
    ways = {page.key: slide(page.key).find(f"{P}transition")[0].tag for page in deck().scene.pages}
    assert {way.removeprefix(P) for key, way in ways.items() if key != "s1"} == {"fade"}
    assert ways["s1"] == f"{P}push"


def test_no_transition_is_honoured() -> None:
    """`transition: none` leaves the element out of every slide."""
    still = write(read(TALK.replace("{build: true}", "{transition: none}")), "base")
    assert not any(b"<p:transition" in still.parts[name] for name in still.slides)


def test_the_appendix_is_hidden() -> None:
    """Its slides are passed over, stand in a section of their own, and are counted as hidden."""
    assert [key for key in map(key_of, deck().slides) if slide(key).get("show") == "0"] == ["x1"]
    presentation = deck().parts["ppt/presentation.xml"].decode()
    assert presentation.rindex('name="附录"') > presentation.rindex('name="总结"')
    assert "<HiddenSlides>1</HiddenSlides>" in deck().parts["docProps/app.xml"].decode()


def key_of(name: str) -> str:
    return deck().scene.pages[deck().slides.index(name)].key


def test_every_jump_lands_where_it_should() -> None:
    """Each link goes to a slide that is there; footers lead to their section, numbers home."""
    ways = {}
    for name in deck().slides:
        targets = deck().targets(name)
        for shape in deck().xml(name).iter(f"{P}cNvPr", f"{A}rPr"):
            link = shape.find(f"{A}hlinkClick")
            if link is not None and link.get("action") == "ppaction://hlinksldjump":
                target = targets[link.get(f"{R}id")]
                assert target in deck().slides
                ways[key_of(name), shape.get("name", "")] = key_of(target)
    assert ways["t1.1", "页脚"] == "s1"
    assert ways["t1.1", "页码"] == "agenda"
    assert ways["t1.3", ""] == "x1"
    assert ways["x1", "页脚"] == "t1.3"
    assert ways["s1", "节号"] == "agenda"
    assert ways["agenda", "条目1"] == "s1"
    assert ways["agenda", "条目3"] == "t3"
    reached = {target for (_, name), target in ways.items() if name not in ("页脚", "页码")}
    assert reached >= {"s1", "t2", "t3", "x1", "agenda"}


def test_python_pptx_keeps_all_of_it() -> None:
    """Opened and saved again, timing, transitions and sections are the same, byte for byte."""
    presentation = Presentation(io.BytesIO(deck().blob))
    buffer = io.BytesIO()
    presentation.save(buffer)
    again = Presentation(buffer)
    for name, after in zip(deck().slides, again.slides, strict=True):
        before = deck().xml(name)
        for tag in ("timing", "transition", "clrMapOvr"):
            assert canonical(after._element.find(f"{P}{tag}")) == canonical(
                before.find(f"{P}{tag}")
            )
        assert after._element.get("show") == before.get("show")


def canonical(element: etree._Element | None) -> bytes:
    return b"" if element is None else etree.tostring(element, method="c14n", exclusive=True)
