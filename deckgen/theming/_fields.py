"""Read a theme's fields: plain data with the place of every value, mistakes reported.

The one thing to know: a value is read as its `Field` in the table says (`_schema.py`), lengths
leave in EMU, and what is wrong is told and stands for its default.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any

from ..model.color import ACCENTS, VERDICTS, Color, ColorRole, Rgb, Tone
from ..model.origin import Origin
from ..model.record import record
from ..model.units import inches, pt
from ..problems import DeckgenError, Report, Swap, did_you_mean, meant
from ._schema import MOST_NUMBER, Field, Kind

MOST_TOLD = 40  # characters of a value that is no number
Path = tuple[str | int, ...]


@record
class Fields:
    """A theme's data, merged along `extends`, and where each value (and its key) was written.

    `loads` gives each file's way to the files beside it.
    """

    data: Mapping[str, Any]
    places: Mapping[Path, Origin]
    report: Report
    keys: Mapping[Path, Origin] = field(default_factory=dict)
    loads: Mapping[str, Callable[[str], bytes]] = field(default_factory=dict)

    def origin(self, path: Path) -> Origin:
        """Return the place of a value, or of the nearest value round it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Origin())

    def complain(
        self,
        path: Path,
        message: str,
        hint: str = "",
        *,
        code: str,
        swap: Swap | None = None,
    ) -> None:
        """Report a mistake at that value's place."""
        self.report.error(self.origin(path), message, hint, code=code, swap=swap)

    def at(self, path: Path) -> Any:
        """Return the value at `path`; None where there is none."""
        value: Any = self.data
        for key in path:
            if isinstance(value, (dict, Mapping)):  # a dict is known sooner by its own name
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
                    path,
                    f"{_named(path)} must be a mapping",
                    "write 'name: value' pairs",
                    code="wrong-kind",
                )
            return {}
        names = tuple(known)
        for key in value:
            if names and key not in names:
                place = (*path, key)
                origin = self.keys.get(place, self.origin(place))
                hint = did_you_mean(key, names)
                self.report.error(
                    origin,
                    f"unknown field '{key}'",
                    hint,
                    code="unknown-field",
                    swap=meant(key, hint),
                )
        return dict(value)

    def group(self, path: Path, table: tuple[Field, ...]) -> dict[str, Any]:
        """Return the values of a mapping's fields by name, read as the table says."""
        self.mapping(path, tuple(one.name for one in table))
        return {one.name: self.read((*path, one.name), one) for one in table}

    def read(self, path: Path, one: Field) -> Any:
        """Return a field's value, or its default; what has parts is left to the caller."""
        if self.at(path) is None and one.default is not None and one.kind is not Kind.LIST:
            return _default(one)
        match one.kind:
            case Kind.WORDS:
                return self.text(path)
            case Kind.FLAG:
                return self.flag(path)
            case Kind.CHOICE:
                return self.one_of(path, one.choices, one.default)
            case Kind.LIST:
                return self.words(path, one.choices)
            case Kind.RGB:
                return self.rgb(path)
            case Kind.COLOR:
                return self.color(path, one.default)
            case Kind.COLORS:
                return self.colors(path)
            case Kind.ACCENT:
                return self.accent(path)
            case Kind.NUMBERS:
                return self.numbers(path, one.count, one.least, one.most)
            case Kind.NUMBER | Kind.COUNT | Kind.LENGTH | Kind.POINTS:
                number = self.number(path, one.default or 0, one.least, one.most)
                return _measure(number, one.kind)
        return self.at(path)

    def number(
        self, path: Path, default: float = 0, least: float = 0, most: float = MOST_NUMBER
    ) -> float:
        """Return the number at `path`, from `least` to `most`."""
        value = self.at(path)
        if value is None:
            return default
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not abs(value) <= sys.float_info.max:  # NaN is not either
            told = str(value)[:MOST_TOLD]
            self.complain(
                path,
                f"'{told}' is not a number",
                "lengths are inches, sizes points",
                code="not-a-number",
            )
        elif not least <= value <= most:
            self.complain(
                path,
                f"{_named(path)} must be from {least:g} to {most:g}, not {value:g}",
                code="out-of-range",
            )
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
            self.complain(
                path, f"{_named(path)} must be {wanted}", _example(count), code="wrong-kind"
            )
            return (1.0,) * max(1, count)
        return tuple(self.number((*path, i), 1, least, most) for i in range(len(value)))

    def text(self, path: Path, default: str = "") -> str:
        """Return the text at `path`."""
        value = self.at(path)
        if isinstance(value, Mapping | list):
            self.complain(
                path,
                f"{_named(path)} must be text",
                "put it in quotes on one line",
                code="wrong-kind",
            )
            return default
        return default if value is None else str(value)

    def flag(self, path: Path) -> bool:
        """Return the yes or no at `path`."""
        value = self.at(path)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.complain(
            path,
            f"'{value}' is neither true nor false",
            "write 'true' or 'false'",
            code="wrong-kind",
        )
        return False

    def one_of(self, path: Path, known: Iterable[str], default: str) -> str:
        """Return one of the known words."""
        value = self.text(path, default)
        names = tuple(known)
        if value not in names:
            hint = did_you_mean(value, names)
            self.complain(
                path, f"unknown word '{value}'", hint, code="unknown-word", swap=meant(value, hint)
            )
            return default
        return value

    def rgb(self, path: Path) -> Rgb:
        """Return the literal colour at `path`."""
        value = self.text(path)
        try:
            return Rgb.from_hex(value)
        except ValueError:
            self.complain(
                path,
                f"'{value}' is not a colour",
                'write it as "#07C160", in quotes',
                code="bad-color",
            )
            return Rgb(128, 128, 128)

    def color(self, path: Path, default: str) -> Color:
        """Return a role and its tone, written as "accent1 soft"."""
        value = self.text(path, default)
        try:
            color = _color(value)
        except ValueError:
            known: list[str] = [role for role in ColorRole if role not in VERDICTS]
            known += [f"accent1 {tone}" for tone in Tone]
            hint = did_you_mean(value, known)
            self.complain(
                path,
                f"unknown colour role '{value}'",
                hint,
                code="unknown-color",
                swap=meant(value, hint),
            )
            return Color(ColorRole.TEXT)
        if color.role in VERDICTS:
            hint = "a layout cannot know a section's accent: name one of the accents"
            self.complain(
                path, f"'{color.role}' stands on slides only", hint, code="color-not-here"
            )
        return color

    def colors(self, path: Path) -> tuple[Color, ...]:
        """Return a list of roles and tones."""
        value = self.at(path)
        if not isinstance(value, list) or not 2 <= len(value) <= 5:
            hint = "such as [background, surface]"
            self.complain(
                path,
                f"{_named(path)} must be a list of two to five colours",
                hint,
                code="wrong-kind",
            )
            return (Color(ColorRole.BACKGROUND), Color(ColorRole.SURFACE))
        return tuple(self.color((*path, i), "background") for i in range(len(value)))

    def accent(self, path: Path) -> ColorRole:
        """Return the accent of that name."""
        value = self.text(path)
        if value not in ACCENTS:
            hint = "such as accent3: a PowerPoint theme has no colours besides its accents"
            self.complain(path, f"{_named(path)} must name an accent", hint, code="unknown-color")
            return ColorRole.ACCENT1
        return ColorRole(value)

    def words(self, path: Path, known: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return a list of words, which may be limited to those that are `known`."""
        words = self.at(path)
        if words is None:
            return ()
        if not isinstance(words, list):
            self.complain(
                path,
                f"{_named(path)} must be a list of words",
                "for example [a, b]",
                code="wrong-kind",
            )
            return ()
        places = [(*path, i) for i in range(len(words))]
        if known:
            return tuple(self.one_of(place, known, known[0]) for place in places)
        return tuple(self.text(place) for place in places)

    def load(self, path: Path, name: str) -> bytes:
        """Return the file that is named at `path`, beside the theme that names it; b"" without."""
        try:
            return self.loads[self.origin(path).file](name)
        except DeckgenError as error:
            for problem in error.problems:
                self.complain(path, problem.message, problem.hint, code=problem.code)
            return b""


def _color(value: str) -> Color:
    role, _, tone = value.partition(" ")
    return Color(ColorRole(role), Tone(tone or "plain"))


def _default(one: Field) -> Any:
    if one.kind is Kind.COLOR and one.default:
        return _color(one.default)
    if one.kind is Kind.FLAG:
        return False
    is_measure = one.kind in (Kind.NUMBER, Kind.COUNT, Kind.LENGTH, Kind.POINTS)
    return _measure(one.default or 0, one.kind) if is_measure else one.default


def _measure(number: float, kind: Kind) -> float:
    match kind:
        case Kind.LENGTH:
            return inches(number)
        case Kind.POINTS:
            return pt(number)
        case Kind.COUNT:
            return round(number)
    return number


def _named(path: Path) -> str:
    """Name a value as the author would: a list's entry by its number and the list."""
    *above, last = path
    if isinstance(last, int):
        return f"entry {last + 1} of {_named(tuple(above))}"
    return f"'{last}'"


def _example(count: int) -> str:
    return f"for example [{', '.join(str(number) for number in range(1, (count or 2) + 1))}]"
