"""Every problem's code, and what it means: the table of docs/problems.md.

A code keeps its meaning from version to version; the words of a message may change. A room names
one where it makes a problem (`report.error(…, code="unknown-icon")`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

CODES: Mapping[str, Mapping[str, str]] = {
    "What was typed": {
        "usage": "no such command or option, or an argument that is missing or wrong (exit code 2)",
        "interrupted": "Ctrl-C (exit code 130)",
        "bug": "a mistake of deckgen's own; please report it",
        "wrong-options": "these options do not go together",
        "wrong-format": "that cannot be written in this format",
        "unknown-format": "no such format, or no reader for the file's ending",
        "unknown-engine": "no such Graphviz engine",
        "unknown-page": "no such page for a map",
        "unknown-branch": "no branch of the map has that title or id",
        "branch-not-unique": "several branches have that title; the first is drawn",
        "unknown-tag": "no topic of the map has that tag",
        "unknown-slide": "the deck has no slide of that number or id",
        "not-one-file": "what was asked for is more than this file or stream can hold",
        "stdout-taken": "standard output cannot take this: it is a terminal, or has the answer",
        "bad-name": "that cannot be the name of a theme",
    },
    "Files": {
        "missing-file": "there is no file at that path",
        "file-outside": "the path leads out of the outline's folder",
        "file-exists": "there is a file already; --force replaces it",
        "file-too-large": "larger than deckgen reads",
        "is-a-folder": "a folder where a file is expected",
        "is-a-file": "a file where a folder is expected",
        "unreadable-file": "it is there, but cannot be read",
        "unwritable-file": "it cannot be written: rights, room, or a folder that is missing",
        "output-was-read": "what was read is never written over",
        "other-kind": "a file of another kind is there, and is not replaced",
        "read-only-file": "the file to be replaced may not be written to",
        "not-a-file": "a device or a pipe where a file is expected",
        "no-outlines": "the folder has no outlines",
        "same-output": "two things would be written to one file",
        "not-text": "not a text file",
        "encoding": "read in another encoding than UTF-8",
        "encoding-unknown": "the bytes are no text in a known encoding",
        "control-character": "a character that is no text",
    },
    "YAML": {
        "yaml-syntax": "not YAML, in a way that has no name of its own here",
        "tab-indent": "tabs in the indentation",
        "wide-space": "full-width or no-break spaces in the indentation",
        "wide-colon": "a full-width colon after a field's name",
        "no-space-after-colon": "a field's colon without a space after it",
        "second-colon": "a second ': ' in a line",
        "needs-quotes": "text with a character at its beginning or end that YAML keeps for itself",
        "unclosed-quote": "a quotation mark that is never closed",
        "unclosed-bracket": "a bracket that is never closed",
        "bad-backslash": "a backslash in quotes that means nothing",
        "missing-comma": "a comma is missing in brackets",
        "key-too-long": "more than 1024 characters before a colon",
        "text-after-block-mark": "text on the line of '|' or '>'",
        "list-on-field-line": "a list that begins on its field's line",
        "list-swallowed": "a list item that YAML takes for more of the text above",
        "indentation": "a line that stands in no column of those above it",
        "second-document": "a line '---' begins a second document",
        "yaml-tag": "a word with '!' that YAML takes for a tag",
        "yaml-anchor": "a word with '&' or '*' that YAML takes for an anchor or an alias",
        "too-much": "more of something than deckgen reads: levels, characters, keys, cells, …",
        "too-deep": "nested deeper than deckgen reads",
    },
    "Outlines": {
        "empty-outline": "there is nothing in it",
        "not-an-outline": "something else than an outline",
        "no-topics": "no topics",
        "missing-title": "the outline, or a topic, has no title",
        "duplicate-title": "a topic with two titles",
        "duplicate-field": "a field that is given twice",
        "duplicate-id": "an id that two topics have",
        "unknown-field": "no such field",
        "unknown-word": "a field that takes one of a few words has another",
        "unknown-layout": "no such layout",
        "unknown-icon": "no such icon",
        "unknown-id": "no topic has that id",
        "missing-field": "a field that is needed is not there",
        "wrong-kind": "text, a list or a mapping where another of these is expected",
        "not-a-number": "no number, or not one of that kind",
        "empty-topic": "a list item with nothing in it",
        "several-topics": "several pairs in one list item, read as several topics",
        "list-for-topic": "a list where a topic is expected",
        "field-for-topic": "a field's name where a topic is expected",
        "bad-link": "a link that is left out",
        "bare-address": "an address that is shown as it is",
        "bad-picture": "a picture that cannot be used",
        "picture-too-thin": "a picture that would be a line or a dot",
        "bad-csv": "not a CSV file",
        "csv-without-numbers": "a CSV file without numbers to draw",
        "table-without-rows": "a table without rows",
        "short-row": "a row with fewer cells than the table has columns",
        "series-length": "a series with more or fewer numbers than there are categories",
        "number-too-large": "a number that is too large to be drawn",
    },
    "Slides": {
        "goes-on": "split: it goes on on a next slide",
        "set-as-list": "moved: its words are on a list, for the planned layout could not hold them",
        "table-set-as-list": "moved: the table's cells are on a list",
        "size-evened": "shrunk: its text is set as small as its neighbours'",
        "cannot-split": "a text that fits on no slide",
        "text-too-long": "a text that does not fit its frame",
        "beyond-page": "something reaches beyond the page",
        "layout-changed": "the layout that was asked for does not fit what is said",
        "icons-left-out": "the icons are not shown",
        "agenda-left-out": "too many sections for an agenda",
        "count-differs": "a title promises another number of points than there are",
        "talk-too-short": "the words need more minutes than the talk has",
        "minutes-differ": "the topics' minutes come to more than the talk has",
        "monotonous": "several slides running are alike",
        "chart-kind-changed": "the chart is drawn as another kind",
        "labels-thinned": "not every category of a chart is named",
        "missing-glyph": "the bundled font lacks a character, so another is drawn",
    },
    "Maps": {
        "map-layout-chosen": "which structure was chosen, and why",
        "map-divided": "the map takes several pages or tiles",
        "map-too-large": "the map is too large for this",
        "layout-for-whole-map": "that structure can only draw a whole map",
        "page-scaled": "the page is made smaller than it was to be",
    },
    "Themes and templates": {
        "unknown-theme": "no such theme",
        "unknown-variant": "the theme has no such variant",
        "variant-not-used": "a template has no variants",
        "unknown-style": "no such style",
        "unknown-color": "no such colour role",
        "unknown-placeholder": "the layout has no such placeholder",
        "theme-not-used": "a file that looks like deckgen's base theme, and is not used",
        "theme-loop": "themes that extend each other",
        "not-a-theme": "not a mapping of fields",
        "bad-color": "not a colour",
        "color-not-here": "a colour that stands on slides only",
        "out-of-range": "a number that is too small or too large",
        "bad-frame": "a frame that leaves the page, or stands in another's way",
        "bad-ground": "a page's ground that cannot be drawn",
        "bad-decoration": "a decoration that cannot be drawn",
        "bad-scale": "sizes that are not in order",
        "text-too-small": "text that cannot be read from the back row",
        "narrow-margin": "a margin that a projector may cut off",
        "low-contrast": "text that cannot be told from its ground",
        "accents-alike": "accents that the colour-blind cannot tell apart",
        "font-alone": "a font without others to stand in for it",
        "sample-does-not-fit": "the sample talk does not fit in this theme",
        "bad-template": "a template that cannot be used",
        "layout-not-fit": "a template's layout that cannot serve that kind of slide",
    },
    "This machine": {
        "missing-graphviz": "no Graphviz was found",
        "graphviz-failed": "Graphviz failed",
        "missing-fonttools": "--embed-fonts needs fonttools",
        "unknown-plug-in": "no such plug-in",
        "bad-plug-in": "a plug-in that cannot be used",
        "worker-ended": "the process that made this outline was ended",
        "versions-differ": "a worker has another version of deckgen",
    },
}


def page() -> str:
    """Return docs/problems.md."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The problems that deckgen tells"
    yield ""
    yield "With `--json` each problem has one of these codes; see [answers](answers.md). A code"
    yield "keeps its meaning; the words of its message may change. Made from `deckgen/codes.py`."
    for heading, codes in CODES.items():
        yield from ("", f"## {heading}", "", "| code | meaning |", "|---|---|")
        yield from (f"| `{code}` | {meaning} |" for code, meaning in codes.items())
