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


def block(levels: int) -> str:
    """Return topics below each other; each but the last is a list in a mapping: two levels."""
    lines = [f"{'  ' * level}- 层{level}:\n" for level in range(levels)]
    return "".join(lines)


def flow(levels: int) -> str:
    return "[{层: " * levels + "底" + "}]" * levels


LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (block, "451:0 error: the outline is more than 900 levels deep | make it flatter"),
        (
            flow,
            "1:0 error: brackets stand more than 900 deep | close them, or put the text in quotes",
        ),
    ],
)
def test_depth_ends_where_we_say(make, told, loader, monkeypatch):
    """Nine hundred levels are read, one more is refused in our words, whatever the loader."""
    monkeypatch.setattr(yaml_reader, "_LOADER", loader)
    assert max(depth for _, depth in walk(outline_of(make(450)).topics)) == 449
    assert problems_of(make(451)) == [told]
    assert problems_of(make(1500)) == [told]


def test_fifty_thousand_topics_are_read():
    """Width costs time in proportion."""
    with patience(4):
        outline = outline_of("title: 题\ntopics:\n" + "- 一条普通的要点\n" * 50_000)
        assert len(outline.topics) == 50_000


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[" * 30_000,
            "1:0 error: brackets stand more than 900 deep | close them, or put the text in quotes",
        ),
        (
            "{" * 30_000,
            "1:0 error: brackets stand more than 900 deep | close them, or put the text in quotes",
        ),
        (
            "- " * 30_000 + "a",
            "1:0 error: the outline is more than 900 levels deep | make it flatter",
        ),
        (
            "[" * 890 + ("a," * 100 + "\n") * 5_000,
            "1120:29 error: too much stands inside too many brackets"
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
    outline, problems = reading("- 甲: &a [" + "一, " * 1000 + "]\n" + "- 乙: *a\n" * 48)
    assert problems == []
    assert outline is not None
    assert sum(1 for _ in walk(outline.topics)) == 49 * 1001


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "".join(f"- 甲: {{gist: 乙, wrong{number}: 丙}}\n" for number in range(20_000)),
            "101:16 error: and 19,900 more of this kind: unknown field 'wrong100'",
        ),
        (
            "".join(f"- 甲: {{id: i{n}, link: '#x{n}'}}\n" for n in range(20_000)),
            "101:23 error: and 19,900 more of this kind: no topic has the id 'x100'"
            " | give the topic this id",
        ),
        (
            "- 甲\n" + "- ''\n" * 49_000,
            "102:3 warning: and 48,900 more of this kind: an empty topic is left out"
            " | take the line out, or put the text in quotes: '#' begins a comment",
        ),
    ],
)
def test_many_mistakes_are_told_soon(text, last):
    """A hundred of a kind are told one by one, and the others counted."""
    with patience(3):
        told = problems_of(text)
    assert len(told) == 101
    assert told[100] == last
