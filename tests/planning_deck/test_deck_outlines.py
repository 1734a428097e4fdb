"""The outlines that come with deckgen, read and planned: whole, varied, in time."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from deckplan import dump, plan
from test_deck_properties import assert_jumps_land, assert_partition, lost
from test_deck_slides import EXAMPLE

from deckgen import read_outline
from deckgen.problems import Report

OUTLINES = sorted((Path(__file__).resolve().parents[2] / "outlines").glob("*.yaml"))
FRAME = {"title", "reading", "agenda", "section", "takeaways", "closing"}
WRITTEN = """\
title: 口碑铁三角
subtitle: 《参与感》读书分享
author: 读书会
date: 2026-11-21
book: {title: 参与感, author: 黎万强, pages: 1-98}
reading: {date: 2015-12-28, minutes: 120, method: 精读, goal: 口碑从哪里来}
talk: {minutes: 25, audience: 产品读书会}
topics:
- 口碑铁三角:
    gist: 产品是发动机，社会化媒体是加速器，用户关系是信任的底座
    layout: triangle
    points:
    - 产品: 口碑的发动机
    - 社会化媒体: [微博拉新, 论坛沉淀, 微信做客服]
    - 用户关系：信任越高，传播越广
    notes: |
      先讲产品：产品是 1，品牌营销是后面的 0。
- 七字诀: 专注 → 极致 → 口碑 → 快
- 过去 vs 现在:
    points:
    - 过去: [渠道为王, 流量分发]
    - 现在: [产品为王, 口碑推荐]
- 讨论:
    layout: questions
    points: [你上一次主动推荐的产品是什么？, 为什么推荐？]
"""


def test_the_example_as_written_is_planned_like_the_one_by_hand(tmp_path: Path):
    """Reader and planner mean the same by a topic."""
    path = tmp_path / "example.yaml"
    path.write_text(WRITTEN, "utf-8")
    assert dump(plan(read_outline(path)).slides) == dump(plan(EXAMPLE).slides)


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_an_outline_of_ours_makes_a_good_plan(path: Path):
    """No warning, nothing lost, time for every slide of content, and bullets the exception."""
    report = Report()
    told = read_outline(path)
    deck = plan(told, report)
    assert report.problems == ()
    assert lost(told, deck) == []
    assert_partition(deck)
    assert_jumps_land(deck)
    content = [slide for slide in deck.slides if slide.layout not in FRAME]
    layouts = [slide.layout for slide in content]
    assert layouts.count("bullets") <= len(layouts) / 4
    assert max(len(list(run)) for _, run in groupby(layouts)) < 4
    assert all(slide.minutes > 0 for slide in content)
    assert round(sum(slide.minutes for slide in deck.slides), 1) == told.talk.minutes
