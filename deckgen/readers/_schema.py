"""THE table of fields: what may be written where, what it holds, what it is for.

The reader, its hints and the JSON Schema are all made from it. `kind` names the function that
reads a field's value (`_fields.py`) and the schema it has (`schema.py`).
"""

from __future__ import annotations

from enum import StrEnum

from ..model.mindmap import EDGES
from ..model.record import record


class Kind(StrEnum):
    """What a field holds."""

    WORDS = "words"  # plain text
    RICH = "rich"  # inline Markdown
    LITERAL = "literal"  # text kept to the letter
    NOTES = "notes"  # Markdown paragraphs and lists
    NUMBER = "number"
    COUNT = "count"  # a whole number
    FLAG = "flag"
    ICON = "icon"
    CHOICE = "choice"
    LAYOUT = "layout"  # one of those that come with deckgen, or a plug-in's
    STRUCTURE = "structure"  # a layout of maps, likewise
    THEME = "theme"  # a name or a path
    VARIANT = "variant"
    ID = "id"
    REFERENCE = "reference"  # the id of a topic
    LINK = "link"
    TAGS = "tags"
    GROUP = "group"  # a mapping of fields
    TOPICS = "topics"
    QUOTE = "quote"
    IMAGE = "image"
    TABLE = "table"
    CHART = "chart"
    CODE = "code"
    RELATES = "relates"
    SERIES = "series"
    LIST = "list"  # of plain texts


@record
class Field:
    """One field. `also` are its names in Chinese, in both scripts, with blanks between."""

    name: str
    kind: Kind
    doc: str
    also: str = ""
    choices: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    short: str = ""  # the field of a group that plain text stands for


LAYOUTS = (
    "auto",
    "title",
    "reading",
    "agenda",
    "section",
    "statement",
    "bullets",
    "cards",
    "compare",
    "process",
    "problem",
    "case",
    "triangle",
    "cycle",
    "pyramid",
    "hub",
    "matrix",
    "timeline",
    "formula",
    "stat",
    "quote",
    "questions",
    "table",
    "chart",
    "image",
    "code",
    "map",
    "takeaways",
    "closing",
)
TRANSITIONS = ("fade", "push", "none")
DIVIDERS = ("list", "map")
CHARTS = ("bar", "column", "line", "pie", "area", "scatter")

QUOTE = (
    Field("text", Kind.RICH, "the words quoted", also="原话 原話 原文"),
    Field("by", Kind.WORDS, "who said them", also="作者 说话人 說話人"),
    Field("source", Kind.WORDS, "where they stand", also="出处 出處"),
    Field("page", Kind.WORDS, "page of the source", also="页码 頁碼"),
)
IMAGE = (
    Field(
        "src",
        Kind.WORDS,
        "path of a PNG or JPEG picture, relative to the outline",
        also="路径 路徑",
    ),
    Field(
        "alt", Kind.WORDS, "what the picture shows, for those who cannot see it", also="替代文字"
    ),
    Field("caption", Kind.RICH, "a line under the picture", also="说明 說明"),
    Field("fit", Kind.CHOICE, "show all of it, or fill the frame", choices=("contain", "cover")),
)
CHART = (
    Field(
        "kind",
        Kind.CHOICE,
        "how the numbers are drawn; column otherwise",
        also="类型 類型",
        choices=CHARTS,
    ),
    Field(
        "categories",
        Kind.LIST,
        "what the numbers of a series stand for, in order",
        also="类别 類別",
    ),
    Field("series", Kind.SERIES, "a name and its numbers, one a category", also="系列"),
)
CODE = (
    Field("lang", Kind.WORDS, "language of the listing", also="语言 語言"),
    Field("text", Kind.LITERAL, "the listing"),
)
RELATION = (
    Field("to", Kind.REFERENCE, "id of the other topic"),
    Field("label", Kind.WORDS, "a word on the line", also="文字"),
)

BRANCH = (
    Field(
        "layout",
        Kind.STRUCTURE,
        "structure of this branch, such as org or timeline",
        also="版式 布局 佈局",
    ),
)
TOPIC = (
    Field("title", Kind.RICH, "title, with inline Markdown", also="标题 標題"),
    Field("gist", Kind.RICH, "what it comes to, in one sentence", also="要旨 主旨"),
    Field("points", Kind.TOPICS, "topics below this one, any depth", also="要点 要點"),
    Field(
        "notes",
        Kind.NOTES,
        "speaker notes: Markdown paragraphs and lists",
        also="备注 備註 讲稿 講稿 讲者备注 講者備註 演讲备注 演講備註",
    ),
    Field(
        "layout",
        Kind.LAYOUT,
        "slide layout; auto otherwise",
        also="版式 布局 佈局",
        choices=LAYOUTS,
    ),
    Field(
        "quote", Kind.QUOTE, "somebody's words: text, or its parts", also="引用 引文", fields=QUOTE
    ),
    Field(
        "image",
        Kind.IMAGE,
        "a picture: its path, or its parts",
        also="图片 圖片 配图 配圖",
        fields=IMAGE,
    ),
    Field("table", Kind.TABLE, "rows of cells, or the path of a CSV file", also="表格"),
    Field(
        "chart", Kind.CHART, "numbers, or the path of a CSV file", also="图表 圖表", fields=CHART
    ),
    Field("code", Kind.CODE, "a listing: text, or its parts", also="代码 代碼 程式碼", fields=CODE),
    Field("icon", Kind.ICON, "an icon's name (docs/icons.md), or an emoji", also="图标 圖標 圖示"),
    Field("link", Kind.LINK, "a URL, or #id of another topic", also="链接 鏈接 連結 网址 網址"),
    Field("relates", Kind.RELATES, "cross-links on the map", also="关联 關聯", fields=RELATION),
    Field(
        "map",
        Kind.GROUP,
        "how this branch is drawn",
        "导图 導圖 思维导图 思維導圖 心智圖",
        (),
        BRANCH,
        "layout",
    ),
    Field("boundary", Kind.WORDS, "map: a labelled outline round this branch", also="外框"),
    Field("summary", Kind.WORDS, "map: a brace with a text over its points", also="概要"),
    Field("id", Kind.ID, "a name to refer to this topic by"),
    Field("tags", Kind.TAGS, "words to filter by: a list, or text with commas", also="标签 標籤"),
    Field("minutes", Kind.NUMBER, "talk time", also="分钟 分鐘"),
    Field("page", Kind.WORDS, "page of the book", also="页码 頁碼"),
    Field(
        "only",
        Kind.CHOICE,
        "leave this branch out of the other",
        choices=("deck", "map"),
    ),
    Field(
        "appendix", Kind.FLAG, "hidden slides after the last, reached by links", also="附录 附錄"
    ),
    Field(
        "build", Kind.FLAG, "points appear one click at a time, here and below", also="逐条 逐條"
    ),
)

