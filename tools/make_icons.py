"""Make the icons out of Lucide's SVG files, and the page that shows them.

What comes in: the folder `icons` of the npm package lucide-static. What leaves: the contours of
the icons named here in `deckgen/data/icons/lucide.json` with Lucide's licence beside it,
`docs/icons.md` and `docs/pictures/icons.png`. The same sources give the same bytes.

    npm pack lucide-static@1.62.0 && tar xzf lucide-static-1.62.0.tgz
    python tools/make_icons.py package

The thing to know: icons are strokes, not fills: open contours of cubic Beziers in a square of 24,
kept in hundredths, drawn two units wide with round ends. The sheet of them all is painted by
resvg-py, of which deckgen itself has no need.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import resvg_py
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.svgLib.path import SVGPath

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "deckgen" / "data" / "icons"
SCALE = 100
COLUMNS, CELL, LABEL = 10, 92, 18  # of the sheet, in pixels

# Lucide's name, and the word that a Chinese author would use
NAMES = {
    "anchor": "锚", "award": "奖章", "badge-check": "认证", "banknote": "钞票", "battery": "电池",
    "bell": "铃铛", "bike": "单车", "book": "书", "book-open": "翻开的书", "bookmark": "书签",
    "brain": "大脑", "briefcase": "公文包", "bug": "虫子", "building": "楼房",
    "calendar": "日历", "camera": "相机", "car": "汽车", "chart-bar": "条形图",
    "chart-line": "折线图", "chart-pie": "饼图", "check": "对勾", "circle-alert": "提醒",
    "circle-check": "完成", "circle-x": "错误", "clipboard-list": "清单", "clock": "时钟",
    "cloud": "云", "code": "代码", "coffee": "咖啡", "compass": "指南针", "cpu": "芯片",
    "credit-card": "银行卡", "crown": "皇冠", "database": "数据库", "dollar-sign": "美元",
    "eye": "眼睛", "factory": "工厂", "feather": "羽毛笔", "file-text": "文件", "filter": "筛选",
    "flag": "旗帜", "flame": "火焰", "flask-conical": "实验", "folder": "文件夹", "gem": "宝石",
    "gift": "礼物", "globe": "地球", "graduation-cap": "学位帽", "hammer": "锤子",
    "handshake": "握手", "headphones": "耳机", "heart": "爱心", "hourglass": "沙漏",
    "house": "房子", "image": "图片", "key": "钥匙", "layers": "层次", "leaf": "叶子",
    "lightbulb": "灯泡", "link": "链接", "lock": "锁", "mail": "邮件", "map": "地图",
    "map-pin": "定位", "megaphone": "喇叭", "message-circle": "气泡", "mic": "麦克风",
    "monitor": "屏幕", "moon": "月亮", "mountain": "山", "music": "音乐", "network": "网络",
    "package": "包裹", "palette": "调色板", "pen": "笔", "phone": "电话", "piggy-bank": "存钱罐",
    "plane": "飞机", "play": "播放", "plug": "插头", "puzzle": "拼图", "quote": "引号",
    "recycle": "回收", "repeat": "循环", "rocket": "火箭", "route": "路线", "scale": "天平",
    "scissors": "剪刀", "search": "搜索", "send": "发送", "settings": "齿轮", "share-2": "分享",
    "shield": "盾牌", "shopping-cart": "购物车", "smartphone": "手机", "smile": "笑脸",
    "sprout": "嫩芽", "star": "星星", "store": "商店", "sun": "太阳", "sword": "剑",
    "target": "靶心", "thumbs-down": "踩", "thumbs-up": "点赞", "timer": "计时", "trees": "森林",
    "trending-down": "下降", "trending-up": "上升", "trophy": "奖杯", "truck": "卡车",
    "umbrella": "雨伞", "user": "人", "users": "人群", "video": "视频", "wallet": "钱包",
    "waves": "波浪", "wifi": "无线网", "wrench": "扳手", "zap": "闪电",
}  # fmt: skip
# The emoji that show the same thing, without variation selectors: no font need have them then
EMOJI = {
    "anchor": "⚓", "award": "🏅🥇", "banknote": "💵💴💶", "battery": "🔋", "bell": "🔔",
    "bike": "🚲🚴", "book": "📕📗📘📙📔", "book-open": "📖", "bookmark": "🔖", "brain": "🧠",
    "briefcase": "💼", "bug": "🐛🐞", "building": "🏢🏬", "calendar": "📅📆",
    "camera": "📷📸", "car": "🚗🚙", "chart-bar": "📊", "check": "✔✓", "circle-alert": "❗",
    "circle-check": "✅", "circle-x": "❌❎", "clipboard-list": "📋", "clock": "🕐🕒🕘",
    "cloud": "☁", "coffee": "☕", "compass": "🧭", "credit-card": "💳", "crown": "👑",
    "dollar-sign": "💲💰", "eye": "👁👀", "factory": "🏭", "feather": "🪶",
    "file-text": "📄📃", "flag": "🚩🏁", "flame": "🔥", "flask-conical": "🧪",
    "folder": "📁📂", "gem": "💎", "gift": "🎁", "globe": "🌐🌍🌏", "graduation-cap": "🎓",
    "hammer": "🔨", "handshake": "🤝", "headphones": "🎧", "heart": "❤♥💖",
    "hourglass": "⏳⌛", "house": "🏠🏡", "image": "🖼", "key": "🔑", "leaf": "🍃🍂",
    "lightbulb": "💡", "link": "🔗", "lock": "🔒🔐", "mail": "📧✉📨", "map": "🗺",
    "map-pin": "📍📌", "megaphone": "📢📣", "message-circle": "💬💭", "mic": "🎤🎙",
    "monitor": "🖥💻", "moon": "🌙", "mountain": "⛰🏔", "music": "🎵🎶", "package": "📦",
    "palette": "🎨", "pen": "🖊✏✍", "phone": "📞☎", "piggy-bank": "🐷", "plane": "✈🛫",
    "play": "▶", "plug": "🔌", "puzzle": "🧩", "recycle": "♻", "repeat": "🔁🔄",
    "rocket": "🚀", "scale": "⚖", "scissors": "✂", "search": "🔍🔎", "settings": "⚙",
    "shield": "🛡", "shopping-cart": "🛒", "smartphone": "📱", "smile": "🙂😀😊😄",
    "sprout": "🌱", "star": "⭐🌟★", "store": "🏪", "sun": "☀🌞", "sword": "🗡",
    "target": "🎯", "thumbs-down": "👎", "thumbs-up": "👍", "timer": "⏱⏰", "trees": "🌳🌲",
    "trending-down": "📉", "trending-up": "📈", "trophy": "🏆", "truck": "🚚🚛",
    "umbrella": "☂☔", "user": "👤", "users": "👥", "video": "🎬🎥", "wallet": "👛",
    "waves": "🌊", "wifi": "📶", "wrench": "🔧", "zap": "⚡",
}  # fmt: skip


def contours_of(svg: str) -> list[list[int]]:
    """Return an icon's contours: a start point, then three points a segment, in hundredths."""
    pen = DecomposingRecordingPen(None)
    SVGPath.fromstring(svg.encode()).draw(pen)
    contours: list[list[tuple[float, float]]] = []
    for verb, points in pen.value:
        if verb == "moveTo":
            contours.append([points[0]])
            continue
        at = contours[-1][-1]
        if verb == "lineTo":
            contours[-1] += [at, points[0], points[0]]
        elif verb == "curveTo":
            contours[-1] += points
        elif verb == "qCurveTo":
            contours[-1] += _raised(at, *points)
        elif verb == "closePath" and at != contours[-1][0]:
            contours[-1] += [at, contours[-1][0], contours[-1][0]]
    return [
        [round(value * SCALE) for point in contour for value in point]
        for contour in contours
        if len(contour) > 1
    ]


