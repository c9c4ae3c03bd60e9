from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.reminders.reminder import DAYS, Reminder, find_reminder, parse_days
from leanbreath.routine.basic_notations import NotationError

reminders = st.builds(
    Reminder,
    st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    st.sets(st.sampled_from(DAYS), min_size=1).map(lambda chosen: tuple(day for day in DAYS if day in chosen)),
)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("daily", DAYS),
        ("mon", ("mon",)),
        ("fri,mon", ("mon", "fri")),
        ("Monday, Wednesday", ("mon", "wed")),
        ("mon,mon", ("mon",)),
    ],
)
def test_days_are_read_in_any_order_and_with_whole_names(text, days):
    assert parse_days(text) == days


@pytest.mark.parametrize(("text", "unknown"), [("", ""), ("weekdays", "weekdays"), ("mon,,fri", ""), ("so", "so")])
def test_an_unknown_day_is_named_with_what_to_write(text, unknown):
    with pytest.raises(NotationError, match=f'no day "{unknown}"') as caught:
        parse_days(text)
    assert caught.value.fix == "write days such as mon,wed,fri, or daily"


@given(reminders)
def test_a_reminder_is_found_in_the_command_that_shows_it(reminder):
    assert find_reminder(f"'/a b/leanbreath' {reminder.arguments} || other --at 9:99") == reminder


@pytest.mark.parametrize("text", ["", "remind --notify --at 29:00 --days mon", "remind --notify --at 7:30 --days so"])
def test_no_reminder_is_found_where_there_is_none(text):
    assert find_reminder(text) is None


def test_a_reminder_reads_well():
    assert Reminder(time(7, 5)).text == "7:05 every day"
    assert Reminder(time(19, 30), ("mon", "fri")).text == "19:30 on Mon, Fri"
