"""Parts of a rep with names of their own, in any script: `{lean: 3s}`, `{lösen: 20s, say: "Lösen."}`."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

from leanbreath.routine.basic_notations import LENGTH_PATTERN, Notation, NotationError, parse_positive_length

_LETTERS = r"[^\s\x00-/:-@\[-`{-\x7f]+"
NAME_PATTERN = f"{_LETTERS}(?:[-'’]{_LETTERS})*"
"""The pattern of a name, for editors: letters of any script, joined by hyphens or apostrophes."""

LONGEST_NAME = 40


def parse_part_name(text: str) -> str:
    """Return the name of a part in composed characters: letters and digits of any script, joined by single hyphens."""
    name = unicodedata.normalize("NFC", text)
    if len(name) > LONGEST_NAME:
        raise NotationError(f'the name "{name}" is longer than {LONGEST_NAME} characters', "shorten it")
    if not all(_is_word(word) for word in re.split("[-'’]", name)):
        like = "-".join(word for word in re.split(r"[\W_]+", name) if word) or "lean"
        raise NotationError(f'"{name}" is not the name of a part', f"use letters, joined by hyphens, such as {like}")
    return name


def _is_word(text: str) -> bool:
    """Return whether a text consists of letters, with their marks, and digits."""
    return bool(text) and all(unicodedata.category(each)[0] in "LMN" for each in text)


PartName = Annotated[str, Notation(parse_part_name, "the name of a part", NAME_PATTERN)]


@dataclass(frozen=True)
class RepPart:
    """One part of a rep: its name, its length, and what is spoken if that isn't its name.

    It is written as the name with the length as its value.
    """

    value_by_name: ClassVar[str] = "{lean: 3s}"
    """How it is written; the one key that isn't a field is the name."""

    name: PartName
    seconds: Annotated[Fraction, Notation(parse_positive_length, "a length", LENGTH_PATTERN, ("2s",))]
    say: str | None = None
