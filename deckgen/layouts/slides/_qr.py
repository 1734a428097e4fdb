"""An address as a QR code: text in, rows of dark and light modules out, without a quiet zone.

Bytes with error correction M in versions 1 to 10, that is up to 213 bytes; a longer address would
have modules too small for a phone at the back of the room. After ISO/IEC 18004:2015, in the order
of its chapter 7: code words, error correction, placement, mask, format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, groupby, pairwise

from ...model.record import record

Matrix = list[list[bool]]

LARGEST = 10
CORRECTION = (10, 16, 26, 18, 24, 16, 18, 22, 22, 26)  # code words a block, for level M
BLOCKS = (1, 1, 1, 2, 2, 4, 4, 4, 5, 5)
BYTES, LEVEL_M = 0b0100, 0b00
PADDING = (0xEC, 0x11)
FIELD = 0x11D  # the polynomial of the Galois field
MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda x, y: (x + y) % 2 == 0,
    lambda _, y: y % 2 == 0,
    lambda x, _: x % 3 == 0,
    lambda x, y: (x + y) % 3 == 0,
    lambda x, y: (x // 3 + y // 2) % 2 == 0,
    lambda x, y: x * y % 2 + x * y % 3 == 0,
    lambda x, y: (x * y % 2 + x * y % 3) % 2 == 0,
    lambda x, y: ((x + y) % 2 + x * y % 3) % 2 == 0,
)


@record(eq=False)
class _Grid:
    """The modules, and which of them are patterns: no data stands there."""

    version: int
    dark: Matrix
    taken: Matrix

    @property
    def size(self) -> int:
        return len(self.dark)

    def put(self, x: int, y: int, is_dark: bool) -> None:
        """Set a module of a pattern, unless it is outside."""
        if 0 <= x < self.size and 0 <= y < self.size:
            self.dark[y][x] = is_dark
            self.taken[y][x] = True


def qr_code(text: str) -> Matrix | None:
    """Return the modules of a text, row by row; None where it is too long."""
    data = text.encode()
    version = next((one for one in range(1, LARGEST + 1) if len(data) <= _most(one)), 0)
    if not version:
        return None
    size = 17 + 4 * version
    grid = _Grid(version, _empty(size), _empty(size))
    _draw_patterns(grid)
    _place(grid, _interleaved(_code_words(data, version), version))
    masked = [_masked(grid, mask) for mask in range(len(MASKS))]
    return min(masked, key=_penalty)


def _empty(size: int) -> Matrix:
    return [[False] * size for _ in range(size)]


def _raw(version: int) -> int:
    """Return how many code words a version has in all."""
    size = 17 + 4 * version
    aligned = len(_alignments(version))
    patterns = 3 * 64 + 2 * 15 + 1 + 2 * (size - 16)
    if aligned:
        patterns += (aligned**2 - 3) * 25 - 2 * (aligned - 2) * 5
    if version >= 7:
        patterns += 36
    return (size**2 - patterns) // 8


def _room(version: int) -> int:
    """Return how many code words of data a version has."""
    return _raw(version) - CORRECTION[version - 1] * BLOCKS[version - 1]


def _count_bits(version: int) -> int:
    return 8 if version < 10 else 16


def _most(version: int) -> int:
    return (_room(version) * 8 - 4 - _count_bits(version)) // 8


def _code_words(data: bytes, version: int) -> list[int]:
    bits = f"{BYTES:04b}{len(data):0{_count_bits(version)}b}" + "".join(f"{b:08b}" for b in data)
    room = _room(version)
    bits += "0" * min(4, room * 8 - len(bits))
    bits += "0" * (-len(bits) % 8)
    words = [int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)]
    return words + [PADDING[i % 2] for i in range(room - len(words))]


def _interleaved(words: list[int], version: int) -> list[int]:
    """Return data and error correction, a code word of each block by turns."""
    count, extra = BLOCKS[version - 1], CORRECTION[version - 1]
    short = len(words) // count
    long_from = count - len(words) % count
    blocks: list[list[int]] = []
    at = 0
    for i in range(count):
        length = short + (i >= long_from)
        blocks.append(words[at : at + length])
        at += length
    divisor = _divisor(extra)
    checks = [_remainder(block, divisor) for block in blocks]
    data = [block[i] for i in range(short + 1) for block in blocks if i < len(block)]
    return data + [check[i] for i in range(extra) for check in checks]


def _times(one: int, other: int) -> int:
    """Multiply in the Galois field of 256."""
    product = 0
    for i in range(7, -1, -1):
        product = (product << 1) ^ ((product >> 7) * FIELD)
        product ^= ((other >> i) & 1) * one
    return product


def _divisor(degree: int) -> list[int]:
    """Return the generator polynomial's coefficients, highest first, without the leading 1."""
    result = [0] * (degree - 1) + [1]
    root = 1
    for _ in range(degree):
        for j in range(degree):
            result[j] = _times(result[j], root)
            if j + 1 < degree:
                result[j] ^= result[j + 1]
        root = _times(root, 2)
    return result