def _raised(
    start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]
) -> list[tuple[float, float]]:
    """Return a quadratic Bezier as a cubic one."""

    def between(point: tuple[float, float]) -> tuple[float, float]:
        x, y = (a + 2 / 3 * (b - a) for a, b in zip(point, control, strict=True))
        return x, y

    return [between(start), between(end), end]


def path_data(contours: list[list[int]]) -> str:
    parts = []
    for contour in contours:
        points = [f"{x / SCALE:g} {y / SCALE:g}" for x, y in zip(*[iter(contour)] * 2, strict=True)]
        parts.append(f"M{points[0]}C{' '.join(points[1:])}")
    return "".join(parts)


def sheet(icons: dict[str, list[list[int]]]) -> str:
    """Return all icons with their names as one SVG."""
    rows = -(-len(icons) // COLUMNS)
    cells = []
    for place, (name, contours) in enumerate(icons.items()):
        x, y = place % COLUMNS * CELL, place // COLUMNS * (CELL - LABEL)
        cells.append(
            f'<g transform="translate({x + CELL / 2 - 16} {y + 10}) scale(1.333)">'
            '<path fill="none" stroke="#1F1D1A" stroke-width="2" '
            'stroke-linecap="round" stroke-linejoin="round" '
            f'd="{path_data(contours)}"/></g><text x="{x + CELL / 2}" y="{y + 60}" '
            f'font-size="11" text-anchor="middle" fill="#665F54">{name}</text>'
        )
    width, height = COLUMNS * CELL, rows * (CELL - LABEL) + 6
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        'font-family="Deckgen Sans SC"><rect width="100%" height="100%" fill="#FFFFFF"/>'
        f"{''.join(cells)}</svg>"
    )


