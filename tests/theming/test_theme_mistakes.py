"""Every mistake in a theme is one line with its place and a hint, and all are told at once."""

from __future__ import annotations

import pytest
from patience import patience
from themes_at_hand import load, problems, told

from deckgen.problems import DeckgenError

SYNTAX = "check the indentation, quotes and brackets here and just above"
PATH = "absolute M, L, C and Z, such as 'M 1 1 L 2 1 L 2 2 Z'"

MISTAKES = {
    # unknown words
    "palete: {}": "t.yaml:1:1: error: unknown field 'palete' | did you mean 'palette'?",
    'palette: {accnt2: "#111111"}': (
        "t.yaml:1:11: error: unknown field 'accnt2' | did you mean 'accent2'?"
    ),
    "styles: {lead: {colour: text}}": (
        "t.yaml:1:17: error: unknown field 'colour' | did you mean 'color'?"
    ),
    "fonts: {majr: {}}": "t.yaml:1:9: error: unknown field 'majr' | did you mean 'major'?",
    "styles: {lead: {color: accent7}}": (
        "t.yaml:1:24: error: unknown colour role 'accent7' | did you mean 'accent6'?"
    ),
    "styles: {lead: {color: accent1 sofd}}": (
        "t.yaml:1:24: error: unknown colour role 'accent1 sofd' | did you mean 'accent1 soft'?"
    ),
    "styles: {lead: {face: majr}}": (
        "t.yaml:1:23: error: unknown word 'majr' | did you mean 'major'?"
    ),
    "styles: {lead: {align: middle}}": (
        "t.yaml:1:24: error: unknown word 'middle' | known: center, left, right"
    ),
    "map: {edge: curved}": "t.yaml:1:13: error: unknown word 'curved' | did you mean 'curve'?",
    "map: {shapes: [card, cards]}": (
        "t.yaml:1:22: error: unknown word 'cards' | did you mean 'card'?"
    ),
    "styles: {titel: {sizes: [20]}}": (
        "t.yaml:1:10: warning: unknown style 'titel' | did you mean 'title'?"
    ),
    # colours
    'palette: {text: "#12345G"}': (
        "t.yaml:1:17: error: '#12345G' is not a colour | write it as \"#07C160\", in quotes"
    ),
    "palette:\n  text: #123456": (
        "t.yaml:2:8: error: '' is not a colour | write it as \"#07C160\", in quotes"
    ),
    "palette: {text: red}": (
        "t.yaml:1:17: error: 'red' is not a colour | write it as \"#07C160\", in quotes"
    ),
    # numbers
    "grid: {margin: wide}": (
        "t.yaml:1:16: error: 'wide' is not a number | lengths are inches, sizes points"
    ),
    "grid: {margin: .nan}": (
        "t.yaml:1:16: error: 'nan' is not a number | lengths are inches, sizes points"
    ),
    "grid: {margin: true}": (
        "t.yaml:1:16: error: 'True' is not a number | lengths are inches, sizes points"
    ),
    "grid: {margin: -1}": "t.yaml:1:16: error: 'margin' must be from 0 to 3, not -1",
    "tokens: {line: 99999}": "t.yaml:1:16: error: 'line' must be from 0 to 10000, not 99999",
    "styles: {lead: {sizes: [20, 0]}}": (
        "t.yaml:1:29: error: entry 2 of 'sizes' must be from 1 to 400, not 0"
    ),
    "styles: {lead: {sizes: [16, 20]}}": (
        "t.yaml:1:24: error: 'sizes' must go from the largest to the smallest"
    ),
    "styles: {lead: {sizes: 20}}": (
        "t.yaml:1:24: error: 'sizes' must be a list of numbers | for example [1, 2]"
    ),
    "styles: {lead: {sizes: []}}": (
        "t.yaml:1:24: error: 'sizes' must be a list of numbers | for example [1, 2]"
    ),
    "tones: {soft: [1]}": "t.yaml:1:15: error: 'soft' must be 2 numbers | for example [1, 2]",
    "tones: {soft: [1, 200]}": (
        "t.yaml:1:19: error: entry 2 of 'soft' must be from 0 to 100, not 200"
    ),
    "grid: {body: [1, 2, 3]}": "t.yaml:1:14: error: 'body' must be 2 numbers | for example [1, 2]",
    "grid: {body: [3, 9]}": (
        "t.yaml:1:14: error: 'body' must be a band on the page: its top, and its height"
        " | the page is 7.5 inches high"
    ),
    # kinds of values
    "palette: [1]": "t.yaml:1:10: error: 'palette' must be a mapping | write 'name: value' pairs",
    "title: {a: b}": "t.yaml:1:8: error: 'title' must be text | put it in quotes on one line",
    "styles: {lead: {bold: maybe}}": (
        "t.yaml:1:23: error: 'maybe' is neither true nor false | write 'true' or 'false'"
    ),
    "fonts: {major: {latin: }}": (
        "t.yaml:1:24: error: 'latin' must name a font | such as Microsoft YaHei"
    ),
    "fonts: {major: {fallbacks: Arial}}": (
        "t.yaml:1:28: error: 'fallbacks' must be a list of words | for example [a, b]"
    ),
    "map: {styles: {}}": (
        "t.yaml:1:15: error: 'styles' must be a list, a style a level of the map"
    ),
    "map:\n  styles:\n  - {bold: true}": (
        "t.yaml:3:5: error: 'sizes' must be a list of numbers | for example [1, 2]"
    ),
    "title: !!float abc": (
        "t.yaml:1:8: error: cannot read 'abc' | put it in quotes if it is text"
    ),
    "title: !!python/object:os.system ls": (
        "t.yaml:1:8: error: cannot read 'ls' | put it in quotes if it is text"
    ),
    "? [a, b]\n: 1": "t.yaml:1:3: error: a field's name must be a word | write 'name: value'",
    # decorations
    "decor: {rule: 3}": (
        "t.yaml:1:15: error: 'rule' must be a list of shapes | begin each shape with a dash"
    ),
    "decor: {rule: [3]}": (
        "t.yaml:1:16: error: entry 1 of 'rule' must be a mapping | write 'name: value' pairs"
    ),
    "decor:\n  rule:\n  -": "t.yaml:3:4: error: an empty decoration | delete its line",
    "decor: {rule: [{fill: text}]}": (
        "t.yaml:1:16: error: a decoration needs 'rect', 'ellipse' or 'path'"
        " | such as {rect: [0.75, 1.4, 0.7, 0.05], fill: accent1}"
    ),
    "decor: {rule: [{rect: [1, 2, 3]}]}": (
        "t.yaml:1:23: error: 'rect' must be 4 numbers | for example [1, 2, 3, 4]"
    ),
    "decor: {rule: [{rect: [1, 2, 3, 4], fil: text}]}": (
        "t.yaml:1:37: error: unknown field 'fil' | did you mean 'fill'?"
    ),
    "decor: {rule: [{path: M 1 1 l 2 2 Z}]}": (
        f"t.yaml:1:23: error: this path cannot be drawn | {PATH}"
    ),
    f"decor: {{rule: [{{path: M 1 1 L{' ' * 100_000}x 2 M 3 3 L 4 4}}]}}": (
        f"t.yaml:1:23: error: this path cannot be drawn | {PATH}"
    ),
    "decor: {rule: [{path: M 1 1 C 2 2 3 3 Z}]}": (
        f"t.yaml:1:23: error: this path cannot be drawn | {PATH}"
    ),
    "decor: {rule: [{path: L 1 1 L 2 2 L 3 3}]}": (
        f"t.yaml:1:23: error: this path cannot be drawn | {PATH}"
    ),
    "decor: {rule: [{path: M 1 1 L 1e2 2 L 3 3}]}": (
        f"t.yaml:1:23: error: this path cannot be drawn | {PATH}"
    ),
    "decor: {rule: [{path: M 1 1 L 2 2 M 3 3 L 4 4}]}": (
        f"t.yaml:1:23: error: this path cannot be drawn | {PATH}"
    ),
    "decor: {page: [{rect: [0, 0, 1, 1], every: [0, 0]}]}": (
        "t.yaml:1:44: error: this shape cannot be repeated | such as [0.5, 0], of a 'rect'"
    ),
    "decor: {page: [{rect: [0, 0, 1, 1], every: [0.01, 0]}]}": (
        "t.yaml:1:44: error: more than 60 copies | repeat it less densely"
    ),
    "tokens: {divider: blok}": "t.yaml:1:19: error: unknown word 'blok' | did you mean 'block'?",
    "tokens: {card: sufrace}": (
        "t.yaml:1:16: error: unknown colour role 'sufrace' | did you mean 'surface'?"
    ),
    "larger: 3": "t.yaml:1:9: error: 'larger' must be from 0 to 2, not 3",
    "contrast: 3": "t.yaml:1:11: error: 'contrast' must be from 4.6 to 15, not 3",
    # the file
    "title: a\ntitle: b": "t.yaml:2:1: error: 'title' is given twice | keep one of them",
    "title: &a x\nfonts: *a": "t.yaml:2:8: error: a theme has no aliases | write the value out",
    "": "t.yaml: error: a theme is a mapping of fields | see themes/base.yaml",
    "- a": "t.yaml: error: a theme is a mapping of fields | see themes/base.yaml",
    "title:\n\t- a": (
        "t.yaml:2:1: error: the theme is not valid YAML: found character that cannot start any"
        f" token | {SYNTAX}"
    ),
    "title: a\n---\ntitle: b": (
        f"t.yaml:2:1: error: the theme is not valid YAML: but found another document | {SYNTAX}"
    ),
    "title: a\nx: \0b": (
        "t.yaml:2:4: error: the theme holds a character that YAML forbids"
        " | delete it, or type it again"
    ),
    # parents
    "title: a\nextends: t": "t.yaml:2:10: error: theme 't' extends itself | end at 'base'",
    "title: a\nextends: nope": "t.yaml:2:10: error: unknown theme 'nope' | known: base",
}  # fmt: skip


