"""`deckgen completion`: the words that a shell completes."""

from __future__ import annotations

import click

from ..terminal import speaking

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@speaking
def completion(shell: str) -> None:
    """Print the completion script of a shell, to be sourced from its start file."""
    from click.shell_completion import get_completion_class

    maker = get_completion_class(shell)
    assert maker is not None, "click knows all of SHELLS"
    root = click.get_current_context().find_root().command
    click.echo(maker(root, {}, "deckgen", "_DECKGEN_COMPLETE").source())


COMMAND = completion
