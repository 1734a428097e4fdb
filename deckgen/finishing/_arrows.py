"""Small arrows that jump: beside every row that does, and up from a slide to where it belongs.

They stand in the margin, so that what is said keeps its place and its edges. What jumps can be
seen, then; and a program that reads no link on a placeholder (LibreOffice) reads theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.scene import Box, Page
from ..model.style import Fill, Geometry
from ..model.theme import Theme
from ..model.units import Rect, around, inches

LEAD, FOOTER = 14, "ftr"
AIR, CLOSER = inches(0.12), inches(0.09)
WIDTH, HEIGHT, SIDE = inches(0.07), inches(0.12), inches(0.09)
TIP = 80  # per cent of the width: how slender the arrow is


def arrows(page: Page, back: str, theme: Theme, titles: Mapping[str, str]) -> tuple[Box, ...]:
    """Return a page's arrows, each told by the title of the page that it leads to.

    `back` is the link of the footer. A template's layouts know no margin that is ours, so its pages
    are left alone.
    """
    if theme.template:
        return ()
    return (*_onwards(page, theme, titles), *_upwards(page, back, theme, titles))


def _onwards(page: Page, theme: Theme, titles: Mapping[str, str]) -> Iterator[Box]:
    """Yield an arrow at the right of each row whose words jump to another page."""
    rows = [shape for shape in page.shapes if isinstance(shape, Box) and shape.placeholder > LEAD]
    for row in rows:
        if row.link[:1] != "#":
            continue
        mates = [one.frame for one in rows if one.item == row.item >= 0] or [row.frame]
        middle = row.frame.center_y - HEIGHT // 2
        yield Box(
            Rect(around(mates).right + AIR, middle, WIDTH, HEIGHT),
            "跳转",
            geometry=Geometry.CHEVRON,
            corner=WIDTH * TIP // 100,
            fill=Fill(theme.style("footer").color),
            link=row.link,
            alt=titles.get(row.link[1:], ""),
            item=row.item,
        )


def _upwards(page: Page, back: str, theme: Theme, titles: Mapping[str, str]) -> Iterator[Box]:
    """Yield an arrow before the footer, or where it would be, that leads where the footer does."""
    if not back or not (page.footer or page.numbered):
        return
    for holder in theme.layouts[page.layout].placeholders:
        if holder.kind == FOOTER:
            x, y = holder.frame.x - CLOSER - SIDE, holder.frame.center_y - SIDE // 2
            yield Box(
                Rect(x, y, SIDE, SIDE),
                "返回",
                geometry=Geometry.TRIANGLE,
                fill=Fill(theme.style("footer").color),
                link=back,
                alt=titles.get(back[1:], ""),
            )
