"""Each mistake with its place, its words and its hint."""

from __future__ import annotations

import pytest
import yaml
from outline_reading import problems_of, reading

import deckgen.readers.yaml as yaml_reader
from deckgen.readers._inline import LINK_HINT

HEAD = "title: 题\ntopics:\n"
QUOTES = "close it on its line, or use “ ”"

SYNTAX = [
    (
        "title: 甲: 乙\n",
        "1:9 error: a second ': ' in this line | put the text in quotes: \"甲: 乙\"",
    ),
    (
        "title: 甲\n  author: 乙\n",
        "2:3 error: this line is indented below one that has its value already"
        " | align it with the line above, or give that line no value of its own",
    ),
    (HEAD + "\t- 甲\n", "3:1 error: a tab in the indentation | indent with spaces"),
    (HEAD + "- 甲:\n  - 乙\n\t- 丙\n", "5:1 error: a tab in the indentation | indent with spaces"),
    (
        HEAD + "- 甲:\n　- 乙\n",
        "4:1 error: a wide space in the indentation | indent with ordinary spaces",
    ),
    (
        "title: 甲\n副标题：乙\n",
        "2:4 error: a full-width colon where YAML wants ':' | write '副标题: …'",
    ),
    (
        "title: 甲\nsubtitle:乙\n",
        "2:9 error: no space after 'subtitle:' | write 'subtitle: …'",
    ),
    (
        "title: 甲\n乙\n",
        "2:1 error: this line is neither 'field: value' nor '- item'"
        " | indent it below the text it belongs to, or begin it with '- '",
    ),
    (
        HEAD + "- **重点**内容\n",
        "3:3 error: text cannot begin with '*' in YAML | put it in quotes: \"**重点**内容\"",
    ),
    (
        HEAD + "- *em x\n",
        "3:3 error: text cannot begin with '*' in YAML | put it in quotes: \"*em x\"",
    ),
    (
        HEAD + "- & 甲\n",
        "3:3 error: text cannot begin with '&' in YAML | put it in quotes: \"& 甲\"",
    ),
    (
        HEAD + "- !重 甲\n",
        "3:3 error: text cannot begin with '!' in YAML | put it in quotes: \"!重 甲\"",
    ),
    (HEAD + "- @甲\n", "3:3 error: text cannot begin with '@' in YAML | put it in quotes: \"@甲\""),
    (
        HEAD + "- `a` b\n",
        "3:3 error: text cannot begin with '`' in YAML | put it in quotes: \"`a` b\"",
    ),
    (HEAD + "- %甲\n", "3:3 error: text cannot begin with '%' in YAML | put it in quotes: \"%甲\""),
    ("%甲\ntitle: 题\n", "1:1 error: text cannot begin with '%' in YAML | put it in quotes"),
    ('title: "甲\ntopics: [乙]\n', f"1:8 error: a quote that is never closed | {QUOTES}"),
    ("title: '甲\n", f"1:8 error: a quote that is never closed | {QUOTES}"),
    (
        HEAD + '- "甲"乙\n',
        "3:6 error: text goes on after the closing quote | quote all of the text, or use “ ”",
    ),
    (
        HEAD + "- [甲] 乙: 丙\n",
        '3:7 error: text goes on after the closing bracket | put it in quotes: "[甲] 乙"',
    ),
    (
        HEAD + '- "C:\\q"\n',
        "3:6 error: a backslash that means nothing in quotes"
        " | double the backslash, or use single quotes",
    ),
    (
        "title: 题\ntopics: [甲, 乙\nauthor: 丙\n",
        "2:9 error: '[' is never closed | close it, or put the text in quotes",
    ),
    (
        "title: 题\nbook: {title: a b: c}\n",
        "2:18 error: a ',' is missing inside '{' | put text that holds : , [ ] { } in quotes",
    ),
    (
        HEAD + "- ]\n",
        "3:3 error: ']' where a value is expected | put text that holds , [ ] { } in quotes",
    ),
    (
        HEAD + "- 甲: | 讲稿\n",
        "3:8 error: text on the line of '|' or '>'"
        " | begin the text on the next line, or put it in quotes",
    ),
    (
        HEAD + "- 甲: - 乙\n",
        "3:6 error: a list begins on the line of its field | put it on the next line",
    ),
    (
        HEAD + "- 甲\nauthor: 乙\n- 丙\n",
        "5:1 error: a list item among fields | indent it below the field it belongs to",
    ),
    (
        "- 甲\n乙: 丙\n",
        "2:1 error: a field among list items"
        " | begin it with '- ', or indent it below the item it belongs to",
    ),
    (
        HEAD + "- 甲:\n    gist: 乙\n   notes: 丙\n",
        "5:4 error: this line is in no column of those above it"
        " | the block it would continue began on line 3 in column 3",
    ),
    (
        HEAD + "- 甲\n---\n- 乙\n",
        "4:1 error: a second document begins here | one file is one talk: take the '---' out",
    ),
    (
        HEAD + "- 甲\n  - 乙\n",
        "4:3 error: this list item is taken for more text of the line above"
        " | end the line above with ':' to put points below it, or align the '-' with its own",
    ),
    (
        HEAD + "- 第一章：\n  - 甲\n",
        "3:6 error: a full-width colon where YAML wants ':' | end this line with ':'",
    ),
    (
        HEAD + "- Part one：\n  - 甲\n",
        "3:11 error: a full-width colon where YAML wants ':' | end this line with ':'",
    ),
    (
        HEAD + "- *甲a\n",
        "3:3 error: text cannot begin with '*' in YAML | put it in quotes: \"*甲a\"",
    ),
    (HEAD + "- *zz\n", "3:3 error: '*zz' names nothing | put it in quotes: \"*zz\""),
    (
        HEAD + "- 甲: &a [一]\n- 乙: &a [二, *a]\n",
        "4:13 error: '*a' stands inside what it names | write it out",
    ),
    (
        HEAD + "- &A 公司\n",
        "3:3 warning: '&A' is taken for a YAML anchor | if it is text put it in quotes: \"&A …\"",
    ),
    (HEAD + "- !a 公司\n", "3:3 error: '!a' is taken for a YAML tag | put the text in quotes"),
    (
        HEAD + "- !!python/name:os.system 甲\n",
        "3:3 error: '!!python/name:os.system' is taken for a YAML tag | put the text in quotes",
    ),
    (
        HEAD + "- {[a]: 乙}\n- 丙\n",
        "3:4 error: brackets cannot name a field | put the text in quotes",
    ),
]

