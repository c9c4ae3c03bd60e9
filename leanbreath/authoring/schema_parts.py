"""Parts of JSON Schemas that decide by the keys that are present, or offer the names that exist.

Editors give the most help if a schema decides by a key (if, then, else). If they try every alternative, they flag the
wrong one and offer the keys of all.
"""

from collections.abc import Iterable, Mapping

from leanbreath.authoring.notation_schema import Schema

REASON: Schema = {"required": ["because"], "errorMessage": '"allow" needs a reason; add because: "..."'}

NO_REST: Schema = {"properties": {"rest": False}, "errorMessage": '"every" takes the place of "rest"; remove one'}

ROUNDS_OR_SIDES: Schema = {
    "if": {"properties": {"repeat": {"const": "sides"}}},
    "then": {"properties": {"rest": False, "every": False}, "errorMessage": '"repeat: sides" has no rounds'},
    "else": {"properties": {"switch": False, "first-side": False}, "errorMessage": 'this is only for "repeat: sides"'},
}

WITH: Mapping[str, Schema] = {"allow": REASON, "every": NO_REST, "repeat": ROUNDS_OR_SIDES}
"""What a key asks of the keys next to it."""


def by_key(cases: Mapping[str, Schema], otherwise: Schema) -> Schema:
    """Return a schema that applies the case of the first key that is present."""
    for key, then in reversed(list(cases.items())):
        otherwise = {"if": {"type": "object", "required": [key]}, "then": then, "else": otherwise}
    return otherwise


def one_key_missing(keys: Iterable[str]) -> Schema:
    """Return a schema that reports that none of some keys is present."""
    first, *others = keys
    return {"required": [first], "errorMessage": f"one of {', '.join((first, *others))} is missing"}


def known_id(id: str, title: str) -> Schema:
    """Return the schema of one id; language servers tell ids apart by `properties`, which text doesn't have."""
    return {"enum": [id], "enumDescriptions": [title], "properties": {}}


def keyed_by_ids(mapping: Schema, known: Mapping[str, str]) -> Schema:
    """Return a mapping whose keys are ids: known ones are offered, others of the right form are allowed."""
    value = mapping["additionalProperties"]
    return {
        "type": "object",
        "properties": {id: {"description": title, **value} for id, title in known.items()},
        "patternProperties": {mapping["propertyNames"]["pattern"]: value},
        "additionalProperties": False,
    }


def as_key(name: Schema) -> Schema:
    """Return the schema of a key, which is always text."""
    return {key: value for key, value in name.items() if key in ("enum", "pattern")}
