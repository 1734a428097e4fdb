"""Bytes → text: UTF-8, else what the byte-order mark says, else GB18030 with a note.

What leaves holds no character that YAML or XML would refuse, and breaks its lines at CR and LF
alone. Characters dropped on the way are reported at their place.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right

from ..model.origin import Origin
from ..model.regex import regex
from ..problems import Report

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# NEL and the Unicode separators end a line for YAML 1.1; Word and web pages leave them inside text
_SEPARATORS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " ", "\ufeff": None})
_CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MAX_WARNINGS = 20
_SAVE_AS = "save it as UTF-8 text"


def decode(blob: bytes, file: str, report: Report) -> str | None:
    """Return the text of a file, or None with an error reported when it is no text."""
    text = _to_text(blob, file, report)
    if text is None:
        return None
    if not text.isascii() and any(map(text.__contains__, "\x85\u2028\u2029\ufeff")):
        text = text.translate(_SEPARATORS)
    controls = list(_CONTROL.finditer(text))
    if not controls:
        return text
    # a picture or an archive is full of them; pasted text holds a few
    if "\0" in text or len(controls) > max(8, len(text) // 100):
        report.error(Origin(file), "this is not a text file", _SAVE_AS, code="not-text")
        return None
    _warn_of(controls, text, file, report)
    return drop_controls(text)


def drop_controls(text: str) -> str:
    """Return the text without the characters that XML forbids."""
    return _CONTROL.sub("", text)


def has_controls(text: str) -> bool:
    """Tell whether `drop_controls` would drop something."""
    return _CONTROL.search(text) is not None


def _to_text(blob: bytes, file: str, report: Report) -> str | None:
    encoding = next((name for mark, name in _MARKS if blob.startswith(mark)), "")
    try:
        return blob.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        first_bad = error.start
    if encoding or b"\0" in blob:
        report.error(Origin(file), "this is not a text file", _SAVE_AS, code="not-text")
        return None
    try:
        text = blob.decode("gb18030")
    except UnicodeDecodeError:
        line = blob.count(b"\n", 0, first_bad) + 1
        report.error(
            Origin(file, line),
            "this is neither UTF-8 nor GB18030 text",
            _SAVE_AS,
            code="encoding-unknown",
        )
        return None
    if not has_controls(text):
        report.note(Origin(file), "read as GB18030", "save it as UTF-8 to be sure", code="encoding")
    return text


def _warn_of(controls: list[re.Match[str]], text: str, file: str, report: Report) -> None:
    starts = [0, *(match.end() for match in re.finditer("\r\n?|\n", text))]
    for match in controls[:_MAX_WARNINGS]:
        line = bisect_right(starts, match.start())
        origin = Origin(file, line, match.start() - starts[line - 1] + 1)
        report.warn(
            origin, f"control character U+{ord(match[0]):04X} dropped", code="control-character"
        )
    if len(controls) > _MAX_WARNINGS:
        rest = len(controls) - _MAX_WARNINGS
        report.warn(
            Origin(file), f"{rest} more control characters dropped", code="control-character"
        )
