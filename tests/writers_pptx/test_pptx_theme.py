"""A theme made native: what PowerPoint lists, what slides inherit, and templates without slides."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from decks_at_hand import A, P, R, Written, read, write
from lxml import etree
from PIL import Image
from pptx import Presentation

from deckgen import pipeline
from deckgen.model.color import Color, ColorRole, contrast
from deckgen.model.theme import Theme
from deckgen.writers.pptx.oxml import color_xml

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
OUTLINE = """
title: 全
book: 参与感
author: 读书会
deck: {map: true}
topics:
- 一:
    gist: 甲
    points:
    - 三点:
        layout: cards
        points: [{甲: 一二三}, {乙: 四五六}, {丙: 七八九}]
    - 数:
        chart: {kind: column, categories: [甲, 乙], series: {一: [1, 2], 二: [3, 4]}}
- 二:
    gist: 乙
    notes: 说
    points:
    - 表:
        table: [[渠道, 有], [微博, ✓], [论坛, ×]]
    - 过去 vs 现在:
        points: [{过去: [甲, 乙]}, {现在: [丙, 丁]}]
"""
THEME = """
title: 全套
accent: "#E91E63"
fonts: {major: {latin: Cambria, ea: SimSun, hang: Gungsuh}}
background:
  page: {gradient: [background, surface], angle: 45}
  title: {picture: cover.png}
  section: {gradient: [surface, accent1 soft], radial: true}
decor: {closing: [{ellipse: [1, 1, 2, 2], gradient: [accent1, accent2]}]}
tokens: {card: background, shadow: {strength: 20}}
logo: {file: logo.png, corner: bottom right, height: 0.3, alt: 公司}
footer: "{author} · {section}"
"""
VARIANTS = pytest.mark.parametrize("variant", ["light", "dark"])


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Written]:
    """Return what makes the deck in a theme with all that a theme can say."""
    folder = tmp_path_factory.mktemp("themes")
    (folder / "full.yaml").write_text(THEME, "utf-8")
    Image.new("RGB", (320, 240), (90, 120, 40)).save(folder / "cover.png")
    Image.new("RGBA", (80, 40), (255, 0, 0, 128)).save(folder / "logo.png")

    @cache
    def make(variant: str) -> Written:
        return write(replace(read(OUTLINE), variant=variant), str(folder / "full.yaml"))

    return make


Made = Callable[[str], Written]


def theme_part(deck: Written) -> etree._Element:
    return deck.xml("ppt/theme/theme1.xml")


def test_the_design_tab_lists_names(made: Made) -> None:
    """Theme, colours, fonts and effects are called as the theme is; scripts have their faces."""
    tree = theme_part(made("light"))
    schemes = (f"{A}clrScheme", f"{A}fontScheme", f"{A}fmtScheme")
    names = [tree.get("name"), *(next(tree.iter(one)).get("name") for one in schemes)]
    assert names == ["全套"] * 4
    major = next(tree.iter(f"{A}majorFont"))
    faces = {one.get("script"): one.get("typeface") for one in major.iter(f"{A}font")}
    assert faces == {"Hans": "SimSun", "Hant": "PMingLiU", "Jpan": "Yu Mincho", "Hang": "Gungsuh"}
    assert [major.find(f"{A}{one}").get("typeface") for one in ("latin", "ea")] == [
        "Cambria",
        "SimSun",
    ]


def test_effects_and_grounds_are_the_themes(made: Made) -> None:
    """The third effect is its shadow, in theme colours; each list has its three, as it must."""
    tree = theme_part(made("light"))
    lists = ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst")
    assert [len(next(tree.iter(f"{A}{one}"))) for one in lists] == [3, 3, 3, 3]
    effects = next(tree.iter(f"{A}effectStyleLst"))
    assert [len(list(one.iter(f"{A}outerShdw"))) for one in effects] == [0, 0, 1]
    assert list(next(tree.iter(f"{A}fmtScheme")).iter(f"{A}srgbClr")) == []


@VARIANTS
def test_a_shape_drawn_by_hand_can_be_read(made: Made, variant: str) -> None:
    """It begins in the first accent, and its words in what reads on that."""
    deck = made(variant)
    style = theme_part(deck).find(f"{A}objectDefaults/{A}spDef/{A}style")
    assert style.find(f"{A}fillRef/{A}schemeClr").get("val") == "accent1"
    slot = style.find(f"{A}fontRef/{A}schemeClr").get("val")
    role = {"lt1": ColorRole.BACKGROUND, "dk1": ColorRole.TEXT}[slot]
    colors = deck.theme.palette.colors
    assert contrast(colors[role], colors[ColorRole.ACCENT1]) >= 4.5


@VARIANTS
def test_nothing_but_the_theme_holds_a_colour_or_a_face(made: Made, variant: str) -> None:
    """No literal colour or font: on slides, their charts, tables and notes, layouts and master."""
    deck = made(variant)
    homes = re.compile(
        r"ppt/(slides/|charts/chart|notesSlides/|slideLayouts/|slideMasters/|tableStyles|pres)"
    )
    names = [name for name in deck.parts if homes.match(name) and name.endswith(".xml")]
    kinds = {name.split("/")[1] for name in names}
    assert {"slides", "charts", "notesSlides", "slideLayouts", "slideMasters"} <= kinds
    for name in names:
        tree = deck.xml(name)
        literal = (f"{A}srgbClr", f"{A}sysClr", f"{A}prstClr", f"{A}hslClr", f"{A}scrgbClr")
        assert [one.tag for one in tree.iter(*literal)] == [], name
        faces = {one.get("typeface") for one in tree.iter(f"{A}latin", f"{A}ea", f"{A}cs")}
        listing = {deck.theme.fonts.mono.latin}  # a font scheme has no face for listings
        assert {face for face in faces - listing if face[:1] != "+"} == set(), name


def test_variants_differ_in_the_theme_alone(made: Made) -> None:
    """Slides of the light deck and of the dark one say the same, but for their tones' strength."""
    light, dark = made("light"), made("dark")
    tones = re.compile(rb"<a:lum(Mod|Off)[^>]*/>")
    on_accents = re.compile(rb'schemeClr val="(bg1|tx1)"')  # whichever can be read

    def bare(deck: Written) -> list[bytes]:
        parts = [tones.sub(b"", deck.parts[name]) for name in deck.slides]
        return [on_accents.sub(b"", one.replace(b"></a:schemeClr>", b"/>")) for one in parts]

    assert bare(light) == bare(dark)
    assert etree.tostring(theme_part(light)) != etree.tostring(theme_part(dark))


