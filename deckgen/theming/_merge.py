"""A theme, those it extends, and the variant that is asked for: one set of fields.

Mappings are merged key by key and the nearer value wins; lists and decorations are replaced whole.
The one thing to know: an `accent` stands for a whole palette, so it replaces the one it inherits,
and a colour that a theme gives itself is not overruled by the variants of those it extends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ..model.color import ColorRole, Rgb
from ..model.origin import Origin
from ..plugin import Source
from ..problems import DeckgenError, Report, did_you_mean, meant
from ._fields import Fields, Path
from ._schema import COLORS, DARK, DARK_GROUND, LIGHT, VARIANT, Kind
from ._yaml import read_fields

BASE = "base"
MOST_ANCESTORS = 8

_PLAIN_COLORS = tuple(one.name for one in COLORS if one.kind is Kind.RGB)
_HUES = ("accent", "palette", "tones")  # what an accent makes anew


def read_chain(name: str, find: Callable[[str], Source], report: Report) -> Fields:
    """Read the file and its ancestors, and lay each over the one it extends."""
    source: Source | None = find(name)
    seen: list[str] = []
    chain: list[Fields] = []
    while source:
        seen.append(source.name)
        chain.append(read_fields(source, report))
        parent = chain[-1].text(("extends",), "" if name == BASE else BASE)
        name, source = _parent(chain[-1], parent, find, seen) if parent else ("", None)
    merged = chain.pop()
    if merged.at(("accent",)) is not None:
        merged = _with_accent(merged, merged)
    for fields in reversed(chain):
        merged = _inherited(merged, fields)
    return merged


def variants_of(fields: Fields) -> tuple[str, ...]:
    """Return the names of the variants there are: light and dark, and those of the file."""
    own = fields.at(("variants",))
    return tuple(dict.fromkeys((LIGHT, DARK, *(own if isinstance(own, Mapping) else ()))))


def with_variant(fields: Fields, name: str, asked: Origin) -> Fields:
    """Return the fields as that variant has them.

    A light theme's dark variant, and the other way round, is the counterpart of its colours, under
    what the file says of it.
    """
    fields.mapping(("variants",))
    names = variants_of(fields)
    for one in names:
        fields.mapping(("variants", one), tuple(field.name for field in VARIANT))
    if not name:
        return fields
    if name not in names:
        hint = did_you_mean(name, names)
        fields.report.error(
            asked, f"unknown variant '{name}'", hint, code="unknown-variant", swap=meant(name, hint)
        )
        return fields
    overlay = _overlay(fields, name)
    wanted = name == DARK if name in (LIGHT, DARK) else None
    if overlay.at(("accent",)) is not None:
        fields = _with_accent(fields, overlay, wanted)
    elif wanted is not None and wanted != _is_dark(fields):
        fields = _turned(fields, wanted)
    for kind in ("decor", "background"):  # of these a variant changes the layouts that it names
        own, given = fields.at((kind,)), overlay.at((kind,))
        if isinstance(own, Mapping) and isinstance(given, Mapping):
            fields = replace(fields, data={**fields.data, kind: {**own, **given}})
            data = {key: value for key, value in overlay.data.items() if key != kind}
            fields = _with_places(fields, overlay)
            overlay = replace(overlay, data=data)
    return _over(fields, overlay)


def _parent(
    child: Fields, name: str, find: Callable[[str], Source], seen: list[str]
) -> tuple[str, Source | None]:
    """Find the theme that `child` extends; where that is a mistake, the base theme stands in."""
    try:
        source = find(name)
    except DeckgenError as error:
        for problem in error.problems:
            child.complain(("extends",), problem.message, problem.hint, code=problem.code)
    else:
        if source.name in seen:
            child.complain(
                ("extends",), f"theme '{name}' extends itself", "end at 'base'", code="theme-loop"
            )
        elif len(seen) > MOST_ANCESTORS:
            message = f"more than {MOST_ANCESTORS} themes extend each other"
            child.complain(
                ("extends",), message, "let one of them extend 'base'", code="theme-loop"
            )
        else:
            return name, source
    base = find(BASE)
    return BASE, None if base.name in seen else base


def _inherited(below: Fields, above: Fields) -> Fields:
    """Lay a theme over the one it extends."""
    if above.at(("accent",)) is not None:
        below = _with_accent(below, above)
        below = _without_hues(below, _HUES)
    own = above.at(("palette",))
    if isinstance(own, Mapping):
        below = _without_hues(below, (), tuple(own))
    return _over(below, above)


def _over(below: Fields, above: Fields) -> Fields:
    """Lay fields over others."""
    places, keys = dict(below.places), dict(below.keys)

    def merge(base: Mapping[str, Any], top: Mapping[str, Any], path: Path) -> dict[str, Any]:
        merged = dict(base)
        for key, value in top.items():
            old, here = merged.get(key), (*path, key)
            if isinstance(old, Mapping) and not isinstance(value, Mapping):
                if value is not None:
                    above.complain(
                        here,
                        f"'{key}' must be a mapping",
                        "write 'name: value' pairs",
                        code="wrong-kind",
                    )
                continue
            if isinstance(old, Mapping) and not _is_whole(here):
                value = merge(old, value, here)
            elif isinstance(old, Mapping | list):
                for known in (places, keys):
                    for place in [place for place in known if place[: len(here)] == here]:
                        del known[place]
            merged[key] = value
        return merged

    data = merge(below.data, above.data, ())
    return replace(_with_places(replace(below, places=places, keys=keys), above), data=data)


def _is_whole(path: Path) -> bool:
    """Tell whether a mapping is replaced instead of merged: all decorations, a layout's ground."""
    return path == ("decor",) or (path[0] == "background" and len(path) == 2)


