"""One outline to one file: where it goes, and the order carried out."""

from __future__ import annotations

import sys
from pathlib import Path

from ..orders import Order, Product, carry_out
from ..problems import fail
from ..terminal import Terminal

OUTPUT = "output"
TEXTS = ("svg", "html", "dot", "yaml")  # what a terminal can show


def format_of(target: str) -> str:
    """Return what a file's ending says, without its dot."""
    return Path(target).suffix.lower().removeprefix(".")


def target_of(output: str, outline: str, product: Product) -> str:
    """Return where to write: what -o says, or the outline's name in the output folder.

    Of an outline from standard input it is standard output.
    """
    from .. import files
    from ..settings import output_for

    if output or outline == files.STREAM:
        return output or files.STREAM

    folder = output_for(outline, OUTPUT)
    files.make_folder(folder)
    return str(Path(folder, product.name(Path(outline).stem)))


def check_stream(terminal: Terminal, target: str, format: str) -> None:
    """Refuse to write to standard output what it cannot take; another target is none of ours."""
    from .. import files

    if target != files.STREAM:
        return
    if terminal.answer:
        message = "standard output cannot hold both the answer and the file"
        raise fail(message, "name a file with -o", code="stdout-taken")
    if sys.stdout.isatty() and format not in TEXTS:
        message = f"a terminal cannot show a {format}"
        raise fail(message, "name a file with -o, or send it on: … > FILE", code="stdout-taken")


def make_one(terminal: Terminal, order: Order) -> None:
    """Carry out an order of one file, and say that it is written."""
    from ..pipeline import Themes

    for target, product in order.files.items():
        check_stream(terminal, target, product.format)
    terminal.progress(order.outline)
    is_done = carry_out(order, Themes(), terminal)
    (target,) = terminal.written or order.files  # what is too large for a file is a folder
    terminal.close(f"'{target}' written" if is_done and target != "-" else "")
