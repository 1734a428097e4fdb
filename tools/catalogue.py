"""What deckgen says to people, gathered from its source, and the Chinese of it: .po and .mo.

    python tools/catalogue.py            bring the .po up to date, and make the .mo of it
    python tools/catalogue.py --lacking  list what has no translation yet

A message is a string, or an f-string whose gaps are numbered: `cannot read '{0}'`. Gathered is
what is handed to those who speak (`SPEAKERS`), what is assigned to a name that is handed to them,
what a function returns whose result is, and help texts. The .po is the usual one of gettext
(https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html), for whatever editor.
"""

from __future__ import annotations

import ast
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "deckgen"
PO = PACKAGE / "data" / "locale" / "zh" / "LC_MESSAGES" / "deckgen.po"
MO = PO.with_suffix(".mo")
SPEAKERS = {
    "fail", "error", "warn", "note", "complain", "Problem", "say", "close", "progress", "option",
    "argument", "Field", "UsageError", "BadParameter", "version_option", "_flag", "slip", "table",
    "tell", "told",
}  # fmt: skip
NAMES = {"message", "hint", "reason", "REASON", "why", "help", "told", "done"}
# single words, which are no names
WORDS = (
    "error", "warning", "note", "hint", ": ", ", ", "interrupted", "slide", "line", "at", "min",
    "layout", "title", "reason", "fit", "check", "verdict", "worst", "subtitle",
)  # fmt: skip
# what others say through us: click
CLICK = (
    "Usage:", "Options", "Commands", "Usage: {0}",
    "Show this message and exit.", "Show the version and exit.",
    "%(prog)s, version %(version)s", "Error: {message}", "Try '{command} {option}' for help.",
    "Missing argument", "Missing option", "Missing parameter", "Missing command.",
    "Missing {param_type}", "No such option: {name}", "No such command {name!r}.",
    "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})",
    "Option {name!r} requires an argument.", "Option {name!r} does not take a value.",
    "Invalid value: {message}", "Invalid value for {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.", "{value} is not in the range {range}.",
    "{value!r} is not one of {choice}.", "{value!r} is not one of {choices}.",
    "(Possible options: {possibilities})", "Did you mean {possibility}?", "Aborted!",
    "default: {default}", "required", "Could not open file {filename!r}: {message}",
)  # fmt: skip


