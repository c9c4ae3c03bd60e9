"""The history as data: JSON and CSV hold the same rows, under names that stay."""

import csv
import json
from io import StringIO
from typing import get_args

import pytest

from leanbreath.diary.events import DiaryContent
from leanbreath.presentation.history_data import COLUMNS, TableName, csv_text, history_data, table_rows
from leanbreath.presentation.history_summary import history_lines
from leanbreath.presentation.history_view import history_view
from tests.coach.material import bundled_material
from tests.history import NOW, sessions, view

VIEW = view()
DATA = json.loads(json.dumps(history_data(VIEW, sessions()), default=str))


def read_csv(name: TableName) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(csv_text(name, table_rows(name, VIEW.history, sessions())))))


@pytest.mark.parametrize("name", get_args(TableName))
def test_a_table_has_its_columns_and_as_many_rows_as_the_data(name):
    rows = read_csv(name)
    assert len(rows) == len(DATA[name]) and tuple(rows[0]) == COLUMNS[name]
    for row, data in zip(rows, DATA[name], strict=True):
        shown = {key: "" if data[key] is None else str(data[key]) for key in COLUMNS[name]}
        assert row == {key: value.lower() if value in ("True", "False") else value for key, value in shown.items()}


@pytest.mark.parametrize("name", get_args(TableName))
def test_a_table_without_rows_has_its_names(name):
    empty = history_view(DiaryContent(), bundled_material(), NOW)
    rows = [] if name == "weeks" else table_rows(name, empty.history, ())
    assert csv_text(name, rows) == ",".join(COLUMNS[name]) + "\n"


def test_weeks_muscles_and_bests_are_what_was_done():
    assert DATA["weeks"][-2] == {"monday": "2026-02-23", "sessions": 3, "seconds": 1800.0, "days": 3}
    assert DATA["days"][-1] == {"day": "2026-03-02", "seconds": 330.0}
    assert DATA["muscles"][-2] == {
        "monday": "2026-02-23",
        "muscle": "soleus",
        "left_seconds": 120.0,
        "right_seconds": 105.0,
        "least_seconds": 300.0,
        "most_seconds": 600.0,
        "is_build_week": False,
    }
    assert DATA["bests"]["session"] == {"day": "2026-01-05", "title": "Daily", "seconds": 600.0}
    assert DATA["bests"]["week"] == {"monday": "2026-01-05", "seconds": 1800.0}
    assert DATA["streak"] is None


def test_a_result_has_its_change_and_whether_it_is_real_or_its_grade():
    knee = [row for row in DATA["assessments"] if (row["assessment"], row["side"]) == ("knee-to-wall-cm", "left")]
    assert [(row["value"], row["change"], row["is_real"]) for row in knee][::4] == [(7, 0, False), (9, 2, True)]
    steps = [row["grade"] for row in DATA["assessments"] if row["assessment"] == "first-step-lean"]
    assert steps == ["limited"] * 4 + ["pass"]


def test_a_session_keeps_its_work():
    assert DATA["sessions"][0]["started_day"] == "2026-03-02" and len(DATA["sessions"][0]["work"]) == 3


def test_the_command_prints_a_calendar_the_week_and_the_latest_sessions():
    lines = list(history_lines(VIEW, sessions()[:10], 15, 80))
    assert lines[1].startswith("Mon  ") and "This week: 1 session, 6 minutes." in lines
    assert sum(line.startswith("2026-") for line in lines) == 10 and lines[-1] == "15 more: leanbreath history --all"
    everything = list(history_lines(VIEW, sessions(), 0, 80))
    assert sum(line.startswith("2026-") for line in everything) == 25


def test_the_command_prints_nothing_of_an_empty_diary():
    assert not list(history_lines(history_view(DiaryContent(), bundled_material(), NOW), (), 0, 80))