def _remainder(data: list[int], divisor: list[int]) -> list[int]:
    result = [0] * len(divisor)
    for word in data:
        factor = word ^ result.pop(0)
        result.append(0)
        result = [one ^ _times(part, factor) for one, part in zip(result, divisor, strict=True)]
    return result


def _alignments(version: int) -> list[int]:
    if version == 1:
        return []
    count = version // 7 + 2
    step = (version * 8 + count * 3 + 5) // (count * 4 - 4) * 2
    return [6, *sorted(version * 4 + 10 - i * step for i in range(count - 1))]


def _draw_patterns(grid: _Grid) -> None:
    last = grid.size - 1
    for i in range(grid.size):
        grid.put(6, i, i % 2 == 0)
        grid.put(i, 6, i % 2 == 0)
    for x, y in ((3, 3), (last - 3, 3), (3, last - 3)):
        _draw_square(grid, (x, y), 4, (2, 4))
    places = _alignments(grid.version)
    corners = {(6, 6), (6, last - 6), (last - 6, 6)}
    for x in places:
        for y in places:
            if (x, y) not in corners:
                _draw_square(grid, (x, y), 2, (1,))
    _draw_format(grid, 0)  # to take its room
    if grid.version >= 7:
        bits = grid.version << 12 | _check(grid.version, 12, 0x1F25)
        for i in range(18):
            is_dark = bool(bits >> i & 1)
            grid.put(last - 10 + i % 3, i // 3, is_dark)
            grid.put(i // 3, last - 10 + i % 3, is_dark)


def _draw_square(grid: _Grid, center: tuple[int, int], reach: int, light: tuple[int, ...]) -> None:
    """Draw squares round a module, those at the distances `light` not dark."""
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            is_dark = max(abs(dx), abs(dy)) not in light
            grid.put(center[0] + dx, center[1] + dy, is_dark)


def _check(value: int, length: int, polynomial: int) -> int:
    """Return the BCH code's check bits of a value."""
    rest = value
    for _ in range(length):
        rest = (rest << 1) ^ ((rest >> (length - 1)) * polynomial)
    return rest


def _draw_format(grid: _Grid, mask: int) -> None:
    value = LEVEL_M << 3 | mask
    bits = (value << 10 | _check(value, 10, 0x537)) ^ 0x5412
    last = grid.size - 1
    for i in range(15):
        is_dark = bool(bits >> i & 1)
        near = i + (i > 5) if i < 8 else 15 - i - (i > 8)
        across, down = (last - i, 8) if i < 8 else (8, last - 14 + i)
        x, y = (8, near) if i < 8 else (near, 8)
        grid.put(x, y, is_dark)
        grid.put(across, down, is_dark)
    grid.put(8, last - 7, True)


def _place(grid: _Grid, words: list[int]) -> None:
    """Lay the bits out in columns of two, upwards and downwards by turns, from the right."""
    bits = chain.from_iterable(((word >> i) & 1 for i in range(7, -1, -1)) for word in words)
    for x, y in _way(grid.size):
        if not grid.taken[y][x]:
            grid.dark[y][x] = bool(next(bits, 0))


def _way(size: int) -> Iterator[tuple[int, int]]:
    rights = [right if right > 6 else right - 1 for right in range(size - 1, 0, -2)]
    for number, right in enumerate(rights):
        rows = range(size) if number % 2 else range(size - 1, -1, -1)
        for y in rows:
            yield right, y
            yield right - 1, y


def _masked(grid: _Grid, mask: int) -> Matrix:
    flips = MASKS[mask]
    dark = [
        [is_dark ^ (flips(x, y) and not grid.taken[y][x]) for x, is_dark in enumerate(row)]
        for y, row in enumerate(grid.dark)
    ]
    masked = _Grid(grid.version, dark, _empty(grid.size))
    _draw_format(masked, mask)
    return masked.dark


def _penalty(dark: Matrix) -> int:
    """Return what makes a mask hard to read: long runs, blocks, false corners, too much of one."""
    columns = [list(column) for column in zip(*dark, strict=True)]
    cost = 0
    for line in (*dark, *columns):
        runs = (len(list(run)) for _, run in groupby(line))
        cost += sum(run - 2 for run in runs if run >= 5)
        text = "".join("01"[is_dark] for is_dark in line)
        cost += 40 * sum(
            text.startswith(("10111010000", "00001011101"), at) for at in range(len(text))
        )
    for above, below in pairwise(dark):
        squares = zip(above, above[1:], below, below[1:], strict=False)
        cost += 3 * sum(len(set(four)) == 1 for four in squares)
    share = sum(map(sum, dark)) * 100 / len(dark) ** 2
    return cost + 10 * int(abs(share - 50) / 5)
