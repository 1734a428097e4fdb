"""What is called by an English word in an outline and on the command line, in Chinese.

What comes in: a word that somebody typed, in either script. What leaves: the English one that the
code and its files know. English words stay the names; each has one Chinese name, which editors
offer, and maybe others that are taken as well. `tests/test_names.py` finds what has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from .words import traditional

THEMES: Mapping[str, str] = {  # a theme's title is its Chinese name
    "academy": "学院", "base": "基础", "book": "书页", "contrast": "高对比", "ink": "水墨",
    "notebook": "手帐", "plain": "素白", "poster": "海报", "soft": "柔和", "stage": "舞台",
    "wechat": "微信绿",
}  # fmt: skip
VARIANTS: Mapping[str, str] = {"light": "浅 浅色 亮色", "dark": "深 深色 暗色"}
SLIDES: Mapping[str, str] = {
    "auto": "自动", "title": "封面", "reading": "阅读记录", "agenda": "目录", "section": "节 分节",
    "statement": "一句话", "bullets": "要点 列表", "cards": "卡片", "compare": "对比 比较",
    "process": "流程 步骤", "problem": "问题与解决", "case": "案例", "triangle": "三角 三角形",
    "cycle": "循环", "pyramid": "金字塔", "hub": "中心与分支", "matrix": "四象限 矩阵",
    "timeline": "时间线 时间轴", "formula": "公式", "stat": "大数字 数字", "quote": "引文 引用",
    "questions": "讨论 问题", "table": "表格", "chart": "图表", "image": "图片", "code": "代码",
    "map": "导图", "takeaways": "小结 要点回顾", "closing": "结束 封底",
}  # fmt: skip
STRUCTURES: Mapping[str, str] = {
    "auto": "自动", "balanced": "两侧 平衡", "logic": "向右 逻辑图", "logic_left": "向左",
    "org": "组织 组织图 组织结构图", "org_up": "向上 向上组织图", "tree": "目录 目录树 树形",
    "radial": "放射", "timeline": "时间轴 时间线", "timeline_down": "竖向时间轴 竖时间轴",
    "fishbone": "鱼骨 鱼骨图", "bracket": "括号 括号图", "matrix": "树形表 矩阵",
}  # fmt: skip
CHOICES: Mapping[str, str] = {  # of a field's few words
    "fade": "淡入 淡出", "push": "推入", "none": "无", "list": "列表", "map": "导图",
    "deck": "幻灯片", "bar": "条形图", "column": "柱形图 柱状图", "line": "折线图",
    "pie": "饼图", "area": "面积图", "scatter": "散点图", "contain": "完整", "cover": "铺满",
    "curve": "曲线", "straight": "直线", "elbow": "折线", "rounded": "圆角",
}  # fmt: skip


def in_english(word: str, names: Mapping[str, str], among: Iterable[str] = ()) -> str:
    """Return the English word that a Chinese name stands for; any other word as it is.

    Where it may be one of few words only, `among` says which.
    """
    if word.isascii():
        return word
    known = _known(among or names, names)
    return known.get(word.strip(), word)


def in_chinese(word: str, names: Mapping[str, str]) -> str:
    """Return the first Chinese name of an English word; nothing where it has none."""
    return names.get(word, "").partition(" ")[0]


def others(words: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return all Chinese names of some English words but the first of each, in both scripts."""
    first = {in_chinese(word, names) for word in words}
    return tuple(name for name in _known(words, names) if name not in first)


def _known(words: Iterable[str], names: Mapping[str, str]) -> Mapping[str, str]:
    return _by_name(tuple((word, names.get(word, "")) for word in words))


@lru_cache(maxsize=32)
def _by_name(pairs: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Return English words by their Chinese names, in simplified and traditional characters."""
    found: dict[str, str] = {}
    for word, names in pairs:
        for name in names.split():
            found.setdefault(name, word)
            found.setdefault(traditional(name), word)
    return found
