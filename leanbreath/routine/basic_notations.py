"""Short notations of the file format, parsed into exact values and written back."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from leanbreath.routine import natural_notation
from leanbreath.routine.natural_notation import Reading

LONGEST_SECONDS = Fraction(4 * 3600)
LARGEST_NUMBER = 10_000

ZERO_LENGTH_RULE = "LB060"
"""The rule that every step takes time."""


class NotationError(ValueError):
    """Raised for an invalid text, with a message, a fix, and the rule it breaks, if any."""

    def __init__(self, message: str, fix: str = "", rule: str = "") -> None:
        super().__init__(message)
        self.message, self.fix, self.rule = message, fix, rule

    def advised(self, readings: Iterable[Reading], parse: Callable[[str], Any]) -> "NotationError":
        """Return the same error, with the first valid of some readings of the text as its fix."""
        advice = next((reading.advice for reading in readings if is_valid(parse, reading.text)), self.fix)
        return NotationError(self.message, advice, self.rule)


def is_valid(parse: Callable[[str], Any], text: str) -> bool:
    """Return whether a text is valid."""
    try:
        parse(text)
    except NotationError:
        return False
    return True


class Notation(NamedTuple):
    """The short text by which a type is written: its parser, its name with an article, its pattern, and examples."""

    parse: Callable[[str], Any]
    name: str
    pattern: str = ""
    examples: tuple[str, ...] = ()


NUMBER_PATTERN = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-9]{2}(?:\.[0-9]{1,6})?)")
LENGTH_PATTERN = (
    rf"(?:[0-9]{{1,2}}:)?[0-9]{{1,3}}:[0-5][0-9](?:\.[0-9]{{1,6}})?"
    rf"|(?=[0-9])(?:{NUMBER_PATTERN}h)?(?:{NUMBER_PATTERN}m)?(?:{NUMBER_PATTERN}s)?|{NUMBER_PATTERN}"
)
"""The pattern of a length, for editors; it doesn't limit the length."""
WHOLE_NUMBER_PATTERN = r"(?!0+\b)[0-9]{1,5}"
ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
IN_LATIN_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "œ": "oe", "ł": "l", "đ": "d"}
)
"""How letters are written in an id where taking off their marks isn't the custom."""

METRES = re.compile(r"[0-9]+(?:m| ?met(?:re|er)s?| ?km)")
"""A distance, or so many minutes that they look like one."""
DISTANCE_FIX = "write how long it takes, such as 90s; a step is measured in time, not distance"
PARTS = re.compile(rf"(?:({NUMBER_PATTERN})h)?(?:({NUMBER_PATTERN})m)?(?:({NUMBER_PATTERN})s)?")


@cache
def parse_length(text: str) -> Fraction:
    """Return the seconds of a length such as `30s`, `1m30s`, `1.5s`, `4:30` or `30`."""
    try:
        return _length(text)
    except NotationError as error:
        raise error.advised(natural_notation.lengths(text), _some_length) from None


def is_length(text: str) -> bool:
    """Return whether a text is a length, without finding out what else it may mean."""
    return is_valid(_length, text)


def _some_length(text: str) -> Fraction:
    if not (total := _length(text)):
        raise NotationError("no time")
    return total


def _length(text: str) -> Fraction:
    clock = CLOCK.fullmatch(text)
    parts = clock or PARTS.fullmatch(f"{text}s" if re.fullmatch(NUMBER_PATTERN, text) else text)
    if not text or parts is None:
        fix = DISTANCE_FIX if METRES.fullmatch(text) else "write it as 30s, 1m30s or 4:30"
        raise NotationError(f'"{text}" is not a length', fix)
    hours, minutes, seconds = (Fraction(part or 0) for part in parts.groups())
    if clock and seconds >= 60:
        raise NotationError(f'"{text}" has {decimal_text(seconds)} seconds in a minute', "keep the seconds below 60")
    if clock and parts[1] and minutes >= 60:
        raise NotationError(f'"{text}" has {minutes} minutes in an hour', "keep the minutes below 60")
    total = hours * 3600 + minutes * 60 + seconds
    if total > LONGEST_SECONDS:
        fix = DISTANCE_FIX if METRES.fullmatch(text) else "write a shorter length"
        raise NotationError(f'"{text}" is longer than 4 hours', fix)
    return total


def parse_positive_length(text: str) -> Fraction:
    """Return the seconds of a length above zero."""
    total = parse_length(text)
    if total == 0:
        raise NotationError(f'"{text}" takes no time', "write a length above zero, such as 30s", ZERO_LENGTH_RULE)
    return total


def parse_whole_number(text: str) -> int:
    """Return a whole number from 1 to 10,000."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= LARGEST_NUMBER:
        meant = natural_notation.whole_number(text)
        message = f'"{text}" is not a whole number from 1 to {LARGEST_NUMBER:,}'
        raise NotationError(message, f"write {meant or 'a number such as 3'}")
    return int(text)


def parse_degrees(text: str) -> int:
    """Return an angle in whole degrees, from 0 to 90."""
    if not re.fullmatch(r"[0-9]{1,2}", text) or int(text) > 90:
        raise NotationError(f'"{text}" is not an angle from 0 to 90 degrees', "write a whole number from 0 to 90")
    return int(text)


def parse_id(text: str) -> str:
    """Return an id in kebab-case, such as `half-kneel-breath`."""
    if not is_id(text):
        like = suggested_id(re.sub(r"\.ya?ml$", "", text, flags=re.IGNORECASE)) or "half-kneel-breath"
        fix = f"use lower-case letters from a to z, digits and single hyphens, such as {like}"
        raise NotationError(f'"{text}" is not an id', fix)
    return text


def suggested_id(text: str) -> str:
    """Return an id made of the letters and digits of a text: `Hüfte öffnen` becomes `huefte-oeffnen`.

    It is empty if the text has no letters that can be written with those from a to z.
    """
    plain = unicodedata.normalize("NFC", text).lower().translate(IN_LATIN_LETTERS)
    plain = "".join(each for each in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(each))
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "").replace("’", "")))[:64].strip("-")


def is_id(text: str) -> bool:
    """Return whether a text is an id."""
    return len(text) <= 64 and re.fullmatch(ID_PATTERN, text) is not None


def parse_decimal(text: str) -> Fraction:
    """Return a plain decimal number."""
    if not re.fullmatch(NUMBER_PATTERN, text):
        raise NotationError(f'"{text}" is not a number', "write a number such as 4 or 1.5")
    return Fraction(text)


def nearest_whole(value: Fraction) -> int:
    """Return the nearest whole number, rounding half up, and at least one."""
    return max(1, (2 * value.numerator + value.denominator) // (2 * value.denominator))


def decimal_text(value: Fraction) -> str:
    """Return a number as the shortest decimal text, such as `1.5`."""
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


def length_text(seconds: Fraction) -> str:
    """Return a length in its short form, such as `1m30s`."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{decimal_text(rest)}s"
    return f"{int(minutes)}m" + (f"{decimal_text(rest)}s" if rest else "")
