"""Builders of routines and scores for tests."""

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from leanbreath.routine.basic_notations import parse_length
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Drill, DrillStep, Routine, Step
from leanbreath.routine.reader import Resolver, UnresolvedName, read_routine
from leanbreath.routine.work import KINDS, Work
from leanbreath.score.compose import compose
from leanbreath.score.count_in import outside_cues
from leanbreath.score.score import RATE, Score

NAMES = ("pre-run-6", "pre-run-8", "daily-12", "desk-reset-4", "post-run-10")
LIBRARY = Library((bundled_folder("drills"),))
ALL = tuple(LIBRARY.routine_files)
TIMED = Path(__file__).parent.parent / "timed_routines"
"""Routines that never change: their timetables were worked out by hand."""


@cache
def bundled_score(name: str) -> Score:
    return compose(bundled_routine(name))


def bundled_routine(name: str) -> Routine:
    reading = LIBRARY.routine(name)
    assert reading.value is not None and not reading.problems
    return reading.value


@cache
def timed_score(name: str) -> Score:
    return compose(timed_routine(name))


def timed_routine(name: str) -> Routine:
    reading = LIBRARY.routine_at(TIMED / f"{name}.yaml")
    assert reading.value is not None and not reading.problems
    return reading.value


def work(kind: str, text: str) -> Work:
    """Return a dose from its short form."""
    made: Work = KINDS[kind].notation.parse(text)
    return made


def step(title: str, kind: str, text: str, **more: Any) -> DrillStep:
    """Return a drill step; gaps are given as texts."""
    gaps = {key: parse_length(more.pop(key)) for key in ("ready", "rest", "switch") if key in more}
    return DrillStep(drill=Drill(title=title, drill=title.lower()), work=work(kind, text), **gaps, **more)


def routine(*steps: Step) -> Routine:
    return Routine(id="own", title="Own", steps=steps)


def score(*steps: Step) -> Score:
    return compose(routine(*steps))


def read(text: str) -> Routine:
    """Return the routine of a YAML text that names no files."""
    reading = read_routine(text.encode(), "own.yaml", Resolver(_nowhere, _nowhere))
    assert reading.value is not None and not reading.problems, reading.problems
    return reading.value


def _nowhere(name: str) -> Any:
    raise UnresolvedName(name)


def frame(seconds: float | Fraction | str) -> int:
    """Return the frame at a second, or at a text such as `4:30`; it should fall on a whole frame."""
    exact = parse_length(seconds) if isinstance(seconds, str) else Fraction(seconds).limit_denominator(48_000)
    return round(exact * RATE)


def second(at: int) -> float:
    return at / RATE


def sounds(score: Score) -> list[tuple[float, str]]:
    """Return each tone and tick with its second."""
    return [(second(cue.at), cue.sound) for cue in score.cues if cue.sound]


def said(score: Score) -> list[tuple[float, str]]:
    """Return each line with its second."""
    return [(second(cue.at), cue.say) for cue in score.cues if cue.say]


def told(score: Score) -> list[tuple[float, str]]:
    """Return each line with its second, those of the count-ins too; the first of them come before 0."""
    cues = sorted((*score.cues, *outside_cues(score)), key=lambda cue: (cue.at, cue.segment))
    return [(second(cue.at), cue.say) for cue in cues if cue.say]


def starts(score: Score, kind: str = "work") -> list[float]:
    """Return the second at which each passage of a kind begins."""
    return [second(score.passage_span(i)[0]) for i, each in enumerate(score.passages) if each.kind == kind]
