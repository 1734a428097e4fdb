"""Decks for the tests of this folder: from YAML text to bytes, and what is in them."""

from __future__ import annotations

from functools import cache

import pypdfium2

from deckgen.model.scene import Scene
from deckgen.model.theme import Theme
from deckgen.pipeline import Themes, draw_deck
from deckgen.plugin import Source
from deckgen.problems import Report
from deckgen.readers.yaml import READER

TALK = """
title: 一场分享
subtitle: 副题
author: 读书会
date: 2026-11-21
topics:
- 第一部分:
    points:
    - 六个要点: [一, 二, 三, 四, 五, 六]
    - 出处: ["见 [说明](https://example.org/doc)。", 又一点, 再一点, 还有一点]
    notes: 先问好。
- 第二部分:
    points:
    - 四个要点: [甲, 乙, 丙, 丁]
    - 五个要点: [子, 丑, 寅, 卯, 辰]
- 附录: {appendix: true, points: [一, 二]}
"""


@cache
def made(text: str = TALK, theme: str = "ink") -> tuple[Scene, Theme]:
    """The deck's scene, and the theme that it was laid out in."""
    report = Report()
    outline = READER.read(Source("talk.yaml", text.encode(), lambda _path: b""), report)
    report.raise_errors()
    look = Themes().compile(outline, theme, report)
    return draw_deck(outline, look, report), look


def texts(pdf: bytes) -> list[str]:
    """The words of each page, without spaces."""
    pages = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_range().split()) for page in pages]