FIELDS = [
    ("", "1:1 error: the outline is empty | begin with 'title: …', then 'topics:' and a list"),
    (
        "# 只有说明\n",
        "1:1 error: the outline is empty | begin with 'title: …', then 'topics:' and a list",
    ),
    (
        "一段话\n",
        "1:1 error: the outline is one piece of text"
        " | begin with 'title: …', then 'topics:' and a list",
    ),
    ("标题：甲\n", "1:1 error: '标题' is followed by a full-width colon | write 'title: …'"),
    ("title:甲\n", "1:1 error: 'title' has no space after its colon | write 'title: …'"),
    ("topics: [甲]\n", "1:1 error: the outline has no title | add 'title: …' at the top"),
    ("title: 题\n", "1:1 warning: the outline has no topics | add 'topics:' and a list"),
    ("titel: 题\ntopics: [甲]\n", "1:1 error: unknown field 'titel' | did you mean 'title'?"),
    (
        "title: 题\nauthr: 乙\ntopics: [甲]\n",
        "2:1 error: unknown field 'authr' | did you mean 'author'?",
    ),
    (
        "title: 题\n第一章: [甲]\n",
        "2:1 error: unknown field '第一章' | topics stand below 'topics:', each after '- '",
    ),
    (
        "title: 题\ntitle: 二\ntopics: [甲]\n",
        "2:1 error: 'title' is given twice; first on line 1 | keep one of them",
    ),
    (
        HEAD + "- 甲: {gist: 一, gist: 二}\n",
        "3:16 error: 'gist' is given twice; first on line 3 | keep one of them",
    ),
    (
        "title: {title}\ntopics: [甲]\n",
        "1:8 error: 'title' takes text, not a mapping | put text with { } in quotes",
    ),
    (
        "title: 题\nauthor: [甲, 乙]\ntopics: [甲]\n",
        "2:9 error: 'author' takes text, not a list | write 'author: …' with one text",
    ),
    (
        "title: 题\ntalk: 25\ntopics: [甲]\n",
        "2:7 error: 'talk' takes fields, not text | its fields are: minutes, audience",
    ),
    (
        "title: 题\nbook: {title：书}\ntopics: [甲]\n",
        "2:8 error: 'title' is followed by a full-width colon | write 'title: …'",
    ),
    (
        "title: 题\ndeck: {aspect: 16:10}\ntopics: [甲]\n",
        "2:16 error: 'aspect' is 16:9 or 4:3, not '16:10' | write 16:9 or 4:3",
    ),
    (
        "title: 题\nmap: {depth: 2.5}\ntopics: [甲]\n",
        "2:14 error: 'depth' is a whole number, not '2.5' | such as 2",
    ),
    (
        "title: 题\nlink: www.x.cn\ntopics: [甲]\n",
        f"2:7 warning: the link 'www.x.cn' is left out | {LINK_HINT}",
    ),
    (
        HEAD + "- 甲: {icon: crwon}\n",
        "3:13 error: unknown icon 'crwon' | did you mean 'crown'?",
    ),
    (
        HEAD + "- 甲: {icon: 外星人}\n",
        "3:13 error: unknown icon '外星人' | see docs/icons.md for all names, or write an emoji",
    ),
    (
        HEAD + "- 甲: {minutes: 25分钟}\n",
        "3:16 error: 'minutes' is a number, not '25分钟' | write the number alone: 25",
    ),
    (
        HEAD + "- 甲: {minutes: 半小时}\n",
        "3:16 error: 'minutes' is a number, not '半小时' | write it in digits",
    ),
    (
        HEAD + "- 甲: {build: 也许}\n",
        "3:14 error: 'build' is yes or no, not '也许' | write true or false",
    ),
    (
        HEAD + "- 甲: {only: 幻灯}\n",
        "3:13 error: 'only' is deck or map, not '幻灯' | write deck or map",
    ),
    (HEAD + "- 甲: {pionts: [乙]}\n", "3:7 error: unknown field 'pionts' | did you mean 'points'?"),
    (
        HEAD + "- 甲: {gist: 乙, ntoes: 丙}\n",
        "3:16 error: unknown field 'ntoes' | did you mean 'notes'?",
    ),
    (
        HEAD + "- 甲:\n    points:\n    - notes: 讲\n",
        "5:7 error: the field 'notes' stands where a topic is expected"
        " | indent it below its topic, or write 'title: notes' if it is one",
    ),
    (
        HEAD + "- gist：乙\n",
        "3:3 error: 'gist' is followed by a full-width colon | write 'gist: …'",
    ),
    (HEAD + "- gist:乙\n", "3:3 error: 'gist' has no space after its colon | write 'gist: …'"),
    (HEAD + "- gist: 甲\n  points: [乙]\n", "3:3 error: a topic without a title | add 'title: …'"),
    (HEAD + "- : 甲\n", "3:3 error: nothing stands before the ':' | add a title"),
    (
        HEAD + "- 甲: {title: 乙}\n",
        "3:7 error: this topic has a title already | keep one of them",
    ),
    (
        HEAD + "- 甲\n- [乙, 丙]\n",
        "4:3 error: a list where a topic is expected | give it a title: '- title:', then the list",
    ),
    (
        "lang: 中文\n" + HEAD + "- 甲\n",
        "1:7 warning: '中文' is no language tag | write zh-CN, zh-TW, en or another tag",
    ),
    (
        HEAD + "- 甲\n- ''\n",
        "4:3 warning: an empty topic is left out | take the line out, or put the text in quotes: "
        "'#' begins a comment",
    ),
    (HEAD + "- 甲: {link: '#a'}\n", "3:13 error: no topic has the id 'a' | give the topic this id"),
    (
        HEAD + "- 甲: {relates: [{to: frist}]}\n- 乙: {id: first}\n",
        "3:22 error: no topic has the id 'frist' | did you mean 'first'?",
    ),
    (
        HEAD + "- 见[甲](#b)\n- 乙: {id: bc}\n",
        "3:3 error: no topic has the id 'b' | did you mean 'bc'?",
    ),
    (
        HEAD + "- 甲: {id: a}\n- 乙: {id: a}\n",
        "4:11 error: the id 'a' is given twice; first on line 3 | give each topic an id of its own",
    ),
    (
        HEAD + "- 见[甲](javascript:alert)\n",
        f"3:3 warning: the link 'javascript:alert' is left out | {LINK_HINT}",
    ),
]


