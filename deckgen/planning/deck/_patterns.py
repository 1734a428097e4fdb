"""What is recognised in an author's words: arrows, steps, questions, quotations.

Every predicate looks at plain words; a mark inside code is no mark (`_richwords.mask`).
"""

from __future__ import annotations

import re

from ...model.regex import regex
from ...model.richtext import RichText, plain
from ._richwords import mask, reach, split

# spaces are looked at from the first of a row alone: from each, a row would cost its square
ARROW = regex(r"(?:(?<!\s)\s++)?(?:[→⇒⟶⟹⇨➔➙➛➜➝➞➡]\ufe0f?|-{1,3}>|={1,2}>)\s*")
VERSUS = regex(r"(?<=\S)\s*(?<![A-Za-z])(?:[vV][sS]\.?|versus)(?![A-Za-z])\s*(?=\S)")
CHAIN_PART_LONGEST = 28  # Han characters; a longer part is a sentence, which no chevron holds

_DIGITS = "一二三四五六七八九十"
_STEP = regex(
    rf"^第([{_DIGITS}]{{1,3}}|\d{{1,2}})步|^步骤\s*([{_DIGITS}]{{1,3}}|\d{{1,2}})"
    r"|^(?:step|Step|STEP)\s*(\d{1,2})\b"
)
_NUMBERED = regex(r"^(?:(\d{1,2})[.．、，](?!\d)|[（(]?(\d{1,2})[)）]|([①-⑳]))\s*(?=\S)")
NUMBERED_LONGEST = 28  # Han characters; a longer one is a clause of a list, not a step
# Things that are numbered to be counted, not to be done in turn
_LISTED = regex(
    r"(?:原则|条款|要点|关键点?|理由|原因|特点|特征|特性|好处|坏处|优点|缺点|误区|建议|问题|错误|方面|类型|种类"
    r"|因素|要素|条件|规则|法则|定律|教训|经验|启示|感悟|心得|收获|声明|须知|观点|结论|维度|能力|理念|思维|趋势|声音"
    r"|[忌戒坑]|纪律|约定|承诺|军规|信条|陷阱|标准|信号|迹象|表现|症状|后果|习惯|品质|角色|疑问|感受|体会|机会|挑战|风险|价值|意义|关键词|案例|例子)$"
    r"|\b(?:reasons?|principles?|tips|rules|points|lessons|traits|types|kinds|factors|benefits|mistakes"
    r"|conditions|findings|ideas|laws|myths|taboos|traps|habits|signs|risks|values|questions|examples)$",
    re.IGNORECASE,
)
# 先…再…最后: what opens the first, each next, and the last
_TURNS = tuple(
    tuple(regex(words, re.IGNORECASE) for words in turn)
    for turn in (
        (r"首先|先(?![生进天锋驱前])", r"再|然后|接着|随后", r"最后|最终|后(?![来者台])"),
        (r"first\b", r"(?:then|next)\b", r"(?:finally|last)\b"),
    )
)
_QUESTIONS = regex(
    r"^(?:分组|小组|课堂|课后|自由|开放|现场|互动|问题|一起)?(?:讨论|思考(?!\s*[，,])|提问|[想聊议]一[想聊议])"
    r"(?:题|问题|时间|环节|一下)?(?:[与和](?:讨论|思考|提问|分享|交流|行动))?(?:\s*[：:·—，,!！].*|\s.*)?$"
    r"|^(?:q\s?&\s?a|(?:discussion\s+)?questions?(?:\s+(?:to|for)\s+\w+)?|(?:open\s+)?discussion)"
    r"(?:$|\s*[:：].*)",
    re.IGNORECASE,
)
_ASKED = regex(
    r"为什么|为何|怎么(?!样都)|怎样|如何|凭什么|哪[里个些]|什么时候|^谁(?!都|也)|(?:吗|呢|怎么办|什么|为何|在哪里?|多少|谁)$"
    r"|会不会|是不是|能不能|要不要|该不该|有没有|行不行"
    r"|^(?:why|how|what|who|whom|when|where|which|should|could|can|is|are|do|does|did|will)\b",
    re.IGNORECASE,
)
_DOUBT = regex(
    r"(?:疑问|疑惑|困惑|疑虑|没想通|没想明白|想不通)(?:的[事地]方?|之处)?$|\b(?:doubts|questions)$",
    re.I,
)
# A name follows the dash; what goes on with 是 or 就 explains the word in quotation marks
_QUOTED = regex(
    r"^\s*[“\"「『](?P<text>.+?)[”\"」』]\s*(?:—{1,2}|–|-{1,2}|──)\s*"
    r"(?P<by>(?![是就即也不让要把从在]|一[个种]|(?:is|the|an?)\s)[^\s“”\"「『][^“”\"「」『』]{0,30})$",
    re.DOTALL,
)
_SAID = regex(
    r"^\s*+(?P<by>[^：:，,。；;“”\"]{2,20}?)\s*(?:曾|常|就)?(?:说过?|写道|讲|告诫|said|says|wrote)\s*[:：,，]\s*"
    r"[“\"「『](?P<text>[^“”\"「」『』]+)[”\"」』]\s*$"
)
_IN_MARKS = regex(r"[“「『](?P<text>[^“”「」『』]+)[”」』]\s*[。.]?")
_HAN = regex(r"[\u4e00-\u9fff]")
_END_OF_NAME = r"(?:$|\s*[：:·|｜（(—–])"
_TRIANGLE = regex(
    rf"(?<![长珠])(?<!百慕大)三角(?:形|关系|模型|结构|法则|理论|架构|支撑|图)?{_END_OF_NAME}"
    rf"|三(?:大|个)?要素(?:模型|缺一不可|图)?{_END_OF_NAME}"
    rf"|(?<!bermuda )\btriangle(?:\s+of\s+\w+)?{_END_OF_NAME}"
    r"|\bthree\s+elements(?:\s+of\s+[\w ]+)?$",
    re.IGNORECASE,
)
_TRIANGLE_LONGEST = 24  # characters; a longer title is a sentence that mentions one


