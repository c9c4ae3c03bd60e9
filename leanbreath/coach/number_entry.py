"""Numbers with units as people type them: `7,5`, `−5`, `4in`, `9½`, `1:30`; a mistake says what to type instead."""

import re
from dataclasses import dataclass
from fractions import Fraction

from leanbreath.routine.assessment import Unit


@dataclass(frozen=True)
class EntryMistake:
    """What is wrong with what was typed, and what to type instead."""

    message: str
    fix: str

    @property
    def text(self) -> str:
        """Both as sentences."""
        question, mark, choices = self.fix.partition("? ")
        return " ".join(map(_sentence, filter(None, (self.message, question + mark.strip(), choices))))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('?') else '.'}"


MINUS_SIGNS = str.maketrans(dict.fromkeys("\u2212\u2013\u2014\u2010\u2011\u2012\ufe63\uff0d", "-"))
"""Everything that keyboards and pages write for a minus sign."""

FRACTION_CHARACTERS = {"½": "5", "¼": "25", "¾": "75"}
FRACTION_CHARACTER = re.compile(r"(\d*) ?([½¼¾])")
MIXED_NUMBER = re.compile(r"\b(\d{1,3}) ([1357])/([248])(?![\d.,])")
"""Such as `3 1/2`, which two sides never look like."""

NUMBER = re.compile(r"([-+]?)\s*(\d*)(?:[.,](\d*))?")
CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")

INCH = Fraction("2.54")
MINUTES = ("min", "mins", "minute", "minutes")
UNITS: dict[Unit, dict[str, Fraction]] = {
    "cm": {
        **dict.fromkeys(("", "cm", "centimetre", "centimetres", "centimeter", "centimeters"), Fraction(1)),
        **dict.fromkeys(("mm", "millimetre", "millimetres", "millimeter", "millimeters"), Fraction(1, 10)),
        **dict.fromkeys(('"', "″", "”", "“", "''", "in", "inch", "inches"), INCH),
    },
    "degrees": dict.fromkeys(("", "°", "º", "deg", "degree", "degrees"), Fraction(1)),
    "hours": {
        **dict.fromkeys(("", "h", "hr", "hrs", "hour", "hours"), Fraction(1)),
        **dict.fromkeys(MINUTES, Fraction(1, 60)),
    },
    "seconds": {
        **dict.fromkeys(("", "s", "sec", "secs", "second", "seconds"), Fraction(1)),
        **dict.fromkeys(MINUTES, Fraction(60)),
    },
    "breaths": dict.fromkeys(("", "breath", "breaths", "/min", "a minute", "per minute"), Fraction(1)),
}
"""The units that a value may be typed in, each in terms of the assessment's own."""

MOST_CHARACTERS = 200
MOST_DIGITS = 6
MOST_QUOTED = 40
DECIMALS, CONVERTED_DECIMALS = 2, 1
"""How many decimals are kept of a number as it was typed, and of one in another unit."""


def parse_number(text: str, unit: Unit) -> Fraction | EntryMistake:
    """Return a number in a unit; it may be typed in another one."""
    text = normalized(text)
    if clock := CLOCK.fullmatch(text) if unit in ("hours", "seconds") else None:
        return _clock_value(int(clock.group(1)), int(clock.group(2)), unit)
    match = NUMBER.match(text)
    if match is None or not (match.group(2) or match.group(3)):
        message = f'"{quoted(text)}" isn\'t a number of {unit}' if text else f"there is no number of {unit}"
        return EntryMistake(message, "type it in digits")
    sign, whole, part = match.groups()
    written = text[match.end() :].strip().lower().rstrip(".")
    if written not in UNITS[unit]:
        known = "cm or inches" if unit == "cm" else unit
        return EntryMistake(f'"{quoted(text)}" isn\'t a number of {known}', "type the number alone, or with its unit")
    if len(whole) > MOST_DIGITS:
        return EntryMistake(f'"{quoted(text)}" is too large', f"type a number of {unit}")
    value = Fraction(f"{whole or 0}.{part or 0}") * UNITS[unit][written]
    is_converted = UNITS[unit][written] != 1
    return rounded(-value if sign == "-" else value, CONVERTED_DECIMALS if is_converted else DECIMALS)


def _clock_value(first: int, second: int, unit: Unit) -> Fraction:
    """Return hours from hours and minutes, or seconds from minutes and seconds."""
    return rounded(first + Fraction(second, 60), DECIMALS) if unit == "hours" else Fraction(60 * first + second)


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Return a number to some decimals."""
    return Fraction(round(value * 10**decimals), 10**decimals)


def number_text(value: Fraction | float) -> str:
    """Return a number in as few digits as it needs, with a minus sign that is one."""
    return f"{float(value):.8g}".replace("-", "\u2212")


def normalized(text: str) -> str:
    """Return what was typed with plain minus signs, fractions and spaces."""
    text = " ".join(text[:MOST_CHARACTERS].translate(MINUS_SIGNS).split())
    text = FRACTION_CHARACTER.sub(lambda match: f"{match[1] or 0}.{FRACTION_CHARACTERS[match[2]]}", text)
    return MIXED_NUMBER.sub(lambda match: number_text(int(match[1]) + Fraction(int(match[2]), int(match[3]))), text)


def quoted(text: str) -> str:
    """Return what was typed as a message quotes it: in one line, not too long."""
    text = " ".join(text.split())
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}…"
