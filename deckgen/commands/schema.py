"""`deckgen schema`: the JSON Schema of an outline, of a theme, or of the answers to programs."""

from __future__ import annotations

from typing import Any

import click

from ..terminal import Terminal, speaking

WHAT = ("outline", "theme", "answer")


@click.command()
@click.argument("what", type=click.Choice(WHAT), default="outline")
@speaking
@click.pass_obj
def schema(terminal: Terminal, what: str) -> None:
    """Print the JSON Schema of an outline, of a theme, or of what --json answers."""
    import json

    made = _schema_of(what)
    if terminal.answer:
        terminal.answer.said["schema"] = made
        return
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))


def _schema_of(what: str) -> dict[str, Any]:
    if what == "theme":
        from ..theming.schema import theme_schema

        return theme_schema()
    if what == "answer":
        from ..answers import answer_schema

        return answer_schema()
    from ..readers.schema import outline_schema

    return outline_schema()


COMMAND = schema
