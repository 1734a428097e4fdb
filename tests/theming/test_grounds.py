"""What pages stand on, the logo and the room that it gets, shadows, footers, frames."""

from __future__ import annotations

import io
import re
import struct
import zlib
from dataclasses import replace

import pytest
from PIL import Image as Picture
from themes_at_hand import TALL, WIDE, load, source

from deckgen.model.color import Color, ColorRole, Rgb, Tone, contrast
from deckgen.model.style import Fill, Shadow, Stop
from deckgen.model.theme import PLAIN_GROUND, LayoutSpec, Placeholder, Theme
from deckgen.model.units import Rect, Size, inches, pt
from deckgen.problems import DeckgenError, Report
from deckgen.theming.frames import check_frames, settled
from deckgen.theming.load import Choice, load_theme


def png(width: int, height: int, color: tuple[int, int, int] = (200, 30, 40)) -> bytes:
    into = io.BytesIO()
    Picture.new("RGB", (width, height), color).save(into, "PNG")
    return into.getvalue()


STRIPES = Picture.new("RGB", (160, 90), "white")
STRIPES.paste((0, 0, 0), (0, 0, 80, 90))
_into = io.BytesIO()
STRIPES.save(_into, "PNG")
BESIDE = {"logo.png": png(400, 100), "stripes.png": _into.getvalue(), "broken.png": b"\x89PNG\r\n"}
HUGE = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    for kind, data in (
        (b"IHDR", struct.pack(">IIBBBBB", 9_000, 9_000, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0" * 100)),
        (b"IEND", b""),
    )
)
BESIDE["huge.png"] = HUGE
_into = io.BytesIO()
Picture.new("RGBA", (160, 90), (255, 255, 255, 0)).save(_into, "PNG")
BESIDE["glass.png"] = _into.getvalue()


def theme(content: str, page: Size = WIDE, kinds: tuple[str, ...] = ()) -> Theme:
    find = source({"t": content}, BESIDE)
    return load_theme("t", find, page, Report(), Choice(kinds=kinds))


def told(content: str, kinds: tuple[str, ...] = ()) -> list[str]:
    """Return what is said of a theme: place, message, hint."""
    with pytest.raises(DeckgenError) as raised:
        theme(content, kinds=kinds)
    return [f"{problem} | {problem.hint}" for problem in raised.value.problems]


def test_a_gradient_is_roles_along_a_line() -> None:
    """Stops are even; the angle is the page's, and `radial` goes from the middle."""
    content = """
background:
  page: {gradient: [surface, background], radial: true}
  section: {gradient: [background, accent1 soft, surface], angle: 45}
  title: {fill: accent1}
"""
    made = theme(content)
    background, surface = Color(ColorRole.BACKGROUND), Color(ColorRole.SURFACE)
    stops = (
        Stop(background, 0), Stop(Color(ColorRole.ACCENT1, Tone.SOFT), 50), Stop(surface, 100),
    )  # fmt: skip
    assert made.ground("section").fill == Fill(background, stops, 45)
    radial = (Stop(surface, 0), Stop(background, 100))
    assert made.ground("bullets").fill == Fill(surface, radial, 90, is_radial=True)
    assert made.ground("title").fill == Fill(Color(ColorRole.ACCENT1))
    assert load("base").ground("title") == PLAIN_GROUND


def test_inks_can_be_read_on_the_pages_gradient_too() -> None:
    """A ground that pages stand on counts among those of every accent's ink."""
    ground = 'palette: {surface: "#9AA0A6", text: "#000000", muted: "#111111"}\n'
    made = theme(ground + "background: {page: {gradient: [background, surface]}}")
    palette = made.palette
    ink = palette.rgb(Color(ColorRole.ACCENT3, Tone.INK))
    assert contrast(ink, palette.rgb(Color(ColorRole.SURFACE))) >= 4.5


def test_words_must_be_readable_on_what_pages_stand_on() -> None:
    """The first colour on which they are not is told, with what would do."""
    assert told("background:\n  page: {gradient: [background, accent1]}") == [
        "t.yaml:2:9: error: 'text' cannot be read on 'accent1': 2.6:1, not 4.5:1"
        " | take background, surface, or a paler tone"
    ]


def test_a_picture_gets_the_veil_that_words_need() -> None:
    """Black and white stripes are pale enough for text and muted words after it."""
    ground = theme("background: {title: {picture: stripes.png}}").ground("title")
    shown = Picture.open(io.BytesIO(ground.picture)).convert("RGB")
    assert abs(shown.width / shown.height - WIDE.width / WIDE.height) < 0.02
    palette = load("base").palette
    for x in (2, shown.width - 3):
        place = shown.getpixel((x, 5))
        assert isinstance(place, tuple)
        for role in (ColorRole.TEXT, ColorRole.MUTED):
            assert contrast(palette.colors[role], Rgb(*place[:3])) >= 4.5


def test_a_veil_may_be_given() -> None:
    """0 leaves the picture as it is."""
    ground = theme("background: {title: {picture: stripes.png, veil: 0}}").ground("title")
    shown = Picture.open(io.BytesIO(ground.picture)).convert("RGB")
    assert shown.getpixel((2, 5)) == (0, 0, 0)


def test_nothing_shows_through_a_picture() -> None:
    """Where it is transparent, the background's colour stands."""
    content = "extends: stage\nbackground: {title: {picture: glass.png}}"
    ground = theme(content).ground("title")
    shown = Picture.open(io.BytesIO(ground.picture))
    assert shown.mode == "RGB"
    background = load("stage").palette.colors[ColorRole.BACKGROUND]
    assert shown.getpixel((5, 5)) == (background.red, background.green, background.blue)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("background: {title: {picture: none.png}}", "cannot find 'none.png' | put it there"),
        (
            "background: {title: {picture: broken.png}}",
            "the picture 'broken.png' cannot be read | save it anew as PNG or JPEG",
        ),
        (
            "background: {title: {picture: huge.png}}",
            "the picture 'huge.png' has 9000 × 9000 pixels, too many to be decoded"
            " | scale it to 4000 pixels or less",
        ),
        (
            "background: {title: {angle: 90}}",
            "a ground needs 'fill', 'gradient' or 'picture'"
            " | such as {gradient: [background, surface]}",
        ),
        (
            "background: {title: {gradient: [surface]}}",
            "'gradient' must be a list of two to five colours | such as [background, surface]",
        ),
        ("background: {title: {gradient: [a, b]}}", "unknown colour role 'a'"),
        ("logo: {file: broken.png}", "the picture 'broken.png' cannot be read"),
        ("logo: {height: 1}", "a logo needs its 'file' | such as {file: logo.png}"),
        ("logo: {file: logo.png, corner: middle}", "unknown word 'middle' | known: bottom left"),
        (
            "logo: {file: logo.png, height: 2, space: 1}",
            "the logo reaches into the slide's body | let 'height' be",
        ),
        ("footer: '{buch}'", "unknown field '{buch}' in the footer | known: author, book"),
        ("decor: {sektion: []}", "unknown layout 'sektion' | did you mean 'section'?"),
        ("background: {titel: {fill: text}}", "unknown layout 'titel' | did you mean 'title'?"),
        ("frames: {titel: {}}", "unknown layout 'titel' | did you mean 'title'?"),
        (
            "frames: {title: {title: [12, 1, 3, 1]}}",
            "the frame of 'title' leaves the page"
            " | [left, top, width, height] in inches; the page is 7.5 high",
        ),
        ("palette: {positive: '#00AA00'}", "'positive' must name an accent | such as accent3"),
        ("styles: {lead: {color: negative}}", "'negative' stands on slides only"),
    ],
)
def test_mistakes_are_told_with_their_remedy(content: str, message: str) -> None:
    """One problem each, on the line where it stands."""
    (said,) = told(content, ("title", "section"))[:1]
    assert re.fullmatch(r"t\.yaml:1:\d+: error: " + re.escape(message) + ".*", said)


