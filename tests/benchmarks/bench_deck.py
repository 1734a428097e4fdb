"""How long a deck takes beside other tools: python tests/benchmarks/bench_deck.py [SLIDES…].

The same outline, sections of twenty slides with six points and a line of notes each, becomes a
deck by `deckgen deck` (reading, measuring, fitting, dividers and agenda included), by a short
script on stock python-pptx, and, where they are installed, by pandoc and PptxGenJS. Each run is a
whole process; printed are medians of wall and CPU seconds and the peak of memory.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
A_SECTION = 20  # slides
SLOW_FROM = 1000  # slides; stock python-pptx and pandoc take half a minute and more
SLOW = ("python-pptx", "pandoc")
PEER = "PptxGenJS"
PHRASES = (
    "让用户说出口碑", "把价值放在服务里", "从客服开始改造渠道", "产品是一切的发动机",
    "用 WeChat 连接每位顾客", "门店是体验的入口", "每天看 100 条反馈", "先做朋友再谈生意",
    "App 只做一件事", "快是最好的服务", "用数据代替经验", "请用户参与 1.0 版的设计",
)  # fmt: skip

PYTHON_PPTX = """
import json, sys
from pptx import Presentation
deck = Presentation()
layout = deck.slide_layouts[1]
for section in json.load(open(sys.argv[1], encoding="utf-8")):
    for page in section["pages"]:
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = page["title"]
        frame = slide.placeholders[1].text_frame
        frame.text = page["points"][0]
        for point in page["points"][1:]:
            frame.add_paragraph().text = point
        slide.notes_slide.notes_text_frame.text = page["notes"]
deck.save(sys.argv[2])
"""

PPTXGENJS = """
const fs = require("fs"), Deck = require("pptxgenjs"), deck = new Deck();
for (const section of JSON.parse(fs.readFileSync(process.argv[1], "utf8"))) {
  for (const page of section.pages) {
    const slide = deck.addSlide();
    slide.addText(page.title, {x: 0.5, y: 0.3, w: 9, h: 0.8, fontSize: 28, bold: true});
    const points = page.points.map((text) => ({text, options: {bullet: true, breakLine: true}}));
    slide.addText(points, {x: 0.5, y: 1.3, w: 9, h: 4, fontSize: 18});
    slide.addNotes(page.notes);
  }
}
deck.writeFile({fileName: process.argv[2]});
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds by the wall and of the processor, and its peak in MB."""

    wall: float
    cpu: float
    peak: float


def line(random_: random.Random) -> str:
    """A point of 12 to 28 characters."""
    length = random_.randint(12, 28)
    text = ""
    while len(text) < length:
        text += ("，" if text else "") + random_.choice(PHRASES)
    return text[:length].rstrip("，")


def outline(slides: int) -> list[dict[str, object]]:
    """The outline as plain data: sections of pages."""
    random_ = random.Random(7)
    pages = [
        {
            "title": f"第{number}页：{line(random_)[:14]}",
            "points": [line(random_) for _ in range(6)],
            "notes": f"{line(random_)}。{line(random_)}。",
        }
        for number in range(1, slides + 1)
    ]
    return [
        {"title": f"第{start // A_SECTION + 1}章", "pages": pages[start : start + A_SECTION]}
        for start in range(0, slides, A_SECTION)
    ]


def as_yaml(sections: list) -> str:
    lines = ["title: 基准", "topics:"]
    for section in sections:
        lines += [f"- {section['title']}:"]
        for page in section["pages"]:
            lines += [f"  - title: {page['title']}", "    points:"]
            lines += [f"    - {point}" for point in page["points"]]
            lines += [f"    notes: {page['notes']}"]
    return "\n".join(lines) + "\n"


def as_markdown(sections: list) -> str:
    lines = ["% 基准"]
    for section in sections:
        lines += ["", f"# {section['title']}"]
        for page in section["pages"]:
            lines += ["", f"## {page['title']}", ""]
            lines += [f"- {point}" for point in page["points"]]
            lines += ["", "::: notes", "", page["notes"], "", ":::"]
    return "\n".join(lines) + "\n"


def commands(folder: Path, slides: int, modules: str) -> dict[str, list[str]]:
    """Write the sources; return each tool's command, its target last."""
    sections = outline(slides)
    data, yaml, markdown = (folder / f"{slides}.{end}" for end in ("json", "yaml", "md"))
    data.write_text(json.dumps(sections, ensure_ascii=False), "utf-8")
    yaml.write_text(as_yaml(sections), "utf-8")
    markdown.write_text(as_markdown(sections), "utf-8")
    found = {
        "deckgen": [sys.executable, "-m", "deckgen", "deck", str(yaml), "-q", "-o"],
        "python-pptx": [sys.executable, "-c", PYTHON_PPTX, str(data)],
    }
    if shutil.which("pandoc"):
        found["pandoc"] = ["pandoc", "-t", "pptx", "--slide-level=2", str(markdown), "-o"]
    if has_pptxgenjs(modules):
        found["PptxGenJS"] = ["node", "-e", PPTXGENJS, str(data)]
    return {tool: [*command, str(folder / f"{tool}.pptx")] for tool, command in found.items()}


