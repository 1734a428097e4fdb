"""Print how the time of plan, deck and map grows with the length of one text, of many kinds.

python tests/benchmarks/bench_long.py [--lengths 10000 100000] [--kinds han versus] [--places title]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from long_texts import KINDS, long_text  # noqa: E402

POINTS = ["让用户说出口碑", "把价值放在服务里"]
COMMANDS = {"plan": (), "deck": ("-o", "out.pptx"), "map": ("-o", "out.svg")}
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


def seconds(command: str, place: str, text: str, folder: Path) -> tuple[float, int]:
    """Return the processor time of a whole process, and its exit code."""
    topics = [PLACES[place](text), {"title": "第二个", "id": "b"}]
    path = folder / "long.yaml"
    path.write_text(json.dumps({"title": "题", "topics": topics}, ensure_ascii=False), "utf-8")
    words = [sys.executable, "-m", "deckgen", command, str(path), *COMMANDS[command]]
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    before = os.times()
    try:
        done = subprocess.run(
            words, cwd=folder, env=known, capture_output=True, timeout=60, check=False
        )
    except subprocess.TimeoutExpired:
        return float("inf"), -1
    after = os.times()
    used = after.children_user - before.children_user
    return used + after.children_system - before.children_system, done.returncode


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--lengths", nargs=2, type=int, default=[10_000, 100_000])
    words.add_argument("--kinds", nargs="+", default=list(KINDS), choices=list(KINDS))
    words.add_argument("--places", nargs="+", default=list(PLACES), choices=list(PLACES))
    words.add_argument("--commands", nargs="+", default=list(COMMANDS), choices=list(COMMANDS))
    asked = words.parse_args()
    start = time.perf_counter()
    print(
        "| kind | place | command | short | long | growth | exit |\n|---|---|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as name:
        for kind in asked.kinds:
            short, long = (long_text(kind, length) for length in asked.lengths)
            for place in asked.places:
                for command in asked.commands:
                    first, _ = seconds(command, place, short, Path(name))
                    last, code = seconds(command, place, long, Path(name))
                    row = (kind, place, command, f"{first:.2f}", f"{last:.2f}")
                    print(f"| {' | '.join(row)} | {last / first:.1f} | {code} |", flush=True)
    print(f"\nin {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
