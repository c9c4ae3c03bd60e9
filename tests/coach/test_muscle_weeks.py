"""Seconds by muscle, side and week, against the band: sums made by hand."""

from datetime import date

import pytest

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.coach.muscle_weeks import DoseBand, MuscleWeek, by_muscle, dose_band, muscle_weeks
from leanbreath.diary.training_totals import SideWork
from leanbreath.routine.model import Drill

WEEKS = (date(2026, 3, 2), date(2026, 3, 9))
BAND = DoseBand(300, 600)


def drill(id: str) -> Drill:
    known = {
        "gastroc": Drill(drill="gastroc", title="Calf", stretch="static", targets=("gastrocnemius",)),
        "swing": Drill(drill="swing", title="Swing", stretch="dynamic", targets=("hip-flexor",)),
    }
    return known[id]


def held(day: int, seconds: float, side="left", drill="own", stretch="static", muscles=("soleus",)) -> SideWork:
    return SideWork(date(2026, 3, day), drill, stretch, muscles, side, seconds)


def test_each_side_is_summed_by_week_and_what_has_no_side_counts_for_both():
    work = [held(2, 60), held(8, 45), held(8, 50, "right"), held(9, 20, "right"), held(10, 30, None), held(1, 500)]
    assert muscle_weeks(work, WEEKS, drill) == (
        MuscleWeek(WEEKS[0], "soleus", 105, 50),
        MuscleWeek(WEEKS[1], "soleus", 30, 50),
    )


def test_a_drill_counts_for_each_of_its_muscles():
    work = [held(2, 40, muscles=("hip-flexor", "lower-abdomen"))]
    found = by_muscle(muscle_weeks(work, WEEKS[:1], drill))
    assert found == {
        "hip-flexor": (MuscleWeek(WEEKS[0], "hip-flexor", 40, 0),),
        "lower-abdomen": (MuscleWeek(WEEKS[0], "lower-abdomen", 40, 0),),
    }


def test_rows_of_an_older_program_count_for_the_muscles_of_their_drill():
    older = {"stretch": None, "muscles": ()}
    work = [held(2, 40, drill="gastroc", **older), held(2, 50, drill="swing", **older)]
    work += [held(2, 60, drill="gone", **older), held(2, 70, drill=None, **older)]
    assert muscle_weeks(work, WEEKS[:1], drill) == (MuscleWeek(WEEKS[0], "gastrocnemius", 40, 0),)


def test_what_was_kept_counts_even_if_the_drill_is_another_today():
    work = [held(2, 40, drill="gastroc", muscles=("soleus",)), held(2, 50, drill="gastroc", stretch="dynamic")]
    assert muscle_weeks(work, WEEKS[:1], drill) == (MuscleWeek(WEEKS[0], "soleus", 40, 0),)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (300, 300, "within"),
        (299, 600, "below"),
        (600, 600, "within"),
        (601, 300, "above"),
        (0, 0, "below"),
    ],
)
def test_both_sides_have_to_be_in_the_band(left, right, level):
    assert MuscleWeek(WEEKS[0], "soleus", left, right).level(BAND) == level


def test_the_band_is_that_of_the_training_rules():
    assert dose_band(bundled_rules()) == (300, 600)
