"""What is recognised in an author's words: arrows, opposites, steps, questions, quotations.

Every predicate looks at plain words; a mark inside code is no mark (`_richwords.mask`).
"""

from __future__ import annotations

import re

from ...model.richtext import RichText, plain
from ._richwords import mask, split

ARROW = re.compile(r"\s*(?:→|⇒|➔|➜|⟶|-{1,3}>|={1,2}>)\s*")
VERSUS = re.compile(r"(?<=\S)\s*(?<![A-Za-z])[vV][sS]\.?(?![A-Za-z])\s*(?=\S)")
CHAIN_PART_LONGEST = 28  # characters; a longer part is a sentence, which no chevron holds

_DIGITS = "一二三四五六七八九十"
_STEP = re.compile(rf"^第([{_DIGITS}]{{1,3}}|\d{{1,2}})步|^(?:step|Step|STEP)\s*(\d{{1,2}})\b")
_NUMBERED = re.compile(r"^(?:(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[)）])\s*(?=\S)")
_QUESTIONS = re.compile(
    r"^(?:分组|小组|课堂|课后|自由|开放|现场|互动|问题|一起)?(?:讨论|思考|提问)"
    r"(?:题|问题|时间|环节|一下)?(?:[与和](?:讨论|思考|提问|分享|交流|行动))?(?:\s*[：:·—，,!！].*|\s.*)?$"
    r"|^(?:q\s?&\s?a|questions?|discussion)(?:$|\s*[:：].*)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"^\s*[“\"「『](?P<text>.+?)[”\"」』]\s*(?:—{1,2}|–|-{1,2}|──)\s*(?P<by>\S.{0,30})$", re.DOTALL
)
_TRIANGLE = re.compile(r"(?<![长珠])三角(?![洲债函恋戏])|三要素|三大要素|triangle", re.IGNORECASE)

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
)  # fmt: skip
# One character is too little to go by: what follows it must be the same on both sides
SHORT_OPPOSITES = (
    ("旧", "新"),
    ("老", "新"),
    ("利", "弊"),
    ("内", "外"),
    ("前", "后"),
    ("正", "反"),
)


def chain(text: RichText) -> tuple[RichText, ...]:
    """Return the parts of a chain of three or more; nothing when it is none."""
    if not ARROW.search(plain(text)):
        return ()
    parts = split(text, ARROW)
    lengths = [len(plain(part)) for part in parts]
    if len(parts) < 3 or min(lengths) == 0 or max(lengths) > CHAIN_PART_LONGEST:
        return ()
    return parts


def versus(title: RichText) -> tuple[RichText, ...]:
    """Return both sides of `A vs B`; nothing when it is none."""
    if "vs" not in plain(title).lower():
        return ()
    parts = split(title, VERSUS)
    return parts if len(parts) == 2 and all(parts) else ()


def opposites(one: str, other: str) -> tuple[str, str] | None:
    """Return the opposed words that open two titles, in the order of the titles."""
    one, other = one.strip().lower(), other.strip().lower()
    for left, right in OPPOSITES:
        if _opens(one, left) and _opens(other, right):
            return left, right
        if _opens(one, right) and _opens(other, left):
            return right, left
    for left, right in SHORT_OPPOSITES:
        for first, second in ((left, right), (right, left)):
            if one[:1] == first and other[:1] == second and one[1:] == other[1:]:
                return first, second
    return None


def _opens(title: str, word: str) -> bool:
    if not title.startswith(word):
        return False
    return not word.isascii() or not title[len(word) : len(word) + 1].isalpha()


def steps(titles: list[RichText]) -> tuple[int, ...] | None:
    """Return how many characters mark each step (第一步, 1.), or None when they are no steps.

    The numbers must run 1, 2, 3 …: `1.` in `1.5 亿` marks nothing.
    """
    if len(titles) < 2:
        return None
    first = mask(titles[0])
    for pattern in (_STEP, _NUMBERED):
        if not pattern.match(first):
            continue
        marks = [pattern.match(mask(title)) for title in titles]
        found = [match for match in marks if match]
        if len(found) == len(titles) and all(
            _number(next(group for group in match.groups() if group)) == place
            for place, match in enumerate(found, 1)
        ):
            return tuple(match.end() for match in found)
    return None


def _number(digits: str) -> int:
    if digits.isascii():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    if not ten:
        return _DIGITS.find(digits) + 1
    return 10 * (_DIGITS.find(tens) + 1 if tens else 1) + (_DIGITS.find(ones) + 1 if ones else 0)


def is_questions(title: RichText) -> bool:
    """Tell whether a title announces a discussion; 思考方式 does not."""
    return bool(_QUESTIONS.match(plain(title).strip()))


def is_asked(text: RichText) -> bool:
    return plain(text).rstrip(' ”」』"）)').endswith(("？", "?"))


def is_triangle(title: RichText) -> bool:
    return bool(_TRIANGLE.search(plain(title)))


def quoted(text: RichText) -> re.Match[str] | None:
    """Match “words”——speaker; groups `text` and `by`."""
    return _QUOTED.match(mask(text))
