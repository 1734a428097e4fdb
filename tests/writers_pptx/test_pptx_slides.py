"""Slides: placeholders of real layouts, theme colours and fonts, languages, jumps, glue."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from decks_at_hand import P14, A, P, R, Written, example, read, talk, words_of, write

from deckgen.writers.pptx.lang import speech_of

DECKS = pytest.mark.parametrize("make", [talk, example], ids=["talk", "example"])
Make = Callable[[], Written]
BODY_LIKE = {"body", None}
SIXTEEN = {"title", "ctrTitle", "subTitle", "body", "ftr", "sldNum"}


@DECKS
def test_ids_are_unique_in_each_slide(make: Make) -> None:
    """Duplicate ids make PowerPoint repair the file."""
    deck = make()
    for name in deck.slides:
        ids = [int(one.get("id")) for one in deck.xml(name).iter(f"{P}cNvPr")]
        assert sorted(set(ids)) == sorted(ids), name
        assert max(ids) < 2**31


@DECKS
def test_placeholders_are_those_of_the_layout(make: Make) -> None:
    """Each one's type and index stand in the slide's layout, and no two are alike."""
    deck = make()
    for name in deck.slides:
        offered = _holders(deck, deck.layout_of(name))
        filled = _holders(deck, name)
        assert set(filled) <= set(offered), name
        assert len(set(filled)) == len(filled), name
        assert {kind for kind, _ in filled} <= SIXTEEN
        assert filled[0][0] in ("title", "ctrTitle"), name


def _holders(deck: Written, name: str) -> list[tuple[str | None, str | None]]:
    return [(one.get("type"), one.get("idx")) for one in deck.xml(name).iter(f"{P}ph")]


@DECKS
def test_all_text_stands_in_placeholders(make: Make) -> None:
    """So that the outline view, "reset slide" and a change of layout work."""
    deck = make()
    for name in deck.slides:
        for shape in deck.xml(name).iter(f"{P}sp"):
            if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is None:
                assert "".join(words_of(shape)) == "", name


@DECKS
def test_slides_hold_no_literal_colour_and_no_font(make: Make) -> None:
    """Colours are the scheme's; fonts come from the master's styles."""
    deck = make()
    names = [*deck.slides, *(name for name in deck.parts if "slideLayouts/slide" in name)]
    for name in names:
        tree = deck.xml(name)
        assert [one.tag for one in tree.iter(f"{A}srgbClr", f"{A}sysClr")] == [], name
    for name in deck.slides:
        tree = deck.xml(name)
        assert list(tree.iter(f"{A}latin", f"{A}ea", f"{A}cs", f"{A}buFont")) == [], name


@DECKS
def test_fonts_are_the_themes(make: Make) -> None:
    """Master and layouts refer to the theme's major and minor faces, East Asian ones too."""
    deck = make()
    layouts = [name for name in deck.parts if "slideLayouts/slide" in name]
    for name in [*layouts, "ppt/slideMasters/slideMaster1.xml"]:
        for tag in ("latin", "ea", "cs"):
            faces = {one.get("typeface") for one in deck.xml(name).iter(f"{A}{tag}")}
            assert all(face.startswith(("+mj-", "+mn-", "Consolas")) for face in faces), name
    scheme = deck.xml("ppt/theme/theme1.xml")
    assert all(one.get("typeface") for one in scheme.iter(f"{A}ea"))


@DECKS
def test_every_run_says_its_language(make: Make) -> None:
    """Without it PowerPoint takes the editor's, and ， 。 come to stand at lines' starts."""
    deck = make()
    for name in deck.parts:
        if not name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes")):
            continue
        for one in deck.xml(name).iter(f"{A}rPr", f"{A}endParaRPr"):
            assert re.fullmatch("[a-z]{2}-[A-Z]{2}", one.get("lang") or ""), name
            assert one.get("altLang") == "en-US", name
        runs = list(deck.xml(name).iter(f"{A}r", f"{A}fld"))
        assert all(run.find(f"{A}rPr") is not None for run in runs), name


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("微信（WeChat）", "zh-CN"),
        ("WeChat", "zh-CN"),
        ("优の良品", "zh-CN"),
        ("ユーザーの声を聞く", "ja-JP"),
        ("用户说：사용자의 목소리", "ko-KR"),
        ("مرحبا", "ar-SA"),
        ("спасибо", "ru-RU"),
    ],
)
def test_a_run_is_in_the_language_of_most_letters(words: str, lang: str) -> None:
    """A kana in a Chinese sentence does not make it Japanese."""
    assert speech_of("").of(words) == f'lang="{lang}" altLang="en-US"'


