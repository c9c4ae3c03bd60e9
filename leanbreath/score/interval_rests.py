"""The rests of rounds that start at equal intervals: each lasts for what its round leaves of the interval."""

from collections.abc import Iterable
from fractions import Fraction

from leanbreath.score.passage import Passage


def with_interval_rests(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the passages with each rest that fills an interval at its length; one without any length is left out."""
    filled: list[Passage] = []
    for passage in passages:
        if passage.interval is None:
            filled.append(passage)
        elif (seconds := passage.interval - _round_seconds(filled, passage)) > 0 and _is_in_round(filled[-1], passage):
            filled.append(passage._replace(gap_seconds=seconds))
    return tuple(filled)


def _round_seconds(before: list[Passage], rest: Passage) -> Fraction:
    """Return how long the round before a rest takes; the time to get ready for the first round is not part of it."""
    depth, index, total = len(rest.rounds) + 1, len(before), Fraction(0)
    while index and before[index - 1].rounds[:depth] == before[-1].rounds[:depth]:
        index -= 1
        total += before[index].seconds
    is_first = not index or not (_is_in_round(before[index - 1], rest) or before[index - 1].step == rest.step)
    return total - before[index].seconds if before[index].kind == "ready" and is_first else total


def _is_in_round(passage: Passage, rest: Passage) -> bool:
    """Return whether a passage lies in a round of the repeat that a rest belongs to."""
    within = passage.rounds[len(rest.rounds) :]
    return bool(within) and within[0].step == rest.step
