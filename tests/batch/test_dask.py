"""The same call on an engine that others use for their clusters: Dask, with two workers here.

https://distributed.dask.org/en/stable/api.html#distributed.Client.get_executor
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batch.talks import TALK, contents, put

from deckgen import Outcome, build_outlines

distributed = pytest.importorskip("distributed", reason="Dask is not here: deckgen[test-dask]")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Two workers, each a process of its own."""
    options = {"threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(2, **options) as cluster, distributed.Client(cluster) as client:
        yield client


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_dask_makes_the_same_bytes(client: Any) -> None:
    """Its workers read what the caller would read, from wherever they stand."""
    for name in "abc":
        put(f"in/{name}.yaml", f"theme: mine\n{TALK}")
    put("in/bad.yaml", "title: 书\ntoppics: x\n")
    put("themes/mine.yaml", "extends: ink\n")
    here = build_outlines(["in"], output="here", formats=["pptx", "svg"])
    there = build_outlines(
        ["in"], output="there", formats=["pptx", "svg"], executor=client.get_executor()
    )
    assert [one.status for one in there] == ["written", "written", "failed", "written"]
    assert [one.problems for one in there] == [one.problems for one in here]
    assert contents("there") == contents("here")


def test_a_worker_that_dies_costs_nothing(client: Any) -> None:
    """What it was at is done again by another; no file is half there, and none is missing."""
    for number in range(24):
        put(f"in/{number:02}.yaml", TALK + f"- 更多: [甲, 乙, 丙{number}]\n" * 20)
    pids = client.run(os.getpid)
    killed: list[int] = []

    def kill_one(_: Outcome) -> None:
        if not killed:
            killed.append(min(pids.values()))
            os.kill(killed[0], signal.SIGKILL)

    found = build_outlines(["in"], formats=["svg"], executor=client.get_executor(), tell=kill_one)
    assert killed
    assert [one.status for one in found] == ["written"] * 24
    build_outlines(["in"], output="here", formats=["svg"])
    assert contents() == contents("here")
    assert killed[0] not in client.run(os.getpid).values()
