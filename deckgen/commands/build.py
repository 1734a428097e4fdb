"""`deckgen build`: the deck and the map of every outline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..orders import Order, Product, by_stem, carry_out, collect, words
from ..terminal import Terminal, counted, speaking
from ._making import OUTPUT
from ._options import (
    allow_option,
    check_fonts,
    completing,
    embed_fonts_option,
    template_option,
    theme_option,
    variant_option,
)

BUILD_FORMATS = ("pptx", "svg", "png")


@click.command()
@click.argument("outlines", nargs=-1, type=click.Path(), metavar="[OUTLINE|FOLDER]...")
@click.option(
    "-o",
    "--output",
    default=OUTPUT,
    show_default=True,
    metavar="DIR",
    type=click.Path(),
    help="The folder to write to.",
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
@embed_fonts_option
@theme_option
@template_option
@variant_option
@allow_option
@speaking
@click.pass_obj
def build(
    terminal: Terminal,
    outlines: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    embed_fonts: bool,
    theme: str,
    template: str,
    variant: str,
    allow: tuple[str, ...],
) -> None:
    """Make the deck and the map of every OUTLINE, or of all outlines in a FOLDER.

    Without either: of the outlines in the current folder.
    """
    from .. import files
    from ..model.mindmap import MapForm
    from ..pipeline import Themes

    wanted = [Product.of(word) for word in _split(formats) or BUILD_FORMATS]
    check_fonts(embed_fonts, wanted)
    form = MapForm(embeds_fonts=embed_fonts)
    orders = []
    for stem, name in by_stem(collect(outlines or (".",))).items():
        targets = {str(Path(output, one.name(stem))): one for one in wanted}
        order = Order(name, targets, theme, allow, form=form, variant=variant, template=template)
        orders.append(order)
    files.make_folder(output)
    themes, written = Themes(), 0
    for number, order in enumerate(orders, 1):
        terminal.progress(f"[{number}/{len(orders)}] {order.outline}")
        if carry_out(order, themes, terminal):
            written += len(order.files)
    terminal.close(f"{counted(written, 'file')} written to '{output}'")


def _split(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of repeated and comma-separated options, each once."""
    every = (part.strip().lower() for word in words for part in word.split(","))
    return tuple(dict.fromkeys(part for part in every if part))


COMMAND = build
