"""A simulated year of twelve kinds of runner: its pictures, the rules that fired, those that were broken, the time."""

from collections import Counter
from time import perf_counter

from tests.bench.table import Row
from tests.coach.year.years import every_year


def rows() -> list[Row]:
    """Print a picture of each year, and return what they come to."""
    began = perf_counter()
    years = every_year()
    seconds = perf_counter() - began
    for year in years.values():
        print(*year.picture, *year.broken[:10], "", sep="\n")
    fired = sum((Counter(year.fired) for year in years.values()), Counter[str]())
    broken = sum(len(year.broken) for year in years.values())
    each = ", ".join(f"{rule} {count}" for rule, count in fired.most_common())
    return [
        Row(f"a simulated year of {len(years)} runners", f"{broken} broken rules, {seconds:.0f} s", "0", not broken),
        Row("how often each rule fired in it", each, "each at least once", bool(fired)),
    ]
