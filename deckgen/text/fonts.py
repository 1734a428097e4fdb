"""Where the bundled font lies.

What leaves: paths, and the family's name as SVG and PDF writers must say it. The files are
opened by writers only; measuring uses the small tables that stand beside them.
"""

from __future__ import annotations

from pathlib import Path

FAMILY = "Deckgen Sans SC"

FOLDER = Path(__file__).resolve().parent.parent / "data" / "fonts"


def font_path(bold: bool) -> Path:
    """Return the path of the bundled TrueType font of that weight."""
    return FOLDER / f"DeckgenSansSC-{'Bold' if bold else 'Regular'}.ttf"
