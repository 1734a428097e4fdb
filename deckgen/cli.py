"""The command line: words in, exit codes out.

0 is fine, 1 means problems, 2 a command that was typed wrongly, 130 Ctrl-C, 143 a signal
to end. A command is a file of `commands/`, named like its word; it exports COMMAND, and imports
what it needs when it runs, so that `--version`, `--help` and completion answer at once. A package
there, such as `commands/theme/`, is a group of such files.
"""

from __future__ import annotations

import gc
import signal
import sys

import click

from . import __version__, commands, tongue
from .commands._listed import Listed, in_own_tongue
from .terminal import speaking

_WIDTH_OF_CHINESE = 60  # click counts characters, and each is two columns wide


@click.group(
    cls=Listed,
    package=commands.__name__,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="deckgen")
@speaking
def deckgen() -> None:
    """Compile outlines of book notes into talk decks and mind maps."""


def _end_in_order() -> None:
    """Let a signal to end be an exit, which removes temporary files on its way out."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has not the second
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:  # nohup lets it be ignored
            signal.signal(number, lambda number, _: sys.exit(128 + number))


def main() -> None:
    """Run the command line.

    A run makes a million small things, keeps them, and ends: looking for garbage among them took
    up to half of its time; at every 200,000th still 4 % of that of a map of 20,000 nodes. Python
    looks once more as it ends, 4 to 6 % of a run's instructions, unless all is called permanent.
    """
    gc.set_threshold(1_000_000, 50, 100)
    _end_in_order()
    if tongue.is_chinese():
        tongue.begin()
        in_own_tongue(deckgen)
        deckgen.context_settings["max_content_width"] = _WIDTH_OF_CHINESE
    try:
        deckgen(prog_name="deckgen")
    finally:
        gc.freeze()
