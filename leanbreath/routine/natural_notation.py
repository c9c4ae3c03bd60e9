"""What people write by habit, such as `2 x 30 sec`, `4/6 × 5` or `170 spm`, read as notations of the format.

Each function returns the readings of a text, the likeliest first. Which of them is valid, the caller knows.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

COUNT = r"[1-9][0-9]{0,2}"
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
LENGTH = rf"(?:[0-9]+:[0-9]{{2}}|(?:{NUMBER}[hms])+|{NUMBER})"
PATTERN = rf"{NUMBER}(?:-{NUMBER}){{1,3}}"

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

SIGNS = str.maketrans({**dict.fromkeys("×✕✖·*", "x"), **dict.fromkeys("″”“", "s"), **dict.fromkeys("′’", "m")})

HABITS: tuple[tuple[str, str], ...] = (
    (r"[‐‑‒–—−]", "-"),
    (r"\s*(?:→|⟶|->|=>|\.\.\.?|…)\s*", " to "),
    (r"(?<=[0-9]),(?=[0-9])", "."),
    (r"([0-9]*)½", r"\g<1>.5"),
    (r"([0-9]*)¼", r"\g<1>.25"),
    (r"([0-9]*)¾", r"\g<1>.75"),
    (r"(?<![0-9])\.(?=[0-9])", "0."),
    (r"\bhalf an? (?:minute|min)\b|\b1/2 ?min(?:ute)?\b", "30s"),
    (r"\ba minute\b", "1m"),
    (r"(?<=[0-9])\s*(?:''|\")", "s"),
    (r"(?<=[0-9])\s*'", "m"),
    (r"(?<=[0-9])\s*(?:seconds?|secs?|sekunden?|sek)\b\.?", "s"),
    (r"(?<=[0-9])\s*(?:minutes?|mins?|minuten?)(?![a-z])\.?", "m"),
    (r"(?<=[0-9])\s*(?:hours?|hrs?|stunden?|std)\b\.?", "h"),
    (r"(?<=[0-9])\s+(?=[hms]\b)", ""),
    (r"(?<=[0-9][hm])\s*(?:and\s+)?(?=[0-9])", ""),
    (r"([0-9]m[0-9]{1,2})(?![0-9.hms])", r"\1s"),
    (r"([0-9]:[0-9]{2})[ms]\b", r"\1"),
    (r"^(?:for|about|approx\.?|ca\.?|circa|~|≈)\s*", ""),
    (r"\s+", " "),
)
"""What is written by habit, and what stands for it in the format, in the order in which it is replaced."""

SIDES = re.compile(r",?\s*\b(?:(?:on\s+)?(?:each|per|both|every|a)\s+(?:sides?|legs?|arms?|foot|feet)|l/r)\b")
"""Words for "on both sides", where the format has a key of its own."""


OPEN_ENDED = re.compile(
    r"open|max(?:imum)?|amrap|(?:to|until) failure|as (?:long|many) as (?:you can|possible)|until done"
)


class Reading(NamedTuple):
    """A text in a notation of the format, and the keys that it leaves for the author to add."""

    text: str
    keys: tuple[str, ...] = ()

    @property
    def advice(self) -> str:
        """What to write."""
        return f"write {self.text}" + (f", and add {' and '.join(self.keys)}" if self.keys else "")


def plain_text(text: str) -> Reading:
    """Return a text with the signs and units of the format: `1,5 min` becomes `1.5m`, `4–6 × 5` becomes `4-6 x 5`."""
    plain = text.strip().lower().translate(SIGNS)
    for number, word in enumerate(NUMBERS, 1):
        plain = re.sub(rf"\b{word}\b", str(number), plain)
    for habit, plainly in HABITS:
        plain = re.sub(habit, plainly, plain)
    one_side = SIDES.sub("", plain).strip()
    return Reading(one_side, ("sides: each",) if one_side != plain.strip() else ())


def lengths(text: str) -> Iterator[Reading]:
    """Yield the readings of a length: `30 sec`, `1:30 min`, `2 x 30s`, `20-30s`."""
    plain, keys = plain_text(re.sub(r"(?<=.)\s+each$", " each side", text))
    yield Reading(plain, keys)
    if found := re.fullmatch(rf"({COUNT}) ?x ?({LENGTH})", plain):
        yield Reading(found[2], (f"sets: {found[1]}", *keys))
    if found := re.fullmatch(rf"({LENGTH}) ?x ?({COUNT})", plain):
        yield Reading(found[1], (f"sets: {found[2]}", *keys))
    if found := re.fullmatch(rf"({COUNT})[hms]? ?(?:-|to) ?({NUMBER})([hms]?)", plain):
        yield Reading(found[2] + found[3], (f"least: {found[1]}{found[3]}", *keys))


def open_ended(text: str, word: str) -> Iterator[Reading]:
    """Yield the word for work without a set length if a text means that: `to failure`, `as long as you can`, `max`."""
    if OPEN_ENDED.fullmatch(text.strip().lower()):
        yield Reading(word)


def reps(text: str) -> Iterator[Reading]:
    """Yield the readings of reps: `10x2s`, `3 x 10`, `8 reps`, `10 @ 2/0/1`."""
    plain, keys = plain_text(re.sub(r"\s+each$", "", text))
    plain = re.sub(r"(?<=[0-9])/(?=[0-9])", "-", plain)
    plain = re.sub(r"(?<=[0-9]) ?\b(?:reps?|times|repetitions?)\b", "", plain)
    plain = re.sub(r" ?(?:@|\bat\b|\bof\b|\bfor\b|,|\bwith\b) ?(?=[0-9])", " @ ", plain)
    for body, sets in _sets(plain):
        more = (*(f"sets: {number}" for number in sets), *keys)
        body = re.sub(rf"^([0-9]+) ?x ?(?={LENGTH}$|{PATTERN})", r"\1 @ ", body)
        yield Reading(body, more)
        if found := re.fullmatch(rf"({COUNT})-([0-9]+)(?: @ (.+))?", body):
            pace = f" @ {found[3] or '2s'}"
            yield Reading(f"{found[2]}{pace}", (f"least: {found[1]}{pace}", *more))
        if found := re.fullmatch(rf"([0-9]+) @ ({NUMBER})-({NUMBER})s?", body):
            yield Reading(f"{found[1]} @ {found[2]}-0-{found[3]}", more)
        if found := re.fullmatch(rf"([0-9]+ @ {NUMBER}-{NUMBER}-{NUMBER})(?:s|-{NUMBER})", body):
            yield Reading(found[1], more)


def _sets(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of `3 x 10`, `3 sets of 10` or `10 @ 2s x 3`: the reps of a set, and the number of sets."""
    if found := re.fullmatch(rf"({COUNT}) ?(?:x|sets? (?:of|x|@)) ?([0-9]+(?: @ .+)?)", text):
        yield found[2], (found[1],)
    elif found := re.fullmatch(rf"(.+@.+?) ?x ?({COUNT})(?: sets?)?", text):
        yield found[1], (found[2],)
    else:
        yield text, ()