BOOK = (
    Field("title", Kind.WORDS, "the book's title", also="书名 書名 标题 標題"),
    Field("author", Kind.WORDS, "its author", also="作者"),
    Field("publisher", Kind.WORDS, "its publisher", also="出版社"),
    Field("pages", Kind.WORDS, "the pages that were read", also="页码 頁碼"),
)
READING = (
    Field("date", Kind.WORDS, "day of the reading", also="日期"),
    Field("time", Kind.WORDS, "time of day", also="时间 時間"),
    Field("minutes", Kind.NUMBER, "how long it took", also="分钟 分鐘"),
    Field("method", Kind.WORDS, "how it was read", also="方法"),
    Field("goal", Kind.WORDS, "what it was read for", also="目标 目標"),
)
TALK = (
    Field("minutes", Kind.NUMBER, "time of the whole talk", also="分钟 分鐘"),
    Field("audience", Kind.WORDS, "who listens", also="听众 聽眾"),
)
DECK = (
    Field("aspect", Kind.CHOICE, "shape of a slide", also="比例", choices=("16:9", "4:3")),
    Field("agenda", Kind.FLAG, "whether the deck has an agenda", also="目录 目錄"),
    Field("map", Kind.FLAG, "whether a mind map of the talk follows the agenda", also="导图 導圖"),
    Field(
        "footer", Kind.WORDS, "footer; may hold {title} {book} {author} {section}", also="页脚 頁腳"
    ),
    Field(
        "build", Kind.FLAG, "points appear one click at a time, on every slide", also="逐条 逐條"
    ),
    Field("transition", Kind.CHOICE, "from slide to slide", also="切换 切換", choices=TRANSITIONS),
    Field(
        "dividers",
        Kind.CHOICE,
        "what dividers show: the sections as a list, or as the map with their own branch lit",
        also="分隔页 分隔頁",
        choices=DIVIDERS,
    ),
)
MAP = (
    Field(
        "layout",
        Kind.STRUCTURE,
        "layout of the map, such as balanced or logic",
        also="版式 布局 佈局",
    ),
    Field("depth", Kind.COUNT, "levels to show; 0 shows all", also="层数 層數"),
    Field("edge", Kind.CHOICE, "how branches are drawn", also="连线 連線", choices=EDGES),
    Field(
        "legend", Kind.FLAG, "whether icons and tags are explained below the map", also="图例 圖例"
    ),
)
HEAD = (
    Field("title", Kind.RICH, "title of the talk", also="标题 標題"),
    Field("subtitle", Kind.RICH, "subtitle", also="副标题 副標題"),
    Field("author", Kind.WORDS, "who gives the talk", also="作者 主讲 主講 分享人"),
    Field("date", Kind.WORDS, "day of the talk", also="日期"),
    Field("theme", Kind.THEME, "a theme's name or path", also="主题 主題"),
    Field("variant", Kind.VARIANT, "light, dark, or another variant of the theme", also="深浅"),
    Field("template", Kind.WORDS, "your own .pptx or .potx, or a YAML about one", also="模板"),
    Field("lang", Kind.WORDS, "language tag; zh-CN otherwise", also="语言 語言"),
    Field(
        "book",
        Kind.GROUP,
        "the book: its title, or its parts",
        "书 書 书籍 書籍",
        (),
        BOOK,
        "title",
    ),
    Field("reading", Kind.GROUP, "how the book was read", "阅读记录 閱讀記錄", (), READING),
    Field("talk", Kind.GROUP, "the talk that is to be given", "分享", (), TALK),
    Field("deck", Kind.GROUP, "how the deck is made", "幻灯片 幻燈片 簡報", (), DECK),
    Field(
        "map",
        Kind.GROUP,
        "how the mind map is drawn",
        "导图 導圖 思维导图 思維導圖 心智圖",
        (),
        MAP,
        "layout",
    ),
    Field("contact", Kind.WORDS, "how to reach the speaker", also="联系方式 聯絡方式 聯繫方式"),
    Field("link", Kind.LINK, "a URL for the last slide", also="链接 鏈接 連結 网址 網址"),
    Field(
        "notes",
        Kind.NOTES,
        "speaker notes of the first slide",
        also="备注 備註 讲稿 講稿 讲者备注 講者備註 演讲备注 演講備註",
    ),
    Field("topics", Kind.TOPICS, "the topics", also="目录 目錄 内容 內容 大纲 大綱 章节 章節"),
)

HEAD_NAMES = frozenset(field.name for field in HEAD)
TOPIC_NAMES = frozenset(field.name for field in TOPIC)
