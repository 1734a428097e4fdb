"""Digests by the modules that Python has of its own.

`hashlib` takes them from there, too, but loads OpenSSL first: 4 ms, at each start of a run. Where
Python was built without one, hashlib's is taken.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def blake2b(data: bytes, size: int) -> str:
    """Return the BLAKE2b digest of `size` bytes, in hexadecimal digits (RFC 7693)."""
    digest: str = _own("blake2b", "_blake2")(data, digest_size=size).hexdigest()
    return digest


def sha1(data: bytes) -> bytes:
    """Return the SHA-1 digest; it makes names, and keeps no secret (RFC 3174)."""
    digest: bytes = _own("sha1", "_sha1")(data, usedforsecurity=False).digest()
    return digest


def _own(name: str, module: str) -> Any:
    try:
        return getattr(import_module(module), name)
    except ImportError:
        import hashlib

        return getattr(hashlib, name)
