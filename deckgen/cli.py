"""The command line: words in, exit codes out.

0 is fine, 1 means problems, 2 a command that was typed wrongly, 130 Ctrl-C. A command is a file
of `commands/`, named like its word; it exports COMMAND, and imports what it needs when it runs,
so that `--version`, `--help` and completion answer at once.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil

import click

from . import __version__, commands
from .terminal import Commands, speaking


class Listed(Commands):
    """The commands of a package, one a file; a file with an underscore is none."""

    def list_commands(self, _: click.Context) -> list[str]:
        """Return the words, in the order of the alphabet."""
        files = (module.name for module in pkgutil.iter_modules(commands.__path__))
        return sorted(name for name in files if name[0] != "_")

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import a command; None when there is no such file."""
        if name not in self.list_commands(context):
            return None
        command: click.Command = importlib.import_module(f"{commands.__name__}.{name}").COMMAND
        return command


@click.group(
    cls=Listed,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="deckgen")
@speaking
def deckgen() -> None:
    """Compile outlines of book notes into talk decks and mind maps."""


def main() -> None:
    """Run the command line.

    A run makes a million small things, keeps them, and ends: looking for garbage among them took
    up to half of its time.
    """
    gc.set_threshold(200_000, 50, 100)
    deckgen(prog_name="deckgen")
