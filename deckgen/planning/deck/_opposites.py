"""What sets two points against each other: opposed words, a denial, a title that joins both."""

from __future__ import annotations

import re

from ...model.regex import regex

# Either order; a word must open the title of its point
OPPOSITES = (
    ("过去", "现在"), ("过去", "如今"), ("过去", "今天"), ("过去", "未来"),
    ("以前", "现在"), ("以前", "如今"), ("从前", "现在"), ("从前", "如今"),
    ("以往", "现在"), ("以往", "如今"), ("曾经", "现在"), ("昨天", "今天"),
    ("之前", "之后"), ("改造前", "改造后"), ("转型前", "转型后"),
    ("传统", "互联网"), ("传统", "现代"), ("传统", "移动"), ("传统", "新"),
    ("线上", "线下"), ("优点", "缺点"), ("优势", "劣势"), ("好处", "坏处"), ("长处", "短处"),
    ("横向", "纵向"), ("内部", "外部"), ("对内", "对外"), ("国内", "国外"),
    ("正面", "反面"), ("正方", "反方"), ("支持", "反对"), ("成功", "失败"), ("误区", "正解"),
    ("痛点", "解决"), ("痛点", "做法"), ("痛点", "方案"), ("痛点", "对策"), ("痛点", "办法"),
    ("问题", "解决"), ("问题", "做法"), ("问题", "方案"), ("问题", "对策"), ("问题", "办法"),
    ("before", "after"), ("past", "present"), ("then", "now"), ("old", "new"), ("pros", "cons"),
    ("online", "offline"), ("problem", "solution"), ("strength", "weakness"),
    ("strengths", "weaknesses"), ("advantage", "disadvantage"), ("do", "don't"), ("dos", "don'ts"),
    ("inside", "outside"), ("right", "wrong"), ("theory", "practice"),
    ("错误", "正确"), ("理论", "实践"), ("理想", "现实"), ("口号", "落实"), ("误区", "真相"),
    ("误解", "真相"), ("主动", "被动"), ("短期", "长期"), ("显性", "隐性"), ("宏观", "微观"),
    ("机会", "风险"), ("机会", "挑战"), ("投入", "产出"), ("成本", "收益"), ("感性", "理性"),
    ("单向", "双向"), ("供给", "需求"), ("进攻", "防守"), ("集中", "分散"), ("个人", "团队"),
    ("myth", "fact"), ("cost", "benefit"), ("risk", "opportunity"), ("short term", "long term"),
    ("expectation", "reality"), ("push", "pull"),
)  # fmt: skip
_KINDS = frozenset(("传统", "国内", "内部"))  # words for a kind of thing: the thing must be one
# One character is too little to go by: what follows it must be the same on both sides
SHORT_OPPOSITES = (
    ("旧", "新"),
    ("老", "新"),
    ("利", "弊"),
    ("内", "外"),
    ("前", "后"),
    ("正", "反"),
)
_DENIAL = regex(r"[不没无非未]")
_DENIED = regex(r"[不没无非未有得的]")  # 看得见的 and 看不见的 are one without these
_JOINED = regex(
    r"\s*(?:[与和跟及或、/／&]|还是|或者|到|对|[，,]?\s*(?:而是|而非|不是|不如)|，不"
    r"|(?:and|or|to|(?:, )?not)\b)\s*",
    re.IGNORECASE,
)
_OPENED = regex(r"(?:从|由|不是|是|要|不要|from\s+|not\s+|the\s+)?", re.IGNORECASE)
TAIL_LONGEST = 6  # characters after both: 快与慢的辩证


def opposites(one: str, other: str) -> tuple[str, str] | None:
    """Return the opposed words that open two titles, in the order of the titles."""
    one, other = one.strip().lower(), other.strip().lower()
    for left, right in OPPOSITES:
        for first, second in ((left, right), (right, left)):
            if _opens(one, first) and _opens(other, second):
                rests = one.removeprefix(first), other.removeprefix(second)
                return None if left in _KINDS and _are_strange(*rests) else (first, second)
    for left, right in SHORT_OPPOSITES:
        for first, second in ((left, right), (right, left)):
            if one[:1] == first and other[:1] == second and one[1:] == other[1:]:
                return first, second
    return None


def _opens(title: str, word: str) -> bool:
    if not title.startswith(word):
        return False
    rest = title[len(word) :]
    if word.isascii() and rest[:1] == "s":
        rest = rest[1:]  # pros, problems
    return not word.isascii() or not (rest[:1].isalpha() or rest[:1] in ("'", "’"))


def _are_strange(one: str, other: str) -> bool:
    """Tell whether two names have nothing in common: 传统节日 is not set against 互联网公司."""
    return bool(one and other) and not set(one) & set(other)


def _differing(one: str, other: str) -> tuple[str, str]:
    """Return what tells two Chinese names apart: 地段 and 流量 of 地段思维 and 流量思维."""
    if one.isascii() or other.isascii():
        return one, other
    tail = _alike(one[::-1], other[::-1])
    one, other = one[: len(one) - tail], other[: len(other) - tail]
    head = _alike(one, other)
    return one[head:].strip(), other[head:].strip()


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def is_denied(one: str, other: str) -> bool:
    """Tell whether one title is the other with a denial: 看得见的 and 看不见的, 会员 and 非会员."""
    denials = sum(1 for title in (one, other) if _DENIAL.search(title))
    bare = _DENIED.sub("", one)
    return denials == 1 and bool(bare) and bare == _DENIED.sub("", other)


def are_joined(title: str, one: str, other: str) -> bool:
    """Tell whether a title is made of both: 快与慢, 从单品到平台, 不是卖产品，而是经营客户."""
    words, one, other = (text.strip().lower() for text in (title, one, other))
    bare = _differing(one, other)
    for first, second in ((one, other), (other, one), bare, bare[::-1]):
        start = words.find(first)
        end = words.find(second, start + len(first))
        if not first or not second or start < 0 or end < 0:
            continue
        between = words[start + len(first) : end]
        if (
            _OPENED.fullmatch(words[:start])
            and _JOINED.fullmatch(between)
            and len(words) - end - len(second) <= TAIL_LONGEST
        ):
            return True
    return False
