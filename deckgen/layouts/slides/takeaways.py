"""What to take home: the gist of every section, each row a jump back to it."""

from __future__ import annotations

from ...model.deck import Slide
from ...model.theme import LayoutSpec, Theme
from ...model.units import inches
from ...plugin import Placed, SlideLayout
from ...problems import Report
from ._rows import NUMBER_WIDTH, RowKind, row_slots, row_specs
from ._share import Sharing, place_shared

ROWS = RowKind(
    kind="takeaways",
    label="小结",
    styles=("row_head", "row_text"),
    most=10,
    column=5,
    height=inches(1.05),
    number_width=NUMBER_WIDTH,
)
SHARING = Sharing("takeaways", 1, ROWS.most, row_slots)


def specs(theme: Theme) -> tuple[LayoutSpec, ...]:
    return row_specs(theme, ROWS)


def place(slide: Slide, theme: Theme, report: Report) -> Placed:
    """Place the gists, in two columns from five on."""
    return place_shared(slide, theme, report, SHARING)


LAYOUT = SlideLayout("takeaways", specs, place)
