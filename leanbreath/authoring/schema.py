"""JSON Schema (2020-12) of the files authors write, walked from the forms that the reader shapes them by."""

import types
from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from leanbreath.routine.form import STEP_FORMS, RoutineForm, StepForm
from leanbreath.routine.model import Drill
from leanbreath.routine.notation import NotationError, Short
from leanbreath.routine.plan import Plan
from leanbreath.routine.reader import read_form
from leanbreath.routine.reader.shape import LATER, WITHOUT_PARTS, keys_of
from leanbreath.routine.work import KINDS, Work
from leanbreath.sound.form import PackForm

Schema = dict[str, Any]

FORMS = {"drill": Drill, "routine": RoutineForm, "plan": Plan, "pack": PackForm}
"""The kinds of files, and the form of each."""

TEXT: Schema = {"type": ["string", "number"]}
"""An editor reads `12` as a number; here every plain word is text."""

IDS = {
    "DrillForm.drill": "drill",
    "Drill.instead": "drill",
    "InlineForm.instead": "drill",
    "Week.lean": "drill",
    "IncludeForm.include": "routine",
    "Sessions.routine": "routine",
    "Plan.before-runs": "routine",
}
"""Keys that name something, and of which kind it is."""


def schema(kind: str, known: Mapping[str, Mapping[str, str]]) -> Schema:
    """Return the schema of a kind of file; `known` maps drill and routine ids to their titles, for completion.

    An id that is not known is no mistake: a file may be newer than the schema.
    """
    walker = _Walker(known, _descriptions())
    top = walker.table(FORMS[kind])
    needed = [kind, *(["goal", "position"] if kind == "drill" else []), *top.get("required", [])]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:leanbreath:{kind}",
        "title": f"leanbreath {kind}",
        **top,
        "required": list(dict.fromkeys(needed)),
        "$defs": walker.defs,
    }


def modeline(schema_path: str) -> str:
    """Return the comment by which editors find the schema of a file."""
    return f"# yaml-language-server: $schema={schema_path}"


def _descriptions() -> dict[str, str]:
    reading = read_form(Path(__file__).parent / "descriptions.yaml", dict[str, str])
    assert reading.value is not None and not reading.problems
    return dict(reading.value)


@dataclass
class _Walker:
    known: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]
    defs: dict[str, Schema] = field(default_factory=dict)

    def table(self, form: type) -> Schema:
        """Return the schema of a mapping with the keys of a form."""
        keys, needed = keys_of(form)
        made: Schema = {
            "type": "object",
            "additionalProperties": False,
            "properties": {key: self._key(form, key, hint) for key, (_, hint) in keys.items()},
        }
        if needed:
            made["required"] = list(needed)
        if issubclass(form, Drill):
            made["oneOf"] = [{"required": [kind]} for kind in KINDS]
        return made

    def _key(self, form: type, key: str, hint: Any) -> Schema:
        name = f"{form.__name__}.{key}"
        described = {"description": self.words.get(name) or self.words[key]}
        made = self._ids(IDS[name], hint) if name in IDS else self.of(hint)
        return {**described, **made} if "$ref" not in made else {**described, "allOf": [made]}

    def of(self, hint: Any) -> Schema:
        """Return the schema of a type."""
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            return self._one_of(tuple(each for each in get_args(hint) if each is not types.NoneType))
        if origin is Annotated:
            return self._annotated(*get_args(hint)[:2])
        if origin is tuple:
            return {"type": "array", "items": self.of(get_args(hint)[0])}
        if origin is dict:
            name, value = map(self.of, get_args(hint))
            return {"type": "object", "propertyNames": _as_key(name), "additionalProperties": value}
        if origin is Literal:
            return {"enum": list(get_args(hint))}
        if hint is bool:
            return {"type": "boolean"}
        return self._dataclass(hint) if is_dataclass(hint) else TEXT

    def _one_of(self, alternatives: tuple[Any, ...]) -> Schema:
        if alternatives not in LATER:
            return self.of(alternatives[0])
        if alternatives == get_args(StepForm):
            return self._named(
                "step", lambda: {"anyOf": [{"title": key, **self.table(form)} for key, form in STEP_FORMS.items()]}
            )
        return self._named("dose", lambda: {"anyOf": [self.of(kind) for kind in get_args(Work)]})

    def _named(self, name: str, make: Any) -> Schema:
        """Return a reference to a schema that is made once, and may hold itself."""
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _annotated(self, inner: Any, short: Short) -> Schema:
        text = notation(short)
        if isinstance(inner, type) and is_dataclass(inner):
            return {"anyOf": [text, self.table(inner)]}
        return text

    def _dataclass(self, form: Any) -> Schema:
        short: Short | None = getattr(form, "notation", None)
        if short is None:
            return self._named(form.__name__, lambda: self.table(form))
        if form in WITHOUT_PARTS:
            return notation(short)
        return self._named(form.__name__, lambda: {"anyOf": [notation(short), self.table(form)]})

    def _ids(self, kind: str, hint: Any) -> Schema:
        one: Schema = {
            "anyOf": [
                *({"const": id, "description": title} for id, title in self.known.get(kind, {}).items()),
                {"type": "string", "pattern": r"^[^\s]+$"},
            ]
        }
        made = self.of(hint)
        if made.get("type") == "array":
            return {**made, "items": one}
        return {**made, "additionalProperties": one} if made.get("type") == "object" else one


def notation(short: Short) -> Schema:
    """Return the schema of a text in a notation; a number where a bare one is such a text."""
    text: Schema = {"type": ["string", "number"] if _takes_numbers(short) else "string"}
    if short.pattern:
        text["pattern"] = f"^(?:{short.pattern})$"
    if short.examples:
        text["examples"] = list(short.examples)
    return text


def _takes_numbers(short: Short) -> bool:
    try:
        short.parse("30")
    except NotationError:
        try:
            short.parse("3")
        except NotationError:
            return False
    return True


def _as_key(name: Schema) -> Schema:
    """Return the schema of a key, which is always text."""
    return {key: value for key, value in name.items() if key in ("enum", "pattern")}
