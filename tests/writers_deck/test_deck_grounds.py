"""What pages stand on, shadows and the logo, in the formats that draw slides themselves."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from deckgen.model.color import ColorRole, Rgb
from deckgen.model.outline import Outline, Topic
from deckgen.model.richtext import rich
from deckgen.model.scene import Box
from deckgen.model.style import Fill
from deckgen.model.theme import Theme
from deckgen.pipeline import Themes, draw_deck, write_scene
from deckgen.problems import Report
from deckgen.writers._page import whole_pages

THEME = """
palette: {background: "#FF0000", surface: "#0000FF", text: "#000000", muted: "#000000"}
background:
  bullets: {gradient: [background, surface], angle: 0}
  title: {picture: cover.png, veil: 0}
tokens: {shadow: {strength: 40}}
logo: {file: logo.png, corner: bottom left, height: 0.3}
"""
OUTLINE = Outline(
    rich("书"),
    topics=(
        Topic(rich("甲"), points=(Topic(rich("一")), Topic(rich("二"))), layout="bullets"),
        Topic(rich("乙"), points=(Topic(rich("三")), Topic(rich("四"))), layout="bullets"),
        Topic(rich("丙"), points=(Topic(rich("五")), Topic(rich("六"))), layout="cards"),
    ),
)


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    folder = tmp_path_factory.mktemp("theme")
    (folder / "t.yaml").write_text(THEME, "utf-8")
    Image.new("RGB", (160, 90), (0, 255, 0)).save(folder / "cover.png")
    Image.new("RGB", (40, 20), (9, 9, 9)).save(folder / "logo.png")
    return Themes().compile(OUTLINE, str(folder / "t.yaml"), Report())


def near(color: tuple[int, ...], other: Rgb) -> bool:
    channels = zip(color, (other.red, other.green, other.blue), strict=True)
    return all(abs(one - its) < 12 for one, its in channels)


def corners(picture: Image.Image) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the colours in the middle of the left and of the right edge."""
    middle = picture.height // 2
    left, right = (picture.convert("RGB").getpixel((x, middle)) for x in (1, picture.width - 2))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    return left, right


def test_pictures_and_pdf_stand_on_the_same_ground(look: Theme) -> None:
    """The cover on its picture, a list on a gradient from the left to the right."""
    scene = draw_deck(OUTLINE, look, Report())
    title, bullets = (
        next(page for page in scene.pages if page.kind == kind) for kind in ("title", "bullets")
    )
    red, blue = (look.palette.colors[role] for role in (ColorRole.BACKGROUND, ColorRole.SURFACE))
    two = replace(scene, pages=(title, bullets), sections=())
    pdf = pypdfium2.PdfDocument(write_scene(two, "pdf", look, Report()))
    png = write_scene(replace(two, pages=(bullets,)), "png", look, Report())
    for picture, ends in (
        (pdf[0].render(scale=0.3).to_pil(), (Rgb(0, 255, 0),) * 2),
        (pdf[1].render(scale=0.3).to_pil(), (red, blue)),
        (Image.open(io.BytesIO(png)), (red, blue)),
    ):
        found = corners(picture)
        assert [near(one, other) for one, other in zip(found, ends, strict=True)] == [True] * 2


def test_gradients_of_one_file_have_ids_of_their_own(look: Theme) -> None:
    """Two lists in one HTML file: each refers to the gradient that stands in its own page."""
    html = write_scene(draw_deck(OUTLINE, look, Report()), "html", look, Report()).decode()
    made = re.findall(r'<linearGradient id="([^"]+)"', html)
    assert len(made) == len(set(made)) == 2
    assert sorted(re.findall(r'fill="url\(#([^)]+)\)"', html)) == sorted(made)


def test_a_card_has_its_shadow_below_it(look: Theme) -> None:
    """Four pale copies, the same in SVG and PDF, each before the card itself."""
    scene = draw_deck(OUTLINE, look, Report())
    (page,) = [page for page in whole_pages(scene, look) if page.kind == "cards"]
    cards = [shape for shape in page.shapes if isinstance(shape, Box) and shape.shadow]
    assert len(cards) == 2
    html = write_scene(replace(scene, pages=(page,)), "html", look, Report()).decode()
    assert html.count('fill-opacity="0.100"') == 8


def test_the_logo_is_on_every_page_above_its_ground(look: Theme) -> None:
    """The ground comes first, the logo before what the slide says."""
    assert look.logo
    for page in whole_pages(draw_deck(OUTLINE, look, Report()), look):
        names = [shape.name for shape in page.shapes]
        assert names.count("标志") == 1
        assert page.shapes[names.index("标志")] == look.logo.image
        if page.kind == "bullets":
            ground = page.shapes[0]
            assert isinstance(ground, Box)
            assert isinstance(ground.fill, Fill)
            assert len(ground.fill.stops) == 2
