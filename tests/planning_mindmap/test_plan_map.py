"""An outline becomes a map: nodes, leaves, cross-links, colours, and nothing lost."""

from __future__ import annotations

from deckgen.model.color import ColorRole
from deckgen.model.mindmap import MindMap, Node
from deckgen.model.outline import (
    Book,
    Chart,
    Code,
    MapOptions,
    MapView,
    Outline,
    Picture,
    Quote,
    Reading,
    Relation,
    Table,
    Topic,
)
from deckgen.model.richtext import Paragraph, Run, plain, rich
from deckgen.planning.mindmap.build import plan_map
from deckgen.problems import Report
from deckgen.registry import map_rules


def planned(outline: Outline, report: Report | None = None) -> MindMap:
    return plan_map(outline, tuple(map_rules().values()), report or Report())


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
    """A quote with its source, a picture, a table, numbers, a listing; no summary."""
    exhibits = (
        Quote(rich("风口"), "雷军", "参与感", "12"),
        Picture("a.png", alt="一只猪", caption=rich("图一")),
        Table(((rich("年"), rich("量")), (rich("2011"), rich("30")))),
        Chart("bar", ("春",), (("销量", (1.5,)), ("成本", (2.0,)))),
        Code("a = 1\nb = 2\n"),
    )
    outline = Outline(rich("书"), topics=(topic("甲", exhibits=exhibits, summary="合起来"),))
    mindmap = planned(outline)
    assert dump(mindmap) == (
        "书\n  甲\n    “风口” | ——雷军，参与感，第 12 页\n    图一 | 一只猪\n    年 · 量\n"
        "    销量 · 成本\n    a = 1\nb = 2"
    )
    assert [node.kind for node in mindmap.nodes] == ["", "", "quote", "", "table", "table", "code"]
    assert rows_of(mindmap.nodes[4]) == "年 量/2011 30"
    assert rows_of(mindmap.nodes[5]) == " 销量 成本/春 1.5 2"
    assert mindmap.nodes[1].summary == "合起来"


def rows_of(node: Node) -> str:
    return "/".join(" ".join(plain(cell) for cell in row) for row in node.rows)


def test_what_is_too_long_for_a_map_is_cut_and_whole_in_its_notes() -> None:
    """A quote at a pause, a listing and a table between lines; folded away, they are whole too."""
    text = "甲乙丙丁，" * 40
    exhibits = (
        Quote((Run(text[:70]), Run(text[70:], bold=True))),
        Code("\n".join(map(str, range(40)))),
        Table(tuple((rich(str(row)),) for row in range(30))),
    )
    topics = (topic("甲", exhibits=exhibits),)
    quote, code, table = planned(Outline(rich("书"), topics=topics)).nodes[2:]
    assert plain(quote.title) == f"“{text[:115]}…"
    assert quote.notes == f"“{text}”"
    assert plain(code.title) == "\n".join([*map(str, range(13)), "…"])
    assert code.notes == "\n".join(map(str, range(40)))
    assert rows_of(table) == "/".join([*map(str, range(8)), "…"])
    assert table.notes == code.notes[: code.notes.index("\n30")]
    assert [node.about.exhibits for node in (quote, code, table)] == [(one,) for one in exhibits]
    folded = viewed(MapView(fold_below=1), *topics).nodes[1].notes
    assert all(node.notes in folded for node in (quote, code, table))


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
        "我 · 2026-11-21\n《参与感》 · 黎万强 · 第 1-98 页\n2 小时 · 精读 · 口碑从哪里来"
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


def viewed(view: MapView, *topics: Topic, depth: int = 0, report: Report | None = None) -> MindMap:
    outline = Outline(rich("书"), topics=topics, map=MapOptions(depth=depth, view=view))
    return planned(outline, report)


def test_a_folded_node_keeps_the_words_that_it_hides() -> None:
    """The same number as with a depth, and the words as a list in its notes."""
    deep = topic("甲", topic("子", topic("丑"), gist=rich("说明")), topic("卯"), tags=("要",))
    for view, depth, notes in (
        (MapView(fold_below=1), 0, "#要\n• 子: 说明\n  • 丑\n• 卯"),
        (MapView(fold_below=1), 2, "#要\n• 子: 说明\n• 卯"),
        (MapView(), 1, "#要"),
    ):
        mindmap = viewed(view, deep, topic("乙"), depth=depth)
        assert dump(mindmap) == "书\n  甲 (+3)\n  乙"
        assert mindmap.nodes[1].notes == notes


def test_a_branch_is_a_map_of_its_own() -> None:
    """By title or id: its topic is the root, the outline's title below it, its colour kept."""
    inner = topic("子", topic("丑"), gist=rich("要旨"), id="z")
    other = topic("乙", inner, relates=(Relation("z", "出"),))
    outer = topic("甲", topic("寅", relates=(Relation("z", "入"),)))
    for name in ("子", "z", "#z", " 子 "):
        mindmap = viewed(MapView(branch=name), outer, other)
        assert dump(mindmap) == "子 | 书\n要旨\n  丑"
        assert mindmap.title == "书 · 子"
        assert [node.accent for node in mindmap.nodes] == [ColorRole.ACCENT2] * 2
        assert mindmap.nodes[0].parent == -1
    assert dump(viewed(MapView(branch="书"), outer)) == dump(viewed(MapView(), outer))


def test_a_branch_that_is_missing_or_double_is_told() -> None:
    """The nearest title is offered; of two topics with a title the first is drawn."""
    report = Report()
    viewed(MapView(branch="连结用户"), topic("连接用户", topic("子")), report=report)
    (error,) = report.problems
    assert error.message == "no topic on the map has the title or the id '连结用户'"
    assert error.hint == "did you mean '连接用户'?"
    report = Report()
    mindmap = viewed(
        MapView(branch="小结"), topic("小结", topic("一")), topic("小结"), report=report
    )
    assert dump(mindmap) == "小结 | 书\n  一"
    (warning,) = report.problems
    assert warning.message == "2 topics have the title '小结', the first of them is drawn"


def test_a_tag_keeps_its_branches_and_the_way_there() -> None:
    """What is below a tagged topic stays, its siblings go; colours stay the deck's."""
    first = topic("甲", topic("子", topic("丑"), tags=("案例",)), topic("寅"))
    second = topic("乙", topic("卯"))
    third = topic("丙", tags=("案例",), relates=(Relation("x"),))
    mindmap = viewed(MapView(tag="#案例"), first, second, third, report=Report())
    assert dump(mindmap) == "书\n  甲\n    子\n      丑\n  丙"
    assert mindmap.nodes[-1].accent is ColorRole.ACCENT3
    report = Report()
    viewed(MapView(tag="案列"), first, report=report)
    (error,) = report.problems
    assert (error.message, error.hint) == ("no topic on the map has the tag '案列'", "known: 案例")


def test_a_topics_own_structure_reaches_its_node() -> None:
    """`map: {layout: org}` on a topic."""
    mindmap = planned(Outline(rich("书"), topics=(topic("甲", map_layout="org"), topic("乙"))))
    assert [node.layout for node in mindmap.nodes] == ["", "org", ""]
