"""A theme on a terminal: its colours as swatches, its type, its measures.

A look comes in, lines leave: blocks of colour where the terminal has 24 bits for them, names, hex
values and contrasts in any case. Columns are counted as terminals do, Chinese two wide.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.color import ACCENTS, Color, ColorRole, Rgb, Tone, contrast
from ..model.style import Face, FontPair
from ..model.theme import MapTokens, Palette, Theme
from ..model.units import EMU_PER_INCH, Emu, to_pt
from ..terminal import pad, table
from .contrast import color_words

NEUTRALS = (ColorRole.BACKGROUND, ColorRole.SURFACE, ColorRole.TEXT, ColorRole.MUTED)
FACES = {Face.MAJOR: "titles", Face.MINOR: "text", Face.MONO: "code"}
# what a deck is mostly set in, the largest first
STYLES = (
    "cover", "section_title", "title", "statement", "quote", "stat_number", "lead", "body1",
    "body2", "card_head", "card_text", "caption", "footer",
)  # fmt: skip
SAMPLE = "读书 Aa 12"
BLOCK = 9


def show(theme: Theme, has_color: bool) -> Iterator[str]:
    """Yield the lines that show a theme."""
    paint = _Paint(has_color)
    yield from _colors(theme.palette, paint)
    yield ""
    yield from _accents(theme.palette, paint)
    yield ""
    yield from _fonts(theme)
    yield ""
    yield from _type(theme, paint)
    yield ""
    yield from _measures(theme)


class _Paint:
    """Sets words in colours (ISO 8613-6), where there are any."""

    def __init__(self, has_color: bool) -> None:
        self._has_color = has_color

    def words(self, words: str, text: Rgb, ground: Rgb, bold: bool = False) -> str:
        if not self._has_color:
            return words
        start = f"\x1b[{'1;' if bold else ''}38;2;{_channels(text)};48;2;{_channels(ground)}m"
        return f"{start}{words}\x1b[0m"

    def block(self, color: Rgb, words: Rgb) -> str:
        """Return a colour's hex value on the colour itself."""
        return self.words(pad(f" {color.css.upper()}", BLOCK), words, color)


def _channels(color: Rgb) -> str:
    return f"{color.red};{color.green};{color.blue}"


def _colors(palette: Palette, paint: _Paint) -> Iterator[str]:
    """Yield the neutral colours, and how they read on the two grounds."""
    rgb = palette.colors
    grounds = (rgb[ColorRole.BACKGROUND], rgb[ColorRole.SURFACE])
    yield f"{pad('colours', 12)}{pad('', BLOCK)}  on background  on surface"
    for role in NEUTRALS:
        block = paint.block(rgb[role], palette.rgb(Color(role, Tone.ON)))
        ratios = [contrast(rgb[role], ground) for ground in grounds]
        is_text = role in (ColorRole.TEXT, ColorRole.MUTED)
        told = f"  {ratios[0]:13.1f}  {ratios[1]:10.1f}" if is_text else ""
        yield f"{pad(role, 12)}{block}{told}"


def _accents(palette: Palette, paint: _Paint) -> Iterator[str]:
    """Yield the accents with their tones: grounds first, then how words read on them."""
    tones = (Tone.PLAIN, Tone.MID, Tone.SOFT, Tone.INK)
    heads = "".join(pad(f" {tone}", BLOCK + 1) for tone in tones)
    yield f"{pad('accents', 12)}{heads}  ink on page  words on"
    background = palette.colors[ColorRole.BACKGROUND]
    for role in ACCENTS:
        own = palette.rgb(Color(role))
        ink, on = palette.rgb(Color(role, Tone.INK)), palette.rgb(Color(role, Tone.ON))
        words = {Tone.PLAIN: on, Tone.MID: palette.colors[ColorRole.TEXT], Tone.SOFT: ink}
        blocks = [
            paint.block(palette.rgb(Color(role, tone)), words.get(tone, background))
            for tone in tones
        ]
        ratios = f"{contrast(ink, background):12.1f}  {contrast(on, own):8.1f}"
        yield f"{pad(role, 12)}{' '.join(blocks)} {ratios}"


def _fonts(theme: Theme) -> Iterator[str]:
    rows = [("fonts", "latin", "chinese", "elsewhere")]
    rows += [(word, *_pair(theme.fonts.pair(face))) for face, word in FACES.items()]
    yield from table(rows).splitlines()


def _pair(pair: FontPair) -> tuple[str, str, str]:
    return pair.latin, pair.ea, ", ".join(pair.fallbacks)


def _type(theme: Theme, paint: _Paint) -> Iterator[str]:
    """Yield the styles that a deck is mostly set in, words of each in their colour."""
    background = theme.palette.colors[ColorRole.BACKGROUND]
    yield f"{pad('type', 15)}{pad('points', 24)}{pad('face', 8)}{pad('colour', 13)}"
    for name in STYLES:
        style = theme.styles[name]
        sizes = pad(" ".join(f"{size:g}" for size in style.sizes), 24)
        face = pad(FACES[style.face] + ("*" if style.bold else ""), 8)
        colors = theme.palette.rgb(style.color), background
        sample = paint.words(f" {SAMPLE} ", *colors, bold=style.bold)
        yield f"{pad(name, 15)}{sizes}{face}{pad(color_words(style.color), 13)}{sample}".rstrip()
    yield "* bold; each goes down its sizes until it fits"


def _measures(theme: Theme) -> Iterator[str]:
    grid, tokens = theme.grid, theme.tokens
    outline = color_words(tokens.card_line) if tokens.card_line else "none"
    yield (
        f"page      margin {_in(grid.margin_x)}, gutter {_in(grid.gutter)}, title "
        f"{_in(grid.title.y)}, body {_in(grid.body.y)} to {_in(grid.body.bottom)}"
    )
    yield (
        f"cards     on {color_words(tokens.card)}, outline {outline}, corner {_in(tokens.corner)}, "
        f"gap {_in(tokens.gap)}, lines {to_pt(tokens.line):g} pt"
    )
    yield f"dividers  the section's number stands on a {tokens.divider}".replace(
        "on a bare", "bare"
    )
    yield f"map       {_map(theme.map)}"
    drawn = [f"{name} ({len(shapes)})" for name, shapes in theme.decor.items() if shapes]
    yield f"drawn     {', '.join(drawn) or 'nothing'}"


def _map(tokens: MapTokens) -> str:
    widths = " ".join(f"{to_pt(width):g}" for width in tokens.edge_widths)
    return f"{', '.join(tokens.shapes)}; {tokens.edge} edges, {widths} pt"


def _in(length: Emu) -> str:
    return f"{length / EMU_PER_INCH:.2f}".rstrip("0").rstrip(".") + " in"
