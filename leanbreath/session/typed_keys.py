"""The keys in what a terminal sends: escape sequences whole, and without pasted text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
"""What a terminal sends around pasted text, if it was asked to."""

MOST_AT_ONCE = 3
"""More different keys than these, in one piece, were pasted into a terminal that doesn't say so."""

KEY = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|\x1bO.|.", re.DOTALL)
CUT_SHORT = re.compile(r"\x1b\[[0-9;]*$")
"""An escape sequence whose end comes with the next piece."""


class TypedKeys(NamedTuple):
    """The keys of one piece of input, whether text was pasted, whether more of it will come, and a cut-off sequence."""

    keys: tuple[str, ...] = ()
    has_paste: bool = False
    is_pasting: bool = False
    rest: str = ""


def typed_keys(sent: str, before: TypedKeys = TypedKeys()) -> TypedKeys:  # noqa: B008 - it is immutable
    """Return the keys in a piece of input that follows the piece `before`."""
    sent = before.rest + sent
    rest = found[0] if (found := CUT_SHORT.search(sent)) else ""
    pieces = tuple(_pieces(sent.removesuffix(rest), before.is_pasting))
    keys = tuple(key for text, is_pasted in pieces if not is_pasted for key in KEY.findall(text))
    has_paste = any(is_pasted and text for text, is_pasted in pieces)
    if len(keys) > MOST_AT_ONCE and len(set(keys)) > 1:
        keys, has_paste = (), True
    return TypedKeys(keys, has_paste, pieces[-1][1], rest)


def _pieces(text: str, is_pasted: bool) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text, typed and pasted in turn; the last one may go on in the next piece of input."""
    before, marker, after = text.partition(PASTE_ENDS if is_pasted else PASTE_BEGINS)
    yield before, is_pasted
    if marker:
        yield from _pieces(after, not is_pasted)
