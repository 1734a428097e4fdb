"""Big, deep and hostile outlines: read, or refused within a second with one clear problem."""

from __future__ import annotations

import pytest
import yaml
from outline_reading import outline_of, problems_of, reading
from patience import patience

import deckgen.readers.yaml as yaml_reader
from deckgen.model.outline import walk

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_two_thousand_levels_are_read():
    """Depth is bounded by memory, in block style and in brackets."""
    block = "".join(f"{'  ' * level}- 层{level}:\n" for level in range(2000))
    assert max(depth for _, depth in walk(outline_of(block).topics)) == 1999
    flow = "title: 题\ntopics: " + "[{层: " * 2000 + "底" + "}]" * 2000
    assert max(depth for _, depth in walk(outline_of(flow).topics)) == 1999


def test_a_hundred_thousand_topics_are_read():
    """Width costs time in proportion."""
    with patience(4):
        outline = outline_of("title: 题\ntopics:\n" + "- 一条普通的要点\n" * 100_000)
        assert len(outline.topics) == 100_000


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[" * 30_000,
            "1:5001 error: brackets stand more than 5,000 deep"
            " | close them, or put the text in quotes",
        ),
        (
            "{" * 30_000,
            "1:5001 error: brackets stand more than 5,000 deep"
            " | close them, or put the text in quotes",
        ),
        (
            "- " * 30_000 + "a",
            "1:20001 error: the outline is more than 10,000 levels deep | make it flatter",
        ),
        (
            "[" * 4_900 + "a," * 500_000,
            "1:40815 error: too much stands inside too many brackets"
            " | close them, or write lists with '- '",
        ),
        (
            BOMB,
            "7:16 error: written out, this alias makes more than 2,000,000 values"
            " | use fewer aliases",
        ),
        (
            "title: 题\ntopics: &a [甲, *a]\n",
            "2:16 error: '*a' stands inside what it names | write it out",
        ),
        ("%TAG !a! b\n" * 100_000, "1:1 error: too many lines begin with '%' | put them in quotes"),
        ("#" * 17_000_000, "0:0 error: the outline is larger than 16 MB | divide it"),
    ],
)
def test_hostile_files_are_refused_at_once(text, told):
    """One clear problem within a second, whatever the file."""
    with patience(2):
        assert problems_of(text) == [told]


def test_brackets_without_libyaml(monkeypatch):
    """PyYAML's own scanner is slower, and so is its budget smaller."""
    monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)
    monkeypatch.setattr(yaml_reader, "_FLOW_STEPS", 100_000)
    (told,) = problems_of("[" * 30_000)
    assert told.endswith(
        "too much stands inside too many brackets | close them, or write lists with '- '"
    )


def test_shared_aliases_are_written_out():
    """An alias costs what it stands for, and no more."""
    outline, problems = reading("- 甲: &a [" + "一, " * 1000 + "]\n" + "- 乙: *a\n" * 100)
    assert problems == []
    assert outline is not None
    assert sum(1 for _ in walk(outline.topics)) == 101 * 1001


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"- 甲: {{gist: 乙, wrong{number}: 丙}}\n" for number in range(20_000)),
        "".join(f"- 甲: {{id: i{n}, link: '#x{n}'}}\n" for n in range(20_000)),
        "- ''\n" * 50_000,
    ],
)
def test_many_mistakes_are_told_soon(text):
    """Hints stop when nobody would read them; the problems go on."""
    with patience(3):
        assert len(problems_of(text)) >= 20_000
