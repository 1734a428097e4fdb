"""The table of fields → a JSON Schema, so that editors complete and check themes.

It says what the loader takes without a word. Names of layouts are left open: packages bring more.
https://json-schema.org/draft/2020-12/schema
"""

from __future__ import annotations

from typing import Any

from ..model.color import ACCENTS, VERDICTS, ColorRole, Tone
from ._schema import DARK, LIGHT, STYLE, THEME, VARIANT, Field, Kind

_WORDS = {"type": ["string", "number", "boolean"]}
_RGB = {"type": "string", "pattern": "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"}
_COLOR = {
    "description": "a role, and a tone of it",
    "enum": [
        f"{role} {tone}" if tone is not Tone.PLAIN else role.value
        for role in ColorRole
        if role not in VERDICTS
        for tone in Tone
    ],
}


def theme_schema() -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of a theme."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "deckgen theme",
        "description": "What decks and maps look like. Lengths are inches, sizes points.",
        **_parts(THEME),
        "$defs": {
            "color": _COLOR,
            "style": _parts(STYLE),
            **{field.name: _value(field) for field in VARIANT},
        },
    }


def _object(fields: tuple[Field, ...]) -> dict[str, Any]:
    return {"$ref": "#/$defs/style"} if fields is STYLE else _parts(fields)


def _parts(fields: tuple[Field, ...]) -> dict[str, Any]:
    """Return a mapping of these fields, any of which may be left empty."""
    return {
        "type": ["object", "null"],
        "properties": {field.name: _property(field) for field in fields},
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    if field in VARIANT:  # said once, for the theme and its variants
        return {"description": field.doc, "$ref": f"#/$defs/{field.name}"}
    value = _value(field)
    if isinstance(value.get("type"), str):
        value = {**value, "type": [value["type"], "null"]}
    elif "enum" in value:
        value = {"enum": [*value["enum"], None]}
    elif "type" in value:
        value = {**value, "type": [*dict.fromkeys((*value["type"], "null"))]}
    return {"description": field.doc, **value}


def _value(field: Field) -> dict[str, Any]:
    number: dict[str, Any] = {"type": "number", "minimum": field.least, "maximum": field.most}
    match field.kind:
        case Kind.WORDS:
            return _WORDS
        case Kind.FLAG:
            return {"type": "boolean"}
        case Kind.NUMBER | Kind.LENGTH | Kind.POINTS:
            return number
        case Kind.COUNT:
            return {**number, "type": "integer"}
        case Kind.NUMBERS:
            most = {"maxItems": field.count} if field.count else {}
            return {"type": "array", "items": number, "minItems": field.count or 1, **most}
        case Kind.RGB:
            return _RGB
        case Kind.COLOR:
            return {"$ref": "#/$defs/color"}
        case Kind.COLORS:
            colors = {"$ref": "#/$defs/color"}
            return {"type": "array", "items": colors, "minItems": 2, "maxItems": 5}
        case Kind.ACCENT:
            return {"enum": [role.value for role in ACCENTS]}
        case Kind.CHOICE:
            return {"enum": [str(choice) for choice in field.choices]}
        case Kind.LIST:
            words = {"enum": [*field.choices]} if field.choices else _WORDS
            return {"type": "array", "items": words}
        case Kind.GROUP:
            return _object(field.fields)
        case Kind.GROUPS:
            return {"type": "array", "items": _object(field.fields), "minItems": 1}
    return _named(field)


def _named(field: Field) -> dict[str, Any]:
    """Return a mapping of names; those that are known are offered, others may be one's own."""
    if field.name == "frames":
        frames = {"type": ["object", "null"], "additionalProperties": _value(field.fields[0])}
        return {"type": "object", "additionalProperties": frames}
    inner = _object(field.fields)
    if field.is_list:
        inner = {"type": ["array", "null"], "items": inner}
    known = field.choices or ((LIGHT, DARK) if field.name == "variants" else ())
    names = {"properties": dict.fromkeys(known, inner)} if known else {}
    return {"type": "object", **names, "additionalProperties": inner}
