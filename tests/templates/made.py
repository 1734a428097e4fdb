"""Templates made for the tests: the ways in which people's own .pptx files differ.

`TEMPLATES` gives each by its name, as a function that makes its bytes. All but three are written
here, part by part, so that nothing of anybody else's is stored; python-pptx and pandoc bring theirs
along, and LibreOffice made `libreoffice.pptx` from a plain presentation of ours.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from PIL import Image
from pptx import Presentation

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAP = (
    '<p:clrMap bg1="{0}" tx1="{1}" bg2="{2}" tx2="{3}" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)
NUMBER = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/>'
    "<a:t>‹#›</a:t></a:fld>"
)
PLAIN = '<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="{}"/></a:lvl1pPr>'
COLORED = (
    '<a:lvl1pPr><a:defRPr><a:solidFill><a:schemeClr val="{}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
)
BRIGHT, DARK = ("lt1", "dk1", "lt2", "dk2"), ("dk1", "lt1", "dk2", "lt2")
WIDE, NARROW = (12_192_000, 6_858_000), (9_144_000, 6_858_000)
INCH = 914_400
Frame = tuple[float, float, float, float]  # inches


@dataclass(frozen=True)
class Holder:
    """A placeholder: type and index, frame in inches or none, and what else it says."""

    kind: str
    idx: int = 0
    frame: Frame | None = None
    body: str = "<a:bodyPr/>"
    levels: str = ""

    def xml(self, number: int, name: str = "") -> str:
        kind = f' type="{self.kind}"' if self.kind != "obj" else ""
        idx = f' idx="{self.idx}"' if self.idx else ""
        words = NUMBER if self.kind == "sldNum" else '<a:r><a:rPr lang="zh-CN"/><a:t>…</a:t></a:r>'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name or self.kind} {number}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{idx}/></p:nvPr>'
            f"</p:nvSpPr><p:spPr>{place(self.frame)}</p:spPr><p:txBody>{self.body}"
            f"<a:lstStyle>{self.levels}</a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>"
        )


@dataclass(frozen=True)
class Layout:
    """A layout: its name, its type and placeholders, and what is drawn on it."""

    name: str
    kind: str = ""
    holders: tuple[Holder, ...] = ()
    drawn: str = ""
    ground: str = ""


@dataclass(frozen=True)
class Look:
    """A master: its colours and fonts, its own placeholders, and what is drawn on every page."""

    holders: tuple[Holder, ...]
    layouts: tuple[Layout, ...]
    colors: tuple[str, ...] = (
        *("1B1F24", "FFFFFF", "3A4654", "EEF1F4", "0B5CAD", "C2410C"),
        *("4D7C0F", "7C3AED", "B45309", "0F766E"),
    )
    fonts: tuple[str, str] = ("Arial", "微软雅黑")
    color_map: tuple[str, ...] = BRIGHT
    drawn: str = ""
    ground: str = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    levels: str = 'algn="l"'
    title: str = 'algn="l"'
    sizes: tuple[int, int] = (36, 24)
    media: Mapping[str, bytes] = field(default_factory=dict)


def place(frame: Frame | None) -> str:
    if frame is None:
        return ""
    x, y, w, h = (round(one * INCH) for one in frame)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def drawn(number: int, frame: Frame, color: str, locks: str = "", prst: str = "rect") -> str:
    """Return a filled shape of a scheme colour."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="decor {number}"/><p:cNvSpPr>{locks}'
        f'</p:cNvSpPr><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{place(frame)}'
        f'<a:prstGeom prst="{prst}"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:schemeClr val="{color}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        '<a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def heading(
    title: Frame = (0.8, 0.4, 11.7, 1.0), body: Frame = (0.8, 1.7, 11.7, 4.7)
) -> tuple[Holder, ...]:
    """Return a master's placeholders, for pages 13.3 inches wide."""
    return (
        Holder("title", 0, title, '<a:bodyPr anchor="ctr"/>'),
        Holder("body", 1, body),
        Holder("dt", 10, (0.8, 6.85, 2.5, 0.35), '<a:bodyPr anchor="ctr"/>', small("l")),
        Holder("ftr", 11, (4.4, 6.85, 4.5, 0.35), '<a:bodyPr anchor="ctr"/>', small("ctr")),
        Holder("sldNum", 12, (10.0, 6.85, 2.5, 0.35), '<a:bodyPr anchor="ctr"/>', small("r")),
    )


