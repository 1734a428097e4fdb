"""Make the bundled font and its metrics out of Noto Sans CJK SC.

What comes in: the Regular and the Bold collection of Noto Sans CJK (Debian: package
fonts-noto-cjk). What leaves, into `deckgen/data/fonts/`: two static TrueType fonts and two small
JSON files, so that neither measuring nor `deckgen doctor` needs fontTools. The same sources
give the same bytes.

    pip install fonttools zhon
    python tools/make_fonts.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc

The thing to know: the outlines are converted from CFF to TrueType (a PDF embeds those as they are)
and every layout table is dropped, so no glyph ever differs from its character's default form.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import zhon.cedict
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

FAMILY = "Deckgen Sans SC"
FACE = "Noto Sans CJK SC"
TARGET = Path(__file__).parent.parent / "deckgen" / "data" / "fonts"

# Blocks taken whole, as far as the source has them
BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x01CD, 0x01DC),  # Pinyin's third tones
    (0x02C6, 0x02DD),  # spacing accents
    (0x0300, 0x036F),  # combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letterlike: ℃ № ™
    (0x2150, 0x218B),  # number forms: ⅓ Ⅳ
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2300, 0x23FF),  # technical: ⌘
    (0x2460, 0x24FF),  # enclosed numbers: ①
    (0x2500, 0x257F),  # box drawing
    (0x2580, 0x25FF),  # blocks and geometric shapes
    (0x2600, 0x26FF),  # symbols: ★ ☆
    (0x2700, 0x27BF),  # dingbats: ✓ ➜
    (0x2E80, 0x2FDF),  # radicals
    (0x3000, 0x30FF),  # CJK punctuation, kana
    (0x3100, 0x312F),  # Bopomofo
    (0x3200, 0x33FF),  # enclosed CJK, units: ㎡
    (0xFE30, 0xFE6F),  # compatibility forms
    (0xFF00, 0xFFEF),  # full-width forms
)
DROPPED_TABLES = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")
# What small figures are drawn from, and how far below the base line subscripts begin
LETTERS = "0123456789+−=()in"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ"
SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵢₙ"
LOWERED = -140
KEPT_NAMES = (0, 7, 8, 9, 11, 13, 14)  # copyright, trademark, makers, licence and its address


def wanted_characters() -> set[int]:
    """Return the code points: GB2312, CC-CEDICT's simplified ones and `BLOCKS`."""
    wanted = {ord(char) for char in zhon.cedict.simplified}
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            wanted.update(map(ord, bytes((lead, trail)).decode("gb2312", "ignore")))
    for first, last in BLOCKS:
        wanted.update(range(first, last + 1))
    return wanted


def open_face(path: Path) -> TTFont:
    """Return the simplified Chinese face of a collection; SystemExit when it has none."""
    for font in TTCollection(path, lazy=True).fonts:
        if font["name"].getDebugName(1) in (FACE, f"{FACE} Bold"):
            return font
    raise SystemExit(f"{path} has no face '{FACE}'")


def cut(font: TTFont, characters: Iterable[int]) -> None:
    """Reduce the font to these characters, without hints and layout tables."""
    options = subset.Options()
    options.hinting = False
    options.desubroutinize = True
    options.layout_features = []
    options.drop_tables += DROPPED_TABLES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)


def convert_outlines(font: TTFont) -> None:
    """Replace the cubic outlines by quadratic ones, at most one unit of 1,000 off."""
    glyphs = font.getGlyphSet()
    glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = {}
    for name in glyf.glyphOrder:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    for name in glyf.glyphOrder:
        glyph = glyf[name]
        glyph.recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in [
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
    ]:
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def add_small_figures(font: TTFont) -> None:
    """Draw the superscripts and subscripts that the source lacks, as high and wide as its `²`."""
    glyphs, own, glyf = font.getGlyphSet(), font.getBestCmap(), font["glyf"]
    like, figure = glyf[own[ord("²")]], glyf[own[ord("2")]]
    scale = (like.yMax - like.yMin) / (figure.yMax - figure.yMin)
    raised = round(like.yMin - scale * figure.yMin)
    drawn: dict[int, str] = {}
    for characters, rise in ((SUPERSCRIPTS, raised), (SUBSCRIPTS, LOWERED)):
        for character, letter in zip(characters, LETTERS, strict=True):
            if ord(character) in own:
                continue
            source = own[ord(letter)]
            reach = scale * font["hmtx"][source][0]
            width = font["hmtx"][own[ord("²")]][0] if letter.isdigit() else round(reach)
            pen = TTGlyphPen(None)
            move = (scale, 0, 0, scale, (width - reach) / 2, rise)
            glyphs[source].draw(TransformPen(pen, move))
            name = drawn[ord(character)] = f"uni{ord(character):04X}"
            glyf[name] = pen.glyph()
            glyf[name].recalcBounds(glyf)
            font["hmtx"][name] = (width, glyf[name].xMin)
    font.setGlyphOrder(glyf.glyphOrder)
    font["maxp"].numGlyphs = len(glyf.glyphOrder)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(drawn)


