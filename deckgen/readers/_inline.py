"""Inline Markdown → runs: **bold**, *em*, `code`, [text](url), ==highlight==, backslash escapes,
and addresses written out, with or without < >.

A mark opens before any character but a space and closes after any character but a space, so that
bold works beside Chinese punctuation, where CommonMark's flanking rules fail. Marks of one kind
do not nest, marks of several kinds may overlap, `_` is a letter, and what is never closed is
text. One pass over the text and one over its marks: linear, whatever it is fed.
"""

from __future__ import annotations

import re

from ..model.origin import NOWHERE, Origin
from ..model.regex import regex
from ..model.richtext import RichText, Run
from ..problems import Report
from ._bounds import MAX_LINK

_SPECIAL = regex(r"[*`\[\\@]|==|://|www\.")
_ADDRESS = r"[A-Za-z0-9._~:/?#@!$&'()+,;=%|-]++"  # RFC 3986, section 2: no Han
_TOKEN = regex(
    r"\\(?P<escape>[!-/:-@\[-`{-~：])"
    r"|<(?P<angled>(?:[Hh][Tt][Tt][Pp][Ss]?:|[Mm][Aa][Ii][Ll][Tt][Oo]:|[^<>\s@]++@)[^<>\s]++)>"
    rf"|(?P<bare>(?<![A-Za-z])[Hh][Tt][Tt][Pp][Ss]?://{_ADDRESS}|(?<![\w./@-])www\.{_ADDRESS})"
    # begins where no letter of an address stands before, and looks at each letter once
    r"|(?P<mail>(?<![A-Za-z0-9._%+/-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++"
    r"(?!:[^\s\u3000-\uffef]))"
    r"|(?P<ticks>`+)"
    r"|(?P<marks>\*+|={2,})"
    r"|(?P<open>\[)"
    # possessive: a long text of '](' must not be looked at twice
    r"|\](?:\(\s*+(?P<url>[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)\s*+\))?+"
)
_MAIL = regex(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_FILE = regex(  # a@2x.png
    r"(?i:\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|pdf|pptx?|docx?|xlsx?|txt|md|ya?ml|json|zip|mp[34])$)"
)
# an address that ends so may go on in Han: …/wiki/微信
_UNENDED = ("/", "=", "#", "%", "&", "-", "_")
_HAN = regex(r"[\u3400-\u9fff]")
_ENDS = frozenset(".,;:!?')&|")
# LibreOffice sets a link as one field, and one of hundreds of letters ran out of its frame
LONGEST_WRITTEN = 60
_BOLD, _ITALIC, _MARK = "**", "*", "=="
_SCHEMES = ("http://", "https://", "mailto:", "#")


def has_no_marks(text: str) -> bool:
    """Tell whether a text is one plain run."""
    return not _SPECIAL.search(text)


def read_inline(text: str, origin: Origin = NOWHERE, report: Report | None = None) -> RichText:
    """Return the runs of a text; links that may not be followed are reported and left plain."""
    if has_no_marks(text):
        return (Run(text),) if text else ()
    return _Scanner(text, origin, report).runs()


class _Scanner:
    """Pieces of text and marks; a mark is text until its partner turns up."""

    def __init__(self, text: str, origin: Origin, report: Report | None) -> None:
        self.text = text
        self.origin = origin
        self.report = report
        self.pieces: list[str] = []
        self.actions: dict[int, tuple[str, str]] = {}  # piece → (style, value) that it switches
        self.opened: dict[str, int] = {}
        self.brackets: list[int] = []

    def runs(self) -> RichText:
        """Scan, then put together."""
        at = 0
        ticks = self._ticks()
        for match in _TOKEN.finditer(self.text):
            if match.start() < at:
                continue  # inside code
            self._add(self.text[at : match.start()])
            at = match.end()
            if match["escape"]:
                self._add(match["escape"])
            elif match["angled"] or match["bare"] or match["mail"]:
                at = self._address(match)
            elif match["ticks"]:
                at = self._code(match, ticks)
            elif match["marks"]:
                self._marks(match)
            elif match["open"]:
                self.brackets.append(self._add("["))
            else:
                self._close_bracket(match)
        self._add(self.text[at:])
        return self._assemble()

    def _add(self, piece: str) -> int:
        self.pieces.append(piece)
        return len(self.pieces) - 1

    def _ticks(self) -> dict[int, list[int]]:
        """Return where runs of backticks begin, by their length, last first."""
        places: dict[int, list[int]] = {}
        if "`" in self.text:
            for match in re.finditer("`+", self.text):
                places.setdefault(len(match[0]), []).append(match.start())
            for starts in places.values():
                starts.reverse()
        return places

    def _code(self, match: re.Match[str], ticks: dict[int, list[int]]) -> int:
        """Add a code span, or the backticks as text; return where to go on."""
        size = len(match["ticks"])
        starts = ticks.get(size, [])
        while starts and starts[-1] < match.end():
            starts.pop()
        if not starts:
            self._add(match["ticks"])
            return match.end()
        code = self.text[match.end() : starts[-1]]
        if code.strip() and code[0] == code[-1] == " ":
            code = code[1:-1]
        self.actions[self._add("")] = ("code", "on")
        self._add(code)
        self.actions[self._add("")] = ("code", "")
        return starts[-1] + size

    def _address(self, match: re.Match[str]) -> int:
        """Add an address as a link to itself, or as text; return where to go on."""
        words = match["angled"] or match["mail"] or _without_end(match["bare"])
        is_angled = bool(match["angled"])
        end = match.start() + len(words) + 2 * is_angled
        link = _target(words)
        goes_on = words.endswith(_UNENDED) and bool(_HAN.match(self.text, end)) and not is_angled
        if not link or self.brackets:  # no address at all, or a link's words
            self._add(match[0])
            return match.end()
        if goes_on or len(words) > LONGEST_WRITTEN:
            self._add(words)
            return end
        self.actions[self._add("")] = ("link", link)
        self._add(words)
        self.actions[self._add("")] = ("link", "")
        return end

    def _marks(self, match: re.Match[str]) -> None:
        marks = match["marks"]
        before = self.text[match.start() - 1 : match.start()]
        after = self.text[match.end() : match.end() + 1]
        # 3*4*5 is a sum, and a row of marks is a rule
        is_product = marks == "*" and before.isascii() and after.isascii()
        is_product = is_product and before.isalnum() and after.isalnum()
        if is_product or len(marks) > (2 if marks[0] == "=" else 3):
            self._add(marks)
            return
        opens = bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace()
        for style in (_BOLD, _ITALIC) if marks == "***" else (marks,):
            place = self._add(style)
            if closes and style in self.opened:
                self.actions[self.opened.pop(style)] = (style, "on")
                self.actions[place] = (style, "")
            elif opens:
                self.opened[style] = place

    def _close_bracket(self, match: re.Match[str]) -> None:
        url = match["url"]
        if url is None or not self.brackets:
            if self.brackets:
                self.brackets.pop()
            self._add(match[0])
            return
        place = self.brackets.pop()
        self.brackets.clear()  # a link holds no link
        allowed = is_allowed(url)
        self.actions[place] = ("link", url if allowed else "")
        self.actions[self._add("")] = ("link", "")
        if not allowed and self.report is not None:
            self.report.warn(
                self.origin, f"the link '{url}' is left out", LINK_HINT, code="bad-link"
            )

    def _assemble(self) -> RichText:
        runs: list[Run] = []
        styles: dict[str, str] = {}
        words: list[str] = []
        for place, piece in enumerate(self.pieces):
            action = self.actions.get(place)
            if action is None:
                words.append(piece)
                continue
            _flush(words, styles, runs)
            styles[action[0]] = action[1]
        _flush(words, styles, runs)
        return tuple(runs)


def _target(words: str) -> str:
    """Return where an address leads; nothing where it is none."""
    if words[:4] == "www.":
        words = f"https://{words}"
    elif "://" not in words and "@" in words and not words.lower().startswith("mailto:"):
        is_mail = _MAIL.fullmatch(words) and not _FILE.search(words)
        words = f"mailto:{words}" if is_mail else ""
    return words if is_allowed(words) and not words.startswith("#") else ""


def _without_end(url: str) -> str:
    """Return an address without the marks of the sentence that it ends."""
    open_ones, closed = url.count("("), url.count(")")
    end = len(url)
    while end and url[end - 1] in _ENDS:
        if url[end - 1] == ")":
            if open_ones >= closed:
                break
            closed -= 1
        end -= 1
    return url[:end]


LINK_HINT = (
    "links begin with https://, http://, mailto: or # and an id; "
    f"the longest has {MAX_LINK:,} letters"
)


def is_allowed(url: str) -> bool:
    """Tell whether a link may be followed from a slide."""
    return 1 < len(url) <= MAX_LINK and url[:8].lower().startswith(_SCHEMES)


def _flush(words: list[str], styles: dict[str, str], runs: list[Run]) -> None:
    text = "".join(words)
    words.clear()
    if not text:
        return
    run = Run(
        text,
        bold=bool(styles.get(_BOLD)),
        italic=bool(styles.get(_ITALIC)),
        code=bool(styles.get("code")),
        mark=bool(styles.get(_MARK)),
        link=styles.get("link", ""),
    )
    if runs and (last := runs[-1]) and _same_style(last, run):
        runs[-1] = Run(last.text + text, run.bold, run.italic, run.code, run.mark, run.link)
    else:
        runs.append(run)


def _same_style(a: Run, b: Run) -> bool:
    return (a.bold, a.italic, a.code, a.mark, a.link) == (b.bold, b.italic, b.code, b.mark, b.link)
