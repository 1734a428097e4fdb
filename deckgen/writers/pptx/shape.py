"""Shapes of a scene as the children of a shape tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import assert_never

from ...model.color import Color, ColorRole
from ...model.scene import (
    NO_TEXT,
    Box,
    ChartShape,
    Connector,
    Group,
    Image,
    Path,
    Point,
    Shape,
    TableShape,
)
from ...model.style import Fill, Geometry
from ...model.theme import LayoutSpec, Palette, Placeholder
from ...model.units import Rect
from ...model.words import named
from .connector import preset_of, site_of, transform_of
from .lang import speech_of
from .oxml import DECORATIVE, escape, fill_xml, geometry_xml, line_xml, transform_xml
from .table import table_xml
from .text import Ink, text_body

TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)

CHART = (
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{}"/></a:graphicData>'
)


@dataclass
class Pen:
    """Writes the shapes of one part: counts their ids, and asks for links and pictures.

    `link` turns a link into an a:hlinkClick element or nothing; `picture` and `chart` turn bytes
    and charts into the ids of their relationships. `lang` is the language of the deck.
    """

    palette: Palette
    link: Callable[[str], str]
    picture: Callable[[bytes], str]
    spec: LayoutSpec | None = None
    chart: Callable[[ChartShape], str] = lambda _: ""
    lang: str = ""
    next_id: int = 2
    ids: dict[str, int] = field(default_factory=dict)
    drawn: list[int] = field(default_factory=list)  # the ids of the shapes drawn, in order
    heads: list[int] = field(default_factory=list)  # likewise, those inside groups too
    boxes: dict[str, Box] = field(default_factory=dict)

    @cached_property
    def ink(self) -> Ink:
        """What its texts are written with."""
        return Ink(self.palette, self.link, speech_of(self.lang))

    def said(self, name: str) -> str:
        """Return a name that we gave, in the deck's language, for an attribute."""
        return escape(named(name, self.lang))

    def draw(self, shapes: Iterable[Shape]) -> str:
        """Return the XML of all shapes, in order."""
        shapes = tuple(shapes)
        self._number(shapes)
        xml: list[str] = []
        for shape in shapes:
            mine = len(self.heads)
            xml.append(self._shape(shape))
            self.drawn.append(self.heads[mine])
        return "".join(xml)

    def _number(self, shapes: Iterable[Shape]) -> None:
        """Give every keyed box its id first: a connector may come before its ends."""
        for shape in shapes:
            if isinstance(shape, Box) and shape.key:
                self.ids[shape.key] = self.take_id()
                self.boxes[shape.key] = shape
            elif isinstance(shape, Group):
                self._number(shape.shapes)

    def take_id(self) -> int:
        """Return the next free shape id of the part."""
        taken = self.next_id
        self.next_id += 1
        return taken

    def _shape(self, shape: Shape) -> str:
        match shape:
            case Box() if shape.marks and shape.placeholder < 0:
                return self._group(_with_marks(shape))
            case Box():  # PowerPoint has no placeholders in groups
                return self._box(shape) + "".join(map(self._shape, shape.marks))
            case Path():
                return self._path(shape)
            case Connector():
                return self._connector(shape)
            case Image():
                return self._image(shape)
            case Group():
                return self._group(shape)
            case TableShape():
                return self._framed(shape, table_xml(shape, self.ink))
            case ChartShape():
                return self._framed(shape, CHART.format(self.chart(shape)))
            case _:
                assert_never(shape)

    def _head(self, shape: Shape, link: str = "") -> str:
        key = shape.key if isinstance(shape, Box) else ""
        number = self.ids[key] if key else self.take_id()
        self.heads.append(number)
        alt = "" if isinstance(shape, Path | Connector) else shape.alt
        decorative = isinstance(shape, Path) or (
            isinstance(shape, Box) and not alt and not shape.text.paragraphs
        )
        inner = (self.link(link) if link else "") + (DECORATIVE if decorative else "")
        descr = f' descr="{escape(alt)}"' if alt else ""
        name = self.said(shape.name)
        return f'<p:cNvPr id="{number}" name="{name}"{descr}>{inner}</p:cNvPr>'

    def _box(self, box: Box) -> str:
        holder = (
            self.spec.placeholder(box.placeholder) if self.spec and box.placeholder >= 0 else None
        )
        if holder and self.spec and self.spec.part:
            native = holder.native
            if native is None or native.is_dressed:
                return self._free(box, holder if native else None)
        if holder:
            return self._filled(box, holder)
        return self._free(box)

    def _free(self, box: Box, holder: Placeholder | None = None) -> str:
        """A shape that says its whole look; in a template it may fill a placeholder as well."""
        kind = ' txBox="1"' if box.fill is None and box.line is None else ""
        own = f"<p:cNvSpPr{kind}/><p:nvPr/>"
        if holder:
            held = f"<p:nvPr>{holder_xml(holder)}</p:nvPr>"
            own = f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>{held}'
        return (
            f"<p:sp><p:nvSpPr>{self._head(box, box.link)}{own}</p:nvSpPr>"
            f"<p:spPr>{transform_xml(box.frame)}"
            f"{geometry_xml(box.geometry, box.corner, box.frame)}"
            f"{fill_xml(box.fill, self.palette)}{line_xml(box.line, self.palette)}</p:spPr>"
            f"{text_body(box.text, None, self.ink)}</p:sp>"
        )

    def _filled(self, box: Box, holder: Placeholder) -> str:
        """A filled placeholder inherits its frame and look from the layout.

        LibreOffice inherits everything but the geometry, so a rounded one says its own again.
        """
        geometry = transform_xml(box.frame) if holder.native and holder.native.is_moved else ""
        if holder.geometry is not Geometry.RECT and not holder.native:
            geometry = geometry_xml(holder.geometry, holder.corner, holder.frame)
        return (
            f"<p:sp><p:nvSpPr>{self._head(box, box.link)}"
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{holder_xml(holder)}</p:nvPr>'
            f"</p:nvSpPr><p:spPr>{geometry}</p:spPr>"
            f"{text_body(box.text, holder, self.ink)}</p:sp>"
        )

    def _path(self, path: Path) -> str:
        contours = (path.points, *path.others)
        frame = path.frame
        frame = Rect(frame.x, frame.y, max(1, frame.width), max(1, frame.height))
        return (
            f"<p:sp><p:nvSpPr>{self._head(path)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{transform_xml(frame)}{curve_xml(contours, frame, path.closed)}"
            f"{fill_xml(path.fill, self.palette)}{line_xml(path.line, self.palette)}</p:spPr>"
            f"{text_body(NO_TEXT, None, self.ink)}</p:sp>"
        )

    def _connector(self, connector: Connector) -> str:
        preset = preset_of(connector)
        flip, frame = transform_of(connector, preset)
        ends = "".join(
            f'<a:{tag} id="{self.ids[key]}" idx="{site_of(self.boxes[key], point)}"/>'
            for tag, key, point in (
                ("stCxn", connector.start, connector.points[0]),
                ("endCxn", connector.end, connector.points[-1]),
            )
            if key in self.ids
        )
        adjust = f'<a:gd name="adj1" fmla="val {preset.bend}"/>' if preset.bend != 50_000 else ""
        tip = '<a:tailEnd type="triangle"/>' if connector.has_arrow else ""
        xml = (
            f"<p:cxnSp><p:nvCxnSpPr>{self._head(connector)}<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr>"
            f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{transform_xml(frame, flip=flip)}"
            f'<a:prstGeom prst="{preset.name}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
            f"{line_xml(connector.line, self.palette, tip)}</p:spPr></p:cxnSp>"
        )
        if connector.label.paragraphs:
            ground = Fill(Color(ColorRole.BACKGROUND))
            label = Box(connector.label_frame, connector.name, connector.label, fill=ground)
            xml += self._box(label)
        return xml

    def _held(self, shape: Image | TableShape | ChartShape) -> str:
        """Return the properties of a thing that may stand in a placeholder."""
        if not self.spec or shape.placeholder < 0:
            return "<p:nvPr/>"
        if self.spec.part and not self.spec.placeholder(shape.placeholder).native:
            return "<p:nvPr/>"
        return f"<p:nvPr>{holder_xml(self.spec.placeholder(shape.placeholder))}</p:nvPr>"

    def _framed(self, shape: TableShape | ChartShape, data: str) -> str:
        """Return a table or chart in its graphic frame."""
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{self._head(shape)}<p:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>{self._held(shape)}'
            f"</p:nvGraphicFramePr>{transform_xml(shape.frame, 'p:xfrm')}"
            f"<a:graphic>{data}</a:graphic></p:graphicFrame>"
        )

    def _image(self, image: Image) -> str:
        return (
            f"<p:pic><p:nvPicPr>{self._head(image)}"
            f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>{self._held(image)}'
            "</p:nvPicPr>"
            f'<p:blipFill><a:blip r:embed="{self.picture(image.blob)}"/>'
            "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
            f"<p:spPr>{transform_xml(image.frame)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def _group(self, group: Group) -> str:
        frame = group.frame
        head = self._head(group)
        inner = "".join(self._shape(shape) for shape in group.shapes)
        return (
            f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>"
            f'<a:xfrm><a:off x="{frame.x}" y="{frame.y}"/><a:ext cx="{frame.width}" '
            f'cy="{frame.height}"/><a:chOff x="{frame.x}" y="{frame.y}"/><a:chExt '
            f'cx="{frame.width}" cy="{frame.height}"/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>'
        )


def _with_marks(box: Box) -> Group:
    """Return a box and its marks as a group: who moves one moves all."""
    return Group((replace(box, marks=()), *box.marks), box.reach, box.name)


def holder_xml(holder: Placeholder) -> str:
    """Return a placeholder's type and index; the index of a title is left out."""
    if holder.native:
        kind = "" if holder.native.kind == "obj" else f' type="{escape(holder.native.kind)}"'
        idx = f' idx="{holder.native.idx}"' if holder.native.idx else ""
        return f"<p:ph{kind}{idx}/>"
    if holder.kind in ("title", "ctrTitle"):
        return f'<p:ph type="{holder.kind}"/>'
    size = ' sz="quarter"' if holder.kind != "subTitle" else ""
    return f'<p:ph type="{holder.kind}"{size} idx="{holder.idx}"/>'


def curve_xml(contours: tuple[tuple[Point, ...], ...], frame: Rect, closed: bool) -> str:
    """Return contours of cubic Beziers as one custom geometry inside their frame."""

    def at(point: Point) -> str:
        return f'<a:pt x="{point.x - frame.x}" y="{point.y - frame.y}"/>'

    def contour(points: tuple[Point, ...]) -> str:
        curves = "".join(
            f"<a:cubicBezTo>{''.join(at(point) for point in points[i : i + 3])}</a:cubicBezTo>"
            for i in range(1, len(points) - 2, 3)
        )
        return f"<a:moveTo>{at(points[0])}</a:moveTo>{curves}{end}"

    end = "<a:close/>" if closed else ""
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{frame.width}" h="{frame.height}">'
        f"{''.join(map(contour, contours))}</a:path></a:pathLst></a:custGeom>"
    )
