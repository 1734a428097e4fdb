"""Decks by hand, written and taken apart again."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from deckgen import pipeline
from deckgen.model.outline import Outline
from deckgen.model.scene import Scene
from deckgen.model.theme import Theme
from deckgen.problems import Report

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")

TALK = """
title: 口碑铁三角
subtitle: 《参与感》读书分享
author: 读书会
date: 2026-11-21
theme: ink
book: {title: 参与感, author: 黎万强, pages: 1-98}
reading: {date: 2015-12-28, minutes: 120, method: 精读, goal: 口碑从哪里来}
talk: {minutes: 25, audience: 产品读书会}
link: https://example.com/a?b=1&c=2
topics:
- 口碑铁三角:
    gist: 产品是发动机，社会化媒体是加速器，用户关系是信任的底座
    layout: triangle
    points:
    - 产品: 口碑的发动机
    - 社会化媒体: [微博拉新, 论坛沉淀, 微信做客服]
    - 用户关系：信任越高，传播越广
    notes: |
      先讲**产品**：产品是 1。

      - 微博
      - 论坛
- 七字诀:
    gist: 快
    points:
    - 七字: 专注 → 极致 → 口碑 → 快
    - 过去 vs 现在:
        points:
        - 过去: [渠道为王, 流量分发]
        - 现在: [产品为王, 口碑推荐]
- 名言:
    gist: 一句话
    quote: {text: 少即是多, by: 雷军, page: 12}
- 讨论:
    layout: questions
    points: [你上一次主动推荐的产品是什么？, 为什么推荐？]
"""


@dataclass(frozen=True)
class Written:
    """A deck's scene, its bytes and its parts."""

    scene: Scene
    theme: Theme
    blob: bytes
    parts: dict[str, bytes]

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    @property
    def slides(self) -> list[str]:
        """The names of the slide parts, in order."""
        found = [(int(m[1]), m[0]) for m in map(SLIDE.fullmatch, self.parts) if m]
        return [name for _, name in sorted(found)]

    def targets(self, name: str) -> dict[str, str]:
        """Return a part's relationships: id to the full name, or the address, of the target."""
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        return {
            one.get("Id"): one.get("Target")
            if one.get("TargetMode") == "External"
            else posixpath.normpath(posixpath.join(folder, one.get("Target"))).lstrip("/")
            for one in (self.xml(rels) if rels in self.parts else ())
        }

    def layout_of(self, slide: str) -> str:
        (name,) = [one for one in self.targets(slide).values() if "slideLayouts/" in one]
        return name


def read(text: str) -> Outline:
    """Read an outline from text, whatever warnings it brings."""
    from deckgen.plugin import Source
    from deckgen.readers.yaml import read as read_yaml

    return read_yaml(Source("talk.yaml", text.encode(), lambda _: b""), Report())


def write(outline: Outline, theme: str = "") -> Written:
    """Make a deck, as `compile_deck` does, and take it apart."""
    report = Report()
    look = pipeline.Themes().compile(outline, theme, report)
    scene = pipeline.draw_deck(outline, look, report)
    blob = pipeline.write_scene(scene, "pptx", look, report)
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return Written(scene, look, blob, parts)


@cache
def talk() -> Written:
    """Return the deck of a small outline that uses most layouts."""
    return write(read(TALK))


@cache
def example() -> Written:
    """Return the deck of the largest outline that comes with deckgen."""
    path = max(Path("outlines").glob("*.yaml"), key=lambda path: path.stat().st_size)
    return write(read(path.read_text("utf-8")))


def words_of(element: etree._Element) -> list[str]:
    """Return the paragraphs of an element as they read, line breaks as spaces."""
    return [
        "".join(_words(paragraph))
        for paragraph in element.iter(f"{A}p")
        if not any(above.tag == f"{A}fld" for above in paragraph.iterancestors())
    ]


def _words(paragraph: etree._Element) -> Iterator[str]:
    for one in paragraph.iter(f"{A}t", f"{A}br"):
        yield one.text or "" if one.tag == f"{A}t" else " "