def gather() -> dict[str, list[str]]:
    """Return every message with the places where it is said."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    gatherer = _Gatherer(trees)
    return {message: places for message, places in gatherer.run().items() if _is_prose(message)}


def _is_prose(message: str) -> bool:
    """Tell whether a text is words for people: not markup, a pattern, a name or gaps alone."""
    bare = re.sub(r"\{[^}]*\}", "", message)
    if message in CLICK or message in WORDS:
        return True
    is_piece = message != message.strip() and bare.strip("(), ;") == bare.strip()
    if is_piece or '="' in message or message.endswith(" '"):
        return False
    is_odd = re.search(r"[<>\\^$\x1b]|#/|[\u4e00-\u9fff]", bare) and "http" not in bare
    return bool(
        " " in message and re.search(r"[A-Za-z]{2}", bare) and (not is_odd or " in " in bare)
    )


class _Gatherer:
    def __init__(self, trees: dict[Path, ast.Module]) -> None:
        self.trees = trees
        self.found: dict[str, list[str]] = {}
        self.functions: dict[str, list[tuple[Path, ast.FunctionDef]]] = {}
        self.asked: set[tuple[Path, str]] = set()
        self.values: dict[Path, dict[str, list[ast.expr]]] = {}  # what names are given, by file
        for path, tree in trees.items():
            given = self.values.setdefault(path, {})
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef):
                    self.functions.setdefault(node.name, []).append((path, node))
                elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
                    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                    for target in targets:
                        for name, value in _bound(target, node.value):
                            given.setdefault(name, []).append(value)

    def run(self) -> dict[str, list[str]]:
        for path, tree in self.trees.items():
            for node in ast.walk(tree):
                self.look(path, tree, node)
        for function in ("words",):  # of fates
            self.follow_call(function)
        for message in WORDS:
            self.found.setdefault(message, ["deckgen/terminal.py"])
        for message in CLICK:
            self.found.setdefault(message, ["click"])
        return self.found

    def look(self, path: Path, tree: ast.Module, node: ast.AST) -> None:
        """Gather what one statement or call says."""
        if isinstance(node, ast.Call):
            name = _name(node.func)
            if name in SPEAKERS:
                for value in node.args:
                    self.take(path, tree, value)
            for keyword in node.keywords:
                if (name in SPEAKERS and keyword.arg not in _OTHER) or keyword.arg in NAMES:
                    self.take(path, tree, keyword.value)
            if name == "counted" and isinstance(node.args[1], ast.Constant):
                for end in ("", "s"):
                    self.add(path, f"{{0}} {node.args[1].value}{end}")
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = {_name(one) for target in targets for one in ast.walk(target)}
            if names & NAMES:
                self.take(path, tree, node.value)
        elif isinstance(node, ast.FunctionDef) and _is_command(node):
            self.add(path, ast.get_docstring(node) or "")

    def take(self, path: Path, tree: ast.Module, node: ast.expr) -> None:
        """Gather the strings that an expression may come to."""
        match node:
            case ast.Constant(value=str(text)):
                self.add(path, text)
            case ast.JoinedStr():
                self.add(path, _template(node, tree))
                for part in node.values:
                    if isinstance(part, ast.FormattedValue):
                        self.take(path, tree, part.value)
            case ast.IfExp():
                self.take(path, tree, node.body)
                self.take(path, tree, node.orelse)
            case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values):
                for value in values:
                    self.take(path, tree, value)
            case ast.BinOp(op=ast.Add()):
                self.add(path, _template(node, tree))
            case ast.Starred():
                self.take(path, tree, node.value)
            case ast.Dict():
                for value in node.values:
                    self.take(path, tree, value)
            case ast.Subscript():
                self.take(path, tree, node.value)
            case ast.Name() | ast.Attribute():
                self.follow(path, _name(node))
            case ast.Call():
                self.follow_call(_name(node.func))

    def follow(self, path: Path, name: str) -> None:
        """Gather what is assigned to a name, here or, for a constant, anywhere."""
        if (path, name) in self.asked:
            return
        self.asked.add((path, name))
        everywhere = name.isupper() or name.lstrip("_").isupper()
        for place in self.trees if everywhere else [path]:
            for value in self.values[place].get(name, ()):
                self.take(place, self.trees[place], value)

    def follow_call(self, name: str) -> None:
        """Gather what functions of a name return."""
        for place, function in self.functions.get(name, ()):
            if (place, name + "()") in self.asked:
                continue
            self.asked.add((place, name + "()"))
            for node in ast.walk(function):
                if isinstance(node, ast.Return | ast.Yield) and node.value:
                    self.take(place, self.trees[place], node.value)

    def add(self, path: Path, text: str) -> None:
        where = path.relative_to(ROOT).as_posix()
        places = self.found.setdefault(text.strip() and text, [])
        if where not in places:
            places.append(where)


_OTHER = {"code", "swap", "metavar", "type", "callback", "shell_complete", "fields", "also"}


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _bound(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that an assignment gives a value, each with its own."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=False):
            yield from _bound(one, its)
    else:
        yield _name(target), value


def _is_command(function: ast.FunctionDef) -> bool:
    words = (one.func if isinstance(one, ast.Call) else one for one in function.decorator_list)
    return any(_name(word) in ("command", "group") for word in words)


def _template(node: ast.expr, tree: ast.Module) -> str:
    """Return an f-string, or a sum of texts, with numbers in its gaps, but constants whole."""
    text, number = "", 0
    for part in _parts(node):
        constant = _constant(part, tree)
        if constant is None:
            constant = f"{{{number}}}"
            number += 1
        text += constant
    return text


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _parts(node.left)
        yield from _parts(node.right)
    elif isinstance(node, ast.JoinedStr):
        yield from node.values
    else:
        yield node


def _constant(node: ast.expr, tree: ast.Module) -> str | None:
    if isinstance(node, ast.FormattedValue):
        node = node.value
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    name = _name(node)
    if name.lstrip("_").isupper():
        for one in tree.body:
            if isinstance(one, ast.Assign):
                for target in one.targets:
                    for given, value in _bound(target, one.value):
                        if given == name and isinstance(value, ast.Constant):
                            return str(value.value)
    return None


def read_po(text: str) -> dict[str, str]:
    """Return the translations of a .po, by their messages."""
    found: dict[str, str] = {}
    parts = {"msgid": "", "msgstr": ""}
    at = ""
    for line in [*text.splitlines(), 'msgid ""']:
        word, _, rest = line.partition(" ")
        if word == "msgid":
            found[parts["msgid"]] = parts["msgstr"]
            parts = {"msgid": "", "msgstr": ""}
        if word in parts:
            at = word
            parts[at] += ast.literal_eval(rest)
        elif line.startswith('"'):
            parts[at] += ast.literal_eval(line)
    found[parts["msgid"]] = parts["msgstr"] or found.get("", "")
    return found


def po_of(messages: dict[str, list[str]], said: dict[str, str]) -> str:
    """Return the text of a .po, by place and message."""
    blocks = [f'msgid ""\nmsgstr ""\n"{_HEAD}"\n']
    for message in sorted(messages, key=lambda one: (messages[one][0], one)):
        places = "".join(f"#: {place}\n" for place in messages[message])
        kind = "#, python-brace-format\n" if "{" in message else ""
        chinese = said.get(message, "")
        blocks.append(f"{places}{kind}msgid {_quoted(message)}\nmsgstr {_quoted(chinese)}\n")
    return "\n".join(blocks)


_HEAD = "Language: zh\\nContent-Type: text/plain; charset=UTF-8\\n"


def _quoted(text: str) -> str:
    marks = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(marks.get(char, char) for char in text) + '"'


def mo_of(said: dict[str, str]) -> bytes:
    """Return the .mo of translations, as msgfmt makes it, without a table of hashes."""
    pairs = sorted((m.encode(), t.encode()) for m, t in said.items() if t)
    head, count = 28, len(pairs)
    at = head + 16 * count
    tables = [b"", b""]
    blob = b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack("<II", len(pair[side]), at + len(blob))
            blob += pair[side] + b"\0"
    start = struct.pack("<7I", 0x950412DE, 0, count, head, head + 8 * count, 0, at)
    return start + tables[0] + tables[1] + blob


def main() -> None:
    """Bring the files up to date, or list what is lacking."""
    messages = {message: places for message, places in gather().items() if message}
    said = read_po(PO.read_text("utf-8")) if PO.exists() else {}
    if "--lacking" in sys.argv:
        sys.stdout.writelines(f"{m!r}\n" for m in messages if not said.get(m))
        return
    text = po_of(messages, said)
    PO.write_text(text, "utf-8")
    MO.write_bytes(mo_of(read_po(text)))


if __name__ == "__main__":
    main()
