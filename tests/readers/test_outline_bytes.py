"""Files as they come: encodings, binaries, control characters."""

from __future__ import annotations

import pytest
from outline_reading import marked, problems_of, reading, tree

TEXT = "title: 题\ntopics: [读书·笔记]\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_word(encoding):
    """UTF-8, with or without a mark, and marked UTF-16 and UTF-32."""
    outline, problems = reading(TEXT.encode(encoding))
    assert problems == []
    assert outline is not None
    assert (marked(outline.title), tree(outline)) == ("题", "读书·笔记")


def test_gb18030_is_read_with_a_note():
    """What is not UTF-8 is tried as GB18030, and told."""
    outline, problems = reading(TEXT.encode("gb18030"))
    assert problems == ["0:0 note: read as GB18030 | save it as UTF-8 to be sure"]
    assert outline is not None
    assert tree(outline) == "读书·笔记"


@pytest.mark.parametrize(
    ("blob", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "0:0 error: this is not a text file"),
        (b"PK\x03\x04\x14\0\0\0\x08\0", "0:0 error: this is not a text file"),
        ("title: 题".encode("utf-16-le"), "0:0 error: this is not a text file"),
        (b"title: \0", "0:0 error: this is not a text file"),
        (b"\xff\xfe\xd8", "0:0 error: this is not a text file"),
        (b"title: a\nb: \xff\xff\xff", "2:0 error: this is neither UTF-8 nor GB18030 text"),
        (bytes(range(1, 32)) * 4, "0:0 error: this is not a text file"),
    ],
)
def test_binaries_are_refused(blob, told):
    """A picture, an archive or unmarked UTF-16 is no outline, and nothing more is said."""
    assert reading(blob) == (None, [f"{told} | save it as UTF-8 text"])


def test_control_characters_are_dropped_at_their_place():
    """A stray control character is a warning, not the end; separators become spaces."""
    outline, problems = reading('title: 题\x07目\ntopics: ["甲\\x08乙", 丙\u2028丁\ufeff]\n')
    assert problems == [
        "1:9 warning: control character U+0007 dropped",
        "2:10 warning: control characters dropped",
    ]
    assert outline is not None
    assert (marked(outline.title), tree(outline)) == ("题目", "甲乙\n丙 丁")


def test_windows_lines():
    """CR LF and CR end lines, and places are right after them."""
    assert problems_of("title: 题\r\ntopics: [甲]\r\nthem: x\r\n") == [
        "3:1 error: unknown field 'them' | did you mean 'theme'?"
    ]
