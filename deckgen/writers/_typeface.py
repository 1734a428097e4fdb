"""The bundled fonts as a PDF carries them: a glyph for each character, its advance, and a part.

What comes in are the TrueType files beside `text/fonts.py`, read once in a process; what leaves is
numbers, and a font of nothing but the glyphs of one file. The one thing to know: a part has its
glyphs in the order in which their characters were first asked for, one a character, so that the
number of a glyph is that of its character. Tables as in the OpenType specification 1.9.1
(https://learn.microsoft.com/typography/opentype/spec/), of which the fonts use the plainest forms:
`cmap` format 4, no hints and no layout.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from ..text.fonts import font_path

EM = 1000  # advances are told in thousandths of an em
_HEAD = struct.Struct(">4sHHHH")
_ENTRY = struct.Struct(">4sIII")
_WORDS, _SCALE, _MORE, _SCALES, _MATRIX = 0x01, 0x08, 0x20, 0x40, 0x80  # flags of a component
_KEPT = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")


class Typeface:
    """A bundled font."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        count = struct.unpack_from(">H", data, 4)[0]
        self._tables = {
            tag.decode(): data[start : start + length]
            for tag, _, start, length in (
                _ENTRY.unpack_from(data, 12 + _ENTRY.size * index) for index in range(count)
            )
        }
        self._em: int = struct.unpack_from(">H", self._tables["head"], 18)[0]
        self._starts = _starts(self._tables["head"], self._tables["loca"])
        self._metrics: int = struct.unpack_from(">H", self._tables["hhea"], 34)[0]
        self._segments = _segments(self._tables["cmap"])
        self.advances = _Advances(self)

    def number(self, char: str) -> int:
        """Return a character's glyph, 0 for one that the font lacks."""
        code = ord(char)
        ends, starts, deltas, offsets, place = self._segments
        index = bisect_left(ends, code)
        if index == len(ends) or starts[index] > code:
            return 0
        glyph: int = code
        if offsets[index]:
            # as the specification words it: from where the offset itself is written
            at = place + 2 * index + offsets[index] + 2 * (code - starts[index])
            glyph = struct.unpack_from(">H", self._tables["cmap"], at)[0]
            if glyph == 0:
                return 0
        return (glyph + deltas[index]) % 0x10000

    def advance(self, number: int) -> float:
        """Return how far a glyph reaches, in thousandths of an em."""
        place = 4 * min(number, self._metrics - 1)
        units: int = struct.unpack_from(">H", self._tables["hmtx"], place)[0]
        return units * EM / self._em

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """The frame that holds every glyph, in thousandths of an em: left, bottom, right, top."""
        left, low, right, top = struct.unpack_from(">4h", self._tables["head"], 36)
        scale = EM / self._em
        return round(left * scale), round(low * scale), round(right * scale), round(top * scale)

    @property
    def heights(self) -> tuple[int, int]:
        """How far letters stand above the base line, and below it (negative)."""
        above, below = struct.unpack_from(">2h", self._tables["hhea"], 4)
        return round(above * EM / self._em), round(below * EM / self._em)

    def part(self, chars: Sequence[str]) -> bytes:
        """Return a font whose glyph 0 is the one for what is missing, and then one a character."""
        numbers = [0, *map(self.number, chars)]
        # the list of numbers grows while it is read, by the components
        glyphs = [self._glyph(number, numbers) for number in numbers]
        starts, at = [0], 0
        for glyph in glyphs:
            at += len(glyph)
            starts.append(at)
        tables = self._tables
        widths = b"".join(self._metric(number) for number in numbers)
        return _font(
            {
                "glyf": b"".join(glyphs),
                "head": tables["head"][:50] + b"\0\1" + tables["head"][52:],  # long `loca`
                "hhea": tables["hhea"][:34] + struct.pack(">H", len(numbers)),
                "hmtx": widths,
                "loca": struct.pack(f">{len(starts)}I", *starts),
                "maxp": tables["maxp"][:4] + struct.pack(">H", len(numbers)) + tables["maxp"][6:],
            }
        )

    def _metric(self, number: int) -> bytes:
        if number < self._metrics:
            return self._tables["hmtx"][4 * number : 4 * number + 4]
        bearing = 4 * self._metrics + 2 * (number - self._metrics)
        last = 4 * self._metrics - 4
        return self._tables["hmtx"][last : last + 2] + self._tables["hmtx"][bearing : bearing + 2]

    def _glyph(self, number: int, numbers: list[int]) -> bytes:
        """Return a glyph's outline; what it is put together from joins `numbers`."""
        glyph = self._tables["glyf"][self._starts[number] : self._starts[number + 1]]
        if glyph and glyph[0] & 0x80:  # a negative number of contours
            turned = bytearray(glyph)
            for at in _components(glyph):
                numbers.append(struct.unpack_from(">H", glyph, at)[0])
                struct.pack_into(">H", turned, at, len(numbers) - 1)
            glyph = bytes(turned)
        return glyph + bytes(-len(glyph) % 4)


class _Advances(dict[str, float]):
    """How far each character reaches; looked up when it is first asked for."""

    def __init__(self, face: Typeface) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> float:
        width = self[char] = self._face.advance(self._face.number(char))
        return width


def _starts(head: bytes, loca: bytes) -> Sequence[int]:
    """Return where each glyph starts, and where the last one ends."""
    if struct.unpack_from(">H", head, 50)[0]:
        return struct.unpack(f">{len(loca) // 4}I", loca)
    return [2 * start for start in struct.unpack(f">{len(loca) // 2}H", loca)]


def _segments(
    cmap: bytes,
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...], int]:
    """Return ends, starts, deltas and offsets of the stretches, and where the offsets stand."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    places = (struct.unpack_from(">I", cmap, 8 + 8 * index)[0] for index in range(count))
    at = next(place for place in places if cmap[place : place + 2] == b"\0\4")
    size = struct.unpack_from(">H", cmap, at + 6)[0] // 2
    ends = struct.unpack_from(f">{size}H", cmap, at + 14)
    starts, deltas, offsets = (
        struct.unpack_from(f">{size}H", cmap, at + 16 + 2 * size * row) for row in (1, 2, 3)
    )
    return ends, starts, deltas, offsets, at + 16 + 6 * size


def _components(glyph: bytes) -> Iterator[int]:
    """Yield where a glyph that is put together from others says which."""
    at, flags = 10, _MORE
    while flags & _MORE:
        flags = struct.unpack_from(">H", glyph, at)[0]
        yield at + 2
        at += 8 if flags & _WORDS else 6
        at += 8 if flags & _MATRIX else 4 if flags & _SCALES else 2 if flags & _SCALE else 0


def _font(tables: dict[str, bytes]) -> bytes:
    """Return tables as a font file."""
    power = len(tables).bit_length() - 1
    widest = 16 << power
    head = _HEAD.pack(b"\0\1\0\0", len(tables), widest, power, 16 * len(tables) - widest)
    at = len(head) + _ENTRY.size * len(tables)
    entries, bodies = [head], []
    for tag in _KEPT:
        table = tables[tag]
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        entries.append(_ENTRY.pack(tag.encode(), total, at, len(table)))
        bodies.append(padded)
        at += len(padded)
    return b"".join((*entries, *bodies))


@cache
def typeface(bold: bool, is_mono: bool) -> Typeface:
    """Return a bundled font."""
    path = font_path(bold, is_mono)
    return Typeface(path.stem, path.read_bytes())
