"""Name → plug-in: the neighbouring file first, an installed entry point second.

Each function returns the mapping of one socket. Names are known without importing anything: the
built-ins' from listing the room's folder (a rule's from the room's `_order.py`), strangers' from
entry points; a plug-in is imported when its name is asked for. A built-in wins over a stranger
of the same name.

https://packaging.python.org/en/latest/specifications/entry-points/
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from .model.origin import NOWHERE, Origin
from .plugin import (
    DeckRule,
    FinishRule,
    MapLayout,
    MapRule,
    Reader,
    SlideLayout,
    Writer,
)
from .problems import did_you_mean, fail

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

P = TypeVar("P")


class Plugs(Mapping[str, P], Generic[P]):
    """The plug-ins of one socket by name; rules come in the order in which they run.

    `kind` is what plug files export, `word` what messages call it, `room` the folder below
    `deckgen`, and `furniture` the modules of that folder that are no plug-ins.
    """

    def __init__(self, kind: type[P], word: str, room: str, furniture: tuple[str, ...] = ()):
        self._kind: type[P] = kind
        self._word = word
        self._package = "deckgen." + room.replace("/", ".")
        self._furniture = frozenset(furniture)
        self._loaded: dict[str, P] = {}

    def __getitem__(self, name: str) -> P:
        name = self._spelled(name)
        if name not in self._loaded:
            if name in self.builtins:
                module = importlib.import_module(f"{self._package}.{name}")
                plug: P = getattr(module, _export(self._kind))
            else:
                plug = self._invite(self.strangers[name])
            self._loaded[name] = plug
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        own = self._spelled(str(name))
        return own in self.builtins or own in self.strangers

    def _spelled(self, name: str) -> str:
        """Return a name as its file says it: who types `org-up` means `org_up`."""
        return name if name in self.strangers else name.replace("-", "_")

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def find(self, name: str, origin: Origin = NOWHERE) -> P:
        """Return the plug-in of that name; DeckgenError at `origin` when there is none."""
        if name not in self:
            hint = did_you_mean(name.replace("-", "_"), self)
            raise fail(f"unknown {self._word} '{name}'", hint, origin, code="unknown-plug-in")
        return self[name]

    @cached_property
    def builtins(self) -> tuple[str, ...]:
        """The names of the room's own plug-ins."""
        package = importlib.import_module(self._package)
        if _is_rule(self._kind):
            order: tuple[str, ...] = importlib.import_module(f"{self._package}._order").ORDER
            return order
        files = (module.name for module in pkgutil.iter_modules(package.__path__))
        return tuple(
            sorted(name for name in files if name[0] != "_" and name not in self._furniture)
        )

    @cached_property
    def strangers(self) -> Mapping[str, EntryPoint]:
        """The entry points of other packages, by name."""
        if not _has_strangers():
            return {}
        from importlib.metadata import entry_points

        found = entry_points(group=_GROUPS[self._kind])
        return {point.name: point for point in found if point.name not in self.builtins}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        names = list(self.builtins)
        for name in sorted(self.strangers):
            before = getattr(self[name], "before", "") if _is_rule(self._kind) else ""
            names.insert(names.index(before) if before in names else len(names), name)
        return tuple(names)

    def _invite(self, point: EntryPoint) -> P:
        """Import a stranger's plug-in; whatever it raises becomes a problem that names it."""
        place = f"plug-in '{point.name}' ({point.value})"
        try:
            plug = point.load()
        except Exception as error:  # anything may happen in code that is not ours
            hint = "repair or uninstall the package that brings it"
            raise fail(f"{place} cannot be imported: {error}", hint, code="bad-plug-in") from error
        if not isinstance(plug, self._kind):
            hint = f"its entry point must name a deckgen.plugin.{self._kind.__name__}"
            raise fail(f"{place} is not a {self._word}", hint, code="bad-plug-in")
        return plug


_GROUPS: Mapping[type, str] = {
    Reader: "deckgen.readers",
    DeckRule: "deckgen.deck_rules",
    MapRule: "deckgen.map_rules",
    SlideLayout: "deckgen.slide_layouts",
    MapLayout: "deckgen.map_layouts",
    FinishRule: "deckgen.finish_rules",
    Writer: "deckgen.writers",
}


def _is_rule(kind: type) -> bool:
    return kind in (DeckRule, MapRule, FinishRule)


def _export(kind: type) -> str:
    """Return the name that a plug file gives its record: READER, RULE, LAYOUT or WRITER."""
    if _is_rule(kind):
        return "RULE"
    return "LAYOUT" if kind in (SlideLayout, MapLayout) else kind.__name__.upper()


@cache
def theme_files() -> Mapping[str, Path]:
    """The themes that other packages bring: the files that their entry points tell of, by name.

    `slate = deckgen_slate` stands for `slate.yaml` in the folder of the package `deckgen_slate`.
    """
    if not _has_strangers():
        return {}
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    found: dict[str, Path] = {}
    for point in entry_points(group="deckgen.themes"):
        try:
            spec = find_spec(point.module)
        except (ImportError, ValueError):  # its parent is gone, or it has no spec
            continue
        folders = spec.submodule_search_locations if spec else None
        for folder in folders or ():
            path = Path(folder) / f"{point.name}.yaml"
            if path.is_file():
                found.setdefault(point.name, path)
    return found


@cache
def _has_strangers() -> bool:
    """Tell whether any installed package may bring plug-ins.

    importlib.metadata costs 35 ms at every start, a tenth of a small build; looking through
    the few entry_points.txt ourselves costs one. What is no folder is left to importlib.
    """
    for entry in sys.path:
        folder = Path(entry or ".")
        if folder.is_file():
            return True
        for info in (*folder.glob("*.dist-info"), *folder.glob("*.egg-info")):
            try:
                if b"[deckgen." in (info / "entry_points.txt").read_bytes():
                    return True
            except OSError:
                continue
    return False


@cache
def installed() -> tuple[str, ...]:
    """Return the packages that can be imported, as their folders are called: with versions."""
    folders = (Path(entry or ".") for entry in sys.path)
    return tuple(
        info.name
        for folder in folders
        for info in sorted((*folder.glob("*.dist-info"), *folder.glob("*.egg-info")))
    )


@cache
def readers() -> Plugs[Reader]:
    """The readers, by format."""
    return Plugs(Reader, "reader", "readers", furniture=("schema",))


@cache
def slide_layouts() -> Plugs[SlideLayout]:
    """The layouts of slides."""
    return Plugs(SlideLayout, "slide layout", "layouts/slides")


@cache
def map_layouts() -> Plugs[MapLayout]:
    """The layouts of maps."""
    return Plugs(MapLayout, "map layout", "layouts/maps")


@cache
def deck_rules() -> Plugs[DeckRule]:
    """The rules that plan a deck, in running order."""
    return Plugs(DeckRule, "deck rule", "planning/deck")


@cache
def map_rules() -> Plugs[MapRule]:
    """The rules that plan a map, in running order."""
    return Plugs(MapRule, "map rule", "planning/mindmap")


@cache
def finish_rules() -> Plugs[FinishRule]:
    """The passes over a finished scene, in running order."""
    return Plugs(FinishRule, "finishing rule", "finishing")


@cache
def writers() -> Plugs[Writer]:
    """The writers, by format."""
    return Plugs(Writer, "format", "writers")
