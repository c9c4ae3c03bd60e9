"""From the forms that the reader shapes files by to their schemas: keys, types, and which keys go together.

Editors tell most where a schema decides by a key that is there (if, then, else): with alternatives that are all tried,
they flag the wrong one, and offer the keys of each.
"""

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from leanbreath.authoring.notation_schema import TEXT, Schema, notation
from leanbreath.routine.form_fields import FormField, Help, form_fields, required_keys
from leanbreath.routine.model import Drill
from leanbreath.routine.notation import Notation, parse_positive_length
from leanbreath.routine.routine_file import STEP_SPECS, DrillStepSpec, InlineDrillSpec, StepSpec
from leanbreath.routine.work import KINDS, Work

ONE_OF: dict[type, tuple[str, ...]] = {
    Drill: tuple(KINDS),
    InlineDrillSpec: tuple(KINDS),
    DrillStepSpec: tuple(KINDS),
    **{kind: kind.one_of for kind in KINDS.values() if kind.one_of},
}
"""Keys of which a form has one, and only one; a drill step may do without, as its drill has one."""

IDS = {
    "DrillStepSpec.drill": "drill",
    "Drill.instead": "drill",
    "InlineDrillSpec.instead": "drill",
    "IncludeSpec.include": "routine",
    "Sessions.routine": "routine",
    "Before.routine": "routine",
    "Settings.instead": "drill",
}
"""Keys that name something, and of which kind it is."""

NAMED = {"Week.lean": "drill", "Settings.instead": "drill"}
"""Keys whose own keys name something."""

REASON: Schema = {"required": ["because"], "errorMessage": '"allow" needs a reason; add because: "..."'}

SNIPPETS = [
    {"label": "repeat, with steps", "body": {"repeat": "${1:2}", "steps": [{"drill": "$2"}]}},
    {"label": "title, with a dose", "body": {"title": "${1:My own drill}", "hold": "${2:20s}"}},
]
"""Steps that are more than one line, ready to be filled in; a vendor's key of the language server."""


