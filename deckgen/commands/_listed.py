"""A group of commands that lists the files of a package.

A command is a file named like its word; it exports COMMAND. A word that Python keeps for itself
has an underscore at its end (`import_.py` is `import`); a file that begins with one is furniture.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any, TypeVar

import click

from ..problems import did_you_mean
from ..terminal import Commands
from ..tongue import is_chinese, told

C = TypeVar("C", bound=click.Command)


def in_own_tongue(command: C) -> C:
    """Let a command's help be in the language of the user's locale."""
    if is_chinese():
        command.help = told(command.help or "")
        for one in command.params:
            if isinstance(one, click.Option):
                one.help = told(one.help or "")
    return command


class Listed(Commands):
    """The commands of the package of that dotted name."""

    def __init__(self, *args: Any, package: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._package = package

    def list_commands(self, _: click.Context) -> list[str]:
        """Return the words, in the order of the alphabet."""
        return sorted(self._files)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Import a command; None when there is no such file."""
        if name not in self._files:
            return None
        module = importlib.import_module(f"{self._package}.{self._files[name]}")
        command: click.Command = module.COMMAND
        return in_own_tongue(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words begin with; a mistake names those that are like it."""
        name = args[0]
        if name not in self._files and name[:1] != "-" and not ctx.resilient_parsing:
            ctx.fail(told(f"No such command '{name}': {did_you_mean(name, self._files)}"))
        return super().resolve_command(ctx, args)

    @property
    def _files(self) -> dict[str, str]:
        """The modules of the package, by their words."""
        package = importlib.import_module(self._package)
        files = (module.name for module in pkgutil.iter_modules(package.__path__))
        return {name.removesuffix("_"): name for name in files if name[0] != "_"}
