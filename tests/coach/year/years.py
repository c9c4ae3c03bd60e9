"""The years of all runners, on every core."""

from concurrent.futures import ProcessPoolExecutor
from time import perf_counter
from typing import NamedTuple

from tests.coach.material import bundled_material
from tests.coach.year.laws import broken_laws
from tests.coach.year.picture import rules_fired, year_picture
from tests.coach.year.runners import RUNNERS
from tests.coach.year.simulation import simulate

DAYS = 365


class YearResult(NamedTuple):
    """What came of a year: the laws that were broken, how often each rule fired, its picture, the seconds it took."""

    broken: list[str]
    fired: dict[str, int]
    picture: list[str]
    seconds: float


def every_year() -> dict[str, YearResult]:
    """Return the year of each runner by its name."""
    with ProcessPoolExecutor() as processes:
        return dict(zip(RUNNERS, processes.map(_year, RUNNERS), strict=True))


def _year(name: str) -> YearResult:
    began, material = perf_counter(), bundled_material()
    days = simulate(RUNNERS[name], material, DAYS)
    broken = broken_laws(days, material)
    return YearResult(broken, rules_fired(days), list(year_picture(name, days)), perf_counter() - began)
