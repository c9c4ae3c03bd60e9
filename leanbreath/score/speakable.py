"""Text as a voice can say it: one table of what engines misread, such as `10s`, `L/R` and `4-0-6-0 x 5`.

The table is English; a text in another language only loses what no voice can say. Rows apply in order: a range is read
before its unit, a unit before the slash that may follow it.
"""

import re
from collections.abc import Callable
from functools import cache

ENGLISH_ID = "en"

ODD = re.compile(r"[^\w\s.,;:!?…'\"’‘“”()/–—-]|_")
"""A character that is neither a letter, a digit, a blank nor a mark that every engine reads as a pause."""

PLAIN = re.compile(r"(?:(?!etc\b|vs\b|approx\b)[A-Z]?[a-z]+(?:['’][a-z]+)?(?:[,;:!?]*\s+|-(?![a-z]+-)|[.!?…]?$))*")
"""Words without a digit, a symbol or an abbreviation: most texts, which the table leaves as they are."""

Found = re.Match[str]
Words = str | Callable[[Found], str]
"""What is said in place of a pattern: a template, or a function of what was found."""


def speakable(text: str, language: str = ENGLISH_ID) -> str:
    """Return a text as it is given to a voice."""
    words = _in_words(text) if is_english(language) else text
    return " ".join(ODD.sub(" ", words).split()).lstrip(", ")


def is_english(language: str) -> bool:
    """Return whether a language is English, of whatever country."""
    return language.partition("-")[0] == ENGLISH_ID


def unspeakable(text: str) -> str:
    """Return the first character of an English text that no voice can say; an empty text if there is none."""
    found = ODD.search(text) and ODD.search(_in_words(text))
    return found[0] if found else ""


def has_words(text: str) -> bool:
    """Return whether a text has a letter or a digit, without which there is nothing to say."""
    return any(map(str.isalnum, text))


def _in_words(text: str) -> str:
    """Return a text with every row of the table applied."""
    if PLAIN.fullmatch(text):
        return text
    for pattern, words in _patterns():
        text = pattern.sub(words, text)
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Words], ...]:
    return tuple((re.compile(pattern), words) for pattern, words in ROWS.values())


def _counted(one: str, many: str) -> Callable[[Found], str]:
    """Return what says a number, the first group, with its unit."""
    return lambda found: f"{found[1]} {one if found[1] == '1' else many}"


def _breath(found: Found) -> str:
    """Return a breath in words: `4-0-6-2 x 5` becomes `in 4, out 6, wait 2, 5 times`."""
    *lengths, count = found.groups()
    names = ("in", "out") if len(lengths) == 2 else ("in", "hold", "out", "wait")
    said = [f"{name} {length}" for name, length in zip(names, lengths, strict=True) if float(length)]
    return ", ".join([*said, f"{count} times"] if count else said)


def _length(found: Found) -> str:
    """Return hours, minutes and seconds in words, without those that are zero."""
    *hours, minutes, seconds = map(int, found[0].split(":"))
    parts = (("hour", sum(hours)), ("minute", minutes), ("second", seconds))
    said = [f"{number} {name}{'' if number == 1 else 's'}" for name, number in parts if number]
    return " ".join(said) or "0 seconds"


FRACTIONS = {"1/2": "a half", "1/3": "a third", "2/3": "two thirds", "1/4": "a quarter", "3/4": "three quarters"}
SIGNS = {"½": "a half", "⅓": "a third", "⅔": "two thirds", "¼": "a quarter", "¾": "three quarters"}

NUMBER = r"\d+(?:\.\d+)?"
FIRST = rf"(?<![\w.])({NUMBER})"
"""A number that no letter or digit comes before."""

LAST = r"(?![\w])"
TO = r"\s?[–—−-]\s?"
TIMES = r"\s?[x×]\s?"

