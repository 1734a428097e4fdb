"""What PyYAML could not read → where, in plain words, with the move that mends it.

Words of libyaml and of PyYAML's own scanner both come in; the writer's line decides between the
several mistakes that look alike to a parser.
"""

from __future__ import annotations

import re

from ..model.record import record
from ..model.regex import regex
from ..problems import Swap
from ._mend import dashes_for_stars, in_quotes, is_starred, quotable, spaces_for_tabs

_HIDDEN = regex(r"[\s,\[{](?P<hash>#)[^\s#]")
_INDENT_TAB = regex(r" *\t")
_ORDINARY = "indent with ordinary spaces"
_WIDE_SPACE = regex("[ \t]*[\u3000\u00a0]")
_ITEM_START = regex(r"\s*(?:- +)*(?:[^\s:]+: +)?(?P<text>\S.*)")
_WIDE_FIELD = regex(r"\s*(?:- +)*(?P<name>[a-z]{2,20}) *：")
_NO_SPACE = regex(r"\s*(?:- +)*(?P<key>[^\s:：,\[\]{}\"'/]+):(?=[^\s/])")


@record
class Finding:
    """What is wrong and where, the hint, the problem's code, and the mending if it is certain."""

    line: int
    column: int
    message: str
    hint: str
    code: str
    swap: Swap | None = None


@record
class Complaint:
    """A parser's words; `begun` is where that began which it could not finish (0: unknown)."""

    problem: str
    line: int
    column: int
    context: str = ""
    begun_line: int = 0
    begun_column: int = 0


def explain(complaint: Complaint, lines: list[str]) -> Finding:
    """Return the place, the message and the hint for a parser's complaint."""
    for line in dict.fromkeys((complaint.line, complaint.begun_line)):
        found = _spaces(lines, line)
        if found and not complaint.context.startswith("while scanning a quoted"):
            return found
    for look in (_quoted, _colon, _no_colon, _first_character, _brackets, _block, _place):
        finding = look(complaint, lines)
        if finding:
            return finding
    hint = "put text with special characters in quotes"
    return Finding(
        complaint.line, complaint.column, f"not YAML: {complaint.problem}", hint, "yaml-syntax"
    )


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _spaces(lines: list[str], line: int) -> Finding | None:
    text = _line(lines, line)
    for pattern, message, hint, code in (
        (_INDENT_TAB, "a tab in the indentation", "indent with spaces", "tab-indent"),
        (_WIDE_SPACE, "a wide space in the indentation", _ORDINARY, "wide-space"),
    ):
        if found := pattern.match(text):
            swap = spaces_for_tabs(lines, line)
            return Finding(line, found.end(), message, hint, code, swap)
    return None


def _quoted(complaint: Complaint, _lines: list[str]) -> Finding | None:
    if "quoted scalar" not in complaint.context:
        return None
    if re.search("end of stream|document (separator|indicator)", complaint.problem):
        hint = "close it on its line, or use “ ”"
        return Finding(
            complaint.begun_line,
            complaint.begun_column,
            "a quote that is never closed",
            hint,
            "unclosed-quote",
        )
    hint = "double the backslash, or use single quotes"
    return Finding(
        complaint.line,
        complaint.column,
        "a backslash that means nothing in quotes",
        hint,
        "bad-backslash",
    )


def _colon(complaint: Complaint, lines: list[str]) -> Finding | None:
    """A second ': ' in a line, or a line that hangs below a finished value."""
    if "mapping values are not allowed" not in complaint.problem:
        return None
    text = _line(lines, complaint.line)[: complaint.column - 1]
    if len(text) > 1024:
        return Finding(
            complaint.line,
            1,
            "a key of more than 1024 characters",
            "give it a short title",
            "key-too-long",
        )
    first = re.search(r":\s", text)
    if not first:
        return _wide_above(complaint, lines) or Finding(
            complaint.line,
            len(text) - len(text.lstrip()) + 1,
            "this line is indented below one that has its value already",
            "align it with the line above, or give that line no value of its own",
            "indentation",
        )
    value = text[first.end() :].strip()
    rest = _line(lines, complaint.line)[complaint.column :].strip()
    return Finding(
        complaint.line,
        complaint.column,
        "a second ': ' in this line",
        f'put the text in quotes: "{_short(f"{value}: {rest}")}"',
        "second-colon",
        in_quotes(lines, complaint.line, len(text) - len(text[first.end() :].lstrip()) + 1),
    )


