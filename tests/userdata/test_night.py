"""Night mode is active from the minute it begins to the minute it ends, past midnight too."""

from datetime import time

import pytest

from leanbreath.userdata.settings import NightSettings


@pytest.mark.parametrize(
    ("from_", "to", "now", "active"),
    [
        (time(21, 30), time(6, 0), time(21, 29, 59), False),
        (time(21, 30), time(6, 0), time(21, 30), True),
        (time(21, 30), time(6, 0), time(23, 59, 59), True),
        (time(21, 30), time(6, 0), time(0, 0), True),
        (time(21, 30), time(6, 0), time(5, 59, 59), True),
        (time(21, 30), time(6, 0), time(6, 0), False),
        (time(1, 0), time(5, 0), time(0, 59), False),
        (time(1, 0), time(5, 0), time(3, 0), True),
        (time(1, 0), time(5, 0), time(23, 0), False),
    ],
)
def test_night_mode_is_active_between_its_times(from_: time, to: time, now: time, active: bool):
    assert NightSettings(from_=from_, to=to).is_active(now) is active


@pytest.mark.parametrize("times", [{}, {"from_": time(0, 0)}, {"to": time(0, 0)}])
def test_night_mode_without_both_times_is_never_active(times: dict[str, time]):
    night = NightSettings(**times)
    assert not any(night.is_active(time(minute // 60, minute % 60)) for minute in range(24 * 60))
