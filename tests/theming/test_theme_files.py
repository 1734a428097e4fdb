"""The themes that deckgen brings, and what `extends` makes of two files."""

from __future__ import annotations

import pytest
from themes_at_hand import FOLDER, SHIPPED, TALL, WIDE, load, problems

from deckgen.model.color import ACCENTS, Color, ColorRole, Rgb, Tone, contrast
from deckgen.model.scene import Box, Path
from deckgen.model.style import Align, Face
from deckgen.model.theme import Palette
from deckgen.model.units import Rect, Size, inches, pt
from deckgen.problems import Report

READABLE = 4.5
GROUNDS = (Color(ColorRole.BACKGROUND), Color(ColorRole.SURFACE))


@pytest.mark.parametrize("page", [WIDE, TALL])
@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_themes_have_no_problems(name: str, page: Size) -> None:
    """Nothing is reported, and the page is the one asked for."""
    report = Report()
    theme = load(name, page, report)
    assert report.problems == ()
    assert theme.grid.page == page
    assert theme.title


def test_the_release_has_its_themes() -> None:
    """Ten, and the one that they extend."""
    ten = "ink wechat stage book plain poster soft academy notebook contrast"
    assert set(SHIPPED) == {"base", *ten.split()}


def unreadable(palette: Palette, texts: dict[str, tuple[Color, Color]]) -> list[str]:
    """Return the pairs of text and ground with too little contrast."""
    found = []
    for name, (text, ground) in texts.items():
        ratio = contrast(palette.rgb(text), palette.rgb(ground))
        if ratio < READABLE:
            found.append(f"{name}: {ratio:.2f}")
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_ink_reads_on_every_ground(name: str) -> None:
    """An accent's ink has 4.5:1 on background, surface and the accent's own soft tone."""
    texts = {
        f"{role} ink on {ground.role} {ground.tone}": (Color(role, Tone.INK), ground)
        for role in ACCENTS
        for ground in (*GROUNDS, Color(role, Tone.SOFT))
    }
    assert unreadable(load(name).palette, texts) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_on_reads_on_every_accent(name: str) -> None:
    """Text on an accent has 4.5:1; so it has on a panel's head, which is muted."""
    roles = (*ACCENTS, ColorRole.MUTED)
    texts = {f"on {role}": (Color(role, Tone.ON), Color(role)) for role in roles}
    assert unreadable(load(name).palette, texts) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_running_text_reads_on_every_ground(name: str) -> None:
    """Text reads on every ground there is; muted words on background and surface."""
    plain = {
        f"{text} on {ground.role}": (Color(text), ground)
        for text in (ColorRole.TEXT, ColorRole.MUTED)
        for ground in GROUNDS
    }
    soft = {
        f"text on {role} soft": (Color(ColorRole.TEXT), Color(role, Tone.SOFT)) for role in ACCENTS
    }
    assert unreadable(load(name).palette, plain | soft) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_all_accents_share_their_tones(name: str) -> None:
    """A slide swaps accents by a colour map, which keeps the shade: one shade must do for all."""
    palette = load(name).palette
    for tone in (Tone.SOFT, Tone.MID, Tone.INK):
        shifts = {palette.shift(Color(role, tone)) for role in ACCENTS}
        assert len({(shift.lum_mod, shift.lum_off) for shift in shifts}) == 1
    assert len({palette.shift(Color(role, Tone.ON)) for role in ACCENTS}) == 1


@pytest.mark.parametrize("name", SHIPPED)
def test_sizes_come_from_the_scale(name: str) -> None:
    """Sizes are the scale's; only captions, footers, notes and crowded tables are under 16."""
    scale = {96, 72, 54, 40, 32, 28, 24, 20, 18, 16, 12}
    styles = load(name).styles
    assert {size for style in styles.values() for size in style.sizes} <= scale
    small = {key for key, style in styles.items() if min(style.sizes) < 16}
    assert small <= {"footer", "number", "notes", "caption", "cell_small"}


def test_the_nearer_value_wins_and_the_others_stay() -> None:
    """Mappings are merged key by key, lists are replaced whole."""
    mine = """
extends: middle
palette: {accent1: "#0a0b0c"}
styles: {title: {sizes: [28, 24], align: center}}
"""
    middle = 'palette: {accent1: "#111111", accent2: "#222222"}\ntokens: {corner: 0.5}\n'
    theme, base = load("mine", mine=mine, middle=middle), load("base")
    assert theme.palette.colors[ColorRole.ACCENT1] == Rgb(10, 11, 12)
    assert theme.palette.colors[ColorRole.ACCENT2] == Rgb(34, 34, 34)
    assert theme.palette.colors[ColorRole.ACCENT3] == base.palette.colors[ColorRole.ACCENT3]
    assert theme.tokens.corner == inches(0.5)
    assert theme.tokens.line == base.tokens.line
    title = theme.style("title")
    assert (title.sizes, title.align, title.face, title.bold) == (
        (28, 24),
        Align.CENTER,
        Face.MAJOR,
        True,
    )
    assert theme.style("lead") == base.style("lead")
    assert (theme.name, theme.title) == ("mine", base.title)


