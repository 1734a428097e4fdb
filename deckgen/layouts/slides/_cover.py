"""The frames that the first slide and the last one share: a title, a line under it, facts below."""

from __future__ import annotations

from ...model.style import Align, Anchor
from ...model.theme import LayoutSpec, Placeholder, Theme
from ...model.units import Emu, Rect, inches
from ._fill import TITLE
from ._frames import deepened, furniture

SUBTITLE, FACTS = 1, 13


def cover_spec(theme: Theme, kind: str, label: str, top: int, kinds: tuple[str, str]) -> LayoutSpec:
    """Return a cover layout whose title starts at `top` per cent of the page's height.

    `kinds` are PowerPoint's types of title and subtitle.
    """
    is_centred = theme.style("cover").align is Align.CENTER
    x, width = theme.grid.span(0, 12 if is_centred else 10)
    height = theme.grid.page.height

    def band(first: int, last: int, shift: Emu = 0) -> Rect:
        y = height * first // 100 + shift
        return Rect(x, y, width, height * (last - first) // 100)

    title, lead, facts = (theme.style(name) for name in ("cover", "cover_lead", "cover_fact"))
    holders = (
        deepened(
            Placeholder(
                TITLE, kinds[0], "标题", band(top, 50), (title,), Anchor.BOTTOM, prompt="标题"
            )
        ),
        Placeholder(
            SUBTITLE,
            kinds[1],
            "副标题",
            band(50, 61, min(2 * theme.tokens.gap, inches(0.5))),
            (lead,),
            prompt="副标题",
        ),
        Placeholder(
            FACTS, "body", "说明", band(68, 86), (facts,), Anchor.BOTTOM, prompt="作者 · 日期"
        ),
        *furniture(theme),
    )
    return LayoutSpec(kind, kind, label, holders)
