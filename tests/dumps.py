"""Decks, scenes and slides as text, for eyes: a slide a line, a shape a line, an element a line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree

from deckgen.model.deck import Deck, Item, Slide
from deckgen.model.outline import Quote
from deckgen.model.richtext import RichText, plain
from deckgen.model.scene import Box, Connector, Group, Page, Scene, Shape, TextBody
from deckgen.model.units import Rect, to_pt
from deckgen.problems import Problem

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def dump_deck(deck: Deck, problems: Iterable[Problem]) -> str:
    """Return a line a slide: key, layout, title, lead, items; then sections and problems."""
    lines = [_slide_line(slide) for slide in deck.slides]
    lines += [f"section {one.first} {one.key} {one.title}" for one in deck.sections]
    lines += [f"{problem}" for problem in problems]
    return "".join(f"{_one_line(line)}\n" for line in lines)


def _slide_line(slide: Slide) -> str:
    quotes = [f"“{plain(one.text)}”{one.by}" for one in slide.exhibits if isinstance(one, Quote)]
    items = ", ".join([*map(_item, slide.items), *quotes])
    notes = " / ".join(("- " if one.is_item else "") + plain(one.runs) for one in slide.notes)
    parts = (f"{slide.key} {slide.layout}", _marked(slide.title), _marked(slide.lead), items)
    return " | ".join(parts).rstrip(" |") + (f" | notes: {notes}" if notes else "")


def _item(item: Item) -> str:
    text = f"{item.label} {_marked(item.title)}".strip()
    text += f": {_marked(item.gist)}" if item.gist else ""
    text += f" [{', '.join(map(_item, item.items))}]" if item.items else ""
    return text + "".join(f" →{target}" for target in (item.target, item.link) if target)


def _marked(text: RichText) -> str:
    """Return text with its styles in Markdown."""
    words = ""
    for run in text:
        mark = "**" * run.bold + "*" * run.italic + "`" * run.code + "==" * run.mark
        shown = f"{mark}{run.text}{mark[::-1]}"
        words += f"[{shown}]({run.link})" if run.link else shown
    return words


def dump_scene(scene: Scene) -> str:
    """Return a line a page, and under it a line a shape."""
    return "".join(line for page in scene.pages for line in _page_lines(page))


def _page_lines(page: Page) -> Iterator[str]:
    head = f"page {page.number} {page.layout} {page.accent} {page.key} “{page.title}”"
    yield _one_line(head + (f" footer “{page.footer}”" if page.footer else "")) + "\n"
    for shape in page.shapes:
        yield from (f"  {_one_line(line)}\n" for line in _shape_lines(shape))


def _shape_lines(shape: Shape) -> Iterator[str]:
    kind = type(shape).__name__.lower()
    match shape:
        case Box():
            holder = f"#{shape.placeholder}" if shape.placeholder >= 0 else shape.geometry.value
            link = f" →{shape.link}" if shape.link else ""
            yield f"{kind} {holder} {_frame(shape.frame)}{_paint(shape)}{link}{_text(shape.text)}"
        case Group():
            yield f"{kind} {_frame(shape.frame)} “{shape.alt}”"
            for inner in shape.shapes:
                yield from (f"  {line}" for line in _shape_lines(inner))
        case Connector():
            ends = f"{shape.start}→{shape.end}"
            yield f"{kind} {ends} {shape.line.color.role} {shape.line.color.tone}"
        case _:
            yield f"{kind} {shape.name}"


def _frame(frame: Rect) -> str:
    x, y, width, height = (
        round(to_pt(length)) for length in (frame.x, frame.y, frame.width, frame.height)
    )
    return f"{x},{y} {width}x{height}"


def _paint(box: Box) -> str:
    if not box.fill:
        return ""
    return f" {box.fill.color.role} {box.fill.color.tone}".removesuffix(" plain")


def _text(text: TextBody) -> str:
    """Return size, style and words of each paragraph; its lines are cut by a bar."""
    return "".join(
        f" {line.size_pt:g} {line.style.name} “{'|'.join(plain(part.runs) for part in line.lines)}”"
        for line in text.paragraphs
    )


def _one_line(text: str) -> str:
    """Return text in which marks that no eye can see are written out."""
    return re.sub(
        "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ufffe\uffff]",
        lambda found: f"\\u{ord(found[0]):04x}",
        text,
    )


def dump_slide(blob: bytes, number: int) -> str:
    """Return one slide's XML, an element a line, and what it is related to."""
    name = f"ppt/slides/slide{number}.xml"
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        tree = etree.fromstring(archive.read(name))
        rels = etree.fromstring(archive.read(f"ppt/slides/_rels/slide{number}.xml.rels"))
    lines = [f"{name}\n", *_element_lines(tree, "")]
    for one in rels.iter(RELATIONSHIP):
        kind = one.get("Type").rpartition("/")[2]
        # layouts are numbered by what the deck uses: their number says nothing
        target = re.sub(r"(slideLayout)\d+", r"\1", one.get("Target"))
        lines.append(f"{one.get('Id')} {kind} {target}\n")
    return "".join(lines)


def _element_lines(element: etree._Element, indent: str) -> Iterator[str]:
    name = etree.QName(element)
    prefix = element.prefix or ""
    words = [f"{prefix}:{name.localname}"]
    words += [f"{etree.QName(key).localname}={value!r}" for key, value in element.attrib.items()]
    text = (element.text or "").strip("\n")
    yield _one_line(f"{indent}{' '.join(words)}" + (f" “{text}”" if text else "")) + "\n"
    for child in element:
        yield from _element_lines(child, indent + " ")
