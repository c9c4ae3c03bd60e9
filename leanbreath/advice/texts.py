"""The words of an author, and the search for those a rule names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from leanbreath.routine.model import AuthorCue, Drill, DrillStep, Include, Move, Repeat, Rest, Routine, Step, Wait

Key = tuple[str | int, ...]
Text = tuple[Key, str]


def prose(drill: Drill, without: tuple[str, ...] = ()) -> Iterator[Text]:
    """Yield each text of a drill with the way to it."""
    yield ("title",), drill.title
    yield ("why",), drill.why
    for key, texts in (("setup", drill.setup), ("mistakes", drill.mistakes)):
        if key not in without:
            yield from (((key, index), text) for index, text in enumerate(texts))
    yield from _cues(drill.cues)
    yield ("because",), drill.because


def own_prose(step: DrillStep) -> Iterator[Text]:
    """Yield each text that a step has of its own."""
    yield ("note",), step.note
    yield ("because",), step.because
    if step.cues is not step.drill.cues:
        yield from _cues(step.cues)


def routine_prose(routine: Routine) -> Iterator[Text]:
    """Yield each text of a routine itself, with the way to it; its drill steps have their own."""
    yield ("title",), routine.title
    yield ("about",), routine.about
    yield ("because",), routine.because
    yield from _between(routine.steps, ("steps",))


def _between(steps: tuple[Step, ...], way: Key) -> Iterator[Text]:
    for index, step in enumerate(steps):
        here = (*way, index)
        match step:
            case Move():
                yield (*here, "move"), step.text
            case Rest():
                yield (*here, "say"), step.say or ""
            case Wait():
                yield (*here, "wait"), step.text
            case Repeat():
                yield from _between(step.steps, (*here, "steps"))
            case DrillStep() | Include():
                pass


def _cues(cues: tuple[AuthorCue, ...]) -> Iterator[Text]:
    for index, cue in enumerate(cues):
        yield ("cues", index, "say"), cue.say
        yield ("cues", index, "short"), cue.short or ""


def first_match(texts: Iterable[Text], words: tuple[str, ...]) -> tuple[Key, str] | None:
    """Return the first of the words (or groups of words) that stands in the texts, and where; None if none does."""
    pattern = _pattern(words)
    for key, text in texts:
        if text and (found := pattern.search(text)):
            return key, found[0]
    return None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    spaced = (re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)" if words else r"(?!)", re.IGNORECASE)
