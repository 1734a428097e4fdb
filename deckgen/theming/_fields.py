"""Read a theme file's fields: plain data with the place of every value, mistakes reported.

A theme file may be anybody's: it is capped in size and depth before PyYAML builds it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..model.color import Color, ColorRole, Rgb, Tone
from ..model.origin import Origin
from ..plugin import Source
from ..problems import DeckgenError, Report, did_you_mean

MOST_BYTES = 256 * 1024
MOST_DEPTH = 32
MOST_NUMBER = 10_000

# libyaml's parser where PyYAML was built with it: a theme is read in 5 ms instead of 60
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """A theme's data, merged along `extends`, and where each value (and its key) was written."""

    data: Mapping[str, Any]
    places: Mapping[Path, Origin]
    report: Report
    keys: Mapping[Path, Origin] = field(default_factory=dict)

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
                self.complain(
                    path, f"{_named(path)} must be a mapping", "write 'name: value' pairs"
                )
            return {}
        names = tuple(known)
        for key in value:
            if names and key not in names:
                place = (*path, key)
                origin = self.keys.get(place, self.origin(place))
                self.report.error(origin, f"unknown field '{key}'", did_you_mean(key, names))
        return dict(value)

    def number(
        self, path: Path, default: float = 0, least: float = 0, most: float = MOST_NUMBER
    ) -> float:
        """Return the number at `path`, from `least` to `most`."""
        value = self.at(path)
        if value is None:
            return default
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not math.isfinite(value):
            self.complain(path, f"'{value}' is not a number", "lengths are inches, sizes points")
        elif not least <= value <= most:
            self.complain(path, f"{_named(path)} must be from {least:g} to {most:g}, not {value:g}")
        else:
            return float(value)
        return default

    def numbers(
        self, path: Path, count: int, least: float = 0, most: float = MOST_NUMBER
    ) -> tuple[float, ...]:
        """Return the list of numbers at `path`; of just `count` where that is not 0."""
        value = self.at(path)
        if not isinstance(value, list) or (count and len(value) != count) or not value:
            wanted = f"{count} numbers" if count else "a list of numbers"
            self.complain(path, f"{_named(path)} must be {wanted}", _example(count))
            return (1.0,) * max(1, count)
        return tuple(self.number((*path, i), 1, least, most) for i in range(len(value)))

    def text(self, path: Path, default: str = "") -> str:
        """Return the text at `path`."""
        value = self.at(path)
        if isinstance(value, Mapping | list):
            self.complain(path, f"{_named(path)} must be text", "put it in quotes on one line")
            return default
        return default if value is None else str(value)

    def flag(self, path: Path) -> bool:
        """Return the yes or no at `path`."""
        value = self.at(path)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.complain(path, f"'{value}' is neither true nor false", "write 'true' or 'false'")
        return False

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


def _named(path: Path) -> str:
    """Name a value as the author would: a list's entry by its number and the list."""
    *above, last = path
    if isinstance(last, int):
        return f"entry {last + 1} of {_named(tuple(above))}"
    return f"'{last}'"


def _example(count: int) -> str:
    return f"for example [{', '.join(str(number) for number in range(1, (count or 2) + 1))}]"


def read_fields(source: Source, report: Report) -> Fields:
    """Read one theme file; DeckgenError when it is no YAML mapping at all."""
    file = source.name
    if len(source.blob) > MOST_BYTES:
        raise _stop(report, Origin(file), "the theme is too large", "a theme is a page of YAML")
    try:
        text = source.blob.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8"
        raise _stop(report, Origin(file), "the theme is not UTF-8 text", hint) from error
    report.keep_source(file, text)
    try:
        _check_events(text, file, report)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        where = _place(file, error.problem_mark) if error.problem_mark else Origin(file)
        message = f"the theme is not valid YAML: {error.problem}"
        hint = "check the indentation, quotes and brackets here and just above"
        raise _stop(report, where, message, hint) from error
    except yaml.reader.ReaderError as error:
        above = text[: error.position]
        where = Origin(file, above.count("\n") + 1, error.position - above.rfind("\n"))
        message = "the theme holds a character that YAML forbids"
        raise _stop(report, where, message, "delete it, or type it again") from error
    if not isinstance(node, yaml.MappingNode):
        raise _stop(report, Origin(file), "a theme is a mapping of fields", "see themes/base.yaml")
    return _Plain(file, report).fields(node)


def _stop(report: Report, origin: Origin, message: str, hint: str) -> DeckgenError:
    """Return the exception for a mistake after which nothing can be read."""
    report.error(origin, message, hint)
    return DeckgenError(report.problems)


def _place(file: str, mark: Any) -> Origin:
    return Origin(file, mark.line + 1, mark.column + 1)


def _check_events(text: str, file: str, report: Report) -> None:
    """Refuse aliases and great depth before anything is built from them."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        where = _place(file, event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            raise _stop(report, where, "a theme has no aliases", "write the value out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_DEPTH:
            message = f"the theme is nested deeper than {MOST_DEPTH} levels"
            raise _stop(report, where, message, "a theme needs four: check the brackets")


class _Plain:
    """Makes plain data of nodes, and remembers the place of every value and key by its path."""

    def __init__(self, file: str, report: Report) -> None:
        self._file = file
        self._report = report
        self._places: dict[Path, Origin] = {}
        self._keys: dict[Path, Origin] = {}
        self._construct = yaml.SafeLoader("").construct_object

    def fields(self, node: yaml.MappingNode) -> Fields:
        return Fields(self._mapping(node, ()), self._places, self._report, self._keys)

    def _value(self, node: yaml.Node, path: Path) -> Any:
        self._places[path] = _place(self._file, node.start_mark)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*path, i)) for i, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return self._scalar(node, path)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            where = _place(self._file, key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                self._report.error(where, "a field's name must be a word", "write 'name: value'")
            elif key.value in data:
                self._report.error(where, f"'{key.value}' is given twice", "keep one of them")
            else:
                self._keys[*path, key.value] = where
                data[key.value] = self._value(value, (*path, key.value))
        return data

    def _scalar(self, node: yaml.Node, path: Path) -> Any:
        """Return the number, truth value, nothing or text of a scalar."""
        if node.tag.endswith((":str", ":timestamp", ":value", ":merge")):
            return node.value
        try:
            return self._construct(node)
        except (ValueError, yaml.YAMLError):
            message = f"cannot read '{node.value[:40]}'"
            self._report.error(self._places[path], message, "put it in quotes if it is text")
            return None
