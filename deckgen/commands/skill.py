"""`deckgen skill`: how an assistant drives deckgen."""

from __future__ import annotations

import click

from ..terminal import speaking


@click.command()
@speaking
def skill() -> None:
    """Print a guide for an assistant that writes outlines and mends them: the language, the loop.

    With --json it is the text of the answer.
    """
    from importlib.resources import files as package_files

    path = package_files("deckgen").joinpath("data", "skill", "skill.md")
    click.echo(path.read_text("utf-8"), nl=False)


COMMAND = skill
