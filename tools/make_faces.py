"""Make the advances and line heights of the faces that themes name.

What comes in: folders with free fonts that have the widths of the well-known ones (Debian:
fonts-liberation, fonts-crosextra-carlito, fonts-crosextra-caladea, fonts-dejavu-core,
fonts-noto-cjk; npm: @fontsource/gelasio). What leaves: `deckgen/data/fonts/faces.json`. None of
these fonts is shipped.

    pip install fonttools
    python tools/make_faces.py /usr/share/fonts ~/gelasio/files

The thing to know: a face without a free twin gets a bound, the widest of fonts that are no
narrower, or a number that is stated of it; `source` in the data says which it is. Too wide is a
size smaller, too narrow an overflow. So a letter is as wide as kerning may make it, and a
character as the glyph that takes its place among Latin letters: Noto Serif CJK has a 1 of
0.471 em, and one of 0.549 em for "No.1".
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables import otTables

TARGET = Path(__file__).parent.parent / "deckgen" / "data" / "fonts" / "faces.json"
STRETCHES = ((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x203B))
# Chinese faces draw these on a full em
FULL = frozenset("§¨°±·×÷‐‑‒–—―‖‘’“”•‥…‰′″※")

TWINS = {
    "Arial": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    "Times": ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    "Courier": ("LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf"),
    "Calibri": ("Carlito-Regular.ttf", "Carlito-Bold.ttf"),
    "Cambria": ("Caladea-Regular.ttf", "Caladea-Bold.ttf"),
    "Georgia": ("gelasio-latin-400-normal.woff", "gelasio-latin-700-normal.woff"),
    "DejaVu": ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    "DejaVuSerif": ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
    "NotoSans": (
        "NotoSansCJK-Regular.ttc:Noto Sans CJK SC",
        "NotoSansCJK-Bold.ttc:Noto Sans CJK SC",
    ),
    "NotoSerif": (
        "NotoSerifCJK-Regular.ttc:Noto Serif CJK SC",
        "NotoSerifCJK-Bold.ttc:Noto Serif CJK SC",
    ),
}


@dataclass(frozen=True)
class Recipe:
    """How a face's table is made: from twins (times `factor`), or `fixed` for Latin."""

    line: float  # distance of two base lines in em; PowerPoint gives Latin faces 1.2
    twins: tuple[str, ...] = ()
    factor: float = 1
    fixed: int = 0
    is_chinese: bool = False
    source: str = ""
    names: tuple[str, ...] = ()  # other names that it goes by


def _twin(line: float, twin: str, *names: str) -> Recipe:
    return Recipe(line, (twin,), source="a metric-compatible free font", names=names)


