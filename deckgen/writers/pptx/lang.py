"""The language of a run: what PowerPoint breaks lines, chooses glyphs and proofs by.

What comes in: the outline's language and a run's words. What leaves: its `lang` and `altLang`. In
a Chinese outline Han, Latin, numbers and marks are Chinese with English as the second language, as
PowerPoint itself has them in one run; in others a run with Han is. Other scripts are told by
their letters. The one thing to know: a Chinese sentence may quote の, and in Japanese its own
characters would take other shapes; so the script with most letters decides.
"""

from __future__ import annotations

from functools import lru_cache

from ...model.record import record
from ...model.regex import regex
from ...model.words import is_chinese, is_traditional

_HAN = regex(r"[\u3400-\u9fff]")
_SCRIPTS = {
    "ja-JP": r"\u3041-\u30fa",
    "ko-KR": r"\u1100-\u11ff\uac00-\ud7a3",
    "ar-SA": r"\u0600-\u06ff",
    "he-IL": r"\u0590-\u05ff",
    "th-TH": r"\u0e00-\u0e7f",
    "ru-RU": r"\u0400-\u04ff",
}
_FOREIGN = regex(f"[{''.join(_SCRIPTS.values())}]")
_LETTERS = {lang: regex(f"[{letters}]") for lang, letters in _SCRIPTS.items()}
_TAG = regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HAN_READERS = {"ja": "ja-JP", "ko": "ko-KR"}  # they write Han as well, in shapes of their own


@record
class Speech:
    """The languages of a deck: of what is in no other script, and of Han."""

    main: str = "zh-CN"
    han: str = "zh-CN"

    @property
    def own(self) -> str:
        """The attributes of what has no words yet."""
        return _attributes(self.main)

    def of(self, text: str) -> str:
        """Return the attributes that say in which language a run is."""
        usual = self.main
        if self.main != self.han and _HAN.search(text):
            usual = self.han
        if not _FOREIGN.search(text):
            return _attributes(usual)
        counts = {lang: len(letters.findall(text)) for lang, letters in _LETTERS.items()}
        lang = max(counts, key=lambda each: counts[each])
        return _attributes(usual if counts[lang] <= len(_HAN.findall(text)) else lang)


CHINESE = Speech()


@lru_cache(maxsize=64)
def speech_of(lang: str) -> Speech:
    """Return the languages of a deck whose outline is in `lang`, a tag as `zh-TW` or `en`."""
    lang = lang.replace("_", "-")
    first, _, region = lang.partition("-")
    if is_chinese(lang):
        tag = f"zh-{region.upper()}" if region.upper() in ("TW", "HK", "MO", "SG") else "zh-CN"
        if tag == "zh-CN" and is_traditional(lang):
            tag = "zh-HK" if "hk" in region.lower() else "zh-TW"
        return Speech(tag, tag)
    if first.lower() in _HAN_READERS:
        tag = _HAN_READERS[first.lower()]
        return Speech(tag, tag)
    is_tag = lang.lower() != "en" and _TAG.fullmatch(lang)
    return Speech(lang if is_tag else "en-US", "zh-CN")


@lru_cache(maxsize=64)
def _attributes(lang: str) -> str:
    second = "zh-CN" if lang.lower().startswith("en") else "en-US"
    return f'lang="{lang}" altLang="{second}"'