@pytest.mark.parametrize("corner", ["top left", "top right", "bottom left", "bottom right"])
@pytest.mark.parametrize("page", [WIDE, TALL])
def test_nothing_stands_in_the_logos_room(corner: str, page: Size) -> None:
    """It is as high as asked for, and title, lead, body and footer keep clear of it."""
    content = f"logo: {{file: logo.png, corner: {corner}, height: 0.35, alt: 公司}}"
    made = theme(content, page)
    logo = made.logo
    assert logo
    frame = logo.image.frame
    assert (frame.height, frame.width) == (inches(0.35), 4 * inches(0.35))
    assert Rect(0, 0, page.width, page.height).contains(logo.room)
    grid = made.grid
    bands = (grid.title, grid.lead, grid.body, grid.footer)
    assert [band for band in bands if band.overlaps(logo.room)] == []
    assert min(band.width for band in bands) > page.width // 2
    assert logo.image.alt == "公司"


def test_layouts_keep_clear_of_the_logo() -> None:
    """A frame of a layout's own is narrowed on the side where the logo stands."""
    made = theme("logo: {file: logo.png, corner: top right}")
    assert made.logo
    wide = Rect(inches(1), inches(0.2), WIDE.width - inches(2), inches(1))
    spec = LayoutSpec("x", "x", "x", (Placeholder(0, "title", "标题", wide, ()),))
    (holder,) = settled(spec, made).placeholders
    assert holder.frame == replace(wide, width=made.logo.room.x - wide.x)