HALF = "stated, not measured: Latin on half an em, as in every SimSun-like face"
RECIPES: Mapping[str, Recipe] = {
    "Arial": _twin(1.2, "Arial", "Liberation Sans", "Helvetica", "Arimo"),
    "Times New Roman": _twin(1.2, "Times", "Liberation Serif", "Times", "Tinos"),
    "Courier New": _twin(1.2, "Courier", "Liberation Mono", "Cousine"),
    "Calibri": _twin(1.23, "Calibri", "Carlito"),
    "Cambria": _twin(1.2, "Cambria", "Caladea"),
    "Georgia": _twin(1.2, "Georgia", "Gelasio"),
    "Noto Sans CJK SC": Recipe(
        1.45,
        ("NotoSans",),
        source="the font itself",
        names=("Source Han Sans SC", "Source Han Sans CN", "Noto Sans SC", "思源黑体"),
    ),
    "Noto Serif CJK SC": Recipe(
        1.44,
        ("NotoSerif",),
        source="the font itself",
        names=("Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC", "思源宋体"),
    ),
    "Noto Sans Mono CJK SC": Recipe(1.45, fixed=500, is_chinese=True, source="the font itself"),
    "Segoe UI": Recipe(1.33, ("Arial",), 1.04, source="bound: Arial and 4 %"),
    "Verdana": Recipe(1.22, ("DejaVu",), 1.02, source="bound: DejaVu Sans, its offspring, and 2 %"),
    "Tahoma": Recipe(1.21, ("Arial",), 1.04, source="bound: Arial and 4 %"),
    "DejaVu Serif": Recipe(
        1.17,
        ("DejaVu", "DejaVuSerif"),
        source="the fonts themselves, either: what stands in on Linux",
        names=("DejaVu Sans",),
    ),
    "Consolas": Recipe(1.2, fixed=550, source="stated, not measured: fixed width, 1126 of 2048"),
    "Menlo": Recipe(1.2, fixed=603, source="stated, not measured: fixed width, 1233 of 2048"),
    "Microsoft YaHei": Recipe(
        1.33,
        ("Arial", "Calibri", "NotoSans"),
        1.04,
        is_chinese=True,
        source="bound: Arial, Calibri, Noto Sans CJK and 4 %; line height stated as 1.32",
        names=("微软雅黑", "Microsoft YaHei UI", "Microsoft JhengHei"),
    ),
    "DengXian": Recipe(
        1.25,
        ("Arial", "Calibri"),
        is_chinese=True,
        source="bound: Arial and Calibri",
        names=("等线",),
    ),
    "PingFang SC": Recipe(
        1.4,
        ("Arial", "NotoSans"),
        1.06,
        is_chinese=True,
        source="bound: Arial, Noto Sans CJK and 6 %; line height stated as 1.4",
        names=("苹方", "苹方-简", "PingFang TC"),
    ),
    "Hiragino Sans GB": Recipe(
        1.5, ("Arial", "NotoSans"), 1.06, is_chinese=True, source="bound: as PingFang SC"
    ),
    "SimSun": Recipe(1.2, fixed=500, is_chinese=True, source=HALF, names=("宋体", "NSimSun")),
    "SimHei": Recipe(1.2, fixed=500, is_chinese=True, source=HALF, names=("黑体",)),
    "KaiTi": Recipe(1.2, fixed=500, is_chinese=True, source=HALF, names=("楷体",)),
    "FangSong": Recipe(1.2, fixed=500, is_chinese=True, source=HALF, names=("仿宋",)),
    "Kaiti SC": Recipe(
        1.4,
        ("Times", "NotoSerif"),
        1.04,
        is_chinese=True,
        source="bound: as Songti SC",
        names=("STKaiti", "楷体-简", "华文楷体", "STFangsong", "华文仿宋"),
    ),
    "Songti SC": Recipe(
        1.4,
        ("Times", "NotoSerif"),
        1.04,
        is_chinese=True,
        source="bound: Times, Noto Serif CJK and 4 %; line height stated as 1.4",
        names=("STSong", "宋体-简", "华文宋体"),
    ),
    "*": Recipe(
        1.45,
        ("Arial", "Times", "Calibri", "Georgia", "NotoSans", "NotoSerif"),
        1.04,
        is_chinese=True,
        source="bound for a face without a line here: the widest of all, and 4 %",
    ),
}


