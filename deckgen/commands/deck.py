"""`deckgen deck`: the talk deck of one outline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ..orders import DECK, DECKS, MAP_FORMATS, Order, Product
from ..problems import fail
from ..terminal import Terminal, speaking
from ._making import format_of, make_one, target_of
from ._options import (
    allow_option,
    completing,
    lang_option,
    outline_argument,
    template_option,
    theme_option,
    to_file_option,
    variant_option,
)

DECK_ENDINGS = ("pptx", "pdf", "html", "png")


def _read_slide(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """Refuse what is neither a number from 1 nor a # and an id."""
    is_number = value.isascii() and value.isdigit() and 0 < len(value) < 10 and int(value) > 0
    if value and not is_number and not (value.startswith("#") and len(value) > 1):
        raise click.BadParameter("write a number from 1, or # and an id.", ctx, parameter)
    return str(int(value)) if is_number else value


@click.command()
@outline_argument
@to_file_option
@click.option(
    "--format",
    default="",
    metavar="F",
    help="pptx, pdf, html or png (a folder of slides); otherwise FILE's ending says it.",
    shell_complete=completing(lambda: DECK_ENDINGS),
)
@click.option(
    "--slide",
    default="",
    metavar="N|#ID",
    callback=_read_slide,
    help="One slide alone, by the number or the id that 'deckgen plan --json' tells.",
)
@click.option("--notes", is_flag=True, help="A PDF with the speaker's notes below each slide.")
@click.option("--map", default="", metavar="FILE", help="The HTML map that an HTML deck opens.")
@theme_option
@template_option
@variant_option
@lang_option
@allow_option
@speaking
@click.pass_obj
def deck(
    terminal: Terminal,
    outline: str,
    output: str,
    format: str,
    slide: str,
    notes: bool,
    map: str,
    theme: str,
    template: str,
    variant: str,
    lang: str,
    allow: tuple[str, ...],
) -> None:
    """Make the talk deck of OUTLINE: output/NAME.pptx, or FILE."""
    from ..settings import of_environment

    product = replace(_deck_product(output, format.lower(), notes), is_single=bool(slide))
    if product.is_folder and output.lower().endswith(".png"):
        output = str(Path(output).with_name(product.name(Path(output).stem)))
    elif product.is_folder and "-" in (output, output or outline):
        raise fail(
            "the pictures of a deck are several files", "name a folder with -o", code="not-one-file"
        )
    target = {target_of(output, outline, product): product}
    order = Order(
        outline,
        target,
        theme,
        allow,
        variant=variant,
        template=template,
        slide=slide,
        twin=map,
        lang=lang,
        environment=of_environment(),
    )
    make_one(terminal, order)


def _deck_product(output: str, format: str, notes: bool) -> Product:
    """Return what to make of a deck: what --notes and --format say, or else FILE's ending."""
    ending = format_of(output)
    format = format or {"htm": "html"}.get(ending, ending)
    if notes:
        if format not in ("", "pdf"):
            raise fail(
                "notes pages are a PDF",
                "leave out --format, and let FILE end in .pdf",
                code="wrong-format",
            )
        return Product.of("notes")
    if format in DECK_ENDINGS:
        return Product.of(format if format in DECKS else DECK + format)
    if format in MAP_FORMATS:
        hint = "name a file that ends in .pptx, or draw the map with 'deckgen map'"
        raise fail(f"a deck cannot be written as '{output or format}'", hint, code="wrong-format")
    return Product.of(DECK + format if format else "pptx")


COMMAND = deck