@pytest.mark.parametrize("content", MISTAKES, ids=lambda content: content[:40])
def test_a_mistake_is_one_problem_with_its_place(content: str) -> None:
    """The place is the value's, or the key's where that is what is wrong."""
    assert told(content) == MISTAKES[content] + "\n"


def test_all_mistakes_are_told_at_once() -> None:
    """A file with mistakes in every part of it is mended in one go."""
    content = """\
titel: a
palette: {accent1: red}
tones: {mid: [1]}
styles:
  lead: {face: x, color: y, sizes: [a]}
grid: {margin: -1}
grid: {margin: 1}
decor:
  title: [{path: M}]
"""
    assert [problem.origin.line for problem in problems(content)] == [1, 2, 3, 5, 5, 5, 6, 7, 9]


def test_a_problem_shows_its_line() -> None:
    """The author's line goes along, for the caret to point at."""
    (problem,) = problems("title: a\npalette: {text: red}\n")
    assert problem.source_line == "palette: {text: red}"
    (problem,) = problems("title: [a\npalette: b")
    assert problem.source_line == "palette: b"


@pytest.mark.parametrize(
    ("blob", "message"),
    [
        ("title: ü\n".encode("utf-16"), "the theme is not UTF-8 text"),
        (b"\xff\xfe\x00\x01binary", "the theme is not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n", "the theme is not UTF-8 text"),
        (b"#" * 300_000, "the theme is too large"),
        (b"x: " + b"[" * 30_000, "the theme is nested deeper than 32 levels"),
        (b"[" * 30_000 + b"]" * 30_000, "the theme is nested deeper than 32 levels"),
        (b"{a: " * 30_000, "the theme is nested deeper than 32 levels"),
        (b"- " * 30_000, "the theme is nested deeper than 32 levels"),
        (b"title: " + b"9" * 5_000, f"cannot read '{'9' * 40}'"),
    ],
    ids=lambda value: repr(value[:16]),
)
def test_files_that_cannot_be_themes(blob: bytes, message: str) -> None:
    """No traceback, no crash of the C loader, no long wait; a hint goes along."""
    with patience(1):
        (problem,) = problems(blob)
    assert (problem.message, bool(problem.hint)) == (message, True)


