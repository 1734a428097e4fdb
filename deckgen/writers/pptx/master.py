"""The slide master and its layouts: the theme's placeholders and decoration, made native.

Every placeholder says its whole look here, so that a slide says nothing but its words, and
"reset slide" gives back what we wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...model.scene import Shape
from ...model.style import Anchor
from ...model.theme import Ground, LayoutSpec, Placeholder, Theme
from ...model.units import Rect
from .lang import speech_of
from .oxml import (
    DECLARATION,
    NAMESPACES,
    escape,
    fill_xml,
    geometry_xml,
    line_xml,
    shadow_xml,
    transform_xml,
)
from .shape import TREE_HEAD, Pen, holder_xml
from .text import Ink, body_properties, level_xml, list_style, number_field

COLOR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"'
)
FIRST_LAYOUT_ID = 2147483649  # masters and layouts share the numbers from 2^31 on


Pictures = Callable[[bytes], str]  # a picture to the id of its relationship

# by these kinds other programs know what a layout is for; all others are of one's own making
TYPES = {"title": "title", "section": "secHead", "bullets": "obj"}


def _pen(theme: Theme, picture: Pictures) -> Pen:
    return Pen(theme.palette, link=lambda _: "", picture=picture, lang=theme.lang)


def layout_xml(spec: LayoutSpec, theme: Theme, picture: Pictures) -> bytes:
    """Return one layout part: decoration first, then the placeholders in reading order.

    `matchingName` is the layout's name in every theme, so that another theme of ours, laid over the
    deck, finds for each slide the layout of its kind, whatever its label is called there.
    """
    pen = _pen(theme, picture)
    shapes: tuple[Shape, ...] = (
        *theme.decor.get(spec.kind, ()),
        *(theme.decor.get("rule", ()) if spec.has_rule else ()),
        *spec.shapes,
    )
    drawn = pen.draw(shapes)
    holders = "".join(_holder(holder, pen) for holder in spec.placeholders)
    kind = f' type="{TYPES[spec.name]}"' if spec.name in TYPES else ""
    ground = _ground(theme.grounds[spec.kind], pen) if spec.kind in theme.grounds else ""
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES} matchingName="{escape(spec.name)}"{kind} '
        f'preserve="1" userDrawn="1"><p:cSld name="{pen.said(spec.label)}">{ground}'
        f"<p:spTree>{TREE_HEAD}{drawn}{holders}</p:spTree>"
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    ).encode()


def _ground(ground: Ground, pen: Pen) -> str:
    """Return what pages stand on; a picture has been cut to the page's shape."""
    fill = fill_xml(ground.fill, pen.palette)
    if ground.picture:
        fill = (
            f'<a:blipFill><a:blip r:embed="{pen.picture(ground.picture)}"/>'
            "<a:stretch><a:fillRect/></a:stretch></a:blipFill>"
        )
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def _holder(holder: Placeholder, pen: Pen) -> str:
    """Return a layout's placeholder with its frame, ground, levels and prompt."""
    palette = pen.palette
    look = fill_xml(holder.fill, palette) if holder.fill else ""
    look += line_xml(holder.line, palette) if holder.line else ""
    look += shadow_xml(holder.shadow, palette) if holder.shadow else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{pen.take_id()}" name="{pen.said(holder.name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_offered(holder)}</p:nvPr>'
        f"</p:nvSpPr><p:spPr>{transform_xml(holder.frame)}"
        f"{geometry_xml(holder.geometry, holder.corner, holder.frame)}{look}</p:spPr>"
        f"<p:txBody>{body_properties(holder.anchor, holder.insets)}"
        f"{list_style(holder.styles, pen.ink)}<a:p>{_prompt(holder, pen)}</a:p></p:txBody></p:sp>"
    )


def _offered(holder: Placeholder) -> str:
    """A prompt of our own needs `hasCustomPrompt`, or PowerPoint shows its standard one."""
    reference = holder_xml(holder)
    if holder.prompt and holder.kind in ("body", "tbl", "chart", "pic"):
        return reference.replace("/>", ' hasCustomPrompt="1"/>')
    return reference


def _prompt(holder: Placeholder, pen: Pen) -> str:
    own = pen.ink.speech.own
    if holder.kind == "sldNum":
        return number_field("‹#›", pen.ink.speech)
    if not holder.prompt:
        return f"<a:endParaRPr {own}/>"
    return f"<a:r><a:rPr {own}/><a:t>{pen.said(holder.prompt)}</a:t></a:r>"


def master_xml(theme: Theme, layout_count: int, picture: Pictures) -> bytes:
    """Return the master part; its layouts are rId1 to rIdN, in order."""
    pen = _pen(theme, picture)
    logo = (theme.logo.image,) if theme.logo else ()
    drawn = pen.draw((*theme.decor.get("page", ()), *logo))
    holders = "".join(_holder(holder, pen) for holder in master_holders(theme))
    ids = "".join(
        f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + i}" r:id="rId{i + 1}"/>'
        for i in range(layout_count)
    )
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES}><p:cSld>{_ground(theme.ground('page'), pen)}"
        f"<p:spTree>{TREE_HEAD}{drawn}{holders}</p:spTree></p:cSld><p:clrMap {COLOR_MAP}/>"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>{_text_styles(theme)}</p:sldMaster>"
    ).encode()


def master_holders(theme: Theme) -> tuple[Placeholder, ...]:
    """Return the master's own placeholders: title, body, footer and slide number."""
    grid, style = theme.grid, theme.style
    number_width = grid.footer.width // 8
    band = grid.footer
    left = Rect(band.x, band.y, band.width - number_width, band.height)
    right = Rect(left.right, band.y, number_width, band.height)
    body = tuple(style(name) for name in ("body1", "body2", "body3"))
    return (
        Placeholder(
            0, "title", "标题", grid.title, (style("title"),), Anchor.BOTTOM, prompt="标题"
        ),
        Placeholder(1, "body", "正文", grid.body, body, prompt=""),
        Placeholder(3, "ftr", "页脚", left, (style("footer"),), Anchor.MIDDLE),
        Placeholder(4, "sldNum", "页码", right, (style("number"),), Anchor.MIDDLE),
    )


def _text_styles(theme: Theme) -> str:
    ink = Ink(theme.palette, speech=speech_of(theme.lang))

    def levels(names: Iterable[str]) -> str:
        styles = [theme.style(name) for name in names]
        full = [*styles, *([styles[-1]] * (9 - len(styles)))]
        return "".join(level_xml(style, i, ink) for i, style in enumerate(full))

    return (
        f"<p:txStyles><p:titleStyle>{levels(('title',))}</p:titleStyle>"
        f"<p:bodyStyle>{levels(('body1', 'body2', 'body3'))}</p:bodyStyle>"
        f"<p:otherStyle>{levels(('body3',))}</p:otherStyle></p:txStyles>"
    )