@DECKS
def test_sections_share_out_all_slides(make: Make) -> None:
    """Each slide is in one section, in order, and no section is empty or shares its id."""
    deck = make()
    presentation = deck.xml("ppt/presentation.xml")
    sections = list(presentation.iter(f"{P14}section"))
    listed = [[one.get("id") for one in section.iter(f"{P14}sldId")] for section in sections]
    slides = [one.get("id") for one in presentation.iter(f"{P}sldId")]
    assert [number for ids in listed for number in ids] == slides
    assert all(listed)
    assert len({section.get("id") for section in sections}) == len(sections)
    assert [section.get("name") for section in sections] == [
        section.title for section in deck.scene.sections
    ]
    assert presentation[-1].tag == f"{P}extLst"


@DECKS
def test_the_agenda_jumps_to_its_sections(make: Make) -> None:
    """Each row leads to the first slide of the section that it names, and so does its arrow."""
    deck = make()
    pages = deck.scene.pages
    number = next(i for i, page in enumerate(pages) if page.kind == "agenda")
    name = deck.slides[number]
    targets = deck.targets(name)
    jumps, arrows = {}, []
    for shape in deck.xml(name).iter(f"{P}sp"):
        click = shape.find(f"{P}nvSpPr/{P}cNvPr/{A}hlinkClick")
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if click is None:
            continue
        target = targets[click.get(f"{R}id")]
        if holder is None:
            arrows.append(target)
        elif 200 <= int(holder.get("idx") or 0) < 300:
            assert click.get("action") == "ppaction://hlinksldjump"
            jumps["".join(words_of(shape))] = target
    assert arrows == [*jumps.values()]
    assert jumps == {
        section.title: deck.slides[section.first]
        for section in deck.scene.sections
        if section.key not in ("front", "ending")
    }


@DECKS
def test_notes_hold_what_the_pages_hold(make: Make) -> None:
    """A page with notes has a notes page with their words; list items keep a bullet."""
    deck = make()
    for page, name in zip(deck.scene.pages, deck.slides, strict=True):
        notes = [one for one in deck.targets(name).values() if "notesSlides/" in one]
        assert bool(notes) == bool(page.notes)
        for note in notes:
            assert name in deck.targets(note).values()
            (body,) = [
                shape
                for shape in deck.xml(note).iter(f"{P}sp")
                if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph").get("type") == "body"
            ]
            wanted = ["".join(run.text for run in line.runs) for line in page.notes]
            assert words_of(body) == wanted
            bullets = [p.find(f"{A}pPr/{A}buChar") is not None for p in body.iter(f"{A}p")]
            assert bullets == [line.is_item for line in page.notes]


def test_notes_of_the_talk() -> None:
    """Bold words are bold, and the list under them is a list."""
    deck = talk()
    (page,) = [page for page in deck.scene.pages if page.kind == "triangle"]
    words = ["".join(run.text for run in line.runs) for line in page.notes]
    assert words[:3] == ["先讲产品：产品是 1。", "微博", "论坛"]
    assert [line.is_item for line in page.notes][:3] == [False, True, True]


