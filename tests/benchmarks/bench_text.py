"""Print how many characters a second are measured, wrapped, balanced and fitted.

python tests/benchmarks/bench_text.py
"""

from __future__ import annotations

import time
from collections.abc import Callable

from deckgen.model.richtext import Run, rich
from deckgen.model.style import TextStyle
from deckgen.model.units import Size, pt
from deckgen.text.fit import Flow, fit
from deckgen.text.wrap import wrap

BODY = TextStyle("body", (24, 20, 18, 16), before_pt=6)
SENTENCE = (
    "微信公众平台2012年8月上线，到2015年已有1,000多万个账号；"
    "《连接》一书说：“连接人与服务（O2O）”……"
)
LONG = [f"第{number}段：{SENTENCE * 4}" for number in range(250)]
SHORT = [f"第{number}点：让用户说出口碑，把价值放在服务里" for number in range(5000)]
TITLES = [f"法则{number}：极致思维的上帝条款，把用户价值放在上帝的位置上" for number in range(500)]


def report(name: str, characters: int, work: Callable[[], object]) -> None:
    """Run `work` once and print its speed."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(f"{name:34} {characters / seconds:12,.0f} characters/s {1000 * seconds:8.1f} ms")


def length(texts: list[str]) -> int:
    return sum(map(len, texts))


def main() -> None:
    wrap(rich("暖 up"), BODY, 18, pt(10))  # tables are read once
    wide, narrow, room = pt(2000), pt(340), Size(pt(340), pt(300))
    plain_runs = [rich(text) for text in SHORT]
    mixed_runs = [(Run(text[:8]), Run(text[8:], bold=True)) for text in SHORT]
    flows = [(Flow(rich(f"又{text}"), BODY),) for text in LONG]
    report("one line", length(SHORT), lambda: [wrap(r, BODY, 18, wide) for r in plain_runs])
    report("two runs", length(SHORT), lambda: [wrap(r, BODY, 18, wide) for r in mixed_runs])
    report("wrapped", length(LONG), lambda: [wrap(rich(t), BODY, 18, narrow) for t in LONG])
    report("fitted, four steps", length(LONG), lambda: [fit(flow, room) for flow in flows])
    wrap(rich("把用户价值放在"), BODY, 18, pt(60), balance=True)  # loads the word list
    report(
        "balanced titles, two or three lines",
        length(TITLES),
        lambda: [wrap(rich(t), BODY, 32, narrow, balance=True) for t in TITLES],
    )


if __name__ == "__main__":
    main()
