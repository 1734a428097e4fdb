"""`deckgen theme show`: a theme's colours, type and measures on the terminal."""

from __future__ import annotations

import os
import sys

import click

from ...terminal import Terminal, clean, speaking
from ._options import name_argument, variant_option

TRUE_COLOR = ("truecolor", "24bit")


@click.command()
@name_argument
@variant_option
@speaking
@click.pass_obj
def show(terminal: Terminal, name: str, variant: str) -> None:
    """Show the colours, fonts, sizes and measures of the theme NAME, or of the one in a FILE.

    Colours are shown where the terminal has 24 bits for them and NO_COLOR is not set.
    """
    from ...problems import Report
    from ...workshop import sample, swatches
    from ...workshop.places import Places
    from ...workshop.shelf import character

    report = Report()
    theme = sample.look(name, report=report, variant=variant).theme
    places = Places(name)
    if terminal.answer:
        told = {"name": name, "title": theme.title, "file": places.file}
        terminal.answer.said["theme"] = {**told, "character": character(places.text)}
    head = name if name == theme.title else f"{name} {theme.title}"
    for words in (head, character(places.text), places.file):
        if words:
            click.echo(clean(words))
    click.echo(f"variants: {', '.join(theme.variants)}\n")
    has_color = _has_true_color()
    for line in swatches.show(theme, has_color):
        click.echo(line, color=has_color or None)
    terminal.show(report.problems)
    terminal.close()


def _has_true_color() -> bool:
    """Tell whether 24-bit colours will be seen: https://no-color.org, and what terminals say."""
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return False
    has_said = os.environ.get("COLORTERM", "").lower() in TRUE_COLOR
    return has_said or os.environ.get("TERM", "").endswith("-direct") or "WT_SESSION" in os.environ


COMMAND = show
