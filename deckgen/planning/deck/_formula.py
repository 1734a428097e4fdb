"""Formula: an equation in words, `A = B + C` or `B × C = A`, as title, gist or only point.

Terms are short and one of them, at least, is no number; `=>`, `==` and what stands in code are no
equations. Points that are named like terms become their texts; others follow on their own slide.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from ...model.deck import Item, Slide
from ...model.regex import regex
from ...model.richtext import RichText, plain
from ._choice import Choice, Recogniser
from ._richwords import cut, mask, reach

TERM_LONGEST = 14  # Han characters; a longer part is a sentence with a sign in it
MOST = 6
_SPACES = r"(?:(?<!\s)\s++)?"  # a row of them is looked at once, from its first
_SIGN = regex(
    rf"{_SPACES}([＋－−×✕÷＝])\s*|(?<!\s)\s++([-–xX*/])\s+"
    r"|(?<=[\u4e00-\u9fff])([xX])(?=[\u4e00-\u9fff])"
    rf"|{_SPACES}(?<![+])(\+)(?![+])\s*|{_SPACES}(?<![=<>!~≠])(=)(?![=>])\s*"
)
# 口碑=体验-预期: a hyphen between Chinese words, and nothing but these, takes one from the other
_TIGHT = regex(r"[\u4e00-\u9fff]+[=＝][\u4e00-\u9fff]+(?:[-–][\u4e00-\u9fff]+)+")
# An address, an assignment, a name such as C++ that a sign is part of, a call
_CODE = regex(r"://|\+\+|--(?!>)|[-+*/]=|\w\(|\bdef\b|\bvar\b|\blet\b")
_NUMBER = regex(r"[\d.,%\s:：/-]+")
_SHOWN = {
    "/": "÷",
    "＋": "+",
    "＝": "=",
    **dict.fromkeys("-–－", "−"),
    **dict.fromkeys("*xX✕", "×"),
}


def find(slide: Slide) -> Choice | None:
    terms = terms_of(slide.title)
    if terms:
        return _titled(slide, terms)
    terms = terms_of(slide.lead)
    if not terms:
        return None
    reason = f"the gist is an equation of {len(terms)} terms"
    whole = _told(slide, terms)
    if whole:
        return Choice((replace(whole, lead=()),), reason)
    first = replace(slide, lead=(), items=terms)
    rest = replace(slide, key=f"{slide.key}+", lead=(), notes=(), exhibits=(), minutes=0)
    return Choice((first, rest), reason)


def hold(slide: Slide) -> Choice | None:
    return find(slide)


def terms_of(text: RichText) -> tuple[Item, ...]:
    """Return the terms of an equation, each with the sign before it as label; else nothing."""
    words = mask(text)
    if ("=" not in words and "＝" not in words) or _CODE.search(words):
        return ()
    if _TIGHT.fullmatch(words.strip()):
        words = words.replace("-", "−").replace("–", "−")
    signs = list(islice(_SIGN.finditer(words), MOST))
    if not 2 <= len(signs) < MOST:
        return ()
    terms: list[Item] = []
    at, sign = 0, ""
    for found in signs:
        terms.append(Item(cut(text, at, found.start()), label=sign))
        mark = next(group for group in found.groups() if group)
        at, sign = found.end(), _SHOWN.get(mark, mark)
    terms.append(Item(cut(text, at, len(words)), label=sign))
    return tuple(terms) if _is_equation(terms, words) else ()


def _is_equation(terms: list[Item], text: str) -> bool:
    names = [plain(term.title) for term in terms]
    signs = [term.label for term in terms]
    told = zip(names, terms, strict=True)
    return (
        3 <= len(terms) <= MOST
        and signs.count("=") == 1
        and (signs[1] == "=" or signs[-1] == "=")
        and all(name and reach(term.title) <= TERM_LONGEST for name, term in told)
        and not all(map(_NUMBER.fullmatch, names))
        and len(set(names)) == len(names)  # i = i + 1 sets a variable
        and not _is_code(terms, names, text)
        and not any(re.search(r"[。；;？?！!，,{}()]|\0", name) for name in names)
    )


def _is_code(terms: list[Item], names: list[str], text: str) -> bool:
    """Tell whether Latin names with a number among them, or an asterisk, look like a program."""
    lone = names[0] if terms[1].label == "=" else names[-1]
    if _NUMBER.fullmatch(lone) and re.search(r"[-:/]", lone):
        return True  # a date, a score
    return text.isascii() and ("*" in text or any(map(_NUMBER.fullmatch, names)))


def _titled(slide: Slide, terms: tuple[Item, ...]) -> Choice:
    """A formula as its own heading would say everything twice: the result is the title."""
    reason = f"the title is an equation of {len(terms)} terms"
    titled = replace(slide, title=_result(terms).title)
    whole = _told(titled, terms)
    if whole:
        return Choice((whole,), reason)
    rest = replace(titled, key=f"{slide.key}+", lead=(), notes=(), exhibits=(), minutes=0)
    return Choice((replace(titled, items=terms), rest), reason)


def _result(terms: tuple[Item, ...]) -> Item:
    return terms[-1] if terms[-1].label == "=" else terms[0]


def _told(slide: Slide, terms: tuple[Item, ...]) -> Slide | None:
    """Return the slide with its points as the terms' texts; None when they speak of others."""
    points = {plain(point.title).strip(): point for point in slide.items}
    names = [plain(term.title) for term in terms]
    if len(points) < len(slide.items) or any(name not in names for name in points):
        return None
    items = tuple(
        replace(points[name], title=term.title, label=term.label) if name in points else term
        for name, term in zip(names, terms, strict=True)
    )
    return replace(slide, items=items)


FORMULA = Recogniser("formula", find, hold, "an equation such as 'A = B + C' as gist")
