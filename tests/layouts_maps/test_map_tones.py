"""Lines of a map are seen on every theme's ground, light and dark, and grow lighter with depth."""

from __future__ import annotations

import pytest
from test_structures import THEMES

from deckgen.files import find_theme, theme_folders
from deckgen.layouts.maps._tones import brace_color, branch_color
from deckgen.model.color import ACCENTS, Color, ColorRole, contrast
from deckgen.model.units import Size, inches
from deckgen.problems import Report
from deckgen.theming.load import Choice, load_theme

PAGE = Size(inches(40 / 3), inches(7.5))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("variant", ["light", "dark"])
def test_lines_are_seen_on_their_ground(name: str, variant: str) -> None:
    """Deep branches are no stronger than those near the root; braces are twice their ground."""
    theme = load_theme(
        name, lambda one: find_theme(one, theme_folders("")), PAGE, Report(), Choice(variant)
    )

    def seen(color: Color) -> float:
        palette = theme.palette
        return contrast(palette.rgb(color), palette.rgb(Color(ColorRole.BACKGROUND)))

    for accent in ACCENTS:
        near, deep = (seen(branch_color(theme, accent, depth)) for depth in (1, 3))
        assert near >= deep >= 1.4, accent
        assert seen(brace_color(theme, accent)) >= 2, accent
