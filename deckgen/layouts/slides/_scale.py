"""The numbers of a chart: its value axis, and how numbers are written on it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ...model.outline import Chart
from ...model.record import record

STEPS = 5  # about so many lines across the plot
THOUSANDS = 10_000  # from here on digits are grouped: 2012 is a year, 12,000 an amount
FINEST = 2  # decimals
MOST_FREE = 0.5  # of an axis, below its lowest number


def told(chart: Chart) -> list[float]:
    """Return all numbers of a chart, gaps left out."""
    return [value for _, values in chart.series for value in values if not math.isnan(value)]


def heaped(chart: Chart) -> list[list[float]]:
    """Return each series of an area chart with those below it added; a gap adds nothing."""
    heaps = [[0.0] * len(chart.categories)]
    for _, values in chart.series:
        pairs = zip(heaps[-1], values, strict=True)
        heaps.append([low + (0.0 if math.isnan(value) else value) for low, value in pairs])
    return heaps


@record
class NumberFormat:
    """How numbers are written: the same for all of a chart."""

    decimals: int = 0
    grouped: bool = False

    @property
    def code(self) -> str:
        """The format as a spreadsheet has it."""
        return ("#,##0" if self.grouped else "0") + ("." + "0" * self.decimals) * bool(
            self.decimals
        )

    def __call__(self, value: float) -> str:
        text = f"{value:,.{self.decimals}f}" if self.grouped else f"{value:.{self.decimals}f}"
        return text.replace("-0", "0", 1) if float(text.replace(",", "")) == 0 else text


def format_of(values: Iterable[float]) -> NumberFormat:
    """Return the format that shows all of these numbers, to two decimals at the most."""
    values = tuple(values)
    decimals = next(
        (places for places in range(FINEST) if all(_is_even(value, places) for value in values)),
        FINEST,
    )
    return NumberFormat(decimals, any(abs(value) >= THOUSANDS for value in values))


def _is_even(value: float, places: int) -> bool:
    return math.isclose(value, round(value, places), rel_tol=1e-9, abs_tol=1e-9)


def scale_of(values: Iterable[float], *, from_zero: bool) -> tuple[float, float, float]:
    """Return least, most and step of an axis for these numbers, all of them round.

    Bars and areas start at zero; where lines lie far above it, their axis need not.
    """
    values = tuple(values) or (0.0,)
    least, most = min(values), max(values)
    is_far = 0 < 0.6 * most <= least < most
    if from_zero or not is_far:
        least, most = min(least, 0.0), max(most, 0.0)
    if least == most:
        most = least + 1
    step = _round_up((most - least) / STEPS)
    low, high = math.floor(least / step + 1e-9) * step, math.ceil(most / step - 1e-9) * step
    return _clean(low, step), _clean(high, step), step


def lowered(
    scale: tuple[float, float, float], lowest: float, share: float
) -> tuple[float, float, float]:
    """Return a scale that leaves such a share of itself free below a number, by whole steps."""
    least, most, step = scale
    while lowest - least < min(share, MOST_FREE) * (most - least):
        least = _clean(least - step, step)
    return least, most, step


def _round_up(step: float) -> float:
    """Return the next of 1, 2, 2.5, 5 and 10 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(step))
    for part in (1, 2, 2.5, 5):
        if step <= part * power * (1 + 1e-9):
            return part * power
    return 10 * power


def _clean(value: float, step: float) -> float:
    """Take the dust of binary fractions off."""
    return round(value, max(0, 3 - math.floor(math.log10(step)))) + 0.0


def ticks(scale: tuple[float, float, float]) -> list[float]:
    least, most, step = scale
    return [_clean(least + i * step, step) for i in range(round((most - least) / step) + 1)]
