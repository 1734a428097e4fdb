"""What the whole of the tests is told on the command line."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --accept` takes what the goldens have become; read the change before you commit."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/goldens")


@pytest.fixture
def accepts(request: pytest.FixtureRequest) -> bool:
    """Whether the goldens are to be rewritten."""
    return bool(request.config.getoption("--accept"))
