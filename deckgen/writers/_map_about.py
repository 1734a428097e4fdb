"""What can be read of a node beside the map: its notes, its quotes, tables, listings, pictures.

It stands in the file as markup that shows nothing (`<template>`), one a node that has something.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from ..model.outline import Chart, Code, Exhibit, Picture, Quote, Table
from ..model.richtext import RichText, plain, rich
from ..model.scene import Box
from ._lettering import Href
from ._markup import quoted
from ._prose import anchor, prose, words

GIST = "map_gist"  # the name of a gist's text style


def about(box: Box, index: int, href: Href, labels: Mapping[str, str]) -> str:
    """Return the template of a node, or nothing when all of it is on the map."""
    inner = "".join(_inner(box, href, labels))
    if not inner:
        return ""
    gist = "".join(f'<p class="gist">{words(line, href)}</p>' for line in _gist(box))
    return f'<template id="about-{index}">{gist}{inner}</template>\n'


def _inner(box: Box, href: Href, labels: Mapping[str, str]) -> Iterator[str]:
    said = box.about
    notes = "".join(prose(said.notes, href))
    if notes:
        yield f'<div class="notes">{notes}</div>'
    for exhibit in said.exhibits:
        yield _exhibit(exhibit, href, labels)
    if said.tags:
        tags = "".join(f"<li>{quoted(tag)}</li>" for tag in said.tags)
        yield f'<ul class="tags" aria-label="{quoted(labels["tags"])}">{tags}</ul>'
    if said.page:
        yield f'<p class="source">{quoted(_page(said.page, labels))}</p>'
    link = anchor(box.link, quoted(_shown(box.link, labels)), href)
    if link.startswith("<a "):
        yield f'<p class="link">{link}</p>'


def _gist(box: Box) -> Iterator[RichText]:
    tags = "  ".join(f"#{tag}" for tag in box.about.tags)  # they have a line of their own
    lines = (line.runs for line in box.text.paragraphs if line.style.name == GIST)
    return (runs for runs in lines if plain(runs) != tags)


def _page(page: str, labels: Mapping[str, str]) -> str:
    return labels["page"].replace("{page}", page) if page.strip().isascii() else page


def _shown(link: str, labels: Mapping[str, str]) -> str:
    """Return a link's words: where it leads, without what all addresses begin with."""
    if link.startswith("#"):
        return labels["jump"]
    return link.partition(":")[2].strip("/") or link


def _exhibit(exhibit: Exhibit, href: Href, labels: Mapping[str, str]) -> str:
    match exhibit:
        case Quote():
            return _quote(exhibit, href, labels)
        case Picture():
            return _picture(exhibit, href)
        case Table():
            return _table(exhibit.rows, href)
        case Chart():
            return _table(_numbers(exhibit), href)
        case Code():
            return f"<pre><code>{quoted(exhibit.text)}</code></pre>"
        case _:
            assert_never(exhibit)


def _quote(quote: Quote, href: Href, labels: Mapping[str, str]) -> str:
    page = _page(quote.page, labels) if quote.page else ""
    source = " · ".join(filter(None, (quote.by, quote.source, page)))
    cite = f"<cite>{quoted(source)}</cite>" if source else ""
    return f"<blockquote><p>{words(quote.text, href)}</p>{cite}</blockquote>"


def _picture(picture: Picture, href: Href) -> str:
    alt = quoted(picture.alt or plain(picture.caption))
    image = ""
    if picture.blob:
        kind = "jpeg" if picture.blob[:2] == b"\xff\xd8" else "png"
        data = b64encode(picture.blob).decode()
        image = f'<img alt="{alt}" src="data:image/{kind};base64,{data}">'
    caption = words(picture.caption or rich("" if image else picture.alt or picture.src), href)
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{image}{caption}</figure>"


def _table(rows: Sequence[Sequence[RichText]], href: Href) -> str:
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{words(cell, href)}</th>' for cell in rows[0])
    body = "".join(
        f"<tr>{''.join(f'<td>{words(cell, href)}</td>' for cell in row)}</tr>" for row in rows[1:]
    )
    return (
        f'<div class="table"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _numbers(chart: Chart) -> Sequence[Sequence[RichText]]:
    """Return a chart as a table: a category a row, a series a column."""
    head = [rich(""), *(rich(name) for name, _ in chart.series)]
    rows = [
        [rich(name), *(rich(_number(values, place)) for _, values in chart.series)]
        for place, name in enumerate(chart.categories)
    ]
    return [head, *rows]


def _number(values: Sequence[float], place: int) -> str:
    value = values[place] if place < len(values) else float("nan")
    return "–" if value != value else f"{value:,.10g}"