class Fonts:
    """The free fonts, found by their file's name in the given folders."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._paths = {path.name: path for folder in folders for path in folder.rglob("*.*")}

    @cache  # noqa: B019 - one instance, which lives as long as the program
    def advances(self, name: str) -> dict[int, int]:
        """Return the advances of `file` or `file:face`, in thousandths of an em."""
        file, _, face = name.partition(":")
        font = self._open(self._paths[file], face)
        em, widths = font["head"].unitsPerEm, font["hmtx"]
        others, kerns = in_latin(font), kerning(font)

        def advance(glyph: str) -> int:
            other = others.get(glyph, glyph)
            return max(widths[glyph][0] + kerns[glyph], widths[other][0] + kerns[other])

        return {
            code: round(advance(glyph) * 1000 / em) for code, glyph in font.getBestCmap().items()
        }

    @staticmethod
    def _open(path: Path, face: str) -> TTFont:
        if not face:
            return TTFont(path)
        for font in TTCollection(path, lazy=True).fonts:
            if font["name"].getDebugName(1) in (face, f"{face} Bold"):
                return font
        raise SystemExit(f"{path} has no face '{face}'")


def in_latin(font: TTFont) -> dict[str, str]:
    """Return the glyphs that have another one in their place among Latin letters (`locl`).

    Marks are left out: only where one stands tells which it is.
    """
    found: dict[str, str] = {}
    for single in _subtables(font, "GSUB", "locl"):
        found.update(getattr(single, "mapping", {}))
    marks = {glyph for code, glyph in font.getBestCmap().items() if code >= 0x2000}
    return {glyph: other for glyph, other in found.items() if glyph not in marks}


def kerning(font: TTFont) -> dict[str, int]:
    """Return the most that kerning adds to a letter's glyph before another one, in font units.

    Small letters follow letters, j hardly ever does.
    """
    glyphs = font.getBestCmap()
    small = [glyphs[ord(letter)] for letter in ascii_lowercase.replace("j", "")]
    pairs: dict[tuple[str, str], int] = {}
    for table in _subtables(font, "GPOS", "kern"):
        for first in table.Coverage.glyphs:
            for second, value in _row(table, first, small):
                pairs.setdefault((first, second), getattr(value, "XAdvance", 0))
    letters = {glyph for code, glyph in glyphs.items() if chr(code).isalpha()}
    most: dict[str, int] = defaultdict(int)
    for (first, _), value in pairs.items():
        most[first] = max(most[first], value if first in letters else 0)
    return most


def _row(pairs: otTables.PairPos, first: str, small: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """Yield the small letters that a table kerns after a glyph, and by what."""
    if pairs.Format == 1:
        for pair in pairs.PairSet[pairs.Coverage.glyphs.index(first)].PairValueRecord:
            if pair.SecondGlyph in small:
                yield pair.SecondGlyph, pair.Value1
    else:
        row = pairs.Class1Record[pairs.ClassDef1.classDefs.get(first, 0)].Class2Record
        for second in small:
            yield second, row[pairs.ClassDef2.classDefs.get(second, 0)].Value1


def _subtables(font: TTFont, table: str, feature: str) -> Iterator[Any]:
    """Yield what a feature says of Latin text, in the order in which it counts."""
    if table not in font:
        return
    layout = font[table].table
    scripts = {one.ScriptTag: one.Script for one in layout.ScriptList.ScriptRecord}
    features = [
        layout.FeatureList.FeatureRecord[at] for at in scripts["latn"].DefaultLangSys.FeatureIndex
    ]
    lookups = {
        at for one in features if one.FeatureTag == feature for at in one.Feature.LookupListIndex
    }
    for at in sorted(lookups):
        for subtable in layout.LookupList.Lookup[at].SubTable:
            yield getattr(subtable, "ExtSubTable", subtable)


def table(recipe: Recipe, weight: int, fonts: Fonts) -> list[int]:
    """Return the advances of all characters in `STRETCHES`; 0 for one that the twins lack."""
    found = [fonts.advances(TWINS[twin][weight]) for twin in recipe.twins]
    widths: list[int] = []
    for first, last in STRETCHES:
        for code in range(first, last + 1):
            width = max((advances.get(code, 0) for advances in found), default=0)
            width = recipe.fixed or -(-round(width * recipe.factor * 100) // 100)
            if recipe.is_chinese and chr(code) in FULL:
                width = 1000
            widths.append(width)
    return widths


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    fonts = Fonts(parser.parse_args().folders)
    faces = {
        name: {
            "names": recipe.names,
            "line": round(recipe.line * 1000),
            "source": recipe.source,
            "regular": table(recipe, 0, fonts),
            "bold": table(recipe, 1, fonts),
        }
        for name, recipe in RECIPES.items()
    }
    data = {"stretches": STRETCHES, "faces": faces}
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=True)
    TARGET.write_text(text.replace('},"', '},\n"') + "\n", "ascii", newline="\n")
    print(TARGET.name, len(text))


if __name__ == "__main__":
    main()
