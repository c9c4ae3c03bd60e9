"""What goes with a drill that is left out: no move leads to a place where nothing is done, and none is missing."""

from fractions import Fraction

import pytest

from leanbreath.routine.model import Drill, DrillStep, Move, Rest, Step, Wait
from leanbreath.routine.work import Hold
from leanbreath.score.fit_left_out import gaps_left_out
from leanbreath.score.fit_units import leaves

PLACES = {
    "stand": ("standing", ()),
    "wall": ("wall-lean", ("wall",)),
    "wall-foot": ("split-stance", ("wall",)),
    "back": ("supine", ("mat",)),
    "long": ("supine-legs-long", ("mat",)),
    "front": ("prone", ("mat",)),
    "kneel": ("half-kneel", ("mat",)),
}


def steps(text: str) -> tuple[Step, ...]:
    """Return steps: places of drills, those left out in brackets, with moves (m), rests (r) and waits (w) between."""
    return tuple(_step(word.strip("()")) for word in text.split())


def _step(word: str) -> Step:
    gaps = {"m": Move("There.", Fraction(5)), "r": Rest(Fraction(10)), "w": Wait("Go out.")}
    if word in gaps:
        return gaps[word]
    position, needs = PLACES[word]
    return DrillStep(drill=Drill(title=word, position=position, needs=needs), work=Hold(Fraction(20)))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("stand m (wall) wall-foot", ""),  # the next drill is at the wall too
        ("stand m (wall) m back", "2"),  # the second move leads on from anywhere
        ("stand m (back) m stand", "2 4"),  # there and back again
        ("stand m (back) (long) m stand", "2 5"),
        ("stand m (kneel) stand", "2"),
        ("back m (front) m kneel", "2"),
        ("back m (front) m back", "2 4"),
        ("m (wall) m back", "1"),
        ("stand m (wall) m", "2"),  # closing words stay
        ("stand w (wall) m (back) m stand", "2 4 6"),
        ("stand w (stand) stand", ""),
        ("back (back) r back", ""),  # the drill before has its rest
        ("back r (back) r back", "4"),
        ("(back) r back", "2"),
        ("stand m back r m front", ""),
    ],
)
def test_a_drill_takes_along_the_gaps_that_only_served_it(text: str, gone: str) -> None:
    out = {str(number) for number, word in enumerate(text.split(), 1) if word.startswith("(")}
    assert list(gaps_left_out(tuple(leaves(steps(text))), out)) == gone.split()
