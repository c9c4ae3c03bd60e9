"""`leanbreath today`: the line, its short form, another day, and data."""

import json
from datetime import datetime, timedelta

from tests.home import leanbreath


def test_a_new_runner_reads_one_line(tmp_path):
    result = leanbreath(tmp_path, "today")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        "First tour · 7 min · Get to know it, then take the five-minute check-up. "
        "Start with: leanbreath run first-tour-7\n"
    )


def test_a_prompt_gets_the_short_form_and_no_warnings(tmp_path):
    diary = tmp_path / "leanbreath" / "diary.sqlite3"
    diary.mkdir(parents=True)
    result = leanbreath(tmp_path, "today", "--short")
    assert (result.stdout, result.stderr) == ("Home session 12 min\n", "")
    assert "it is not a file" in leanbreath(tmp_path, "today").stderr


def test_data_name_the_training_day_and_the_routine(tmp_path):
    day = (datetime.now() + timedelta(days=40)).date().isoformat()
    data = json.loads(leanbreath(tmp_path, "today", "--on", day, "--json").stdout)
    assert (data["date"], data["kind"], data["routine"], data["week"]) == (day, "first", "first-tour-7", None)


def test_only_days_within_a_year_can_be_asked_for(tmp_path):
    for wrong in ("2030-02-30", "tomorrow", "0001-01-01", "9999-12-31"):
        result = leanbreath(tmp_path, "today", "--on", wrong)
        assert result.returncode == 2 and "--on" in result.stderr