def environment(modules: str) -> dict[str, str]:
    """Return the environment of every tool; an installed deckgen has its byte code beside it."""
    paths = {"PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.getenv("PYTHONPATH"))))}
    if modules:
        paths["NODE_PATH"] = str(Path(modules).resolve())
    known = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**known, **paths}


def has_pptxgenjs(modules: str) -> bool:
    if not shutil.which("node"):
        return False
    ask = ["node", "-e", "require.resolve('pptxgenjs')"]
    return not subprocess.run(ask, env=environment(modules), capture_output=True).returncode


def measure(command: list[str], modules: str) -> Cost:
    """Run a command to its end; what is counted is the process alone, not its siblings."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment(modules), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(costs: list[Cost]) -> Cost:
    return Cost(
        *(statistics.median(getattr(cost, name) for cost in costs) for name in Cost.__slots__)
    )


def report(found: dict[tuple[str, int], Cost], sizes: list[int]) -> None:
    """Print a table a tool, in Markdown."""
    print("| tool | slides | wall s | CPU s | peak MB | ms a slide |")
    print("|---|---|---|---|---|---|")
    for (tool, slides), cost in found.items():
        print(
            f"| {tool} | {slides:,} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f} "
            f"| {1000 * cost.wall / slides:.2f} |"
        )
    print()
    for tool, slides in found:
        if tool == PEER and ("deckgen", slides) in found:
            share = found["deckgen", slides].cpu / found[tool, slides].cpu
            print(f"{slides:,} slides: deckgen takes {share:.2f} times {tool}'s CPU time")
    for tool in dict.fromkeys(tool for tool, _ in found):
        told = [(size, found[tool, size].cpu) for size in sizes if (tool, size) in found]
        for (few, one), (many, other) in itertools.pairwise(told):
            growth = (other / many) / (one / few)
            added = 1000 * (other - one) / (many - few)
            print(
                f"{tool}: from {few:,} to {many:,} slides, a slide's CPU time grows {growth:.2f} "
                f"times, and each further slide takes {added:.2f} ms"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("slides", nargs="*", type=int, default=[20, 200, 2000])
    parser.add_argument("--runs", type=int, default=3, help="of which the median is printed")
    parser.add_argument("--skip-slow", action="store_true", help="leave out peers where slow")
    parser.add_argument("--node-modules", default="", help="the folder that holds pptxgenjs")
    asked = parser.parse_args()
    found: dict[tuple[str, int], Cost] = {}
    with tempfile.TemporaryDirectory() as name:
        for slides in asked.slides:
            costs: dict[str, list[Cost]] = {}
            told = commands(Path(name), slides, asked.node_modules)
            for turn in range(asked.runs):  # by turns, so that a busy minute is everybody's
                for tool, command in told.items():
                    is_slow = tool in SLOW and slides >= SLOW_FROM
                    if not is_slow or (turn == 0 and not asked.skip_slow):
                        costs.setdefault(tool, []).append(measure(command, asked.node_modules))
            found.update(((tool, slides), median(each)) for tool, each in costs.items())
    report(found, asked.slides)


if __name__ == "__main__":
    main()
