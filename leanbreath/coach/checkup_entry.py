"""A line that a runner types in a check-up: a value, an answer, or a word that moves on."""

from collections.abc import Callable
from typing import NamedTuple

from leanbreath.coach.assessments import Result
from leanbreath.coach.checkup import (
    Checkup,
    back,
    current_step,
    enough,
    entered,
    practised,
    replaced,
    skipped,
    stopped,
)
from leanbreath.coach.checkup_form import alternative
from leanbreath.coach.material import Material
from leanbreath.coach.number_entry import EntryMistake
from leanbreath.coach.value_entry import answers_of, parse_result, parse_value, split_sides
from leanbreath.routine.assessment import Assessment

Move = Callable[[Checkup, Material], Checkup]


class MoveWord(NamedTuple):
    """A move with its word and its letter, and what it does in words."""

    word: str
    letter: str
    help: str
    move: Move


MOVES = (
    MoveWord("skip", "s", "skip", skipped),
    MoveWord("back", "b", "back", back),
    MoveWord("other", "o", "another way to measure it", replaced),
    MoveWord("stop", "q", "stop, and continue another day", stopped),
)


def typed(checkup: Checkup, text: str, material: Material) -> Checkup | EntryMistake:
    """Return a check-up after a line was typed, or what is wrong with it.

    An empty line ends a practice try, says that the tries so far are enough, or keeps a result.
    """
    word = text.strip().lower()
    if move := next((each.move for each in MOVES if word in (each.word, each.letter)), None):
        return move(checkup, material)
    step = current_step(checkup, material)
    if not word and (step.is_practice or step.tried or step.done):
        return practised(checkup, material) if step.is_practice else enough(checkup, material)
    assessment = material.assessments.get(checkup.item)
    if assessment is None or assessment.answers:
        result: Result | EntryMistake = _numbered(parse_result(assessment, text), assessment)
    elif step.side is None or len(split_sides(text, bool(assessment.inputs))) > 1:
        result = parse_result(assessment, text)
    else:
        value = parse_value(assessment, text)
        result = value if isinstance(value, EntryMistake) else (value,)
    return result if isinstance(result, EntryMistake) else entered(checkup, result, material)


def _numbered(result: Result | EntryMistake, assessment: Assessment | None) -> Result | EntryMistake:
    """Return an answer, or a mistake that asks for the number of one: ids are for files and the command line."""
    if not isinstance(result, EntryMistake):
        return result
    return EntryMistake(result.message, f"type a number from 1 to {len(answers_of(assessment))}")


def moves_of(checkup: Checkup, material: Material) -> tuple[MoveWord, ...]:
    """Return the moves that lead somewhere from here."""
    useless = {back} if checkup.index == 0 else set()
    if not alternative(checkup.item, material):
        useless.add(replaced)
    return tuple(each for each in MOVES if each.move not in useless)
