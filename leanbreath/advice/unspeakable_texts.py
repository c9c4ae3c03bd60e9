"""LB079: spoken texts that no voice can say."""

from collections.abc import Iterator

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.advice.text_search import Text, spoken_between_drills, spoken_by_drill, spoken_by_step
from leanbreath.routine.model import Drill, DrillStep
from leanbreath.score.speakable import has_words, unspeakable


def in_drill(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB079 for the spoken texts of a drill."""
    return _unspeakable(spoken_by_drill(drill))


def in_step(step: DrillStep, rules: Rules) -> Iterator[Finding]:
    """Yield LB079 for a step's own spoken texts."""
    return _unspeakable(spoken_by_step(step))


def in_routine(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB079 for a routine's own spoken texts."""
    return _unspeakable(spoken_between_drills(placed.routine))


def _unspeakable(texts: Iterator[Text]) -> Iterator[Finding]:
    for key, text in texts:
        in_words = "write it in words" if key != ("title",) else "say it in words with  spoken:"
        if character := unspeakable(text):
            yield Finding("LB079", f'a voice can\'t say "{character}"', f"{in_words}, or remove it", key=key)
        elif text and not has_words(text):
            yield Finding("LB079", f'"{text}" has no words for a voice to say', "write what to do", key=key)
