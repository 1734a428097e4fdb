"""A theme to start from: a commented file of the few things that people change.

What is wanted comes in, the file's text leaves, and the logo to lay beside it. The file is loaded
before anybody writes it: what cannot be used is never handed out.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files as package_files
from pathlib import Path
from string import Template

from .. import files, registry
from ..model.color import Color, ColorRole, Rgb
from ..model.record import record
from ..model.style import FontPair
from ..model.theme import Theme
from ..model.units import EMU_PER_INCH, Emu, Size, to_pt
from ..plugin import Source
from ..problems import Report, fail
from ..terminal import clean
from ..theming.load import load_theme
from . import sample, shelf

OFF = "#: "  # begins a line that is not yet in force
LOGO_HEIGHT = 0.45  # inches


@record
class Wish:
    """What is wanted: a theme's name, the one it begins with, its colour and its logo's file."""

    name: str
    parent: str
    accent: str = ""
    logo: str = ""


@record
class Start:
    """What is to be written: the theme's file, and files to lay beside it, by their names."""

    path: str
    text: str
    beside: dict[str, bytes]


def start(wish: Wish, report: Report) -> Start:
    """Return the files of a new theme; DeckgenError when a part of it cannot be used."""
    path = path_of(wish.name)
    if not re.sub(r"\.ya?ml$", "", Path(wish.name).name).strip(". "):
        raise fail(f"'{wish.name}' is no name for a theme", "such as 'mine'", code="bad-name")
    if not files.is_path(wish.name):
        _check_name(wish.name, path)
    accent = _accent(wish.accent)
    parent = sample.look(wish.parent).theme
    beside = _logo(wish, path)
    text = Template(_template()).substitute(
        word=in_shell(path),
        parent=_yaml(_relative(wish.parent, path)),
        title=json.dumps(Path(path).stem, ensure_ascii=False),
        accent=f'accent: "{accent}"' if accent else f'{OFF}accent: "{_css(parent)}"',
        logo=_logo_line(beside),
        **_values(parent),
    )
    made = Start(path, text, beside)
    try_out(made, parent.grid.page, report)
    return made


def path_of(name: str) -> str:
    """Return where a theme of that name is written: `themes/` here, or the path that it is."""
    return name if files.is_path(name) else str(Path("themes", f"{name}.yaml"))


def _check_name(name: str, path: str) -> None:
    """Refuse a name that another theme has: which of the two was meant would hang on the folder."""
    if name in shelf.names():
        found = shelf.file_of(name)
        if found.resolve() != Path(path).resolve():
            raise fail(
                f"there is a theme '{name}' already: '{found}'",
                "choose another name",
                code="file-exists",
            )


def _accent(word: str) -> str:
    try:
        return Rgb.from_hex(word).css.upper() if word else ""
    except ValueError:
        raise fail(
            f"'{word}' is not a colour", 'write it as "#07C160", in quotes', code="bad-color"
        ) from None


@cache
def _template() -> str:
    return package_files("deckgen").joinpath("data", "sample", "starter.yaml").read_text("utf-8")


def in_shell(path: str) -> str:
    """Return a theme as a shell is told of it: by its name where that is enough, else its path."""
    name = clean(Path(path).stem if Path(path).parent == Path("themes") else path)
    return name if re.fullmatch(r"[\w./-]+", name) else f"'{name}'"


def _yaml(word: str) -> str:
    """Return a word as YAML takes it, in quotes where it must be."""
    return word if re.fullmatch(r"[\w.][\w. /-]*[\w.]|\w", word) else json.dumps(word)


def _relative(parent: str, path: str) -> str:
    """Return the parent as the new file names it: a path counts from the file's own folder."""
    if not files.is_path(parent):
        return parent
    base = Path(path).resolve().parent
    found = Path(parent).resolve()
    return found.relative_to(base).as_posix() if found.is_relative_to(base) else found.as_posix()


def _css(theme: Theme, role: ColorRole = ColorRole.ACCENT1) -> str:
    return theme.palette.rgb(Color(role)).css.upper()


def _values(theme: Theme) -> dict[str, str]:
    """Return what the parent has, to be written in the lines that are not in force."""
    tokens = theme.tokens
    roles = ("background", "surface", "text", "muted", "accent1", "accent2")
    return {
        **{role: _css(theme, ColorRole(role)) for role in roles},
        **_font("major", theme.fonts.major),
        **_font("minor", theme.fonts.minor),
        "margin": _inches(theme.grid.margin_x),
        "corner": _inches(tokens.corner),
        "gap": _inches(tokens.gap),
        "line": f"{to_pt(tokens.line):g}",
        "title_sizes": ", ".join(f"{size:g}" for size in theme.style("title").sizes),
    }


def _font(name: str, pair: FontPair) -> dict[str, str]:
    return {
        f"{name}_latin": _yaml(pair.latin),
        f"{name}_ea": _yaml(pair.ea),
        f"{name}_fallbacks": ", ".join(map(_yaml, pair.fallbacks)),
    }


def _inches(length: Emu) -> str:
    return f"{round(length / EMU_PER_INCH, 3):g}"


def _logo(wish: Wish, path: str) -> dict[str, bytes]:
    """Return the logo's bytes by its name beside the theme, for a theme reaches no further."""
    if not wish.logo:
        return {}
    source = files.open_source(wish.logo)
    return {f"{Path(path).stem}-logo{Path(wish.logo).suffix.lower()}": source.blob}


def _logo_line(beside: dict[str, bytes]) -> str:
    name = json.dumps(next(iter(beside), "logo.png"), ensure_ascii=False)
    line = f"logo: {{file: {name}, corner: top right, height: {LOGO_HEIGHT}}}"
    return line if beside else OFF + line


def try_out(made: Start, page: Size, report: Report) -> None:
    """Load the theme as if it were written; DeckgenError with what is wrong in it."""
    folders, others = (Path(made.path).parent, *files.theme_folders("")), registry.theme_files()
    own = Source(made.path, made.text.encode(), lambda name: made.beside[name])

    def find(name: str) -> Source:
        return own if name == made.path else files.find_theme(name, folders, others=others)

    load_theme(made.path, find, page, report)
