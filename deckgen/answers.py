"""What a program is told in the place of prose: an answer of one line, in one versioned form.

Values come in, a JSON object leaves. `ANSWER` and `PARTS` are the one table of all names in it:
`deckgen schema answer` prints it as a JSON Schema, and docs/answers.md is it in words. A name that
is there keeps its meaning as long as `FORM` stays; new ones may come.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import __version__
from .model.record import record
from .model.regex import regex
from .problems import Fix, Problem, Severity

if TYPE_CHECKING:
    from .fates import Fate
    from .model.deck import Deck, Slide
    from .model.origin import Origin
    from .model.outline import Outline

FORM = 1
_BREAKS = regex("[\x85\u2028\u2029]")  # a line's end for some readers of lines


@record
class Name:
    """A name in an answer: its kind, what it says, and whether it is always there.

    The kind is a word of JSON Schema, a part's name, or either in brackets for a list of it.
    """

    name: str
    kind: str
    about: str
    always: bool = True


PARTS: Mapping[str, tuple[Name, ...]] = {
    "file": (
        Name("path", "string", "where it was written"),
        Name("kind", "string", "what it is: a word of build's --format, or outline, theme, …"),
        Name("bytes", "integer", "its size"),
    ),
    "problem": (
        Name("code", "string", "which kind of problem; docs/problems.md lists all"),
        Name("severity", "string", "error, warning or note; a note needs no mending"),
        Name("file", "string", "the file it is about; empty: what was typed"),
        Name("line", "integer", "from 1; 0: the whole file"),
        Name("column", "integer", "from 1, in characters; 0: the whole line"),
        Name("message", "string", "what is wrong"),
        Name("hint", "string", "the next move; may be empty"),
        Name("fix", "fix", "an edit that mends it, where that is certain", always=False),
    ),
    "fix": (
        Name("file", "string", "the file to edit"),
        Name("line", "integer", "where the edit starts"),
        Name("column", "integer", "the first character that goes"),
        Name("end_line", "integer", "where it ends"),
        Name("end_column", "integer", "the first character that stays"),
        Name("text", "string", "what comes in their place"),
    ),
    "slide": (
        Name("number", "integer", "of its first page in the deck; for --slide"),
        Name("id", "string", "its topic's id or path; for --slide, after a #"),
        Name("title", "string", "its title, without marks"),
        Name("layout", "string", "the kind of slide that was planned"),
        Name("reason", "string", "why that kind"),
        Name("starts", "number", "minutes into the talk"),
        Name("minutes", "number", "how long it takes"),
        Name("file", "string", "where its topic stands; empty: deckgen made it"),
        Name("line", "integer", "from 1; 0: nowhere"),
        Name("pages", "integer", "how many pages it takes; more than 1: it was split"),
        Name("drawn_as", "string", "another kind than `layout`: its words were moved to that"),
        Name(
            "shrunk_to", "number", "its smallest text in points, if that was shrunk; 0: it was not"
        ),
        Name("in_notes", "boolean", "a text on it is cut; in the notes of its topic it is whole"),
        Name("told", "[string]", "the codes of the problems and notes about it"),
    ),
    "theme": (
        Name("name", "string", "what --theme takes"),
        Name("title", "string", "what it is called"),
        Name("file", "string", "where it is"),
        Name("character", "string", "what its file says it is like", always=False),
        Name("is_ours", "boolean", "whether it came with deckgen", always=False),
        Name("problem", "string", "why it cannot be read; empty: it can", always=False),
    ),
    "finding": (
        Name("state", "string", "ok; missing: deckgen needs it; absent: it could use it"),
        Name("name", "string", "what was looked for"),
        Name("detail", "string", "what was found"),
        Name("remedy", "string", "what to do; may be empty"),
    ),
    "kind": (
        Name("kind", "string", "a kind of slide"),
        Name("layout", "string", "the template's layout that serves it"),
        Name("filled", "[string]", "what is filled there, by our names"),
    ),
    "check": (
        Name("name", "string", "what was looked at"),
        Name("looked_at", "string", "in how many places"),
        Name("worst", "string", "the worst of them"),
        Name("verdict", "string", "fine, or how many faults"),
    ),
    "contrast": (
        Name("style", "string", "the text's style; empty: the palette promises it"),
        Name("pair", "string", "text and ground"),
        Name("accent", "string", "in a section of this accent"),
        Name("ratio", "number", "contrast by WCAG 2"),
        Name("needed", "number", "the least that it must have"),
    ),
    "distance": (
        Name("accents", "[string]", "the two"),
        Name("eyes", "string", "whose eyes see it so"),
        Name("distance", "number", "in OKLab"),
    ),
}

ANSWER: tuple[Name, ...] = (
    Name("answer", "integer", f"the version of this form: {FORM}"),
    Name("deckgen", "string", "the version of deckgen"),
    Name("command", "string", "the command's words, such as 'theme check'; empty: none"),
    Name("ok", "boolean", "whether `exit` is 0"),
    Name("exit", "integer", "the exit code: 0 fine, 1 problems, 2 wrongly typed, 130 interrupted"),
    Name("files", "[file]", "what was written, or is up to date"),
    Name("problems", "[problem]", "what is to be mended, and notes; by place"),
    Name("outline", "string", "the outline that it is about", always=False),
    Name("status", "string", "build: written, up-to-date or failed", always=False),
    Name("slides", "[slide]", "plan, deck and build: the slides and what became of them", False),
    Name("minutes", "number", "plan: how long the talk takes", always=False),
    Name("themes", "[theme]", "theme list: what can be named here", always=False),
    Name("theme", "theme", "theme show and check: the theme that was looked at", always=False),
    Name("findings", "[finding]", "doctor: what this machine has and lacks", always=False),
    Name("kinds", "[kind]", "theme map: which layouts serve which slides", always=False),
    Name("checks", "[check]", "theme check: what was looked at", always=False),
    Name("contrasts", "[contrast]", "theme check: every pair of text and ground", always=False),
    Name("distances", "[distance]", "theme check: every pair of accents", always=False),
    Name("seconds", "number", "build: how long the outline took", always=False),
    Name("schema", "object", "schema: the JSON Schema", always=False),
    Name("text", "string", "what the command prints for people, where that is its work", False),
)


def file_entries(path: str, kind: str, data: bytes | Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Return what was written to a path as an answer tells it: a file, or a folder's files."""
    if isinstance(data, bytes):
        return [{"path": path, "kind": kind, "bytes": len(data)}]
    return [
        {"path": str(Path(path, name)), "kind": kind, "bytes": len(blob)}
        for name, blob in data.items()
    ]


