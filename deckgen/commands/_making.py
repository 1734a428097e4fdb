"""One outline to one file: where it goes, and the order carried out."""

from __future__ import annotations

from pathlib import Path

from ..orders import Order, Product, carry_out
from ..terminal import Terminal

OUTPUT = "output"


def format_of(target: str) -> str:
    """Return what a file's ending says, without its dot."""
    return Path(target).suffix.lower().removeprefix(".")


def target_of(output: str, outline: str, product: Product) -> str:
    """Return where to write: what -o says, or the outline's name in the output folder."""
    if output:
        return output
    from .. import files

    files.make_folder(OUTPUT)
    return str(Path(OUTPUT, product.name(Path(outline).stem)))


def make_one(terminal: Terminal, order: Order) -> None:
    """Carry out an order of one file, and say that it is written."""
    from ..pipeline import Themes

    terminal.progress(order.outline)
    is_done = carry_out(order, Themes(), terminal)
    (target,) = terminal.written or order.files  # what is too large for a file is a folder
    terminal.close(f"'{target}' written" if is_done and target != "-" else "")
