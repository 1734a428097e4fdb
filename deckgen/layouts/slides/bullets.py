"""Running text as a list of two levels with the theme's own bullets.

Many points of a few words stand in two columns, few points stand further apart.
"""

from __future__ import annotations

from ...model.theme import LayoutSpec, Theme
from ...plugin import SlideLayout
from ._frames import content_spec, text_holder
from ._list import AIRY, BODY, COLUMNS, place_list


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    styles = tuple(theme.style(name) for name in ("body1", "body2", "body3"))
    body = text_holder(BODY, "正文", theme.grid.body, styles)
    columns = tuple(
        text_holder(BODY + at, f"正文{at + 1}", frame, styles)
        for at, frame in enumerate(theme.grid.body.columns(2, 2 * theme.tokens.gap))
    )
    few = tuple(theme.style(name) for name in ("few1", "few2", "body3"))
    return (
        content_spec(theme, "bullets", "要点", (body,)),
        content_spec(theme, AIRY, "要点 几条", (text_holder(BODY, "正文", theme.grid.body, few),)),
        content_spec(theme, COLUMNS, "要点 两栏", columns),
    )


LAYOUT = SlideLayout("bullets", specs, place_list)
