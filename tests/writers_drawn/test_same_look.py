"""A PNG beside the same page's SVG as Chromium shows it, with the same letters: one look.

Without Chromium these tests are skipped; with DECKGEN_REQUIRE_OFFICE=1 that is a failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from chrome import Browser
from PIL import Image, ImageChops, ImageStat

from deckgen import Report, pipeline, read_outline
from deckgen.model.scene import Page, Scene
from deckgen.model.theme import Theme
from deckgen.model.units import to_px
from deckgen.writers import png
from deckgen.writers._letters import Letters
from deckgen.writers._page import whole_page
from deckgen.writers._svg import Drawing

pytestmark = pytest.mark.browser

GALLERY = Path(__file__).resolve().parents[2] / "docs" / "gallery" / "gallery.yaml"
KINDS = ("title", "section", "cards", "cycle", "chart", "table", "code", "image", "closing", "map")
GLANCE = 8  # pixels to one: edges are smoothed otherwise there, shapes and tones are not
MEAN, MOST = 0.8, 70.0  # of 255 steps of grey


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as chromium:
        yield chromium


def seen(browser: Browser, page: Page, theme: Theme, folder: Path) -> Image.Image:
    """What Chromium shows of a page, a pixel to a CSS pixel."""
    drawing = Drawing(page, theme, has_cells=True)
    drawing.letters = Letters()
    file = folder / "page.svg"
    file.write_text(drawing.document("zh"), "utf-8")
    tab = browser.tab(file.as_uri())
    width, height = (round(to_px(side)) for side in (page.size.width, page.size.height))
    tab.call(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=height,
        deviceScaleFactor=1,
        mobile=False,
    )
    return Image.open(BytesIO(tab.picture()))


def difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """How far two pictures are apart at a glance, in steps of grey: on the average, and at most."""
    size = (one.width // GLANCE, one.height // GLANCE)
    small = (picture.convert("L").resize(size, Image.Resampling.BOX) for picture in (one, other))
    apart = ImageChops.difference(*small)
    return ImageStat.Stat(apart).mean[0], float(apart.getextrema()[1])


@pytest.mark.product
@pytest.mark.parametrize("name", ["ink", "soft", "stage"])
def test_a_slide_looks_as_in_a_browser(name: str, browser: Browser, tmp_path: Path) -> None:
    """Gradients, shadows, round corners, arrows, charts, listings, pictures, night and day."""
    outline, report = read_outline(GALLERY), Report()
    theme = pipeline.Themes().compile(outline, name, report)
    scene = pipeline.draw_deck(outline, theme, report)
    found = {page.kind: page for page in scene.pages if page.kind in KINDS}
    assert set(found) == set(KINDS)
    far = {}
    for kind, page in found.items():
        whole = replace(whole_page(page, theme), layout="", zoom=1)
        ours = Image.open(BytesIO(png.write(Scene((whole,)), theme, Report())))
        apart = difference(ours, seen(browser, whole_page(page, theme), theme, tmp_path))
        if apart[0] > MEAN or apart[1] > MOST:
            far[kind] = apart
    assert far == {}


def test_the_measure_sees_what_the_eye_does() -> None:
    """A word that is not there, a box a few pixels off, a tone too dark."""
    plain = Image.new("L", (400, 400), 255)
    for box, tone, is_far in (
        ((100, 100, 180, 130), 40, True),
        ((0, 0, 400, 400), 253, True),
        ((100, 100, 101, 101), 0, False),
    ):
        other = plain.copy()
        other.paste(tone, box)
        mean, most = difference(plain, other)
        assert (mean > MEAN or most > MOST) == is_far
