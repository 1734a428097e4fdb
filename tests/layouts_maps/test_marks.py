"""What nodes show besides their words, and grounds round branches: all has room of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from maps_at_hand import mindmap_of, theme
from PIL import Image as Picture
from test_structures import NAMES, check, nodes_on, place

from deckgen.layouts.maps._move import shifted
from deckgen.layouts.maps._phone import WIDTH, place_for_phone
from deckgen.model.mindmap import About, MindMap
from deckgen.model.richtext import Paragraph, plain, rich
from deckgen.model.scene import Box, Image, Page, Path
from deckgen.model.style import Align
from deckgen.model.units import Rect, around, pt, px


def picture() -> bytes:
    out = BytesIO()
    Picture.new("RGB", (300, 200), "red").save(out, "PNG")
    return out.getvalue()


def decorated() -> MindMap:
    """A map on which every third node shows all that a node can."""
    mindmap = mindmap_of([0, 0, 0, 1, 1, 4, 4, 2, 3, 3, 9], (4, 9, 14))
    about = About((Paragraph(rich("备注")),))
    nodes = tuple(
        replace(
            node,
            icon="灯泡" if index % 3 == 1 else "",
            tags=("方法", "工具") if index % 3 == 1 else (),
            picture=picture() if index % 4 == 1 else b"",
            about=about if index % 3 == 1 else node.about,
            link="https://example.org" if index % 3 == 1 else "",
            boundary="圈起来" if index in (1, 4, 3) else "",
        )
        for index, node in enumerate(mindmap.nodes)
    )
    return replace(mindmap, nodes=nodes)


def line_frames(box: Box) -> Iterator[Rect]:
    """Where a box's lines stand."""
    room = box.frame.inset(box.text.insets)
    top = room.y + (room.height - box.text.height) // 2
    for paragraph in box.text.paragraphs:
        for line in paragraph.lines:
            is_centred = paragraph.style.align is Align.CENTER
            left = room.x + ((room.width - line.width) // 2 if is_centred else 0)
            yield Rect(left, top, line.width, paragraph.line_height)
            top += paragraph.line_height


def test_marks_stand_beside_all_that_a_title_of_lines_may_fill() -> None:
    """An office program fills the first line, where ours are even under a wider gist."""
    mindmap = mindmap_of([0, 0], (4, 9, 14))
    room_pt = theme().map.text_width / pt(1)
    title = rich("社会化媒体是加速器，用户关系是底座")
    gist = rich("文" * int(room_pt / theme().map.gist.sizes[0]))
    about = About((Paragraph(rich("备注")),))
    node = replace(mindmap.nodes[1], title=title, gist=gist, about=about, children=())
    mindmap = replace(mindmap, nodes=(mindmap.nodes[0], node, *mindmap.nodes[2:]))
    box = nodes_on(place(mindmap, "balanced"))[node.key]
    words = box.text.paragraphs[0]
    room = box.frame.inset(box.text.insets)
    assert len(words.lines) > 1
    assert max(line.width for line in words.lines) < room.width
    (mark,) = (mark for mark in box.marks if isinstance(mark, Path))
    assert min(point.x for point in mark.points) >= room.right


@pytest.mark.parametrize(("share", "count"), [(1.5, 1), (1.8, 2)])
def test_the_maps_own_title_may_reach_far_over_a_gist(share: float, count: int) -> None:
    """There is room on both sides of it, and a name is best read on one line."""
    mindmap = mindmap_of([0, 0, 0], (4, 9, 14))
    size, room = theme().map.styles[0].sizes[0], theme().map.text_width
    title = rich("题" * int(share * room / pt(size)))
    root = replace(mindmap.nodes[0], title=title, gist=rich("概要"))
    box = nodes_on(place(replace(mindmap, nodes=(root, *mindmap.nodes[1:])), "logic"))[root.key]
    assert len(box.text.paragraphs[0].lines) == count


@pytest.mark.parametrize("name", [*NAMES, "phone"])
def test_marks_stand_on_their_box_and_beside_its_words(name: str) -> None:
    """Icon, picture, and signs of notes and links, in every structure."""
    mindmap = decorated()
    page = place_for_phone(mindmap, theme()) if name == "phone" else place(mindmap, name)
    for node, box in zip(mindmap.nodes, nodes_on(page).values(), strict=True):
        kinds = [type(mark) for mark in box.marks]
        wanted = [Path] * 3 if node.icon else []
        assert kinds == ([*wanted, Image] if node.picture else wanted)
        for mark in box.marks:
            frame = mark.frame if isinstance(mark, Image) else frame_of(mark)
            assert box.frame.contains(frame), box.name
            assert not any(line.overlaps(frame) for line in line_frames(box)), box.name
        if node.tags:
            assert plain(box.text.paragraphs[-1].runs) == "#方法  #工具"
    if name not in ("phone", "matrix", "bracket"):
        check_without_labels(mindmap, page, name)


def test_an_icon_stands_by_a_centred_title_and_tags_as_the_words_above() -> None:
    """Under a wide gist the icon takes no room of its own; tags follow a gist that is set left."""
    gists = ("一行比标题宽得多的说明文字", "说明" * 60)
    cards = []
    for gist in gists:
        mindmap = mindmap_of([0])
        plainly = replace(mindmap.nodes[1], title=rich("标题"), gist=rich(gist))
        node = replace(plainly, icon="灯泡", tags=("方法",))
        boxes = [
            nodes_on(place(replace(mindmap, nodes=(mindmap.nodes[0], one)), "logic", "soft"))["n1"]
            for one in (plainly, node)
        ]
        assert boxes[0].frame.width == boxes[1].frame.width
        cards.append(boxes[1])
    for box, aligned in zip(cards, (Align.CENTER, Align.LEFT), strict=True):
        assert [par.style.align for par in box.text.paragraphs] == [Align.CENTER, aligned, aligned]
        title = next(line_frames(box))
        assert 0 < title.x - frame_of(box.marks[0]).right < title.height


def frame_of(mark: object) -> Rect:
    assert isinstance(mark, Path)
    points = [point for contour in (mark.points, *mark.others) for point in contour]
    return around(Rect(point.x, point.y, 0, 0) for point in points)


def check_without_labels(mindmap: MindMap, page: Page, name: str) -> None:
    kept = [one for one in page.shapes if not one.name.startswith("外框")]
    check(mindmap, replace(page, shapes=tuple(kept)), name)


@pytest.mark.parametrize("name", NAMES)
def test_a_boundary_holds_its_branch_and_nothing_else(name: str) -> None:
    """Every node of it stands on a ground, all grounds have one outline, labels are under none."""
    mindmap = decorated()
    page = place(mindmap, name)
    placed = nodes_on(page)
    grounds = [s for s in page.shapes if isinstance(s, Box) and s.name.startswith("外框")]
    for index in (1, 3, 4):
        branch = {index}
        for other, node in enumerate(mindmap.nodes):
            if node.parent in branch:
                branch.add(other)
        frames = [placed[mindmap.nodes[one].key].frame for one in branch]
        for frame in frames:
            assert any(ground.frame.contains(frame) for ground in grounds), index
    for ground in grounds:
        if ground.text.paragraphs:
            assert not any(ground.frame.overlaps(box.frame) for box in placed.values())
    assert page.shapes.index(grounds[0]) == 0


def test_a_boundary_of_many_pieces_has_one_outline() -> None:
    """Where the branch has no frame of its own: outlines first, the grounds above them without."""
    mindmap = mindmap_of([0, 0, 0, 1, 1, 2, 2, 2, 3, 3])
    nodes = list(mindmap.nodes)
    nodes[2] = replace(nodes[2], boundary="圈起来")
    page = place(replace(mindmap, nodes=tuple(nodes)), "timeline_down")
    drawn = [s for s in page.shapes if isinstance(s, Box) and s.name.startswith("外框")]
    grounds = [ground for ground in drawn if not ground.text.paragraphs]
    count = len(grounds) // 2
    assert count > 1
    assert [ground.line is not None for ground in grounds] == [True] * count + [False] * count
    for outer, inner in zip(grounds[:count], grounds[count:], strict=True):
        assert outer.frame.contains(inner.frame)
        assert outer.frame != inner.frame
    assert len(drawn) == len(grounds) + 1  # and the label


def test_a_telephones_page_is_as_wide_as_its_screen_with_boundaries_too() -> None:
    """Their grounds reach into the margin, the same at both sides."""
    page = place_for_phone(decorated(), theme())
    assert page.size.width == WIDTH
    frames = [shape.frame for shape in page.shapes if isinstance(shape, Box)]
    left = min(frame.x for frame in frames)
    right = WIDTH - max(frame.right for frame in frames)
    assert left > 0
    assert abs(left - right) <= px(1)


def test_marks_move_with_their_box() -> None:
    """A box that is put elsewhere takes them along."""
    box = nodes_on(place(decorated(), "logic"))["n1"]
    moved = shifted(box, 1000, 500)
    assert isinstance(moved, Box)
    assert [shifted(mark, 1000, 500) for mark in box.marks] == list(moved.marks)
