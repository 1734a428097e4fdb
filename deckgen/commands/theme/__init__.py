"""`deckgen theme`: the workshop; its commands are the files of this package."""

from __future__ import annotations

import click

from ...terminal import speaking
from .._listed import Listed


@click.group(cls=Listed, package=__name__)
@speaking
def theme() -> None:
    """Look at themes, make your own, and check it."""


COMMAND = theme
