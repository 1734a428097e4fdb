"""What the whole of the tests is told on the command line."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

# of a product's tests one in so many is run, unless DECKGEN_MANY_DECKS=1 asks for all; it divides
# neither how many outlines there are nor how many themes, so that each of them has its turn
TURN = 7
MANY = 4  # files that are worth a process for each core
OUTSIDE = ("office", "browser")  # the marks of files that start another program, seconds each
FIGURES = "figures"

os.environ["LANGUAGE"] = "en"  # messages are compared in English, whatever the locale


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --accept` takes what the goldens have become; read the change before you commit."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/goldens")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long, and let the tests of a product (theme x layout x …) take turns.

    A file with a program of others in it, last of all, would keep one core waiting for the other.
    """
    slow = {item.path for item in items if any(map(item.get_closest_marker, OUTSIDE))}
    items.sort(key=lambda item: item.path not in slow)
    if os.environ.get("DECKGEN_MANY_DECKS") == "1":
        return
    seen = Counter[str]()
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        name = item.nodeid.partition("[")[0]
        is_product = item.get_closest_marker("product") is not None
        (left if is_product and seen[name] % TURN else kept).append(item)
        seen[name] += 1
    config.hook.pytest_deselected(items=left)
    items[:] = kept


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run a few files in one process: they are done before others have started."""
    files = [Path(word.partition("::")[0]).is_file() for word in config.args]
    return 0 if all(files) and len(files) < MANY else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have found out, beyond that it is right."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, line in report.user_properties:
            if name == FIGURES:
                terminalreporter.write_line(str(line))


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """What prints a line at the end of the run, whichever process the test was run in."""
    return lambda line: record_property(FIGURES, line)


@pytest.fixture
def accepts(request: pytest.FixtureRequest) -> bool:
    """Whether the goldens are to be rewritten."""
    return bool(request.config.getoption("--accept"))