def test_what_a_syntax_error_hides_is_not_missed():
    """A topic that is pointed at may stand below the error."""
    (told,) = problems_of(HEAD + "- 甲: {link: '#a'}\n- 乙: 丙: 丁\n- 戊: {id: a}\n")
    assert told.startswith("4:7 error: a second ': ' in this line")


@pytest.mark.parametrize(("text", "problem"), SYNTAX + FIELDS)
def test_one_mistake_is_one_problem(text, problem):
    """A mistake is told once, with its place and the way out."""
    assert problems_of(text) == [problem]


@pytest.mark.parametrize(("text", "problem"), SYNTAX)
def test_the_reader_without_libyaml_says_the_same(text, problem, monkeypatch):
    """PyYAML's own scanner uses other words; the author hears the same ones, at the same line."""
    monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)
    told = problems_of(text)
    assert [line.partition(":")[0] for line in told] == [problem.partition(":")[0]]
    assert told[0].partition(" ")[2] == problem.partition(" ")[2]


def test_mistakes_are_told_together_with_their_lines():
    """All mistakes of a file are told in one go, in order, each with its source line."""
    outline, problems = reading(
        "title: 题\nthem: ink\ntopics:\n- 甲: {build: x}\n- 乙: {minutes: y}\n"
    )
    assert outline is not None
    assert [problem.split(" error")[0] for problem in problems] == ["2:1", "4:14", "5:16"]
