"""The tones of lines: as light as a branch's depth asks for, and still to be seen on the ground."""

from __future__ import annotations

from ...model.color import Color, ColorRole, Tone, contrast
from ...model.theme import Theme

# Of a colour to the ground: a branch is told by its place too, a brace by its line alone
_BRANCH, _BRACE = 1.6, 2.0
_DEEP = 3  # the level from which branches are lighter


def branch_color(theme: Theme, role: ColorRole, depth: int) -> Color:
    """Return the colour of the edge into a node of that depth."""
    light = Color(role, Tone.MID)
    is_light = depth >= _DEEP and _is_seen(theme, light, _BRANCH)
    return light if is_light else Color(role)


def brace_color(theme: Theme, role: ColorRole) -> Color:
    """Return the colour of a thin line that belongs to a branch."""
    light = Color(role, Tone.MID)
    return light if _is_seen(theme, light, _BRACE) else Color(role, Tone.INK)


def _is_seen(theme: Theme, color: Color, least: float) -> bool:
    palette = theme.palette
    return contrast(palette.rgb(color), palette.rgb(Color(ColorRole.BACKGROUND))) >= least