def _wide_above(complaint: Complaint, lines: list[str]) -> Finding | None:
    """A field above this line whose full-width colon made it text, to which this cannot belong."""
    number = complaint.line - 1
    while number and not _line(lines, number).strip():
        number -= 1
    field = _WIDE_FIELD.match(_line(lines, number))
    return _wide_colon(number, field["name"], field.end()) if field else None


def _wide_colon(line: int, name: str, column: int) -> Finding:
    message = "a full-width colon where YAML wants ':'"
    return Finding(line, column, message, f"write '{name}: …'", "wide-colon", Swap("：", ": "))


def _no_colon(complaint: Complaint, lines: list[str]) -> Finding | None:
    """A line among fields that YAML takes for no field."""
    if "could not find expected ':'" not in complaint.problem:
        return None
    number = complaint.begun_line or complaint.line
    text = _line(lines, number)
    wide = text.find("：")
    head = text[:wide].strip().removeprefix("- ")
    if wide > 0 and len(head) <= 24:
        return _wide_colon(number, head, wide + 1)
    tight = _NO_SPACE.match(text)
    if tight:
        key = tight["key"]
        return Finding(
            number,
            tight.end(),
            f"no space after '{key}:'",
            f"write '{key}: …'",
            "no-space-after-colon",
            Swap(":", ": "),
        )
    return Finding(
        number,
        len(text) - len(text.lstrip()) + 1,
        "this line is neither 'field: value' nor '- item'",
        "indent it below the text it belongs to, or begin it with '- '",
        "indentation",
    )


def _first_character(complaint: Complaint, lines: list[str]) -> Finding | None:
    """Text that begins with a character YAML keeps for itself."""
    text = _line(lines, complaint.line)
    context = complaint.context
    at = complaint.begun_column or complaint.column
    if "cannot start any token" in complaint.problem:
        at = complaint.column
    elif not re.match("while (scanning an (alias|anchor)|(scanning|parsing) a tag)", context):
        return _after(complaint, lines)
    word = quotable(text, at)
    if is_starred(text, at):
        return Finding(
            complaint.line,
            at,
            "an item of a list begins with '*'",
            "begin it with '- '",
            "needs-quotes",
            dashes_for_stars(lines, complaint.line),
        )
    return Finding(
        complaint.line,
        at,
        f"text cannot begin with '{word[:1]}' in YAML",
        f'put it in quotes: "{_short(word)}"',
        "needs-quotes",
        in_quotes(lines, complaint.line, at),
    )


def _after(complaint: Complaint, lines: list[str]) -> Finding | None:
    """Text that goes on after a closing quote, a bracket or an alias."""
    if not re.search("did not find expected (key|'-')|expected <block end>", complaint.problem):
        return None
    text = _line(lines, complaint.line)
    start = _ITEM_START.match(text)
    if not start or start.start("text") >= complaint.column - 1:
        return None
    word, swap = quotable(text, start.start("text") + 1), None
    if word[0] in "\"'":
        what, hint = "the closing quote", "quote all of the text, or use “ ”"
    elif word[0] in "[{":
        what, hint = "the closing bracket", f'put it in quotes: "{_short(word)}"'
        swap = in_quotes(lines, complaint.line, start.start("text") + 1)
    elif word[0] in "*&":
        return Finding(
            complaint.line,
            start.start("text") + 1,
            f"text cannot begin with '{word[0]}' in YAML",
            f'put it in quotes: "{_short(word)}"',
            "needs-quotes",
            in_quotes(lines, complaint.line, start.start("text") + 1),
        )
    else:
        return None
    return Finding(
        complaint.line, complaint.column, f"text goes on after {what}", hint, "needs-quotes", swap
    )


