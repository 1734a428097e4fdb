"""A theme's pictures: the logo, and those that pages stand on.

Both are files beside the theme. They are as little trusted as an outline's pictures, and made
smaller in the same way. On a picture words must be read: so much of the background's colour is laid
over it as its brightest and its darkest places need, unless the theme says how much.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ..model.color import ColorRole, contrast
from ..model.scene import Image
from ..model.theme import Grid, Logo, Palette
from ..model.units import EMU_PER_INCH, Emu, Rect, Size, inches
from ..pixels import PictureError, extremes, prepare, veiled
from ._fields import Fields, Path
from ._schema import GROUND, LOGO, READABLE

T = TypeVar("T")

EDGE: Emu = inches(0.3)  # between a logo and the page's upper edge
FOOT: Emu = inches(0.12)  # and its lower one
MOST_SHARE = 3  # a logo takes a third of the page's width at most
STEP = 5  # per cent, of a veil
WORDS = (ColorRole.TEXT, ColorRole.MUTED)


def read_logo(fields: Fields, grid: Grid) -> Logo | None:
    """Return the logo in its corner, and the room round it."""
    path: Path = ("logo",)
    values = fields.group(path, LOGO)
    name = values["file"]
    if not name:
        if fields.at(path):
            fields.complain(
                path, "a logo needs its 'file'", "such as {file: logo.png}", code="missing-field"
            )
        return None
    blob = fields.load((*path, "file"), name)
    if not blob:
        return None
    most = Size(grid.page.width // MOST_SHARE, values["height"])
    shown = _made(fields, (*path, "file"), name, lambda: prepare(blob, most))
    if shown is None:
        return None
    width, height, space = shown.size.width, shown.size.height, values["space"]
    vertical, horizontal = values["corner"].split()
    x = grid.margin_x if horizontal == "left" else grid.page.width - grid.margin_x - width
    if vertical == "top":
        y = EDGE
    else:
        middle = grid.footer.center_y - height // 2
        y = min(middle, grid.page.height - FOOT - height)
    frame = Rect(x, y, width, height)
    image = Image(frame, shown.blob, "标志", values["alt"] or fields.text(("title",)))
    room = Rect(x - space, y - space, width + 2 * space, height + 2 * space)
    _check_room(fields, room, grid)
    return Logo(image, room)


def clear_of(logo: Logo, grid: Grid) -> Grid:
    """Return the grid with title, lead and footer as wide as the logo lets them be."""

    def narrowed(band: Rect) -> Rect:
        if not band.overlaps(logo.room):
            return band
        if logo.room.center_x > band.center_x:
            return replace(band, width=max(1, logo.room.x - band.x))
        return Rect(logo.room.right, band.y, max(1, band.right - logo.room.right), band.height)

    return replace(
        grid, title=narrowed(grid.title), lead=narrowed(grid.lead), footer=narrowed(grid.footer)
    )


def _check_room(fields: Fields, room: Rect, grid: Grid) -> None:
    """Report a logo that reaches into the body; title and footer make room for it."""
    body = grid.body
    if not room.overlaps(body):
        return
    if room.y < body.y:
        most = body.y - room.y - (room.height - body.y + room.y) // 8
    else:
        most = grid.page.height - FOOT - body.bottom
    message = "the logo reaches into the slide's body"
    hint = f"let 'height' be {max(0.1, most / EMU_PER_INCH - 0.05):.2f} or less, or 'space' smaller"
    fields.complain(("logo",), message, hint, code="bad-picture")


def over_all(fields: Fields, path: Path, page: Size, palette: Palette) -> bytes:
    """Return a picture as large as the page, veiled as far as words need it."""
    name = fields.text((*path, "picture"))
    blob = fields.load((*path, "picture"), name)
    veil = next(one for one in GROUND if one.name == "veil")
    share = fields.read((*path, "veil"), veil)
    is_given = fields.at((*path, "veil")) is not None
    ground = palette.colors[ColorRole.BACKGROUND]

    def make() -> bytes:
        shown = prepare(blob, page, cover=True).blob
        part = share if is_given else _needed(shown, palette)
        # behind a page nothing may show through: programs differ in what they put there
        return veiled(shown, ground, part) if part or shown.startswith(b"\x89PNG") else shown

    return (_made(fields, (*path, "picture"), name, make) or b"") if blob else b""


def _needed(blob: bytes, palette: Palette) -> int:
    """Return how many per cent of the background words need over a picture to be read."""
    ground = palette.colors[ColorRole.BACKGROUND]
    places = extremes(blob, ground)
    for share in range(0, 100, STEP):
        mixed = [place.mixed(ground, share) for place in places]
        if all(
            contrast(palette.colors[role], place) >= READABLE for role in WORDS for place in mixed
        ):
            return share
    return 100


def _made(fields: Fields, path: Path, name: str, make: Callable[[], T]) -> T | None:
    """Return what is made of a picture; None, and a problem, where that cannot be."""
    try:
        return make()
    except PictureError as error:
        fields.complain(
            path, f"the picture '{name}' {error.message}", error.hint, code="bad-picture"
        )
        return None
