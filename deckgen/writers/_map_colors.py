"""The colours of a map in the browser: a name for every role and tone, and two palettes.

Shapes say `var(--accent1-soft)`; which value that has, light or dark, is decided where the map is
read.
"""

from __future__ import annotations

from ..model.color import Color, ColorRole, Tone
from ..model.theme import Palette, Theme

_DARK = 0.18  # relative luminance of a ground that counts as dark


def variable(color: Color) -> str:
    """Return the name of a colour."""
    tone = "" if color.tone is Tone.PLAIN else f"-{color.tone.value}"
    return f"--{color.role.value}{tone}"


def style_of(theme: Theme) -> str:
    """Return the style that gives every name its value; the reader's choice wins over the system's.

    Without a counterpart both are the theme's own.
    """
    own = theme.palette
    other = theme.counterpart() if theme.counterpart else own
    light, dark = (other, own) if is_dark(own) else (own, other)
    day, night = f"color-scheme: light; {_values(light)}", f"color-scheme: dark; {_values(dark)}"
    rules = [f":root {{ {day} }}", f":root[data-look=dark] {{ {night} }}"]
    if own is dark:  # a dark theme was chosen for its darkness, whatever the system has
        rules = [f":root {{ {night} }}", f":root[data-look=light] {{ {day} }}"]
    else:
        late = f":root:not([data-look=light]) {{ {night} }}"
        rules.append(f"@media (prefers-color-scheme: dark) {{ {late} }}")
    rules.append(f"@media print {{ :root:root:root {{ {day} }} }}\n")
    return "\n".join(rules)


def is_dark(palette: Palette) -> bool:
    """Tell whether a palette's ground is dark."""
    return palette.colors[ColorRole.BACKGROUND].luminance < _DARK


def _values(palette: Palette) -> str:
    colors = (Color(role, tone) for role in palette.colors for tone in Tone)
    return " ".join(f"{variable(color)}: {palette.rgb(color).css};" for color in colors)