def test_a_shadow_is_of_the_darker_ground() -> None:
    """Of words on a light theme, of the background on a dark one; of strength 0 there is none."""
    shadow = "tokens: {shadow: {distance: 3, blur: 9, strength: 25}}"
    text, background = Color(ColorRole.TEXT), Color(ColorRole.BACKGROUND)
    assert theme(shadow).tokens.shadow == Shadow(text, pt(3), pt(9), 25)
    dark = theme(f"extends: stage\n{shadow}").tokens.shadow
    assert dark == Shadow(background, pt(3), pt(9), 25)
    assert theme("tokens: {shadow: {strength: 0}}").tokens.shadow is None
    assert load("base").tokens.shadow is None


def one_layout(made: Theme, report: Report) -> LayoutSpec:
    """Return a layout of two frames as the theme wants them, checked."""
    left, right = (Rect(inches(1 + 5 * i), inches(3), inches(4), inches(2)) for i in (0, 1))
    spec = LayoutSpec(
        "pair",
        "pair",
        "双栏",
        (Placeholder(1, "body", "左", left, ()), Placeholder(2, "body", "右", right, ())),
    )
    spec = settled(spec, made)
    check_frames((spec,), made, report)
    return spec


def test_a_theme_puts_a_frame_elsewhere() -> None:
    """By its name in the selection pane, or by what all layouts call it."""
    for name in ("左", "body"):
        report = Report()
        spec = one_layout(theme(f"frames: {{pair: {{{name}: [1, 2, 4.5, 3]}}}}"), report)
        expected = Rect(inches(1), inches(2), inches(4.5), inches(3))
        assert (spec.placeholder(1).frame, report.problems) == (expected, ())


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ("左: [1, 2, 6, 3]", "the frame of '左' lies over that of '右'"),
        ("中: [1, 2, 1, 1]", "the layout 'pair' has no frame '中'"),
    ],
)
def test_frames_that_cannot_be_are_told(frame: str, message: str) -> None:
    """On the line that moves them, once."""
    report = Report()
    one_layout(theme(f"frames: {{pair: {{{frame}}}}}"), report)
    assert [str(problem) for problem in report.problems] == [f"t.yaml:1:17: error: {message}"]


def test_a_base_without_its_styles_is_told() -> None:
    """A truncated file in the place of deckgen's own is a mistake, never a crash."""
    find = source({"base": "title: x\nstyles: {cover: {sizes: [20]}}"})
    with pytest.raises(DeckgenError) as raised:
        load_theme("base", find, WIDE, Report())
    messages = [problem.message for problem in raised.value.problems]
    said = "the styles lack cover_lead, cover_fact, title, lead, body1 …"
    assert [message for message in messages if "styles lack" in message] == [said]
