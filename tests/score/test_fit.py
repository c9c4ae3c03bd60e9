from fractions import Fraction

import pytest

from leanbreath.score.fit import DoesNotFit, Fitted, fit, fit_range
from tests.score.making import ALL, bundled_routine


def fitted(name: str, seconds: Fraction) -> Fitted:
    found = fit(bundled_routine(name), seconds)
    assert isinstance(found, Fitted)
    return found


@pytest.mark.parametrize("name", ALL)
def test_a_routine_gets_no_longer_than_its_longest_form(name: str) -> None:
    routine = bundled_routine(name)
    written = fitted(name, fit_range(routine)[1] + 7200)
    assert written.seconds == fit_range(routine)[1]


def test_what_is_too_short_for_a_routine_is_answered_with_the_shortest_length_that_is_not() -> None:
    routine = bundled_routine("daily-12")
    shortest = fit_range(routine)[0]
    assert fit(routine, Fraction(120)) == DoesNotFit(shortest)
    assert fitted("daily-12", shortest).seconds == shortest
