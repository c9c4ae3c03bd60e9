"""A score that begins at the runner's own breath: its paced breaths slow down from there to the patterns of its drills.

Each breath keeps the proportions of its pattern, and each set its number of breaths, so a score becomes no longer.
"""

from dataclasses import replace
from fractions import Fraction

from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Breath, Pattern, Work
from leanbreath.score.compose import recompose
from leanbreath.score.part import opposite
from leanbreath.score.passage import Passage
from leanbreath.score.score import Score

SHORTEST_SECONDS = Fraction(6)
"""The shortest breath that a score begins with: ten a minute."""


def first_breath(own_seconds: Fraction) -> Fraction:
    """Return the seconds of the breath that a score begins with, for a runner's own breath."""
    return max(own_seconds, SHORTEST_SECONDS)


def with_own_breath(score: Score, own_seconds: Fraction | None) -> Score:
    """Return a score that begins at the runner's own breath, or the same score where that changes nothing."""
    if own_seconds is None:
        return score
    passages = _slowing(score.passages, first_breath(own_seconds))
    return score if passages == score.passages else recompose(score, passages)


def has_paced_breath(score: Score) -> bool:
    """Return whether a score paces the breath anywhere."""
    return any(isinstance(passage.work, Breath) for passage in score.passages)


def _slowing(passages: tuple[Passage, ...], reached: Fraction) -> tuple[Passage, ...]:
    """Return passages whose breaths begin at the slowest breath reached so far; both sides do the same."""
    changed: list[Passage] = []
    other_sides: dict[tuple[str, int, Work, Side], Breath] = {}
    for passage in passages:
        work = passage.work
        if isinstance(work, Breath):
            name = (passage.title, passage.set, work)
            begun = other_sides.pop((*name, passage.side), None) if passage.side else None
            slowed = begun or _from(work, reached)
            if passage.side and not begun:
                other_sides[*name, opposite(passage.side)] = slowed
            reached = max(reached, *(pattern.seconds for pattern in (work.pattern, work.to) if pattern))
            passage = passage._replace(work=slowed)
        changed.append(passage)
    return tuple(changed)


def _from(work: Breath, seconds: Fraction) -> Breath:
    """Return breaths that begin as short as this, and end as before; a single breath stays as it is."""
    if work.pattern.seconds <= seconds or work.repetitions == 1:
        return work
    pattern = _scaled(work.pattern, seconds / work.pattern.seconds)
    return replace(work, pattern=pattern, to=work.to or work.pattern, count=work.repetitions, for_=None)


def _scaled(pattern: Pattern, factor: Fraction) -> Pattern:
    return Pattern(*(factor * each for each in (pattern.inhale, pattern.hold, pattern.exhale, pattern.rest)))
