"""Helpers of the reader tests: read a text, and show what came out as lines of text."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model.outline import Outline, walk
from deckgen.model.richtext import RichText
from deckgen.plugin import Source
from deckgen.problems import DeckgenError, Report, fail
from deckgen.readers.yaml import read

PNG = b"\x89PNG\r\n\x1a\n picture"


def reading(
    text: str | bytes, files: Mapping[str, bytes] | None = None, name: str = "talk.yaml"
) -> tuple[Outline | None, list[str]]:
    """Return the outline (None when reading ended) and each problem as 'place: … | hint'."""
    known = files or {}

    def load(path: str) -> bytes:
        if path not in known:
            raise fail(f"no file '{path}'", "check the path", code="missing-file")
        return known[path]

    report = Report()
    outline = None
    blob = text.encode() if isinstance(text, str) else text
    try:
        outline = read(Source(name, blob, load), report)
    except DeckgenError as error:
        if error.problems != report.problems:
            raise
    shown = [
        f"{p.origin.line}:{p.origin.column} {p.severity}: {p.message}"
        + (f" | {p.hint}" if p.hint else "")
        for p in report.problems
    ]
    return outline, shown


def outline_of(text: str, files: Mapping[str, bytes] | None = None) -> Outline:
    """Return the outline of a text that has no problems."""
    outline, problems = reading(text, files)
    assert problems == []
    assert outline is not None
    return outline


def problems_of(text: str | bytes, files: Mapping[str, bytes] | None = None) -> list[str]:
    """Return the problems of a text."""
    return reading(text, files)[1]


def marked(runs: RichText) -> str:
    """Show runs with tags: <b> bold, <i> italic, <c> code, <m> highlight, <a URL> link."""
    shown = ""
    for run in runs:
        text = run.text
        for flag, tag in ((run.bold, "b"), (run.italic, "i"), (run.code, "c"), (run.mark, "m")):
            text = f"<{tag}>{text}</{tag}>" if flag else text
        shown += f"<a {run.link}>{text}</a>" if run.link else text
    return shown


def tree(outline: Outline) -> str:
    """Show the topics, one a line: title, then the gist after a bar."""
    return "\n".join(
        "  " * depth + marked(t.title) + (f" | {marked(t.gist)}" if t.gist else "")
        for t, depth in walk(outline.topics)
    )
