"""The pages of the history: they say what was done, in sentences with sums made by hand, and fit their size."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.coach.keeping import Keeping
from leanbreath.diary.events import AssessmentRow, DiaryContent
from leanbreath.presentation.charts.drawing import plain
from leanbreath.presentation.history_data import COLUMNS, csv_text, history_data, table_rows
from leanbreath.presentation.history_summary import history_lines
from leanbreath.presentation.history_view import NO_ASSESSMENTS, NOTHING, HistoryView, history_view
from leanbreath.presentation.history_words import keeping_line
from tests.coach.material import bundled_material
from tests.diary.making import utc
from tests.diary.random_events import sessions as session_rows
from tests.history import NOW, assessments, content, sessions, trained, view

VIEW = view()
PAGES = ("calendar", "muscles", "assessments", "leaning", "bests")


def text(name, place=0, made: HistoryView = VIEW, size=(78, 21)) -> str:
    return "\n".join(plain(made.page(name, *size, place)))


def words(name, place=0) -> list[str]:
    return [" ".join(row.split()) for row in plain(VIEW.table(name, place))]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", [(78, 21), (118, 37), (48, 16)])
def test_no_row_is_wider_than_the_page_and_at_80x24_none_is_below_it(name, size):
    rows = plain(VIEW.page(name, *size))
    assert max(map(len, rows)) <= size[0]
    assert len(rows) <= size[1] or size == (48, 16)


def test_the_calendar_says_what_this_week_has():
    assert "This week: 1 session, 6 minutes." in text("calendar")
    assert "Last week" not in text("calendar")


def test_on_monday_the_week_that_is_over_is_summed_up():
    monday = history_view(content(), bundled_material(), utc(2, 6))
    assert "Last week: 3 sessions, 30 minutes on 3 days, as many minutes as the week before." in text(
        "calendar", made=monday
    ).replace("\n", " ")


def test_each_day_of_the_table_has_its_time():
    rows = words("calendar")
    assert rows[0] == "Week from Mon Tue Wed Thu Fri Sat Sun all sessions"
    assert rows[1] == "2 Mar 2026 5:30 · · · · · · 5:30 1"
    assert rows[2] == "23 Feb 2026 10:00 · 10:00 · 10:00 · · 30:00 3"
    assert rows[-1].startswith("5 Jan 2026 10:00") and len(rows) == 10


def test_a_muscle_has_its_seconds_of_each_side():
    assert "deep calf (soleus): 0:40 left, 0:35 right" in text("muscles")
    rows = words("muscles")
    assert rows[0] == "Deep calf (soleus)" and rows[2] == "2 Mar 2026 0:40 0:35"
    assert rows[3] == "23 Feb 2026 2:00 1:45" and len(rows) == 11


def test_only_build_weeks_are_said_to_be_below_the_band():
    planned = replace(trained(date(2026, 3, 2), 600, None), plan="eight-weeks", week=5)
    of = history_view(DiaryContent((planned,)), bundled_material(), NOW)
    assert plain(of.table("muscles"))[-1].endswith("build week: below the band")


def test_an_assessment_says_whether_its_change_is_real_side_by_side():
    knee = next(n for n in range(VIEW.assessment_count) if "Knee to wall, cm" in text("assessments", n))
    shown = text("assessments", knee)
    left = "Left: 7 cm on 5 Jan 2026, now 9 cm: 2 cm more, a real change. Since last time: no clear change."
    assert left in " ".join(shown.split())
    assert "Right: 9.5 cm on 5 Jan 2026, now 10 cm: no clear change." in shown
    assert "Shaded: less than 2 cm from the first value is no clear change." in shown
    assert words("assessments", knee)[2:4] == ["2 Mar 2026 9 cm +2 real 10 cm +0.5", "16 Feb 2026 8.5 cm +1.5 9.5 cm"]


def test_an_answer_is_followed_by_its_grade():
    step = next(n for n in range(VIEW.assessment_count) if "first step" in text("assessments", n))
    assert "limited on 5 Jan 2026, now pass." in text("assessments", step)
    assert "no figure for a real change" in text("assessments", step)


def test_one_result_asks_for_another():
    one = history_view(DiaryContent((), assessments()[:1]), bundled_material(), NOW)
    knee = next(n for n in range(one.assessment_count) if "Knee to wall, cm" in text("assessments", n, one))
    assert "Left: 7 cm on 5 Jan 2026. Measure again two weeks later to see a change." in text("assessments", knee, one)


def test_leaning_is_told_as_felt_and_not_as_measured():
    assert "Your last 10 answers: 7 easier, 3 the same, 0 harder." in text("leaning")
    assert "Leaning has tended to feel easier. This is how it felt, not a measurement." in text("leaning")
    assert words("leaning")[1] == "2 Mar 2026 easier +0.7"


def test_bests_say_what_how_much_and_when():
    shown = [" ".join(row.split()) for row in plain(VIEW.page("bests", 78, 21))]
    assert shown[:6] == [
        "Bests",
        "Longest session 10:00 5 Jan 2026",
        "Daily",
        "Most in a week 30 min week of 5 Jan 2026",
        "Longest hold 0:40 5 Jan 2026",
        "Calf stretch, knee bent",
    ]
    assert {
        "Knee to wall, left 9 cm 2 Mar 2026",
        "Knee to wall, right 10 cm 2 Feb 2026",
        "Knee to wall, left against right 1 cm 16 Feb 2026",
        "The first step pass 2 Mar 2026",
    } <= set(shown)


def test_how_a_plan_was_kept_is_one_line():
    assert keeping_line(Keeping(1, 11, 14, 0.724)) == "1 due day kept in a row · 11 of the last 14 due · strength 72%"


def test_an_empty_diary_says_how_it_fills():
    empty = history_view(DiaryContent(), bundled_material(), NOW)
    assert text("calendar", made=empty) == NOTHING
    only_sessions = history_view(DiaryContent(sessions()), bundled_material(), NOW)
    assert text("assessments", made=only_sessions) == NO_ASSESSMENTS


def test_what_is_wrong_with_the_diary_stands_in_its_place():
    broken = history_view(DiaryContent(bad_rows=1), bundled_material(), NOW, ("The diary can't be used.",))
    assert text("leaning", made=broken) == "The diary can't be used."


def test_the_latest_hundred_sessions_are_listed():
    many = tuple(trained(date(2026, 3, 3) - timedelta(days=n), 600, None) for n in range(120))
    assert len(history_view(DiaryContent(many), bundled_material(), NOW).sessions) == 100


EXTREMES = tuple(
    AssessmentRow(f"{day} {id}", utc(day), id, (value, -value) if each.sides == "each" else (value,))
    for day, value in enumerate((1e9, -5.0, 0.1), 1)
    for id, each in bundled_material().assessments.items()
    if not each.answers
)


@pytest.mark.parametrize("columns", [0, 1, 12, 36, 78])
@pytest.mark.parametrize("rows", [0, 10])
@pytest.mark.parametrize("made", [VIEW, history_view(DiaryContent(sessions()[:1], EXTREMES), bundled_material(), NOW)])
def test_no_value_and_no_size_breaks_a_page(made, columns, rows):
    for name in PAGES:
        for place in range(made.assessment_count):
            assert made.page(name, columns, rows, place)


@settings(max_examples=15, deadline=None)
@given(st.lists(session_rows(), max_size=4))
def test_every_session_can_be_shown_and_is_data(found):
    made = history_view(DiaryContent(tuple(found)), bundled_material(), NOW)
    for name in PAGES:
        made.page(name, 78, 21)
        made.table(name)
    for table in COLUMNS:
        csv_text(table, table_rows(table, made.history, found))
    history_data(made, found)
    list(history_lines(made, found, 1, 78))
