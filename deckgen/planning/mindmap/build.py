"""Outline → MindMap: every topic a node, what it shows its leaves, its notes with it.

The root is the outline itself. Nodes are made in reading order, so a node's place in the list is
also its name (`n0` is the root); rules such as `prune` change the map afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...model.color import ColorRole, accent
from ...model.keys import ROOT, child_key
from ...model.mindmap import NOTHING, About, Edge, MindMap, Node
from ...model.origin import Origin
from ...model.outline import Outline, Topic
from ...model.richtext import Paragraph, RichText, plain, rich
from ...model.words import Words, words_of
from ...plugin import MapRule
from ...problems import Report
from ._exhibits import Leaf, leaf_of
from ._record import record_of

MOST_DRAWN = 100  # relations: more lines across a map than anybody follows
OTHER = "deck"  # topics marked `only: deck` are not for the map


def plan_map(outline: Outline, rules: Sequence[MapRule], report: Report) -> MindMap:
    """Return the map of an outline, after `rules` in the order given."""
    draft = _Draft()
    draft.grow(outline)
    edges = draft.edges(report)
    mindmap = MindMap(
        nodes=draft.nodes(),
        edges=edges,
        layout=outline.map.layout,
        title=plain(outline.title),
        description=record_of(outline),
        lang=outline.lang,
        edge=outline.map.edge,
        has_legend=outline.map.legend,
    )
    for rule in rules:
        mindmap = rule.apply(mindmap, outline, report)
    return mindmap


@dataclass(slots=True)
class _Draft:
    """Nodes in the making: each without its children, which are listed beside it."""

    made: list[Node] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    relating: list[tuple[int, Topic]] = field(default_factory=list)

    def grow(self, outline: Outline) -> None:
        """Make the root and all below it, a stack of what is still to be made.

        A top branch has the accent of the deck's section, and all of the branch keeps it. Topics
        that only the deck shows are counted too, so that the others keep the deck's colours.
        """
        root = Node(
            outline.title,
            outline.subtitle,
            link=outline.link,
            notes=_notes(outline.notes),
            key="n0",
            path=ROOT,
            about=About(outline.notes) if outline.notes else NOTHING,
            origin=outline.origin,
        )
        self._add(root)
        words = words_of(outline.lang)
        for place, top in enumerate(outline.topics):
            stack: list[tuple[Topic | Leaf, int, str]] = [(top, 0, f"t{place + 1}")]
            role = accent(place)
            while stack:
                what, parent, path = stack.pop()
                if isinstance(what, Leaf):
                    self._add_leaf(what, (parent, path), role)
                elif what.only != OTHER:
                    index = self._add_topic(what, (parent, path), role)
                    stack.extend(_leaves_below(_leaves(what, words), index, path))
                    stack.extend(_points_below(what.points, index, path))

    def _add(self, node: Node) -> int:
        index = len(self.made)
        self.made.append(node)
        self.children.append([])
        if node.parent >= 0:
            self.children[node.parent].append(index)
        return index

    def _add_leaf(self, leaf: Leaf, place: tuple[int, str], role: ColorRole) -> None:
        parent, path = place
        self._add(
            Node(
                leaf.title,
                leaf.gist,
                parent=parent,
                depth=self.made[parent].depth + 1,
                accent=role,
                key=f"n{len(self.made)}",
                notes=leaf.notes,
                kind=leaf.kind,
                rows=leaf.rows,
                picture=leaf.picture,
                about=About(exhibits=leaf.exhibits) if leaf.exhibits else NOTHING,
                path=path,
                origin=leaf.origin,
            )
        )

    def _add_topic(self, topic: Topic, place: tuple[int, str], role: ColorRole) -> int:
        parent, path = place
        index = self._add(
            Node(
                topic.title,
                topic.gist,
                parent=parent,
                depth=self.made[parent].depth + 1,
                accent=role,
                link=topic.link,
                notes=_topic_notes(topic),
                key=f"n{len(self.made)}",
                tags=topic.tags,
                layout=topic.map_layout,
                icon=topic.icon,
                boundary=topic.boundary,
                summary=topic.summary,
                about=_about(topic),
                path=path,
                origin=topic.origin,
            )
        )
        if topic.id:
            self.ids.setdefault(topic.id, index)
        if topic.relates:
            self.relating.append((index, topic))
        return index

    def nodes(self) -> tuple[Node, ...]:
        """Return the nodes with their children, links to topics turned into links to nodes."""
        return tuple(
            [
                self._whole(node, children) if children or _has_links(node) else node
                for node, children in zip(self.made, self.children, strict=True)
            ]
        )

    def _whole(self, node: Node, children: Sequence[int]) -> Node:
        return replace(
            node,
            children=tuple(children),
            link=self._link(node.link),
            title=self._linked(node.title),
            gist=self._linked(node.gist),
        )

    def _link(self, link: str) -> str:
        """Return "#id" as "#key", nothing when that topic is not on the map."""
        if not link.startswith("#"):
            return link
        index = self.ids.get(link[1:], -1)
        return f"#{self.made[index].key}" if index >= 0 else ""

    def _linked(self, text: RichText) -> RichText:
        if not any(run.link.startswith("#") for run in text):
            return text
        return tuple(replace(run, link=self._link(run.link)) for run in text)

    def edges(self, report: Report) -> tuple[Edge, ...]:
        """Return the cross-links; one that leads nowhere on the map is a warning."""
        found: list[Edge] = []
        for start, topic in self.relating:
            for relation in topic.relates:
                end = self.ids.get(relation.to.removeprefix("#"), -1)
                if end < 0:
                    _warn_lost(relation.to, relation.origin, report)
                elif end != start:
                    found.append(Edge(start, end, relation.label, relation.origin))
        if len(found) > MOST_DRAWN:
            self._note_relations(found[MOST_DRAWN:])
            report.warn(
                found[MOST_DRAWN].origin,
                f"{len(found):,} relations are more than can be followed: {MOST_DRAWN} are drawn,"
                " and the others stand in their topics' notes",
                "keep those that matter",
                code="relations-not-drawn",
            )
        return tuple(found[:MOST_DRAWN])

    def _note_relations(self, edges: Sequence[Edge]) -> None:
        """Tell relations that are not drawn in the notes of the topics that they start from."""
        lines: dict[int, list[str]] = {}
        for edge in edges:
            title = plain(self.made[edge.end].title)
            label = f" ({edge.label})" if edge.label else ""
            lines.setdefault(edge.start, []).append(f"→ {title}{label}")
        for start, told in lines.items():
            node = self.made[start]
            paragraphs = (*node.about.notes, *(Paragraph(rich(line)) for line in told))
            self.made[start] = replace(
                node,
                notes="\n".join(filter(None, (node.notes, *told))),
                about=replace(node.about, notes=paragraphs),
            )


def _points_below(
    points: Sequence[Topic], parent: int, path: str
) -> list[tuple[Topic | Leaf, int, str]]:
    """Return what hangs from a node for the stack, the first on top."""
    last = len(points)
    return [(point, parent, child_key(path, last - i)) for i, point in enumerate(reversed(points))]


def _leaves_below(
    leaves: Sequence[Leaf], parent: int, path: str
) -> list[tuple[Topic | Leaf, int, str]]:
    last = len(leaves)
    return [(leaf, parent, f"{path}~{last - i}") for i, leaf in enumerate(reversed(leaves))]


def _has_links(node: Node) -> bool:
    if node.link:
        return True
    return any(run.link for run in node.title) or any(run.link for run in node.gist)


def _warn_lost(name: str, origin: Origin, report: Report) -> None:
    report.warn(
        origin,
        f"no topic on the map has the id '{name}', so this relation is not drawn",
        hint=f"give a topic 'id: {name.removeprefix('#')}', and not 'only: deck'",
        code="unknown-id",
    )


def _leaves(topic: Topic, words: Words) -> list[Leaf]:
    """Return what hangs from a topic after its points: its exhibits."""
    leaves = [leaf_of(exhibit, words) for exhibit in topic.exhibits]
    return [leaf for leaf in leaves if leaf.title]


def _topic_notes(topic: Topic) -> str:
    extras = (topic.boundary, " ".join(f"#{tag}" for tag in topic.tags), topic.page)
    if not topic.notes and not any(extras):
        return ""
    return "\n".join(filter(None, (_notes(topic.notes), *extras)))


def _about(topic: Topic) -> About:
    if not (topic.notes or topic.exhibits or topic.tags or topic.page):
        return NOTHING
    return About(topic.notes, topic.exhibits, topic.tags, topic.page)


def _notes(notes: Sequence[Paragraph]) -> str:
    """Return notes as plain lines, items of a list marked."""
    return "\n".join(
        "  " * paragraph.level + ("• " if paragraph.is_item else "") + plain(paragraph.runs)
        for paragraph in notes
    )
