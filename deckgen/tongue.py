"""What is said to people, in Chinese where their locale is: the last step before a terminal.

What comes in: an English sentence, made wherever it was. What leaves: the same, or its Chinese from
the catalogue (`data/locale/zh`, made by `tools/catalogue.py`). English is the source: a message is
looked up whole, else as the template that it was made from, its gaps filled in again. A gap in
quotes is the user's own word; any other may be a message, too. Nothing of this is loaded, and no
file read, where the locale is not Chinese.
"""

from __future__ import annotations

import os
import re
import struct
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .model.record import record
from .model.regex import regex

LOCALE = Path(__file__).resolve().parent / "data" / "locale"
DOMAIN = "deckgen"
_CHINESE_OF_WINDOWS = 4  # the language in the lower ten bits of its identifier
_GAP = regex(r"\{(\d+)\}")


def is_chinese() -> bool:
    """Tell whether the locale is Chinese, of whatever place, as gettext would."""
    said = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    value = next(filter(None, said), "")
    if not value:
        return _is_chinese_windows()
    if value in ("C", "POSIX") or value.startswith("C."):
        return False
    return (os.environ.get("LANGUAGE") or value).lower().startswith("zh")


def told(text: str) -> str:
    """Return a message in the language of whoever sits there; one that is unknown as it is."""
    return _catalogue().say(text) if text and is_chinese() else text


def chinese_of(text: str) -> str:
    """Return a message in Chinese, whatever the locale."""
    return _catalogue().say(text)


def begin() -> None:
    """Let gettext serve our catalogue to click, whose own words are in it, too."""
    import gettext

    if os.name == "nt":  # gettext looks at variables alone
        os.environ.setdefault("LANGUAGE", "zh")
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)


def _is_chinese_windows() -> bool:
    if sys.platform != "win32":  # as mypy knows it: ctypes has no windll elsewhere
        return False
    import ctypes

    language: int = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return language & 0x3FF == _CHINESE_OF_WINDOWS


@record
class _Template:
    """A message with gaps: what it begins and ends with, whole, and in Chinese."""

    head: str
    tail: str
    english: str
    chinese: str


class _Catalogue:
    def __init__(self, said: Mapping[str, str]) -> None:
        self._said = said
        known = (message for message in said if _GAP.search(message))
        # one that says more itself is the better likeness
        order = sorted(known, key=lambda one: (-len(_GAP.sub("", one)), one))
        self._templates = [_template(message, said[message]) for message in order]

    def say(self, text: str) -> str:
        """Return the Chinese of a message; its own words where there is none."""
        if text in self._said:
            return self._said[text]
        for one in self._templates:
            if not (text.startswith(one.head) and text.endswith(one.tail)):
                continue
            pattern, quoted = _pattern(one.english)
            if found := pattern.fullmatch(text):
                parts = zip(found.groups(), quoted, strict=True)
                filled = [part if is_name else self.say(part) for part, is_name in parts]
                return _filled(one.chinese, filled)
        return text


def _filled(chinese: str, parts: list[str]) -> str:
    return _GAP.sub(lambda gap: parts[int(gap[1])], chinese)


def _template(message: str, chinese: str) -> _Template:
    parts = _GAP.split(message)  # texts, with numbers between them
    return _Template(parts[0], parts[-1], message, chinese)


@cache
def _pattern(message: str) -> tuple[re.Pattern[str], tuple[bool, ...]]:
    """Return what a template's messages look like, and which gaps stand in quotes."""
    text, quoted, at = "", [], 0
    for gap in _GAP.finditer(message):
        text += re.escape(message[at : gap.start()])
        text += "(.*?)"
        quoted.append(message[: gap.start()][-1:] == "'" == message[gap.end() :][:1])
        at = gap.end()
    return regex(text + re.escape(message[at:]), re.DOTALL), tuple(quoted)


@cache
def _catalogue() -> _Catalogue:
    return _Catalogue(read_mo((LOCALE / "zh" / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes()))


def read_mo(blob: bytes) -> dict[str, str]:
    """Return the messages of a .mo and their translations.

    gettext's own classes look one message up, and list none, which templates need.
    https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
    """
    _, _, count, messages, translations = struct.unpack_from("<5I", blob)

    def text(table: int, number: int) -> str:
        length, start = struct.unpack_from("<II", blob, table + 8 * number)
        return blob[start : start + length].decode()

    return {text(messages, n): text(translations, n) for n in range(count) if text(messages, n)}
