"""One piece of work: what is sent to whoever does it, and what comes back.

A job holds names and options, the answer bytes: a worker reads the outline, its pictures, tables
and themes where the caller would, and writes nothing. So many machines need a folder of inputs
that all of them see under one path, none for the output, and one hand alone writes: a worker that
is ended leaves nothing behind.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from .. import __version__
from ..inputs import standing_in
from ..model.origin import Origin
from ..model.record import record
from ..orders import Made, Order, make
from ..problems import fail

if TYPE_CHECKING:
    from ..pipeline import Themes


@record
class Job:
    """An order, the folder that its names count from, and the batch that it belongs to."""

    order: Order
    here: str
    batch: str
    version: str = __version__


@record
class Done:
    """What was made of a job, and in how many seconds."""

    made: Made
    seconds: float = 0


_themes: dict[str, Themes] = {}  # of the last batch: a theme is compiled once in each process


def do(job: Job) -> Done:
    """Do a job, in any process that has this deckgen; nothing is raised."""
    if job.version != __version__:
        message = f"a worker has deckgen {__version__}, and the work is of {job.version}"
        return Done(
            Made(
                problems=fail(
                    message, "install one version everywhere", code="versions-differ"
                ).problems
            )
        )
    start = perf_counter()
    with standing_in(job.here):
        made = make(job.order, _themes_of(job.batch))
    return Done(made, perf_counter() - start)


def lost(job: Job, why: str) -> Done:
    """Return the answer for a job whose worker is gone."""
    hint = "it may have run out of memory: try it alone, or with --jobs 1"
    error = fail(
        f"the process that made this was ended: {why}",
        hint,
        Origin(job.order.outline),
        code="worker-ended",
    )
    return Done(Made(problems=error.problems))


def _themes_of(batch: str) -> Themes:
    from ..pipeline import Themes

    themes = _themes.get(batch)
    if themes is None:
        _themes.clear()
        themes = _themes[batch] = Themes()
    return themes