ROWS: dict[str, tuple[str, Words]] = {
    # characters that look like others
    "blanks": (r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+", " "),
    "characters that show nothing": (r"[\u00ad\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f]", ""),
    "hyphens that don't break": ("[\u2010\u2011]", "-"),
    # numbers in the notations of this format
    "breaths of four parts": (rf"{FIRST}-({NUMBER})-({NUMBER})-({NUMBER})(?:{TIMES}(\d+))?{LAST}", _breath),
    "breaths of two parts": (rf"{FIRST}-({NUMBER}){TIMES}(\d+){LAST}", _breath),
    "parts of a rep": (rf"{FIRST}-({NUMBER})-({NUMBER}){LAST}", r"\1, \2, \3"),
    "lengths with a colon": (r"(?<![\w:.])(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?![\w:])(?! ?[ap]\.?m\b)", _length),
    # numbers in pairs
    "ranges": (rf"{FIRST}(?:°|\s?%)?{TO}({NUMBER})(?![\d-])", r"\1 to \2"),
    "sets": (rf"({NUMBER}){TIMES}(?=\d)", r"\1 sets of "),
    "times after": (r"(?<!\w)[x×]\s?(\d+)(?!\w)", r"\1 times"),
    "times before": (rf"{FIRST}[x×]{LAST}", _counted("time", "times")),
    "fractions": (rf"(?<![\w/])({'|'.join(FRACTIONS)})(?![\w/])", lambda found: FRACTIONS[found[0]]),
    "scores": (rf"{FIRST}/(\d+){LAST}", r"\1 out of \2"),
    "mixed numbers": (rf"(\d)\s?([{''.join(SIGNS)}])", lambda found: f"{found[1]} and {SIGNS[found[2]]}"),
    "fraction signs": (f"[{''.join(SIGNS)}]", lambda found: SIGNS[found[0]]),
    # rates, before their parts
    "kilometres an hour": (rf"{FIRST}\s?(?:km/h|kph){LAST}", r"\1 kilometres an hour"),
    "metres a second": (rf"{FIRST}\s?m/s{LAST}", r"\1 metres a second"),
    "a kilometre": (r"\s?(?:min)?/km\b", " a kilometre"),
    "a minute": (r"(?<=\w)\s?/\s?min\b", " a minute"),
    "each side": (r"(?<=\w)\s?/\s?(side|leg|arm|foot|set)\b", r" each \1"),
    # units
    "degrees Celsius": (rf"{FIRST}\s?°\s?C{LAST}", _counted("degree Celsius", "degrees Celsius")),
    "degrees": (rf"{FIRST}\s?(?:°|deg\b)", _counted("degree", "degrees")),
    "percent": (r"\s?%", " percent"),
    "milliseconds": (rf"{FIRST}\s?ms{LAST}", _counted("millisecond", "milliseconds")),
    "seconds": (rf"{FIRST}\s?(?:s|secs?){LAST}", _counted("second", "seconds")),
    "minutes": (rf"{FIRST}(?:m|\s?mins?){LAST}", _counted("minute", "minutes")),
    "metres": (rf"{FIRST}\sm{LAST}", _counted("metre", "metres")),
    "hours": (rf"{FIRST}\s?(?:h|hrs?){LAST}", _counted("hour", "hours")),
    "millimetres": (rf"{FIRST}\s?mm{LAST}", _counted("millimetre", "millimetres")),
    "centimetres": (rf"{FIRST}\s?cm{LAST}", _counted("centimetre", "centimetres")),
    "kilometres": (rf"{FIRST}\s?km{LAST}", _counted("kilometre", "kilometres")),
    "kilograms": (rf"{FIRST}\s?kg{LAST}", _counted("kilogram", "kilograms")),
    "hertz": (rf"{FIRST}\s?Hz{LAST}", r"\1 hertz"),
    "beats a minute": (rf"{FIRST}\s?bpm{LAST}", r"\1 beats a minute"),
    "steps a minute": (rf"{FIRST}\s?spm{LAST}", r"\1 steps a minute"),
    # signs with a number
    "give or take": (r"(?:±|\+/-|\+-)\s?(?=\d)", "plus or minus "),
    "or more": (rf"{FIRST}\+(?!\s?\d)", r"\1 or more"),
    "minus": (r"(?<![\w.,)])[−–-](?=\d)", "minus "),
    "about": (r"(?:[~≈]|\bca\.)\s?(?=\d)", "about "),
    "at most": (r"(?:≤|<=)\s?", "at most "),
    "at least": (r"(?:≥|>=)\s?", "at least "),
    "arrows": (r"\s?(?:→|⇒|➜|[-=]+>)\s?", " to "),
    "arrows both ways": (r"\s?(?:↔|⇄|<[-=]+>)\s?", " and "),
    "arrows back": (r"\s?(?:←|⇐)\s?", " back to "),
    "arrows up": ("↑", " up "),
    "arrows down": ("↓", " down "),
    "less than": (r"<\s?(?=\d)", "less than "),
    "more than": (r">\s?(?=\d)", "more than "),
    "equals": (r"\s?=\s?", " equals "),
    "plus": (r"\s?\+\s?", " plus "),
    "and": (r"\s?&\s?", " and "),
    "at": (r"\s?@\s?", " at "),
    "number": (r"(?:#|№|\bNo\.)\s?(?=\d)", "number "),
    # abbreviations
    "left and right": (r"\bL\s?/\s?R\b", "left and right"),
    "right and left": (r"\bR\s?/\s?L\b", "right and left"),
    "left": (r"\(L\)", "left"),
    "right": (r"\(R\)", "right"),
    "iliotibial band": (r"\b(?:ITB|IT[ -]band)\b", "I T band"),
    "range of motion": (r"\bROM\b", "range of motion"),
    "effort": (r"\bRPE\b", "effort"),
    "spelled": (r"\b(?:ACL|HRV|QL|SI|TFL)\b", lambda found: " ".join(found[0])),
    "for example": (r"\be\.\s?g\.", "for example"),
    "that is": (r"\bi\.\s?e\.", "that is"),
    "and so on": (r"\betc\b\.?", "and so on"),
    "versus": (r"\bvs\b\.?", "versus"),
    "approximately": (r"\bapprox\b\.?", "about"),
    "without": (r"\bw/o\b\s?", "without "),
    "with": (r"\bw/\s?", "with "),
    "maximum": (r"\bmax\.?\s?(?=\d)", "at most "),
    "minimum": (r"\bmin\.?\s?(?=\d)", "at least "),
    "and or": (r"\band/or\b", "or"),
    # names and layout
    "ids": (r"(?<![\w-])[a-z]+(?:[-_][a-z]+){2,}(?![\w-])", lambda found: re.sub("[-_]", " ", found[0])),
    "underscores": (r"(?<=\w)_+(?=\w)", " "),
    "emphasis": (r"[*_`]+", ""),
    "slashes": (r"(?<=\w)\s?/\s?(?=\w)", " or "),
    "separators": (r"\s*(?:[·•|\\]|\[|\])\s*", ", "),
}
"""What is written, by the name of its row: a pattern, and what is said in its place."""
