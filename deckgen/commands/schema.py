"""`deckgen schema`: the outline's JSON Schema."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of an outline, for editors."""
    import json

    from ..readers.schema import outline_schema

    click.echo(json.dumps(outline_schema(), ensure_ascii=False, indent=2))


COMMAND = schema
