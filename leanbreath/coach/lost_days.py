"""Dates that a runner never had, since they crossed the date line."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from leanbreath.diary.moment import Moment
from leanbreath.diary.stats import DATE_LINE

DAY = timedelta(days=1)


def lost_days(moments: Iterable[Moment]) -> frozenset[date]:
    """Return the dates between two moments where the clock was set forward across the date line."""
    ordered = sorted(set(moments), key=lambda moment: moment.at)
    return frozenset(
        earlier.day + DAY
        for earlier, later in pairwise(ordered)
        if later.day - earlier.day == 2 * DAY and _forward(earlier, later) > DATE_LINE
    )


def _forward(earlier: Moment, later: Moment) -> timedelta:
    return (later.at.utcoffset() or timedelta()) - (earlier.at.utcoffset() or timedelta())
