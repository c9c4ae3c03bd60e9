"""The gap that opens a recording, which nobody can count in: time for the words of its first drill."""

from fractions import Fraction

from leanbreath.score.compose import recompose
from leanbreath.score.count_in import COUNT_IN_SECONDS, count_in
from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE, Score


def with_opening_gap(score: Score) -> Score:
    """Return the score with as much time before its first work as a session takes to count in."""
    if not score.passages or score.passages[0].kind != "work":
        return score
    first, gap = score.passages[0], count_in(score, 0, COUNT_IN_SECONDS, is_entry=True)
    seconds = Fraction(gap.total, RATE)
    ready = Passage("ready", first.step, first.title, first.drill, seconds, rounds=first.rounds, turn=first.turn)
    return recompose(score, (ready, *score.passages))
