"""What to take home: the gist of every section, each row a jump back to it."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.theme import LayoutSpec, Theme
from ...model.units import inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._rows import RowKind, numbered_unless_told, row_slots, row_specs
from ._share import Sharing, place_shared

ROWS = RowKind(
    kind="takeaways",
    label="小结",
    styles=("row_head", "row_text"),
    most=8,
    column=8,
    side_width=inches(7.1),
    side_share=61,
    side=("要点", "row_gist"),
)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return row_specs(theme, ROWS)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place up to eight gists, each beside its section's title; none of several stands alone."""
    least = 1 if len(slide.items) == 1 and slide.part.number == 1 else 2
    sharing = Sharing("takeaways", least, ROWS.most, row_slots)
    return place_shared(numbered_unless_told(slide), theme, report, sharing)


LAYOUT = SlideLayout("takeaways", specs, place)