@DECKS
def test_footers_and_numbers(make: Make) -> None:
    """A page with a footer has it, and a number field, in the layout's own placeholders."""
    deck = make()
    for page, name in zip(deck.scene.pages, deck.slides, strict=True):
        found = {
            holder.get("type"): shape
            for shape in deck.xml(name).iter(f"{P}sp")
            if (holder := shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")) is not None
            and holder.get("type") in ("ftr", "sldNum")
        }
        assert set(found) == ({"ftr", "sldNum"} if page.footer else set()), name
        if page.footer:
            assert words_of(found["ftr"]) == [page.footer]
            (field,) = found["sldNum"].iter(f"{A}fld")
            assert (field.get("type"), field.findtext(f"{A}t")) == ("slidenum", str(page.number))
    assert any(page.footer for page in deck.scene.pages)


def test_connectors_are_glued() -> None:
    """The triangle's sides hold on to shapes of their own slide."""
    deck = talk()
    number = next(i for i, page in enumerate(deck.scene.pages) if page.kind == "triangle")
    tree = deck.xml(deck.slides[number])
    names = {one.get("id"): one.get("name") for one in tree.iter(f"{P}cNvPr")}
    glued = [
        tuple(names[line.find(f".//{A}{tag}").get("id")] for tag in ("stCxn", "endCxn"))
        for line in tree.iter(f"{P}cxnSp")
    ]
    assert glued == [("顶点1", "顶点2"), ("顶点1", "顶点3"), ("顶点2", "顶点3")]
    sites = [one.get("idx") for one in tree.iter(f"{A}stCxn", f"{A}endCxn")]
    assert sites == ["1", "0", "3", "0", "3", "1"]


def test_groups_say_what_they_show() -> None:
    """The chain's arrows are one group with the chain as its words; each arrow is decoration."""
    deck = talk()
    number = next(i for i, page in enumerate(deck.scene.pages) if page.kind == "process")
    (group,) = deck.xml(deck.slides[number]).iter(f"{P}grpSp")
    assert group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr") == "专注 → 极致 → 口碑 → 快"
    decorative = [one for one in group.iter() if one.tag.endswith("}decorative")]
    assert len(decorative) == len(list(group.iter(f"{P}sp"))) == 4


@DECKS
def test_what_has_no_words_is_described_or_decoration(make: Make) -> None:
    """A screen reader passes over ornaments and reads everything else."""
    deck = make()
    for name in deck.slides:
        for shape in deck.xml(name).iter(f"{P}sp", f"{P}grpSp", f"{P}pic"):
            head = next(shape.iter(f"{P}cNvPr"))
            decorative = any(one.tag.endswith("}decorative") for one in head.iter())
            words = "".join(words_of(shape)) or "".join(
                one.text or "" for one in shape.iter(f"{A}t")
            )
            assert bool(words or head.get("descr")) != decorative, (name, head.get("name"))


@DECKS
def test_a_sections_accent_is_a_colour_map(make: Make) -> None:
    """Slides of a later section swap two accents, and nothing else."""
    deck = make()
    for page, name in zip(deck.scene.pages, deck.slides, strict=True):
        override = deck.xml(name).find(f"{P}clrMapOvr/{A}overrideClrMapping")
        swapped = {} if override is None else {k: v for k, v in override.items() if k == v}
        if page.accent.value == "accent1":
            assert override is None, name
        else:
            assert override.get("accent1") == page.accent.value
            assert override.get(page.accent.value) == "accent1"
            assert len(swapped) == 6  # four accents and two links


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_the_page_has_its_size(aspect: str) -> None:
    """Slides are as large as the outline asks for, and the notes' picture has that shape."""
    deck = write(read(f'title: 书\ndeck: {{aspect: "{aspect}"}}\ntopics: [甲]\n'))
    size = deck.xml("ppt/presentation.xml").find(f"{P}sldSz")
    width = {"16:9": 12_192_000, "4:3": 9_144_000}[aspect]
    assert (int(size.get("cx")), int(size.get("cy"))) == (width, 6_858_000)
    image = next(deck.xml("ppt/notesMasters/notesMaster1.xml").iter(f"{A}ext"))
    image = [
        one
        for one in deck.xml("ppt/notesMasters/notesMaster1.xml").iter(f"{A}ext")
        if one.get("cx")
    ][1]
    across, down = (int(part) for part in aspect.split(":"))
    assert int(image.get("cx")) * down == int(image.get("cy")) * across
