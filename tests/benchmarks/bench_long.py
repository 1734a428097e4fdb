"""Print how the time of plan, deck and map grows with the length of one text, and its memory.

Of every kind in `long_texts.py`, in every place where a text may stand.

python tests/benchmarks/bench_long.py [--lengths 10000 100000] [--kinds han versus] [--places title]
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from long_texts import KINDS, long_text  # noqa: E402

POINTS = ["让用户说出口碑", "把价值放在服务里"]
COMMANDS = {"plan": "", "deck": "out.pptx", "map": "out.svg"}
PLACES: dict[str, Callable[[str], dict[str, object]]] = {
    "title": lambda text: {"title": text, "points": POINTS},
    "gist": lambda text: {"title": "甲", "gist": text, "points": POINTS},
    "point": lambda text: {"title": "甲", "points": [text, *POINTS]},
    "notes": lambda text: {"title": "甲", "notes": text, "points": POINTS},
    "cell": lambda text: {"title": "甲", "table": [["列", "行"], [text, "格"]]},
    "quote": lambda text: {"title": "甲", "quote": {"text": text, "by": "某人"}},
    "code": lambda text: {"title": "甲", "code": {"lang": "python", "text": text}},
    "label": lambda text: {"title": "甲", "relates": [{"to": "b", "label": text}]},
}


class Taken(NamedTuple):
    """What a whole process took: seconds of the processor, peak memory in MB, its exit code."""

    seconds: float
    peak: float
    code: int


def taken(command: str, place: str, text: str, folder: Path) -> Taken:
    """Run deckgen on an outline that has this text in this place."""
    topics = [PLACES[place](text), {"title": "第二个", "id": "b"}]
    path = folder / "long.yaml"
    path.write_text(json.dumps({"title": "题", "topics": topics}, ensure_ascii=False), "utf-8")
    words = [sys.executable, "-m", "deckgen", command, str(path)]
    if name := COMMANDS[command]:
        words += ["-o", str(folder / name)]
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    process = os.posix_spawn(sys.executable, words, known, file_actions=silent)
    stop = threading.Timer(60, os.kill, (process, signal.SIGKILL))
    stop.start()
    _, status, used = os.wait4(process, 0)
    stop.cancel()
    return Taken(
        used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)
    )


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--lengths", nargs=2, type=int, default=[10_000, 100_000])
    words.add_argument("--kinds", nargs="+", default=list(KINDS), choices=list(KINDS))
    words.add_argument("--places", nargs="+", default=list(PLACES), choices=list(PLACES))
    words.add_argument("--commands", nargs="+", default=list(COMMANDS), choices=list(COMMANDS))
    asked = words.parse_args()
    start = time.perf_counter()
    print("| kind | place | command | short | long | growth | MB | exit |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for kind in asked.kinds:
            short, long = (long_text(kind, length) for length in asked.lengths)
            for place in asked.places:
                for command in asked.commands:
                    first = taken(command, place, short, Path(name))
                    last = taken(command, place, long, Path(name))
                    times = f"{first.seconds:.2f} | {last.seconds:.2f}"
                    growth = f"{last.seconds / first.seconds:.1f}"
                    row = (kind, place, command, times, growth, f"{last.peak:.0f}", str(last.code))
                    print(f"| {' | '.join(row)} |", flush=True)
    print(f"\nin {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
