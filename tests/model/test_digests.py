"""Digests are those of hashlib, whatever Python brings."""

from __future__ import annotations

import hashlib
import sys

import pytest

from deckgen.model.digests import blake2b, sha1


@pytest.mark.parametrize("has_own", [True, False])
def test_digests_are_those_of_hashlib(has_own: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python has no modules of its own for them, hashlib makes them."""
    if not has_own:
        for module in ("_blake2", "_sha1"):
            monkeypatch.setitem(sys.modules, module, None)
    data = "微信思维".encode()
    assert blake2b(data, 12) == hashlib.blake2b(data, digest_size=12).hexdigest()
    assert sha1(data) == hashlib.sha1(data, usedforsecurity=False).digest()
