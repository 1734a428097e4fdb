"""The table of fields → a JSON Schema, so that editors complete and check outlines.

It says what the reader takes without a word; the reader forgives more and explains better.
https://json-schema.org/draft/2020-12/schema
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..icons import names as icon_names
from ..model.names import (
    CHOICES,
    SLIDES,
    STRUCTURES,
    THEMES,
    VARIANTS,
    in_chinese,
    others,
)
from ..tongue import chinese_of as in_chinese_words
from ._bounds import MAX_KEYS, MAX_LINK, MAX_TAGS, MAX_TEXT, MAX_WORDS
from ._schema import HEAD, TOPIC, Field, Kind

# YAML turns 12:30, 0755 and ~ into other things before an editor checks them
_WORDS = {"type": ["string", "number", "boolean"]}
_TEXT = {**_WORDS, "maxLength": MAX_TEXT}
_NAME = {**_WORDS, "maxLength": MAX_WORDS}
_NUMBER = {"type": "number", "minimum": 0}
_TOPICS = {"$ref": "#/$defs/topics"}
_LINK = {
    "type": "string",
    "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|#).",
    "maxLength": MAX_LINK,
}
_LIST = {"type": "array", "items": _TEXT}
_NAMES = {"type": "array", "items": _NAME}
_CELL = {"type": ["string", "number", "boolean", "null"]}

_VALUES: dict[Kind, dict[str, Any]] = {
    Kind.WORDS: _NAME,
    Kind.RICH: _TEXT,
    Kind.LITERAL: {"type": "string", "maxLength": MAX_TEXT},
    Kind.NOTES: {"anyOf": [_TEXT, _LIST]},
    Kind.NUMBER: _NUMBER,
    Kind.COUNT: {"type": "integer", "minimum": 0},
    Kind.FLAG: {"enum": [True, False, "yes", "no", "on", "off", "是", "否"]},
    Kind.ID: _NAME,
    Kind.REFERENCE: _NAME,
    Kind.LINK: _LINK,
    Kind.TAGS: {"anyOf": [_NAME, {**_NAMES, "maxItems": MAX_TAGS}]},
    Kind.LIST: {"anyOf": [_NAME, _NAMES]},
    Kind.TOPICS: _TOPICS,
    Kind.TABLE: {
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "array", "items": _CELL}}]
    },
    Kind.SERIES: {
        "type": "object",
        "additionalProperties": {"anyOf": [_CELL, {"type": "array", "items": _CELL}]},
    },
}
_NEEDED = {
    Kind.QUOTE: ["text"],
    Kind.IMAGE: ["src"],
    Kind.CHART: ["categories", "series"],
    Kind.CODE: ["text"],
    Kind.RELATES: ["to"],
}


# what editors offer of names without end
_OFFERED: dict[Kind, Mapping[str, str]] = {
    Kind.LAYOUT: SLIDES,
    Kind.STRUCTURE: STRUCTURES,
    Kind.THEME: THEMES,
    Kind.VARIANT: VARIANTS,
}


def _offered(words: Iterable[str], names: Mapping[str, str]) -> dict[str, Any]:
    """Return what an editor completes: the English words, then their Chinese names."""
    chinese = (in_chinese(word, names) for word in words)
    return {"enum": list(dict.fromkeys(filter(None, (*words, *chinese))))}


def _taken(words: Iterable[str], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return what is taken besides, and not offered."""
    more = others(words, names)
    return [{"pattern": f"^({'|'.join(more)})$"}] if more else []


def outline_schema() -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of an outline."""
    names = "|".join(field.name for field in TOPIC)
    pair = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"not": {"pattern": f"^({names})$"}},
        "additionalProperties": {"$ref": "#/$defs/value"},
    }
    pairs = {**pair, "maxProperties": MAX_KEYS}
    fields = {"$ref": "#/$defs/fields"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:deckgen:outline",
        "title": "deckgen outline",
        "description": "One file is one talk: the deck and the mind map are made from it.",
        "anyOf": [
            _object(HEAD, ("title",), "#/anyOf/0"),
            {"type": "array", "items": {"$ref": "#/$defs/topic"}},
        ],
        "$defs": {
            "fields": _object(TOPIC, (), "#/$defs/fields"),
            "topic": {
                "description": "text, a pair 'title: value', or a mapping with a title",
                "anyOf": [_WORDS, pair, {**fields, "required": ["title"]}],
            },
            "topics": {
                "anyOf": [
                    _WORDS,
                    {"type": "null"},
                    {"type": "array", "items": {"$ref": "#/$defs/topic"}},
                    pairs,
                ]
            },
            "value": {
                "description": "text is the gist, a list the points, a mapping fields or pairs",
                "anyOf": [{"$ref": "#/$defs/topics"}, fields],
            },
        },
    }


def _object(
    fields: tuple[Field, ...], required: tuple[str, ...] | list[str], place: str = ""
) -> dict[str, Any]:
    """Return the schema of a mapping; fields named in Chinese are as those in English.

    `place` is where it stands in the whole. Where that may be several, what stands below a Chinese
    name is checked by deckgen alone: written out for each, the schema would be twice as long.
    """
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "patternProperties": {
            f"^({'|'.join(field.also.split())})$": (
                {"$ref": f"{place}/properties/{field.name}"} if place else {}
            )
            for field in fields
            if field.also
        },
        "additionalProperties": False,
    }
    names = {field.name: (field.name, *field.also.split()) for field in fields}
    needed = [{"anyOf": [{"required": [word]} for word in names[name]]} for name in required]
    return {**schema, "allOf": needed} if needed else schema


def _property(field: Field) -> dict[str, Any]:
    """Return a field's schema with its description; any field may be left empty."""
    schema = _value(field)
    told = f"{in_chinese_words(field.doc)}\n{field.doc}"
    return {"description": told, "anyOf": [schema, {"type": "null"}]}


def _value(field: Field) -> dict[str, Any]:
    if field.kind is Kind.CHOICE:
        return {"anyOf": [_offered(field.choices, CHOICES), *_taken(field.choices, CHOICES)]}
    if field.kind is Kind.ICON:
        return {"anyOf": [{"enum": list(icon_names())}, _NAME]}
    if field.kind in _OFFERED:  # and others pass: a plug-in's, a path
        names = _OFFERED[field.kind]
        return {"anyOf": [_offered(names, names), {"type": "string", "maxLength": MAX_WORDS}]}
    if field.kind is Kind.GROUP:
        group = _object(field.fields, ())
        return {"anyOf": [_WORDS, group]} if field.short else group
    if field.kind in _NEEDED:
        parts = _object(field.fields, _NEEDED[field.kind])
        if field.kind is Kind.RELATES:
            return {
                "anyOf": [_WORDS, parts, {"type": "array", "items": {"anyOf": [_WORDS, parts]}}]
            }
        return {"anyOf": [{"type": "string"}, parts]}
    return _VALUES[field.kind]
