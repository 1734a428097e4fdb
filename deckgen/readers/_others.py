"""Files that end in .yaml as outlines do, and are plainly something else.

An outline may be any list of pairs, so only signs that no notes have count: the keys at the left
margin that make a theme a theme, or a compose file one. What has `topics` is an outline.
"""

from __future__ import annotations

import re
from itertools import islice

from ..model.regex import regex

_HEADING = regex(r"^(#{1,6})[ \t]+\S", re.MULTILINE)
_MOST_HEADINGS = 1000  # that are looked at
_FIRST = regex(r"^[^\s#][^\n]*", re.MULTILINE)  # the first line that is no comment
_KEY = regex(r"(?:---|%|[^-:\n][^:\n]*:(?:\s|$))")
_TOPICS = regex(rb"^[\"']?topics[\"']?\s*:", re.MULTILINE)
# a whole file with no other key at the left margin; no line can be read in two ways
_NO_OTHER_KEY = r"\A(?:(?:#|---|[ \t\r]|(?:template|layouts|body)[ \t]*:)[^\n]*(?:\n|\Z)|\n)*\Z"
# all patterns of a kind must be found; the others look at one line
_KINDS = (
    ("a theme", (r"^extends\s*:",)),
    ("a theme", (r"^palette\s*:", r"^tones\s*:")),
    ("a matching of a template's layouts", (r"^template\s*:", r"^layouts\s*:")),
    ("a matching of a template's layouts", (r"^template\s*:", _NO_OTHER_KEY)),
    ("a file of Docker Compose", (r"^services\s*:", r"^[ \t]+(image|build)\s*:")),
    ("a workflow of GitHub", (r"^[\"']?on[\"']?\s*:", r"^jobs\s*:", r"^[ \t]+runs-on\s*:")),
    ("a file of Kubernetes", (r"^apiVersion\s*:", r"^kind\s*:")),
    ("a description of a web API", (r"^(openapi|swagger)\s*:", r"^paths\s*:")),
    ("a file of pre-commit", (r"^repos\s*:", r"^\s*- repo\s*:")),
    ("a file of MkDocs", (r"^site_name\s*:",)),
    ("a file of conda", (r"^channels\s*:", r"^dependencies\s*:")),
)
_SIGNS = tuple(
    (kind, tuple(regex(sign.encode(), re.MULTILINE) for sign in signs)) for kind, signs in _KINDS
)


def other_kind(blob: bytes) -> str:
    """Return what else than an outline a file is ("a theme"), or nothing."""
    if _TOPICS.search(blob):
        return ""
    found = (kind for kind, signs in _SIGNS if all(sign.search(blob) for sign in signs))
    return next(found, "")


def is_markdown(text: str) -> bool:
    """Tell whether a text is Markdown: headings of two levels, and what follows is no mapping.

    YAML takes headings for comments, and reads the lists below them as one.
    """
    if "#" not in text:
        return False
    levels = {found[1] for found in islice(_HEADING.finditer(text), _MOST_HEADINGS)}
    first = _FIRST.search(text)
    return len(levels) > 1 and (first is None or not _KEY.match(first[0]))
