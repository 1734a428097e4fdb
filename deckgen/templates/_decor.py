"""What a template draws on its pages, as far as we can draw it too: ground, pictures, plain shapes.

PowerPoint draws the template itself; this is for the writers that draw slides on their own, and
tells where a page is free. Colours are the nearest roles, gradients their mean, pictures PNG and
JPEG; lines, texts and effects are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree

from ..model.color import Color, ColorRole, Rgb
from ..model.record import record
from ..model.scene import Box, Image, Shape
from ..model.style import Fill, Geometry
from ..model.units import Rect, Size
from ..pixels import PictureError, mean_color, prepare
from ._colors import SLOTS, A, color_of, nearest, role_of
from ._text import number

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MOST_SHAPES = 200
GROUND = "底色"
MOST = 0.8  # of a page, for a shape to be its ground
GEOMETRIES = {
    "rect": Geometry.RECT,
    "roundRect": Geometry.ROUND,
    "ellipse": Geometry.ELLIPSE,
    "triangle": Geometry.TRIANGLE,
}
CORNER = 6  # a rounded corner is a sixth of the shorter side where the file does not say
FIRST_GROUND = 1001  # bgRef counts a theme's grounds from here


@record
class Canvas:
    """What one part's drawing is read with; `picture` returns a picture's bytes by its id."""

    colors: Mapping[str, Rgb]
    page: Size
    picture: Callable[[str], bytes]


def ground_of(
    root: etree._Element, theme: etree._Element, canvas: Canvas
) -> tuple[Rgb, bytes] | None:
    """Return a part's own background: its colour and, where it is one, its picture."""
    found = root.find(f"{P}cSld/{P}bg")
    if found is None or not len(found):
        return None
    properties = found[0]
    if properties.tag == f"{P}bgPr":
        return _filled(properties, canvas, None)
    color = color_of(properties, canvas.colors)
    grounds = theme.find(f".//{A}bgFillStyleLst")
    place = number(properties.get("idx", ""), 0) - FIRST_GROUND
    if grounds is None or not 0 <= place < len(grounds):
        return (color, b"") if color else None
    wrapper = etree.Element("fill")
    wrapper.append(etree.fromstring(etree.tostring(grounds[place])))
    # a theme's pictures belong to its own part, whose relationships are not ours: the tint counts
    flat = Canvas(canvas.colors, canvas.page, lambda _: b"")
    return _filled(wrapper, flat, color) or ((color, b"") if color else None)


def _filled(
    parent: etree._Element, canvas: Canvas, placeholder: Rgb | None
) -> tuple[Rgb, bytes] | None:
    """Return what a fill looks like: its colour, its mean, or its picture's and the picture."""
    for fill in parent:
        match etree.QName(fill).localname:
            case "solidFill":
                color = color_of(fill, canvas.colors, placeholder)
                return (color, b"") if color else None
            case "gradFill":
                found = [
                    color
                    for stop in fill.iter(f"{A}gs")
                    if (color := color_of(stop, canvas.colors, placeholder))
                ]
                return (_mean(found), b"") if found else None
            case "pattFill":
                color = color_of(fill.find(f"{A}bgClr"), canvas.colors, placeholder)
                return (color, b"") if color else None
            case "blipFill":
                blob = _blip(fill, canvas)
                return (_mean_of(blob), blob) if blob else None
    return None


def _blip(fill: etree._Element, canvas: Canvas) -> bytes:
    blip = fill.find(f"{A}blip")
    rid = blip.get(f"{R}embed", "") if blip is not None else ""
    return canvas.picture(rid) if rid else b""


def _mean(colors: Sequence[Rgb]) -> Rgb:
    count = len(colors)
    return Rgb(
        sum(one.red for one in colors) // count,
        sum(one.green for one in colors) // count,
        sum(one.blue for one in colors) // count,
    )


def _mean_of(blob: bytes) -> Rgb:
    try:
        return mean_color(blob)
    except PictureError:
        return Rgb(255, 255, 255)


def drawn_ground(ground: tuple[Rgb, bytes], canvas: Canvas) -> Shape:
    """Return a background as a shape over the whole page."""
    color, blob = ground
    sheet = Rect(0, 0, canvas.page.width, canvas.page.height)
    picture = _picture(blob, sheet) if blob else None
    return picture or Box(sheet, GROUND, fill=Fill(_role(color, canvas)))


def seen_ground(shapes: Sequence[Shape], canvas: Canvas, below: Rgb) -> Rgb:
    """Return the colour that a page seems to have: that of the last shape over most of it."""
    slots = {role: canvas.colors[slot] for slot, role in SLOTS.items()}
    color, page = below, canvas.page.width * canvas.page.height
    for shape in shapes[1:] if shapes and shapes[0].name == GROUND else shapes:
        if isinstance(shape, Image) and _area(shape.frame) >= MOST * page:
            color = _mean_of(shape.blob)
        elif isinstance(shape, Box) and shape.fill and _area(shape.frame) >= MOST * page:
            color = slots.get(shape.fill.color.role, color)
    return color


