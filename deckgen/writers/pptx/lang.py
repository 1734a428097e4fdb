"""The language of a run: what PowerPoint breaks lines, chooses glyphs and proofs by.

What comes in: a run's words. What leaves: its `lang` and `altLang`. Han, Latin, numbers and marks
are Chinese with English as the second language, as PowerPoint itself has them in one run; other
scripts are told by their letters. The one thing to know: a Chinese sentence may quote の, and in
Japanese its own characters would take other shapes; so the script with most letters decides.
"""

from __future__ import annotations

from ...model.regex import regex

CHINESE = 'lang="zh-CN" altLang="en-US"'
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


def lang_of(text: str) -> str:
    """Return the attributes that say in which language a run is."""
    if not _FOREIGN.search(text):
        return CHINESE
    counts = {lang: len(letters.findall(text)) for lang, letters in _LETTERS.items()}
    lang = max(counts, key=lambda each: counts[each])
    if counts[lang] <= len(_HAN.findall(text)):
        return CHINESE
    return f'lang="{lang}" altLang="en-US"'
