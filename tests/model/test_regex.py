"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import re

import pytest

from deckgen.model.regex import regex


def test_a_late_pattern_answers_like_a_compiled_one() -> None:
    """What `re.compile` returns, text or bytes, with its flags."""
    late = regex(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert late.pattern == r"(?P<word>[a-z]+)"
    assert late.sub("x", "1 Two 3 four") == "1 x 3 x"
    assert [found["word"] for found in late.finditer("1 Two 3 four")] == ["Two", "four"]
    assert (late.groups, late.match("1")) == (1, None)
    assert regex(rb"\d+").findall(b"a1b22") == [b"1", b"22"]


def test_a_late_pattern_is_compiled_once_and_no_earlier() -> None:
    """A mistake shows when it is asked, not where it is written."""
    late = regex("(")
    with pytest.raises(re.error):
        late.search("(")
    late = regex("a")
    assert vars(late) == {"pattern": "a", "flags": 0}
    assert late.search("a") is not None
    assert late.search == vars(late)["search"]
