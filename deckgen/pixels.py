"""A picture's bytes made fit to be shown: turned upright, cut and scaled to its place.

What a projector cannot show is not carried along: 144 dots an inch, 1,920 at the most on the long
side. JPEG stays JPEG and PNG stays PNG; where and when it was taken, and with what, is left out.
Pillow enters here alone, for the outline's pictures and for those of a theme.
"""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image, ImageOps

from .model.color import Rgb
from .model.record import record
from .model.units import EMU_PER_INCH, Size

MOST_PIXELS = 64_000_000  # 8000 × 8000; decoded, that is a quarter of a gigabyte
DENSEST, LONGEST = 144, 1920
COARSEST = 60  # dots an inch; a smaller picture is not blown up any further
ORIENTATION = 274  # Exif tag
QUALITY = 88
GLANCE = (64, 36)
WHITE = Rgb(255, 255, 255)
BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error)  # what Pillow raises
# what may stay in a file: how its pixels are to be read, and nothing about their maker
HARMLESS = frozenset(
    (
        *("jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "gamma", "srgb", "adobe"),
        *("chromaticity", "transparency", "icc_profile", "progressive", "progression"),
        *("adobe_transform", "interlace"),
    )
)


class PictureError(Exception):
    """What is wrong with a picture, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@record
class Raster:
    """A picture for a PDF: three bytes a pixel, one where it is gray; or the JPEG file as it is.

    `alpha` is how opaque each pixel is, where not all of them are.
    """

    width: int
    height: int
    data: bytes
    alpha: bytes = b""
    is_gray: bool = False
    is_jpeg: bool = False


@record
class Shown:
    """A picture as it is embedded, and the size it is shown at, in EMU."""

    blob: bytes
    size: Size


def upright_size(blob: bytes) -> tuple[int, int]:
    """Return width and height in pixels, turned as the camera was held."""
    image = _opened(blob)
    is_turned = _orientation(image) in (5, 6, 7, 8)
    return (image.height, image.width) if is_turned else (image.width, image.height)


def prepare(blob: bytes, room: Size, *, cover: bool = False) -> Shown:
    """Return the picture for a room: all of it in its own ratio, or as much as covers the room.

    Raises PictureError for one that cannot be read, or is too large to be decoded.
    """
    width, height = upright_size(blob)
    size = room if cover else contained(width, height, room)
    image = _opened(blob)
    is_plain = _orientation(image) == 1
    try:
        image.load()
        if is_plain and not cover and set(image.info) <= HARMLESS and _is_fine(width, size):
            return Shown(blob, size)
        kind = image.format or "PNG"
        upright = _in_color(ImageOps.exif_transpose(image), kind)
        if cover:
            upright = _cut(upright, room)
        return Shown(_encoded(_scaled(upright, size), kind), size)
    except BROKEN as error:
        raise PictureError("cannot be read", "save it anew as PNG or JPEG") from error


def raster(blob: bytes) -> Raster:
    """Return a picture's pixels; raises PictureError for one that cannot be read."""
    image = _opened(blob)
    width, height = image.size
    try:
        if image.format == "JPEG" and image.mode in ("L", "RGB"):
            return Raster(width, height, blob, is_gray=image.mode == "L", is_jpeg=True)
        if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
            whole = image.convert("RGBA")
            alpha = whole.getchannel("A").tobytes()
            return Raster(width, height, whole.convert("RGB").tobytes(), alpha)
        plain = _in_color(image, "PNG")
        return Raster(width, height, plain.tobytes(), is_gray=plain.mode == "L")
    except BROKEN as error:
        raise PictureError("cannot be read", "save it anew as PNG or JPEG") from error


def mean_color(blob: bytes) -> Rgb:
    """Return a picture's mean colour; raises PictureError for one that cannot be read."""
    image = _opened(blob)
    try:
        red, green, blue = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    except BROKEN as error:
        raise PictureError("cannot be read", "save it anew as PNG or JPEG") from error
    return Rgb(red, green, blue)


def veiled(blob: bytes, color: Rgb, share: int) -> bytes:
    """Return a picture with so many per cent of a colour laid over it, without transparency."""
    try:
        image = _opened(blob)
        kind = image.format or "PNG"
        whole = _flat(image, color)
        veil = Image.new("RGB", whole.size, (color.red, color.green, color.blue))
        return _encoded(Image.blend(whole, veil, share / 100), kind)
    except BROKEN as error:
        raise PictureError("cannot be read", "save it anew as PNG or JPEG") from error


def extremes(blob: bytes, ground: Rgb = WHITE) -> tuple[Rgb, Rgb]:
    """Return the darkest and the brightest colour of a picture, of places as large as a letter.

    Where it is transparent, the ground shows.
    """
    try:
        small = _flat(_opened(blob), ground).resize(GLANCE, Image.Resampling.BOX)
        colors = small.getcolors(GLANCE[0] * GLANCE[1]) or []
    except BROKEN as error:
        raise PictureError("cannot be read", "save it anew as PNG or JPEG") from error
    seen = [Rgb(*color) for _, color in colors if isinstance(color, tuple)]
    return (
        min(seen, key=lambda color: color.luminance),
        max(seen, key=lambda color: color.luminance),
    )


def _flat(image: Image.Image, ground: Rgb) -> Image.Image:
    """Return a picture without transparency, on a ground."""
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return image.convert("RGB")
    below = Image.new("RGBA", image.size, (ground.red, ground.green, ground.blue, 255))
    return Image.alpha_composite(below, image.convert("RGBA")).convert("RGB")


def _opened(blob: bytes) -> Image.Image:
    try:
        image = Image.open(BytesIO(blob), formats=("PNG", "JPEG"))
    except (*BROKEN, Image.DecompressionBombError) as error:
        raise PictureError("cannot be read", "save it anew as PNG or JPEG") from error
    if image.width * image.height > MOST_PIXELS:
        size = f"{image.width} × {image.height}"
        raise PictureError(
            f"has {size} pixels, too many to be decoded", "scale it to 4000 pixels or less"
        )
    return image


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except BROKEN as error:  # of a PNG, all has to be read for it
        raise PictureError("cannot be read", "save it anew as PNG or JPEG") from error


def contained(width: int, height: int, room: Size) -> Size:
    scale = min(room.width / width, room.height / height, EMU_PER_INCH / COARSEST)
    return Size(max(1, round(width * scale)), max(1, round(height * scale)))


def _wanted(size: Size) -> float:
    """Return how many pixels wide a picture shown at that size needs to be."""
    longest = max(size.width, size.height)
    dots = min(longest * DENSEST / EMU_PER_INCH, LONGEST)
    return size.width * dots / longest


def _is_fine(width: int, size: Size) -> bool:
    return width <= 1.1 * _wanted(size)


def _cut(image: Image.Image, room: Size) -> Image.Image:
    """Cut the middle out of a picture, in the room's ratio."""
    ratio = room.width / room.height
    if image.width > image.height * ratio:
        width, height = max(1, round(image.height * ratio)), image.height
    else:
        width, height = image.width, max(1, round(image.width / ratio))
    left, top = (image.width - width) // 2, (image.height - height) // 2
    return image.crop((left, top, left + width, top + height))


def _scaled(image: Image.Image, size: Size) -> Image.Image:
    if _is_fine(image.width, size):
        return image
    width = max(1, round(_wanted(size)))
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _in_color(image: Image.Image, kind: str) -> Image.Image:
    """Return the picture in a mode that can be scaled and saved."""
    if kind == "JPEG":
        return image if image.mode in ("L", "RGB") else image.convert("RGB")
    if image.mode.startswith("I"):  # 16 bits a pixel
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in image.info or image.mode in ("PA", "LA"):
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "RGBA") else image.convert("RGB")


def _encoded(image: Image.Image, kind: str) -> bytes:
    profile = image.info.get("icc_profile")
    image.info = {"icc_profile": profile} if profile else {}
    into = BytesIO()
    if kind == "JPEG":
        image.save(into, "JPEG", quality=QUALITY, optimize=True)
    else:
        image.save(into, "PNG", compress_level=6)
    return into.getvalue()
