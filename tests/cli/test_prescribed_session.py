"""`daily`, `warmup` and `run --resume` in a plan: what is due is prescribed, and resumed as it was."""

from datetime import datetime, timedelta
from pathlib import Path

from leanbreath.diary.events import PlanRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.store import Diary
from tests.coach.bundled import WORKED_EXAMPLE, rows
from tests.diary.making import session, work
from tests.home import at_terminal, leanbreath


def ago(days: float) -> Moment:
    return moment(datetime.now().astimezone() - timedelta(days=days))


def diary_in_a_plan(folder: Path) -> Diary:
    """Return the diary of the worked example on the third day of the plan."""
    diary = Diary(folder / "leanbreath" / "diary.sqlite3")
    diary.add(PlanRow("start", ago(2), "start", "eight-weeks"), *rows(WORKED_EXAMPLE, ago(2)))
    return diary


def test_what_is_done_already_and_what_does_not_fit_is_said(tmp_path):
    now = ago(0)
    diary_in_a_plan(tmp_path).save(session(now, work(60, now), kind="daily", ended=now, ending="done"))
    result = leanbreath(tmp_path, "daily", "--fit", "1m", "--plain")
    assert result.returncode == 1
    assert result.stderr.startswith(
        "leanbreath: today's home session is done; this one is extra\n"
        "leanbreath: daily-12 doesn't fit into 1:00; its shortest form takes "
    )


def test_an_interrupted_prescribed_session_is_offered_and_resumed_as_it_was_prescribed(tmp_path):
    began = ago(0)
    cut_short = session(
        began, work(10, began), ending=None, place_seconds=40.0, planned_seconds=600.0, plan="eight-weeks", week=1,
        fit_seconds=600.0, kind="daily",
    )  # fmt: skip
    diary = diary_in_a_plan(tmp_path)
    diary.save(cut_short)
    assert leanbreath(tmp_path, "today", "--short").stdout == "Continue 9 min\n"
    terminal = at_terminal(tmp_path, "run", "--resume", "--output", "silent", "--plain")
    try:
        terminal.wait_for("calves first.")
        terminal.wait_for("Lower-belly breath on your back. 6 breaths.")
        terminal.wait_for(lambda: len(diary.read().sessions) == 2)
    finally:
        terminal.send("\x03")
        terminal.end()
    resumed = diary.read().sessions[0]
    assert (resumed.plan, resumed.week, resumed.fit_seconds, resumed.kind) == ("eight-weeks", 1, 600, "daily")
