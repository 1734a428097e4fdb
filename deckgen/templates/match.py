"""Which layout of a template serves which kind of slide: by placeholders, and where they stand.

What comes in is a Template; what leaves is a Match for each kind that it can serve. `drawn` is the
layout under everything that the template has no place for. Names only decide between layouts that
would do equally well, so they may be in any language, or missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from ..model.record import record
from ..model.template import Template, TemplateHolder, TemplateLayout
from ..model.units import Size

DRAWN = "drawn"
KINDS = ("title", "section", "bullets", "closing", DRAWN)  # in the order they are told
TITLES = ("title", "ctrTitle")
TEXTS = ("body", "obj", "subTitle")
CONTENTS = (*TEXTS, "tbl", "chart", "pic", "media", "dgm", "clipArt")
HINTS = {
    "title": ("cover", "封面", "首页", "表紙", "titelfolie"),
    "section": (
        *("section", "divider", "chapter", "break", "节标题", "小节", "章节", "过渡", "转场"),
        *("abschnitt", "sección", "secao", "セクション", "раздел", "구역"),
    ),
    "closing": (
        *(
            "thank",
            "closing",
            "ending",
            "last slide",
            "谢谢",
            "致谢",
            "感谢",
            "结束",
            "封底",
            "尾页",
        ),
        *("danke", "merci", "gracias", "спасибо", "ありがとう"),
    ),
}
# parts of the page
TOP = 0.42  # a heading's middle is above it
WIDE, HIGH, LARGE = 0.42, 0.3, 0.2  # a list's place is at least so wide, so high, so large
SLIM = 0.24  # a line of text is no higher


@record
class Match:
    """A layout that serves a kind: its title, and the placeholders for the kind's other texts."""

    layout: TemplateLayout
    title: TemplateHolder | None = None
    holders: Mapping[str, TemplateHolder] = field(default_factory=dict)


@record
class _Found:
    score: float
    match: Match


def match_layouts(template: Template) -> dict[str, Match]:
    """Return the match of every kind that the template serves; `drawn` is always among them.

    All are of one master, the one that serves the most.
    """
    best: dict[str, Match] = {}
    for number in range(len(template.masters)):
        layouts = [layout for layout in template.layouts if layout.master == number]
        found = _of_master(layouts, template.page) if layouts else {}
        if _worth(found) > _worth(best):
            best = found
    return best


def _worth(found: Mapping[str, Match]) -> int:
    drawn = found.get(DRAWN)
    return 2 * len(found) + (1 if drawn and drawn.title else 0)


def _of_master(layouts: Sequence[TemplateLayout], page: Size) -> dict[str, Match]:
    rules: dict[str, Callable[[TemplateLayout, Size], _Found | None]] = {
        "title": _as_title,
        "section": _as_section,
        "bullets": _as_bullets,
        "closing": _as_closing,
        DRAWN: _as_drawn,
    }
    matches: dict[str, Match] = {}
    for kind in KINDS:
        found = [one for layout in layouts if (one := rules[kind](layout, page))]
        if found:  # the first of equals: a template's first layouts are the ones it means
            matches[kind] = max(found, key=lambda one: one.score).match
    if "title" in matches:
        matches.setdefault("closing", matches["title"])
    return {kind: matches[kind] for kind in KINDS if kind in matches}


def serve(kind: str, layout: TemplateLayout) -> Match:
    """Return how a layout serves a kind that somebody gives it; it takes what it finds."""
    title = _title(layout)
    texts = sorted(_texts(layout), key=lambda holder: -holder.area)
    match kind:
        case "title" | "closing":
            subtitle = next((one for one in texts if one.kind == "subTitle"), None)
            subtitle = subtitle or next(iter(texts), None)
            return Match(layout, title, {"subtitle": subtitle} if subtitle else {})
        case "section":
            return Match(layout, title, {"text": texts[0]} if texts else {})
        case "bullets":
            return Match(layout, title, {"body": texts[0]} if texts else {})
    return Match(layout, title, {"body": texts[0]} if texts else {})


def _title(layout: TemplateLayout) -> TemplateHolder | None:
    titles = (holder for holder in layout.holders if holder.kind in TITLES)
    return next((holder for holder in titles if not holder.is_upright), None)


def _contents(layout: TemplateLayout) -> list[TemplateHolder]:
    return [holder for holder in layout.holders if holder.kind in CONTENTS]


def _texts(layout: TemplateLayout) -> list[TemplateHolder]:
    return [holder for holder in layout.holders if holder.kind in TEXTS and not holder.is_upright]


def _hinted(layout: TemplateLayout, kind: str) -> bool:
    name = layout.name.casefold()
    return any(word in name for word in HINTS[kind])


