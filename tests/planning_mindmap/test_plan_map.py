"""An outline becomes a map: nodes, leaves, cross-links, colours, and nothing lost."""

from __future__ import annotations

from deckgen.model.color import ColorRole
from deckgen.model.mindmap import MindMap
from deckgen.model.outline import (
    Book,
    Chart,
    Code,
    MapOptions,
    Outline,
    Picture,
    Quote,
    Reading,
    Relation,
    Table,
    Topic,
)
from deckgen.model.richtext import Paragraph, Run, plain, rich
from deckgen.planning.mindmap.branch_colors import RULE as BRANCH_COLORS
from deckgen.planning.mindmap.build import plan_map
from deckgen.planning.mindmap.prune import RULE as PRUNE
from deckgen.problems import Report


def planned(outline: Outline, report: Report | None = None) -> MindMap:
    return plan_map(outline, (BRANCH_COLORS, PRUNE), report or Report())


def dump(mindmap: MindMap) -> str:
    """A line a node: title | gist, indented by depth; then the cross-links."""
    lines = []
    for node in mindmap.nodes:
        words = " | ".join(filter(None, (plain(node.title), plain(node.gist))))
        hidden = f" (+{node.hidden})" if node.hidden else ""
        lines.append("  " * node.depth + words + hidden)
    keys = [node.key for node in mindmap.nodes]
    lines += [f"{keys[edge.start]} > {keys[edge.end]} {edge.label}" for edge in mindmap.edges]
    return "\n".join(lines)


def topic(title: str, *points: Topic, **fields: object) -> Topic:
    return Topic(rich(title), points=points, **fields)  # type: ignore[arg-type]  # test shorthand


def test_topics_become_nodes_in_reading_order() -> None:
    """The root is the outline, its subtitle the gist; children follow their parent."""
    outline = Outline(
        rich("书"), rich("副题"), topics=(topic("甲", topic("子"), topic("丑")), topic("乙"))
    )
    assert dump(planned(outline)) == "书 | 副题\n  甲\n    子\n    丑\n  乙"
    nodes = planned(outline).nodes
    assert [node.key for node in nodes] == ["n0", "n1", "n2", "n3", "n4"]
    assert [node.children for node in nodes] == [(1, 4), (2, 3), (), (), ()]


def test_exhibits_become_leaves_with_all_their_words() -> None:
    """A quote with its source, a picture, a table, numbers, a listing and a summary."""
    exhibits = (
        Quote(rich("风口"), "雷军", "参与感", "12"),
        Picture("a.png", alt="一只猪", caption=rich("图一")),
        Table(((rich("年"), rich("量")), (rich("2011"), rich("30")))),
        Chart("bar", ("春",), (("销量", (1.5,)), ("成本", (2.0,)))),
        Code("a = 1\nb = 2\n"),
    )
    outline = Outline(rich("书"), topics=(topic("甲", exhibits=exhibits, summary="合起来"),))
    assert dump(planned(outline)) == (
        "书\n  甲\n    “风口” | — 雷军 · 参与感 · p. 12\n    图一 | 一只猪\n    年 · 量\n"
        "      2011 | 30\n    销量 · 成本\n      春 | 1.5 · 2\n    a = 1\nb = 2\n    合起来"
    )


def test_notes_stay_with_their_node_and_the_record_describes_the_map() -> None:
    """Notes are the node's; author, book and reading are the description, a line each."""
    notes = (Paragraph(rich("先讲")), Paragraph(rich("再讲"), is_item=True))
    outline = Outline(
        rich("书"),
        author="我",
        date="2026-11-21",
        book=Book("参与感", "黎万强", pages="1-98"),
        reading=Reading(minutes=120, method="精读", goal="口碑从哪里来"),
        topics=(topic("甲", notes=notes, boundary="圈起来"),),
    )
    mindmap = planned(outline)
    assert mindmap.nodes[1].notes == "先讲\n• 再讲\n圈起来"
    assert mindmap.description == (
        "我 · 2026-11-21\n《参与感》 · 黎万强 · p. 1-98\n120 min · 精读 · 口碑从哪里来"
    )


def test_what_is_only_for_the_deck_is_left_out_and_colours_stay_the_decks() -> None:
    """The third topic keeps the third accent, and so does all that hangs from it."""
    outline = Outline(
        rich("书"),
        topics=(
            topic("甲"),
            topic("乙", topic("不见"), only="deck"),
            topic("丙", topic("子", only="deck"), topic("丑", topic("寅"))),
        ),
    )
    mindmap = planned(outline)
    assert [(plain(node.title), node.accent) for node in mindmap.nodes] == [
        ("书", ColorRole.ACCENT1),
        ("甲", ColorRole.ACCENT1),
        ("丙", ColorRole.ACCENT3),
        ("丑", ColorRole.ACCENT3),
        ("寅", ColorRole.ACCENT3),
    ]


def test_relations_lead_to_the_topic_with_that_id() -> None:
    """An id that is not on the map is a warning that names it."""
    report = Report()
    relates = (Relation("b", "引出"), Relation("nowhere"))
    outline = Outline(rich("书"), topics=(topic("甲", relates=relates), topic("乙", id="b")))
    assert dump(planned(outline, report)) == "书\n  甲\n  乙\nn1 > n2 引出"
    assert [problem.message for problem in report.problems] == [
        "no topic on the map has the id 'nowhere', so this relation is not drawn"
    ]


def test_links_to_topics_become_links_to_nodes() -> None:
    """`#id` in a field or in the text is a jump to the node; to nothing, it is no link."""
    title = (Run("见"), Run("乙", link="#b"), Run("网", link="https://a.b"))
    outline = Outline(
        rich("书"), topics=(Topic(title, link="#gone"), topic("乙", id="b", link="https://c.d"))
    )
    first, second = planned(outline).nodes[1:]
    assert [run.link for run in first.title] == ["", "#n2", "https://a.b"]
    assert (first.link, second.link) == ("", "https://c.d")


def test_a_pruned_node_says_how_many_it_hides() -> None:
    """Depth counts levels below the root; links and cross-links end at what is shown."""
    deep = topic("甲", topic("子", topic("丑", id="x"), topic("寅")), topic("卯"))
    other = topic("乙", relates=(Relation("x", "见"),), link="#x")
    outline = Outline(rich("书"), topics=(deep, other), map=MapOptions(depth=1))
    mindmap = planned(outline)
    assert dump(mindmap) == "书\n  甲 (+4)\n  乙\nn6 > n1 见"
    assert mindmap.nodes[2].link == "#n1"
    assert [node.children for node in mindmap.nodes] == [(1, 2), (), ()]


def test_depth_zero_and_a_depth_beyond_the_tree_keep_all() -> None:
    """Nothing is hidden then, and no node says so."""
    for depth in (0, 9):
        outline = Outline(
            rich("书"), topics=(topic("甲", topic("子")),), map=MapOptions(depth=depth)
        )
        assert dump(planned(outline)) == "书\n  甲\n    子"


def test_a_chain_of_thousands_is_planned() -> None:
    """No recursion: 3,000 levels, one below the other."""
    chain = topic("底")
    for number in range(3000):
        chain = topic(str(number), chain)
    mindmap = planned(Outline(rich("书"), topics=(chain,)))
    assert mindmap.nodes[-1].depth == 3001
