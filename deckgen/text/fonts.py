"""Where the bundled fonts lie.

What leaves: paths, and the families' names as SVG and PDF writers must say them. The files are
opened by writers only; measuring uses the small tables that stand beside them.
"""

from __future__ import annotations

from pathlib import Path

FAMILY = "Deckgen Sans SC"
MONO_FAMILY = "Deckgen Mono"

FOLDER = Path(__file__).resolve().parent.parent / "data" / "fonts"

_STRETCHES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x0391, 0x03A1),  # Greek
    (0x03A3, 0x03C9),
    (0x0400, 0x045F),  # Cyrillic
    (0x2190, 0x2195),  # arrows
)
_BOXES = "─│┌┐└┘├┤┬┴┼"
# What the fixed-width font has; all else in a listing is drawn in the other
MONO_CHARACTERS = frozenset(_BOXES).union(
    *(map(chr, range(first, last + 1)) for first, last in _STRETCHES)
)


def font_path(bold: bool, is_mono: bool = False) -> Path:
    """Return the path of the bundled TrueType font of that weight."""
    name = "DeckgenMono" if is_mono else "DeckgenSansSC"
    return FOLDER / f"{name}-{'Bold' if bold else 'Regular'}.ttf"
