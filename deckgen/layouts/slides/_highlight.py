"""A listing as lines of runs, its words told apart by colour where Pygments is installed.

Colours are roles. Without Pygments, or in a language that it does not know, all words look alike.
"""

from __future__ import annotations

from functools import lru_cache

from ...model.color import Color, ColorRole, Tone
from ...model.outline import Code
from ...model.richtext import RichText, Run

TAB = 4
# By the token's place in Pygments' tree, the nearest ancestor that stands here counts
LOOKS: dict[str, tuple[Color, bool]] = {
    "Token.Keyword": (Color(ColorRole.ACCENT1, Tone.INK), True),
    "Token.Operator.Word": (Color(ColorRole.ACCENT1, Tone.INK), True),
    "Token.Name.Tag": (Color(ColorRole.ACCENT1, Tone.INK), True),
    "Token.Name.Builtin": (Color(ColorRole.ACCENT4, Tone.INK), False),
    "Token.Name.Decorator": (Color(ColorRole.ACCENT4, Tone.INK), False),
    "Token.Name.Attribute": (Color(ColorRole.ACCENT4, Tone.INK), False),
    "Token.Name.Function": (Color(ColorRole.ACCENT2, Tone.INK), False),
    "Token.Name.Class": (Color(ColorRole.ACCENT2, Tone.INK), True),
    "Token.Literal.String": (Color(ColorRole.ACCENT3, Tone.INK), False),
    "Token.Literal.Number": (Color(ColorRole.ACCENT5, Tone.INK), False),
    "Token.Comment": (Color(ColorRole.MUTED), False),
}


def highlighted(code: Code) -> tuple[RichText, ...]:
    """Return the listing's lines; tabs are set as four spaces, spaces at a line's end left out."""
    text = code.text.expandtabs(TAB).replace("\r\n", "\n")
    text = "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))
    return _lines(text, code.lang.strip().lower())


@lru_cache(maxsize=32)
def _lines(text: str, lang: str) -> tuple[RichText, ...]:
    lines: list[list[Run]] = [[]]
    for words, look in _tokens(text, lang):
        for number, part in enumerate(words.split("\n")):
            if number:
                lines.append([])
            if part and look and part.strip():
                lines[-1].append(Run(part, bold=look[1], color=look[0]))
            elif part:
                lines[-1].append(Run(part))
    return tuple(_merged(line) for line in lines)


def _tokens(text: str, lang: str) -> list[tuple[str, tuple[Color, bool] | None]]:
    """Return the text in pieces, each with its look."""
    if lang:
        try:
            from pygments.lexers import get_lexer_by_name
            from pygments.util import ClassNotFound
        except ImportError:
            return [(text, None)]
        try:
            lexer = get_lexer_by_name(lang, stripnl=False, ensurenl=False)
        except ClassNotFound:
            return [(text, None)]
        return [(words, _look(str(kind))) for kind, words in lexer.get_tokens(text)]
    return [(text, None)]


def _look(kind: str) -> tuple[Color, bool] | None:
    while kind not in LOOKS:
        kind = kind.rpartition(".")[0]
        if not kind:
            return None
    return LOOKS[kind]


def _merged(line: list[Run]) -> RichText:
    """Join neighbours of one look."""
    runs: list[Run] = []
    for run in line:
        if runs and (runs[-1].bold, runs[-1].color) == (run.bold, run.color):
            runs[-1] = Run(runs[-1].text + run.text, bold=run.bold, color=run.color)
        else:
            runs.append(run)
    return tuple(runs)
