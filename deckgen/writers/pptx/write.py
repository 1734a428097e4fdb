"""A scene and its theme to the bytes of a .pptx file.

Everything that a deck of n slides costs is paid once a slide: parts are named by counting,
relationships added without a search, slides written as text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ...model.deck import Properties
from ...model.scene import ChartShape, Page, Scene
from ...model.template import Template
from ...model.theme import LayoutSpec, Theme
from ...problems import Report
from .chart import chart_xml
from .kinds import ContentType, Relation
from .master import layout_xml, master_xml
from .notes import notes_master_xml, notes_xml
from .oxml import escape
from .package import Part, PartList, relate, relate_url
from .presentation import (
    PRESENTATION_PROPERTIES,
    VIEW_PROPERTIES,
    presentation_xml,
)
from .properties import app_xml, core_xml
from .slide import slide_xml
from .table import table_styles_xml
from .theme_part import theme_xml
from .workbook import workbook

# what somebody adds by hand the night before; the other kinds come with the slides that use them
EVERYDAY = ("title", "section", "bullets", "statement", "cards-3", "compare", "quote", "closing")
JUMP = "ppaction://hlinksldjump"
SAFE = ("http://", "https://", "mailto:")
IMAGE_TYPES = {b"\x89PNG": ("png", ContentType.PNG), b"\xff\xd8\xff": ("jpg", ContentType.JPEG)}


@dataclass(slots=True)
class Build:
    """What is known while a package grows."""

    theme: Theme
    properties: Properties
    parts: PartList = field(default_factory=PartList)
    layouts: dict[str, Part] = field(default_factory=dict)
    slides: dict[str, Part] = field(default_factory=dict)
    media: dict[bytes, Part] = field(default_factory=dict)


def write(scene: Scene, theme: Theme, report: Report) -> bytes:
    """Return the .pptx; the report is not used, for all checks are made in finishing."""
    del report
    theme = replace(theme, lang=scene.properties.lang)
    if theme.template:
        return _enter(scene, theme, theme.template)
    return pack(scene, theme, _used(scene, theme), ContentType.PRESENTATION)


def pack(scene: Scene, theme: Theme, specs: list[LayoutSpec], main_type: str) -> bytes:
    """Return the package of a scene with those layouts; its main part's type says what it is."""
    build = Build(theme, scene.properties)
    parts = build.parts
    presentation = parts.add("/ppt/presentation.xml", main_type)
    parts.relate_package(presentation, Relation.OFFICE_DOCUMENT)
    colors = parts.add("/ppt/theme/theme1.xml", ContentType.THEME, theme_xml(theme))
    relate(presentation, colors, Relation.THEME)
    master = _master(build, specs, colors)
    master_rid = relate(presentation, master, Relation.MASTER)
    notes_master = _notes_master(build)
    notes_rid = relate(presentation, notes_master, Relation.NOTES_MASTER)
    slide_rids = _slides(build, scene, presentation, notes_master)
    _properties(build, scene, presentation)
    rids = (master_rid, notes_rid)
    presentation.blob = presentation_xml(scene, theme, slide_rids, rids)
    return parts.to_bytes()


def _enter(scene: Scene, theme: Theme, template: Template) -> bytes:
    """Return the package of a template, its parts as they are, its slides replaced by ours."""
    from .enter import add_table_style, entered_xml, take_over  # lxml reads what is there

    build = Build(theme, scene.properties)
    parts = build.parts
    presentation = parts.add("/ppt/presentation.xml", ContentType.PRESENTATION)
    parts.relate_package(presentation, Relation.OFFICE_DOCUMENT)
    kept = take_over(parts, template, presentation)
    for page in scene.pages:
        build.layouts[page.layout] = kept.parts[theme.layouts[page.layout].part]
    notes_master = kept.notes_master
    if notes_master is None:
        notes_master = _notes_master(build)
        kept = replace(kept, notes_rid=relate(presentation, notes_master, Relation.NOTES_MASTER))
    slide_rids = _slides(build, scene, presentation, notes_master)
    if kept.table_styles:
        add_table_style(kept.table_styles, scene, table_styles_xml(theme))
    _properties(build, scene, presentation, has_styles=kept.table_styles is not None)
    presentation.blob = entered_xml(template, kept, scene, slide_rids)
    return parts.to_bytes()


def _slides(build: Build, scene: Scene, presentation: Part, notes_master: Part) -> list[str]:
    """Write all slides; return the ids of the presentation's relationships to them."""
    for number, page in enumerate(scene.pages, 1):
        name = f"/ppt/slides/slide{number}.xml"
        build.slides[page.key] = build.parts.add(name, ContentType.SLIDE)
    rids = [relate(presentation, part, Relation.SLIDE) for part in build.slides.values()]
    for number, page in enumerate(scene.pages, 1):
        _slide(build, page, number, notes_master)
    return rids


def _used(scene: Scene, theme: Theme) -> list[LayoutSpec]:
    """Return the everyday layouts, for the next hand, and those that the deck needs."""
    names = dict.fromkeys((*EVERYDAY, *(page.layout for page in scene.pages)))
    return [theme.layouts[name] for name in names if name in theme.layouts]


