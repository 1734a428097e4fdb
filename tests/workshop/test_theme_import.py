"""`deckgen theme import`: a theme file read out of somebody's template."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import yaml
from PIL import Image
from templates.made import TEMPLATES, USUAL, Look, heading, package
from workshop_at_hand import run, said

from deckgen.model.color import ColorRole
from deckgen.model.style import Align
from deckgen.problems import Severity
from deckgen.workshop import sample
from deckgen.workshop.frames import check_frames
from deckgen.workshop.places import Places

LOGO = (
    '<p:pic><p:nvPicPr><p:cNvPr id="9" name="logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/>'
    '</p:nvPicPr><p:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch>'
    '</p:blipFill><p:spPr><a:xfrm><a:off x="10972800" y="274320"/>'
    '<a:ext cx="914400" cy="457200"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</p:spPr></p:pic>"
)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in an empty folder."""
    monkeypatch.chdir(tmp_path)


def imported(blob: bytes) -> dict[str, object]:
    """Return what is read out of a template, as data."""
    Path("firm.pptx").write_bytes(blob)
    result = run("import", "firm.pptx")
    assert said(result).startswith("'themes/firm.yaml' written")
    assert result.exit_code == 0
    data: dict[str, object] = yaml.safe_load(Path("themes/firm.yaml").read_text("utf-8"))
    return data


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_kind_of_template_becomes_a_theme(name: str) -> None:
    """It loads, and its layouts stand on the page and apart."""
    assert imported(TEMPLATES[name]())["extends"] == "base"
    problems = check_frames([sample.look("firm")], Places("firm")).problems
    faults = [one.message for one in problems if one.severity is Severity.ERROR]
    # a triangle in a corner takes some of the body, and eight rows are too many for the rest
    assert [one for one in faults if "takeaways-8" not in one] == []


def test_colours_fonts_sizes_and_blocks_are_read() -> None:
    """Colours by the master's colour map, sizes on our scale, a line under titles as one."""
    data = imported(TEMPLATES["chinese"]())
    theme = sample.look("firm").theme
    assert theme.palette.colors[ColorRole.ACCENT1].hex == "0B5CAD"
    assert (theme.fonts.major.latin, theme.fonts.major.ea) == ("Times New Roman", "宋体")
    assert theme.style("title").sizes == (32, 28, 24, 20)
    assert theme.style("title").align is Align.LEFT
    assert 'ea: "宋体"' in Path("themes/firm.yaml").read_text("utf-8")
    assert data["decor"] == {"rule": [{"rect": [0.8, 1.45, 1.4, 0.06], "fill": "accent1"}]}


def test_dark_pages_are_dark() -> None:
    """A master whose map turns light and dark about gives a dark theme, on its own pictures."""
    imported(TEMPLATES["pictured"]())
    theme = sample.look("firm").theme
    colors = theme.palette.colors
    assert colors[ColorRole.BACKGROUND].luminance < 0.1 < colors[ColorRole.TEXT].luminance
    assert theme.ground("page").picture
    assert theme.ground("title").picture not in (b"", theme.ground("page").picture)
    beside = sorted(path.name for path in Path("themes").iterdir())
    assert beside == ["firm-page.png", "firm-title.png", "firm.yaml"]


def test_one_small_picture_in_a_corner_is_the_logo() -> None:
    """Its corner and height are kept; its bytes lie beside the theme."""
    buffer = io.BytesIO()
    Image.new("RGB", (80, 40), "#C00000").save(buffer, "PNG")
    drawn = LOGO.format(rid=f"rId{len(USUAL) + 2}")
    look = Look(heading(), USUAL, drawn=drawn, media={"logo.png": buffer.getvalue()})
    data = imported(package([look]))
    assert data["logo"] == {"file": "firm-logo.png", "corner": "top right", "height": 0.5}
    assert sample.look("firm").theme.logo is not None


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("none.pptx",), "cannot find 'none.pptx'"),
        (("text.pptx",), "text.pptx: error: "),
        (("firm.pptx", "-o", "x.txt"), "a theme cannot be written as 'x.txt'"),
        (("firm.pptx", "-o", "there.yaml"), "'there.yaml' is there already"),
        (("firm.pptx", "-o", "there.yaml/x.yaml"), "'there.yaml' is a file"),
    ],
)
def test_what_cannot_be_read_or_written_is_said(args: tuple[str, ...], words: str) -> None:
    """And nothing is written."""
    Path("text.pptx").write_text("no archive")
    Path("there.yaml").write_text("mine")
    Path("firm.pptx").write_bytes(TEMPLATES["no-body"]())
    result = run("import", *args)
    assert result.exit_code == 1
    assert words in said(result)
    assert Path("there.yaml").read_text() == "mine"
    assert not Path("themes").exists()