def test_grounds_are_native(made: Made) -> None:
    """A gradient of roles on the master, a picture and a round one on their layouts."""
    deck = made("light")
    master = deck.xml("ppt/slideMasters/slideMaster1.xml")
    ground = master.find(f"{P}cSld/{P}bg/{P}bgPr/{A}gradFill")
    stops = [(one.get("pos"), one[0].get("val")) for one in ground.iter(f"{A}gs")]
    assert stops == [("0", "bg1"), ("100000", "bg2")]
    assert ground.find(f"{A}lin").get("ang") == str(45 * 60_000)
    by_name = {
        deck.xml(name).get("matchingName"): name
        for name in deck.parts
        if re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", name)
    }
    title, section = deck.xml(by_name["title"]), deck.xml(by_name["section"])
    blip = title.find(f"{P}cSld/{P}bg/{P}bgPr/{A}blipFill/{A}blip").get(f"{R}embed")
    assert deck.targets(by_name["title"])[blip].startswith("ppt/media/")
    assert section.find(f"{P}cSld/{P}bg/{P}bgPr/{A}gradFill/{A}path").get("path") == "circle"
    assert deck.xml(by_name["bullets"]).find(f"{P}cSld/{P}bg") is None


def test_the_logo_stands_on_the_master(made: Made) -> None:
    """Once, with its words; no slide and no layout repeats it, and no frame is under it."""
    deck = made("light")
    (picture,) = deck.xml("ppt/slideMasters/slideMaster1.xml").iter(f"{P}pic")
    assert picture.find(f"{P}nvPicPr/{P}cNvPr").get("descr") == "公司"
    others = [name for name in deck.parts if re.match(r"ppt/slide(s|Layouts)/slide", name)]
    assert [name for name in others if list(deck.xml(name).iter(f"{P}pic"))] == []
    assert deck.theme.logo
    room = deck.theme.logo.room
    assert [
        (spec.name, holder.name)
        for spec in deck.theme.layouts.values()
        for holder in spec.placeholders
        if holder.frame.overlaps(room)
    ] == []


