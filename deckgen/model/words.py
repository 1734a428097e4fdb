"""The words that deckgen itself puts into a file, by language.

What comes in: an outline's `lang`, and a name, a mark or a sentence's parts. What leaves: Chinese,
in simplified or traditional characters, and English for all other languages. The one thing to know:
layouts name shapes in Chinese whatever the language, for a name is also what a theme moves a frame
by; writers say it in the deck's language (`named`).
"""

from __future__ import annotations

import re
from dataclasses import fields
from functools import lru_cache

from .outline import Quote
from .record import record
from .regex import regex
from .richtext import RichText, plain, rich


@record
class Words:
    """Sentences of alt texts and marks of lists; `{}` and `{name}` are filled in, `|` divides."""

    colon: str = "："
    comma: str = "、"
    pause: str = "，"
    semicolon: str = "；"
    part: str = "（{}/{}）"
    page: str = "第 {} 页"
    minutes: str = "{} 分钟"
    hours: str = "{} 小时"
    map: str = "导图，{root}。{told}"
    map_here: str = "导图，{root}，共 {count} 部分：{titles}。现在是第 {number} 部分：{title}"
    downwards: str = "自上而下：{}"
    table: str = "表格，{columns} 列：{head}；{rows} 行：{first}"
    chart: str = "{kind}，{title}。{told}"
    trend: str = "从 {first} 到 {last}，最高 {high}，最低 {low}"
    at: str = "{} 的 {}"
    axes: str = "向上：{up}，向右：{right}。{told}"
    corners: str = "左上|右上|左下|右下"
    legend: str = "图例：{}"
    priority: str = "优先级"
    progress: str = "进度"
    has_notes: str = "有备注"
    has_link: str = "有链接"
    relation: str = "关联"


ZH = Words()
EN = Words(
    colon=": ",
    comma=", ",
    pause=", ",
    semicolon="; ",
    part=" ({}/{})",
    page="p. {}",
    minutes="{} min",
    hours="{} h",
    map="Map of {root}. {told}",
    map_here="Map of {root} in {count} parts: {titles}. This is part {number}: {title}",
    downwards="From top to bottom: {}",
    table="Table, {columns} columns: {head}; {rows} rows: {first}",
    chart="{kind}, {title}. {told}",
    trend="from {first} to {last}, at most {high}, at least {low}",
    at="{1} in {0}",
    axes="Upwards: {up}, to the right: {right}. {told}",
    corners="Upper left|Upper right|Lower left|Lower right",
    legend="Legend: {}",
    priority="priority",
    progress="progress",
    has_notes="has notes",
    has_link="has a link",
    relation="relation",
)