@dataclass
class SchemaBuilder:
    """Walks forms; `known` maps ids to titles by kind, `words` a key to what it means, `defs` is what it has named."""

    known: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]
    defs: dict[str, Schema] = field(default_factory=dict)

    def table(self, form: type) -> Schema:
        """Return the schema of a mapping with the keys of a form."""
        fields, needed = form_fields(form), required_keys(form)
        return {
            "title": _name(form),
            "type": "object",
            "additionalProperties": False,
            "properties": {key: self._key(form, key, field) for key, field in fields.items()},
            **({"required": list(needed)} if needed else {}),
            **({"allOf": [_by_key({"allow": REASON}, {})]} if "allow" in fields else {}),
            **(self._one_only(form) if form in ONE_OF else {}),
        }

    def of(self, hint: Any) -> Schema:
        """Return the schema of a type."""
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            return self._union(_choices(hint))
        if origin is Annotated:
            return self._annotated(*get_args(hint)[:2])
        if origin is tuple:
            return self._list(get_args(hint)[0])
        if origin is dict:
            name, value = map(self.of, get_args(hint))
            return {"type": "object", "propertyNames": _as_key(name), "additionalProperties": value}
        if origin is Literal:
            return {"enum": list(get_args(hint))}
        if hint is bool:
            return {"type": "boolean"}
        return self._dataclass(hint) if is_dataclass(hint) else TEXT

    def _key(self, form: type, key: str, field: FormField) -> Schema:
        name = f"{form.__name__}.{key}"
        made = self._ids(IDS[name], field.type) if name in IDS else self.of(field.type)
        if name in NAMED:
            made = _naming(made, self.known.get(NAMED[name], {}))
        return {"description": self._description(form, key, field.help), **made}

    def _description(self, form: type, key: str, about: Help | None) -> str:
        """Return what a key means: from the help beside its type, or the words for it in this form or in any."""
        if about:
            return f"{about.text} If left out: {about.unset}." if about.unset else about.text
        return self.words.get(f"{form.__name__}.{key}") or self.words[key]

    def _ids(self, kind: str, hint: Any) -> Schema:
        """Return the schema of what names a thing; a name that is not known is no mistake, as a schema grows old."""
        made = self.of(hint)
        inside = next((key for key in ("items", "additionalProperties") if key in made), None)
        other = {key: value for key, value in (made[inside] if inside else made).items() if key != "examples"}
        named = (_named_thing(id, title) for id, title in self.known.get(kind, {}).items())
        one = self._named(f"{kind}-id", lambda: {"anyOf": [*named, other]})
        return {**made, inside: one} if inside else one

    def _union(self, alternatives: tuple[Any, ...]) -> Schema:
        if alternatives == get_args(Work):
            return {"type": ["string", "number", "object"]}  # `_one_only` says more, by the dose beside it
        if alternatives == get_args(StepSpec):
            return self._named("step", self._step)
        made = [self.of(each) for each in alternatives]
        return {"anyOf": made} if len(made) > 1 else made[0]

    def _list(self, hint: Any) -> Schema:
        items = self.of(hint)
        if get_origin(hint) is dict:  # a list of mappings is for their order; each of them holds one thing
            items = {**items, "minProperties": 1, "maxProperties": 1}
        return {"type": "array", "items": items, **({"minItems": 1} if _choices(hint) == get_args(StepSpec) else {})}

    def _annotated(self, inner: Any, short: Notation) -> Schema:
        if isinstance(inner, type) and is_dataclass(inner):
            return {"anyOf": [notation(short), self.table(inner)]}
        return notation(short)

    def _dataclass(self, form: Any) -> Schema:
        short: Notation | None = getattr(form, "notation", None)
        if short is None:
            return self._named(_name(form), lambda: self.table(form))
        if not getattr(form, "long_form", True):
            return notation(short)
        return self._named(_name(form), lambda: {"anyOf": [notation(short), self.table(form)]})

    def _named(self, name: str, make: Callable[[], Schema]) -> Schema:
        """Return a reference to a schema that is made once, and may hold itself."""
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _step(self) -> Schema:
        tables = {key: self.table(form) for key, form in STEP_SPECS.items()}
        heads = {key: table["properties"][key] for key, table in tables.items()}
        del tables["title"]["properties"]["drill"]  # with a `drill` it would be a step of that kind
        none: Schema = {
            "additionalProperties": False,
            "properties": heads,
            "allOf": [_missing(heads)],
            "defaultSnippets": SNIPPETS,
        }
        told = "a step must be key: value pairs, such as {drill: march, time: 60s}"
        return {"type": "object", "errorMessage": told, **_by_key(tables, none)}

    def _one_only(self, form: type) -> Schema:
        """Return what holds by which key of a few is there; floors, ceilings and levels are doses of the same kind."""
        keys = ONE_OF[form]
        cases: dict[str, Schema] = {}
        for key in keys:
            others = {other: False for other in keys if other != key}
            doses = self._doses(form, self.of(KINDS[key])) if key in KINDS else {}
            cases[key] = {"properties": {**others, **doses}, "errorMessage": f'"{key}" is there already; keep one'}
        if form is DrillStepSpec:
            return _by_key(cases, {"properties": self._doses(form, self._named("dose", self._any_dose))})
        return _by_key(cases, _missing(keys))

    def _doses(self, form: type, dose: Schema) -> dict[str, Schema]:
        found = {}
        for key, each in form_fields(form).items():
            listed = get_origin(each.type) is tuple
            if _choices(get_args(each.type)[0] if listed else each.type) == get_args(Work):
                found[key] = {"type": "array", "items": dose} if listed else dose
        return found

    def _any_dose(self) -> Schema:
        examples = {kind.notation.pattern: kind.notation.examples[0] for kind in KINDS.values()}
        pattern = "|".join(f"(?:{each})" for each in examples)
        text = notation(Notation(parse_positive_length, "a dose", pattern, tuple(examples.values())))
        return {"anyOf": [text, *(self.table(kind) for kind in KINDS.values() if kind.long_form)]}


def _named_thing(id: str, title: str) -> Schema:
    """Return the schema of one id; by `properties`, which text has none of, the language server tells ids apart."""
    return {"enum": [id], "enumDescriptions": [title], "properties": {}}


def _naming(table: Schema, known: Mapping[str, str]) -> Schema:
    """Return a schema whose keys name things: those that are known are offered, others of their form are no mistake."""
    value = table["additionalProperties"]
    return {
        "type": "object",
        "properties": {id: {"description": title, **value} for id, title in known.items()},
        "patternProperties": {table["propertyNames"]["pattern"]: value},
        "additionalProperties": False,
    }


def _by_key(cases: Mapping[str, Schema], otherwise: Schema) -> Schema:
    """Return the schema that is the case of the first key that is there."""
    for key, then in reversed(list(cases.items())):
        otherwise = {"if": {"type": "object", "required": [key]}, "then": then, "else": otherwise}
    return otherwise


def _missing(keys: Iterable[str]) -> Schema:
    """Return the schema of what has none of these keys, which is a mistake."""
    first, *others = keys
    return {"required": [first], "errorMessage": f"one of {', '.join((first, *others))} is missing"}


def _choices(hint: Any) -> tuple[Any, ...]:
    return tuple(each for each in get_args(hint) if each is not types.NoneType)


def _name(form: type) -> str:
    return (
        form.__name__.removeprefix("Author").removesuffix("Form").removesuffix("Spec").removesuffix("Settings").lower()
    )


def _as_key(name: Schema) -> Schema:
    """Return the schema of a key, which is always text."""
    return {key: value for key, value in name.items() if key in ("enum", "pattern")}
