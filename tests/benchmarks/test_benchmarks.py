"""The benchmarks run: nobody runs them every day, and what they measure changes."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent


@pytest.mark.parametrize("path", sorted(FOLDER.glob("bench_*.py")), ids=lambda path: path.stem)
def test_it_finds_what_it_measures(path: Path) -> None:
    """What it imports is there, and may be used as it uses it."""
    assert "main" in runpy.run_path(str(path), run_name=path.stem)


@pytest.mark.product
@pytest.mark.parametrize(
    "command",
    [
        ("bench_map.py", "8", "--runs=1"),
        ("bench_deck.py", "2", "--runs=1", "--skip-slow"),
        ("bench_text.py",),
        ("bench_long.py", "--lengths", "9", "99", "--kinds", "han", "--places", "title"),
    ],
    ids=lambda command: command[0],
)
def test_it_runs_at_a_tiny_size(command: tuple[str, ...]) -> None:
    """From the command line, as the page says."""
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, str(FOLDER / command[0]), *command[1:]]
    done = subprocess.run(words, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout
