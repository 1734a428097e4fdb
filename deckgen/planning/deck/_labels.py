"""The few words that the planner itself says, in the outline's language."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache

from ...model.record import record
from ...model.words import is_chinese, is_traditional, traditional


@record
class Labels:
    """Titles of the slides that frame the talk, and the names of its facts."""

    opening: str = "开场"
    ending: str = "总结"
    appendix: str = "附录"
    author: str = "分享人"
    date: str = "日期"
    book: str = "书名"
    writer: str = "作者"
    publisher: str = "出版社"
    pages: str = "页码"
    read_at: str = "时间"
    spent: str = "用时"
    method: str = "方法"
    goal: str = "目标"
    audience: str = "听众"
    reading: str = "阅读记录"
    about_book: str = "关于这本书"
    agenda: str = "目录"
    map: str = "一图看全"
    takeaways: str = "要点回顾"
    thanks: str = "谢谢"
    discuss: str = "欢迎讨论"
    contact: str = "联系"
    link: str = "链接"
    about: str = "时间：约 {}"
    source: str = "出处：{}"
    summary: str = "小结：{}"
    boundary: str = "归类：{}"
    related: str = "另见：{}"
    remark: str = "{}（{}）"
    quoted_book: str = "《{}》"


ZH = Labels()
EN = Labels(
    opening="Opening",
    ending="Summary",
    appendix="Appendix",
    author="Speaker",
    date="Date",
    book="Book",
    writer="Author",
    publisher="Publisher",
    pages="Pages",
    read_at="When",
    spent="Time spent",
    method="Method",
    goal="Goal",
    audience="Audience",
    reading="Reading record",
    about_book="About the book",
    agenda="Agenda",
    map="The talk at a glance",
    takeaways="Takeaways",
    thanks="Thank you",
    discuss="Questions and discussion",
    contact="Contact",
    link="Link",
    about="Time: about {}",
    source="Source: {}",
    summary="In short: {}",
    boundary="Group: {}",
    related="See also: {}",
    remark="{} ({})",
    quoted_book="{}",
)


@lru_cache(maxsize=64)
def labels_of(lang: str) -> Labels:
    """Return the words for an outline's language: English for any but Chinese."""
    if not is_chinese(lang):
        return EN
    if not is_traditional(lang):
        return ZH
    return Labels(**{one.name: traditional(getattr(ZH, one.name)) for one in fields(Labels)})


def book_name(title: str, labels: Labels) -> str:
    """Return a book's title in its marks, once."""
    if not title or title.startswith("《"):
        return title
    return labels.quoted_book.format(title)
