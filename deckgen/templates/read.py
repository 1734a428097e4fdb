"""A template's bytes to a Template: what is kept of its parts, and what its layouts offer.

What comes in is a Source of a .pptx or .potx; what leaves holds every part that master and layouts
need, untouched, and none that only its sample slides needed. The one thing to know: a layout says
little of its own, so each placeholder is told with all that it inherits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from ..model.color import Rgb
from ..model.record import record
from ..model.scene import Shape
from ..model.template import (
    Template,
    TemplateHolder,
    TemplateLayout,
    TemplateMaster,
    TemplatePart,
)
from ..model.units import Rect, Size, inches
from ..plugin import Source
from ._archive import REPAIR, Archive, main_part, open_archive
from ._colors import A, mapped, scheme_of
from ._decor import Canvas, P, R, drawn_ground, frame_of, ground_of, seen_ground, shapes_of
from ._keep import kept_parts
from ._text import Setting, body_of, font_pair, number

MOST_LAYOUTS, MOST_MASTERS = 400, 40
TITLES = ("title", "ctrTitle")
SMALL = ("dt", "ftr", "sldNum")
CAPITALS = 13  # per cent by which text in capitals is wider
LEAST_SIDE, MOST_SIDE = inches(1), inches(56)  # PowerPoint's own bounds of a page
WHITE = Rgb(255, 255, 255)


def read_template(source: Source) -> Template:
    """Read a template; DeckgenError for a file that cannot be used, saying why and what to do."""
    archive = open_archive(source)
    main = main_part(archive)
    root = archive.tree(main)
    if root.tag != f"{P}presentation":
        hint = "save it as 'PowerPoint Presentation', not as 'Strict Open XML Presentation'"
        raise archive.refuse("is in the strict form of Open XML", hint)
    links = {link.rid: link for link in archive.links(main)}
    parts, rids = kept_parts(archive, main)
    reader = _Reader(archive, {part.name: part for part in parts}, _page(archive, root))
    masters: list[TemplateMaster] = []
    layouts: list[TemplateLayout] = []
    for one in root.iterfind(f"{P}sldMasterIdLst/{P}sldMasterId"):
        link = links.get(one.get(f"{R}id", ""))
        if link is None or link.rid not in rids or len(masters) == MOST_MASTERS:
            raise archive.refuse("is damaged: a slide master is missing", REPAIR)
        sheet = reader.sheet(archive.real(link.target))
        masters.append(sheet.told)
        layouts.extend(reader.layouts(sheet, len(masters) - 1))
    if not layouts:
        raise archive.refuse("has no layouts", "add one under View > Slide Master, and save it")
    if len(layouts) > MOST_LAYOUTS:
        raise archive.refuse(
            f"has more than {MOST_LAYOUTS} layouts", "delete what it does not need"
        )
    return Template(
        source.name,
        reader.page,
        tuple(masters),
        tuple(layouts),
        parts,
        archive.read(main),
        rids,
    )


def _page(archive: Archive, root: etree._Element) -> Size:
    size = root.find(f"{P}sldSz")
    width, height = (
        number(size.get(name, ""), 0) if size is not None else 0 for name in ("cx", "cy")
    )
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in (width, height)):
        raise archive.refuse("is damaged: it does not say how large its slides are", REPAIR)
    return Size(width, height)


@record
class _Sheet:
    """A master while its layouts are read."""

    name: str
    root: etree._Element
    theme: etree._Element
    scheme: Mapping[str, Rgb]
    color_map: Mapping[str, str]
    told: TemplateMaster


@dataclass(slots=True)
class _Reader:
    """Reads masters and layouts out of the parts that are kept."""

    archive: Archive
    parts: Mapping[str, TemplatePart]
    page: Size

    def tree(self, name: str) -> etree._Element:
        return self.archive.parse(name, self.parts[name].blob)

    def linked(self, name: str, kind: str) -> list[str]:
        """Return the parts of a kind that a part is related to, those that are kept."""
        found = (link for link in self.archive.links(name) if link.kind == kind)
        names = (self.archive.real(link.target) for link in found if not link.is_external)
        return [name for name in names if name in self.parts]

    def sheet(self, name: str) -> _Sheet:
        """Read a master with its theme."""
        root = self.tree(name)
        themes = self.linked(name, "theme")
        if not themes:
            raise self.archive.refuse("is damaged: a slide master has no theme", REPAIR)
        theme = self.tree(themes[0])
        scheme = scheme_of(theme)
        found = root.find(f"{P}clrMap")
        color_map = {str(k): str(v) for k, v in found.attrib.items()} if found is not None else {}
        told = TemplateMaster(
            theme.get("name", "")[:120],
            mapped(scheme, color_map),
            font_pair(theme.find(f".//{A}majorFont")),
            font_pair(theme.find(f".//{A}minorFont")),
        )
        return _Sheet(name, root, theme, scheme, color_map, told)

    def layouts(self, sheet: _Sheet, number: int) -> Iterator[TemplateLayout]:
        """Yield a master's layouts in its own order."""
        links = {link.rid: link for link in self.archive.links(sheet.name)}
        for one in sheet.root.iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId"):
            link = links.get(one.get(f"{R}id", ""))
            if link is None or link.kind != "slideLayout":
                raise self.archive.refuse("is damaged: a layout is missing", REPAIR)
            yield self._layout(self.archive.real(link.target), sheet, number)

    def _layout(self, name: str, sheet: _Sheet, number: int) -> TemplateLayout:
        root = self.tree(name)
        override = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        color_map = dict(sheet.color_map)
        text = ""
        if override is not None:
            own = {str(key): str(value) for key, value in sorted(override.attrib.items())}
            color_map.update(own)
            pairs = " ".join(f'{key}="{value}"' for key, value in own.items())
            text = f"<a:overrideClrMapping {pairs}/>" if _is_plain(own) else ""
        colors = mapped(sheet.scheme, color_map)
        setting = Setting(colors, sheet.told.major, sheet.told.minor)
        ground, shapes = self._drawing((name, root), sheet, colors)
        head = root.find(f"{P}cSld")
        return TemplateLayout(
            part=name,
            name=(head.get("name", "") if head is not None else "")[:120],
            kind=root.get("type", ""),
            master=number,
            holders=tuple(_holders(root, sheet.root, setting, self.page)),
            shapes=shapes,
            ground=ground,
            color_map=text,
        )

    def _drawing(
        self, layout: tuple[str, etree._Element], sheet: _Sheet, colors: Mapping[str, Rgb]
    ) -> tuple[Rgb, tuple[Shape, ...]]:
        """Return a page's colour, and all that is drawn on it, from the ground up."""
        name, root = layout
        own = Canvas(colors, self.page, self._pictures(name))
        below = Canvas(colors, self.page, self._pictures(sheet.name))
        ground = ground_of(root, sheet.theme, own) or ground_of(sheet.root, sheet.theme, below)
        shapes: list[Shape] = [drawn_ground(ground, own)] if ground else []
        if root.get("showMasterSp", "1") not in ("0", "false"):
            shapes.extend(shapes_of(sheet.root, below))
        shapes.extend(shapes_of(root, own))
        color = ground[0] if ground else colors.get("bg1", WHITE)
        return seen_ground(shapes, own, color), tuple(shapes)

    def _pictures(self, name: str) -> _Pictures:
        return _Pictures(self, {link.rid: link.target for link in self.archive.links(name)})