def rename(font: TTFont, bold: bool) -> None:
    """Give the font its own name, and keep the source's copyright and licence."""
    style = "Bold" if bold else "Regular"
    table = font["name"]
    kept = {number: table.getDebugName(number) for number in KEPT_NAMES}
    version = f"{table.getDebugName(5)}; subset for deckgen"
    table.names = []
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = {
        **kept,
        1: FAMILY,
        2: style,
        3: f"{postscript};{version}",
        4: f"{FAMILY} {style}",
        5: version,
        6: postscript,
    }
    for number, text in sorted(names.items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["OS/2"].recalcUnicodeRanges(font)
    font["head"].macStyle = 1 if bold else 0
    font["head"].modified = font["head"].created


def make_font(source: Path, bold: bool) -> TTFont:
    """Return the finished font of one weight."""
    font = open_face(source)
    font.recalcTimestamp = False
    cut(font, wanted_characters())
    convert_outlines(font)
    add_small_figures(font)
    rename(font, bold)
    return font


def advances(font: TTFont) -> dict[int, int]:
    """Return the advance of every character, in thousandths of an em."""
    em = font["head"].unitsPerEm
    widths = font["hmtx"]
    return {
        code: round(widths[glyph][0] * 1000 / em)
        for code, glyph in sorted(font.getBestCmap().items())
    }


def exceptions(widths: dict[int, int]) -> dict[str, list[int]]:
    """Return stretches that are not Han-like, one em wide: first code point → advances."""
    stretches: dict[str, list[int]] = {}
    start = last = -2
    for code, width in widths.items():
        if width == 1000 and unicodedata.east_asian_width(chr(code)) in ("W", "F"):
            continue
        if code != last + 1:
            start = code
            stretches[str(start)] = []
        stretches[str(start)].append(width)
        last = code
    return stretches


def ranges(codes: Iterable[int]) -> list[int]:
    """Return sorted code points as a flat list: gap since the last stretch, its length, …"""
    flat: list[int] = []
    end = 0
    for code in sorted(codes):
        if flat and code == end:
            flat[-1] += 1
        else:
            flat += [code - end, 1]
        end = code + 1
    return flat


def write_metrics(regular: TTFont, bold: TTFont) -> None:
    """Write `advances.json` and `coverage.json`."""
    widths = {"regular": advances(regular), "bold": advances(bold)}
    table = {weight: exceptions(found) for weight, found in widths.items()}
    covered = widths["regular"].keys() & widths["bold"].keys()
    for name, data in (("advances", table), ("coverage", ranges(covered))):
        text = json.dumps(data, separators=(",", ":")) + "\n"
        (TARGET / f"{name}.json").write_text(text, "ascii", newline="\n")
    print(len(covered), "characters;", Counter(widths["regular"].values()).most_common(3))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("regular", type=Path)
    parser.add_argument("bold", type=Path)
    parser.add_argument("--metrics-only", action="store_true", help="leave the fonts as they are")
    args = parser.parse_args()
    paths = (TARGET / "DeckgenSansSC-Regular.ttf", TARGET / "DeckgenSansSC-Bold.ttf")
    TARGET.mkdir(parents=True, exist_ok=True)
    if not args.metrics_only:
        for source, path in zip((args.regular, args.bold), paths, strict=True):
            make_font(source, bold=path is paths[1]).save(path)
            print(path.name, path.stat().st_size)
    write_metrics(TTFont(paths[0]), TTFont(paths[1]))


if __name__ == "__main__":
    main()
