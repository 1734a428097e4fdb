"""The schema of a theme says what the loader takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from test_theme_mistakes import MISTAKES
from themes_at_hand import FOLDER, SHIPPED, problems

from deckgen.theming._schema import STYLES
from deckgen.theming.schema import theme_schema

VALIDATOR = jsonschema_rs.validator_for(theme_schema())


def is_valid(text: str) -> bool:
    return VALIDATOR.is_valid(yaml.load(text, yaml.CSafeLoader))


def test_the_schema_file_is_current() -> None:
    """themes/theme.schema.json is what `deckgen schema theme` prints."""
    expected = json.dumps(theme_schema(), ensure_ascii=False, indent=2) + "\n"
    assert (FOLDER / "theme.schema.json").read_text("utf-8") == expected


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_themes_are_valid_and_name_it(name: str) -> None:
    """Editors find the schema by the first line."""
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    assert is_valid(text)
    assert text.startswith("# yaml-language-server: $schema=./theme.schema.json\n")


def test_the_base_theme_has_every_style_and_no_other() -> None:
    """The table of styles is the base theme's."""
    base = yaml.load((FOLDER / "base.yaml").read_text("utf-8"), yaml.CSafeLoader)
    assert sorted(base["styles"]) == sorted(STYLES)


EVERYTHING = """
extends: base
title: 全
accent: "#07C160"
palette: {positive: accent1, negative: accent2}
tones: {soft: [18, 80]}
contrast: 7
fonts: {major: {latin: Cambria, ea: SimSun, hant: PMingLiU, jpan: Yu Mincho, hang: Batang}}
tokens: {shadow: {distance: 2, blur: 8, strength: 20, color: text}}
decor: {title: [{rect: [0, 0, 1, 1], gradient: [accent1, accent2], angle: 90, radial: false}]}
background: {page: {fill: surface}, title: {picture: a.png, veil: 40}}
logo: {file: a.png, corner: top left, height: 0.5, space: 0.1, alt: 标}
footer: "{book} · {section}"
frames: {quote: {body: [1, 2, 3, 4]}}
variants: {dark: {palette: {text: "#FFF"}, tokens: {corner: 0}}, print: {accent: "#333"}}
"""


def test_every_word_of_the_language_is_in_it() -> None:
    """A theme that uses them all is valid; the loader misses only the picture."""
    assert is_valid(EVERYTHING)
    assert {problem.message for problem in problems(EVERYTHING)} <= {
        "a logo needs its 'file'",
        "'text' cannot be read on 'surface'",
        *(problem.message for problem in problems(EVERYTHING) if "a.png" in problem.message),
    }


# what no schema of JSON can say: names that are somebody's own, orders, sums, other files
BEYOND = (
    "titel", "smallest", "band", "decoration", "path", "repeated", "copies", "twice", "extend",
    "alias", "YAML", "forbids", "cannot read", "name a font", "mapping of fields", "layout",
    "field's name", "unknown theme",
)  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [text for text, said in MISTAKES.items() if not any(word in said for word in BEYOND)],
    ids=lambda content: content[:40],
)
def test_what_the_loader_refuses_the_schema_refuses(content: str) -> None:
    """A slip is underlined in the editor before deckgen is run."""
    if "text: #123456" not in content and "bold: true" not in content:  # may be filled in later
        assert not is_valid(content)


JUNK = (
    None, "", 0, -1, 1e9, float("nan"), 10**400, True, [], {}, [1], [[]], {"a": 1}, "accent1",
    "#zzz", "x" * 50, [None], {"dark": None}, [1, 2, 3, 4], "{x}", "\u2028",
)  # fmt: skip


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the paths of all values inside a value."""
    inner = enumerate(value) if isinstance(value, list) else ()
    for key, one in value.items() if isinstance(value, dict) else inner:
        yield (*path, key)
        yield from places(one, (*path, key))


WHOLE = yaml.load(EVERYTHING, yaml.CSafeLoader)
PLACES = tuple(places(WHOLE))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(JUNK)), min_size=1, max_size=3))
def test_whatever_stands_anywhere_is_a_problem_with_its_line(
    slips: list[tuple[tuple[str | int, ...], object]],
) -> None:
    """No traceback for any value at any place, and no problem without a place."""
    theme = deepcopy(WHOLE)
    for (*above, last), junk in slips:
        inner = theme
        for key in above:
            inner = inner[key] if isinstance(inner, dict | list) and has(inner, key) else None
        if isinstance(inner, dict | list) and has(inner, last):
            inner[last] = deepcopy(junk)
    found = problems(yaml.safe_dump(theme, allow_unicode=True))
    assert [problem for problem in found if not problem.origin.line] == []


def has(inner: dict[str, object] | list[object], key: str | int) -> bool:
    """Tell whether there is something at a key of a mapping, or at an index of a list."""
    if isinstance(inner, dict):
        return key in inner
    return isinstance(key, int) and key < len(inner)
