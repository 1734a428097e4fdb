"""The bundled fonts, cut down to the letters that a file draws, as a style that carries them.

What comes in, line by line, is what is drawn; what leaves is a `<style>` of `@font-face` rules
whose addresses are the fonts themselves (https://www.w3.org/TR/css-fonts-4/#font-face-rule). The
same letters give the same bytes. fontTools cuts; the fonts are WOFF2 with brotli, WOFF without.
"""

from __future__ import annotations

from base64 import b64encode
from importlib.util import find_spec
from io import BytesIO

from ..problems import fail
from ..remedies import add
from ..text.fonts import FAMILY, MONO_FAMILY, font_path
from ._text import PlacedLine, drawn_pieces

_LICENCE = (13, 14)  # the names that say it: the licence wants to go along
_NAMES = (0, 1, 2, 3, 4, 5, 6)


class Letters:
    """The letters of a file, by weight and face."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[bool, bool], set[str]] = {}

    def take(self, line: PlacedLine) -> None:
        """Note what a line draws, its bullet included."""
        style = line.paragraph.style
        for run, is_mono in drawn_pieces(line):
            self._drawn.setdefault((is_mono, run.bold or style.bold), set()).update(run.text)
        if line.is_first and style.bullet:
            self._drawn.setdefault((False, False), set()).update(style.bullet)

    def style(self) -> str:
        """Return the element that carries the fonts; DeckgenError where nothing can cut them."""
        rules = [
            _rule(is_mono, bold, "".join(sorted(self._drawn[is_mono, bold])))
            for is_mono, bold in sorted(self._drawn)
        ]
        return f'<style type="text/css">{"".join(rules)}</style>'


def _rule(is_mono: bool, bold: bool, letters: str) -> str:
    kind = "woff2" if find_spec("brotli") else "woff"
    data = b64encode(_subset(is_mono, bold, letters, kind)).decode()
    return (
        f"@font-face{{font-family:'{MONO_FAMILY if is_mono else FAMILY}';"
        f"font-weight:{700 if bold else 400};"
        f"src:url(data:font/{kind};base64,{data}) format('{kind}')}}"
    )


def _subset(is_mono: bool, bold: bool, letters: str, kind: str) -> bytes:
    """Return a bundled font with nothing but these letters, as far as it has them."""
    try:
        from fontTools import subset
    except ImportError as error:
        raise fail(
            "fonts are embedded by fonttools, which is not installed",
            add("fonts"),
            code="missing-fonttools",
        ) from error
    options = subset.Options(
        flavor=kind, name_IDs=[*_NAMES, *_LICENCE], notdef_outline=True, hinting=False
    )
    font = subset.load_font(str(font_path(bold, is_mono)), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    blob = BytesIO()
    subset.save_font(font, blob, options)
    return blob.getvalue()
