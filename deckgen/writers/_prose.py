"""Prose as HTML: paragraphs and runs with their marks, lists, links that may be followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..model.richtext import Paragraph, RichText, Run
from ._lettering import Href
from ._markup import quoted


def prose(paragraphs: Iterable[Paragraph], href: Href) -> Iterator[str]:
    """Yield paragraphs, and the items between them as lists."""
    for is_list, group in groupby(paragraphs, lambda paragraph: paragraph.is_item):
        if is_list:
            yield "<ul>"
            for paragraph in group:
                depth = ' class="deep"' if paragraph.level else ""
                yield f"<li{depth}>{words(paragraph.runs, href)}</li>"
            yield "</ul>"
        else:
            yield from (f"<p>{words(paragraph.runs, href)}</p>" for paragraph in group)


def words(runs: RichText, href: Href) -> str:
    """Return runs as HTML; `href` says where a link leads, nothing for one that may not be."""
    return "".join(_run(run, href) for run in runs)


def anchor(link: str, inner: str, href: Href) -> str:
    """Return `inner` as a link; alone where the link may not be written."""
    target = href(link) if link else ""
    if not target:
        return inner
    away = "" if target.startswith("#") else ' target="_blank" rel="noopener noreferrer"'
    return f'<a href="{quoted(target)}"{away}>{inner}</a>'


def _run(run: Run, href: Href) -> str:
    text = quoted(run.text).replace("&#10;", "<br>")
    for tag, is_so in (
        ("code", run.code),
        ("mark", run.mark),
        ("em", run.italic),
        ("strong", run.bold),
    ):
        if is_so:
            text = f"<{tag}>{text}</{tag}>"
    return anchor(run.link, text, href)
