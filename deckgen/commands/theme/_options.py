"""What several commands of the workshop take."""

from __future__ import annotations

import click

from .._options import completing, theme_names

name_argument = click.argument("name", metavar="NAME|FILE", shell_complete=completing(theme_names))
