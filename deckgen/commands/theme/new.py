"""`deckgen theme new`: a theme of one's own to start from."""

from __future__ import annotations

from dataclasses import replace

import click

from ...files import STREAM
from ...problems import Report
from ...terminal import Terminal, speaking
from .._options import completing, theme_names
from ._writing import write_new


@click.command()
@click.argument("name", type=click.Path())
@click.option(
    "--from",
    "parent",
    default="ink",
    show_default=True,
    metavar="T",
    help="The theme that it begins with.",
    shell_complete=completing(theme_names),
)
@click.option("--accent", default="", metavar="#RRGGBB", help="One colour; all others follow it.")
@click.option(
    "--logo", default="", metavar="F", type=click.Path(), help="A PNG or JPEG for every page."
)
@click.option("--force", is_flag=True, help="Replace files that are there.")
@speaking
@click.pass_obj
def new(terminal: Terminal, name: str, parent: str, accent: str, logo: str, force: bool) -> None:
    """Write a commented theme to themes/NAME.yaml, or to NAME when that ends in .yaml or is -."""
    from ...workshop.starter import Wish, in_shell, start

    report = Report()
    is_stream = name == STREAM
    made = start(Wish("theme.yaml" if is_stream else name, parent, accent, logo), report)
    made = replace(made, path=STREAM) if is_stream else made
    write_new(terminal, made, force)
    terminal.show(report.problems)
    if is_stream:
        terminal.close()
        return
    terminal.close(f"'{made.path}' written; next: deckgen theme preview {in_shell(made.path)}")


COMMAND = new
