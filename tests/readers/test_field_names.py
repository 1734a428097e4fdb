"""A field's name in Chinese, or with a capital, is the field; a private note stays private."""

from __future__ import annotations

import pytest
from outline_reading import outline_of, problems_of

from deckgen.model.richtext import plain
from deckgen.readers._schema import HEAD, TOPIC

LIST = "title: 题\ntopics:\n"


def notes_of(topic):
    """Return a topic's notes as one text."""
    return "\n".join(plain(paragraph.runs) for paragraph in topic.notes)


@pytest.mark.parametrize(
    "text",
    [
        "标题: 口碑\n副标题: 分享\n作者: 老周\n日期: 今天\n目录:\n- 甲\n",
        "標題: 口碑\n副標題: 分享\n作者: 老周\n日期: 今天\n目錄:\n- 甲\n",
        "Title: 口碑\nSubtitle: 分享\nAuthor: 老周\nDate: 今天\nTopics:\n- 甲\n",
        "title: 口碑\n副标题: 分享\nAuthor: 老周\n日期: 今天\n大綱:\n- 甲\n",
    ],
)
def test_a_head_in_any_language(text):
    """Head matter is read by its names in Chinese, too."""
    outline = outline_of(text)
    assert plain(outline.title) == "口碑"
    assert plain(outline.subtitle) == "分享"
    assert (outline.author, outline.date) == ("老周", "今天")
    assert [plain(topic.title) for topic in outline.topics] == ["甲"]


@pytest.mark.parametrize(
    "fields",
    [
        "{要旨: 好用, 要点: [一, 二], 备注: 别念}",
        "{要旨: 好用, 要點: [一, 二], 備註: 别念}",
        "{主旨: 好用, 要點: [一, 二], 講稿: 别念}",
        "{Gist: 好用, Points: [一, 二], Notes: 别念}",
        "{gist: 好用, 要点: [一, 二], 演讲备注: 别念}",
    ],
)
def test_the_fields_of_a_topic(fields):
    """A topic's fields are read by any of their names."""
    (topic,) = outline_of(f"{LIST}- 产品: {fields}\n").topics
    assert plain(topic.gist) == "好用"
    assert [plain(point.title) for point in topic.points] == ["一", "二"]
    assert notes_of(topic) == "别念"


@pytest.mark.parametrize("name", ["备注", "備註", "讲稿", "講者備註", "Notes"])
def test_a_note_alone_in_a_list_is_a_mistake(name):
    """What may be a private note is told, not shown."""
    told = f"field '{name}' stands where a topic is expected"
    (problem,) = problems_of(f"{LIST}- 甲\n- {name}: 别念\n")
    assert told in problem
    assert f"'title: {name}'" in problem


def test_a_note_with_a_full_width_colon_is_a_mistake():
    """`- 备注：…` is no topic either."""
    (problem,) = problems_of(f"{LIST}- 甲\n- 备注：别念\n")
    assert problem == "4:3 error: '备注' is followed by a full-width colon | write 'notes: …'"


@pytest.mark.parametrize("name", ["图片", "目标", "作者", "要点", "链接", "Image", "方法"])
def test_a_title_that_is_a_fields_name_too(name):
    """A pair in a list is a topic of that name, as it is without fields."""
    (topic,) = outline_of(f"{LIST}- {name}: 一句话\n").topics
    assert (plain(topic.title), plain(topic.gist)) == (name, "一句话")


def test_pairs_that_are_no_fields_together():
    """A mapping with a name that is no field holds topics."""
    (topic,) = outline_of(f"{LIST}- 资料:\n    链接: 多问一句\n    方法论: 少说\n").topics
    assert [plain(point.title) for point in topic.points] == ["链接", "方法论"]


def test_parts_of_groups_and_exhibits():
    """The parts of a book, a picture, a quotation have names in Chinese as well."""
    text = "标题: 题\n书: {书名: 参与感, 作者: 黎万强}\n"
    text += "目录:\n- 话: {引用: {原话: 天下武功, 作者: 某}}\n"
    outline = outline_of(text)
    assert (outline.book.title, outline.book.author) == ("参与感", "黎万强")
    (quote,) = outline.topics[0].exhibits
    assert (plain(quote.text), quote.by) == ("天下武功", "某")


def test_no_name_has_two_meanings():
    """In one table a Chinese name belongs to one field."""
    for table in (HEAD, TOPIC):
        names = [name for field in table for name in field.also.split()]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(("slip", "name"), [("gits", "gist"), ("ponits", "points")])
def test_two_letters_changed_round(slip, name):
    """A slip of two letters is told as the field that was meant."""
    (problem,) = problems_of(f"{LIST}- 甲: {{{slip}: 乙}}\n")
    assert problem == f"3:7 error: unknown field '{slip}' | did you mean '{name}'?"


def test_a_field_of_another_tool():
    """What other tools have a field for is told to be words here."""
    (problem,) = problems_of(f"{LIST}- 甲: {{video: a.mp4}}\n")
    assert problem.startswith("3:7 warning: deckgen has no field 'video': it is read as a point")
