"""Builds the schema of a file from the dataclass it is read into: keys, types, and which keys go together."""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from leanbreath.authoring.notation_schema import TEXT, Schema, notation_schema
from leanbreath.authoring.schema_parts import WITH, as_key, by_key, keyed_by_ids, known_id, one_key_missing
from leanbreath.routine.basic_notations import Notation, parse_positive_length
from leanbreath.routine.field_types import PositiveLength
from leanbreath.routine.form_fields import FormField, Help, form_fields, required_keys
from leanbreath.routine.model import Drill
from leanbreath.routine.routine_file import STEP_SPECS, DrillStepSpec, InlineDrillSpec, StepSpec
from leanbreath.routine.work import KINDS, Work

ONE_OF: dict[type, tuple[str, ...]] = {
    Drill: tuple(KINDS),
    InlineDrillSpec: tuple(KINDS),
    DrillStepSpec: tuple(KINDS),
    **{kind: kind.one_of for kind in KINDS.values() if kind.one_of},
}
"""Keys of which exactly one must be present; a drill step may have none, since its drill has one."""

IDS = {
    "DrillStepSpec.drill": "drill",
    "Drill.instead": "drill",
    "InlineDrillSpec.instead": "drill",
    "IncludeSpec.include": "routine",
    "Sessions.routine": "routine",
    "Before.routine": "routine",
    "Settings.instead": "drill",
}
"""Keys whose value is the id of something, and its kind."""

KEYED_BY_IDS = {"Week.lean": "drill", "Settings.instead": "drill"}
"""Keys whose value is a mapping from ids, and their kind."""

SNIPPETS = [
    {"label": "repeat, with steps", "body": {"repeat": "${1:2}", "steps": [{"drill": "$2"}]}},
    {"label": "title, with a dose", "body": {"title": "${1:My own drill}", "hold": "${2:20s}"}},
]
"""Steps of more than one line to fill in; only the YAML language server knows this key."""


