"""`deckgen theme import`: a theme file read out of a template."""

from __future__ import annotations

from pathlib import Path

import click

from ...files import STREAM
from ...problems import Report, fail
from ...terminal import Terminal, counted, speaking
from .._making import format_of
from ._writing import write_new


@click.command("import")
@click.argument("template", type=click.Path(), metavar="TEMPLATE")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="FILE",
    type=click.Path(),
    help="Write there instead of themes/NAME.yaml.",
)
@click.option("--force", is_flag=True, help="Replace files that are there.")
@speaking
@click.pass_obj
def import_theme(terminal: Terminal, template: str, output: str, force: bool) -> None:
    """Read colours, fonts, sizes, margins and pictures of a .pptx or .potx into a theme file.

    To use the template itself, with its own layouts: deckgen deck --template TEMPLATE.
    """
    if output not in ("", STREAM) and format_of(output) not in ("yaml", "yml"):
        raise fail(
            f"a theme cannot be written as '{output}'", "let FILE end in .yaml", code="wrong-format"
        )
    from ... import files
    from ...workshop.importer import read_theme
    from ...workshop.starter import in_shell

    report = Report()
    path = output or str(Path("themes", f"{Path(template).stem}.yaml"))
    made = read_theme(files.open_source(template), path, report)
    write_new(terminal, made, force)
    terminal.show(report.problems)
    if path == STREAM:
        terminal.close()
        return
    beside = f", with {counted(len(made.beside), 'picture')}" if made.beside else ""
    terminal.close(f"'{path}' written{beside}; next: deckgen theme preview {in_shell(path)}")


COMMAND = import_theme
