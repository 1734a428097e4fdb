"""What to type when something of the installation is missing: true for a checkout, too.

An extra is named by its packages, for that mends every kind of installation; what deckgen itself
brought is had again from where it came.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

# The name on the package index, where `deckgen` is somebody else's: a tool for Anki cards that has
# the same folder and the same command (https://pypi.org/project/deckgen/, seen in December 2026)
DISTRIBUTION = "deckgen-zh"
NAMESAKE = "deckgen"

EXTRAS = {
    "code": ("pygments",),
    "fonts": ("fonttools", "brotli"),
    "graphviz": ("pygraphviz",),
    "words": ("rjieba",),
}
_HOME = Path(__file__).resolve().parent.parent


def add(extra: str) -> str:
    """Return the command that installs what an extra brings."""
    return f"pip install {' '.join(EXTRAS[extra])}"


def again() -> str:
    """Return the command that lays deckgen's own files anew, and touches no other package."""
    return f"pip install --force-reinstall --no-deps {_source()}"


def _source() -> str:
    """Return where this deckgen came from: a checkout, a file or address, or the index."""
    if (_HOME / "pyproject.toml").is_file():
        return f"-e {_quoted(str(_HOME))}"
    return _quoted(_address()) or DISTRIBUTION


def _address() -> str:
    """Return the address that pip noted; none where deckgen came from an index.

    https://packaging.python.org/en/latest/specifications/direct-url/
    """
    import json
    from importlib import metadata

    try:
        noted = metadata.distribution(DISTRIBUTION).read_text("direct_url.json")
        return str(json.loads(noted or "{}").get("url", ""))
    except (metadata.PackageNotFoundError, ValueError, AttributeError):
        return ""


def _quoted(words: str) -> str:
    if not words:
        return ""
    return f'"{words}"' if os.name == "nt" else shlex.quote(words)
