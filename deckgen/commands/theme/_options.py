"""What several commands of the workshop take."""

from __future__ import annotations

import click

from .._options import completing, theme_names

ASPECTS = ("16:9", "4:3")

name_argument = click.argument("name", metavar="NAME|FILE", shell_complete=completing(theme_names))
variant_option = click.option(
    "--variant",
    default="",
    metavar="V",
    help="light, dark, or another variant of the theme.",
    shell_complete=completing(lambda: ("light", "dark")),
)
aspect_option = click.option(
    "--aspect", default=ASPECTS[0], type=click.Choice(ASPECTS), show_default=True, help="The page."
)
