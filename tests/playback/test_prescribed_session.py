"""A prescribed session is played with its doses, and recorded with its plan, its week and the levels of its drills."""

from dataclasses import replace
from fractions import Fraction
from functools import partial

from leanbreath.coach.prescribe import prescribe
from leanbreath.coach.replay import plan_state
from leanbreath.diary.events import DiaryContent, PlanRow
from leanbreath.diary.store import Diary
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.playback.session_options import SessionOptions
from leanbreath.playback.session_setup import prepare_session
from leanbreath.userdata.settings import Settings
from tests.coach.bundled import LIBRARY, MATERIAL
from tests.diary.making import utc
from tests.playback.fake_time import NO_WAITING, FakeTime


def test_a_prescribed_session_is_recorded_with_its_plan_its_week_and_its_levels(tmp_path):
    diary, now = Diary(tmp_path / "diary.sqlite3"), utc(2)
    content = DiaryContent(plan_events=(PlanRow("start", now, "start", "eight-weeks"),))
    state = plan_state(content, MATERIAL, now)
    state = replace(
        state, week_number=2, levels={"wall-lean-hold": 2}, dose=replace(state.dose, lean={"wall-lean-hold": 2})
    )
    made = partial(prescribe, state, MATERIAL, content, now, "daily-12")
    options = SessionOptions(audio=AudioOptions(output="silent"), fit=Fraction(660), prescribe=made)
    routine = MATERIAL.routine("daily-12")
    prepared = prepare_session(LIBRARY, routine, options, Settings(), diary, True, FakeTime().source, NO_WAITING)
    first = next(each for each in prepared.score.passages if each.kind == "work")
    assert (first.drill, first.seconds) == ("wall-lean-hold", 15)
    prepared.recorder.record(prepared.controller.session.progress(20.0))
    prepared.recorder.end("left")
    prepared.recorder.close(5)
    (row,) = diary.read().sessions
    assert (row.plan, row.week, row.fit_seconds, row.kind) == ("eight-weeks", 2, 660, "daily")
    assert {work.drill: work.level for work in row.work}["wall-lean-hold"] == 2
