"""The texts of an author, and the search for the words that a rule names."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache

from leanbreath.advice.finding import Key
from leanbreath.routine.author_cue import AuthorCue
from leanbreath.routine.model import (
    BothSides,
    Drill,
    DrillStep,
    Include,
    Move,
    Prompt,
    Repeat,
    Rest,
    Routine,
    Step,
    Wait,
)

Text = tuple[Key, str]

DENIED = re.compile(
    r"(?:\b(?:not|never|no|without|avoid|instead\s+of|rather\s+than)|n['’]t)\s+(?:\w+\s+)?$", re.IGNORECASE
)
"""The end of a text after which whatever comes is not to be done."""


def drill_texts(drill: Drill) -> Iterator[Text]:
    """Yield each text of a drill, with the path to it."""
    yield from instructions(drill)
    yield from _listed("mistakes", drill.mistakes)


def instructions(drill: Drill) -> Iterator[Text]:
    """Yield each text of a drill, with the path to it, except the mistakes to avoid."""
    yield ("title",), drill.title
    yield ("spoken",), drill.spoken
    yield from _actions(drill)
    yield ("why",), drill.why
    yield from _listed("setup", drill.setup)
    yield from _cues(drill.cues)
    yield from _prompt((), drill.rest)
    yield ("because",), drill.because


def step_texts(step: DrillStep) -> Iterator[Text]:
    """Yield each of a step's own texts, with the path to it."""
    yield ("note",), step.note
    yield ("because",), step.because
    if step.rest is not step.drill.rest:
        yield from _prompt((), step.rest)
    if step.cues is not step.drill.cues:
        yield from _cues(step.cues)


def routine_texts(routine: Routine) -> Iterator[Text]:
    """Yield each of a routine's own texts, with the path to it; those of its drill steps are `step_texts`."""
    yield ("title",), routine.title
    yield ("about",), routine.about
    yield ("because",), routine.because
    yield from _between_drills(routine.steps, ("steps",))


def spoken_by_drill(drill: Drill) -> Iterator[Text]:
    """Yield each text of a drill that a voice says, with the path to it."""
    yield ("spoken" if drill.spoken else "title",), drill.spoken or drill.title
    yield from _actions(drill)
    yield from _cues(drill.cues)
    yield from _prompt((), drill.rest)


def spoken_by_step(step: DrillStep) -> Iterator[Text]:
    """Yield each of a step's own texts that a voice says, with the path to it."""
    if step.rest is not step.drill.rest:
        yield from _prompt((), step.rest)
    if step.cues is not step.drill.cues:
        yield from _cues(step.cues)


def spoken_between_drills(routine: Routine) -> Iterator[Text]:
    """Yield each of a routine's own texts that a voice says, with the path to it."""
    return _between_drills(routine.steps, ("steps",))


def _between_drills(steps: tuple[Step, ...], path: Key) -> Iterator[Text]:
    for index, step in enumerate(steps):
        here = (*path, index)
        match step:
            case Move():
                yield (*here, "move"), step.text
            case Rest():
                yield (*here, "say"), step.say or ""
            case Wait():
                yield (*here, "wait"), step.text
            case Repeat() | BothSides():
                yield (*here, "title"), step.title
                yield from _prompt(here, step.rest if isinstance(step, Repeat) else None)
                yield from _between_drills(step.steps, (*here, "steps"))
            case DrillStep() | Include():
                pass


def _actions(drill: Drill) -> Iterator[Text]:
    """Yield the words for what is done, and what is said in place of them as a part of a rep begins."""
    yield from ((("words", name), word.word) for name, word in drill.action_words.items())
    parts = drill.reps.phases if drill.reps else ()
    yield from ((("reps", "phases", index, "say"), part.say or "") for index, part in enumerate(parts))


def _prompt(path: Key, rest: Fraction | Prompt | None) -> Iterator[Text]:
    if isinstance(rest, Prompt):
        yield (*path, "rest", "wait"), rest.wait


def _listed(key: str, texts: tuple[str, ...]) -> Iterator[Text]:
    for index, text in enumerate(texts):
        yield (key, index), text


def _cues(cues: tuple[AuthorCue, ...]) -> Iterator[Text]:
    for index, cue in enumerate(cues):
        yield from wordings(index, cue)
        yield ("cues", index, "short"), cue.short or ""


def wordings(index: int, cue: AuthorCue) -> Iterator[Text]:
    """Yield each way to say a cue, the one at an index of a list of cues, with the path to it."""
    key = ("cues", index, "say")
    for number, text in enumerate(cue.wordings):
        yield key if isinstance(cue.say, str) else (*key, number), text


def first_match(texts: Iterable[Text], words: tuple[str, ...]) -> Text | None:
    """Return the first of the words (or groups of words) found in the texts, with its path; None without a match."""
    pattern = _pattern(words)
    for key, text in texts:
        if text and (found := pattern.search(text)):
            return key, found[0]
    return None


def first_told(texts: Iterable[Text], words: tuple[str, ...]) -> Text | None:
    """Return the first of the words that the texts tell to do, with its path; not "don't hold your breath"."""
    pattern = _pattern(words)
    for key, text in texts:
        for found in pattern.finditer(text or ""):
            if not DENIED.search(text[: found.start()]):
                return key, found[0]
    return None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    spaced = (re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)" if words else r"(?!)", re.IGNORECASE)
