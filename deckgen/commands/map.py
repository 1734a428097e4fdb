"""`deckgen map`: the mind map of one outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from ..orders import MAP, MAP_FORMATS, Order, Product
from ..terminal import Terminal, speaking
from ._making import format_of, make_one, target_of
from ._options import (
    allow_option,
    check_fonts,
    completing,
    embed_fonts_option,
    lang_option,
    outline_argument,
    theme_option,
    to_file_option,
    variant_option,
)

ENGINES = ("dot", "twopi", "circo", "sfdp", "neato", "fdp")


def _layouts() -> Sequence[str]:
    from .. import registry

    return tuple(registry.map_layouts())


def _pages() -> Sequence[str]:
    from ..layouts.maps._onto import WORDS

    return WORDS


@click.command("map")
@outline_argument
@to_file_option
@click.option(
    "--format",
    default="",
    metavar="F",
    help="svg, png, pdf, html, pptx or dot; otherwise FILE's ending says it.",
    shell_complete=completing(lambda: MAP_FORMATS),
)
@click.option(
    "--layout",
    default="",
    metavar="L",
    help="The structure: auto, balanced, tree, org, timeline, fishbone and others.",
    shell_complete=completing(_layouts),
)
@click.option(
    "--engine",
    default="",
    metavar="E",
    help=f"Let Graphviz lay it out: {', '.join(ENGINES)}.",
    shell_complete=completing(lambda: ENGINES),
)
@click.option(
    "--page",
    default="",
    metavar="P",
    help="What it stands on: a4, a3, 16:9, 4:3 (a pdf of many pages), phone (one long picture).",
    shell_complete=completing(_pages),
)
@click.option(
    "--scale",
    default=0,
    metavar="N",
    type=click.FloatRange(0, 16),
    help="Pixels of a png for each of the screen's, in tiles where one file cannot hold it; "
    "otherwise 1.5, and less, down to 0.75, where it would be longer than 4,096.",
)
@click.option("--depth", default=0, metavar="N", type=click.IntRange(0), help="Levels to show.")
@click.option("--branch", default="", metavar="B", help="Only the branch of that title or id.")
@click.option("--tag", default="", metavar="T", help="Only branches that have the tag.")
@click.option("--deck", default="", metavar="FILE", help="The HTML deck that an HTML map opens.")
@click.option(
    "--fold-below",
    default=0,
    metavar="N",
    type=click.IntRange(0),
    help="Like --depth, but what is hidden stays in the notes.",
)
@embed_fonts_option
@theme_option
@variant_option
@lang_option
@allow_option
@speaking
@click.pass_obj
def mind_map(
    terminal: Terminal,
    outline: str,
    output: str,
    format: str,
    layout: str,
    engine: str,
    page: str,
    scale: float,
    depth: int,
    branch: str,
    tag: str,
    deck: str,
    fold_below: int,
    embed_fonts: bool,
    theme: str,
    variant: str,
    lang: str,
    allow: tuple[str, ...],
) -> None:
    """Draw the mind map of OUTLINE: output/NAME.svg, or FILE."""
    from ..model.mindmap import MapForm
    from ..model.outline import MapView
    from ..settings import of_environment

    format = (format or format_of(output) or "svg").lower()
    product = Product.of(MAP + {"htm": "html"}.get(format, format).removeprefix(MAP))
    check_fonts(embed_fonts, [product])
    target = {target_of(output, outline, product): product}
    view = MapView(branch, tag, fold_below)
    form = MapForm(product.format, engine, page, scale, embed_fonts)
    order = Order(outline, target, theme, allow, layout, form, depth, view, variant, twin=deck)
    order = replace(order, lang=lang, environment=of_environment())
    make_one(terminal, order)


COMMAND = mind_map
