"""The plan is read, started, paused and resumed where the home screen opens it."""

import pytest

from leanbreath.diary.store import Diary
from leanbreath.plan_loader import change_plan, load_plan_view
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.userdata.paths import diary_file

LIBRARY = Library((bundled_folder("drills"),))
NAMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch) -> None:
    for name in NAMES:
        monkeypatch.setenv(name, str(tmp_path))


def test_the_plan_that_suits_is_shown_then_started_paused_and_resumed():
    first = load_plan_view(LIBRARY)
    assert first.lines[0] == "No plan is running. Press s to start this one." and first.actions == {"start"}
    assert "Eight weeks of lean practice (eight-weeks) · 8 weeks" in first.lines
    assert change_plan(LIBRARY, "pause").startswith("no plan is running")
    assert change_plan(LIBRARY, "start").startswith("Started: Eight weeks of lean practice.")
    running = load_plan_view(LIBRARY)
    assert running.lines[0].startswith("Eight weeks of lean practice · week 1 of 8") and running.actions == {"pause"}
    assert any(line.startswith("What the coach decided") for line in running.lines)
    assert not any("--why" in line for line in running.lines)
    assert change_plan(LIBRARY, "pause").startswith("Paused: ")
    assert load_plan_view(LIBRARY).actions == {"resume"}
    assert change_plan(LIBRARY, "resume").startswith("Resumed: ")
    assert [event.action for event in Diary(diary_file()).read().plan_events] == ["start", "pause", "resume"]


def test_a_diary_that_cannot_be_written_says_why():
    diary_file().mkdir(parents=True)
    assert change_plan(LIBRARY, "start").startswith("the diary ")
