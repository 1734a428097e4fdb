"""Draw a QR code as two shapes: a light card, and one freeform of all its dark modules.

The freeform follows the outlines of what is dark, for squares that only touch show hairs of light
between them. It is dark on light in every theme: some phones read no code in negative.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.color import Color, ColorRole
from ...model.scene import Box, Group, Path, Point
from ...model.style import Fill
from ...model.theme import Theme
from ...model.units import Rect

LARGEST = 10  # version; a larger code has modules too small for a phone at the back of the room
QUIET = 4  # modules of light round the code (ISO/IEC 18004, 5.3.8)
Corner = tuple[int, int]
Modules = Sequence[Sequence[int]]  # row by row, 1 is dark


def draw_code(address: str, frame: Rect, theme: Theme) -> Group | None:
    """Return the address as a QR code that is a link to it; None where it is too long for one."""
    modules = modules_of(address)
    if modules is None:
        return None
    ground, ink = ColorRole.BACKGROUND, ColorRole.TEXT
    colors = theme.palette.colors
    if colors[ground].luminance < colors[ink].luminance:
        ground, ink = ink, ground
    card = Box(frame, "二维码底", fill=Fill(Color(ground)), link=address, alt=address)
    first, *others = (_drawn(outline, len(modules), frame) for outline in _outlines(modules))
    code = Path(first, "二维码", closed=True, fill=Fill(Color(ink)), others=tuple(others))
    return Group((card, code), frame, "二维码", alt=address)


def modules_of(address: str) -> Modules | None:
    """Return the code's modules without a quiet zone; None where they would be too small."""
    import segno

    try:
        code = segno.make_qr(address, error="m", boost_error=False)
    except segno.DataOverflowError:
        return None
    return code.matrix if int(code.version) <= LARGEST else None


def _drawn(outline: list[Corner], count: int, frame: Rect) -> tuple[Point, ...]:
    """Return an outline's corners as a freeform's points, on the page."""
    parts = count + 2 * QUIET
    corners = [
        Point(
            frame.x + (x + QUIET) * frame.width // parts,
            frame.y + (y + QUIET) * frame.height // parts,
        )
        for x, y in outline
    ]
    points = [corners[0]]
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        points.extend((start, end, end))
    return tuple(points)


def _outlines(modules: Modules) -> Iterator[list[Corner]]:
    """Yield the corners round each dark area, and round each hole the other way."""
    ways: dict[Corner, list[Corner]] = {}
    for start, end in _edges(modules):
        ways.setdefault(start, []).append(end)
    while ways:
        start = at = next(iter(ways))
        outline: list[Corner] = []
        while at in ways:
            following = ways[at].pop()
            if not ways[at]:
                del ways[at]
            # a corner between two edges of one direction is none
            if len(outline) > 1 and _is_straight(outline[-2], outline[-1], at):
                outline[-1] = at
            else:
                outline.append(at)
            at = following
            if at == start:
                break
        yield outline


def _is_straight(one: Corner, two: Corner, three: Corner) -> bool:
    return one[0] == two[0] == three[0] or one[1] == two[1] == three[1]


def _edges(modules: Modules) -> Iterator[tuple[Corner, Corner]]:
    """Yield the edges between dark and light, what is dark on their right."""
    size = len(modules)

    def is_dark(x: int, y: int) -> bool:
        return 0 <= x < size and 0 <= y < size and modules[y][x] == 1

    for y in range(size):
        for x in range(size):
            if not modules[y][x]:
                continue
            if not is_dark(x, y - 1):
                yield (x, y), (x + 1, y)
            if not is_dark(x + 1, y):
                yield (x + 1, y), (x + 1, y + 1)
            if not is_dark(x, y + 1):
                yield (x + 1, y + 1), (x, y + 1)
            if not is_dark(x - 1, y):
                yield (x, y + 1), (x, y)
