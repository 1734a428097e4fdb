"""Maps as HTML for these tests: made from an outline's text, and read as elements."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from deckgen import compile_map
from deckgen.plugin import Source
from deckgen.problems import Report
from deckgen.readers.yaml import read

TALK = """
title: 连接
author: 读书会
notes: 开场先问一个问题。
topics:
- 第一枝:
    id: one
    gist: 说明第一枝
    notes: "讲**慢**一点。\\n\\n- 其一\\n- 其二"
    tags: [重点]
    page: "12"
    points:
    - 甲: {quote: {text: 少即是多, by: 密斯, page: "3"}}
    - 乙: [子一, 子二, 子三]
    - 丙: {relates: [{to: two, label: 相关}]}
- 第二枝:
    id: two
    link: https://example.org/doc
    points:
    - 表: {table: [[渠道, 人数], [微信, 30], [微博, 20]]}
    - 码: {code: "print('<b>')"}
    - 回到[第一枝](#one)
- 第三枝: [长一些的一个要点, 短, 中等长短]
"""

HOSTILE = """
title: </title><script>window.bad=1</script>
author: '" onload="window.bad=2'
link: javascript:window.bad=3
notes: </template></script><script>window.bad=4</script><img src=x onerror="window.bad=5">
topics:
- "<img src=x onerror='window.bad=6'>":
    gist: "</svg><script>window.bad=7</script> ]]> --> <!-- <![CDATA["
    id: '"><script>window.bad=8</script>'
    notes: "[点](javascript:window.bad=9) [去](https://a.example/?x=\\"><script>&y=')"
    tags: ["<script>window.bad=10</script>", "' onclick='window.bad=11"]
    page: "<i>1"
    boundary: "<script>window.bad=17</script>"
    summary: "' onload='window.bad=18"
    quote: {text: "<script>window.bad=12</script>", by: "<b>", source: '" onclick="window.bad=13'}
    points:
    - "[点](data:text/html,x)"
    - '"''&amp;&lt;&#x3c;{}`${window.bad=14}'
    - "\\u2028\\u2029 \\\\u003c/script>"
- 表:
    table: [["<script>window.bad=15</script>", "a"], ["<td onclick=1>", "&"]]
- 码:
    code: "</code></pre><script>window.bad=16</script>"
- 去: {link: "vbscript:x", relates: [{to: '"><script>window.bad=8</script>', label: "<script>"}]}
"""


@cache
def html(text: str = TALK, theme: str = "ink", layout: str = "") -> str:
    report = Report()
    outline = read(Source("talk.yaml", text.encode(), lambda _: b""), report)
    return compile_map(outline, theme=theme, format="html", layout=layout, report=report).decode()


def data(html: str) -> dict[str, Any]:
    """What the page's script is told."""
    inner = html.split('<script type="application/json" id="data">')[1].split("</script>")[0]
    found: dict[str, Any] = json.loads(inner)
    return found
