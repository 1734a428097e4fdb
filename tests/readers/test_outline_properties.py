"""Any file at all: an outline or problems, never another exception, and soon."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from outline_reading import outline_of, reading, tree
from patience import patience

import deckgen.readers.yaml as yaml_reader
from deckgen.model.richtext import plain
from deckgen.readers._inline import read_inline
from deckgen.readers._schema import HEAD, TOPIC

_PIECES = st.sampled_from(
    ["title: 题\n", "topics:\n", "- ", "  ", "\n", ": ", "：", "甲", "“", '"', "'", "[", "]", "{"]
    + ["}", ", ", "|\n", ">\n", "&a ", "*a", "!x ", "#", "%", "\t", "---\n", "? ", "**", "`", "\\"]
    + ["\x07", "\u3000", "\u2028", "1", "~", "a.csv", "<<", "@", "-", "\r"]
    + [f"{field.name}: " for field in (*HEAD, *TOPIC)]
)


def _read_soon(text: str | bytes) -> None:
    with patience(1):
        outline, problems = reading(text, {"a.csv": "甲,1\n".encode()})
        assert outline is not None or problems


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text(text):
    """Pieces of YAML in any order."""
    _read_soon(text)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))
    )
)
def test_any_bytes(blob):
    """Anything that can be in a file."""
    _read_soon(blob)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_any_text_without_libyaml(text):
    """The same with PyYAML's own scanner."""
    before = yaml_reader._LOADER
    yaml_reader._LOADER = yaml_reader.yaml.SafeLoader
    try:
        _read_soon(text)
    finally:
        yaml_reader._LOADER = before


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("*=`[]()#\\a甲，：h "), max_size=60))
def test_inline_marks_lose_no_words(text):
    """Letters outside of links' targets survive whatever marks stand around them."""
    words = plain(read_inline(text))
    if "](" not in text:
        assert [c for c in words if c in "a甲，h"] == [c for c in text if c in "a甲，h"]


_WORDS = st.text(st.sampled_from("读书笔记口碑产品abc123，。？"), min_size=1, max_size=12)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(_WORDS, _WORDS), min_size=1, max_size=8))
def test_titles_and_gists_come_back(pairs):
    """What was written as title and gist is what the outline holds."""
    text = "title: 题\ntopics:\n" + "".join(f'- title: "{a}"\n  gist: "{b}"\n' for a, b in pairs)
    assert tree(outline_of(text)) == "\n".join(f"{a} | {b}" for a, b in pairs)
