"""Citations: sources named in a text become small numbers, and a list says what they stand for."""

import re
from collections.abc import Container
from functools import partial
from typing import NamedTuple

CITATION = re.compile(r" ?\((S\d\d\d?b?(?:, S\d\d\d?b?)*)\)")
"""Sources in brackets, such as `(S30, S31)`."""

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class NumberedText(NamedTuple):
    """A text with small numbers, and the ids of its sources in the order of their numbers."""

    text: str
    ids: tuple[str, ...]


def with_numbers(text: str, known: Container[str]) -> NumberedText:
    """Return a text with a small number for each source it cites; brackets that name an unknown source stay."""
    cited = (id for found in CITATION.finditer(text) for id in _ids(found) if _is_known(found, known))
    ids = tuple(dict.fromkeys(cited))
    return NumberedText(CITATION.sub(partial(_numbers, known=known, ids=ids), text), ids)


def _ids(found: re.Match[str]) -> list[str]:
    return found[1].split(", ")


def _is_known(found: re.Match[str], known: Container[str]) -> bool:
    return all(id in known for id in _ids(found))


def _numbers(found: re.Match[str], known: Container[str], ids: tuple[str, ...]) -> str:
    if not _is_known(found, known):
        return found[0]
    return ",".join(str(ids.index(id) + 1).translate(SUPERSCRIPT) for id in _ids(found))
