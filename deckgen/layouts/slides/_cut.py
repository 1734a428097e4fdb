"""Cut one paragraph that is too long for a slide, between its sentences where it can."""

from __future__ import annotations

from dataclasses import replace

from ...model.richtext import RichText, plain

SENTENCE_ENDS = "。！？；!?;…"
CLOSING = "”’」』）)】》"
CLAUSE_ENDS = "，、,：: "


def cut_before(runs: RichText, most: int) -> tuple[RichText, RichText]:
    """Cut runs so that the first part has `most` characters at the most, a line's end.

    The cut is after the last sentence that ends there, else after a clause, else at the line's
    end; both parts together are the whole.
    """
    return split_runs(runs, _place(plain(runs), most))


def _place(text: str, most: int) -> int:
    for marks in (SENTENCE_ENDS, CLAUSE_ENDS):
        # a cut in the first half would leave the slide emptier than a cut in mid-clause
        for index in range(most, most // 2, -1):
            if _is_end(text, index, marks):
                return index
    return max(1, most)


def _is_end(text: str, index: int, marks: str) -> bool:
    """Tell whether a sentence or clause ends before `index`, with the marks that close it."""
    mark = text[:index].rstrip(CLOSING)[-1:]
    if not mark or mark not in marks or text[index : index + 1] in tuple(CLOSING):
        return False
    # 3.14, 1,000 and https://a.io/?b=1 do not end at their marks
    return not mark.isascii() or text[index : index + 1].isspace() or mark == " "


def split_runs(runs: RichText, at: int) -> tuple[RichText, RichText]:
    """Split runs before character `at`; each keeps its style on both sides."""
    for index, run in enumerate(runs):
        if at <= 0:
            return runs[:index], runs[index:]
        if at < len(run.text):
            head, tail = replace(run, text=run.text[:at]), replace(run, text=run.text[at:])
            return (*runs[:index], head), (tail, *runs[index + 1 :])
        at -= len(run.text)
    return runs, ()
