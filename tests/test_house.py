"""The rules of the house, read out of deckgen/ARCHITECTURE.md and checked in every file.

Each test gathers all offences and shows them whole: "opml.py:8: readers reaches sideways into
writers".
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest

from deckgen import registry

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "deckgen"
PAGE = (PACKAGE / "ARCHITECTURE.md").read_text("utf-8")
MAX_LINES, MAX_FUNCTION, MAX_PARAMETERS = 400, 60, 5

SOCKETS: dict[str, tuple[Callable[[], registry.Plugs[Any]], str]] = {
    "readers": (registry.readers, "READER"),
    "layouts/slides": (registry.slide_layouts, "LAYOUT"),
    "layouts/maps": (registry.map_layouts, "LAYOUT"),
    "planning/deck": (registry.deck_rules, "RULE"),
    "planning/mindmap": (registry.map_rules, "RULE"),
    "finishing": (registry.finish_rules, "RULE"),
    "writers": (registry.writers, "WRITER"),
}


def table(heading: str) -> list[list[list[str]]]:
    """Return the rows below a heading of ARCHITECTURE.md, a cell as its words in backticks."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[re.findall(r"`([^`]+)`", cell) or [cell.strip()] for cell in row] for row in rows[2:]]


FLOORS = {room: int(floor[0]) for floor, rooms, _ in table("Floors") for room in rooms}
IS_OPEN = {int(floor[0]): word == ["may"] for floor, _, word in table("Floors")}
DOORS = {what: doors for names, doors in table("Doors") for what in names}
EXCEPTIONS = {(where[0], limit[0]) for where, limit, _ in table("Sizes")}


@dataclass(frozen=True)
class Module:
    """One file of the package, parsed."""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        """Its path below deckgen, such as `readers/yaml.py`."""
        return self.path.relative_to(PACKAGE).as_posix()

    @property
    def room(self) -> str:
        return room_of(self.name.removesuffix(".py").split("/"))

    def imports(self) -> Iterator[tuple[int, str]]:
        """Yield line and dotted name of all that is imported, relative names made absolute."""
        package = ("deckgen", *self.name.removesuffix(".py").split("/"))[:-1]
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = package[: len(package) + 1 - node.level] if node.level else ()
                stem = ".".join((*base, *filter(None, [node.module])))
                for alias in node.names:
                    yield node.lineno, f"{stem}.{alias.name}"

    def functions(self) -> Iterator[tuple[str, ast.FunctionDef]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef):
                yield self.name.removesuffix(".py").replace("/", ".") + "." + node.name, node


def room_of(parts: list[str]) -> str:
    """Return the room of a dotted path below deckgen, the longest that the table knows."""
    for length in (2, 1):
        room = "/".join(parts[:length])
        if room in FLOORS:
            return room
    return ""


def parse(path: Path) -> Module:
    return Module(path, ast.parse(path.read_text("utf-8"), str(path)))


@cache
def modules() -> list[Module]:
    """Return every file of the package, parsed by the process that asks: all of them collect."""
    return [parse(path) for path in sorted(PACKAGE.rglob("*.py"))]


def wrong_imports(module: Module) -> Iterator[str]:
    """Yield a line for every import that does not go down."""
    if not module.room:
        return
    floor = FLOORS[module.room]
    for line, name in module.imports():
        parts = name.split(".")
        target = room_of(parts[1:]) if parts[0] == "deckgen" else ""
        if not target or target == module.room:
            continue
        place = f"{module.path.name}:{line}: {module.room} reaches"
        if FLOORS[target] > floor:
            yield f"{place} up into {target}"
        elif FLOORS[target] == floor and not IS_OPEN[floor]:
            yield f"{place} sideways into {target}"


def wrong_doors(module: Module) -> Iterator[str]:
    """Yield a line for everything from outside that comes in by no door of its own."""

    def is_door(what: str) -> bool:
        return any(
            module.name == door or (door.endswith("/") and module.name.startswith(door))
            for door in DOORS[what]
        )

    for line, name in module.imports():
        for what in DOORS:
            if (name == what or name.startswith(f"{what}.")) and not is_door(what):
                yield f"{module.name}:{line}: {what} enters by no door of its own"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            what = _deed(node.func)
            if what and not is_door(what):
                yield f"{module.name}:{node.lineno}: '{what}' is not done in this room"


def _deed(function: ast.expr) -> str:
    """Return 'open' or 'print' for what touches files or the terminal."""
    if isinstance(function, ast.Name):
        return function.id if function.id in ("open", "print") else ""
    if isinstance(function, ast.Attribute):
        if function.attr in ("read_bytes", "read_text", "write_bytes", "write_text"):
            return "open"
        return "print" if function.attr in ("echo", "secho") else ""
    return ""


def wrong_sizes(module: Module) -> Iterator[str]:
    """Yield a line for every file, function and parameter list that is too long."""
    lines = len(module.path.read_text("utf-8").splitlines())
    if lines > MAX_LINES and (module.name, "lines") not in EXCEPTIONS:
        yield f"{module.name}: {lines} lines, {MAX_LINES} at most"
    for name, function in module.functions():
        place = f"{module.name}:{function.lineno}: {function.name} has"
        length = (function.end_lineno or 0) - function.lineno + 1
        if length > MAX_FUNCTION and (name, "lines") not in EXCEPTIONS:
            yield f"{place} {length} lines, {MAX_FUNCTION} at most"
        arguments = function.args
        count = len(arguments.posonlyargs + arguments.args + arguments.kwonlyargs)
        count -= bool(arguments.args) and arguments.args[0].arg in ("self", "cls")
        if count > MAX_PARAMETERS and (name, "parameters") not in EXCEPTIONS:
            yield f"{place} {count} parameters, {MAX_PARAMETERS} at most"


def records(module: Module) -> list[tuple[str, str]]:
    """Return the plug-ins that a file assigns: the constant, and the name inside."""
    found = []
    for node in module.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            constants = ("READER", "RULE", "LAYOUT", "WRITER")
            if isinstance(target, ast.Name) and target.id in constants:
                first = node.value.args[0] if node.value.args else node.value.keywords[0].value
                found.append((target.id, str(getattr(first, "value", ""))))
    return found


def test_imports_go_down_only() -> None:
    """No room imports from a floor above, nor from a neighbour on its own."""
    assert "\n".join(line for module in modules() for line in wrong_imports(module)) == ""


def test_every_file_has_a_room() -> None:
    """The floors table knows every file but the packages' own `__init__`."""
    strays = [m.name for m in modules() if not m.room and m.path.name != "__init__.py"]
    assert strays == []


def test_outside_comes_in_by_its_door() -> None:
    """A third-party library, the disk and the terminal are each touched by their door files."""
    assert "\n".join(line for module in modules() for line in wrong_doors(module)) == ""


def test_every_door_is_there() -> None:
    """The table of doors lists no file that is gone."""
    assert [
        door for doors in DOORS.values() for door in doors if not (PACKAGE / door).exists()
    ] == []


def test_files_functions_and_parameter_lists_stay_small() -> None:
    """Every exception is listed with its reason."""
    assert "\n".join(line for module in modules() for line in wrong_sizes(module)) == ""


def test_every_exception_is_still_needed() -> None:
    """The table of exceptions lists nothing that is gone."""
    names = {name for module in modules() for name, _ in module.functions()}
    names |= {module.name for module in modules()}
    assert [where for where, _ in sorted(EXCEPTIONS) if where not in names] == []


@pytest.mark.parametrize("room", SOCKETS)
def test_a_plug_in_file_holds_one_record_named_like_it(room: str) -> None:
    """File name = plug-in name = word on the command line."""
    socket, constant = SOCKETS[room]
    paths = {
        name: next(
            path
            for path in (PACKAGE / room / f"{name}.py", PACKAGE / room / name / "__init__.py")
            if path.is_file()
        )
        for name in socket().builtins
    }
    found = {name: records(parse(path)) for name, path in paths.items()}
    assert found == {name: [(constant, name)] for name in paths}
    assert {name: socket()[name].name for name in paths} == {name: name for name in paths}


@pytest.mark.parametrize("room", SOCKETS)
def test_every_plug_in_is_documented(room: str) -> None:
    """ARCHITECTURE.md names every built-in in backticks, and no other."""
    named = [names for _, names in table("The plug-ins of this release")]
    words = dict(zip(SOCKETS, named, strict=True))
    socket, _ = SOCKETS[room]
    assert sorted(words[room]) == sorted(socket().builtins)


def test_the_checks_can_fail() -> None:
    """A file that breaks every rule is told so, in the words of this house."""
    parameters = ", ".join("abcdef")
    text = (
        "from ..writers import svg\nfrom ..pipeline import plan\nimport lxml.etree\n"
        f"def long({parameters}):\n    print(open('x'))\n" + "    a = 1\n" * 60
    )
    module = Module(PACKAGE / "readers" / "opml.py", ast.parse(text))
    assert [*wrong_imports(module), *wrong_doors(module)] == [
        "opml.py:1: readers reaches sideways into writers",
        "opml.py:2: readers reaches up into pipeline",
        "readers/opml.py:3: lxml enters by no door of its own",
        "readers/opml.py:5: 'print' is not done in this room",
        "readers/opml.py:5: 'open' is not done in this room",
    ]


def commands_of(folder: Path) -> dict[str, click.Command]:
    """Return the commands by their files below `commands/`, groups and what is in them too."""
    root, found = PACKAGE / "commands", {}
    for path in sorted(folder.iterdir()):
        is_group = (path / "__init__.py").is_file()
        if path.name.startswith("_") or not (is_group or path.suffix == ".py"):
            continue
        word = path.relative_to(root).with_suffix("").as_posix()
        module = importlib.import_module(f"deckgen.commands.{word.replace('/', '.')}")
        found[word] = module.COMMAND
        if is_group:
            found |= commands_of(path)
    return found


def test_a_command_is_the_file_of_its_word() -> None:
    """`deckgen theme list` is `commands/theme/list.py`; each says in its help what it does."""
    found = commands_of(PACKAGE / "commands")
    words = {path: path.split("/")[-1].removesuffix("_") for path in found}
    assert {path: command.name for path, command in found.items()} == words
    assert [path for path, command in found.items() if not command.help] == []
    assert {"theme", "theme/list"} <= set(found)


def test_records_are_made_one_way() -> None:
    """What is frozen is a `record`: `dataclass` makes class and objects five times slower."""
    slow = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and "dataclass(frozen=True, slots=" in ast.unparse(node)
    ]
    assert slow == []


def test_regular_expressions_are_compiled_when_asked() -> None:
    """A module's patterns are `regex`: compiled at import, all of them cost a start 50 ms."""
    eager = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert eager == [line for line in eager if line.startswith("model/regex.py:")]
