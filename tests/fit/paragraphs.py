"""Paragraphs of mixed text, the same every time, and the boxes that they are set in."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

SIZES = (14, 16, 18, 20, 24, 32)
WIDTHS = (130, 190, 260, 340, 480)  # points
CLAUSES = (
    "微信公众平台让每个人都能与用户直接对话", "连接人与服务", "产品经理要回到现场",
    "把口碑做成增长的发动机", "谁离用户近谁就活得久", "渠道变革不是换一块招牌",
    "销售与服务从此一体化", "从客服开始改造流程", "参与感的三三法则", "先做爆品再做粉丝",
    "开放参与节点", "设计互动方式", "扩散口碑事件", "第一是专注", "第二是极致",
    "后来的故事大家都知道", "因此用户体验决定一切", "互联网思维的七字诀", "少即是多",
    "十年以前的门店只等顾客上门", "把每一次抱怨当成礼物",
)  # fmt: skip
FOREIGN = (
    "用{}做客服", "每天看{}条反馈", "在{}里建群", "比{}便宜一半", "发布了{}", "从{}说起",
    "{}的下一步", "约{}的人", "靠{}活下来",
)  # fmt: skip
WORDS = (
    "WeChat", "iPhone", "App", "O2O", "CRM", "Deep Work", "minimum viable product", "Wi-Fi",
    "C++", "Node.js", "word of mouth", "iOS 9.3", "growth", "A/B", "VIP", "e-mail", "KPI",
    "MVP", "2012年", "1,000", "3.5%", "100%", "10,000", "v2.0", "12:30", "2015-08-17", "7×24",
    "80/20", "No.1", "¥299", "$49.90", "20多",
)  # fmt: skip
PAIRS = ("“{}”", "《{}》", "（{}）", "「{}」", "‘{}’", "【{}】", "“{}”", "《{}》", "（{}）")
PAUSES = ("，", "，", "，", "，", "、", "；", "：", "——", "·", "～", ", ")
ENDS = ("。", "。", "。", "！", "？", "……", ". ")


@dataclass(frozen=True)
class Sample:
    """A paragraph at a size, in a width (both in points); `link` is the stretch that is linked."""

    text: str
    size: int
    width: int
    link: tuple[int, int] = (0, 0)


def linked(samples: Iterable[Sample]) -> Iterator[Sample]:
    """Yield each paragraph with a link of 3 to 60 characters somewhere in it."""
    for number, sample in enumerate(samples):
        dice = random.Random(number)
        start = dice.randrange(len(sample.text))
        yield replace(sample, link=(start, start + dice.choice((3, 8, 15, 30, 60))))


def samples(count: int, turns: int) -> list[Sample]:
    """Return `count` paragraphs, each at so many of the thirty pairs of a size and a width."""
    places = list(itertools.product(SIZES, WIDTHS))
    step = len(places) // turns
    return [
        Sample(_paragraph(random.Random(number)), *places[(number + turn * step) % len(places)])
        for turn in range(turns)
        for number in range(count)
    ]


def _paragraph(dice: random.Random) -> str:
    """Return one to four sentences of one to four clauses, every third with foreign words."""
    text = ""
    for _ in range(dice.randint(1, 4)):
        clauses = [_clause(dice) for _ in range(dice.randint(1, 4))]
        for clause in clauses[:-1]:
            text += clause + dice.choice(PAUSES)
        text += clauses[-1] + dice.choice(ENDS)
    return text.strip()


def _clause(dice: random.Random) -> str:
    clause = dice.choice(CLAUSES)
    if dice.random() < 0.35:
        space = dice.choice(("", " "))
        clause = dice.choice(FOREIGN).format(f"{space}{dice.choice(WORDS)}{space}")
    return dice.choice(PAIRS).format(clause) if dice.random() < 0.15 else clause.strip()
