"""`leanbreath calendar`: a plan that runs becomes a file; importing it twice adds nothing."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from leanbreath.diary.events import PlanRow
from leanbreath.diary.moment import moment
from leanbreath.diary.store import Diary
from leanbreath.playback.time_source import local_time
from tests.home import leanbreath


def start(home, action: str = "start", id: str = "1") -> None:
    at = moment(local_time() - timedelta(hours=1) if action == "start" else local_time() - timedelta(minutes=1))
    (home / "leanbreath").mkdir(exist_ok=True)
    Diary(home / "leanbreath" / "diary.sqlite3").add(PlanRow(id, at, action, "eight-weeks"))


def test_a_running_plan_is_written_and_again_under_the_same_ids(tmp_path):
    start(tmp_path)
    path = tmp_path / "plan.ics"
    ids = []
    for at in ("7:30", "18:00"):
        done = leanbreath(tmp_path, "calendar", "-o", str(path), "--at", at)
        assert (done.returncode, done.stdout) == (0, f"{path}\n")
        ids.append([str(each["uid"]) for each in Calendar.from_ical(path.read_bytes()).walk("VEVENT")])
    assert sorted(ids[0]) == sorted(ids[1]) and len(set(ids[0])) == len(ids[0]) > 30


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ((), "no plan is running; start one with  leanbreath plan --start"),
        (("start", "pause"), "your plan is paused, so its days aren't known; resume it with  leanbreath plan --resume"),
    ],
)
def test_without_a_running_plan_it_says_what_to_do(tmp_path, actions, said):
    for number, action in enumerate(actions):
        start(tmp_path, action, str(number))
    done = leanbreath(tmp_path, "calendar", "-o", str(tmp_path / "plan.ics"))
    assert done.returncode == 1 and said in done.stderr and not (tmp_path / "plan.ics").exists()


def test_a_wrong_time_is_answered_with_what_would_be_right(tmp_path):
    done = leanbreath(tmp_path, "calendar", "-o", "plan.ics", "--at", "7.30")
    assert done.returncode == 2 and 'not "7.30"; write it as 7:30' in done.stderr