def small(align: str) -> str:
    return f'<a:lvl1pPr algn="{align}"><a:defRPr sz="1100"/></a:lvl1pPr>'


FEET = (Holder("dt", 10), Holder("ftr", 11), Holder("sldNum", 12))
USUAL = (
    Layout(
        "Title Slide",
        "title",
        (
            Holder("ctrTitle", 0, (1.2, 1.6, 10.9, 2.0), '<a:bodyPr anchor="b"/>'),
            Holder(
                "subTitle",
                1,
                (1.2, 3.8, 10.9, 1.5),
                levels=PLAIN.format(2200),
            ),
            *FEET,
        ),
    ),
    Layout("Title and Content", "obj", (Holder("title"), Holder("obj", 1), *FEET)),
    Layout(
        "Section Header",
        "secHead",
        (
            Holder("title", 0, (1.2, 2.2, 10.9, 1.6), '<a:bodyPr anchor="b"/>'),
            Holder(
                "body",
                1,
                (1.2, 4.0, 10.9, 1.2),
                levels=PLAIN.format(2000),
            ),
            *FEET,
        ),
    ),
    Layout(
        "Two Content",
        "twoObj",
        (
            Holder("title"),
            Holder("obj", 1, (0.8, 1.7, 5.7, 4.7)),
            Holder("obj", 2, (6.8, 1.7, 5.7, 4.7)),
            *FEET,
        ),
    ),
    Layout("Title Only", "titleOnly", (Holder("title"), *FEET)),
    Layout("Blank", "blank", FEET),
)


def theme_xml(look: Look, name: str) -> str:
    slots = ("dk1", "lt1", "dk2", "lt2", *(f"accent{i}" for i in range(1, 7)))
    colors = "".join(
        f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>'
        for slot, value in zip(slots, look.colors, strict=True)
    )
    latin, ea = look.fonts
    font = f'<a:latin typeface="{latin}"/><a:ea typeface="{ea}"/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="{name}"><a:themeElements><a:clrScheme name="{name}">{colors}'
        f'<a:hlink><a:srgbClr val="{look.colors[4]}"/></a:hlink><a:folHlink>'
        f'<a:srgbClr val="{look.colors[7]}"/>'
        f'</a:folHlink></a:clrScheme><a:fontScheme name="{name}"><a:majorFont>{font}'
        f'</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="x">'
        f"<a:fillStyleLst>{3 * solid}</a:fillStyleLst><a:lnStyleLst>"
        f"{3 * f'<a:ln>{solid}</a:ln>'}</a:lnStyleLst><a:effectStyleLst>{3 * effect}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{3 * solid}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def master_xml(look: Look, first: int) -> str:
    holders = "".join(one.xml(20 + i) for i, one in enumerate(look.holders))
    ids = "".join(
        f'<p:sldLayoutId id="{first + 1 + i}" r:id="rId{i + 1}"/>' for i in range(len(look.layouts))
    )
    title, body = look.sizes
    faces = '<a:latin typeface="+m{0}-lt"/><a:ea typeface="+m{0}-ea"/>'
    fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    levels = "".join(
        f'<a:lvl{level + 1}pPr marL="{285_750 * (level + 1)}" indent="-285750" {look.levels}>'
        f'<a:spcBef><a:spcPts val="600"/></a:spcBef><a:buFont typeface="Arial"/>'
        f'<a:buChar char="•"/><a:defRPr sz="{max(14, body - 4 * level)}00">{fill}'
        f"{faces.format('n')}</a:defRPr></a:lvl{level + 1}pPr>"
        for level in range(5)
    )
    other = f'<a:lvl1pPr><a:defRPr sz="1800">{fill}{faces.format("n")}</a:defRPr></a:lvl1pPr>'
    return (
        f"{HEAD}<p:sldMaster {NS}><p:cSld>{look.ground}<p:spTree>{TREE}{look.drawn}{holders}"
        f"</p:spTree></p:cSld>{MAP.format(*look.color_map)}<p:sldLayoutIdLst>{ids}"
        f"</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr {look.title}>"
        f'<a:defRPr sz="{title}00" b="1">{fill}{faces.format("j")}</a:defRPr></a:lvl1pPr>'
        f"</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>"
        "</p:sldMaster>"
    )


