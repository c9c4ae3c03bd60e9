"""The keys of a form, a dataclass that a file is read into: the type of each, and what it means.

A field may carry its help beside its type: `theme: Annotated[Theme, Help("Colours.")]`.
"""

from dataclasses import MISSING, fields
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints


class Help(NamedTuple):
    """A sentence about a key.

    `unset` says what applies while the key has no value, and `example` is a value to show then; `kind` is what the
    value names (a sound pack, a language), if only the user's files know which there are.
    """

    text: str
    unset: str = ""
    example: str = ""
    kind: str = ""


class FormField(NamedTuple):
    """What a key of a form stands for; `type` is without its help."""

    attribute: str
    type: Any
    help: Help | None
    is_required: bool


@cache
def form_fields(form: type) -> dict[str, FormField]:
    """Return the fields of a form by their keys in a file; a kind of work has only those of its long form."""
    hints = get_type_hints(form, include_extras=True)
    long_form = getattr(form, "long_form", ())
    return {
        each.name.rstrip("_").replace("_", "-"): FormField(
            each.name,
            _without_help(hints[each.name]),
            _help(hints[each.name]),
            each.default is MISSING and each.default_factory is MISSING,
        )
        for each in fields(form)
        if not long_form or each.name.rstrip("_") in long_form
    }


def required_keys(form: type) -> tuple[str, ...]:
    """Return the keys that a form needs."""
    return tuple(key for key, field in form_fields(form).items() if field.is_required)


def _without_help(hint: Any) -> Any:
    if _help(hint) is None:
        return hint
    inner, *annotations = (each for each in get_args(hint) if not isinstance(each, Help))
    return Annotated[(inner, *annotations)] if annotations else inner


def _help(hint: Any) -> Help | None:
    annotations = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((each for each in annotations if isinstance(each, Help)), None)
