"""What HTML files are made of: our style and script, their hashes, a file's own words."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files

from ..model.deck import Properties
from ._markup import quoted


@cache
def part(name: str) -> str:
    """Return a file of `data/html/`."""
    return files("deckgen").joinpath("data", "html", *name.split("/")).read_text("utf-8")


def hash_of(text: str) -> str:
    """Return what a policy names a script or style by (https://www.w3.org/TR/CSP3/)."""
    from hashlib import sha256  # loads OpenSSL, 4 ms, and most formats have no policy

    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def meta_of(properties: Properties) -> str:
    """Return the tags that say who wrote the file, and of what."""
    words = {
        "author": properties.author,
        "description": properties.subject,
        "keywords": properties.keywords,
    }
    return "".join(
        f'<meta name="{name}" content="{quoted(text)}">\n' for name, text in words.items() if text
    )
