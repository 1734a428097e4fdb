"""Texts without end, of every kind that something in deckgen looks for.

What looks for a mark from every place to the text's end takes quadratic time where the mark is
missing; so each kind is what such a search would stumble over, said again and again.
"""

from __future__ import annotations

KINDS = {
    "han": "让用户说出口碑把价值放在服务里",
    "one word": "abcdefghij",
    "words": "the quick brown fox ",
    "spaces": "a                   ",
    "nothing but spaces": " ",
    "wide spaces": "　甲",
    "hard spaces": "\u00a0a",
    "tabs": "甲\t",
    "lines": "甲\n",
    "zero width": "甲\u200b",
    "versus": "甲 vs 乙 ",
    "arrows": "甲→乙",
    "typed arrows": "a -> b ",
    "numbers of steps": "1. 2. 3. ",
    "steps": "第一步，第二步，",
    "ways": "三种不同",
    "problems": "问题与",
    "years": "1999年2003年",
    "dates": "2012-08 – 2015-09 ",
    "per cent": "30%的人",
    "money": "200 美元，1,000多万",
    "digits": "1234567890",
    "digits with commas": "1,234,567.89 ",
    "wide digits": "１２３",
    "superscripts": "m²",
    "formula": "甲=乙×丙+丁",
    "equals": "=",
    "core": "以甲为核心",
    "promise": "三条：五个",
    "quotation": "“甲乙丙丁”——乙",
    "open quotation": "“甲乙丙",
    "closed quotation": "甲乙丙”",
    "names": "《书名》",
    "open names": "《甲",
    "open brackets": "(（",
    "closed brackets": ")）",
    "nested brackets": "((甲))[[乙]]{{丙}}",
    "bold": "**甲**乙",
    "open bold": "** 甲**",
    "stars": "*",
    "highlights": "==甲==乙",
    "strokes": "~~甲~~",
    "code": "`a` b",
    "growing backticks": "`a``b```c````",
    "links": "[甲](https://a.io/b)",
    "open links": "[",
    "half links": "](",
    "markup": "<a>&b;",
    "addresses": "https://a.io/b 甲",
    "one address": "https://a.io/b/c?d=e&f=",
    "late address": "www.a-",
    "emoji": "😀👍🏽",
    "families": "👨‍👩‍👧",
    "combining": "é́",
    "arabic": "مرحبا بالعالم ",
    "hebrew": "שלום ",
    "thai": "สวัสดีครับ",
    "hangul": "안녕하세요",
    "kana": "こんにちはー",
    "colons": "甲：乙",
    "dashes": "——",
    "questions": "为什么？",
    "dots": "……",
    "dots after latin": "a…",
    "hyphens": "a-b",
    "slashes": "a/b",
    "dollars": "$5",
    "hashes": "#a ",
    "backslashes": "\\",
    "pipes": "甲|乙",
    "sentences": "甲乙丙丁戊。",
}


def long_text(kind: str, length: int) -> str:
    """Return so many characters of a kind, with none but solid ones at the ends."""
    unit = KINDS[kind]
    text = (unit * (length // len(unit) + 1))[:length]
    return text if text.strip() == text else f"a{text[1:-1]}a"
