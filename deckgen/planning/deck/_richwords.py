"""Cutting rich text: positions in its plain words, styles kept, code left whole."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.richtext import Cutter, RichText, followed, plain
from ...model.words import mark_between


def mask(text: RichText) -> str:
    """Return the words with code blanked out, so that no pattern finds a mark inside it."""
    if not any(run.code for run in text):
        return plain(text)
    return "".join("\0" * len(run.text) if run.code else run.text for run in text)


def reach(text: RichText) -> float:
    """Return how long words are, in Han characters: a Latin letter is half as wide as one."""
    return sum(1 if char > "\u2e7f" else 0.5 for char in plain(text))


def cut(text: RichText, start: int, end: int) -> RichText:
    """Return the words between two positions, spaces at both ends left out."""
    words = plain(text)[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    runs = []
    at = 0
    for run in text:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            runs.append(replace(run, text=piece))
        at += len(run.text)
    return tuple(runs)


def split(text: RichText, mark: re.Pattern[str]) -> tuple[RichText, ...]:
    """Return what stands between the marks; marks inside code do not count."""
    found = [match.span() for match in mark.finditer(mask(text))]
    starts, ends = (0, *(end for _, end in found)), (*(start for start, _ in found), None)
    words, cutter = plain(text), Cutter(text)
    parts = []
    for start, end in zip(starts, ends, strict=True):
        part = words[start:end]
        inner = start + len(part) - len(part.lstrip())
        cutter.cut(inner)
        parts.append(cutter.cut(inner + len(part.strip())))
    return tuple(parts)


def linked(text: RichText, link: str) -> RichText:
    """Give every run that leads nowhere yet this link."""
    if not link:
        return text
    return tuple(run if run.link else replace(run, link=link) for run in text)


def unlinked(text: RichText) -> RichText:
    """Take links off, for a line that is itself a jump."""
    if not any(run.link for run in text):
        return text
    return tuple(replace(run, link="") for run in text)


def joined(first: RichText, mark: str, second: RichText) -> RichText:
    """Return both with the mark between them, or the one that there is.

    A Chinese mark is a Western one between Western words.
    """
    if not first or not second:
        return first or second
    return followed(first, mark_between(mark, first, second)) + second
