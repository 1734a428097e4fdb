"""`deckgen schema`: the JSON Schema of an outline, or of a theme."""

from __future__ import annotations

import click


@click.command()
@click.argument("what", type=click.Choice(("outline", "theme")), default="outline")
def schema(what: str) -> None:
    """Print the JSON Schema of an outline, or of a theme, for editors."""
    import json

    if what == "theme":
        from ..theming.schema import theme_schema as schema_of
    else:
        from ..readers.schema import outline_schema as schema_of
    click.echo(json.dumps(schema_of(), ensure_ascii=False, indent=2))


COMMAND = schema
