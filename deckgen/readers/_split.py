"""One text → title and gist: a short head before `：` or ` -- ` is the title."""

from __future__ import annotations

from unicodedata import east_asian_width

from ..model.regex import regex

_HEAD_COLUMNS = 24  # twelve Chinese characters: a longer head is a sentence with a colon in it
_SPLIT = regex(r"(?<!\\)：| -- ")
_SENTENCE = regex("[，。！？；]")
_MARKS = regex(r"\*+|`+|==|\[|\]")


def split_head(text: str) -> tuple[str, str]:
    """Return title and gist of a text; the gist is empty where the text stays whole."""
    match = _SPLIT.search(text)
    if not match:
        return text, ""
    head, gist = text[: match.start()].strip(), text[match.end() :].strip()
    if not head or not gist or len(head) > _HEAD_COLUMNS or _SENTENCE.search(head):
        return text, ""
    if sum(2 if east_asian_width(c) in "WFA" else 1 for c in head) > _HEAD_COLUMNS:
        return text, ""
    marks = _MARKS.findall(head)  # a colon inside **bold：text** splits nothing
    if len(marks) % 2 or any(marks.count(mark) % 2 for mark in marks if mark not in "[]"):
        return text, ""
    return head, gist
