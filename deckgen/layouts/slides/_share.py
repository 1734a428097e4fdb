"""Share a slide's items out over drawn layouts that come in sizes ("cards-2" to "cards-6").

The largest size that the items fill is tried first; when their words do not fit, fewer go on each
slide; when even the fewest do not, the list takes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from operator import itemgetter
from typing import TypeAlias, TypeVar

from ...model.deck import Item, Slide
from ...model.record import record
from ...model.richtext import plain, rich
from ...model.scene import Shape
from ...model.theme import LayoutSpec, Theme
from ...plugin import Placed
from ...problems import Report
from ...text.flaws import is_lone, words_cut
from ._fill import LEAD, TITLE, Filled, Slot, fill, page, title_slots
from ._frames import balanced
from ._list import PART_MARK, holds, place_list
from ._told import has_text

READABLE_PT = 18.0  # what is smaller is rather told on a next slide
LARGE_PT = 20.0  # words of this size and more are as good as larger ones
ROOMY_STEPS = 1  # a step down the scale still looks as it was meant to

T = TypeVar("T")
Cost: TypeAlias = tuple[float, ...]  # in the order of what matters most; all 0 is perfect


@record
class Sharing:
    """A kind of layout that exists for `least` to `most` items, and how items fill its slots."""

    kind: str
    least: int
    most: int
    slots: Callable[[LayoutSpec, Slide], list[Slot]]
    variants: tuple[str, ...] = ("",)  # forms, the best liked first
    ground: Callable[[Theme, LayoutSpec, Slide], tuple[Shape, ...]] = lambda *_: ()
    going_on: str = ""  # what the layouts of a slide that is not the last end in
    flat: bool = False  # whether texts are names, for a line each


def place_shared(slide: Slide, theme: Theme, report: Report, sharing: Sharing) -> Placed:
    """Place as many of the items as fit together; the rest is a slide of the same kind."""
    count = len(slide.items)
    take = balanced(count, sharing.most) if count else 0
    while take >= sharing.least:
        left = count - take
        placed = _try(slide, theme, sharing, take) if not left or left >= sharing.least else None
        if placed:
            if left:
                report.note(
                    slide.origin,
                    f"'{plain(slide.title)}' goes on: {take} of {count} fit",
                    code="goes-on",
                )
            return placed
        take = min(take - 1, balanced(count, take - 1)) if take > 1 else 0
    if count:
        report.note(
            slide.origin,
            f"'{plain(slide.title)}' is set as a list, {sharing.kind} are full",
            code="set-as-list",
        )
    return place_list(slide, theme, report)


def _try(slide: Slide, theme: Theme, sharing: Sharing, take: int) -> Placed | None:
    """Place the first `take` items in the variant that suits them best, if there is one.

    A slide that goes on keeps the form that it began in, as far as that holds its words.
    """
    part = replace(slide, items=slide.items[:take])
    left = slide.items[take:]
    forms = _forms(theme, sharing, take, sharing.going_on if left else "")
    tried = (
        (form, spec, fill(spec, [*title_slots(spec, part), *sharing.slots(spec, part)]))
        for form, spec in sorted(forms.items(), key=lambda each: (each[0],) != slide.form)
        if not left or holds(spec.placeholder(TITLE), (*slide.title, *rich(PART_MARK)))
    )
    best = cheapest(
        (one for one in tried if one[2].fits),
        lambda one: _least_cost(one[2], is_kept=slide.form == one[:1]),
        lambda one: _cost(one[2], sharing, is_kept=slide.form == one[:1]),
    )
    if best is None:
        return None
    form, spec, filled = best
    ground = sharing.ground(theme, spec, part)
    kept = (form,) if len(forms) > 1 else slide.form
    rest = (replace(slide, items=left, lead=(), notes=(), form=kept),) if left else ()
    return Placed(page(part, theme, spec, filled.boxes, ground), rest)


def _forms(theme: Theme, sharing: Sharing, take: int, end: str) -> dict[str, LayoutSpec]:
    """Return the layouts for so many items, by their variants."""
    found = ((form, f"{sharing.kind}-{take}{form}{end}") for form in sharing.variants)
    return {form: theme.layouts[name] for form, name in found if name in theme.layouts}


def cheapest(tried: Iterable[T], least: Callable[[T], Cost], cost: Callable[[T], Cost]) -> T | None:
    """Return the first of those that cost least; `least` says what each costs at the least.

    The cost of a layout is known when its lines are settled, which takes long: so that is done for
    those alone that may be the one, and no layout is made after one that has no flaw.
    """
    waiting: list[tuple[Cost, int, T]] = []
    best: tuple[Cost, int, T] | None = None
    for place, one in enumerate(tried):
        bound = least(one)
        if any(bound):
            waiting.append((bound, place, one))
            continue
        found = (cost(one), place, one)
        if not any(found[0]):
            return one
        best = min(best or found, found, key=itemgetter(0, 1))
    for bound, place, one in sorted(waiting, key=itemgetter(0, 1)):
        if best and (bound, place) > best[:2]:
            break
        found = (cost(one), place, one)
        best = min(best or found, found, key=itemgetter(0, 1))
    return best and best[2]


def _least_cost(filled: Filled, *, is_kept: bool) -> Cost:
    return (0 if is_kept else max(filled.least_steps - ROOMY_STEPS, 0),)


def _cost(filled: Filled, sharing: Sharing, *, is_kept: bool) -> Cost:
    """Return how far from roomy a form is: a step down costs as much as words cut in two.

    So does a name that takes two lines. The form that a slide began in costs nothing, nor does the
    only one.
    """
    if is_kept or len(sharing.variants) == 1:
        return (0,)
    said = [box.text.paragraphs for box in filled.boxes if box.placeholder not in (TITLE, LEAD)]
    is_broken = sharing.flat and any(len(line.lines) > 1 for lines in said for line in lines)
    return (max(filled.steps - ROOMY_STEPS, 0) + any(map(words_cut, said)) + is_broken,)


def place_whole(
    slide: Slide,
    theme: Theme,
    report: Report,
    slots: tuple[LayoutSpec, list[Slot]],
    ground: tuple[Shape, ...] = (),
) -> Placed:
    """Place a slide that cannot be shared out; the list takes it when its words do not fit."""
    spec, wanted = slots
    filled = fill(spec, wanted)
    if filled.fits:
        return Placed(page(slide, theme, spec, filled.boxes, ground))
    report.note(
        slide.origin,
        f"'{plain(slide.title)}' is set as a list, its words are too many",
        code="set-as-list",
    )
    return place_list(slide, theme, report)


class Figure:
    """A slide drawn: its layout, what goes into it, and what stands under that."""

    def __init__(
        self, spec: LayoutSpec, slots: Sequence[Slot], ground: tuple[Shape, ...] = ()
    ) -> None:
        self.spec = spec
        self.slots = slots
        self.ground = ground

    @cached_property
    def filled(self) -> Filled:
        return fill(self.spec, self.slots)


def place_figure(
    slide: Slide, theme: Theme, report: Report, draw: Callable[[Slide, Theme], Figure]
) -> Placed:
    """Place a slide that cannot be shared out as the figure that it is.

    Where its words are too many, the figure shows fewer: the items' gists if these are then large,
    or their names alone; what it leaves out goes on as cards. Where not even the names fit, a list
    takes everything.
    """
    for shown, left, least_pt in _ways(slide):
        figure = draw(shown, theme)
        title, filled = figure.spec.placeholder(TITLE), figure.filled
        if not filled.fits or filled.most_pt < least_pt or _smallest_pt(filled) < least_pt:
            continue
        if left and not holds(title, (*slide.title, *rich(PART_MARK))):
            continue
        drawn = page(shown, theme, figure.spec, filled.boxes, figure.ground)
        if not left:
            return Placed(drawn)
        report.note(
            slide.origin, f"'{plain(slide.title)}' goes on, its words are too many", code="goes-on"
        )
        rest = replace(slide, layout="cards", lead=(), marks=(), notes=(), items=left)
        return Placed(drawn, (rest,))
    report.note(
        slide.origin,
        f"'{plain(slide.title)}' is set as a list, its words are too many",
        code="set-as-list",
    )
    return place_list(slide, theme, report)


def best_form(figures: Iterable[Figure]) -> Figure:
    """Return the first figure whose words are whole and large, else the one nearest to that."""
    best = cheapest(figures, _least_badness, _badness)
    if best is None:
        raise ValueError("a slide has at least one form")
    return best


def _least_badness(figure: Figure) -> Cost:
    filled = figure.filled
    small, steps = filled.most_pt < READABLE_PT, filled.least_steps
    pt = max(LARGE_PT - filled.most_pt, 0)
    return not filled.fits, small, 0, pt, steps if steps > ROOMY_STEPS else 0


def _badness(figure: Figure) -> Cost:
    filled = figure.filled
    said = [box.text.paragraphs for box in filled.boxes if box.placeholder not in (TITLE, LEAD)]
    flaws = sum(words_cut(one) + any(map(is_lone, one)) for one in said)
    smallest = _smallest_pt(filled)
    steps = filled.steps if filled.steps > ROOMY_STEPS else 0
    return not filled.fits, smallest < READABLE_PT, flaws, max(LARGE_PT - smallest, 0), steps


def _smallest_pt(filled: Filled) -> float:
    """Return the smallest size that what is drawn has, title and lead aside."""
    said = (box.text.paragraphs for box in filled.boxes if box.placeholder not in (TITLE, LEAD))
    return min((one.size_pt for paragraphs in said for one in paragraphs), default=0)


_Way = tuple[Slide, tuple[Item, ...], float]


def _ways(slide: Slide) -> Iterator[_Way]:
    """Yield the slide with fewer and fewer words, what tells those left out, and the least size."""
    told = tuple(replace(item, label="") for item in slide.items)
    ways: list[tuple[Slide, tuple[Item, ...]]] = [(slide, ())]
    if any(item.gist for item in told) and any(item.items for item in told):
        shown = tuple(replace(item, items=()) for item in slide.items)
        left = tuple(replace(item, gist=()) for item in told if item.items)
        ways.append((replace(slide, items=shown), left))
        yield from ((*way, READABLE_PT) for way in ways)
    names = tuple(replace(item, gist=(), items=()) for item in slide.items)
    ways.append((replace(slide, items=names), tuple(filter(has_text, told))))
    yield from ((*way, 0) for way in ways)