def _with_places(below: Fields, above: Fields) -> Fields:
    return Fields(
        below.data,
        {**below.places, **above.places},
        above.report,
        {**below.keys, **above.keys},
        {**below.loads, **above.loads},
    )


def _overlay(fields: Fields, name: str) -> Fields:
    """Return what a variant says, as if it were a theme's file."""
    top = ("variants", name)

    def moved(places: Mapping[Path, Origin]) -> dict[Path, Origin]:
        return {path[2:]: origin for path, origin in places.items() if path[:2] == top and path[2:]}

    data = fields.at(top)
    given = data if isinstance(data, Mapping) else {}
    return replace(fields, data=given, places=moved(fields.places), keys=moved(fields.keys))


def _without_hues(fields: Fields, names: tuple[str, ...], colors: tuple[str, ...] = ()) -> Fields:
    """Return fields whose variants say nothing of those fields, and nothing of those colours."""

    def kept(variant: Any) -> Any:
        if not isinstance(variant, Mapping):
            return variant
        left = {key: value for key, value in variant.items() if key not in names}
        palette = left.get("palette")
        if isinstance(palette, Mapping):
            left["palette"] = {key: value for key, value in palette.items() if key not in colors}
        return left

    variants = fields.at(("variants",))
    if not isinstance(variants, Mapping):
        return fields
    changed = {name: kept(variant) for name, variant in variants.items()}
    return replace(fields, data={**fields.data, "variants": changed})


def _with_accent(below: Fields, above: Fields, dark: bool | None = None) -> Fields:
    """Return fields with the palette that an accent makes, on the kind of ground there was."""
    dark = _is_dark(below) if dark is None else dark
    return _with_harmony(below, above.rgb(("accent",)), dark)


def _turned(fields: Fields, dark: bool) -> Fields:
    """Return fields with their colours' counterparts on the other kind of ground."""
    from . import _harmony

    colors = {ColorRole(name): _rgb(fields, "palette", name) for name in _PLAIN_COLORS}
    accent = _rgb(fields, "accent")
    if fields.at(("accent",)) and colors == _harmony.harmony(accent, not dark):
        return _with_colors(fields, _harmony.harmony(accent, dark))
    return _with_colors(fields, _harmony.counterpart(colors, dark))


def _with_harmony(fields: Fields, accent: Rgb, dark: bool) -> Fields:
    from . import _harmony

    colors = _harmony.harmony(accent, dark)
    made = _with_colors(fields, colors)
    palette = {**made.data["palette"], **_harmony.verdicts(colors)}
    return replace(made, data={**made.data, "palette": palette})


def _with_colors(fields: Fields, colors: Mapping[ColorRole, Rgb]) -> Fields:
    from . import _harmony

    old = fields.at(("palette",))
    kept = {
        key: value
        for key, value in (old.items() if isinstance(old, Mapping) else ())
        if key not in _PLAIN_COLORS
    }
    made = {role.value: f"#{rgb.hex}" for role, rgb in colors.items()}
    tones = {name: list(tone) for name, tone in _harmony.tones(colors).items()}
    return replace(fields, data={**fields.data, "palette": {**kept, **made}, "tones": tones})


def _is_dark(fields: Fields) -> bool:
    return _rgb(fields, "palette", ColorRole.BACKGROUND.value).luminance < DARK_GROUND


def _rgb(fields: Fields, *path: str) -> Rgb:
    """Return a colour; grey for one that is no colour, which is told elsewhere."""
    try:
        return Rgb.from_hex(str(fields.at(path)))
    except ValueError:
        return Rgb(128, 128, 128)