def test_a_theme_without_extends_extends_base() -> None:
    """A page of colours is a whole theme; even an empty mapping is."""
    assert load("mine", mine="{}").styles == load("base").styles
    assert problems("title: 素\n") == ()


def test_decorations_replace_those_of_the_parent() -> None:
    """A decor of one's own is all there is: the parent's rule does not shine through."""
    mine = "extends: wechat\ndecor: {section: [{ellipse: [1, 1, 2, 2], fill: accent2 soft}]}\n"
    theme = load("mine", mine=mine)
    assert list(theme.decor) == ["section"]
    assert "rule" in load("wechat").decor


def test_decorations_count_from_the_far_edge_too() -> None:
    """A negative left or top counts from the right or bottom edge, on every page size."""
    mine = "decor: {rule: [{rect: [-2, -1, 1.5, 0.5], corner: 0.1, fill: muted}]}\n"
    for page in (WIDE, TALL):
        (shape,) = load("mine", page, mine=mine).decor["rule"]
        assert isinstance(shape, Box)
        left, top = page.width - inches(2), page.height - inches(1)
        assert shape.frame == Rect(left, top, inches(1.5), inches(0.5))


def test_a_shape_reaches_to_the_far_edge_and_repeats() -> None:
    """A width of 0 ends at the edge, a negative one before it; copies go on up to the edge."""
    mine = "decor: {page: [{rect: [0.5, 0, 0, 0.1]}, {rect: [1, 0, 0.1, -0.5], every: [4, 0]}]}\n"
    for page, count in ((WIDE, 4), (TALL, 3)):
        bar, *copies = load("mine", page, mine=mine).decor["page"]
        assert isinstance(bar, Box)
        assert bar.frame == Rect(inches(0.5), 0, page.width - inches(0.5), inches(0.1))
        frames = [copy.frame for copy in copies if isinstance(copy, Box)]
        height = page.height - inches(0.5)
        assert frames == [Rect(inches(1 + 4 * i), 0, inches(0.1), height) for i in range(count)]


def test_a_larger_theme_is_a_step_up_the_scale() -> None:
    """Every size moves up; the largest stays, and none comes twice."""
    base, large = load("base"), load("mine", mine="larger: 1")
    assert base.style("cover").sizes == (72, 54, 40, 32, 28)
    assert large.style("cover").sizes == (72, 54, 40, 32)
    assert large.style("body1").sizes == (28, 24, 20)
    assert large.style("footer").sizes == (16,)


def test_a_size_that_is_said_twice_waits() -> None:
    """Styles walk down their scales together; sizes that a step up makes alike are one."""
    style = "styles: {term: {sizes: [54, 40, 20, 20, 18]}}"
    sizes = [load("mine", mine=f"larger: {up}\n{style}").styles["term"].sizes for up in (0, 1)]
    assert sizes == [(54, 40, 20, 20, 18), (54, 24, 24, 20)]


def test_inks_have_the_contrast_that_a_theme_asks_for() -> None:
    """The high-contrast theme has 7:1 for every text on every ground."""
    palette = load("contrast").palette
    texts = [(Color(ColorRole.TEXT), ground) for ground in GROUNDS]
    texts += [(Color(ColorRole.MUTED), ground) for ground in GROUNDS]
    for role in ACCENTS:
        soft = Color(role, Tone.SOFT)
        texts += [(Color(ColorRole.TEXT), soft), (Color(ColorRole.MUTED), soft)]
        texts += [(Color(role, Tone.INK), ground) for ground in (*GROUNDS, soft)]
        texts.append((Color(role, Tone.ON), Color(role)))
    assert min(contrast(palette.rgb(text), palette.rgb(on)) for text, on in texts) >= 7


def test_paths_are_curves_in_inches() -> None:
    """A straight segment is a cubic whose control points are its ends."""
    mine = "decor: {rule: [{path: M 1 1 L 2 1 C 3 1 3 2 -.5 +2. Z}]}\n"
    (shape,) = load("mine", mine=mine).decor["rule"]
    assert isinstance(shape, Path)
    points = [(point.x / inches(1), point.y / inches(1)) for point in shape.points]
    assert points == [(1, 1), (1, 1), (2, 1), (2, 1), (3, 1), (3, 2), (-0.5, 2)]
    assert shape.closed


def test_lengths_are_inches_and_lines_are_points() -> None:
    """Every length leaves in EMU."""
    mine = "grid: {margin: 1, body: [2, 4]}\ntokens: {line: 2, padding: [0.1, 0.2]}\n"
    theme = load("mine", mine=mine)
    body = Rect(inches(1), inches(2), WIDE.width - inches(2), inches(4))
    assert theme.grid.body == body
    assert theme.tokens.line == pt(2)
    assert (theme.tokens.padding.left, theme.tokens.padding.bottom) == (inches(0.1), inches(0.2))


def test_a_byte_order_mark_is_no_mistake() -> None:
    """Windows' Notepad writes one."""
    assert problems("\ufefftitle: 素\n".encode()) == ()


def test_every_shipped_theme_is_a_short_file() -> None:
    """A theme is a page of values: no long one hides code in data."""
    sizes = {path.stem: len(path.read_text("utf-8").splitlines()) for path in FOLDER.glob("*.yaml")}
    assert max(sizes.values()) < 200
