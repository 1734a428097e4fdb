"""Make the decks and maps of many outlines: found, looked up, shared out, written, told.

Each outline is an order of its own: all of its files are written, or none, by this process alone.
What became of each is told in the order in which they were asked for, whoever is done first.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import files
from ..inputs import Seen, again, watching, whole_path
from ..model.mindmap import MapForm
from ..model.record import record
from ..orders import Made, Order, Product, write
from ..problems import Bug, DeckgenError, Problem, Report, has_warnings
from ..settings import of_environment
from .find import find_outlines, refuse_clashes
from .ledger import Ledger, Written
from .work import Done, Job
from .workers import Answers, in_processes, in_turn, over, usable_cores

if TYPE_CHECKING:
    from concurrent.futures import Executor

FORMATS = ("pptx", "svg", "png")
_FEW = 8  # outlines for each process
Slides = tuple[Mapping[str, Any], ...]
WRITTEN, UP_TO_DATE, FAILED = "written", "up-to-date", "failed"


@record
class Outcome:
    """What became of one outline.

    `status` is "written", "up-to-date" or "failed"; of a failed one no file was touched. `seconds`
    are those of the work on it, wherever it was done. A `bug` is an exception that nobody foresaw.
    `slides` are those of the deck as an answer tells them, where they were wished for.
    """

    input: str
    status: str
    files: tuple[Written, ...] = ()
    problems: tuple[Problem, ...] = ()
    seconds: float = 0
    bug: Bug | None = None
    slides: Slides = ()


@record
class Wish:
    """What to make of every outline: options as on the command line."""

    output: str = "output"
    formats: Sequence[str] = FORMATS
    theme: str = ""
    template: str = ""
    variant: str = ""
    lang: str = ""
    allow: Sequence[str] = ()
    embed_fonts: bool = False
    strict: bool = False
    force: bool = False
    tells_slides: bool = False


@record
class Batch:
    """The orders of a build, ready to be carried out, and what there is to say beforehand."""

    wish: Wish
    orders: tuple[Order, ...]
    problems: tuple[Problem, ...]


def build_outlines(
    outlines: Iterable[str | Path] = (".",),
    *,
    output: str | Path = "output",
    formats: Sequence[str] = FORMATS,
    theme: str = "",
    template: str = "",
    variant: str = "",
    lang: str = "",
    allow: Iterable[str | Path] = (),
    embed_fonts: bool = False,
    strict: bool = False,
    force: bool = False,
    jobs: int = 1,
    executor: Executor | None = None,
    tell: Callable[[Outcome], None] | None = None,
) -> list[Outcome]:
    """Make the decks and maps of many outlines, and return what became of each.

    A folder stands for all outlines in it and below, and `output` gets the same folders; the other
    options are those of `deckgen build`. `jobs` processes share the work: 0 is one for each core
    (where processes are spawned, call this under `if __name__ == "__main__"`). An `executor` of
    `concurrent.futures` does it instead, `jobs` outlines at once, or 0 for all: its workers need
    this release of deckgen, and see the inputs under the same paths; what they make comes back as
    bytes and is written here. `tell` hears of each outline in turn. DeckgenError when nothing can
    be begun: no outlines, two that would write one file, an unknown format.
    """
    wish = Wish(
        str(output), formats, theme, template, variant, lang,
        tuple(str(folder) for folder in allow), embed_fonts, strict, force,
    )  # fmt: skip
    batch = prepare([str(one) for one in outlines], wish)
    outcomes = []
    for outcome in carry_out_all(batch, jobs, executor):
        outcomes.append(outcome)
        if tell:
            tell(outcome)
    return outcomes


def prepare(words: Sequence[str], wish: Wish) -> Batch:
    """Find the outlines and name their files; DeckgenError before any work is done."""
    report = Report()
    wanted = [Product.of(word) for word in wish.formats]
    environment = of_environment()
    form = MapForm(embeds_fonts=wish.embed_fonts)
    orders = []
    for found in find_outlines(words, wish.output, report):
        folder, stem = Path(wish.output, found.folder), Path(found.name).stem
        targets = {str(folder / one.name(stem)): one for one in wanted}
        order = Order(
            found.name, targets, wish.theme, tuple(wish.allow), form=form,
            variant=wish.variant, template=wish.template, lang=wish.lang, environment=environment,
            tells_slides=True,
        )  # fmt: skip
        orders.append(order)
    refuse_clashes({order.outline: order.files for order in orders})
    return Batch(wish, tuple(orders), report.problems)


def carry_out_all(
    batch: Batch, jobs: int = 1, executor: Executor | None = None
) -> Iterator[Outcome]:
    """Make what is not up to date, and yield what became of each order, in their order."""
    desk = _Desk(batch)
    outcomes: dict[int, Outcome] = {}
    said = 0
    try:
        for number, outcome in _outcomes(batch, desk, jobs, executor):
            outcomes[number] = outcome
            while said in outcomes:
                yield outcomes.pop(said)
                said += 1
    finally:
        desk.ledger.save()


def _outcomes(
    batch: Batch, desk: _Desk, jobs: int, executor: Executor | None
) -> Iterator[tuple[int, Outcome]]:
    """Yield what became of each order as soon as that is known."""
    stale = []
    for number, order in enumerate(batch.orders):
        outcome = None if batch.wish.force else desk.looked_up(order)
        if outcome:
            yield number, outcome
        else:
            stale.append(number)
    with closing(_made(batch, stale, jobs, executor)) as all_made:
        for number, done in all_made:
            yield number, desk.written(batch.orders[number], done)


class _Desk:
    """Where files are looked up and written, by one hand, and no input of any order is harmed."""

    def __init__(self, batch: Batch) -> None:
        self._wish = batch.wish
        self._read = Seen()
        with watching(self._read):
            again({whole_path(order.outline): "named" for order in batch.orders})
        files.make_folder(batch.wish.output)
        self.ledger = Ledger(batch.wish.output)

    def looked_up(self, order: Order) -> Outcome | None:
        """Return what became of an order that is up to date."""
        entry = self.ledger.find(order)
        if entry is None or (self._wish.strict and has_warnings(entry.problems)):
            return None
        self._hear(entry.inputs)
        return Outcome(
            order.outline, UP_TO_DATE, entry.files, entry.problems, slides=self._told(entry.slides)
        )

    def written(self, order: Order, done: Done) -> Outcome:
        """Write what was made, if all of it was, and say what became of it."""
        made = done.made
        self._hear(made.inputs)
        failed = Outcome(
            order.outline, FAILED, seconds=done.seconds, slides=self._told(made.slides)
        )
        if not made.is_whole or (self._wish.strict and has_warnings(made.problems)):
            return replace(failed, problems=made.problems, bug=made.bug)
        try:
            for path in made.contents:
                files.make_folder(str(Path(path).parent))
            with watching(self._read):
                write(made)
        except DeckgenError as error:
            return replace(failed, problems=(*made.problems, *error.problems))
        self.ledger.add(order, made)
        pieces = made.pieces()
        new = (Written(path, made.products[at].word, len(data)) for at, path, data in pieces)
        return replace(failed, status=WRITTEN, files=tuple(new), problems=made.problems)

    def _told(self, slides: Slides) -> Slides:
        return slides if self._wish.tells_slides else ()

    def _hear(self, read: Mapping[str, str]) -> None:
        new = {path: told for path, told in read.items() if path not in self._read}
        with watching(self._read):
            again(new)


def _made(
    batch: Batch, stale: Sequence[int], jobs: int, executor: Executor | None
) -> Generator[tuple[int, Done]]:
    """Yield what was made of each stale order, as it is done."""
    count = jobs or usable_cores()
    here, name = str(Path.cwd()), os.urandom(8).hex()
    parts: list[tuple[int, Order]] = []
    if len(stale) <= _FEW * count:  # the largest first, lest one core has it left at the end
        stale = sorted(stale, key=lambda number: -files.size_of(batch.orders[number].outline))
    for number in stale:
        order = batch.orders[number]
        # the two halves of a few outlines are shared out, too
        halves = _halves(order) if len(stale) < count and executor is None else [order]
        parts += [(number, half) for half in halves]
    work = [Job(order, here, name) for _, order in parts]
    answers: Answers
    if executor is not None:
        answers = over(executor, work, jobs)
    elif min(count, len(work)) > 1:
        answers = in_processes(work, count)
    else:
        answers = in_turn(work)
    wanted = Counter(number for number, _ in parts)
    done: dict[int, dict[int, Done]] = {number: {} for number in stale}
    with closing(answers):
        for part, answer in answers:
            number = parts[part][0]
            done[number][part] = answer
            if len(done[number]) == wanted[number]:
                whole = done.pop(number)
                yield number, _joined([whole[part] for part in sorted(whole)])


def _halves(order: Order) -> list[Order]:
    """Return an order as one for the deck's files and one for the map's, the first asked first."""
    kinds = dict.fromkeys(product.is_deck for product in order.files.values())
    if len(kinds) == 1:
        return [order]
    twins = {kind: order.twin or order.page(not kind) for kind in kinds}
    return [
        replace(
            order,
            files={path: one for path, one in order.files.items() if one.is_deck is kind},
            twin=twins[kind],
        )
        for kind in kinds
    ]


def _joined(parts: Sequence[Done]) -> Done:
    """Return halves as the whole that one process would have made."""
    first, *others = parts
    made, seconds = first.made, first.seconds
    for other in others:
        seconds += other.seconds
        if made.is_whole:  # else work would have ended there
            made = _both(made, other.made)
    return Done(made, seconds)


def _both(one: Made, other: Made) -> Made:
    report = Report()
    for problem in (*one.problems, *other.problems):
        report(problem)
    contents = {**one.contents, **other.contents} if other.is_whole else {}
    return Made(
        contents,
        {**one.products, **other.products},
        report.problems,
        {**one.inputs, **other.inputs},
        other.bug,
        one.slides + other.slides,
    )
