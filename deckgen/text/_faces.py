"""What is known of the faces that themes name: advances and line heights.

What comes in: a pair of fonts with its fall-backs. What leaves: for each character the advance in
the widest face that may draw it, and the line height of the tallest face, in thousandths of an em,
from `deckgen/data/fonts/faces.json` (made by `tools/make_faces.py`, which says where each number
is from). A face that is not in the table has the table's own bound, "*".

The thing to know: PowerPoint draws letters in the Latin face and curly quotes and dashes too,
LibreOffice draws these with the text beside them: so a mark may come from any face.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from ..model.record import record
from ..model.style import FontPair
from .fonts import FOLDER

UNKNOWN = "*"


@record
class _Face:
    """A face's line height, and its advances in the order of the characters in the data."""

    line: int
    regular: tuple[int, ...]
    bold: tuple[int, ...]


def face_widths(fonts: FontPair, bold: bool) -> Iterator[tuple[str, int]]:
    """Yield every character of the table with its advance in the widest face."""
    marks = [_weight(name, bold) for name in fonts.families]
    letters = [_weight(name, bold) for name in (fonts.latin, *fonts.fallbacks)]
    for index, char in enumerate(_characters()):
        faces = marks if char >= "\u2000" else letters
        width = max(face[index] for face in faces)
        if width:
            yield char, width


def tallest(fonts: FontPair) -> int:
    """Return the line height of the tallest face."""
    return max(_face(name).line for name in fonts.families)


def is_known(name: str) -> bool:
    """Tell whether the table has the face of that name."""
    return name.casefold() in _table()[1]


def _weight(name: str, bold: bool) -> tuple[int, ...]:
    face = _face(name)
    return face.bold if bold else face.regular


def _face(name: str) -> _Face:
    faces = _table()[1]
    return faces.get(name.casefold()) or faces[UNKNOWN]


def _characters() -> tuple[str, ...]:
    return _table()[0]


@cache
def _table() -> tuple[tuple[str, ...], dict[str, _Face]]:
    data = json.loads((FOLDER / "faces.json").read_text("ascii"))
    chars = tuple(chr(code) for first, last in data["stretches"] for code in range(first, last + 1))
    faces: dict[str, _Face] = {}
    for name, row in data["faces"].items():
        face = _Face(row["line"], tuple(row["regular"]), tuple(row["bold"]))
        faces.update(dict.fromkeys((each.casefold() for each in (name, *row["names"])), face))
    return chars, faces
