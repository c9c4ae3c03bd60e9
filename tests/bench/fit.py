"""How long fits take, uncached and without composing, and how near the bundled routines come to each whole minute."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from time import perf_counter

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.fit import Fitted, fit, fit_range
from tests.bench.table import Row

FITS, SECONDS = 1000, 2.0
NEAR = 5
SHORTEST, LONGEST = 390, 840
"""The lengths to which `daily-12` is fitted, spread evenly, in seconds."""


def rows() -> Iterator[Row]:
    """Yield the time of a thousand fits, then the range of each routine and what is missing from a minute at worst."""
    library = Library((bundled_folder("drills"),))
    routine = library.routine("daily-12").value
    assert routine
    lengths = [Fraction(SHORTEST * FITS + number * (LONGEST - SHORTEST), FITS) for number in range(FITS)]
    start = perf_counter()
    for seconds in lengths:
        fit(routine, seconds)
    taken = perf_counter() - start
    yield Row(
        f"{FITS:,} fits of daily-12, uncached, without composing", f"{taken:.2f} s", f"{SECONDS} s", taken <= SECONDS
    )
    for name in sorted(library.routine_files):
        value = library.routine(name).value
        assert value
        shortest, longest = fit_range(value)
        missing = [_missing(fit(value, Fraction(60 * each)), each) for each in _minutes(shortest, longest)]
        worst = max(missing, default=Fraction(0))
        found = f"{_minutes_text(shortest)} to {_minutes_text(longest)}; at most {float(worst):.1f} s missing"
        yield Row(f"{name}, every whole minute in its range", found, f"{NEAR} s", worst <= NEAR)


def _minutes(shortest: Fraction, longest: Fraction) -> range:
    return range(ceil(shortest / 60), int(longest // 60) + 1)


def _missing(fitted: object, minutes: int) -> Fraction:
    assert isinstance(fitted, Fitted)
    return 60 * minutes - fitted.seconds


def _minutes_text(seconds: Fraction) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
