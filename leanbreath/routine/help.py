"""What a key of a file means, written beside its type: `theme: Annotated[Theme, Help("Colours.")]`."""

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


@cache
def helps_of(form: type) -> dict[str, Help]:
    """Return the help of each attribute of a form that has any."""
    found = {name: _help(hint) for name, hint in get_type_hints(form, include_extras=True).items()}
    return {name: each for name, each in found.items() if each}


def without_help(hint: Any) -> Any:
    """Return a type without its help."""
    if _help(hint) is None:
        return hint
    inner, *annotations = (each for each in get_args(hint) if not isinstance(each, Help))
    return Annotated[(inner, *annotations)] if annotations else inner


def _help(hint: Any) -> Help | None:
    annotations = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((each for each in annotations if isinstance(each, Help)), None)
