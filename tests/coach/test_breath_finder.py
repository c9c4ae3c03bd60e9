from fractions import Fraction

import pytest

from leanbreath.coach.breath_finder import BreathFinder

TAPPED = [
    ("six taps make five breaths", [0, 5, 10, 15, 20, 25], Fraction(5)),
    ("an odd breath doesn't matter", [0, 5, 10, 19, 24, 29], Fraction(5)),
    ("the middle one of five different breaths counts", [0, 3, 7, 12, 18, 25], Fraction(5)),
    ("it counts to a tenth of a second", [0, 5.21, 10.42, 15.63, 20.84, 26.05], Fraction(26, 5)),
    ("five taps are too few", [0, 5, 10, 15, 20], None),
    ("no tap is too few", [], None),
    ("a key that bounces counts once", [0, 0.1, 5, 5.2, 10, 11.4, 15, 20, 25], Fraction(5)),
    ("a second press within 1.4 seconds is no breath", [0, 1.4, 6, 7.4, 12, 18, 24, 30], Fraction(6)),
    ("a key that is held counts once", [*(n / 30 for n in range(120)), 8, 13, 18, 23, 28], Fraction(5)),
    ("a breath of a second and a half is one", [0, 1.5, 3, 4.5, 6, 7.5], Fraction(3, 2)),
    ("a breath of twenty seconds is one", [0, 20, 40, 60, 80, 100], Fraction(20)),
    ("after a longer gap it starts again", [0, 5, 10, 30.5, 36.5, 42.5, 48.5, 54.5], None),
    ("what is tapped after the gap counts", [0, 5, 10, 30.5, 36.5, 42.5, 48.5, 54.5, 60.5], Fraction(6)),
    ("a tap too many changes nothing", [0, 5, 10, 15, 20, 25, 31, 90], Fraction(5)),
    ("nor does the clock's zero", [1e6, 1e6 + 5, 1e6 + 10, 1e6 + 15, 1e6 + 20, 1e6 + 25], Fraction(5)),
]


@pytest.mark.parametrize(("taps", "breath"), [row[1:] for row in TAPPED], ids=[row[0] for row in TAPPED])
def test_a_breath_is_found_from_taps(taps: list[float], breath: Fraction | None):
    finder = BreathFinder()
    for at in taps:
        finder = finder.tap(at)
    assert finder.breath == breath
    assert finder.is_complete == (breath is not None)
