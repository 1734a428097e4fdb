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
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "3:1 error: this is not a text file: U+0000"),
        (b"PK\x03\x04\x14\0\0\0\x08\0", "1:6 error: this is not a text file: U+0000"),
        ("title: 题".encode("utf-16-le"), "1:2 error: this is not a text file: U+0000"),
        (b"title: \0", "1:8 error: this is not a text file: U+0000"),
        (b"\xff\xfe\xd8", "1:1 error: this is not a text file: the bytes D8"),
        (
            b"title: a\nb: \xff\xff\xff",
            "2:4 error: this is neither UTF-8 nor GB18030 text: the bytes FF FF",
        ),
        (bytes(range(1, 32)) * 4, "1:1 error: this is not a text file: U+0001"),
    ],
)
def test_binaries_are_refused(blob, told):
    """A picture, an archive or unmarked UTF-16 is no outline, and nothing more is said."""
    assert reading(blob) == (None, [f"{told} | save it as UTF-8 text"])


@pytest.mark.parametrize(
    ("start", "bad", "told"),
    [
        ("title: 题目\r- 甲", b"\xff\n", "2:4 error: the bytes FF 0A"),
        ("title: 题目笔\r\n- 甲", b"\xed\xa0\x80", "2:4 error: the bytes ED A0"),  # a surrogate
        ("title: a", b"\xc0\x80b\n", "1:9 error: the bytes C0 80"),  # an overlong NUL
        ("title: 题目笔\n", b"\xc0\xafa\n", "2:1 error: the bytes C0 AF"),  # an overlong slash
    ],
)
def test_a_broken_byte_in_utf_8_is_told_at_its_place(start, bad, told):
    """What is plainly UTF-8 is not taken for GB18030 because of a few bytes."""
    what = "are no character in UTF-8 | take them out, or save it as UTF-8 text"
    assert reading(start.encode() + bad) == (None, [f"{told} {what}"])


@pytest.mark.parametrize("char", "\x01\x7f\x9f\ufffe\uffff\u202d\u202e")
def test_each_control_character_is_told(char):
    """Of C0, DEL, of C1, what is no character, and what turns the letters after it round."""
    outline, problems = reading(f"title: 题\ntopics: [甲乙{char}]\n")
    assert problems == [f"2:12 warning: control character U+{ord(char):04X} dropped"]
    assert outline is not None
    assert tree(outline) == "甲乙"


@pytest.mark.parametrize("count", [8, 9])
def test_how_many_control_characters_a_short_text_may_hold(count):
    problems = problems_of(f"[题目, 甲{chr(7) * count}]")
    warnings = [f"1:{n} warning: control character U+0007 dropped" for n in range(7, 7 + count)]
    refusal = ["1:7 error: this is not a text file: U+0007 | save it as UTF-8 text"]
    assert problems == (warnings if count == 8 else refusal)


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
