"""Work keeps the muscles that it trained; only that of older diaries is looked up in the library."""

import pytest

from leanbreath.diary.muscles import worked
from leanbreath.routine.model import Drill
from tests.diary.making import utc, work

DRILLS = {"march": Drill(drill="march", title="March", targets=("hip-flexor",), stretch="dynamic")}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"muscles": ("soleus",), "stretch": "static"}, (("soleus",), "static")),
        ({"muscles": (), "stretch": "none"}, ((), "none")),
        ({}, (("hip-flexor",), "dynamic")),
        ({"drill": "gone"}, ((), "none")),
        ({"drill": None}, ((), "none")),
    ],
)
def test_the_muscles_of_work_are_those_it_was_kept_with_or_for_older_work_those_of_its_drill(changes, expected):
    assert worked(work(60, utc(1), **changes), DRILLS.get) == expected
