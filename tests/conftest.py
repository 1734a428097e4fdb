"""What the whole of the tests is told on the command line."""

from __future__ import annotations

import os
from collections import Counter

import pytest

TURN = 3  # of a product's tests one in so many is run, unless DECKGEN_MANY_DECKS=1 asks for all


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --accept` takes what the goldens have become; read the change before you commit."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/goldens")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let the tests of a product (theme x layout x …) take turns, for a run in three minutes."""
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


@pytest.fixture
def accepts(request: pytest.FixtureRequest) -> bool:
    """Whether the goldens are to be rewritten."""
    return bool(request.config.getoption("--accept"))
