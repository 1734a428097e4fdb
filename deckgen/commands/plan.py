"""`deckgen plan`: the slides that an outline becomes, why, and what the clock says at each.

A slide's number is that of its first page, as in the deck: one that goes on takes several.
"""

from __future__ import annotations

from itertools import accumulate

import click

from ..problems import Report
from ..terminal import Terminal, counted, cut, speaking, table
from ..tongue import told as in_own_tongue
from ._options import allow_option, lang_option, outline_argument


@click.command()
@outline_argument
@lang_option
@allow_option
@speaking
@click.pass_obj
def plan(terminal: Terminal, outline: str, lang: str, allow: tuple[str, ...]) -> None:
    """Show the slides that OUTLINE becomes: clock, layout, title, why, and how they fit."""
    from .. import pipeline
    from ..fates import fates
    from ..model.richtext import plain
    from ..settings import of_environment, settled

    report = Report()
    read = pipeline.read_outline(outline, allow=allow, report=report)
    read = settled(read, outline, of_environment(), lang)
    deck = pipeline.plan(read, report=report)
    slides = deck.slides
    theme = pipeline.Themes().compile(read, "", report)
    drawn = fates(deck, pipeline.draw_planned(deck, theme, report))
    terminal.show(report.problems)
    numbers = list(accumulate((fate.pages for fate in drawn), initial=1))
    starts = list(accumulate((slide.minutes for slide in slides), initial=0.0))
    told = list(zip(numbers, starts, slides, drawn, strict=False))  # both have a last one more
    if terminal.answer:
        from ..answers import slide_entries

        terminal.answer.said |= {
            "outline": outline,
            "minutes": round(starts[-1], 2),
            "slides": slide_entries(read, deck, drawn, report.problems),
        }
        return
    rows = [
        (
            str(number),
            str(slide.origin.line),
            _clock(start),
            f"{slide.minutes:.1f}",
            slide.layout,
            cut(plain(slide.title), 44),
            in_own_tongue(slide.reason),
            in_own_tongue(fate.words(slide)),
        )
        for number, start, slide, fate in told
    ]
    head = ("slide", "line", "at", "min", "layout", "title", "reason", "fit")
    click.echo(table([tuple(map(in_own_tongue, head)), *rows]))
    terminal.close(f"{counted(numbers[-1] - 1, 'slide')}, {starts[-1]:.0f} minutes")


def _clock(minutes: float) -> str:
    """Return minutes as a clock shows them: 7:30."""
    seconds = round(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


COMMAND = plan
