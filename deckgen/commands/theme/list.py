"""`deckgen theme list`: the themes that can be found from here."""

from __future__ import annotations

import click

from ...terminal import speaking


@click.command("list")
@speaking
def list_themes() -> None:
    """List the themes that can be named here: yours first, then those that came with deckgen."""
    from ... import files

    for name in files.list_themes(files.theme_folders("")):
        click.echo(name)


COMMAND = list_themes
