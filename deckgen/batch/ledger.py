"""What earlier builds left: for each outline what was read, what was written, what was said.

It is a small JSON file in the output folder. An outline is up to date while the same is asked of
the same deckgen, and all files read and written have the content that they had. Nothing else is
believed: what cannot be read, or is not as expected, is as if it were not there. Paths count from
the output folder, so that a project can be moved.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import Any

from .. import __version__, files, registry
from ..answers import PARTS, problem_entry
from ..inputs import digest, whole_path
from ..model.origin import Origin
from ..model.record import record
from ..orders import Made, Order
from ..outputs import write
from ..problems import DeckgenError, Fix, Problem, Severity

NAME = ".deckgen-build.json"
_FORM = 1
_WORDS = ("message", "hint", "source_line", "code")
_SLIDE = tuple(name.name for name in PARTS["slide"])  # the columns of its row
_SETTINGS = "@themes/"  # stands for the folder of the user's own themes


@record
class Written:
    """A file that was made: where it is, what it is (as `--format` calls it), and its size."""

    path: str
    kind: str
    bytes: int


@record
class Entry:
    """What was made of one outline, and what there was to say."""

    files: tuple[Written, ...]
    problems: tuple[Problem, ...]
    inputs: Mapping[str, str]
    slides: tuple[Mapping[str, Any], ...] = ()


class Ledger:
    """The file: read when a build begins, written when it ends."""

    def __init__(self, output: str) -> None:
        self._folder = whole_path(output)
        self._path = Path(output, NAME)
        self._new: dict[str, bytes] = {}
        self._taken: set[str] = set()
        self._old = self._read()

    def find(self, order: Order) -> Entry | None:
        """Return what was made of an order, if it is up to date."""
        entry = self._old.get(self._key(order))
        if entry is None:
            return None
        try:
            made = {self._path_of(name): facts for name, *facts in entry["outputs"]}
            read = {self._path_of(name): digest for name, digest in entry["inputs"].items()}
            problems = tuple(_problem(told) for told in entry["problems"])
            slides = tuple(map(_slide, entry["slides"]))
            paths = {whole_path(path): path for path in order.files}
            written = tuple(
                Written(paths.get(path) or os.path.relpath(path), str(kind), int(size))
                for path, (kind, size, _) in made.items()
            )
            wanted = {**read, **{path: digest for path, (_, _, digest) in made.items()}}
        except (AttributeError, LookupError, TypeError, ValueError):  # somebody wrote in it
            return None
        same = all(files.digest_of(path) == digest for path, digest in wanted.items())
        return Entry(written, problems, read, slides) if made and read and same else None

    def add(self, order: Order, made: Made) -> None:
        """Note what was made of an order and is now written."""
        read = {self._name_of(path): digest for path, digest in made.inputs.items()}
        outputs = [
            [self._name_of(path), made.products[place].word, len(data), digest(data)]
            for place, path, data in made.pieces()
        ]
        self._taken.update(str(name) for name, *_ in outputs)
        self._new[self._key(order)] = _packed(
            {
                "outline": order.outline,
                "inputs": {name: digest for name, digest in sorted(read.items()) if name},
                "outputs": outputs,
                "problems": [_told(problem) for problem in made.problems],
                "slides": [[slide[name] for name in _SLIDE] for slide in made.slides],
            }
        )

    def save(self) -> None:
        """Write what is new, and what else earlier builds left that was not written over."""
        if not self._new:
            return
        old = self._read()  # another build may have come meanwhile
        kept = {key: _packed(one) for key, one in old.items() if self._is_left(one)}
        lines = (
            json.dumps(key).encode() + b": " + entry
            for key, entry in sorted((kept | self._new).items())
        )
        text = b'{"form": %d, "made": {\n%b\n}}\n' % (_FORM, b",\n".join(lines))
        with suppress(DeckgenError):  # without it the next build makes everything again
            write({str(self._path): text})

    def _is_left(self, entry: Mapping[str, Any]) -> bool:
        """Tell whether no file of an older entry was written over."""
        try:
            return self._taken.isdisjoint(name for name, *_ in entry["outputs"])
        except (LookupError, TypeError, ValueError):  # not ours
            return False

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            data = json.loads(files.read_own(self._path))
            made = data["made"] if data["form"] == _FORM else {}
            return {key: entry for key, entry in made.items() if isinstance(entry, dict)}
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
            return {}

    def _key(self, order: Order) -> str:
        """Return what tells apart all that may be asked of all deckgens."""
        products = [(self._name_of(path), product.word) for path, product in order.files.items()]
        asked = (
            replace(order, files={}),
            products,
            self._name_of("."),
            os.environ.get("SOURCE_DATE_EPOCH", ""),
            (__version__, files.package_stamp(), registry.installed()),
        )
        return digest(repr(asked).encode())

    def _name_of(self, path: str) -> str:
        """Return what a path is called here; deckgen's own files have no name."""
        path = whole_path(path)
        if files.is_own(path):
            return ""
        settings = whole_path(files.settings_folder())
        if path.startswith(settings + os.sep):
            return _SETTINGS + Path(path).relative_to(settings).as_posix()
        return Path(os.path.relpath(path, self._folder)).as_posix() if _is_near(path) else path

    def _path_of(self, name: str) -> str:
        if name.startswith(_SETTINGS):
            return whole_path(files.settings_folder() / name.removeprefix(_SETTINGS))
        return whole_path(Path(self._folder, name))


def _is_near(path: str) -> bool:
    """Tell whether a path can be told from here: on Windows it may be on another drive."""
    return Path(path).anchor == Path.cwd().anchor


def _packed(entry: Mapping[str, Any]) -> bytes:
    """Return an entry as it stands in the file: thousands of them are kept till the end."""
    return json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _told(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain data."""
    return {**problem_entry(problem), "source_line": problem.source_line}


def _problem(told: Mapping[str, Any]) -> Problem:
    """Return the problem that plain data tells; some error when it tells none."""
    origin = Origin(_word(told["file"]), int(told["line"]), int(told["column"]))
    message, hint, line, code = map(_word, itemgetter(*_WORDS)(told))
    fix = Fix(**told["fix"]) if "fix" in told else None
    return Problem(Severity(told["severity"]), origin, message, hint, line, code, fix=fix)


def _slide(row: list[Any]) -> dict[str, Any]:
    """Return what a row tells of a slide; ValueError when that is not all of it."""
    return dict(zip(_SLIDE, row, strict=True))


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a problem is told in words")
    return value
