"""`deckgen theme preview`: every layout and a map at one look."""

from __future__ import annotations

from pathlib import Path

import click

from ...problems import Report, fail
from ...terminal import Terminal, speaking
from .._making import OUTPUT, format_of
from ._options import aspect_option, name_argument, variant_option

ENDINGS = ("png", "html")


@click.command()
@name_argument
@click.option(
    "-o",
    "--output",
    default=OUTPUT,
    show_default=True,
    metavar="DIR|FILE",
    type=click.Path(),
    help="A folder for both, or a file that ends in .png or .html.",
)
@aspect_option
@variant_option
@speaking
@click.pass_obj
def preview(terminal: Terminal, name: str, output: str, aspect: str, variant: str) -> None:
    """Show every layout and a map in the theme NAME, or in the one in a FILE.

    Writes a PNG, set in deckgen's own font, and an HTML page, set in the theme's fonts.
    """
    from ... import outputs
    from ...workshop import preview, sample, showcase
    from ...workshop.places import Places
    from ...workshop.shelf import character

    report = Report()
    look = sample.look(name, aspect, report, variant=variant)
    targets = _targets(output, "-".join(filter(None, (Path(name).stem, variant))))
    shown = preview.shown(look, Path(name).stem, character(Places(name).text), report)
    made = {
        target: showcase.web_page(shown)
        if format_of(target) == "html"
        else preview.picture(shown, report)
        for target in targets
    }
    report.raise_errors()
    outputs.write(made)
    for target, data in made.items():
        terminal.wrote(target, "preview", data)
    terminal.show(report.problems)
    terminal.close(f"{' and '.join(repr(target) for target in made)} written")


def _targets(output: str, stem: str) -> tuple[str, ...]:
    """Return the files to write: the one that is named, or both kinds in a folder."""
    from ... import files

    if output == files.STREAM:
        hint = "name a .png, a .html or a folder"
        raise fail("a preview is two files", hint, code="not-one-file")
    ending = {"htm": "html"}.get(format_of(output), format_of(output))
    if ending in ENDINGS:
        return (output,)
    if ending and not files.is_folder(output):
        raise fail(
            f"a preview cannot be written as '{output}'",
            "name a .png, a .html or a folder",
            code="wrong-format",
        )
    files.make_folder(output)
    return tuple(str(Path(output, f"theme-{stem}.{one}")) for one in ENDINGS)


COMMAND = preview
