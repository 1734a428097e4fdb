"""A picture: beside its points, or alone as large as the page holds it; never stretched.

"image" is the picture alone, "image-high" without a lead above it, "image-low" a small one,
"image-text" beside its points, "image-tall" an upright one, "image-below" above them; each of them
has a "-caption" variant.
"""

from __future__ import annotations

from dataclasses import replace

from ...model.deck import Slide
from ...model.outline import Picture
from ...model.richtext import plain
from ...model.scene import Image, Page
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Rect, Size, inches
from ...pixels import PictureError, contained, prepare, upright_size
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._beside import (
    CAPTION,
    EXHIBIT,
    fits_beside,
    halves,
    placed_alone,
    stacked,
    text_beside,
    text_slot,
    with_lead_below,
)
from ._fill import Slot, fill, flow, page, title_slots
from ._frames import content_spec, high_body, text_holder, without_lead
from ._list import place_list

ALONE, HIGH, BESIDE, TALL = "image", "image-high", "image-text", "image-tall"
BELOW, LOW = "image-below", "image-low"
LABELS = {
    ALONE: "图片",
    HIGH: "图片 大",
    LOW: "图片 小",
    BESIDE: "图片 文字",
    TALL: "竖图 文字",
    BELOW: "图片 下方文字",
}
CAPTIONED = "-caption"
CAPTION_HEIGHT: Emu = inches(0.42)
UPRIGHT = 0.9  # width to height, below which a picture counts as an upright one
PANORAMA = 2.2  # and above which points stand below it
SMALL = 45  # per cent of the body's height, below which a picture has its caption at hand
SMALL_TOP = 12
UNSEEN = inches(0.1)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return tuple(
        _spec(theme, name, has_caption) for name in LABELS for has_caption in (False, True)
    )


def _spec(theme: Theme, name: str, has_caption: bool) -> LayoutSpec:
    body = theme.grid.body
    holders: list[Placeholder] = []
    if name == HIGH:
        frame = high_body(theme)
    elif name == ALONE:
        frame = body
    elif name == LOW:
        top, height = body.height * SMALL_TOP // 100, body.height * SMALL // 100
        frame = Rect(body.x, body.y + top, body.width, height + CAPTION_HEIGHT * has_caption)
    elif name == BELOW:
        frame, text = stacked(body, theme.tokens.gap)
        holders.append(text_beside(theme, text))
    else:
        text, frame = halves(theme, 7 if name == TALL else 5, text_first=True)
        holders.append(text_beside(theme, text))
    label = LABELS[name]
    if has_caption:
        low = Rect(frame.x, frame.bottom - CAPTION_HEIGHT, frame.width, CAPTION_HEIGHT)
        holders.append(text_holder(CAPTION, "图注", low, (theme.style("caption"),)))
        gap = theme.tokens.gap // 3
        frame = Rect(frame.x, frame.y, frame.width, frame.height - CAPTION_HEIGHT - gap)
        name, label = name + CAPTIONED, f"{label} 图注"
    picture = Placeholder(EXHIBIT, "pic", "图片", frame, (theme.style("caption"),), prompt="图片")
    spec = content_spec(theme, name, label, (picture, *holders))
    return without_lead(spec) if name.startswith(HIGH) else spec


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the first picture; points that do not fit beside it follow on the next slide."""
    pictures = [exhibit for exhibit in slide.exhibits if isinstance(exhibit, Picture)]
    if not pictures:
        return place_list(slide, theme, report)
    picture = pictures[0]
    try:
        placed = _placed(slide, picture, theme)
    except PictureError as error:
        report.error(
            picture.origin,
            f"the picture '{picture.src}' {error.message}",
            error.hint,
            code="bad-picture",
        )
        return place_list(replace(slide, exhibits=()), theme, report)
    (frame,) = (shape.frame for shape in placed.page.shapes if isinstance(shape, Image))
    if min(frame.width, frame.height) < UNSEEN:
        report.warn(
            picture.origin,
            f"the picture '{picture.src}' is shown as a mere line or dot",
            "choose a larger one, or one whose sides are more alike",
            code="picture-too-thin",
        )
    return placed


def _placed(slide: Slide, picture: Picture, theme: Theme) -> Placed:
    width, height = upright_size(picture.blob)
    slide = with_lead_below(slide, theme.layouts[ALONE])
    for name in _ways(width, height):
        spec = _fitting(name, picture, theme)
        if slide.items and fits_beside(spec, slide):
            drawn = _page(slide, picture, theme, spec)
            return placed_alone(replace(slide, items=()), drawn)
    shown = replace(slide, items=())
    spec = _fitting(ALONE if slide.lead else HIGH, picture, theme)
    if picture.caption and picture.fit != "cover":
        room = spec.placeholder(EXHIBIT).frame
        small = contained(width, height, Size(room.width, room.height))
        if small.height * 100 < SMALL * theme.grid.body.height:
            spec = _fitting(LOW, picture, theme)
    return placed_alone(slide, _page(shown, picture, theme, spec))


def _ways(width: int, height: int) -> tuple[str, ...]:
    """Return how a picture of that shape may stand with its points, the best way first."""
    if width < UPRIGHT * height:
        return (TALL,)
    return (BELOW, BESIDE) if width > PANORAMA * height else (BESIDE, BELOW)


def _fitting(name: str, picture: Picture, theme: Theme) -> LayoutSpec:
    """Return the layout of that name, with room for a caption where there is one."""
    return theme.layouts[name + CAPTIONED if picture.caption else name]


def _page(slide: Slide, picture: Picture, theme: Theme, spec: LayoutSpec) -> Page:
    slots = title_slots(spec, slide)
    if slide.items:
        slots.append(text_slot(spec, slide))
    if picture.caption:
        holder = spec.placeholder(CAPTION)
        words = (flow(holder, picture.caption, balance=True),)
        slots.append(Slot(CAPTION, words, "caption", origin=picture.origin))
    boxes = fill(spec, slots).boxes
    return page(slide, theme, spec, boxes, (_image(slide, picture, spec),))


def _image(slide: Slide, picture: Picture, spec: LayoutSpec) -> Image:
    """Return the picture in the middle of its frame; over a caption, on the frame's bottom."""
    room = spec.placeholder(EXHIBIT).frame
    shown = prepare(picture.blob, Size(room.width, room.height), cover=picture.fit == "cover")
    x = room.x + (room.width - shown.size.width) // 2
    y = room.y + (room.height - shown.size.height) // 2
    if picture.caption:
        y = room.bottom - shown.size.height
    alt = picture.alt or plain(picture.caption) or plain(slide.title)
    frame = Rect(x, y, shown.size.width, shown.size.height)
    return Image(frame, shown.blob, "图片", alt, EXHIBIT, picture.origin)


LAYOUT = SlideLayout("image", specs, place)
