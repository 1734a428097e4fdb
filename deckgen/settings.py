"""What holds where neither the command line nor the outline says it: `deckgen.toml`, `DECKGEN_…`.

The environment and a file come in, `Settings` leave, each with where it was said. The command line
wins over the outline, that over the environment, and that over the file: the nearest `deckgen.toml`
in the outline's folder or above it, up to the repository's or the user's own. Paths count from
where they are said: the file's folder, or the current one.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from . import files, inputs
from .model.origin import NOWHERE, Origin
from .model.outline import Outline
from .model.record import record
from .model.regex import regex
from .model.words import TAGS, is_tag
from .problems import DeckgenError, Report, did_you_mean, fail, meant

FILE = "deckgen.toml"
PREFIX = "DECKGEN_"
NAMES = ("theme", "output", "lang")
_MOST_BYTES = 65536
_PLACE = regex(r" \(at (?:line (\d+), column (\d+)|end of document)\)")


@record
class Setting:
    """One value, and where it was said: a place in a file, or a variable's name."""

    value: str = ""
    origin: Origin = NOWHERE
    variable: str = ""

    @property
    def place(self) -> str:
        """Say where."""
        return self.variable or str(self.origin)


Settings = Mapping[str, Setting]


def of_environment() -> dict[str, Setting]:
    """Return what the environment says; an empty variable says nothing."""
    found = {name: os.environ.get(variable_of(name), "") for name in NAMES}
    return {
        name: Setting(value, variable=variable_of(name)) for name, value in found.items() if value
    }


def variable_of(name: str) -> str:
    """Return the variable that says a setting."""
    return PREFIX + name.upper()


def of_file(outline: str) -> dict[str, Setting]:
    """Return what the file nearest to an outline says; DeckgenError at what is wrong in it."""
    path = _nearest(Path(outline).parent)
    return _read(path) if path else {}


def in_force(outline: str, environment: Settings) -> dict[str, Setting]:
    """Return all settings for an outline: the environment's over the file's."""
    return {**of_file(outline), **environment}


def settled(outline: Outline, name: str, environment: Settings, lang: str = "") -> Outline:
    """Return the outline of that file with the settings in the place of what it leaves open.

    `lang` is what the command line says, which wins over the outline.
    """
    if lang:
        _check_lang("--lang", lang)
    found = in_force(name, environment)
    theme, other = found.get("theme"), found.get("lang")
    if theme and not (outline.theme or outline.template):
        outline = replace(outline, theme=theme.value, theme_origin=theme.origin)
    if not lang and other and not outline.has_lang:
        lang = other.value
        _check_lang(other.variable or "lang", lang, other.origin)
    if lang:
        outline = replace(outline, lang=lang, has_lang=True)
    return outline


def _check_lang(name: str, lang: str, origin: Origin = NOWHERE) -> None:
    """Refuse what is no language tag, wherever it was said."""
    if not is_tag(lang):
        message = f"{name} is '{lang}', which is no language tag"
        raise fail(message, TAGS, origin, code="unknown-word")


def output_for(outline: str, fallback: str) -> str:
    """Return the folder to write to where the command line names none."""
    found = in_force(outline, of_environment()).get("output")
    if found is None:
        return fallback
    return str(Path(found.origin.file).parent / found.value) if found.origin.file else found.value


def _nearest(folder: Path) -> Path | None:
    """Return the nearest file of settings; each place where it is not belongs to what was read."""
    here = inputs.at(folder).absolute()
    current, home = inputs.at(".").absolute(), Path.home()
    for above in (here, *here.parents):
        place = above / FILE
        if place.is_file():
            return Path(os.path.relpath(place, current)) if above.is_relative_to(current) else place
        inputs.missed(place)
        if above == home or (above / ".git").exists():
            break
    return None


def _read(path: Path) -> dict[str, Setting]:
    import tomllib

    source = files.open_source(str(path))
    report = Report()
    origin = Origin(source.name)
    if len(source.blob) > _MOST_BYTES:
        report.error(origin, "the settings are too large", "they are few lines", code="bad-setting")
        report.raise_errors()
    try:
        text = source.blob.decode()
        report.keep_source(source.name, text)
        given = tomllib.loads(text)
    except UnicodeDecodeError as error:
        report.error(origin, "the settings are not UTF-8", "save it as UTF-8", code="bad-setting")
        raise DeckgenError(report.problems) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = _PLACE.search(str(error))
        if told and told[1]:
            origin = Origin(source.name, int(told[1]), int(told[2]))
        message = f"not TOML: {_PLACE.sub('', str(error)).lower()}"
        report.error(origin, message, 'write name = "value"', code="bad-setting")
        raise DeckgenError(report.problems) from error
    found = {}
    for name, value in given.items():
        place = _place(source.name, text, name)
        if name not in NAMES:
            hint = did_you_mean(name, NAMES)
            swap = meant(name, hint)
            report.error(place, f"unknown setting '{name}'", hint, code="bad-setting", swap=swap)
        elif not isinstance(value, str) or not value:
            hint = f'write {name} = "…"'
            report.error(place, f"'{name}' takes a word in quotes", hint, code="bad-setting")
        else:
            found[name] = Setting(value, place)
    report.raise_errors()
    return found


def _place(file: str, text: str, name: str) -> Origin:
    """Return where a name of the first level is given."""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.lstrip(" \t[\"'")
        if bare.startswith(name):
            return Origin(file, number, len(line) - len(bare) + 1)
    return Origin(file)
