"""Read a theme file's YAML: plain data, and the place of every value and key.

A theme file may be anybody's: it is capped in size and depth before PyYAML builds it.
"""

from __future__ import annotations

from typing import Any

import yaml

from ..model.origin import Origin
from ..plugin import Source
from ..problems import DeckgenError, Report
from ._fields import Fields, Path

MOST_BYTES = 256 * 1024
MOST_DEPTH = 32
_TOO_DEEP = (
    f"the theme is nested deeper than {MOST_DEPTH} levels",
    "a theme needs four: check the brackets",
)

# libyaml 0.2.6 has a limit of its own, and may meet it before we are handed the first bracket
_LOADERS_LIMIT = "exceeded maximum nesting depth"

# libyaml's parser where PyYAML was built with it: a theme is read in 5 ms instead of 60
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_fields(source: Source, report: Report) -> Fields:
    """Read one theme file; DeckgenError when it is no YAML mapping at all."""
    file = source.name
    if len(source.blob) > MOST_BYTES:
        raise _stop(
            report,
            Origin(file),
            "the theme is too large",
            "a theme is a page of YAML",
            code="file-too-large",
        )
    try:
        text = source.blob.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8"
        raise _stop(
            report, Origin(file), "the theme is not UTF-8 text", hint, code="encoding-unknown"
        ) from error
    report.keep_source(file, text, text.encode() == source.blob)
    try:
        _check_events(text, file, report)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        where = _place(file, error.problem_mark) if error.problem_mark else Origin(file)
        if error.problem == _LOADERS_LIMIT:
            raise _stop(report, where, *_TOO_DEEP, code="too-deep") from error
        message = f"the theme is not valid YAML: {error.problem}"
        hint = "check the indentation, quotes and brackets here and just above"
        raise _stop(report, where, message, hint, code="yaml-syntax") from error
    except yaml.reader.ReaderError as error:
        above = text[: error.position]
        where = Origin(file, above.count("\n") + 1, error.position - above.rfind("\n"))
        message = "the theme holds a character that YAML forbids"
        raise _stop(
            report, where, message, "delete it, or type it again", code="control-character"
        ) from error
    if not isinstance(node, yaml.MappingNode):
        raise _stop(
            report,
            Origin(file),
            "a theme is a mapping of fields",
            "see themes/base.yaml",
            code="not-a-theme",
        )
    return _Plain(source, report).fields(node)


def _stop(report: Report, origin: Origin, message: str, hint: str, *, code: str) -> DeckgenError:
    """Return the exception for a mistake after which nothing can be read."""
    report.error(origin, message, hint, code=code)
    return DeckgenError(report.problems)


def _place(file: str, mark: Any) -> Origin:
    return Origin(file, mark.line + 1, mark.column + 1)


def _check_events(text: str, file: str, report: Report) -> None:
    """Refuse aliases and great depth before anything is built from them."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent):
            where = _place(file, event.start_mark)
            raise _stop(
                report, where, "a theme has no aliases", "write the value out", code="yaml-anchor"
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_DEPTH:
            where = _place(file, event.start_mark)
            raise _stop(report, where, *_TOO_DEEP, code="too-deep")


class _Plain:
    """Makes plain data of nodes, and remembers the place of every value and key by its path."""

    def __init__(self, source: Source, report: Report) -> None:
        self._file = source.name
        self._load = source.load
        self._report = report
        self._places: dict[Path, Origin] = {(): Origin(self._file, 1, 1)}
        self._keys: dict[Path, Origin] = {}
        self._construct = yaml.SafeLoader("").construct_object

    def fields(self, node: yaml.MappingNode) -> Fields:
        data = self._mapping(node, ())
        loads = {self._file: self._load}
        return Fields(data, self._places, self._report, self._keys, loads)

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
                self._report.error(
                    where, "a field's name must be a word", "write 'name: value'", code="wrong-kind"
                )
            elif key.value in data:
                self._report.error(
                    where,
                    f"'{key.value}' is given twice",
                    "keep one of them",
                    code="duplicate-field",
                )
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
            self._report.error(
                self._places[path], message, "put it in quotes if it is text", code="wrong-kind"
            )
            return None
