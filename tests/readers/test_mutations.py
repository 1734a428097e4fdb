"""Outlines broken at random: whatever the bytes, reading ends in an outline or in problems."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from outline_reading import reading

SOURCES = [
    path.read_bytes()
    for path in sorted((Path(__file__).parents[2] / "outlines").glob("*.yaml"))
    if path.stat().st_size < 20_000
]
PIECES = [b"\0", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\r", b"\t", b"[", b"{", b"}", b"]"]
PIECES += [b"&a ", b"*a ", b": ", b"- ", b"|\n", b">\n", b'"', b"'", b"#", b"%", b"!x ", b"? "]
PIECES += ["\u2028\u202e\ufeff\x85\ufffe".encode(), b"\x1b", b"\x7f", b"`", b"**", b"](", b"=="]


def mutated(blob: bytes, dice: random.Random) -> bytes:
    """Return bytes with pieces put in or taken out, lines moved, repeated or indented."""
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(blob) + 1)
        choice = dice.randrange(5)
        if choice == 0:
            blob = blob[:at] + dice.choice(PIECES) * dice.choice((1, 1, 2, 50)) + blob[at:]
        elif choice == 1:
            blob = blob[:at] + blob[at + dice.randint(1, 40) :]
        elif choice == 2:
            blob = blob[:at] + bytes([dice.randrange(256)]) + blob[at + 1 :]
        else:
            lines = blob.split(b"\n")
            row = dice.randrange(len(lines))
            line = b" " * dice.randrange(8) + lines[row].lstrip()
            lines[row : row + 1] = [line] * (dice.choice((2, 30)) if choice == 3 else 1)
            blob = b"\n".join(lines)
    return blob


@pytest.mark.parametrize("seed", range(8))
def test_no_mutation_breaks_the_reader(seed: int) -> None:
    """`reading` lets nothing through but DeckgenError; messages stay short whatever is typed."""
    dice = random.Random(seed)
    for _ in range(12):
        _, problems = reading(mutated(dice.choice(SOURCES), dice))
        assert all(len(problem) < 2_100 for problem in problems)