def page() -> str:
    """Return docs/icons.md."""
    rows = "".join(
        f"| `{name}` | {word} | {' '.join(EMOJI.get(name, ''))} |\n"
        for name, word in sorted(NAMES.items())
    )
    return (
        "# Icons\n\n"
        "A point may have an icon; cards show it beside its heading, in the theme's colours, as\n"
        "a shape that PowerPoint can edit:\n\n"
        "```yaml\n- 三个习惯:\n    points:\n    - 读: {gist: 每天半小时, icon: book-open}\n"
        "    - 记: {gist: 写成提纲, icon: 笔}\n"
        "    - 讲: {gist: 讲给没读过的人听, icon: 🎤}\n```\n\n"
        "`icon` takes one of these names, in English or in Chinese, or an emoji. One that stands\n"
        "in the table is drawn as its icon, another as text in the reader's own font. Signs of\n"
        "work are icons too: priorities from `p1` (优先级1) to `p9`, how far something has come\n"
        "from `0%` to `100%`, and tasks: `todo` (待办), `doing` (进行中), `done` (已完成).\n\n"
        "![all icons](pictures/icons.png)\n\n"
        f"| name | 中文 | emoji |\n|---|---|---|\n{rows}\n"
        "The icons are [Lucide](https://lucide.dev)'s (ISC licence, some of them MIT); the\n"
        "licence lies beside them in `deckgen/data/icons/`. `tools/make_icons.py` makes them and\n"
        "this page.\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="the unpacked package lucide-static")
    package: Path = parser.parse_args().package
    icons = {
        name: contours_of((package / "icons" / f"{name}.svg").read_text("utf-8"))
        for name in sorted(NAMES)
    }
    TARGET.mkdir(exist_ok=True)
    data = {
        name: {"zh": NAMES[name], "emoji": EMOJI.get(name, ""), "contours": icons[name]}
        for name in icons
    }
    lines = ",\n".join(
        f"{json.dumps(name)}:{json.dumps(one, ensure_ascii=False, separators=(',', ':'))}"
        for name, one in data.items()
    )
    (TARGET / "lucide.json").write_text(f"{{\n{lines}\n}}\n", "utf-8")
    shutil.copyfile(package / "LICENSE", TARGET / "LICENSE")
    (ROOT / "docs" / "icons.md").write_text(page(), "utf-8")
    fonts = sorted(str(path) for path in (ROOT / "deckgen" / "data" / "fonts").glob("*.ttf"))
    png = resvg_py.svg_to_bytes(svg_string=sheet(icons), font_files=fonts, skip_system_fonts=True)
    (ROOT / "docs" / "pictures" / "icons.png").write_bytes(bytes(png))


if __name__ == "__main__":
    main()