@dataclass
class SchemaBuilder:
    """Builds schemas; `known` maps ids to titles by kind, `descriptions` explains keys, `defs` collects named parts."""

    known: Mapping[str, Mapping[str, str]]
    descriptions: Mapping[str, str]
    defs: dict[str, Schema] = field(default_factory=dict)

    def mapping(self, spec: type) -> Schema:
        """Return the schema of the mapping that a dataclass is read from."""
        fields, required = form_fields(spec), required_keys(spec)
        rules = [by_key({key: rule}, {}) for key, rule in WITH.items() if key in fields]
        return {
            "title": _name(spec),
            "type": "object",
            "additionalProperties": False,
            "properties": {key: self._key(spec, key, field) for key, field in fields.items()},
            **({"required": list(required)} if required else {}),
            **({"allOf": rules} if rules else {}),
            **(self._exactly_one(spec) if spec in ONE_OF else {}),
        }

    def of(self, hint: Any) -> Schema:
        """Return the schema of a type."""
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            return self._union(_choices(hint))
        if origin is Annotated:
            return self._annotated(*get_args(hint)[:2])
        if origin is tuple:
            first, second = get_args(hint)
            return self._list(first) if second is Ellipsis else {**self._list(first), "minItems": 2, "maxItems": 2}
        if origin is dict:
            name, value = map(self.of, get_args(hint))
            return {"type": "object", "propertyNames": as_key(name), "additionalProperties": value}
        if origin is Literal:
            return {"enum": list(get_args(hint))}
        if hint is bool:
            return {"type": "boolean"}
        return self._dataclass(hint) if is_dataclass(hint) else TEXT

    def _key(self, spec: type, key: str, field: FormField) -> Schema:
        name = f"{spec.__name__}.{key}"
        schema = self._ids(IDS[name], field.type) if name in IDS else self.of(field.type)
        if name in KEYED_BY_IDS:
            schema = keyed_by_ids(schema, self.known.get(KEYED_BY_IDS[name], {}))
        return {"description": self._description(spec, key, field.help), **schema}

    def _description(self, spec: type, key: str, about: Help | None) -> str:
        """Return what a key means: its own help, else the description of it in this dataclass, or in any."""
        if about:
            return f"{about.text} If left out: {about.unset}." if about.unset else about.text
        return self.descriptions.get(f"{spec.__name__}.{key}") or self.descriptions[key]

    def _ids(self, kind: str, hint: Any) -> Schema:
        """Return the schema of an id; unknown ids are allowed, since a file may be newer than the schema."""
        schema = self.of(hint)
        inside = next((key for key in ("items", "additionalProperties") if key in schema), None)
        other = {key: value for key, value in (schema[inside] if inside else schema).items() if key != "examples"}
        ids = (known_id(id, title) for id, title in self.known.get(kind, {}).items())
        one = self._named(f"{kind}-id", lambda: {"anyOf": [*ids, other]})
        return {**schema, inside: one} if inside else one

    def _union(self, alternatives: tuple[Any, ...]) -> Schema:
        if alternatives == get_args(Work):
            return {"type": ["string", "number", "object"]}  # `_exactly_one` says more, by the dose next to it
        if alternatives == get_args(StepSpec):
            return self._named("step", self._step)
        schemas = [self.of(each) for each in alternatives]
        return {"anyOf": schemas} if len(schemas) > 1 else schemas[0]

    def _list(self, hint: Any) -> Schema:
        items = self.of(hint)
        return {"type": "array", "items": items, **({"minItems": 1} if _choices(hint) == get_args(StepSpec) else {})}

    def _annotated(self, inner: Any, short: Notation) -> Schema:
        if isinstance(inner, type) and is_dataclass(inner):
            return {"anyOf": [notation_schema(short), self.mapping(inner)]}
        return notation_schema(short)

    def _dataclass(self, spec: Any) -> Schema:
        if getattr(spec, "value_by_name", ""):
            return self._named_value(spec)
        short: Notation | None = getattr(spec, "notation", None)
        if short is None:
            return self._named(_name(spec), lambda: self.mapping(spec))
        if not getattr(spec, "long_form", True):
            return notation_schema(short)
        return self._named(_name(spec), lambda: {"anyOf": [notation_schema(short), self.mapping(spec)]})

    def _named_value(self, spec: type) -> Schema:
        """Return the schema of a mapping whose one free key is a name, next to a key that it may have."""
        (_, name), (_, value), (key, other) = form_fields(spec).items()
        return {
            "type": "object",
            "propertyNames": as_key(self.of(name.type)),
            "properties": {key: self._key(spec, key, other)},
            "additionalProperties": self.of(value.type),
            "if": {"required": [key]},
            "then": {"minProperties": 2, "maxProperties": 2},
            "else": {"minProperties": 1, "maxProperties": 1},
        }

    def _named(self, name: str, build: Callable[[], Schema]) -> Schema:
        """Return a reference to a schema that is built once, and may contain itself."""
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = build()
        return {"$ref": f"#/$defs/{name}"}

    def _step(self) -> Schema:
        mappings = {key: self.mapping(spec) for key, spec in STEP_SPECS.items()}
        first_keys = {key: mapping["properties"][key] for key, mapping in mappings.items()}
        del mappings["title"]["properties"]["drill"]  # a step with `drill` is of that kind
        none: Schema = {
            "additionalProperties": False,
            "properties": first_keys,
            "allOf": [one_key_missing(first_keys)],
            "defaultSnippets": SNIPPETS,
        }
        message = "a step must be key: value pairs, such as {drill: march, time: 60s}"
        return {"type": "object", "errorMessage": message, **by_key(mappings, none)}

    def _exactly_one(self, spec: type) -> Schema:
        """Return what else is allowed, by which of some keys is present; all doses are of the same kind."""
        keys = ONE_OF[spec]
        cases: dict[str, Schema] = {}
        for key in keys:
            others = {other: False for other in keys if other != key}
            doses = self._doses(spec, self.of(KINDS[key])) if key in KINDS else {}
            if key == "reps" and "most" in doses:  # open reps last at most a length
                doses["most"] = {"anyOf": [doses["most"], self.of(PositiveLength)]}
            cases[key] = {"properties": {**others, **doses}, "errorMessage": f'"{key}" is there already; keep one'}
        if spec is DrillStepSpec:
            return by_key(cases, {"properties": self._doses(spec, self._named("dose", self._any_dose))})
        return by_key(cases, one_key_missing(keys))

    def _doses(self, spec: type, dose: Schema) -> dict[str, Schema]:
        found = {}
        for key, each in form_fields(spec).items():
            is_list = get_origin(each.type) is tuple
            if _choices(get_args(each.type)[0] if is_list else each.type) == get_args(Work):
                found[key] = {"type": "array", "items": dose} if is_list else dose
        return found

    def _any_dose(self) -> Schema:
        examples = {kind.notation.pattern: kind.notation.examples[0] for kind in KINDS.values()}
        pattern = "|".join(f"(?:{each})" for each in examples)
        text = notation_schema(Notation(parse_positive_length, "a dose", pattern, tuple(examples.values())))
        return {"anyOf": [text, *(self.mapping(kind) for kind in KINDS.values() if kind.long_form)]}


def _choices(hint: Any) -> tuple[Any, ...]:
    return tuple(each for each in get_args(hint) if each is not types.NoneType)


def _name(spec: type) -> str:
    """Return the name of a class in kebab-case, without the part that says what kind of class it is."""
    name = spec.__name__.removeprefix("Author").removesuffix("Form").removesuffix("Spec").removesuffix("Settings")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
