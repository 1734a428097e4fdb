"""Every layout of every theme, on both page sizes: frames stand apart, inside the margins."""

from __future__ import annotations

from itertools import combinations

import pytest
from slides_at_hand import ASPECTS, LAYOUTS, THEMES, theme

from deckgen.model.theme import LayoutSpec, Placeholder, Theme
from deckgen.model.units import Rect, inches, pt

FURNITURE = ("ftr", "sldNum")
LOOKS = [(name, aspect) for name in THEMES for aspect in ASPECTS]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request: pytest.FixtureRequest) -> Theme:
    return theme(*request.param)


def specs_of(look: Theme) -> list[LayoutSpec]:
    return [spec for spec in look.layouts.values() if spec.kind in LAYOUTS]


def room(holder: Placeholder) -> Rect:
    """Return where text stands: a chevron's tip reaches into a notch, a block behind the footer.

    A case's name has a panel for its ground, on which a tag and a lead stand, too.
    """
    is_shape = "步骤" in holder.name or holder.name in ("节号", "案例名")
    return holder.frame.inset(holder.insets) if is_shape else holder.frame


def test_frames_of_one_layout_do_not_overlap(look: Theme) -> None:
    """No placeholder of a layout lies on another one."""
    overlaps = [
        f"{spec.name}: {one.name} and {other.name}"
        for spec in specs_of(look)
        for one, other in combinations(spec.placeholders, 2)
        if room(one).overlaps(room(other))
    ]
    assert overlaps == []


def test_frames_lie_inside_the_margins(look: Theme) -> None:
    """Words keep to the grid's margins, of 5 % of the width at least; a block may bleed."""
    grid = look.grid
    assert grid.margin_x * 20 >= grid.page.width
    inside = Rect(grid.margin_x, 0, grid.width, grid.page.height)
    outside = [
        f"{spec.name}: {holder.name}"
        for spec in specs_of(look)
        for holder in spec.placeholders
        if not inside.contains(holder.frame.inset(holder.insets))
    ]
    assert outside == []


def test_frames_hold_a_line_of_their_text(look: Theme) -> None:
    """Each frame is as high as a line at the smallest size, and four characters wide.

    A narrow page once left the takeaways' titles a column without any width.
    """
    small = [
        f"{spec.name}: {holder.name}"
        for spec in specs_of(look)
        for holder in spec.placeholders
        if holder.kind not in FURNITURE
        for size in [min(holder.styles[0].sizes)]
        for inner in [holder.frame.inset(holder.insets)]
        if inner.height < inches(size * 1.45 / 72)
        or inner.width < inches((1 if "号" in holder.name else 3.5) * size / 72)
    ]
    assert small == []


def test_placeholders_are_told_apart(look: Theme) -> None:
    """In a layout every idx and every name stands once, and the title comes first."""
    for spec in specs_of(look):
        ids = [holder.idx for holder in spec.placeholders]
        names = [holder.name for holder in spec.placeholders]
        assert sorted(set(ids)) == sorted(ids), spec.name
        assert sorted(set(names)) == sorted(names), spec.name
        assert spec.placeholders[0].kind in ("title", "ctrTitle"), spec.name


def test_specs_are_told_apart(look: Theme) -> None:
    """Every layout in a theme has a label of its own, and knows the plug-in it belongs to."""
    labels = [spec.label for spec in look.layouts.values()]
    assert sorted(set(labels)) == sorted(labels)
    assert all(name == spec.name for name, spec in look.layouts.items())
    assert {spec.kind for spec in specs_of(look)} == set(LAYOUTS)


def test_every_layout_has_a_footer_and_a_number(look: Theme) -> None:
    """They stand alike on all layouts, so that nothing jumps from slide to slide."""
    places = {
        tuple(
            (holder.idx, holder.kind, holder.frame)
            for holder in spec.placeholders
            if holder.kind in FURNITURE
        )
        for spec in specs_of(look)
    }
    ((footer, number),) = places
    assert (footer[:2], number[:2]) == ((11, "ftr"), (12, "sldNum"))


def test_equal_things_have_equal_sizes(look: Theme) -> None:
    """The cards of a row, the rows of a list and the steps of a chain are alike."""
    for spec in specs_of(look):
        for word in ("卡片", "步骤", "条目", "序号", "顶点", "各节"):
            frames = [one.frame for one in spec.placeholders if one.name.startswith(word)]
            if spec.name.startswith("cards-5"):
                continue  # three above two
            assert len({(frame.width, frame.height) for frame in frames}) <= 1, spec.name


def test_titles_stand_at_one_place(look: Theme) -> None:
    """The heading of every content layout has the same frame, to the EMU.

    It stands on the grid's band; below that there is room for g and y, and the lead further down.
    """
    titles = [spec.placeholder(0) for spec in specs_of(look) if spec.has_rule]
    assert {title.frame.inset(title.insets) for title in titles} == {look.grid.title}
    assert {title.frame.bottom - look.grid.title.bottom for title in titles} == {
        pt(0.11 * max(look.style("title").sizes))
    }
    assert titles[0].frame.bottom <= look.grid.lead.y
