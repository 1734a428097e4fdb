"""A theme at one look, as a web page: what `preview.py` draws, in the theme's own fonts.

The file asks the net for nothing and runs nothing: its policy allows no more than its own style.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from ..model.color import ACCENTS, Color, ColorRole, Tone, contrast
from ..model.scene import Page
from ..model.style import Face
from ..model.theme import Theme
from ..writers._markup import quoted
from ..writers.svg import svg_element
from .preview import NEUTRALS, Shown


def web_page(shown: Shown) -> bytes:
    """Return the page as an HTML file."""
    theme = shown.theme
    style = _part("preview.css")
    slides = "\n".join(_figure(page, shown.label(page), theme) for page in shown.slides)
    page = Template(_part("preview.html")).substitute(
        name=quoted("" if shown.name == theme.title else shown.name),
        title=quoted(theme.title),
        character=quoted(shown.character),
        style=_colors(theme) + style,
        style_hash=_hash(_colors(theme) + style),
        swatches="".join(_swatch(role, theme) for role in (*NEUTRALS, *ACCENTS)),
        fonts="".join(_font(face, theme) for face in Face),
        slides=slides,
        map=_figure(shown.map, "思维导图 map", theme),
    )
    return page.encode()


@cache
def _part(name: str) -> str:
    return files("deckgen").joinpath("data", "sample", name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _colors(theme: Theme) -> str:
    """Return the style that gives the page the theme's colours and fonts."""
    palette = theme.palette
    colors = {role.value: palette.rgb(Color(role)).css for role in ColorRole}
    colors |= {
        f"{role.value}-{tone.value}": palette.rgb(Color(role, tone)).css
        for role in (*NEUTRALS, *ACCENTS)
        for tone in (Tone.ON, Tone.SOFT, Tone.MID, Tone.INK)
    }
    lines = [f"--{name}: {value};" for name, value in colors.items()]
    lines += [f"--{face}: {_families(face, theme)};" for face in Face]
    rules = [
        f".{role.value} {{ background: var(--{role.value}); color: var(--{role.value}-on); }}"
        for role in (*NEUTRALS, *ACCENTS)
    ]
    rules += [
        f".{role.value}-{tone.value} {{ background: var(--{role.value}-{tone.value}); }}"
        for role in ACCENTS
        for tone in (Tone.SOFT, Tone.MID, Tone.INK)
    ]
    return f":root {{ {' '.join(lines)} }}\n" + "\n".join(rules) + "\n"


def _families(face: Face, theme: Theme) -> str:
    names = theme.fonts.pair(face).families
    # a quote or a backslash would end the string, and a face with one is none
    safe = [f'"{name}"' for name in names if not set(name) & set('"\\<>\n')]
    return ", ".join((*safe, "sans-serif"))


def _swatch(role: ColorRole, theme: Theme) -> str:
    palette = theme.palette
    told = f"<b>{role}</b><code>{palette.colors[role].css.upper()}</code>"
    if role in ACCENTS:
        tones = (Tone.SOFT, Tone.MID, Tone.INK)
        bars = "".join(f'<i class="{role}-{tone}" title="{tone}"></i>' for tone in tones)
        ink = palette.rgb(Color(role, Tone.INK))
        ratio = contrast(ink, palette.colors[ColorRole.BACKGROUND])
        told += f"<span>{ratio:.1f}:1</span><em>{bars}</em>"
    elif role in (ColorRole.TEXT, ColorRole.MUTED):
        ratio = contrast(palette.colors[role], palette.colors[ColorRole.BACKGROUND])
        told += f"<span>{ratio:.1f}:1</span>"
    return f'<li class="{role}">{told}</li>'


def _font(face: Face, theme: Theme) -> str:
    words = {Face.MAJOR: "标题", Face.MINOR: "正文", Face.MONO: "代码"}[face]
    families = quoted(" · ".join(theme.fonts.pair(face).families))
    return f'<p class="{face}"><b>{words} 读书 Aa 12</b><span>{families}</span></p>'


def _figure(page: Page, label: str, theme: Theme) -> str:
    drawn = svg_element(page, theme, lambda _: "")
    return f"<figure>{drawn}<figcaption>{quoted(label)}</figcaption></figure>"