def _master(build: Build, specs: list[LayoutSpec], colors: Part) -> Part:
    parts, theme = build.parts, build.theme
    master = parts.add("/ppt/slideMasters/slideMaster1.xml", ContentType.MASTER)
    for number, spec in enumerate(specs, 1):
        name = f"/ppt/slideLayouts/slideLayout{number}.xml"
        layout = parts.add(name, ContentType.LAYOUT)
        relate(master, layout, Relation.LAYOUT)
        relate(layout, master, Relation.MASTER)
        layout.blob = layout_xml(spec, theme, _pictures(build, layout))
        build.layouts[spec.name] = layout
    relate(master, colors, Relation.THEME)
    master.blob = master_xml(theme, len(specs), _pictures(build, master))
    return master


def _notes_master(build: Build) -> Part:
    parts, theme = build.parts, build.theme
    name = "/ppt/notesMasters/notesMaster1.xml"
    master = parts.add(name, ContentType.NOTES_MASTER, notes_master_xml(theme))
    part = parts.add(parts.free("/ppt/theme/theme{}.xml"), ContentType.THEME, theme_xml(theme))
    relate(master, part, Relation.THEME)
    return master


def _slide(build: Build, page: Page, number: int, notes_master: Part) -> None:
    part = build.slides[page.key]
    relate(part, build.layouts[page.layout], Relation.LAYOUT)

    def chart(shape: ChartShape) -> str:
        return relate(part, _chart(build, shape), Relation.CHART)

    part.blob = slide_xml(page, build.theme, _linker(build, part), _pictures(build, part), chart)
    if page.notes:
        name = f"/ppt/notesSlides/notesSlide{number}.xml"
        notes = build.parts.add(name, ContentType.NOTES)
        relate(notes, notes_master, Relation.NOTES_MASTER)
        relate(notes, part, Relation.SLIDE)
        relate(part, notes, Relation.NOTES)
        notes.blob = notes_xml(
            page, build.properties, build.theme, _linker(build, notes, has_jumps=False)
        )


def _pictures(build: Build, part: Part) -> Callable[[bytes], str]:
    """Return what turns a picture into the id of its relationship; one for each picture."""
    known: dict[str, str] = {}

    def picture(blob: bytes) -> str:
        media = _media(build, blob)
        if media.name not in known:
            known[media.name] = relate(part, media, Relation.IMAGE)
        return known[media.name]

    return picture


def _linker(build: Build, part: Part, has_jumps: bool = True) -> Callable[[str], str]:
    """Return what turns a link into an element; one relationship a target, or files need repair.

    A notes page has no jumps: it may be related to no slide but its own.
    """
    known: dict[str, str] = {}

    def link(target: str) -> str:
        if target.startswith("#"):
            slide = build.slides.get(target[1:]) if has_jumps else None
            if slide is None:
                return ""
            if target not in known:
                known[target] = relate(part, slide, Relation.SLIDE)
            return f'<a:hlinkClick r:id="{known[target]}" action="{JUMP}"/>'
        if not target.lower().startswith(SAFE):
            return ""
        if target not in known:
            known[target] = relate_url(part, target)
        return f'<a:hlinkClick r:id="{known[target]}" tooltip="{escape(target)}"/>'

    return link


def _chart(build: Build, shape: ChartShape) -> Part:
    """Return the part of a chart, with the workbook that its numbers can be edited in."""
    name = build.parts.free("/ppt/charts/chart{}.xml")
    part = build.parts.add(name, ContentType.CHART, chart_xml(shape, build.theme.palette))
    name = build.parts.free("/ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx")
    book = build.parts.add(name, ContentType.WORKBOOK, workbook(shape.chart))
    relate(part, book, Relation.WORKBOOK)
    return part


def _media(build: Build, blob: bytes) -> Part:
    """Return the part of a picture; the same bytes are stored once."""
    if blob not in build.media:
        ending, content_type = next(
            (kind for magic, kind in IMAGE_TYPES.items() if blob.startswith(magic)),
            ("png", ContentType.PNG),
        )
        name = build.parts.free(f"/ppt/media/image{{}}.{ending}")
        build.media[blob] = build.parts.add(name, content_type, blob)
    return build.media[blob]


def _properties(
    build: Build, scene: Scene, presentation: Part, *, has_styles: bool = False
) -> None:
    parts = build.parts

    def own(name: str, content_type: str, kind: str, blob: bytes) -> None:
        relate(presentation, parts.add(f"/ppt/{name}.xml", content_type, blob), kind)

    own("presProps", ContentType.PRES_PROPS, Relation.PRES_PROPS, PRESENTATION_PROPERTIES)
    own("viewProps", ContentType.VIEW_PROPS, Relation.VIEW_PROPS, VIEW_PROPERTIES)
    if not has_styles:
        styles = table_styles_xml(build.theme)
        own("tableStyles", ContentType.TABLE_STYLES, Relation.TABLE_STYLES, styles)
    core = parts.add("/docProps/core.xml", ContentType.CORE_PROPERTIES, core_xml(scene))
    parts.relate_package(core, Relation.CORE_PROPERTIES)
    app = parts.add(
        "/docProps/app.xml", ContentType.EXTENDED_PROPERTIES, app_xml(scene, build.theme.title)
    )
    parts.relate_package(app, Relation.EXTENDED_PROPERTIES)
