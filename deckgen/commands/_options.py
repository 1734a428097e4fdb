"""The arguments and options that several commands take, each said once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click
from click.shell_completion import CompletionItem

from ..orders import Product
from ..problems import fail


def completing(words: Callable[[], Sequence[str]]) -> Callable[..., list[CompletionItem]]:
    """Return a completer; of a comma list it completes the last word."""

    def complete(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
        head, comma, last = typed.rpartition(",")
        return [CompletionItem(head + comma + word) for word in words() if word.startswith(last)]

    return complete


def theme_names() -> Sequence[str]:
    """Return the names of the themes that can be found from here."""
    from .. import files, registry

    names = files.list_themes(files.theme_folders(""))
    return tuple(dict.fromkeys((*names, *registry.theme_files())))


outline_argument = click.argument("outline", type=click.Path())  # - is standard input
to_file_option = click.option(
    "-o",
    "--output",
    default="",
    metavar="FILE",
    type=click.Path(),
    help="Write there instead; - is standard output.",
)
theme_option = click.option(
    "--theme",
    default="",
    metavar="T",
    help="A theme's name or path; wins over the outline's.",
    shell_complete=completing(theme_names),
)
template_option = click.option(
    "--template",
    default="",
    metavar="P",
    type=click.Path(),
    help="Your own .pptx or .potx, or a YAML about one; in the place of a theme.",
)
variant_option = click.option(
    "--variant",
    default="",
    metavar="V",
    help="light, dark, or another variant of the theme; wins over the outline's.",
    shell_complete=completing(lambda: ("light", "dark")),
)
lang_option = click.option(
    "--lang",
    default="",
    metavar="L",
    help="The language of what deckgen itself says, such as zh-TW or en; wins over the outline's.",
    shell_complete=completing(lambda: ("zh-CN", "zh-TW", "en")),
)
allow_option = click.option(
    "--allow",
    multiple=True,
    metavar="DIR",
    type=click.Path(),
    help="Let pictures come from this folder too.",
)
embed_fonts_option = click.option(
    "--embed-fonts",
    is_flag=True,
    help="Put the letters into the svg, so that it looks alike everywhere (needs fonttools).",
)


def check_fonts(embeds_fonts: bool, products: Sequence[Product]) -> None:
    """Refuse fonts for files of which none can carry them."""
    if embeds_fonts and all(product.format != "svg" for product in products):
        raise fail(
            "only an svg can carry fonts",
            "a pdf and a png have their letters anyway",
            code="wrong-options",
        )
