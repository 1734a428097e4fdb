"""`deckgen theme check`: what somebody in the room could not read, see or tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from ...terminal import Terminal, cut, speaking, table
from ._options import name_argument, variant_option

if TYPE_CHECKING:
    from ...workshop.check import Inspection

WORST_WIDTH = 72


@click.command()
@name_argument
@variant_option
@speaking
@click.pass_obj
def check(terminal: Terminal, name: str, variant: str) -> None:
    """Check the theme NAME, or the one in a FILE, on every layout of both page sizes.

    Looks at the contrast of every text on every ground, at the accents with the eyes of the
    colour-blind, at sizes, faces and frames. Faults end with exit code 1; -v lists every pair of
    text and ground.
    """
    from ...workshop.check import inspect

    found = inspect(name, variant)
    terminal.show(found.problems)
    if terminal.answer:
        terminal.answer.said |= _plain(found)
        return
    rows = [
        (one.name, one.looked_at, cut(one.worst, WORST_WIDTH), one.verdict) for one in found.checks
    ]
    click.echo(table([("check", "looked at", "worst", "verdict"), *rows]))
    if terminal.verbose:
        click.echo("\n" + table(_pairs(found)))
    terminal.close(f"'{found.name}' {'has faults' if terminal.errors else 'is fine'}")


def _pairs(found: Inspection) -> Sequence[Sequence[str]]:
    """Return every pair of text and ground as a row."""
    rows = [
        (one.style or "(palette)", one.words, f"{one.ratio:.2f}", f"{one.needed:g}")
        for one in found.ratios
    ]
    return [("style", "text and ground", "has", "needs"), *rows]


def _plain(found: Inspection) -> dict[str, Any]:
    return {
        "theme": {"name": found.name, "title": found.title, "file": found.file},
        "checks": [
            {
                "name": one.name,
                "looked_at": one.looked_at,
                "worst": one.worst,
                "verdict": one.verdict,
            }
            for one in found.checks
        ],
        "contrasts": [
            {
                "style": one.style,
                "pair": one.words,
                "accent": str(one.accent),
                "ratio": round(one.ratio, 2),
                "needed": one.needed,
            }
            for one in found.ratios
        ],
        "distances": [
            {
                "accents": [str(one.one), str(one.other)],
                "eyes": one.eye,
                "distance": round(one.distance, 4),
            }
            for one in found.distances
        ],
    }


COMMAND = check
