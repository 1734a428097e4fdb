"""Pages are counted, and each part of a split slide says which of how many it is."""

from __future__ import annotations

from dataclasses import replace

from scenes_at_hand import page, scene, theme, title_of

from deckgen.finishing.number import apply
from deckgen.model.richtext import plain
from deckgen.model.scene import Page
from deckgen.model.units import pt
from deckgen.problems import Report


def numbered(*pages: Page) -> tuple[Page, ...]:
    return apply(scene(*pages), theme(), Report()).pages


def test_pages_are_numbered_from_one() -> None:
    """The number is the place in the file."""
    pages = numbered(page("cover"), page("t1"), page("t2"))
    assert [one.number for one in pages] == [1, 2, 3]
    assert [title_of(one) for one in pages] == ["标题"] * 3


def test_parts_of_a_slide_are_marked() -> None:
    """The mark stands in the title's box and in the page's name; whole slides have none."""
    pages = numbered(page("t1"), page("t1~2"), page("t1~3"), page("t2"), page("t3"), page("t3~2"))
    assert [title_of(one) for one in pages] == [
        "标题（1/3）", "标题（2/3）", "标题（3/3）", "标题", "标题（1/2）", "标题（2/2）",
    ]  # fmt: skip
    assert [one.title for one in pages] == [title_of(one) for one in pages]
    assert [one.number for one in pages] == [1, 2, 3, 4, 5, 6]


def test_keys_with_a_tilde_of_their_own_are_no_parts() -> None:
    """Deep topics have hashed keys, `t~4f0c…`: four of them once were marked （1/4） to （4/4）."""
    keys = ("t~0123456789abcdef", "t~1234567890123456", "t~0123456789abcdef.2", "a~b")
    pages = numbered(*(page(key) for key in keys), page("t~0123456789abcdef~2"))
    assert [title_of(one) for one in pages] == [
        "标题（1/2）", "标题", "标题", "标题", "标题（2/2）",
    ]  # fmt: skip


def test_a_marked_title_still_fits() -> None:
    """The title is set anew with its mark, at a smaller size where it has to be."""
    long = "口碑的铁三角是产品社会化媒体和用户关系口碑的铁三角是产品"
    one, two = numbered(page("t1", long), page("t1~2", long))
    for told in (one, two):
        text = told.shapes[0].text
        assert text.height <= told.shapes[0].frame.height
        lines = [plain(line.runs) for line in text.paragraphs[0].lines]
        assert "".join(lines) == title_of(told)
        assert not any(line.startswith(("/", "）")) for line in lines)


def test_a_page_without_a_title_is_only_counted() -> None:
    """A map is one page without a placeholder."""
    bare = Page("map", "图", theme().grid.page, ())
    assert [one.number for one in numbered(bare)] == [1]


def test_the_mark_stays_on_one_line() -> None:
    """In a narrow column the title is set smaller, so that a wider face does not break the mark."""
    look = theme()
    (marked, _) = apply(scene(page("t1"), page("t1~2")), look, Report()).pages
    (title,) = marked.shapes
    spec = look.layouts[marked.layout]
    holder = spec.placeholder(0)
    narrow = replace(holder, frame=replace(holder.frame, width=pt(130)))
    layouts = {marked.layout: replace(spec, placeholders=(narrow,))}
    (again, _) = apply(
        scene(page("t1"), page("t1~2")), replace(look, layouts=layouts), Report()
    ).pages
    lines = [plain(line.runs) for line in again.shapes[0].text.paragraphs[0].lines]
    assert lines[-1] == "（1/2）"
    assert again.shapes[0].text.paragraphs[0].size_pt < title.text.paragraphs[0].size_pt
