"""Bytes → text: UTF-8, else what the byte-order mark says, else GB18030 with a note.

What leaves holds no character that YAML or XML would refuse, and breaks its lines at CR and LF
alone. Characters dropped on the way are reported at their place.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from ..model.origin import Origin
from ..model.regex import regex
from ..problems import Report
from ._bounds import column_at, line_at

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# NEL and the Unicode separators end a line for YAML 1.1; Word and web pages leave them inside text
_SEPARATORS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " ", "\ufeff": None})
# what XML forbids, what no editor shows, and what turns the letters after it round (Trojan Source)
_CONTROL = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]"
)
_HALVES = regex(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_OVERLONG_NUL = b"\xc0\x80"  # Java's; two bytes that GB18030 has, too
_MAX_WARNINGS = 20
_MOST_CONTROLS = 8  # in a short text; in a long one a hundredth of it
_SAVE_AS = "save it as UTF-8 text"


def decode(blob: bytes, file: str, report: Report) -> str | None:
    """Return the text of a file, or None with an error reported when it is no text."""
    text = _to_text(blob, file, report)
    if text is None:
        return None
    if not text.isascii() and any(map(text.__contains__, "\x85\u2028\u2029\ufeff")):
        text = text.translate(_SEPARATORS)
    first = _CONTROL.search(text)
    if first is None:
        return text
    bare = drop_controls(text)
    # a picture or an archive is full of them; pasted text holds a few
    nul = text.find("\0")
    if nul >= 0 or len(text) - len(bare) > max(_MOST_CONTROLS, len(text) // 100):
        bad = nul if nul >= 0 else first.start()
        _tell_not_text(f"U+{ord(text[bad]):04X}", _place(text, bad, file), report)
        return None
    _warn_of(text, len(text) - len(bare), file, report)
    return bare


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
        bad = error.start
    nul = -1 if encoding else blob.find(0)
    if nul >= 0:
        before = blob[:nul].decode("utf-8", "ignore")
        _tell_not_text("U+0000", _place(before, len(before), file), report)
        return None
    before = blob[:bad].decode(encoding or "utf-8", "ignore")
    place = _place(before, len(before), file)
    what = " ".join(f"{byte:02X}" for byte in blob[bad : bad + 2])
    if encoding:
        _tell_not_text(f"the bytes {what}", place, report)
        return None
    if _is_nearly_utf8(blob):
        message = f"the bytes {what} are no character in UTF-8"
        report.error(place, message, f"take them out, or {_SAVE_AS}", code="encoding-unknown")
        return None
    try:
        text = blob.decode("gb18030")
    except UnicodeDecodeError:
        message = f"this is neither UTF-8 nor GB18030 text: the bytes {what}"
        report.error(place, message, _SAVE_AS, code="encoding-unknown")
        return None
    if not has_controls(text):
        report.note(Origin(file), "read as GB18030", "save it as UTF-8 to be sure", code="encoding")
    return text


def _is_nearly_utf8(blob: bytes) -> bool:
    """Tell whether bytes are UTF-8 but for a few: more characters are whole than broken.

    In GB18030 hardly any two bytes are a character of UTF-8 by chance.
    """
    if _OVERLONG_NUL in blob:
        return True
    text = blob.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return whole > broken


def _place(text: str, at: int, file: str) -> Origin:
    return Origin(file, line_at(text, at), column_at(text, at))


def _tell_not_text(what: str, place: Origin, report: Report) -> None:
    report.error(place, f"this is not a text file: {what}", _SAVE_AS, code="not-text")


def _warn_of(text: str, count: int, file: str, report: Report) -> None:
    for match in islice(_CONTROL.finditer(text), _MAX_WARNINGS):
        report.warn(
            _place(text, match.start(), file),
            f"control character U+{ord(match[0]):04X} dropped",
            code="control-character",
        )
    if count > _MAX_WARNINGS:
        message = f"{count - _MAX_WARNINGS} more control characters dropped"
        report.warn(Origin(file), message, code="control-character")


def with_whole_letters(text: str) -> str:
    """Return JSON with one escape for each letter that it writes as two halves.

    JSON writes what is beyond U+FFFF as a surrogate pair (RFC 8259, section 7); YAML refuses
    halves. A problem further on in the line is told two columns less for each.
    """
    if text.lstrip()[:1] not in ("{", "[") or "\\ud" not in text.lower():
        return text
    return _HALVES.sub(_join, text)


def _join(found: re.Match[str]) -> str:
    high, low = int(found[2], 16), int(found[3], 16)
    return f"{found[1]}\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08x}"
