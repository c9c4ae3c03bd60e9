"""LB064: texts that claim more than is known."""

from collections.abc import Iterator

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.advice.text_search import Text, drill_texts, first_match, routine_texts, step_texts
from leanbreath.routine.model import Drill, DrillStep


def drill_claims(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB064 for the texts of a drill."""
    return _claims(drill_texts(drill), rules)


def step_claims(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    """Yield LB064 for a step's own texts."""
    return _claims(step_texts(step), rules)


def routine_claims(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB064 for a routine's own texts."""
    return _claims(routine_texts(placed.routine), rules)


def _claims(texts: Iterator[Text], rules: Rules) -> Iterator[Finding]:
    for text in texts:
        if match := first_match((text,), rules["LB064"].words):
            key, word = match
            yield Finding("LB064", f'"{word}" claims more than is known', "say what to do, not what it cures", key=key)