def chain(text: RichText) -> tuple[RichText, ...]:
    """Return the parts of a chain of three or more; nothing when it is none."""
    if not ARROW.search(plain(text)):
        return ()
    parts = split(text, ARROW)
    lengths = [reach(part) for part in parts]
    if len(parts) < 3 or min(lengths) == 0 or max(lengths) > CHAIN_PART_LONGEST:
        return ()
    return parts


def versus(title: RichText) -> tuple[RichText, ...]:
    """Return both sides of `A vs B`; nothing when it is none."""
    words = plain(title).lower()
    if "vs" not in words and "versus" not in words:
        return ()
    parts = split(title, VERSUS)
    return parts if len(parts) == 2 and all(parts) else ()


def steps(titles: list[RichText]) -> tuple[int, ...] | None:
    """Return how many characters mark each step (第一步, 1.), or None when they are no steps.

    The numbers must run 1, 2, 3 …: `1.` in `1.5 亿` marks nothing. 先, 再 and 最后 stay where they
    are. Numbers alone (1. ②) are those of steps only while these are short.
    """
    if len(titles) < 2:
        return None
    if _are_turns([mask(title) for title in titles]):
        return (0,) * len(titles)
    first = mask(titles[0])
    for pattern in (_STEP, _NUMBERED):
        if not pattern.match(first):
            continue
        if pattern is _NUMBERED and max(map(reach, titles)) > NUMBERED_LONGEST:
            return None
        marks = [pattern.match(mask(title)) for title in titles]
        found = [match for match in marks if match]
        if len(found) == len(titles) and all(
            _number(next(group for group in match.groups() if group)) == place
            for place, match in enumerate(found, 1)
        ):
            return tuple(match.end() for match in found)
    return None


def is_listing(title: RichText) -> bool:
    """Tell whether a title announces a row of things that are no steps: 四个关键点, three rules."""
    return bool(_LISTED.search(plain(title).strip()))


def is_marked(titles: list[RichText]) -> bool:
    """Tell whether points are numbered by mere numbers: 1. ② （3）."""
    return bool(titles) and bool(_NUMBERED.match(mask(titles[0])))


def _are_turns(titles: list[str]) -> bool:
    return any(
        bool(start.match(titles[0]))
        and all(following.match(title) for title in titles[1:-1])
        and bool(following.match(titles[-1]) or end.match(titles[-1]))
        for start, following, end in _TURNS
    )


def _number(digits: str) -> int:
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
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


def is_asked_in_words(text: RichText) -> bool:
    """Tell whether a text without its mark would be a question: 老员工不接受新工具怎么办."""
    return bool(_ASKED.search(plain(text).strip().rstrip("。.…")))


def is_doubt(title: RichText) -> bool:
    """Tell whether a title announces questions that the author has: 我的三个疑问."""
    return bool(_DOUBT.search(plain(title).strip()))


def is_triangle(title: RichText) -> bool:
    words = plain(title).strip()
    return len(words) <= _TRIANGLE_LONGEST and bool(_TRIANGLE.search(words))


def quoted(text: RichText) -> re.Match[str] | None:
    """Match “words”——speaker, or 某人说：“words”; groups `text` and `by`.

    A word or two in quotation marks (“互联网+”——新常态) are a term that is explained.
    """
    words = mask(text)
    found = _QUOTED.match(words) or _SAID.match(words)
    if not found:
        return None
    return found if _is_speech(found["text"]) else None


def is_said(text: RichText) -> bool:
    """Tell whether a text is a sentence that stands in quotation marks from end to end."""
    found = _IN_MARKS.fullmatch(mask(text).strip())
    return found is not None and _is_speech(found["text"])


def _is_speech(said: str) -> bool:
    return len(_HAN.findall(said)) >= 4 or len(said.split()) >= 2
