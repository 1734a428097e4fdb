"""The HTML map as text: whole by itself, harmless, with everything that can be read of a node."""

from __future__ import annotations

import re

import pytest
from html_pages import Elements, check_policy
from maps_in_html import HOSTILE, TALK, data, html


@pytest.mark.parametrize("text", [TALK, HOSTILE])
def test_nothing_is_fetched_and_nothing_else_runs(text: str) -> None:
    """No tag loads anything, no attribute is code, and links lead to the web, mail, or in here."""
    whole = html(text)
    page = Elements(whole)
    tags = [tag for tag, _ in page.found]
    assert not {*tags} & {
        "link",
        "iframe",
        "object",
        "embed",
        "base",
        "form",
        "use",
        "img",
        "style1",
    }
    assert tags.count("script") == 2  # ours, and the data that does not run
    assert page.all("src") == []
    assert page.all("style") == []
    assert not [name for _, attrs in page.found for name in attrs if name.startswith("on")]
    assert not re.search(r"url\(|@import", whole)
    assert all(re.match(r"https?://|mailto:|#", link) for link in page.all("href"))


@pytest.mark.parametrize("text", [TALK, HOSTILE])
def test_the_policy_names_script_and_style(text: str) -> None:
    """Their hashes are those of what stands between the tags."""
    check_policy(html(text))


def test_hostile_words_are_only_words() -> None:
    """What looks like tags is text wherever it stands; in the data nothing looks like a tag."""
    whole = html(HOSTILE)
    inner = whole.split('<script type="application/json" id="data">')[1].split("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(inner)
    assert "<script>window.bad" not in whole
    assert data(whole)["nodes"][0][0] == -1


def test_a_map_with_a_brace_keeps_its_places() -> None:
    """Branches do not close up where a summary stands beside them: it is where its points are."""
    plain, summed = ("title: A\ntopics:\n- b:\n    points: [c, d]\n", "    summary: e\n")
    assert data(html(plain))["structure"] == "balanced"
    assert data(html(plain + summed))["structure"] == ""
    assert html(plain + summed).count('<g data-name="概要 e" data-owner="1">') == 2


def test_every_node_is_an_item_of_the_tree() -> None:
    """Its key is its topic's path; it says its level, its place, and how many there are."""
    page = Elements(html())
    told = ("id", "aria-label", "aria-level", "aria-posinset", "aria-setsize")
    items = [
        tuple(attrs[name] for name in told)
        for _, attrs in page.found
        if attrs.get("role") == "treeitem"
    ]
    assert items[:7] == [
        ("top", "连接", "1", "1", "1"),
        ("t1", "第一枝", "2", "1", "3"),
        ("t1.1", "甲", "3", "1", "3"),
        ("t1.1~1", "“少即是多”", "4", "1", "1"),
        ("t1.2", "乙", "3", "2", "3"),
        ("t1.2.1", "子一", "4", "1", "3"),
        ("t1.2.2", "子二", "4", "2", "3"),
    ]
    assert len(items) == len(data(html())["nodes"])


def test_notes_quotes_and_tables_can_be_read() -> None:
    """Notes, tags, page, quotes, tables and listings stand in templates, with their marks."""
    whole = html()
    assert (
        '<p class="gist">说明第一枝</p><div class="notes"><p>讲<strong>慢</strong>一点。</p>'
        in whole
    )
    assert "<ul><li>其一</li><li>其二</li></ul></div>" in whole
    assert (
        '<ul class="tags" aria-label="标签"><li>重点</li></ul><p class="source">第 12 页</p>'
        in whole
    )
    assert "<blockquote><p>少即是多</p><cite>密斯 · 第 3 页</cite></blockquote>" in whole
    assert '<th scope="col">渠道</th><th scope="col">人数</th>' in whole
    assert "<tr><td>微信</td><td>30</td></tr>" in whole
    assert "<pre><code>print('&lt;b&gt;')</code></pre>" in whole
    assert (
        '<p class="link"><a href="https://example.org/doc" target="_blank" '
        'rel="noopener noreferrer">example.org/doc</a></p>'
    ) in whole


def test_jumps_lead_to_keys() -> None:
    """A link to a topic's id is one to its node."""
    jumps = [link for link in Elements(html()).all("href") if link.startswith("#")]
    assert set(jumps) == {"#t1"}


@pytest.mark.parametrize(
    ("lang", "word"),
    [("zh-CN", "讲述"), ("zh-Hant-TW", "講述"), ("en-GB", "Present"), ("fr", "Present")],
)
def test_the_page_speaks_the_outline_s_language(lang: str, word: str) -> None:
    """Chinese in either script, and English for all others."""
    page = Elements(html(f"lang: {lang}\n{TALK}"))
    assert word in [attrs["aria-label"] for _, attrs in page.found if attrs.get("id") == "tell"]


@pytest.mark.parametrize("theme", ["ink", "stage", "plain", "book", "soft", "contrast"])
def test_both_looks_have_every_colour(theme: str) -> None:
    """Each colour that a shape names has a value by day and by night, and they differ."""
    whole = html(theme=theme)
    used = set(re.findall(r"var\((--(?!major|minor)[\w-]+)\)", whole))
    rules = re.findall(r":root[^{]*\{([^}]*#[^}]*)\}", whole)
    sets = [dict(re.findall(r"(--[\w-]+): (#\w+);", rule)) for rule in rules]
    assert len(sets) >= 3
    assert all(used <= set(one) for one in sets)
    assert sets[0]["--background"] != sets[1]["--background"]


def test_trees_are_laid_out_in_the_browser_and_others_are_not() -> None:
    """Of a fishbone, or of a map whose branches differ, the places stay."""
    mixed = TALK.replace("- 第三枝: [", "- 第三枝:\n    map: {layout: org}\n    points: [")
    assert [data(html(text, layout=layout))["structure"] for text, layout in (
        (TALK, ""), (TALK, "tree"), (TALK, "org_up"), (TALK, "fishbone"), (mixed, "logic"),
    )] == ["balanced", "tree", "org_up", "", ""]  # fmt: skip


def test_the_same_bytes_twice() -> None:
    """Nothing in it depends on the hour or on the run."""
    html.cache_clear()
    first = html()
    html.cache_clear()
    assert html() == first
