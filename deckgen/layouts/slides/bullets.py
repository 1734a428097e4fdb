"""Running text as a list of two levels with the theme's own bullets."""

from __future__ import annotations

from ...model.theme import LayoutSpec, Theme
from ...plugin import SlideLayout
from ._frames import content_spec, text_holder
from ._list import BODY, place_list


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    styles = tuple(theme.style(name) for name in ("body1", "body2", "body3"))
    body = text_holder(BODY, "正文", theme.grid.body, styles)
    return (content_spec(theme, "bullets", "要点", (body,)),)


LAYOUT = SlideLayout("bullets", specs, place_list)
