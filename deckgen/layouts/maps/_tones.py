"""The tones of lines: as light as a branch's depth asks for, and still to be seen on the ground."""

from __future__ import annotations

from ...model.color import Color, ColorRole, Tone, contrast
from ...model.theme import Theme

# Of a colour to the ground: a branch is told by its place too, a brace by its line alone
_LEAST, _BRANCH, _BRACE = 1.4, 1.6, 2.0
_DEEP = 3  # the level from which branches are lighter


def branch_color(theme: Theme, role: ColorRole, depth: int) -> Color:
    """Return the colour of the edge into a node of that depth: lighter where it is deep.

    Which of an accent and its middle tone is the lighter differs from theme to theme.
    """
    tones = (Color(role), Color(role, Tone.MID))
    light, strong = sorted(tones, key=lambda color: _contrast(theme, color))
    if _contrast(theme, strong) < _LEAST:
        return Color(role, Tone.INK)
    return light if depth >= _DEEP and _contrast(theme, light) >= _BRANCH else strong


def brace_color(theme: Theme, role: ColorRole) -> Color:
    """Return the colour of a thin line that belongs to a branch."""
    light = Color(role, Tone.MID)
    return light if _contrast(theme, light) >= _BRACE else Color(role, Tone.INK)


def _contrast(theme: Theme, color: Color) -> float:
    palette = theme.palette
    return contrast(palette.rgb(color), palette.rgb(Color(ColorRole.BACKGROUND)))
