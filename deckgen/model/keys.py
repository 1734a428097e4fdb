"""Keys of topics: their path in the outline, `t2.1.3`, kept short in the depths.

Slides and nodes that tell the same topic have the same key, and keep it when others change.
"""

from __future__ import annotations

from .digests import sha1

ROOT = "top"  # of the outline itself
PATH_LONGEST = 40  # characters; a path of 2,000 levels would make every key 4,000 long


def child_key(parent: str, place: int) -> str:
    """Return the key of a topic's `place`-th point (from 1)."""
    key = f"{parent}.{place}"
    if len(key) <= PATH_LONGEST:
        return key
    return "t~" + sha1(key.encode()).hex()[:16]