# names of shapes, placeholders and layouts, what placeholders ask for, and kinds of charts
ENGLISH = {
    "一句话": "Sentence", "一句话要点": "The point in a sentence", "一行": "one line",
    "两句": "sentences", "两栏": "two columns", "两行": "two lines", "两词": "words",
    "中心": "Centre", "中心与分支": "Centre and branches", "中心圆": "Centre disc",
    "书": "Book", "二维码": "QR code", "二维码底": "Ground of the QR code", "事件": "Event",
    "事项": "Fact", "交错": "staggered", "代码": "Code",
    "作者": "Author", "公式": "Formula", "内容": "Content", "几条": "few", "分支": "Branch",
    "副标题": "Subtitle", "单击编辑标题": "Click to edit the title", "卡片": "Card",
    "叶": "Leaf", "各节": "Section", "名称": "name", "四行": "four lines", "四象限": "Matrix",
    "图": "Picture", "图标": "Icon", "图注": "Caption", "图片": "Picture",
    "图表": "Chart", "坐标轴": "Axes", "外框": "Boundary", "大": "large", "字": "Letters",
    "对比": "Comparison", "导图": "Map", "导图页": "Map page", "导语": "Lead",
    "封面": "Cover", "小结": "Takeaways", "图例": "Legend", "层名": "level name", "层次": "Level",
    "左栏": "Left panel", "左栏标题": "Left panel title", "右栏": "Right panel",
    "右栏标题": "Right panel title", "幻灯片图像": "Slide image", "序号": "Number",
    "单栏": "one column",
    "底": "ground", "底色": "Ground", "引号": "Quotation mark", "引文": "Quotation",
    "引线": "Lead line", "循环": "Cycle", "情节": "Episode", "折线图": "Line chart",
    "数字": "Number", "散点图": "Scatter chart", "文字": "text", "无标题": "without title",
    "无轴名": "without axis names", "日期": "Date", "时间": "Time", "时间线": "Timeline",
    "时间轴": "Axis", "本节一句话": "The section in a sentence", "本节要点": "Gist of the section",
    "条形图": "Bar chart", "条目": "Entry", "柱形图": "Column chart", "栏": "panel",
    "栏标题": "panel title", "根": "Root", "格": "Cell",
    "标志": "Logo", "标题": "Title", "案例": "Case",
    "案例名": "Name of the case", "概要": "Summary", "横轴": "Horizontal axis",
    "横轴箭头": "Arrow of the horizontal axis", "正文": "Body", "步": "steps", "步骤": "Step",
    "流程": "Process", "环节": "Stage", "目录": "Agenda", "矮": "low", "竖图": "Tall picture",
    "竖线": "Rule", "类别": "Kind", "纵轴": "Vertical axis",
    "纵轴箭头": "Arrow of the vertical axis", "线": "Line", "结束": "Closing", "结果": "Result",
    "结果在后": "result last", "节": "Section", "节号": "Section number", "节标题": "Section title",
    "节点": "Milestone", "行": "rows", "表格": "Table", "表线": "Rule", "装饰": "Decoration",
    "要点": "Points", "解决": "Remedy", "解决栏": "Remedy", "解决栏标题": "Remedy title",
    "讨论": "Questions", "词": "words", "说明": "Text", "象限": "Quadrant", "运算号": "Operator",
    "金字塔": "Pyramid", "长标题": "long title", "问题": "Problem",
    "问题与解决": "Problem and remedy",
    "问题栏": "Problem", "问题栏标题": "Problem title", "阅读记录": "Reading record",
    "面积图": "Area chart", "页眉": "Header", "页眉页脚": "Header and footer",
    "页码": "Slide number",
    "页脚": "Footer", "项": "Term", "顶点": "Corner", "饼图": "Pie chart", "高": "high",
    "三角": "Triangle", "下方文字": "text below", "从问题到解决": "From problem to remedy",
    "出处": "Source", "备注": "Notes", "作者 · 日期": "Author · date", "箭头": "Arrow",
    "跳转": "Jump", "返回": "Way back", "尖": "tip", "名": "name", "末行高": "last row high",
    "末行更高": "last row higher", "两排": "in two rows", "每排": "in rows of",
    "纵向": "down the page", "竖式": "as a sum", "短句": "short texts", "并列": "side by side",
    "未完": "to be continued", "短": "short", "小": "small", "宽": "wide",
    "窄": "narrow", "长": "long", "左": "left", "右": "right", "上": "above", "下": "below",
}  # fmt: skip
# what simplified characters of our own words are in traditional ones, one for one
_SIMPLIFIED = (
    "与两书于从众关内决几击别单叶号后听图圆场处备头对导层开归录总数无时条标栏欢注灯点环现码"
    "积称竖类系约纵线结编联脚节装见讨记论词话语说读谢轴辑运这钟链错长问间阅页顶项顾题饰饼骤"
    "乐伞侧剑动历发夹奖学宝实宽帐帜库报树楼横浅满爱状电础礼笔筛签组织络维绿脑脸视"
    "计认证误调购赞车转轮较选逻邮针钞钥钱铃铛银铺锁锚锤闪阳阵频风飞验鱼麦齿云级进办优机网据构厂气"
)
_TRADITIONAL = (
    "與兩書於從眾關內決幾擊別單葉號後聽圖圓場處備頭對導層開歸錄總數無時條標欄歡註燈點環現碼"
    "積稱豎類繫約縱線結編聯腳節裝見討記論詞話語說讀謝軸輯運這鐘鏈錯長問間閱頁頂項顧題飾餅驟"
    "樂傘側劍動曆發夾獎學寶實寬帳幟庫報樹樓橫淺滿愛狀電礎禮筆篩籤組織絡維綠腦臉視"
    "計認證誤調購讚車轉輪較選邏郵針鈔鑰錢鈴鐺銀鋪鎖錨錘閃陽陣頻風飛驗魚麥齒雲級進辦優機網據構廠氣"
)
_TO_TRADITIONAL = str.maketrans(_SIMPLIFIED, _TRADITIONAL)
WESTERN = {"：": ": ", "；": "; ", "、": ", ", "，": ", ", "　·　": "  ·  "}
_KNOWN = regex("|".join(sorted(map(re.escape, ENGLISH), key=len, reverse=True)))
TAGS = "write zh-CN, zh-TW, en or another tag"
_TAG = regex(r"[A-Za-z]{1,3}(?:[-_][A-Za-z0-9]{1,8}){0,8}")
_HAN = regex(r"[\u3400-\u9fff]")
_WIDE = regex(r"[\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]")


