"""A fix, applied unread, makes its problem go away."""

from __future__ import annotations

from pathlib import Path

import pytest
from skill_loop import apply_fix

from deckgen.answers import problem_entry
from deckgen.pipeline import Themes, plan, read_outline
from deckgen.problems import DeckgenError, Problem, Report

HEAD = "title: 题\ntopics:\n"
MISTAKES = {  # what is wrong: its code, the text, and what the text is after the fix
    "layout": ("unknown-layout", HEAD + "- 甲: {layout: timelin}\n", "layout: timeline}"),
    "quoted": ("unknown-layout", HEAD + '- 甲: {layout: "timelin"}\n', 'layout: "timeline"}'),
    "map layout": ("unknown-layout", HEAD + "map: {layout: fishbon}\n", "layout: fishbone}"),
    "theme": ("unknown-theme", "theme: inkk\n" + HEAD + "- 甲\n", "theme: ink\n"),
    "field": ("unknown-field", HEAD + "- 甲: {gists: 说}\n", "{gist: 说}"),
    "head": ("unknown-field", "autor: 乙\n" + HEAD + "- 甲\n", "author: 乙\n"),
    "icon": ("unknown-icon", HEAD + "- 甲: {icon: trophi, gist: 说}\n", "icon: trophy,"),
    "word": ("unknown-word", HEAD + "- 甲: {chart: {kind: colum, categories: [一], "
             "series: {a: [1]}}}\n", "kind: column,"),
    "id": ("unknown-id", HEAD + "- 甲: {id: first}\n- 乙: {relates: [{to: frist}]}\n", "to: first"),
    "#id": ("unknown-id", HEAD + '- 甲: {id: first}\n- 乙: {link: "#frist"}\n', 'link: "#first"'),
    "tab": ("tab-indent", HEAD + "- 甲:\n\t- 一\n\t- 二\n", "- 甲:\n    - 一\n    - 二\n"),
    "tabs": ("tab-indent", HEAD + "\t- 甲:\n\t\t- 一\n\t- 乙\n", "  - 甲:\n    - 一\n  - 乙\n"),
    "wide space": ("wide-space", HEAD + "- 甲:\n\u3000- 一\n", "- 甲:\n    - 一\n"),
    "wide colon": ("wide-colon", "title: 题\nauthor：乙\ntopics: [甲]\n", "author: 乙\n"),
    "wide above": ("wide-colon", HEAD + "- 甲:\n    gist：说\n    icon: star\n", "gist: 说\n"),
    "tight": ("no-space-after-colon", "title: 题\nauthor:乙\ntopics: [甲]\n", "author: 乙\n"),
    "colon": ("second-colon", "title: 题\nsubtitle: 一: 二\ntopics: [甲]\n", 'subtitle: "一: 二"'),
    "at": ("needs-quotes", "title: 题\nauthor: @乙\ntopics: [甲]\n", 'author: "@乙"'),
    "title": ("needs-quotes", HEAD + "- *重点*: 一\n", '- "*重点*": 一\n'),
    "above": ("needs-quotes", HEAD + "- @某人:\n    - 一\n", '- "@某人":\n    - 一\n'),
    "fields": ("needs-quotes", HEAD + "- @某人:\n    gist: 一\n", '- "@某人":\n    gist: 一\n'),
    "list": ("needs-quotes", HEAD + "- [一] 二: 三\n", '- "[一] 二": 三\n'),
    "stars": ("needs-quotes", "title: 题\ntopics:\n  * 甲: 一\n  * 乙\n", "\n  - 甲: 一\n  - 乙\n"),
    "percent": ("needs-quotes", HEAD + "- 甲: %是\n", '甲: "%是"'),
    "bracket": ("needs-quotes", "title: [一] 二\ntopics: [甲]\n", 'title: "[一] 二"'),
    "twice": ("duplicate-field", "title: 题\nauthor: 乙\nauthor: 乙\ntopics: [甲]\n",
              "author: 乙\n\n"),
}  # fmt: skip


def problems_of(path: str) -> list[Problem]:
    """Read an outline and find its theme; return all that is wrong."""
    report = Report()
    try:
        outline = read_outline(path, report=report)
        plan(outline, report=report)
        Themes().compile(outline, "", report)
    except DeckgenError as error:
        for problem in error.problems:
            report(problem)
    return list(report.problems)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_fix_mends_its_problem(name: str) -> None:
    """The file is as it was meant, and nothing else is wrong with it."""
    code, text, mended = MISTAKES[name]
    Path("a.yaml").write_text(text, "utf-8")
    found = [one for one in problems_of("a.yaml") if one.fix]
    assert [one.code for one in found] == [code]
    apply_fix(problem_entry(found[0])["fix"])
    assert mended in Path("a.yaml").read_text("utf-8")
    assert code not in [one.code for one in problems_of("a.yaml")]


@pytest.mark.parametrize(
    "text",
    [
        "- 甲: {icon: zzz}\n",  # nothing is near
        "- 甲: {icon: taem}\n",  # what is near is not near enough
        "- 甲:\n    gist: 说\n    gist: 讲\n",  # two things are meant
        "- 甲: 一: 二  # 三\n",  # a comment would be quoted
        '- 甲: 一: "二"\n',  # quotes are there already
        "- 甲: {gist: \u2028说, layout: timelin}\n",  # lines are counted in two ways
        "- 甲: {gist: \x07说, layout: timelin}\n",  # and columns
    ],
)
def test_what_is_not_certain_has_no_fix(text: str) -> None:
    Path("a.yaml").write_text(HEAD + text, "utf-8")
    found = problems_of("a.yaml")
    assert found
    assert [one.fix for one in found if one.fix] == []
