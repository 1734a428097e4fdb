"""Cut one paragraph that is too long for a slide, between its sentences where it can."""

from __future__ import annotations

from dataclasses import replace

from ...model.richtext import RichText, plain
from ...model.scene import TextParagraph

SENTENCE_ENDS = "。！？；!?;…"
CLOSING = "”’」』）)】》"
CLAUSE_ENDS = "，、,：: "


def cut(paragraph: TextParagraph, lines: int) -> tuple[RichText, RichText]:
    """Cut a set paragraph so that its first part takes `lines` lines at the most.

    The cut is after the last sentence that ends there, else after a clause, else at the line's
    end; both parts together are the paragraph. `lines` is at least 1 and below its line count.
    """
    most = sum(len(plain(line.runs)) for line in paragraph.lines[:lines])
    return cut_before(paragraph.runs, most)


def cut_before(runs: RichText, most: int) -> tuple[RichText, RichText]:
    """Cut runs after `most` characters, or before that where a sentence or clause ends."""
    return split_runs(runs, _place(plain(runs), most))


def _place(text: str, most: int) -> int:
    for marks in (SENTENCE_ENDS, CLAUSE_ENDS):
        # a cut in the first half would leave the slide emptier than a cut in mid-clause
        for index in range(most, most // 2, -1):
            if text[index - 1] in marks or (
                text[index - 1] in CLOSING and index > 1 and text[index - 2] in marks
            ):
                while index < most and text[index] in CLOSING:
                    index += 1
                return index
    return max(1, most)


def split_runs(runs: RichText, at: int) -> tuple[RichText, RichText]:
    """Split runs before character `at`; each keeps its style on both sides."""
    first, second = [], []
    for run in runs:
        if at >= len(run.text):
            first.append(run)
        elif at <= 0:
            second.append(run)
        else:
            first.append(replace(run, text=run.text[:at]))
            second.append(replace(run, text=run.text[at:]))
        at -= len(run.text)
    return tuple(first), tuple(second)
