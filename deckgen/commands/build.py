"""`deckgen build`: the deck and the map of every outline, of which many are made at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..files import STREAM
from ..orders import Product, words
from ..problems import Severity, fail
from ..terminal import Terminal, counted, speaking
from ._making import OUTPUT
from ._options import (
    allow_option,
    check_fonts,
    completing,
    embed_fonts_option,
    lang_option,
    template_option,
    theme_option,
    variant_option,
)

if TYPE_CHECKING:
    from ..batch.build import Outcome
    from ..problems import Problem
    from ..terminal import Answer


@click.command()
@click.argument("outlines", nargs=-1, type=click.Path(), metavar="[OUTLINE|FOLDER]...")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="DIR",
    type=click.Path(),
    help="The folder to write to; that of the settings, or output, otherwise.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="F,...",
    help="The deck as pptx, html, deck.pdf, deck.png, notes; the map as svg, png, pdf, map.html, "
    "map.pptx, dot. Without it: pptx,svg,png.",
    shell_complete=completing(words),
)
@click.option(
    "-j",
    "--jobs",
    default=0,
    metavar="N",
    type=click.IntRange(0),
    help="Processes that share the work; without it, one for each core.",
)
@click.option("--force", is_flag=True, help="Make what is up to date again, too.")
@embed_fonts_option
@theme_option
@template_option
@variant_option
@lang_option
@allow_option
@speaking
@click.pass_obj
def build(
    terminal: Terminal,
    outlines: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    jobs: int,
    force: bool,
    embed_fonts: bool,
    theme: str,
    template: str,
    variant: str,
    lang: str,
    allow: tuple[str, ...],
) -> None:
    """Make the deck and the map of every OUTLINE, or of all outlines in a FOLDER and below.

    Without either: of those in the current folder. What is up to date is left as it is.
    """
    from ..batch.build import FORMATS, UP_TO_DATE, WRITTEN, Wish, carry_out_all, prepare
    from ..batch.workers import usable_cores
    from ..settings import output_for

    if STREAM in outlines:
        message = "build names its files after outlines, and standard input has no name"
        raise fail(message, "use 'deckgen deck -', or 'deckgen map -'", code="wrong-options")
    output = output or output_for("", OUTPUT)
    wish = Wish(
        output, _split(formats) or FORMATS, theme, template, variant, lang, allow, embed_fonts,
        terminal.strict, force, bool(terminal.answer),
    )  # fmt: skip
    check_fonts(embed_fonts, [Product.of(word) for word in wish.formats])
    batch = prepare(outlines or (".",), wish)
    terminal.show(batch.problems)
    names = [order.outline for order in batch.orders]
    told: set[Problem] = set()
    counts: Counter[str] = Counter()
    terminal.progress(f"[1/{len(names)}] {names[0]}")
    for number, outcome in enumerate(carry_out_all(batch, jobs or usable_cores()), 1):
        counts[outcome.status] += len(outcome.files)
        _show(terminal, outcome, told)
        if terminal.answer:
            _answer(terminal.answer, outcome)
            told.clear()
        if number < len(names):
            terminal.progress(f"[{number + 1}/{len(names)}] {names[number]}")
    terminal.close(_summary(counts[WRITTEN], counts[UP_TO_DATE], output))


def _show(terminal: Terminal, outcome: Outcome, told: set[Problem]) -> None:
    """Show an outcome's problems; what is of the theme, and not wrong, is shown once in all."""
    if outcome.bug:
        terminal.bug(outcome.bug, outcome.input)
    error = Severity.ERROR
    terminal.show(one for one in outcome.problems if one.severity is error or one not in told)
    told.update(one for one in outcome.problems if one.origin.file != outcome.input)


def _answer(answer: Answer, outcome: Outcome) -> None:
    """Tell a program of an outline in a line of its own."""
    from ..batch.build import FAILED

    files = [{"path": one.path, "kind": one.kind, "bytes": one.bytes} for one in outcome.files]
    answer.said |= {"outline": outcome.input, "status": outcome.status, "files": files}
    answer.said["seconds"] = round(outcome.seconds, 3)
    if outcome.slides:
        answer.said["slides"] = list(outcome.slides)
    answer.tell(int(outcome.status == FAILED))


def _summary(written: int, up_to_date: int, output: str) -> str:
    """Return the last word: how many files were written, and how many are as they were."""
    if not written and up_to_date:
        return f"{counted(up_to_date, 'file')} in '{output}', all up to date"
    others = f", {up_to_date} up to date" if up_to_date else ""
    return f"{counted(written, 'file')} written to '{output}'{others}"


def _split(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of repeated and comma-separated options, each once."""
    every = (part.strip().lower() for word in words for part in word.split(","))
    return tuple(dict.fromkeys(part for part in every if part))


COMMAND = build
