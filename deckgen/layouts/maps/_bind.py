"""The pages of a divided map: each part in its place, with title, notes and links to others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...model.deck import Section
from ...model.mindmap import MindMap
from ...model.record import record
from ...model.richtext import Paragraph, RichText, Run, plain, rich
from ...model.scene import Box, Group, Page, Shape, TextParagraph
from ...model.theme import Theme
from ...model.units import around
from ...model.words import words_of
from ._glue import glued
from ._move import frames_of, shifted
from ._paper import SHEET, Paper, Strip, slide_title, strip_boxes
from ._parts import Part, members


@record
class Sheet:
    """What a page shows, drawn, its key, the key of the page above, and its main branch (or 0)."""

    part: Part
    drawn: Page
    key: str
    above: str
    branch: int


@dataclass
class Binder:
    """Sheets in their order, to be made one file's pages."""

    mindmap: MindMap
    sheets: Sequence[Sheet]
    paper: Paper
    theme: Theme

    def pages(self) -> Iterator[Page]:
        """Yield the pages."""
        homes = self._homes()
        for number, sheet in enumerate(self.sheets, 1):
            yield self._page(sheet, number, homes)

    def _homes(self) -> dict[int, Sheet]:
        """Return the page that shows the most of each node: the last one where it is unfolded."""
        homes: dict[int, Sheet] = {}
        for sheet in self.sheets:
            for index in members(self.mindmap, sheet.part):
                if index not in sheet.part.folded and (index, sheet.key[-2:-1]) != (0, "~"):
                    homes[index] = sheet
        for sheet in reversed(self.sheets):  # of several pages of one topic, the first
            homes[sheet.part.root] = sheet
        return homes

    def _page(self, sheet: Sheet, number: int, homes: dict[int, Sheet]) -> Page:
        room = self.paper.room(self.theme)
        page = sheet.drawn
        if self.paper.is_slide:
            page = glued(page, self.theme.map.edge)
        dx, dy = room.center_x - page.size.width // 2, room.center_y - page.size.height // 2
        shapes = [shifted(shape, dx, dy) for shape in page.shapes]
        shapes = list(self._linked(shapes, sheet, homes))
        title = self._title(sheet)
        above = sheet.above
        page = replace(
            page,
            key=sheet.key,
            title=title,
            size=self.paper.size,
            shapes=tuple(shapes),
            section=self._branches.index(sheet.branch),
            origin=self.mindmap.nodes[sheet.part.root].origin,
        )
        if not self.paper.is_slide:
            strip = Strip(
                title if above else "",
                self.mindmap.title,
                f"{number} / {len(self.sheets)}" if len(self.sheets) > 1 else "",
                f"#{above}" if above else "",
                "#map" if above else "",
            )
            return replace(page, shapes=(*strip_boxes(strip, self.paper, self.theme), *shapes))
        head = slide_title(title, f"#{above}" if above else "", self.theme)
        group = Group(tuple(shapes), around(frames_of(shapes)), "导图", self._told(sheet))
        return replace(
            page,
            shapes=(head, group),
            layout=SHEET,
            footer=self.mindmap.title if len(self.sheets) > 1 else "",
            notes=tuple(self._notes(sheet, homes)),
        )

    def _linked(
        self, shapes: Sequence[Shape], sheet: Sheet, homes: dict[int, Sheet]
    ) -> Iterator[Shape]:
        """Yield the shapes with links between the pages: down, up, and to a topic anywhere."""
        nodes = self.mindmap.nodes
        prefix = "" if self.paper.is_slide else f"map-{nodes[sheet.part.root].key}."
        places = {f"{prefix}{nodes[i].key}": i for i in members(self.mindmap, sheet.part)}
        jumps = {f"#{nodes[i].key}": f"#{home.key}" for i, home in homes.items()}
        for shape in shapes:
            if not isinstance(shape, Box) or shape.key not in places:
                yield shape
                continue
            index = places[shape.key]
            link = jumps.get(shape.link, shape.link)
            if not link:
                link = self._way(index, sheet, homes)
            text = shape.text
            if any(run.link in jumps for par in text.paragraphs for run in par.runs):
                text = replace(
                    text, paragraphs=tuple(_jumping(par, jumps) for par in text.paragraphs)
                )
            yield replace(shape, link=link, text=text)

    def _way(self, index: int, sheet: Sheet, homes: dict[int, Sheet]) -> str:
        """Return where a topic leads: its root up, others to the page of their own points."""
        if index == sheet.part.root:
            return f"#{sheet.above}" if sheet.above else ""
        home = homes.get(index)
        if home is None or home is sheet or home.part.root == sheet.part.root:
            return ""
        return f"#{home.key}" if home.part.root == index or index in sheet.part.folded else ""

    def _title(self, sheet: Sheet) -> str:
        """Return the page's title: its topic, and the one above it where that is no main branch."""
        nodes = self.mindmap.nodes
        node = nodes[sheet.part.root]
        own = _words(node.title)
        if not sheet.part.root:
            return self.mindmap.title or own
        if node.parent > 0:
            return f"{_words(nodes[node.parent].title)} › {own}"
        return own

    def _told(self, sheet: Sheet) -> str:
        """Return the page's map in words: its root and the points of that."""
        nodes, part = self.mindmap.nodes, sheet.part
        words = words_of(self.theme.lang)
        points = words.semicolon.join(_words(nodes[point].title) for point in part.points)
        return words.map.format(root=_words(nodes[part.root].title), told=points)[:400]

    def _notes(self, sheet: Sheet, homes: dict[int, Sheet]) -> Iterator[Paragraph]:
        """Yield the notes of the nodes that are at home here, each under its title."""
        if not sheet.above and sheet.key == "map" and self.mindmap.description:
            for line in self.mindmap.description.split("\n"):
                yield Paragraph(rich(line))
        for index in members(self.mindmap, sheet.part):
            node = self.mindmap.nodes[index]
            if homes.get(index) is sheet and node.notes:
                yield Paragraph((Run(_words(node.title), bold=True),))
                for line in node.notes.split("\n"):
                    yield Paragraph(rich(line))
        nodes = self.mindmap.nodes
        for edge in self.mindmap.edges:
            if homes.get(edge.start) is sheet:
                ends = (_words(nodes[end].title) for end in (edge.start, edge.end))
                label = f"：{edge.label}" if edge.label else ""
                yield Paragraph(rich(" → ".join(ends) + label))

    @cached_property
    def _branches(self) -> list[int]:
        return list(dict.fromkeys(sheet.branch for sheet in self.sheets))

    def sections(self) -> Iterator[Section]:
        """Yield the overview, and each main branch with its first page; none for a single page."""
        if len(self.sheets) < 2:
            return
        starts = [sheet.branch for sheet in self.sheets]
        for branch in self._branches:
            first = self.sheets[starts.index(branch)]
            yield Section(self._title(first), first.key, starts.index(branch))


def _words(title: RichText) -> str:
    """Return a title on one line."""
    return " ".join(plain(title).split())


def _jumping(paragraph: TextParagraph, jumps: Mapping[str, str]) -> TextParagraph:
    """Return a paragraph whose links to nodes lead to their pages."""

    def turned(runs: RichText) -> RichText:
        return tuple(replace(run, link=jumps.get(run.link, run.link)) for run in runs)

    lines = tuple(replace(line, runs=turned(line.runs)) for line in paragraph.lines)
    return replace(paragraph, runs=turned(paragraph.runs), lines=lines)