def is_tag(lang: str) -> bool:
    """Tell whether a word has the form of a language tag (BCP 47), or of a locale's name."""
    return bool(_TAG.fullmatch(lang))


def is_chinese(lang: str) -> bool:
    """Tell whether a language tag is Chinese; without one it is."""
    return not lang or lang.lower().startswith("zh")


def is_traditional(lang: str) -> bool:
    """Tell whether a Chinese language tag asks for traditional characters (RFC 5646)."""
    parts = lang.lower().replace("_", "-").split("-")
    return parts[0] == "zh" and bool({"hant", "tw", "hk", "mo"} & set(parts))


def script_of(lang: str) -> str:
    """Return the script of Han by its name in ISO 15924, empty for simplified characters."""
    if is_traditional(lang):
        return "Hant"
    return {"ja": "Jpan", "ko": "Hang"}.get(lang.lower().partition("-")[0], "")


@lru_cache(maxsize=64)
def words_of(lang: str) -> Words:
    """Return the words for an outline's language."""
    if not is_chinese(lang):
        return EN
    if not is_traditional(lang):
        return ZH
    return Words(**{one.name: traditional(getattr(ZH, one.name)) for one in fields(Words)})


def page_name(page: str, words: Words) -> str:
    """Return 第 12 页 for `12`, and what is no number as it stands."""
    return words.page.format(page) if page[:1].isdigit() else page


def time_name(minutes: float, words: Words) -> str:
    """Return how long something takes, in hours where they are whole or half; nothing for none."""
    if not minutes:
        return ""
    if minutes >= 60 and minutes % 30 == 0:
        return words.hours.format(f"{minutes / 60:g}")
    return words.minutes.format(f"{minutes:g}")


def signature(quote: Quote, words: Words) -> str:
    """Return who said it and where, after a dash; nothing where neither is known."""
    told = ""
    for part in (quote.by, quote.source, page_name(quote.page, words)):
        mark = mark_between(words.pause, rich(told), rich(part)) if told and part else ""
        told += mark + part
    return f"——{told}" if told else ""


def traditional(text: str) -> str:
    """Return words of our own in traditional characters."""
    return text.translate(_TO_TRADITIONAL)


@lru_cache(maxsize=4096)
def named(name: str, lang: str) -> str:
    """Return the name that we gave a shape, a placeholder or a layout, in that language.

    What follows the first space may be the author's: it is left alone unless it is ours as well.
    """
    if is_chinese(lang):
        return _in_traditional(name) if is_traditional(lang) else name
    head, space, tail = name.partition(" ")
    said = " ".join(filter(None, (_english(part) for part in tail.split(" "))))
    is_ours = said and not _HAN.search(said)
    own = ENGLISH.get(name) or _english(head)
    if _HAN.search(own):
        return name
    return own if name in ENGLISH else f"{own}{space}{said if is_ours else tail}"


def _in_traditional(name: str) -> str:
    head, space, tail = name.partition(" ")
    is_ours = all(not _HAN.search(_english(part)) for part in tail.split(" "))
    return f"{traditional(head)}{space}{traditional(tail) if is_ours else tail}"


def _english(words: str) -> str:
    """Return known words in English, set apart; others stay."""
    if not _HAN.search(words):
        return words
    return " ".join(_KNOWN.sub(lambda found: f" {ENGLISH[found[0]]} ", words).split())


def mark_between(mark: str, head: RichText, tail: RichText) -> str:
    """Return the mark that joins two texts: a Chinese one as it is where Chinese is beside it."""
    if mark not in WESTERN or _WIDE.search(plain(head)) or _WIDE.search(plain(tail)):
        return mark
    return WESTERN[mark]
