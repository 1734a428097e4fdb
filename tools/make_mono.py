"""Make the bundled fixed-width font out of Liberation Mono.

What comes in: the Regular and the Bold of Liberation Mono 2 (Debian: package fonts-liberation2).
What leaves, into `deckgen/data/fonts/`: two small TrueType fonts with the characters of
`deckgen.text.fonts.MONO_CHARACTERS`. The same sources give the same bytes.

    pip install fonttools
    python tools/make_mono.py LiberationMono-Regular.ttf LiberationMono-Bold.ttf

The thing to know: Han, kana and curly quotes are left out on purpose. Listings take them from the
other bundled font, where they are as wide as they are measured.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from deckgen.text.fonts import MONO_CHARACTERS, MONO_FAMILY, font_path

DROPPED_TABLES = ("DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "PCLT", "gasp", "kern", "meta")
KEPT_NAMES = (0, 7, 8, 9, 11, 13, 14)  # copyright, trademark, makers, licence and its address


def make_font(source: Path, bold: bool) -> TTFont:
    """Return the font of one weight, cut down and renamed."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += DROPPED_TABLES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=map(ord, MONO_CHARACTERS))
    cutter.subset(font)
    rename(font, bold)
    return font


def rename(font: TTFont, bold: bool) -> None:
    """Give the font its own name, for "Liberation" is reserved; copyright and licence stay."""
    style = "Bold" if bold else "Regular"
    table = font["name"]
    version = f"Liberation Mono {table.getDebugName(5)}; subset for deckgen"
    postscript = f"{MONO_FAMILY.replace(' ', '')}-{style}"
    names = {number: table.getDebugName(number) for number in KEPT_NAMES} | {
        1: MONO_FAMILY,
        2: style,
        3: f"{postscript};{version}",
        4: f"{MONO_FAMILY} {style}",
        5: version,
        6: postscript,
    }
    table.names = []
    for number, text in sorted(names.items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("regular", type=Path)
    parser.add_argument("bold", type=Path)
    args = parser.parse_args()
    for bold, source in ((False, args.regular), (True, args.bold)):
        path = font_path(bold, is_mono=True)
        make_font(source, bold).save(path)
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
