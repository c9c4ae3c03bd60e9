"""What a runner types as a result: one value, two sides, or an answer; a mistake says what to type instead."""

import re
from collections.abc import Mapping
from fractions import Fraction

from leanbreath.coach.assessments import Result, thigh_angle
from leanbreath.coach.number_entry import EntryMistake, normalized, number_text, parse_number, quoted, rounded
from leanbreath.routine.assessment import Assessment
from leanbreath.routine.name_suggestions import suggestion

SIDE_LABEL = re.compile(r"\b(left|right|l|r)\b\s*[:=]?", re.IGNORECASE)
BETWEEN_SIDES = re.compile(r"\s*[/|;]\s*|,\s+")
TWO_NUMBERS = re.compile(r"([-+]?[\d.,]+) +([-+]?[\d.,]+)")
LENGTH = re.compile(r"[\d.,]+\s*(?:[a-z]+|[\"″”]|'')?", re.IGNORECASE)
LENGTHS_EXAMPLE = "52 50 44"
MOST_LENGTH_CM = 250

YES_OR_NO = {"yes": "Yes.", "no": "No."}
"""The answers to a report."""


def parse_result(assessment: Assessment | None, text: str) -> Result | EntryMistake:
    """Return the result in a text: `7/9.5` for two sides, `9` for one, an answer's id; None stands for a report."""
    if assessment is None or assessment.answers:
        return parse_answer(answers_of(assessment), text)
    sides = split_sides(text, has_lengths=bool(assessment.inputs))
    if len(sides) != (2 if assessment.sides == "each" else 1):
        return _wrong_count(assessment)
    values = [parse_value(assessment, side) for side in sides]
    mistake = next((value for value in values if isinstance(value, EntryMistake)), None)
    return mistake or tuple(value for value in values if isinstance(value, Fraction))


def answers_of(assessment: Assessment | None) -> dict[str, str]:
    """Return the possible answers, by id, in words; None stands for a report."""
    return {answer.answer: answer.say for answer in assessment.answers} if assessment else YES_OR_NO


def split_sides(text: str, has_lengths: bool = False) -> tuple[str, ...]:
    """Return the text of each side, left first: `7/9.5`, `7 9.5`, `right 9.5 left 7`; one text if there is one side.

    Where a side `has_lengths`, spaces are between those.
    """
    text = normalized(text)
    labels = list(SIDE_LABEL.finditer(text))
    if labels:
        ends = [*labels[1:], None]
        parts = (
            (label, text[label.end() : end.start() if end else None]) for label, end in zip(labels, ends, strict=True)
        )
        by_side = {label[1][0].lower(): part.strip(" ,;/|") for label, part in parts}
        return tuple(by_side[side] for side in "lr" if side in by_side)
    if (two := TWO_NUMBERS.fullmatch(text)) and not has_lengths:
        return two[1].rstrip(","), two[2]
    return tuple(BETWEEN_SIDES.split(text))


def parse_value(assessment: Assessment, text: str) -> Fraction | EntryMistake:
    """Return the value of one side in a text, in the unit of the assessment."""
    assert assessment.unit
    value = _thigh_angle(assessment, text) if assessment.inputs else parse_number(text, assessment.unit)
    if isinstance(value, EntryMistake) or assessment.possible is None or assessment.possible.contains(value):
        return value
    return _impossible(assessment, value)


def parse_answer(answers: Mapping[str, str], text: str) -> str | EntryMistake:
    """Return the id of an answer, typed as its id, its number or the beginning of it; `answers` are texts by id."""
    typed, ids = normalized(text).lower().rstrip(".!"), list(answers)
    if typed.isdecimal() and len(typed) < 3 and 1 <= int(typed) <= len(ids):
        return ids[int(typed) - 1]
    id = re.sub(r"[\s_]+", "-", typed)
    matches = [each for each in ids if each == id] or [each for each in ids if id and each.startswith(id)]
    if len(matches) == 1:
        return matches[0]
    message = f'"{quoted(text)}" is no answer here' if typed else "there is no answer"
    return EntryMistake(message, suggestion(id, ids))


def _thigh_angle(assessment: Assessment, text: str) -> Fraction | EntryMistake:
    """Return the angle of a thigh from its three lengths, between spaces."""
    names = ", ".join(name.removesuffix("-cm").replace("-", " ") for name in assessment.inputs)
    lengths = [parse_number(part.strip(" ,"), "cm") for part in LENGTH.findall(normalized(text))]
    fix = f"type {names} in centimetres with spaces between, such as {LENGTHS_EXAMPLE}"
    if len(lengths) != len(assessment.inputs):
        return EntryMistake(f"this needs {len(assessment.inputs)} lengths", fix)
    known = [float(length) for length in lengths if isinstance(length, Fraction)]
    if len(known) < len(lengths) or not _is_leg(*known):
        return EntryMistake("no leg has these lengths", fix)
    return rounded(Fraction(thigh_angle(*known)), 1)


def _is_leg(knee_cm: float, hip_cm: float, thigh_cm: float) -> bool:
    return all(0 < length <= MOST_LENGTH_CM for length in (knee_cm, hip_cm, thigh_cm)) and (
        abs(knee_cm - hip_cm) <= thigh_cm
    )


def _impossible(assessment: Assessment, value: Fraction) -> EntryMistake:
    """Return what is wrong with a value, and what was probably meant."""
    assert assessment.possible
    guesses = (value / 10, -value, value / 100)
    meant = next((number_text(guess) for guess in guesses if assessment.possible.contains(guess)), "")
    fix = f"did you mean {meant}?" if meant else f"type a number that is {assessment.possible.text()}"
    return EntryMistake(f'{number_text(value)} {assessment.unit} can\'t be right for "{assessment.title}"', fix)


def _wrong_count(assessment: Assessment) -> EntryMistake:
    if assessment.sides == "none":
        return EntryMistake(f"this needs one number of {assessment.unit}", "type it alone")
    example = " / ".join([LENGTHS_EXAMPLE] * 2) if assessment.inputs else "7/9.5"
    return EntryMistake("this needs both sides", f"type left, then right, such as {example}")
