"""Short notations of the file format, parsed into exact values and written back."""

import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

LONGEST_SECONDS = Fraction(4 * 3600)
LARGEST_NUMBER = 10_000

ZERO_LENGTH_RULE = "LB060"
"""The rule that every step takes time."""


class NotationError(ValueError):
    """Raised for an invalid text, with a message, a fix, and the rule it breaks, if any."""

    def __init__(self, message: str, fix: str = "", rule: str = "") -> None:
        super().__init__(message)
        self.message, self.fix, self.rule = message, fix, rule


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
UNITS = re.compile(rf"({NUMBER_PATTERN})\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\.?", re.IGNORECASE)
PARTS = re.compile(rf"(?:({NUMBER_PATTERN})h)?(?:({NUMBER_PATTERN})m)?(?:({NUMBER_PATTERN})s)?")


@cache
def parse_length(text: str) -> Fraction:
    """Return the seconds of a length such as `30s`, `1m30s`, `1.5s`, `4:30` or `30`."""
    clock = CLOCK.fullmatch(text)
    parts = clock or PARTS.fullmatch(f"{text}s" if re.fullmatch(NUMBER_PATTERN, text) else text)
    if not text or parts is None:
        fix = f"write {meant}" if (meant := suggested_length(text)) else "write it as 30s, 1m30s or 4:30"
        raise NotationError(f'"{text}" is not a length', fix)
    hours, minutes, seconds = (Fraction(part or 0) for part in parts.groups())
    if clock and seconds >= 60:
        raise NotationError(f'"{text}" has {decimal_text(seconds)} seconds in a minute', "keep the seconds below 60")
    if clock and parts[1] and minutes >= 60:
        raise NotationError(f'"{text}" has {minutes} minutes in an hour', "keep the minutes below 60")
    total = hours * 3600 + minutes * 60 + seconds
    if total > LONGEST_SECONDS:
        raise NotationError(f'"{text}" is longer than 4 hours', "write a shorter length")
    return total


def suggested_length(text: str) -> str:
    """Return the length probably meant by `60 sec`, `2min` or `1,5s`, or an empty string."""
    found = UNITS.fullmatch(text.replace(",", "."))
    return text_if_valid(parse_length, f"{found[1]}{found[2][0].lower()}") if found else ""


def text_if_valid(parse: Callable[[str], Any], text: str) -> str:
    """Return a text if it is valid, else an empty string."""
    try:
        parse(text)
    except NotationError:
        return ""
    return text


def parse_positive_length(text: str) -> Fraction:
    """Return the seconds of a length above zero."""
    total = parse_length(text)
    if total == 0:
        raise NotationError(f'"{text}" takes no time', "write a length above zero, such as 30s", ZERO_LENGTH_RULE)
    return total


def parse_whole_number(text: str) -> int:
    """Return a whole number from 1 to 10,000."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= LARGEST_NUMBER:
        raise NotationError(f'"{text}" is not a whole number from 1 to {LARGEST_NUMBER:,}', "write a number such as 3")
    return int(text)


def parse_degrees(text: str) -> int:
    """Return an angle in whole degrees, from 0 to 90."""
    if not re.fullmatch(r"[0-9]{1,2}", text) or int(text) > 90:
        raise NotationError(f'"{text}" is not an angle from 0 to 90 degrees', "write a whole number from 0 to 90")
    return int(text)


def parse_id(text: str) -> str:
    """Return an id in kebab-case, such as `half-kneel-breath`."""
    if not is_id(text):
        like = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"\.ya?ml$", "", text.lower())))[:64].strip("-")
        fix = f"use lower-case letters, digits and single hyphens, such as {like or 'half-kneel-breath'}"
        raise NotationError(f'"{text}" is not an id', fix)
    return text


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
