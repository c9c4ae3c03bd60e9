"""Limits on how far the doses of a session grow: paced breathing, stretching, lying, and its length in all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from leanbreath.routine.model import DrillStep, Routine
from leanbreath.routine.position_families import POSITION_FAMILIES
from leanbreath.routine.vocabulary import SessionType
from leanbreath.score.fit_doses import SetWorks
from leanbreath.score.passage import Passage, total_seconds

PACED_SECONDS, BREAK_SECONDS = Fraction(300), Fraction(10)
"""The most paced breathing in a session, and how long breathing freely divides it."""

STRETCH_SECONDS = Fraction(240)
"""The most static stretching of a muscle and side in a session."""

LYING_SECONDS = Fraction(180)
"""After lying down for longer, a runner gets up in stages."""

QUIET_SECONDS, LATE_SECONDS = Fraction(30), Fraction(120)
"""The most rest on the floor in the last two minutes before a run."""

SESSION_SECONDS: dict[SessionType, tuple[Fraction, Fraction]] = {
    "pre-run": (Fraction(240), Fraction(600)),
    "daily": (Fraction(360), Fraction(1200)),
}
"""The shortest and the longest useful session of a kind."""

OTHER_SECONDS = Fraction(0), Fraction(7200)
"""The same for other kinds."""

LYING = ("supine", "supine-legs-long", "side-lying", "prone", "prone-elbows")
QUIET_GOALS = ("release", "rest", "awareness")

Steps = dict[str, DrillStep]


class Allowance(NamedTuple):
    """How many seconds of more work are left for some sets, which are given with how often each is done."""

    seconds: Fraction
    sets: Counter[tuple[str, int]]

    def concerns(self, paths: Sequence[str]) -> bool:
        """Return whether it limits some steps."""
        return any(step in paths for step, _ in self.sets)

    def cost(self, paths: Sequence[str], before: SetWorks, after: SetWorks) -> Fraction:
        """Return what it costs to do other work in each set of some steps."""
        return growth_seconds(self.sets, paths, before, after)


def growth_seconds(
    sets: Mapping[tuple[str, int], int], paths: Sequence[str], before: SetWorks, after: SetWorks
) -> Fraction:
    """Return how much longer some steps take with other work in their sets, given how often each of those is done."""
    seconds = Fraction(0)
    for number, (at, to) in enumerate(zip(before, after, strict=True), 1):
        if times := sum(sets.get((path, number), 0) for path in paths):
            seconds += (to.seconds - at.seconds) * times
    return seconds


def session_bounds(kind: SessionType, written: Fraction) -> tuple[Fraction, Fraction]:
    """Return how short and how long a session of a kind may be; as long as it is written is always allowed."""
    shortest, longest = SESSION_SECONDS.get(kind, OTHER_SECONDS)
    return min(shortest, written), max(longest, written)


def allowances(routine: Routine, steps: Steps, passages: Sequence[Passage]) -> list[Allowance]:
    """Return what limits how far the doses of a routine grow beyond those that are written."""
    works = [each for each in passages if each.kind == "work"]
    total = total_seconds(passages)
    groups = [(session_bounds(routine.kind, total)[1] - total, works)]
    groups.append((PACED_SECONDS - total_seconds(paced := [each for each in works if _is_paced(each)]), paced))
    groups.extend((STRETCH_SECONDS - _longest(each), each) for each in _stretches(works, steps))
    groups.extend((LYING_SECONDS - each.seconds, each.works) for each in _lyings(passages))
    return [Allowance(left, Counter((each.step, each.set) for each in group)) for left, group in groups if left >= 0]


def _longest(passages: Sequence[Passage]) -> Fraction:
    """Return how long some work lasts, open work as long as it may."""
    return sum(((each.work and each.work.most_seconds) or each.seconds for each in passages), Fraction(0))


def _is_paced(passage: Passage) -> bool:
    return passage.work is not None and passage.work.kind == "breath"


def _stretches(works: Sequence[Passage], steps: Steps) -> Iterator[list[Passage]]:
    """Yield the static stretches of each muscle on each side."""
    static = [each for each in works if steps[each.step].drill.stretch == "static"]
    for muscle in sorted({muscle for each in static for muscle in steps[each.step].drill.targets}):
        for side in ("left", "right"):
            yield [each for each in static if muscle in steps[each.step].drill.targets and each.side in (None, side)]


class Lying(NamedTuple):
    """How long a runner lies before getting up to their feet, the work during it, and the gaps and step after it."""

    seconds: Fraction
    works: list[Passage]
    gaps: Sequence[Passage]
    following: str

    @property
    def has_move(self) -> bool:
        """Whether a move may say how to get up."""
        return any(gap.kind == "move" for gap in self.gaps)


def _lyings(passages: Sequence[Passage]) -> Iterator[Lying]:
    """Yield each time of lying before getting up to the feet."""
    lying, during = Fraction(0), list[Passage]()
    placed = [(index, each) for index, each in enumerate(passages) if each.kind == "work" and each.position]
    for (index, before), (end, after) in pairwise(placed):
        assert after.position
        if before.position not in LYING:
            lying, during = Fraction(0), []
            continue
        lying, during, between = lying + before.seconds, [*during, before], passages[index + 1 : end]
        if POSITION_FAMILIES[after.position] == "feet":
            yield Lying(lying, during, between, after.step)
        lying += total_seconds(between)


def is_sound(routine: Routine, steps: Steps, passages: Sequence[Passage], written: Sequence[Passage]) -> bool:
    """Return whether a form of a routine has no more paced breathing, lying or late rest in a row than allowed.

    What its author wrote is allowed, and who wrote how to get up after long lying says it in each form with that move.
    """
    paced, late = _longest_paced(passages), _late_rest(steps, passages) if routine.kind == "pre-run" else Fraction(0)
    return (
        (paced <= PACED_SECONDS or paced <= _longest_paced(written))
        and (late <= QUIET_SECONDS or late <= _late_rest(steps, written))
        and _gets_up_in_stages(passages, written)
    )


def _gets_up_in_stages(passages: Sequence[Passage], written: Sequence[Passage]) -> bool:
    long = [each for each in _lyings(passages) if each.seconds > LYING_SECONDS]
    known = {each.following: each.has_move for each in _lyings(written) if each.seconds > LYING_SECONDS} if long else {}
    return all(each.following in known and each.has_move >= known[each.following] for each in long)


def _longest_paced(passages: Sequence[Passage]) -> Fraction:
    """Return the longest time of paced breathing without a break."""
    longest = paced = apart = Fraction(0)
    for each in passages:
        if _is_paced(each):
            paced = (paced if apart < BREAK_SECONDS else Fraction(0)) + each.seconds
            apart, longest = Fraction(0), max(longest, paced)
        else:
            apart += each.seconds
    return longest


def _late_rest(steps: Steps, passages: Sequence[Passage]) -> Fraction:
    """Return how long a runner rests on the floor in the last minutes."""
    left, rest = LATE_SECONDS, Fraction(0)
    for each in reversed(passages):
        if left <= 0:
            break
        if each.kind == "work" and each.position and POSITION_FAMILIES[each.position] == "floor":
            rest += min(each.seconds, left) if steps[each.step].drill.goal in QUIET_GOALS else 0
        left -= each.seconds
    return rest
