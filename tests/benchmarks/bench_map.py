"""How long a map takes: `python tests/benchmarks/bench_map.py [NODES…] [--runs N]`.

Prints, for each number of nodes, the layout alone, that of d3-flextree on the same boxes where node
finds it (NODE_PATH), `deckgen map` from YAML to each format as a process of its own, and, where
they are installed, Graphviz's own dot and twopi, which lay the same tree out from DOT and write it
as SVG. Then PNG beside `dot -Tpng` on the same tree and SVG beside the bare interpreter, in turn,
with the peak of their memory, and every structure in this process, its words measured already. All
are CPU seconds, which other programs on the machine change least. A dash stands for what takes more
than a minute, or is not there.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deckgen import registry
from deckgen.layouts.maps._cards import Card
from deckgen.layouts.maps._sheet import Arrange, Sheet, structure
from deckgen.layouts.maps._tidy import Tree, tidy
from deckgen.pipeline import Themes, read_outline
from deckgen.planning.mindmap.build import plan_map
from deckgen.problems import Report

WORDS = "产品是口碑的发动机，社会化媒体是加速器，用户关系是信任的底座"
PICTURE = 200  # nodes of the map that is drawn beside Graphviz's
FORMATS = {"svg": 20_000, "dot": 20_000, "pdf": 20_000, "png": 2_000}  # up to so many nodes
ENGINES = tuple(filter(shutil.which, ("dot", "twopi")))
PATIENCE = 60  # seconds
FLEXTREE = """
const {flextree} = require('d3-flextree');
const [children, sizes] = JSON.parse(require('fs').readFileSync(0));
const layout = flextree({children: i => children[i].length ? children[i] : null,
                         nodeSize: n => [sizes[n.data], sizes[n.data]], spacing: 50});
const times = [1, 2, 3, 4, 5].map(() => {
  const tree = layout.hierarchy(0), start = process.cpuUsage();
  layout(tree);
  const {user, system} = process.cpuUsage(start);
  return user + system;
});
console.log(Math.min(...times));
"""


def outline(count: int) -> str:
    """An outline of so many topics below the root: branches of six points with four each."""
    lines = ["title: 大图", "topics:"]
    for made in range(count):
        branch, place = divmod(made, 31)
        words = WORDS[made % 12 : made % 12 + 8 + made % 5]
        if place == 0:
            lines += [f"- 第{branch}章{words}:", f"    gist: {words}", "    points:"]
        elif place % 5 == 1:
            lines.append(f"    - 要点{made} Point:")
        else:
            lines.append(f"      - {words}{made}")
    return "\n".join(lines).removesuffix(":") + "\n"


def boxes(count: int) -> tuple[list[list[int]], list[int]]:
    """A tree of the same shape, and how long and broad its boxes are."""
    children: list[list[int]] = [[] for _ in range(count + 1)]
    branch = point = 0
    for made in range(count):
        place = made % 31
        parent = 0 if place == 0 else branch if place % 5 == 1 else point
        children[parent].append(made + 1)
        branch, point = (made + 1, point) if place == 0 else (branch, point)
        point = made + 1 if place % 5 == 1 else point
    return children, [1000 + made % 7 * 100 for made in range(count + 1)]


def tidy_seconds(count: int, tries: int) -> float:
    """The layout alone; the best of some, as below."""
    children, sizes = boxes(count)

    def once() -> float:
        start = time.process_time()
        tidy(Tree(children, sizes, sizes, [50] * (count + 1)))
        return time.process_time() - start

    return min(once() for _ in range(tries))


def flextree_seconds(count: int) -> float:
    """The layout alone by d3-flextree, in a process that is warm; infinity where it is missing."""
    if not shutil.which("node"):
        return math.inf
    run = subprocess.run(
        ["node", "-e", FLEXTREE],
        input=json.dumps(boxes(count)),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    return float(run.stdout) / 1_000_000 if run.returncode == 0 else math.inf


def process_seconds(source: Path, format: str) -> float:
    """The command, from start to end."""
    target = source.with_suffix(f".{format}")
    return seconds([sys.executable, "-m", "deckgen", "map", str(source), "-o", str(target), "-q"])


def engine_seconds(engine: str, source: Path) -> float:
    """Graphviz's program on our own DOT file."""
    return seconds([engine, "-Tsvg", "-o", str(source.with_suffix(".svg")), str(bare(source))])


def bare(source: Path) -> Path:
    """Our own DOT file of a map, without the places that it carries."""
    file = source.with_suffix(".bare.dot")
    lines = source.with_suffix(".dot").read_text("utf-8")
    file.write_text(re.sub(r' (?:pos|lp|bb)="[^"]*"', "", lines), "utf-8")
    return file