@record
class _Pictures:
    """Returns a part's pictures by the ids of their relationships."""

    reader: _Reader
    targets: Mapping[str, str]

    def __call__(self, rid: str) -> bytes:
        name = self.targets.get(rid, "")
        real = self.reader.archive.real(name) if self.reader.archive.has(name) else ""
        part = self.reader.parts.get(real)
        return part.blob if part and part.content_type in ("image/png", "image/jpeg") else b""


def _is_plain(attributes: Mapping[str, str]) -> bool:
    """Tell whether attributes may be written as they are: names and slots, and no markup."""
    return all(word.isalnum() for pair in attributes.items() for word in pair)


def _holders(
    layout: etree._Element, master: etree._Element, setting: Setting, page: Size
) -> Iterator[TemplateHolder]:
    """Yield a layout's placeholders; one that has no frame anywhere is of no use."""
    below = {_kind(one): one for one in reversed(list(_placeholders(master)))}
    for shape in _placeholders(layout):
        kind = _kind(shape)
        parent = below.get(_family(kind))
        shapes = [shape] if parent is None else [shape, parent]
        frames = [frame_of(one.find(f"{P}spPr")) for one in shapes]
        frame = next((one for one in frames if one and one.width and one.height), None)
        if frame is None or not Rect(0, 0, page.width, page.height).overlaps(frame):
            continue
        bodies = [text for one in shapes if (text := one.find(f"{P}txBody")) is not None]
        body = body_of(bodies, _lists(bodies, kind, master), kind in TITLES, setting)
        insets = body.insets
        if body.has_capitals:
            insets = replace(insets, right=insets.right + frame.width * CAPITALS // 100)
        reference = shape.find(f"*/{P}nvPr/{P}ph")
        name = shape.find(f"*/{P}cNvPr")
        yield TemplateHolder(
            kind=kind,
            idx=max(0, number(reference.get("idx", "") if reference is not None else "", 0)),
            name=(name.get("name", "") if name is not None else "")[:80],
            frame=frame,
            styles=body.styles,
            anchor=body.anchor,
            insets=insets,
            is_turned=body.is_turned,
            is_upright=body.is_upright,
            is_bare=body.is_bare,
        )


def _placeholders(root: etree._Element) -> Iterator[etree._Element]:
    for shape in root.iterfind(f"{P}cSld/{P}spTree/*"):
        if shape.find(f"*/{P}nvPr/{P}ph") is not None:
            yield shape


def _kind(shape: etree._Element) -> str:
    reference = shape.find(f"*/{P}nvPr/{P}ph")
    return reference.get("type", "obj") if reference is not None else "obj"


def _family(kind: str) -> str:
    """Return the type of the master's placeholder that one inherits from."""
    if kind in TITLES:
        return "title"
    return kind if kind in SMALL else "body"


def _lists(
    bodies: Sequence[etree._Element], kind: str, master: etree._Element
) -> list[etree._Element]:
    """Return the list styles that a text inherits, the nearest first."""
    lists = [found for body in bodies if (found := body.find(f"{A}lstStyle")) is not None]
    family = {"title": "titleStyle", "body": "bodyStyle"}.get(_family(kind), "otherStyle")
    style = master.find(f"{P}txStyles/{P}{family}")
    return lists if style is None else [*lists, style]
