"""The home screen is given what the settings, the diary and the library say."""

from datetime import datetime
from secrets import token_hex

import pytest

from leanbreath.diary.events import Ending
from leanbreath.diary.moment import moment
from leanbreath.diary.store import Diary
from leanbreath.home_loader import load_home_data
from leanbreath.plan_loader import change_plan
from leanbreath.presentation.history_view import HistoryView
from leanbreath.presentation.home_data import HomeData
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.userdata.paths import diary_file, settings_file
from tests.diary.making import session, work

LIBRARY = Library((bundled_folder("drills"),))
NAMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch) -> HomeData:
    for name in NAMES:
        monkeypatch.setenv(name, str(tmp_path))
    return load_home_data(LIBRARY)


def write(text: str) -> None:
    if text:
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        settings_file().write_text(text)


def test_an_error_in_the_settings_is_reported_in_their_place(own):
    write("sound: {volume: 99}\n")
    page = own.settings()
    assert page.error.startswith("settings.yaml:1:17:") and page.rows == ()
    assert own.settings_problem() == f"{page.error}. Your settings are ignored until you fix it."


def test_the_packs_and_languages_that_exist_are_offered(own, tmp_path):
    (tmp_path / "leanbreath" / "phrases").mkdir(parents=True)
    (tmp_path / "leanbreath" / "phrases" / "de.yaml").write_text('half: "Halbzeit."\n')
    write("sound: {pack: nonsense}\n")
    offered = {row.path: tuple(choice.value for choice in row.choices) for row in own.settings().rows}
    assert offered["language",] == ("en", "de")
    assert offered["night", "pack"] == ("bright", "night", "warm")
    assert offered["sound", "pack"] == ("bright", "night", "warm", "nonsense")


def test_an_unknown_drill_in_the_settings_is_reported(own):
    write("instead: {marhc: jog}\n")
    assert 'no drill "marhc"' in own.settings_problem()


def last(own: HomeData) -> HistoryView:
    """Return the history as it is at last."""
    *_, view = own.history()
    return view


def perform(ending: Ending, done_seconds: float) -> None:
    """Write a session of a minute's work that is over."""
    now = moment(datetime.now().astimezone())
    row = work(done_seconds, now)
    Diary(diary_file()).save(session(now, row, id=token_hex(16), ended=now, ending=ending))


@pytest.mark.parametrize(
    ("ending", "done_seconds", "suits"),
    [
        ("left", 5, "daily-12"),
        ("left", 50, "pre-run-easy"),
        ("done", 60, "pre-run-easy"),
        ("done", 35, "pre-run-easy"),
        ("done", 5, "daily-12"),
    ],
)
def test_the_daily_practice_counts_as_done_if_most_of_it_was_done(own, ending, done_seconds, suits):
    perform(ending, done_seconds)
    assert own.status().today.routine == suits


def test_sessions_are_shown_with_what_was_done_and_the_week_is_summed_up(own):
    assert (own.status().done, last(own).is_empty) == ("This week: nothing yet.", True)
    perform("done", 60)
    perform("left", 5)
    assert own.status().done == "This week: 1 session, 1 minute."
    view = last(own)
    latest = view.session(view.sessions[0].id)
    assert "  0:05 of 1:00 of drills; ended early" in latest.lines and "  - March: 0:05 of 1:00" in latest.lines


def test_in_a_plan_the_sum_says_from_when_it_counts_since_its_week_may_begin_on_any_day(own):
    change_plan(LIBRARY, "start")
    assert own.status().done.startswith("Since Monday: ")


def test_a_damaged_diary_is_reported_set_aside_and_replaced(own):
    diary_file().parent.mkdir(parents=True)
    diary_file().write_text("no diary, by any means, at all")
    status = own.status()
    assert status.done == "This week: nothing yet." and last(own).is_empty
    assert status.warnings[0].startswith("The diary was damaged (file is not a database); it is kept as ")
    assert own.status().warnings == status.warnings


def test_a_diary_that_cannot_be_used_is_reported(own):
    diary_file().mkdir(parents=True)
    status = own.status()
    assert (status.today.routine, status.done) == ("daily-12", "")
    assert status.warnings[0].startswith("The diary ") and last(own).warnings == status.warnings
