"""The settings one by one: the keys that lead to each in the file, what it does, and its value as text."""

import types
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import time
from fractions import Fraction
from typing import Any, Literal, NamedTuple, get_args, get_origin

from leanbreath.routine.basic_notations import length_text
from leanbreath.routine.form_fields import Help, form_fields
from leanbreath.userdata.settings import Settings

Path = tuple[str, ...]
"""The keys that lead to a setting, from the outside in."""

YES_NO = ("true", "false")
NIGHT_VOICE = ("night", "voice")


class Field(NamedTuple):
    """One setting; without `choices` it takes any text.

    `attributes` lead to its value; `unset` says what applies while it has none, and a setting without that goes back
    to its default.
    """

    path: Path
    attributes: Path
    help: Help
    choices: tuple[str, ...] = ()
    unset: str = ""


def _fields(section: type, path: Path = (), attributes: Path = (), unset: str = "") -> Iterator[Field]:
    """Yield the settings of a section; in a section that may be missing, all of them may."""
    for key, field in form_fields(section).items():
        about, type_ = field.help or Help(""), _without_none(field.type)
        below = (*path, key), (*attributes, field.attribute)
        if isinstance(type_, type) and is_dataclass(type_):
            yield from _fields(type_, *below, unset or about.unset)
        elif get_origin(type_) is not dict:
            yield Field(*below, about, _choices(type_), unset or about.unset)


def _without_none(type_: Any) -> Any:
    """Return the other type of one that may be None."""
    alternatives = get_args(type_) if types.NoneType in get_args(type_) else (type_,)
    return next(each for each in alternatives if each is not types.NoneType)


def _choices(type_: Any) -> tuple[str, ...]:
    if type_ is bool:
        return YES_NO
    return get_args(type_) if get_origin(type_) is Literal else ()


FIELDS = tuple(_fields(Settings))
"""Every setting but substituted drills and training rules, of which there may be any number."""

SWITCHES = {field.path for field in FIELDS if field.choices == YES_NO}


def values(settings: Settings) -> Iterator[tuple[Field, str]]:
    """Yield each setting with its value as text, empty if it has none."""
    for field in FIELDS:
        value: Any = settings
        for attribute in field.attributes:
            value = getattr(value, attribute, None)
        yield field, value_text(value)


def value_text(value: object) -> str:
    """Return a value as it stands in the file."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case time():
            return f"{value.hour}:{value.minute:02}"
        case Fraction():
            return length_text(value)
    return str(value)


def edit(path: Path, text: str) -> tuple[Path, str | bool | None]:
    """Return what to write where to give a setting a value; a night voice without an engine is removed whole."""
    if not text:
        return (NIGHT_VOICE if path == (*NIGHT_VOICE, "engine") else path), None
    return path, text == "true" if path in SWITCHES and text in YES_NO else text