def layout_xml(layout: Layout) -> str:
    kind = f' type="{layout.kind}"' if layout.kind else ""
    holders = "".join(one.xml(20 + i) for i, one in enumerate(layout.holders))
    return (
        f'{HEAD}<p:sldLayout {NS}{kind} preserve="1"><p:cSld name="{layout.name}">'
        f"{layout.ground}<p:spTree>{TREE}{layout.drawn}{holders}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def links(*targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{i}" Type="{DOC}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{RELS}">{lines}</Relationships>'


def package(looks: Sequence[Look], page: tuple[int, int] = WIDE) -> bytes:
    """Return a template of these masters, with one sample slide, as a .pptx file's bytes."""
    parts: dict[str, str | bytes] = {}
    types: dict[str, str] = {}
    main: list[tuple[str, str]] = []
    ids, number, first = "", 0, 2**31
    for count, look in enumerate(looks, 1):
        names = [f"slideLayout{number + i}.xml" for i in range(1, len(look.layouts) + 1)]
        for name, layout in zip(names, look.layouts, strict=True):
            parts[f"ppt/slideLayouts/{name}"] = layout_xml(layout)
            media = [("image", f"../media/{one}") for one in look.media]
            parts[f"ppt/slideLayouts/_rels/{name}.rels"] = links(
                ("slideMaster", f"../slideMasters/slideMaster{count}.xml"), *media
            )
            types[f"ppt/slideLayouts/{name}"] = "presentationml.slideLayout"
        number += len(names)
        parts[f"ppt/slideMasters/slideMaster{count}.xml"] = master_xml(look, first)
        parts[f"ppt/slideMasters/_rels/slideMaster{count}.xml.rels"] = links(
            *(("slideLayout", f"../slideLayouts/{name}") for name in names),
            ("theme", f"../theme/theme{count}.xml"),
            *(("image", f"../media/{one}") for one in look.media),
        )
        types[f"ppt/slideMasters/slideMaster{count}.xml"] = "presentationml.slideMaster"
        parts[f"ppt/theme/theme{count}.xml"] = theme_xml(look, f"Made {count}")
        types[f"ppt/theme/theme{count}.xml"] = "theme"
        parts.update({f"ppt/media/{one}": blob for one, blob in look.media.items()})
        main.append(("slideMaster", f"slideMasters/slideMaster{count}.xml"))
        ids += f'<p:sldMasterId id="{first}" r:id="rId{count}"/>'
        first += 1 + len(names)
    main += [("slide", "slides/slide1.xml"), ("theme", "theme/theme1.xml")]
    parts["ppt/slides/slide1.xml"] = (
        f"{HEAD}<p:sld {NS}><p:cSld><p:spTree>{TREE}</p:spTree></p:cSld><p:clrMapOvr>"
        "<a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
    parts["ppt/slides/_rels/slide1.xml.rels"] = links(
        ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("tags", "../tags/tag1.xml")
    )
    parts["ppt/tags/tag1.xml"] = f"{HEAD}<p:tagLst {NS}/>"
    types["ppt/slides/slide1.xml"] = "presentationml.slide"
    types["ppt/tags/tag1.xml"] = "presentationml.tags"
    parts["ppt/presentation.xml"] = (
        f"{HEAD}<p:presentation {NS}><p:sldMasterIdLst>{ids}</p:sldMasterIdLst><p:sldIdLst>"
        f'<p:sldId id="256" r:id="rId{len(looks) + 1}"/></p:sldIdLst>'
        f'<p:sldSz cx="{page[0]}" cy="{page[1]}"/><p:notesSz cx="6858000" cy="9144000"/>'
        "</p:presentation>"
    )
    parts["ppt/_rels/presentation.xml.rels"] = links(*main)
    types["ppt/presentation.xml"] = "presentationml.presentation.main"
    parts["_rels/.rels"] = links(("officeDocument", "ppt/presentation.xml"))
    return zipped({"[Content_Types].xml": content_types(types), **parts})


def content_types(types: Mapping[str, str]) -> str:
    base = "application/vnd.openxmlformats-officedocument."
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{base}{kind}+xml"/>'
        for name, kind in types.items()
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>"
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def unzipped(blob: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def python_pptx() -> bytes:
    """python-pptx's default, 4:3, with two sample slides."""
    deck = Presentation()
    for layout in (0, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[layout])
        slide.shapes.title.text = "样例"
        slide.notes_slide.notes_text_frame.text = "样例的备注"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def libreoffice() -> bytes:
    return (Path(__file__).parent / "libreoffice.pptx").read_bytes()


def pandoc() -> bytes:
    """pandoc's reference document, where pandoc is installed; else our own in its manner."""
    if program := shutil.which("pandoc"):
        words = [program, "--print-default-data-file", "reference.pptx"]
        return subprocess.run(words, capture_output=True, check=True, timeout=60).stdout
    return package([Look(heading(), USUAL, fonts=("Calibri", ""))])


def four_to_three() -> bytes:
    """A narrow page with a bar down its left side, and everything beside it."""
    holders = tuple(
        replace(one, frame=frame)
        for one, frame in zip(
            heading(),
            (
                *((1.6, 0.4, 7.9, 1.0), (1.6, 1.6, 7.9, 4.9), (1.6, 6.9, 2.0, 0.35)),
                *((3.8, 6.9, 3.5, 0.35), (7.5, 6.9, 2.0, 0.35)),
            ),
            strict=True,
        )
    )
    layouts = (
        Layout("Cover", "title", (
            Holder("ctrTitle", 0, (1.6, 1.5, 7.9, 2.0), '<a:bodyPr anchor="b"/>'),
            Holder("subTitle", 1, (1.6, 3.7, 7.9, 1.4), levels=PLAIN.format(2200)),
        )),
        Layout("Text", "obj", (Holder("title"), Holder("obj", 1), *FEET)),
        Layout("Title", "titleOnly", (Holder("title"), *FEET)),
    )  # fmt: skip
    bar = drawn(2, (0, 0, 1.2, 7.5), "accent1")
    return package([Look(holders, layouts, drawn=bar)], NARROW)


def only_blank() -> bytes:
    """Nothing but a blank layout, under a band of colour."""
    band = drawn(2, (0, 0, 13.334, 0.5), "accent2")
    return package([Look((), (Layout("Blank", "blank"),), drawn=band)])


def chinese() -> bytes:
    """Layouts with Chinese names and no types, as many Chinese templates have them."""
    names = ("封面", "标题和内容", "节标题", "两栏内容", "仅标题", "空白")
    layouts = tuple(
        replace(one, name=name, kind="") for one, name in zip(USUAL, names, strict=True)
    )
    end = Layout(
        "致谢页",
        "",
        (Holder("title", 0, (1.2, 2.6, 10.9, 1.6)), Holder("body", 13, (1.2, 4.4, 10.9, 1.2))),
        drawn(3, (0, 7.0, 13.334, 0.5), "accent1"),
    )
    line = drawn(2, (0.8, 1.45, 1.4, 0.06), "accent1")
    content = replace(layouts[1], drawn=line)
    only = replace(layouts[4], drawn=line)
    chosen = (layouts[5], layouts[3], end, only, layouts[2], content, layouts[0])
    return package([Look(heading(), chosen, fonts=("Times New Roman", "宋体"))])


def fifty() -> bytes:
    """Fifty layouts, most of them of no use: columns of texts, pictures, upright text."""
    many: list[Layout] = []
    for number in range(44):
        count = 2 + number % 5
        width = 11.7 / count
        kind = ("body", "pic", "obj", "chart")[number % 4]
        holders = tuple(
            Holder(kind, 13 + i, (0.8 + i * width, 1.7, width - 0.2, 4.4)) for i in range(count)
        )
        if number % 7 == 0:
            holders = (Holder("body", 13, (0.8, 1.7, 11.7, 4.7), '<a:bodyPr vert="eaVert"/>'),)
        many.append(Layout(f"Variante {number + 1}", "", (Holder("title"), *holders, *FEET)))
    return package([Look(heading(), (*many[:30], *USUAL, *many[30:]), sizes=(30, 20))])


def no_body() -> bytes:
    """A master without a body: titles alone, a cover without a subtitle."""
    master = tuple(one for one in heading() if one.kind != "body")
    layouts = (
        Layout("Opening", "title", (Holder("ctrTitle", 0, (1.0, 2.4, 11.3, 1.6)),)),
        Layout("Page", "titleOnly", (Holder("title"), *FEET)),
    )
    foot = drawn(2, (0, 7.25, 13.334, 0.25), "accent1")
    return package([Look(master, layouts, drawn=foot)])


def two_masters() -> bytes:
    """A first master that is only for printing, and a second, dark one with every layout."""
    first = Look(heading(), (Layout("Handout", "blank", FEET),))
    dark = Look(
        heading(),
        USUAL,
        color_map=DARK,
        colors=(
            *("101820", "FFFFFF", "25303B", "DDE3E8", "38BDF8", "FB923C"),
            *("A3E635", "C4B5FD", "FACC15", "2DD4BF"),
        ),
        drawn=drawn(2, (0, 0, 0.25, 7.5), "accent1"),
    )
    return package([first, dark])


@cache
def _shade(top: tuple[int, int, int], bottom: tuple[int, int, int]) -> bytes:
    image = Image.new("RGB", (160, 90))
    for y in range(90):
        mixed = tuple((a * (89 - y) + b * y) // 89 for a, b in zip(top, bottom, strict=True))
        image.paste(mixed, (0, y, 160, y + 1))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def pictured() -> bytes:
    """Pictures behind everything, dark ones; white text that the first slot does not name."""
    ground = (
        '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="{0}"/><a:stretch><a:fillRect/></a:stretch>'
        "</a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    )
    sea, dusk = _shade((8, 32, 56), (16, 64, 96)), _shade((64, 16, 48), (16, 8, 40))
    media = {"sea.png": sea, "dusk.png": dusk}
    cover = replace(USUAL[0], ground=ground.format("rId3"))
    look = Look(
        heading(),
        (cover, *USUAL[1:]),
        color_map=DARK,
        colors=(
            *("0A2038", "FFFFFF", "16324A", "D5E2EC", "5CC8FF", "FFB454"),
            *("9BE564", "D2A8FF", "FF8FA3", "6EE7D8"),
        ),
        ground=ground.format(f"rId{len(USUAL) + 2}"),
        media=media,
    )
    return package([look])


def right_to_left() -> bytes:
    """A template for Arabic: paragraphs run from the right, the title stands there, too."""
    turned = 'algn="r" rtl="1"'
    holders = (heading()[0], *heading()[1:])
    return package([Look(holders, USUAL, levels=turned, title=turned, fonts=("Arial", ""))])


def locked() -> bytes:
    """Decoration that may not be moved, in groups, and placeholders that may not be changed."""
    locks = '<a:spLocks noGrp="1" noSelect="1" noRot="1" noMove="1" noResize="1"/>'
    band = drawn(2, (0, 0, 13.334, 1.5), "accent1", locks)
    corner = drawn(4, (12.63, 6.8, 0.7, 0.7), "accent2", locks, "triangle")
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="3" name="locked"/><p:cNvGrpSpPr><a:grpSpLocks '
        'noUngrp="1" noMove="1"/></p:cNvGrpSpPr><p:nvPr userDrawn="1"/></p:nvGrpSpPr><p:grpSpPr>'
        f"{place((12.63, 6.8, 0.7, 0.7)).replace('</a:xfrm>', '')}"
        f'<a:chOff x="{round(12.63 * INCH)}" y="{round(6.8 * INCH)}"/>'
        f'<a:chExt cx="{round(0.7 * INCH)}" cy="{round(0.7 * INCH)}"/></a:xfrm></p:grpSpPr>'
        f"{corner}</p:grpSp>"
    )
    white, dark = COLORED.format("bg1"), COLORED.format("tx1")
    title = replace(heading()[0], levels=white)
    first, *others = USUAL[0].holders
    cover = replace(USUAL[0], holders=(replace(first, levels=dark), *others))
    first, *others = USUAL[2].holders
    section = replace(USUAL[2], holders=(replace(first, levels=dark), *others))
    layouts = (cover, USUAL[1], section, *USUAL[3:])
    return package([Look((title, *heading()[1:]), layouts, drawn=band + group)])


TEMPLATES: Mapping[str, Callable[[], bytes]] = {
    "python-pptx": python_pptx,
    "libreoffice": libreoffice,
    "pandoc": pandoc,
    "four-to-three": four_to_three,
    "only-blank": only_blank,
    "chinese": chinese,
    "fifty": fifty,
    "no-body": no_body,
    "two-masters": two_masters,
    "pictured": pictured,
    "right-to-left": right_to_left,
    "locked": locked,
}
