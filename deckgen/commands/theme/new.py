"""`deckgen theme new`: a theme of one's own to start from."""

from __future__ import annotations

from pathlib import Path

import click

from ...problems import Report, fail
from ...terminal import Terminal, speaking
from .._options import completing, theme_names


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
    """Write a commented theme to themes/NAME.yaml, or to NAME when that ends in .yaml."""
    from ... import files
    from ...workshop.starter import Wish, start

    report = Report()
    made = start(Wish(name, parent, accent, logo), report)
    folder = Path(made.path).parent
    contents = {made.path: made.text.encode()}
    contents |= {str(folder / inner): blob for inner, blob in made.beside.items()}
    there = [path for path in contents if files.exists(path)]
    if there and not force:
        raise fail(f"'{there[0]}' is there already", "choose another name, or add --force")
    files.make_folder(str(folder))
    for path, blob in contents.items():
        files.write_whole(path, blob)
    terminal.show(report.problems)
    terminal.close(f"'{made.path}' written; next: deckgen theme preview '{name}'")


COMMAND = new