def _area(frame: Rect) -> int:
    return frame.width * frame.height


def _role(color: Rgb, canvas: Canvas) -> Color:
    return Color(nearest(color, canvas.colors))


def shapes_of(root: etree._Element, canvas: Canvas) -> tuple[Shape, ...]:
    """Return a part's own drawing: what is no placeholder, groups opened."""
    tree = root.find(f"{P}cSld/{P}spTree")
    if tree is None:
        return ()
    drawn: list[Shape] = []
    for element, frame in _leaves(tree, _same):
        if len(drawn) == MOST_SHAPES:
            break
        if shape := _shape(element, frame, canvas):
            drawn.append(shape)
    return tuple(drawn)


def _same(frame: Rect) -> Rect:
    return frame


def _leaves(
    tree: etree._Element, place: Callable[[Rect], Rect], depth: int = 0
) -> Iterator[tuple[etree._Element, Rect]]:
    """Yield shapes and their frames on the page; a group's frame scales what is in it."""
    for element in tree:
        if element.tag == f"{P}grpSp" and depth < 8:
            yield from _leaves(element, _inner(element, place), depth + 1)
        elif element.tag in (f"{P}sp", f"{P}pic", f"{P}cxnSp"):
            if element.find(f"*/{P}nvPr/{P}ph") is not None:
                continue
            if frame := frame_of(element.find(f"{P}spPr")):
                yield element, place(frame)


def _inner(group: etree._Element, place: Callable[[Rect], Rect]) -> Callable[[Rect], Rect]:
    outer = frame_of(group.find(f"{P}grpSpPr"))
    child = frame_of(group.find(f"{P}grpSpPr"), "chOff", "chExt")
    if not outer or not child or not child.width or not child.height:
        return place
    room = place(outer)

    def scaled(frame: Rect) -> Rect:
        return Rect(
            room.x + (frame.x - child.x) * room.width // child.width,
            room.y + (frame.y - child.y) * room.height // child.height,
            frame.width * room.width // child.width,
            frame.height * room.height // child.height,
        )

    return scaled


def frame_of(properties: etree._Element | None, off: str = "off", ext: str = "ext") -> Rect | None:
    """Return the frame that shape properties say, if they say one."""
    transform = properties.find(f"{A}xfrm") if properties is not None else None
    if transform is None:
        return None
    start, extent = transform.find(f"{A}{off}"), transform.find(f"{A}{ext}")
    if start is None or extent is None:
        return None
    x, y = number(start.get("x", ""), 0), number(start.get("y", ""), 0)
    width, height = number(extent.get("cx", ""), 0), number(extent.get("cy", ""), 0)
    return Rect(x, y, max(0, width), max(0, height))


def _shape(element: etree._Element, frame: Rect, canvas: Canvas) -> Shape | None:
    if not frame.width or not frame.height:
        return None
    if element.tag == f"{P}pic":
        fill = element.find(f"{P}blipFill")
        blob = _blip(fill, canvas) if fill is not None else b""
        return _picture(blob, frame) or None
    properties = element.find(f"{P}spPr")
    if properties is None or element.tag == f"{P}cxnSp":
        return None
    preset = properties.find(f"{A}prstGeom")
    kind = preset.get("prst", "") if preset is not None else "custom"
    filled = _filled(properties, canvas, None)
    if filled is None and properties.find(f"{A}noFill") is None:
        style = element.find(f"{P}style/{A}fillRef")
        if style is not None and style.get("idx", "0") != "0":
            color = color_of(style, canvas.colors)
            filled = (color, b"") if color else None
    if filled is None:
        return None
    color, blob = filled
    if blob:
        return _picture(blob, frame)
    solid = properties.find(f"{A}solidFill")
    role = (
        role_of(solid, canvas.colors, ColorRole.SURFACE)
        if solid is not None
        else _role(color, canvas)
    )
    geometry = GEOMETRIES.get(kind, Geometry.RECT)
    corner = min(frame.width, frame.height) // CORNER if geometry is Geometry.ROUND else 0
    return Box(frame, "装饰", geometry=geometry, corner=corner, fill=Fill(role))


def _picture(blob: bytes, frame: Rect) -> Image | None:
    """Return a picture in its frame, cut to it; None for what is neither PNG nor JPEG."""
    if not blob:
        return None
    try:
        shown = prepare(blob, Size(frame.width, frame.height), cover=True)
    except PictureError:
        return None
    return Image(frame, shown.blob, "装饰", "")
