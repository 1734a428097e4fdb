"""deckgen: outlines of book notes become native talk decks and mind maps.

    from pathlib import Path
    from deckgen import read_outline, compile_deck, compile_map

    outline = read_outline("outlines/talk.yaml")
    Path("talk.pptx").write_bytes(compile_deck(outline, theme="ink"))
    Path("talk.html").write_bytes(compile_deck(outline, format="html"))
    Path("talk.svg").write_bytes(compile_map(outline))

`build_outlines` makes those of many outlines, by several processes or an executor.

Each raises `DeckgenError`, whose `problems` say what is wrong and where. Hand them a `Report` to
receive the warnings too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .batch.build import Outcome, build_outlines
    from .pipeline import (
        compile_deck,
        compile_map,
        compile_pictures,
        compile_presentation,
        plan,
        read_outline,
    )
    from .problems import DeckgenError, Problem, Report, Severity

__version__ = "0.1.0"

__all__ = [
    "DeckgenError",
    "Outcome",
    "Problem",
    "Report",
    "Severity",
    "build_outlines",
    "compile_deck",
    "compile_map",
    "compile_pictures",
    "compile_presentation",
    "plan",
    "read_outline",
]

_ROOMS = {
    **dict.fromkeys(("DeckgenError", "Problem", "Report", "Severity"), "problems"),
    **dict.fromkeys(("Outcome", "build_outlines"), "batch.build"),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `deckgen --version` stays quick."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module 'deckgen' has no attribute '{name}'")
    room = _ROOMS.get(name, "pipeline")
    return getattr(import_module(f"deckgen.{room}"), name)