def problem_entry(problem: Problem, is_strict: bool = False) -> dict[str, Any]:
    """Return a problem as an answer tells it; `is_strict` makes an error of a warning."""
    severity = problem.severity
    if is_strict and severity is Severity.WARNING:
        severity = Severity.ERROR
    entry: dict[str, Any] = {
        "code": problem.code,
        "severity": str(severity),
        "file": problem.origin.file,
        "line": problem.origin.line,
        "column": problem.origin.column,
        "message": problem.message,
        "hint": problem.hint,
    }
    return entry | ({"fix": _fix_entry(problem.fix)} if problem.fix else {})


def _fix_entry(fix: Fix) -> dict[str, Any]:
    return {name.name: getattr(fix, name.name) for name in PARTS["fix"]}


def slide_entries(
    outline: Outline, deck: Deck, fates: Sequence[Fate], problems: Iterable[Problem]
) -> list[dict[str, Any]]:
    """Return the slides of a deck as an answer tells them, with what was told of each."""
    from .model.richtext import plain
    from .planning.brief import cut_in

    cut = cut_in(outline)

    told: dict[object, dict[str, None]] = {}
    for problem in problems:
        if problem.origin.line:
            told.setdefault(problem.origin, {})[problem.code] = None
    numbers = accumulate((fate.pages for fate in fates), initial=1)
    starts = accumulate((slide.minutes for slide in deck.slides), initial=0.0)
    return [
        {
            "number": number,
            "id": slide.key,
            "title": plain(slide.title),
            "layout": slide.layout,
            "reason": slide.reason,
            "starts": round(start, 2),
            "minutes": round(slide.minutes, 2),
            "file": slide.origin.file,
            "line": slide.origin.line,
            "pages": fate.pages,
            "drawn_as": fate.layout,
            "shrunk_to": fate.shrunk_to,
            "in_notes": not cut.isdisjoint(_origins(slide)),
            "told": list(told.get(slide.origin, ())),
        }
        for number, start, slide, fate in zip(numbers, starts, deck.slides, fates, strict=False)
    ]


def _origins(slide: Slide) -> Iterator[Origin]:
    """Yield where the topics stand that a slide tells."""
    yield slide.origin
    stack = list(slide.items)
    while stack:
        item = stack.pop()
        if not item.target:  # that is told on a slide of its own
            yield item.origin
            stack.extend(item.items)


def answer_line(command: str, code: int, said: Mapping[str, Any]) -> str:
    """Return an answer as one line of JSON: what every answer has, then what was `said`.

    `said` may have `files`, `problems` and any other name of the table.
    """
    first = {
        "answer": FORM,
        "deckgen": __version__,
        "command": command,
        "ok": code == 0,
        "exit": code,
        "files": [],
        "problems": [],
    }
    text = json.dumps(first | dict(said), ensure_ascii=False)
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def answer_schema() -> dict[str, Any]:
    """Return the table as a JSON Schema. https://json-schema.org/draft/2020-12/schema"""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "deckgen answer",
        **_object(ANSWER),
        "$defs": {name: _object(names) for name, names in PARTS.items()},
    }


def _object(names: Sequence[Name]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name.name: _type(name.kind) | {"description": name.about} for name in names},
        "required": [name.name for name in names if name.always],
        "additionalProperties": False,
    }


def _type(kind: str) -> dict[str, Any]:
    if kind.startswith("["):
        return {"type": "array", "items": _type(kind.strip("[]"))}
    return {"$ref": f"#/$defs/{kind}"} if kind in PARTS else {"type": kind}


def page() -> str:
    """Return docs/answers.md."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# What `--json` answers"
    yield ""
    yield "Every command takes `--json` and then prints one line of JSON in UTF-8, about mistakes"
    yield "too; `build` prints a line for each outline. Nothing else is on standard output, and the"
    yield "exit code is kept. `deckgen schema answer` prints this form as a JSON Schema. A name"
    yield "keeps its meaning as long as `answer` stays the same; new ones may come. Made from"
    yield "`deckgen/answers.py`."
    for heading, names in (("The answer", ANSWER), *PARTS.items()):
        yield from ("", f"## {heading}", "", "| name | kind | what it says |", "|---|---|---|")
        for name in names:
            often = "" if name.always else " (not always there)"
            yield f"| `{name.name}` | {_worded(name.kind)} | {name.about}{often} |"


def _worded(kind: str) -> str:
    word = kind.strip("[]")
    link = f"[{word}](#{word})" if word in PARTS else word
    return f"list of {link}" if kind.startswith("[") else link
