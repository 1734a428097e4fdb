"""Check a theme: contrast, colours, scale, faces, frames, and how the sample fits.

A theme's name or path comes in; the checks leave, each with its problems, which name the line of
the theme's own file that they are about, where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.record import record
from ..model.scene import Page
from ..problems import Problem, Report
from . import sample
from .colors import Distance, check_colors, distances
from .contrast import Ratio, check_contrast, ratios
from .frames import check_fit, check_frames
from .grounds import standings
from .places import Places
from .sample import ASPECTS, Look
from .scale import check_faces, check_scale
from .verdict import Check


@record
class Inspection:
    """All checks of a theme, and what was measured pair by pair."""

    name: str
    title: str
    file: str
    checks: tuple[Check, ...]
    ratios: tuple[Ratio, ...]
    distances: tuple[Distance, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for check in self.checks for problem in check.problems)


def inspect(name: str, variant: str = "") -> Inspection:
    """Check a variant of the theme of that name or at that path.

    DeckgenError when it cannot be loaded.
    """
    places = Places(name, variant)
    looks = tuple(sample.look(name, aspect, variant=variant) for aspect in ASPECTS)
    theme = looks[0].theme
    pages: list[Page] = []
    said: list[tuple[str, Problem]] = []
    for look in looks:
        report = Report()
        pages.extend(_drawn(look, report))
        said += [(look.aspect, problem) for problem in report.problems]
    found = ratios(theme, standings(pages))
    checks = (
        check_contrast(theme, found, places),
        check_colors(theme, places),
        check_scale(theme, places),
        check_faces(theme, places),
        check_frames(looks, places),
        check_fit(said, len(pages), places),
    )
    return Inspection(name, theme.title, places.file, checks, found, distances(theme.palette))


def _drawn(look: Look, report: Report) -> Iterator[Page]:
    """Yield all pages of the sample; its map has no page size, so one is enough."""
    for name in (sample.SHOWN, sample.MORE):
        yield from sample.slides(look, name, report)
    if look.aspect == sample.WIDE:
        yield sample.mind_map(look, report)
