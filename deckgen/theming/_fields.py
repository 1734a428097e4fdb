"""Read a theme file's fields: plain data with the place of every value, mistakes reported.

A theme file may be anybody's: it is capped in size and depth before PyYAML builds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from ..model.color import Color, ColorRole, Rgb, Tone
from ..model.origin import Origin
from ..plugin import Source
from ..problems import Report, did_you_mean, fail

MOST_BYTES = 256 * 1024
MOST_DEPTH = 32

# libyaml's parser where PyYAML was built with it: a theme is read in 5 ms instead of 60
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """A theme's data, merged along `extends`, and where each value was written."""

    data: Mapping[str, Any]
    places: Mapping[Path, Origin]
    report: Report

    def origin(self, path: Path) -> Origin:
        """Return the place of a value, or of the nearest value round it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Origin())

    def complain(self, path: Path, message: str, hint: str = "") -> None:
        """Report a mistake at that value's place."""
        self.report.error(self.origin(path), message, hint)

    def at(self, path: Path) -> Any:
        """Return the value at `path`; None where there is none."""
        value: Any = self.data
        for key in path:
            if isinstance(value, Mapping):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    def mapping(self, path: Path, known: Iterable[str] = ()) -> dict[str, Any]:
        """Return the mapping at `path`; keys that are not `known` are mistakes."""
        value = self.at(path)
        if not isinstance(value, Mapping):
            if value is not None:
                self.complain(path, f"'{path[-1]}' must be a mapping")
            return {}
        names = tuple(known)
        for key in value:
            if names and key not in names:
                self.complain((*path, key), f"unknown field '{key}'", did_you_mean(str(key), names))
        return dict(value)

    def number(self, path: Path, default: float = 0) -> float:
        """Return the number at `path`."""
        value = self.at(path)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 10_000:
            self.complain(path, f"'{value}' is not a number", "lengths are inches, sizes points")
            return default
        return float(value)

    def numbers(self, path: Path, count: int) -> tuple[float, ...]:
        """Return the list of numbers at `path`; of just `count` where that is not 0."""
        value = self.at(path)
        if not isinstance(value, list) or (count and len(value) != count) or not value:
            wanted = f"{count} numbers" if count else "a list of numbers"
            self.complain(path, f"'{path[-1]}' must be {wanted}", "for example [1, 2]")
            return (1.0,) * max(1, count)
        return tuple(self.number((*path, i)) for i in range(len(value)))

    def text(self, path: Path, default: str = "") -> str:
        """Return the text at `path`."""
        value = self.at(path)
        return default if value is None else str(value)

    def one_of(self, path: Path, known: Iterable[str], default: str) -> str:
        """Return one of the known words."""
        value = self.text(path, default)
        names = tuple(known)
        if value not in names:
            self.complain(path, f"unknown word '{value}'", did_you_mean(value, names))
            return default
        return value

    def rgb(self, path: Path) -> Rgb:
        """Return the literal colour at `path`."""
        value = self.text(path)
        try:
            return Rgb.from_hex(value)
        except ValueError:
            self.complain(path, f"'{value}' is not a colour", 'write it as "#07C160", in quotes')
            return Rgb(128, 128, 128)

    def color(self, path: Path, default: str) -> Color:
        """Return a role and its tone, written as "accent1 soft"."""
        value = self.text(path, default)
        role, _, tone = value.partition(" ")
        try:
            return Color(ColorRole(role), Tone(tone or "plain"))
        except ValueError:
            known = [*ColorRole, *(f"accent1 {tone}" for tone in Tone)]
            self.complain(path, f"unknown colour role '{value}'", did_you_mean(value, known))
            return Color(ColorRole.TEXT)


def read_fields(source: Source, report: Report) -> Fields:
    """Read one theme file; DeckgenError when it is no YAML mapping at all."""
    if len(source.blob) > MOST_BYTES:
        raise fail(f"theme '{source.name}' is too large", "a theme is a page of YAML")
    origin = Origin(source.name)
    try:
        text = source.blob.decode("utf-8-sig")
        _check_depth(text, origin)
        node = yaml.compose(text, Loader=Loader)
        data, places = _plain(node, source.name)
    except UnicodeDecodeError as error:
        raise fail(f"theme '{source.name}' is not UTF-8 text", origin=origin) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Origin(source.name, mark.line + 1, mark.column + 1) if mark else origin
        raise fail(f"the theme is not valid YAML: {error.problem}", origin=where) from error
    except yaml.YAMLError as error:
        raise fail(f"the theme is not valid YAML: {error}", origin=origin) from error
    if not isinstance(data, dict):
        raise fail("a theme is a mapping of fields", "see themes/base.yaml", origin)
    report.keep_source(source.name, text)
    return Fields(data, places, report)


def _check_depth(text: str, origin: Origin) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent):
            raise fail("a theme has no aliases", "write the value out", origin)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_DEPTH:
            raise fail(f"the theme is nested deeper than {MOST_DEPTH} levels", "", origin)


def _plain(node: yaml.Node | None, file: str) -> tuple[Any, dict[Path, Origin]]:
    """Return a node's plain data, and the place of every value by its path."""
    places: dict[Path, Origin] = {}
    scalar = yaml.SafeLoader("").construct_object

    def visit(node: yaml.Node, path: Path) -> Any:
        mark = node.start_mark
        places[path] = Origin(file, mark.line + 1, mark.column + 1)
        if isinstance(node, yaml.SequenceNode):
            return [visit(child, (*path, i)) for i, child in enumerate(node.value)]
        if not isinstance(node, yaml.MappingNode):
            return scalar(node)
        data: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            if name in data:
                where = Origin(file, key.start_mark.line + 1, key.start_mark.column + 1)
                raise fail(f"'{name}' is given twice", "keep one of them", where)
            data[name] = visit(value, (*path, name))
        return data

    return (visit(node, ()), places) if node is not None else (None, places)
