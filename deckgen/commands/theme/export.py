"""`deckgen theme export`: a theme as a template for PowerPoint."""

from __future__ import annotations

from pathlib import Path

import click

from ...problems import Report, fail
from ...terminal import Terminal, speaking
from .._making import OUTPUT, check_stream, format_of
from ._options import aspect_option, name_argument, variant_option


@click.command()
@name_argument
@click.option(
    "-o",
    "--output",
    default="",
    metavar="FILE",
    type=click.Path(),
    help="Write there instead of output/NAME.potx.",
)
@aspect_option
@variant_option
@speaking
@click.pass_obj
def export(terminal: Terminal, name: str, output: str, aspect: str, variant: str) -> None:
    """Make the theme NAME, or the one in a FILE, a template to work with by hand.

    A .potx has the theme's master and layouts and no slides: a double click begins a new deck.
    """
    from ... import files, outputs, pipeline

    if output not in ("", files.STREAM) and format_of(output) != "potx":
        raise fail(
            f"a template cannot be written as '{output}'",
            "let FILE end in .potx",
            code="wrong-format",
        )
    check_stream(terminal, output, "potx")
    report = Report()
    theme = pipeline.open_theme(name, variant=variant, aspect=aspect, report=report)
    data = pipeline.write_template(theme)
    if not output:
        files.make_folder(OUTPUT)
        output = str(Path(OUTPUT, f"{Path(name).stem}.potx"))
    outputs.write({output: data})
    terminal.wrote(output, "template", data)
    terminal.show(report.problems)
    terminal.close(f"'{output}' written" if output != files.STREAM else "")


COMMAND = export
