"""The hours of the night: from their first minute up to, without, their last, past midnight too."""

import pytest

from leanbreath.userdata.settings import NightSettings


def minute(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


@pytest.mark.parametrize(
    ("from_", "to", "now", "holds"),
    [
        ("21:30", "6:00", "21:29", False),
        ("21:30", "6:00", "21:30", True),
        ("21:30", "6:00", "23:59", True),
        ("21:30", "6:00", "0:00", True),
        ("21:30", "6:00", "5:59", True),
        ("21:30", "6:00", "6:00", False),
        ("1:00", "5:00", "0:59", False),
        ("1:00", "5:00", "3:00", True),
        ("1:00", "5:00", "23:00", False),
    ],
)
def test_it_is_night_between_its_hours(from_: str, to: str, now: str, holds: bool):
    assert NightSettings(from_=minute(from_), to=minute(to)).is_active(minute(now)) is holds


@pytest.mark.parametrize("hours", [{}, {"from_": 0}, {"to": 0}])
def test_without_both_hours_it_is_never_night(hours: dict[str, int]):
    assert not any(NightSettings(**hours).is_active(at) for at in range(24 * 60))