def test_a_ring_of_themes_ends() -> None:
    """Three themes that extend each other are one mistake of the one that closes the ring."""
    said = told("extends: a", a="extends: b", b="extends: t")
    assert said == "b.yaml:1:10: error: theme 't' extends itself | end at 'base'\n"


def test_a_long_chain_of_themes_ends() -> None:
    """A chain need not be a ring to be too long."""
    chain = {f"c{i}": f"extends: c{i + 1}" for i in range(30)}
    (problem,) = problems("extends: c0", **chain)
    assert problem.message == "more than 8 themes extend each other"


def test_a_mistake_of_the_parent_has_the_parents_place() -> None:
    """The child is right, so the place is not in the child."""
    said = told("extends: p\n\npalette: {accent1: '#111'}", p="grid: {margin: x}")
    assert said.startswith("p.yaml:1:16: error: 'x' is not a number")


def test_a_broken_parent_stops_the_work() -> None:
    """A parent that is no YAML is one problem with the parent's place."""
    (problem,) = problems("extends: p", p="a: [")
    assert str(problem.origin).startswith("p.yaml:")


def test_mistakes_raise() -> None:
    """The caller gets the problems as an exception."""
    with pytest.raises(DeckgenError, match="unknown field 'x'"):
        load("t", t="x: 1")
