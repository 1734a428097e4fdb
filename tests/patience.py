"""A limit on processor time, for inputs that would take minutes if they were read badly."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

_SLOWEST = 5  # how many times slower than an idle desktop a runner may be


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Fail when what stands inside takes far more than these seconds of an idle desktop.

    Only the order of growth is guarded: a bomb takes minutes everywhere. The heap that earlier
    tests left is kept out of the collector's way, so that the tests' order does not matter.
    """
    gc.freeze()
    start = process_time()
    try:
        yield
    finally:
        gc.unfreeze()
    assert process_time() - start < seconds * _SLOWEST