def test_cards_have_their_shadow_on_the_layout(made: Made) -> None:
    """A slide inherits it, and "reset slide" gives it back."""
    deck = made("light")
    (page,) = [page for page in deck.scene.pages if page.kind == "cards"]
    slide = deck.slides[deck.scene.pages.index(page)]
    layout = deck.xml(deck.layout_of(slide))
    shadows = list(layout.iter(f"{A}outerShdw"))
    assert len(shadows) == 3
    assert shadows[0].find(f"{A}schemeClr/{A}alpha").get("val") == "20000"
    assert list(deck.xml(slide).iter(f"{A}outerShdw")) == []


PARENTS = {
    "ctrTitle": "title", "subTitle": "body", "pic": "body", "tbl": "body", "chart": "body",
}  # fmt: skip


def test_every_placeholder_has_its_partner_above(made: Made) -> None:
    """On the layout by type and index, on the master by type: that is what "reset" goes by."""
    deck = made("light")

    def holders(name: str) -> set[tuple[str, str]]:
        found = deck.xml(name).iter(f"{P}ph")
        return {(one.get("type", "obj"), one.get("idx", "0")) for one in found}

    master = {kind for kind, _ in holders("ppt/slideMasters/slideMaster1.xml")}
    assert master == {"title", "body", "ftr", "sldNum"}
    for name in deck.slides:
        above = holders(deck.layout_of(name))
        assert holders(name) <= above
        assert {PARENTS.get(kind, kind) for kind, _ in above} <= master


def test_the_footer_is_the_themes(made: Made) -> None:
    """Where the outline has none of its own."""
    (page,) = [page for page in made("light").scene.pages if page.kind == "cards"]
    assert page.footer == "读书会 · 一"


def test_what_is_good_keeps_its_colour_on_every_slide(made: Made) -> None:
    """A section whose accent is the green one swaps the slots; what is good follows its own."""
    palette = made("light").theme.palette
    home = palette.shift(Color(ColorRole.POSITIVE)).role
    good = Color(ColorRole.POSITIVE)
    assert color_xml(good, palette) == f'<a:schemeClr val="{home}"/>'
    assert color_xml(good, palette.swapped(home)) == '<a:schemeClr val="accent1"/>'


@cache
def template() -> dict[str, bytes]:
    blob = pipeline.write_template(pipeline.open_theme("ink", variant="dark"))
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_template_has_layouts_of_every_kind_and_no_slides() -> None:
    """Its content type says that it is one; PowerPoint's usual three come first."""
    parts = template()
    types = parts["[Content_Types].xml"].decode()
    assert "presentationml.template.main+xml" in types
    assert "presentationml.presentation.main+xml" not in types
    assert [name for name in parts if name.startswith("ppt/slides/")] == []
    found = [
        etree.fromstring(parts[f"ppt/slideLayouts/slideLayout{number}.xml"])
        for number in range(1, len([name for name in parts if "Layouts/slideLayout" in name]) + 1)
        if f"ppt/slideLayouts/slideLayout{number}.xml" in parts
    ]
    names = [one.get("matchingName") for one in found]
    assert names[:3] == ["title", "section", "bullets"]
    kinds = {spec.kind for spec in theme_of_the_house().layouts.values()}
    assert {name.partition("-")[0] for name in names} == kinds
    labels = [one.find(f"{P}cSld").get("name") for one in found]
    assert len(set(labels)) == len(labels)
    assert all(re.search(r"[\u4e00-\u9fff]", label) for label in labels)


@cache
def theme_of_the_house() -> Theme:
    return pipeline.open_theme("ink")


def test_a_template_opens_as_a_deck_that_is_begun(tmp_path: Path) -> None:
    """python-pptx refuses the content type alone: with a deck's, slides can be added."""
    parts = template()
    types = parts["[Content_Types].xml"].replace(b"template.main", b"presentation.main")
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for name, blob in parts.items():
            archive.writestr(name, types if name == "[Content_Types].xml" else blob)
    deck = Presentation(io.BytesIO(into.getvalue()))
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "新"
    deck.save(str(tmp_path / "new.pptx"))
    (again,) = Presentation(str(tmp_path / "new.pptx")).slides
    assert (again.slide_layout.name, again.shapes.title.text) == ("封面", "新")
