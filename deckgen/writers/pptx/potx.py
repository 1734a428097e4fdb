"""A theme as a PowerPoint template: master and layouts, and no slides.

Of each kind those layouts are in it that a hand reaches for; a list of every size of every kind
would be two hundred long. A template is told from a deck by its content type alone.
"""

from __future__ import annotations

from ...model.deck import Properties
from ...model.scene import Scene
from ...model.theme import LayoutSpec, Theme
from .kinds import ContentType
from .write import pack

# which sizes of a kind that has many; of any other kind all without a hyphen, or else the first
SIZES = (
    "agenda-4", "agenda-6", "cards-2", "cards-3", "cards-4", "cards-6", "case-3", "chart",
    "chart-text", "code", "compare", "compare-3", "cycle-4", "formula-3", "hub-5", "image",
    "image-text", "matrix", "problem-3", "process-3", "process-4", "process-5", "pyramid-3",
    "pyramid-4", "questions-3", "reading-5", "stat-1", "stat-3", "statement", "takeaways-4",
    "timeline-4", "timeline-6",
)  # fmt: skip
FIRST = ("title", "section", "bullets")  # what PowerPoint offers first


def write_potx(theme: Theme) -> bytes:
    """Return the template's bytes."""
    empty = Scene((), properties=Properties(theme.title))
    return pack(empty, theme, _chosen(theme), ContentType.TEMPLATE)


def _chosen(theme: Theme) -> list[LayoutSpec]:
    specs = list(theme.layouts.values())
    kinds = dict.fromkeys(spec.kind for spec in specs)
    chosen: list[LayoutSpec] = []
    for kind in sorted(kinds, key=lambda kind: FIRST.index(kind) if kind in FIRST else len(FIRST)):
        mine = [spec for spec in specs if spec.kind == kind]
        wanted = [spec for spec in mine if spec.name in SIZES]
        chosen += wanted or [spec for spec in mine if spec.name == kind] or mine[:1]
    return chosen
