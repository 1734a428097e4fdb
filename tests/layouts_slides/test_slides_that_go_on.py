"""Each kind of slide goes on in its own way, and says all that it was given."""

from __future__ import annotations

import pytest
from slides_at_hand import dump, faults, item, lost, pages_of, quoting, slide, theme

from deckgen.model.scene import Page

SENTENCES = [f"第{number}句话说的是参与感从哪里来，又到哪里去。" for number in range(1, 31)]
LONG_ROW = "这一行写得很满，要占去面板里的两行，还多出一小截来"


def outline_of(pages: list[Page]) -> str:
    """Return the layout and the words of every page, shortened."""
    return "\n".join(dump(page) for page in pages)


def test_a_comparison_goes_on_as_one() -> None:
    """Rows are shared out evenly; heads are said again, and both sides go on together."""
    rows = [f"{number}、{LONG_ROW}" for number in range(1, 9)]
    told = slide("compare", item("从前", "", *rows), item("现在", "", *rows))
    pages = pages_of(told, theme())
    assert [page.layout for page in pages] == ["compare-4", "compare-4"]
    assert [sum("、" in line for line in dump(page).splitlines()) for page in pages] == [8, 8]
    assert lost(told, pages) == ""
    assert [fault for page in pages for fault in faults(page, theme())] == []


def test_a_comparison_never_has_an_empty_side() -> None:
    """With one row on the one side and many on the other, a list it is."""
    rows = [f"{number}、{LONG_ROW}{LONG_ROW}" for number in range(1, 12)]
    told = slide("compare", item("从前", "", "一行"), item("现在", "", *rows))
    assert {page.layout[:7] for page in pages_of(told, theme())} == {"bullets"}


@pytest.mark.parametrize("count", [12, 20, 30])
def test_a_long_quote_goes_on_as_one(count: int) -> None:
    """It is cut between sentences, and who said it stands on every part."""
    told = quoting("".join(SENTENCES[:count]), by="黎万强")
    pages = pages_of(told, theme())
    assert {page.layout for page in pages} == {"quote"}
    assert len(pages) > 1
    assert lost(told, pages) == ""
    for page in pages:
        (words,) = [shape.text for shape in page.shapes if shape.placeholder == 1]
        text = "".join(run.text for one in words.paragraphs for run in one.runs)
        assert (text[0], text[-1]) == ("第", "。")
        assert "——黎万强" in dump(page)
        assert faults(page, theme()) == []


def test_parts_of_a_quote_are_even() -> None:
    """No part is less than half of another."""
    pages = pages_of(quoting("".join(SENTENCES[:20])), theme())
    lengths = [len(dump(page)) for page in pages]
    assert min(lengths) * 2 >= max(lengths)


def test_parts_keep_the_form_of_the_first() -> None:
    """Wide numbers take rows on a narrow page; narrow ones that go on would have columns."""
    wide = [item(f"{number},000 万人", "门店") for number in (1, 2, 3)]
    told = slide("stat", *wide, *(item(f"{number}篇", "每天") for number in (4, 5, 6)))
    look = theme(aspect="4:3")
    assert [page.layout for page in pages_of(told, look)] == ["stat-3-rows", "stat-3-rows"]
    alone = slide("stat", *told.items[3:])
    assert [page.layout for page in pages_of(alone, look)] == ["stat-3"]


def test_a_chain_goes_on_with_as_many_steps_in_a_row() -> None:
    """Seven steps stand four in a row on a narrow page, and so do the six after them."""
    steps = [item(f"第{number}步") for number in range(1, 14)]
    look = theme("base", "4:3")
    first, second = pages_of(slide("process", *steps), look)
    assert [first.layout, second.layout] == ["process-7-bare", "process-6-by4-bare"]
    frames = [
        [box.frame for box in page.shapes if 20 <= getattr(box, "placeholder", 0) < 40]
        for page in (first, second)
    ]
    assert frames[0][:6] == frames[1]


def test_a_chain_with_small_texts_stands_in_two_rows() -> None:
    """A page has room below one row of narrow cards; two rows of wide ones set larger type."""
    steps = [item("扫空药盒", "不用记药名，家里老人也学得会") for _ in range(4)]
    layouts = [
        pages_of(slide("process", *steps), theme("base", aspect))[0].layout
        for aspect in ("16:9", "4:3")
    ]
    assert layouts == ["process-4", "process-4-rows"]


def test_facts_that_go_on_stand_in_rows_from_the_start() -> None:
    """Tiles first, because the long fact is on the second page, would be two kinds of page."""
    facts = [item(name, "说了十来个字的一件事") for name in ("作者", "用时", "方法", "地点")]
    told = slide("reading", item("书名", "《参与感》"), *facts, item("目标", SENTENCES[0] * 5))
    first, second = (page.layout for page in pages_of(told, theme()))
    assert (first[9:14], second[9:14]) == ("-rows", "-rows")


def test_a_form_that_cuts_no_word_is_rather_taken() -> None:
    """A narrow tile would part 思维; in rows it stays whole."""
    facts = {"书名": "《微信思维》", "作者": "谢晓萍主编", "页码": "1-98", "用时": "2 小时"}
    told = [item(name, said) for name, said in facts.items()]
    look = theme(aspect="4:3")
    (short,) = pages_of(slide("reading", *told, item("目标", "弄懂思维")), look)
    (long,) = pages_of(slide("reading", *told, item("目标", "弄懂微信思维是什么")), look)
    assert (short.layout, long.layout) == ("reading-5", "reading-5-rows-long")


def test_of_several_gists_none_goes_on_alone() -> None:
    """Long ones that no rows hold are one list, not a page each."""
    told = slide("takeaways", *(item(f"第{n}条，名字说得长", LONG_ROW * 6) for n in (1, 2, 3)))
    assert {page.layout[:7] for page in pages_of(told, theme(aspect="4:3"))} == {"bullets"}


def test_a_list_is_no_larger_where_it_goes_on() -> None:
    """The last item alone would stand large; after two that are not it does not."""
    groups = [
        item(name, "", "每周见五位用户", "每天看一百条留言", "每月写一篇复盘") for name in "甲乙丙"
    ]
    pages = pages_of(slide("bullets", *groups), theme())
    assert [page.layout for page in pages] == ["bullets", "bullets"]
    assert [page.layout for page in pages_of(slide("bullets", groups[2]), theme())] == [
        "bullets-few"
    ]