def _brackets(complaint: Complaint, lines: list[str]) -> Finding | None:
    if re.search(r"expected ',' or '[\]}]'", complaint.problem):
        opened = _line(lines, complaint.begun_line)[complaint.begun_column - 1 :][:1] or "["
        if complaint.line != complaint.begun_line:
            if hidden := _hidden_bracket(lines, complaint.begun_line, complaint.begun_column):
                return hidden
            return Finding(
                complaint.begun_line,
                complaint.begun_column,
                f"'{opened}' is never closed",
                "close it, or put the text in quotes",
                "unclosed-bracket",
            )
        return Finding(
            complaint.line,
            complaint.column,
            f"a ',' is missing inside '{opened}'",
            "put text that holds : , [ ] { } in quotes",
            "missing-comma",
        )
    if "node content" in complaint.problem:
        above = next((n for n in range(complaint.line - 1, 0, -1) if _line(lines, n).strip()), 0)
        if hidden := _hidden_bracket(lines, above, 1):
            return hidden
        character = _line(lines, complaint.line)[complaint.column - 1 :][:1]
        if not character:
            return Finding(
                complaint.line,
                complaint.column,
                "a bracket is never closed",
                "close it",
                "unclosed-bracket",
            )
        return Finding(
            complaint.line,
            complaint.column,
            f"'{character}' where a value is expected",
            "put text that holds , [ ] { } in quotes",
            "needs-quotes",
        )
    return None


def _hidden_bracket(lines: list[str], number: int, column: int) -> Finding | None:
    """A bracket that stands on the line, behind a '#' that YAML takes for a comment."""
    text = _line(lines, number)
    found = _HIDDEN.search(text, column - 1)
    if not found or max(text.rfind("]"), text.rfind("}")) < found.end():
        return None
    return Finding(
        number,
        found.start("hash") + 1,
        "'#' begins a comment here, and hides the closing bracket",
        "put each text that begins with '#' in quotes",
        "needs-quotes",
    )


def _block(complaint: Complaint, _lines: list[str]) -> Finding | None:
    if "block scalar" in complaint.context:
        return Finding(
            complaint.line,
            complaint.column,
            "text on the line of '|' or '>'",
            "begin the text on the next line, or put it in quotes",
            "text-after-block-mark",
        )
    if complaint.problem.startswith(("block sequence entries", "sequence entries")):
        return Finding(
            complaint.line,
            complaint.column,
            "a list begins on the line of its field",
            "put it on the next line",
            "list-on-field-line",
        )
    if "directive" in f"{complaint.context} {complaint.problem}" or "%" in complaint.problem:
        return Finding(
            complaint.line,
            1,
            "text cannot begin with '%' in YAML",
            "put it in quotes",
            "needs-quotes",
        )
    if "document start" in complaint.problem:
        return Finding(
            complaint.line,
            complaint.column,
            "this line belongs to nothing above it",
            "an outline is one mapping: 'title: …', 'topics:' and a list",
            "indentation",
        )
    return None


def _place(complaint: Complaint, lines: list[str]) -> Finding | None:
    """A line that stands in no column of the blocks above it."""
    if not re.search("did not find expected (key|'-')|expected <block end>", complaint.problem):
        return None
    rest = _line(lines, complaint.line)[complaint.column - 1 :]
    if rest.startswith(":"):
        return Finding(
            complaint.line,
            complaint.column,
            "nothing stands before the ':'",
            "add a title",
            "missing-title",
        )
    is_item = rest == "-" or rest.startswith("- ")
    begun, column = complaint.begun_line, complaint.begun_column
    if is_item and complaint.column == column:
        return Finding(
            complaint.line,
            complaint.column,
            "a list item among fields",
            "indent it below the field it belongs to",
            "indentation",
        )
    if complaint.column == column:
        return Finding(
            complaint.line,
            complaint.column,
            "a field among list items",
            "begin it with '- ', or indent it below the item it belongs to",
            "indentation",
        )
    return Finding(
        complaint.line,
        complaint.column,
        "this line is in no column of those above it",
        f"the block it would continue began on line {begun} in column {column}",
        "indentation",
    )


def _short(text: str) -> str:
    """Return the beginning of a text, fit for a hint."""
    text = text.replace('"', "”")
    return text if len(text) <= 40 else text[:39] + "…"