def _is_large(holder: TemplateHolder, page: Size) -> bool:
    frame = holder.frame
    return (
        frame.width >= WIDE * page.width
        and frame.height >= HIGH * page.height
        and holder.area >= LARGE * page.width * page.height
    )


def _heads(title: TemplateHolder | None, page: Size) -> bool:
    """Tell whether a title stands over the page's content, wide and not too high."""
    return (
        title is not None
        and title.frame.center_y <= TOP * page.height
        and title.frame.width >= WIDE * page.width
        and title.frame.height <= 0.4 * page.height
    )


def _as_title(layout: TemplateLayout, page: Size) -> _Found | None:
    title = _title(layout)
    if title is None or _hinted(layout, "closing"):
        return None
    contents = _contents(layout)
    subtitle = next((one for one in _texts(layout) if one.kind == "subTitle"), None)
    is_cover = subtitle is not None or title.kind == "ctrTitle" or layout.kind == "title"
    if not is_cover or any(_is_large(one, page) and one.kind == "obj" for one in contents):
        return None
    if subtitle is None:
        below = [one for one in _texts(layout) if one.frame.y >= title.frame.center_y]
        subtitle = max(below, key=lambda one: one.area, default=None)
    score = 3.0 * (layout.kind == "title") + 2 * (title.kind == "ctrTitle")
    score += 2 * (subtitle is not None) + _hinted(layout, "title") - 0.5 * len(contents)
    return _Found(score, Match(layout, title, {"subtitle": subtitle} if subtitle else {}))


def _as_section(layout: TemplateLayout, page: Size) -> _Found | None:
    title = _title(layout)
    texts = [one for one in _texts(layout) if one.kind != "subTitle"]
    contents = _contents(layout)
    if title is None or title.kind == "ctrTitle" or len(contents) > len(texts):
        return None
    says_so = 4 * (layout.kind == "secHead") + 3 * _hinted(layout, "section")
    stands_so = title.frame.center_y >= 0.3 * page.height and len(texts) <= 2
    if layout.kind in ("title", "titleOnly", "obj", "tx") and not _hinted(layout, "section"):
        return None
    if not (says_so or stands_so) or _hinted(layout, "closing"):
        return None
    text = max(texts, key=lambda one: one.area, default=None)
    score = says_so + 2 * stands_so + (text is not None) - 0.5 * len(texts)
    return _Found(score, Match(layout, title, {"text": text} if text else {}))


def _as_bullets(layout: TemplateLayout, page: Size) -> _Found | None:
    title = _title(layout)
    if not _heads(title, page):
        return None
    large = [one for one in _texts(layout) if _is_large(one, page) and one.kind != "subTitle"]
    others = [one for one in _contents(layout) if one not in large]
    below = [one for one in large if title is None or one.frame.center_y > title.frame.center_y]
    if len(large) != 1 or not below:
        return None
    body = below[0]
    holders = {"body": body}
    for one in others:
        if title and one.kind == "body" and _is_between(one, title, body, page):
            holders["lead"] = one
    score = 3.0 * (layout.kind in ("obj", "tx")) + 4 * body.area / (page.width * page.height)
    score -= 2 * (len(others) - (len(holders) - 1)) + 0.5 * (body.kind == "tbl")
    return _Found(score, Match(layout, title, holders))


def _is_between(
    holder: TemplateHolder, title: TemplateHolder, body: TemplateHolder, page: Size
) -> bool:
    frame = holder.frame
    return (
        not holder.is_upright
        and title.frame.center_y < frame.center_y < body.frame.y + body.frame.height // 8
        and frame.width >= WIDE * page.width
        and frame.height <= SLIM * page.height
        and not frame.overlaps(body.frame)
    )


def _as_closing(layout: TemplateLayout, page: Size) -> _Found | None:
    del page  # only what a template calls the end is one
    title = _title(layout)
    if title is None or not _hinted(layout, "closing"):
        return None
    return _Found(1.0, serve("closing", layout))


def _as_drawn(layout: TemplateLayout, page: Size) -> _Found | None:
    """A title over nothing is the best; a list's layout will do, and at last a blank one."""
    title, contents = _title(layout), _contents(layout)
    body = next((one for one in _texts(layout) if _is_large(one, page)), None)
    if _heads(title, page):
        score = 6.0 + 3 * (layout.kind == "titleOnly") - 1.5 * len(contents)
        holders = {"body": body} if body else {}
        return _Found(score, Match(layout, title, holders))
    score = -10.0 + 3 * (layout.kind == "blank") - 2 * len(contents) - 4 * (title is not None)
    return _Found(score, Match(layout))
