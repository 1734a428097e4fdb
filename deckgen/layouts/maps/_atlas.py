"""A map on several pages: an overview, then a page for every branch, more where one is too large.

What comes in is the whole map and the pages that it is for; what leaves are pages that link to
each other: a topic to the page that shows what is below it, that page's root and title to the
page above. Whatever fits on one page whole stays on one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ...model.deck import Section
from ...model.mindmap import MindMap
from ...model.record import record
from ...model.regex import regex
from ...model.richtext import plain
from ...model.scene import Page
from ...model.theme import Theme
from ...model.units import Size, to_pt
from ...plugin import MapLayout
from ...problems import Report
from ._bind import Binder, Sheet
from ._glue import GLUED, glueable
from ._paper import Paper
from ._parts import Part, cut_out, deeper_than, descendants, is_brief, members
from ._scale import Fitted, crowd, fitted, squeezed

# structures that may stand in for each other on a page: what each shows is read alike
_KIN = ("balanced", "logic", "tree")
_MOST_TRIED = 6  # levels that the overview is tried with
_WORD = regex(r"[a-zA-Z0-9]+|\w")
_CROWDED = 1.7  # times the room: what a map may need at its least and yet fit in another shape
_NODE_EMS = 3.2  # a node and the room round it take more square ems than that


@record
class Atlas:
    """The pages, and where each branch begins among them."""

    pages: tuple[Page, ...]
    sections: tuple[Section, ...]


def place_on_pages(
    mindmap: MindMap, find: Callable[[str], MapLayout], paper: Paper, theme: Theme, report: Report
) -> Atlas:
    """Divide a map among pages; `find` returns a map layout by its name."""
    return _Atlas(mindmap, find, paper, theme, report).drawn()


@dataclass
class _Atlas:
    mindmap: MindMap
    find: Callable[[str], MapLayout]
    paper: Paper
    theme: Theme
    report: Report
    sheets: list[Sheet] = field(default_factory=list)

    @cached_property
    def counts(self) -> list[int]:
        return descendants(self.mindmap)

    def _words_of(self, part: Part, shown: Sequence[int]) -> int:
        """Return how many words a part shows; a Han character is one."""
        return sum(
            self._counted[index][0]
            + (0 if is_brief(self.mindmap, part, index) else self._counted[index][1])
            for index in shown
        )

    @cached_property
    def _counted(self) -> list[tuple[int, int]]:
        """How many words are in each node's title, or its table, and in its gist and summary."""
        return [
            (
                sum(len(_WORD.findall(plain(text))) for row in node.rows for text in row)
                or len(_WORD.findall(plain(node.title))),
                len(_WORD.findall(plain(node.gist))) + len(_WORD.findall(node.summary)),
            )
            for node in self.mindmap.nodes
        ]

    @cached_property
    def look(self) -> Theme:
        return glueable(self.theme) if self.paper.is_slide else self.theme

    def drawn(self) -> Atlas:
        """Return all pages, each part's own pages after it."""
        self._tell_structure()
        nodes = self.mindmap.nodes
        stack: list[tuple[int, str, int]] = [(0, "", 0)]
        while stack:
            root, above, branch = stack.pop()
            key = f"map-{nodes[root].key}" if root else "map"
            inner: list[int] = []
            for number, (part, drawn) in enumerate(self._parts(root), 1):
                own = key if number == 1 else f"{key}~{number}"
                up = above if number == 1 else above or key
                self.sheets.append(Sheet(part, drawn.page, own, up, branch))
                inner += [index for index in members(self.mindmap, part) if index in part.folded]
            if not root and inner:
                inner = [top for top in nodes[0].children if nodes[top].children]
            stack.extend((one, key, branch if root else one) for one in reversed(inner))
        binder = Binder(self.mindmap, self.sheets, self.paper, self.theme)
        return Atlas(tuple(binder.pages()), tuple(binder.sections()))

    def _tell_structure(self) -> None:
        """Say so where slides cannot have the structure that was asked for."""
        asked = self.mindmap.layout
        if self.paper.is_slide and asked not in (*GLUED, "auto"):
            said = f"slides cannot draw '{asked}' with edges glued to boxes, so they draw 'logic'"
            self.report.note(
                self.mindmap.nodes[0].origin,
                said,
                hint="a pdf or an svg keeps it",
                code="map-divided",
            )

    # --- which part of the map each page shows ---

    def _parts(self, root: int) -> list[tuple[Part, Fitted]]:
        """Return what is on the pages of a topic: all below it, or as much as there is room for."""
        points = self.mindmap.nodes[root].children
        whole = self._tried(Part(root, points))
        if whole:
            return [whole]
        if not root:
            overview = self._overview(points)
            if overview:
                return [overview]
        cuts = [self._least_folded(root, points), self._deepest(root, points)]
        best = [one for one in cuts if one]
        if best:  # the fewer pages follow, the better
            return [min(best, key=lambda one: (len(one[0].folded), -self._length(one[0])))]
        return list(self._divided(root, points))

    def _length(self, part: Part) -> int:
        return len(members(self.mindmap, part))

    def _deepest(self, root: int, points: Sequence[int]) -> tuple[Part, Fitted] | None:
        """Return as many levels below a topic as fit, two at least."""
        whole = members(self.mindmap, Part(root, points))
        base = self.mindmap.nodes[root].depth
        low, high = 2, max(self.mindmap.nodes[index].depth for index in whole) - base - 1
        best: tuple[Part, Fitted] | None = None
        while low <= high:
            middle = (low + high) // 2 if best or high < 2 * _MOST_TRIED else low
            folded = deeper_than(self.mindmap, root, points, middle)
            found = self._tried(Part(root, points, folded))
            if found:
                best, low = found, middle + 1
            else:
                high = middle - 1
        return best

    def _overview(self, points: Sequence[int]) -> tuple[Part, Fitted] | None:
        """Return as many levels of the whole as fit, all branches alike.

        Two levels of titles say more than one level with every gist, which branches' pages have;
        and one level of titles on one page more than the same with gists on two.
        """
        deepest = max(node.depth for node in self.mindmap.nodes)
        for depth in range(min(deepest - 1, _MOST_TRIED), 0, -1):
            part = Part(0, points, deeper_than(self.mindmap, 0, points, depth))
            found = self._tried(part)
            if not found and depth <= 2:
                found = self._tried(replace(part, is_brief=True))
            if found:
                return found
        return None

    def _least_folded(self, root: int, points: Sequence[int]) -> tuple[Part, Fitted] | None:
        """Return a topic's points with as few folded as need be, the largest first."""
        order = [point for point in points if self.counts[point]]
        order.sort(key=lambda point: (-self.counts[point], -point))
        best: tuple[Part, Fitted] | None = None
        low, high = 1, len(order)  # how many are folded
        while low <= high:
            middle = (low + high) // 2
            found = self._tried(Part(root, points, frozenset(order[:middle])))
            if found:
                best, high = found, middle - 1
            else:
                low = middle + 1
        return best

    def _divided(self, root: int, points: Sequence[int]) -> Iterator[tuple[Part, Fitted]]:
        """Yield a topic's points in stretches of about the same length, a page each."""
        count = 2
        while count <= len(points):
            stretches = [
                points[len(points) * i // count : len(points) * (i + 1) // count]
                for i in range(count)
            ]
            if all(self._tried(self._folded(root, one)) for one in stretches):
                break
            count = count * 4 // 3 + 1
        else:
            stretches = [points[i : i + 1] for i in range(len(points))] or [()]
        for one in stretches:
            yield (
                self._tried(Part(root, one))
                or self._least_folded(root, one)
                or self._tried(self._folded(root, one))
                or self._forced(self._folded(root, one))
            )

    def _folded(self, root: int, points: Sequence[int]) -> Part:
        return Part(root, points, frozenset(p for p in points if self.mindmap.nodes[p].children))

    # --- how it is drawn there ---

    def _tried(self, part: Part) -> tuple[Part, Fitted] | None:
        """Return a part drawn as large as it fits, in the structure that lets it be largest."""
        room, limits = self._room, self.paper.limits
        shown = members(self.mindmap, part)
        count = len(shown)
        if count > 2 and self._words_of(part, shown) > self.paper.most_words:
            return None
        if count * _NODE_EMS * limits.least_pt**2 > to_pt(room.width) * to_pt(room.height):
            return None
        best: Fitted | None = None
        cut = self._cut(part)
        names = self._names(part.root)
        if crowd(cut, self._placer(names[0]), self.look, self._room, limits) > _CROWDED:
            return None
        for name in names:
            found = fitted(cut, self._placer(name), self.look, self._room, limits)
            if found and (best is None or found.scale > 1.1 * best.scale):
                best = found
            if best and best.scale >= 1:
                break
        return (part, best) if best else None

    def _forced(self, part: Part) -> tuple[Part, Fitted]:
        """Return a part drawn as small as it has to be, and say so."""
        node = self.mindmap.nodes[part.root]
        self.report.warn(
            node.origin,
            f"'{plain(node.title)[:40]}' has more words than a page holds, they are set small",
            hint="shorten it, divide it into points, or take a larger page",
            code="text-too-long",
        )
        name = self._names(part.root)[0]
        cut, limits = self._cut(part), self.paper.limits
        return part, squeezed(cut, self._placer(name), self.look, self._room, limits)

    @cached_property
    def _room(self) -> Size:
        frame = self.paper.room(self.theme)
        return Size(frame.width, frame.height)

    def _cut(self, part: Part) -> MindMap:
        key = "" if self.paper.is_slide else f"map-{self.mindmap.nodes[part.root].key}."
        return cut_out(self.mindmap, part, self.counts, key)

    def _names(self, root: int) -> tuple[str, ...]:
        """Return the structures that a topic's page may have, the one asked for first."""
        name = self.mindmap.nodes[root].layout or self.mindmap.layout
        name = "balanced" if name == "auto" else name
        if self.paper.is_slide and name not in GLUED:
            name = "logic"
        kin = _KIN if name in _KIN else (name,)
        return tuple(
            one for one in dict.fromkeys((name, *kin)) if one in GLUED or not self.paper.is_slide
        )

    def _placer(self, name: str) -> Callable[[MindMap, Theme], Page]:
        layout = self.find(name)

        def place(mindmap: MindMap, theme: Theme) -> Page:
            return layout.place(mindmap, theme, Report())

        return place