def breaths(text: str) -> Iterator[Reading]:
    """Yield the readings of breaths: `4/6 x 5`, `5 x 4-6`, `in 4 out 6`, `4-7-8 for 2 min`."""
    plain, keys = plain_text(text)
    plain = re.sub(r"\bbox\b(?:-? ?breath(?:s|ing)?)?", "4-4-4-4", plain)
    plain = re.sub(rf"\b(?:in|inhale) ({NUMBER})s?,? ?(?:out|exhale) ({NUMBER})s?", r"\1-\2", plain)
    plain = re.sub(rf"({NUMBER})s? (?:in|inhale),? ({NUMBER})s? (?:out|exhale)", r"\1-\2", plain)
    plain = re.sub(r"(?<=[0-9])s(?= ?[-/x@])|(?<=-[0-9])s\b", "", plain)
    head, for_, tail = plain.partition(" for ")
    head = re.sub(r"(?<=[0-9]) ?[-/:] ?(?=[0-9])", "-", head)
    plain = re.sub(r" ?\bbreaths?\b(?: of)?", " x" if re.match(r"[0-9]+ breath", head) else "", head) + for_ + tail
    plain = re.sub(rf"^([0-9]+) ?x ?({PATTERN})$", r"\2 x \1", plain)
    plain = re.sub(r" ?[x@,] ?(?=[0-9])", " x ", plain)
    plain = re.sub(rf"({PATTERN}) ([0-9]+) ?x$", r"\1 x \2", plain)
    plain = re.sub(rf" x (?=[0-9]+:|{NUMBER}[hms])", " for ", plain)
    whole = re.sub(rf"(?<![0-9.-])({PATTERN})(?![0-9.-])", lambda found: four_phases(found[1]), plain)
    yield Reading(whole, keys)
    yield Reading(f"{whole} x 8", keys)


def four_phases(pattern: str) -> str:
    """Return a pattern of three numbers with its fourth: `4-7-8` holds the breath, `4-6-2` rests after it."""
    numbers = pattern.split("-")
    if len(numbers) != 3:
        return pattern
    into, middle, last = numbers
    return f"{into}-0-{middle}-{last}" if Fraction(last) < Fraction(middle) else f"{pattern}-0"


def cadences(text: str) -> Iterator[Reading]:
    """Yield the readings of a cadence: `170 spm for 3 min`, `170-180 for 60s`, `60s @ 170`, `170`."""
    plain, keys = plain_text(text)
    plain = re.sub(r" ?\b(?:steps? ?(?:/ ?m(?:in)?|(?:a|per) min(?:ute)?)?)\b|(?<=[0-9]) ?(?:spm|bpm)\b", "", plain)
    plain = re.sub(rf"({NUMBER}) ?[-–] ?({NUMBER})", r"\1 to \2", plain)
    plain = re.sub(rf"^({LENGTH}) ?(?:@|at) ?({NUMBER})$", r"\2 for \1", plain)
    if re.fullmatch(rf"{NUMBER} to {NUMBER} in {COUNT}", plain):
        yield Reading(f"{plain} for 6m", keys)
    plain = re.sub(rf" ?(?:@|x|,|\bover\b|\bin\b) ?(?={LENGTH}$)", " for ", plain)
    yield Reading(plain, keys)
    if re.fullmatch(rf"{NUMBER}(?: to {NUMBER})?", plain):
        yield Reading(f"{plain} for 60s", keys)


def whole_number(text: str) -> str:
    """Return the whole number meant by `3x`, `3 sets`, `3.0` or `three`, or an empty string."""
    found = re.fullmatch(r"[^0-9-]*([1-9][0-9]{0,3})(?:\.0+)?[^0-9.,-]*", plain_text(text).text)
    return found[1] if found else ""