def pictures(folder: Path, tries: int) -> None:
    """PNG beside Graphviz's, and SVG beside Python alone: medians, the peak in megabytes."""
    source = folder / "picture.yaml"
    source.write_text(outline(PICTURE), encoding="utf-8")
    process_seconds(source, "dot")
    ours = [sys.executable, "-m", "deckgen", "map", str(source), "-q", "-o"]
    commands = {
        "png": [*ours, str(folder / "picture.png")],
        "dot -Tpng": ["dot", "-Tpng", "-o", str(folder / "dot.png"), str(bare(source))],
        "svg": [*ours, str(folder / "picture.svg")],
        "python": [sys.executable, "-c", "pass"],
    }
    if "dot" not in ENGINES:
        del commands["dot -Tpng"]
    runs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for _ in range(tries):
        for name, command in commands.items():
            runs[name].append(used(command))
    print(f"\n{PICTURE} nodes      wall      CPU       MB")
    for name, took in runs.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*took, strict=True))
        print(f"{name:>12} {wall:>8.3f} {cpu:>8.3f} {peak:>8.1f}")


def used(command: list[str]) -> tuple[float, float, float]:
    """Run a command: seconds by the wall, of the processor, and its peak in megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def seconds(command: list[str]) -> float:
    """Run a command, and return the CPU seconds it took; infinity when it takes too long."""
    known = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = _children_seconds()
    try:
        subprocess.run(command, check=True, env=known, timeout=PATIENCE, stderr=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return math.inf
    return _children_seconds() - start


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def shown(took: float, digits: int = 2) -> str:
    return f"{took:>8.{digits}f}" if took < math.inf else f"{'–':>8}"


@dataclass(eq=False)
class Measured(Sheet):
    """A sheet whose words have been measured already."""

    cards: list[Card] = field(default_factory=list)

    def measure(self, *_given: object, **_named: object) -> list[Card]:
        return list(self.cards)


def structure_seconds(sources: Sequence[Path], tries: int) -> dict[str, list[float]]:
    """Every structure at each size, sizes in turn, for the machine may be slower by and by."""
    gc.disable()
    ready = [measured(source) for source in sources]
    took: dict[str, list[float]] = {}
    for name in registry.map_layouts().builtins:
        if name != "auto":
            arrange = structure(name)
            runs = [[_seconds(arrange, sheet) for sheet in ready] for _ in range(tries)]
            took[name] = [min(column) for column in zip(*runs, strict=True)]
    gc.enable()
    return took


def measured(source: Path) -> Measured:
    outline = read_outline(source)
    mindmap = plan_map(outline, tuple(registry.map_rules().values()), Report())
    theme = Themes().compile(outline, "", Report())
    return Measured(mindmap, theme, Report(), cards=Sheet(mindmap, theme, Report()).measure())


def _seconds(arrange: Arrange, sheet: Sheet) -> float:
    start = time.process_time()
    arrange(sheet)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("nodes", nargs="*", type=int, default=[200, 1_000, 2_000, 20_000])
    parser.add_argument("--runs", type=int, default=5, help="of which the best counts")
    given = parser.parse_args()
    counts, tries = given.nodes, given.runs
    names = (*FORMATS, *(f"gv {engine}" for engine in ENGINES))
    print(f"{'nodes':>7} {'layout':>8} {'flextree':>8} " + " ".join(f"{name:>8}" for name in names))
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            source = Path(folder) / f"map{count}.yaml"
            source.write_text(outline(count), encoding="utf-8")
            row = [
                f"{count:>7} {tidy_seconds(count, tries):>8.4f} {shown(flextree_seconds(count), 4)}"
            ]
            for format, most in FORMATS.items():
                row.append(shown(process_seconds(source, format) if count <= most else math.inf))
            row += [shown(engine_seconds(engine, source)) for engine in ENGINES]
            print(" ".join(row), flush=True)
        pictures(Path(folder), tries)
        every = structure_seconds([Path(folder) / f"map{count}.yaml" for count in counts], tries)
    print(f"\n{'structure':>14} " + " ".join(f"{count:>8}" for count in counts) + "   growth")
    wide = counts[-1] / counts[max(0, len(counts) - 2)]
    for name, took in every.items():
        growth = took[-1] / took[max(0, len(counts) - 2)] / wide
        print(f"{name:>14} " + " ".join(f"{one:>8.4f}" for one in took) + f" {growth:>8.2f}")


if __name__ == "__main__":
    main()
