"""Pain in the diary: dated by the key that was pressed, kept through a kill, and gone once it is undone."""

from datetime import timedelta

import pytest

from leanbreath.diary.events import WorkRow
from leanbreath.diary.store import Diary
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.playback.session_options import SessionOptions
from leanbreath.playback.session_setup import PreparedSession, prepare_session
from leanbreath.userdata.settings import Settings
from tests.playback.fake_time import NO_WAITING, FakeTime
from tests.score.making import LIBRARY


class Playing:
    """A session of the lean primer that a diary keeps; its clock moves only when a test moves it."""

    def __init__(self, diary: Diary) -> None:
        self.diary, self.time = diary, FakeTime()
        options = SessionOptions(audio=AudioOptions(output="silent"))
        routine = LIBRARY.routine("pre-run-6").value
        self.made: PreparedSession = prepare_session(
            LIBRARY, routine, options, Settings(), diary, True, self.time.source, NO_WAITING
        )
        self.controller = self.made.controller
        self.controller.open(self.time.now)
        self.wait(12)

    def wait(self, seconds: float) -> None:
        """Let time pass, tick by tick."""
        for _ in range(round(seconds * 4)):
            self.time.sleep(0.25)
            self.controller.record_progress(self.controller.tick(self.time.now()), self.time.now())

    def press(self, move: str) -> None:
        assert self.controller.move(move, self.time.now())

    @property
    def hurt(self) -> list[WorkRow]:
        """The rows that hurt, as they wait to be written."""
        return [row for row in self.made.recorder.sessions[-1].work if row.hurt and row.done_seconds]

    def killed(self) -> list[WorkRow]:
        """Return the rows that hurt, as the diary has them once what was recorded is written; nothing is ended."""
        self.made.recorder.close(5)
        (session,) = self.diary.read().sessions
        assert session.ended is None
        return [row for row in session.work if row.hurt and row.done_seconds]


@pytest.fixture
def playing(tmp_path) -> Playing:
    return Playing(Diary(tmp_path / "diary.sqlite3"))


@pytest.mark.parametrize("answer", ["leave_out", "ease", None])
def test_pain_is_dated_by_its_key_whatever_comes_later(playing, answer):
    playing.press("hurts")
    pressed = playing.time.local()
    playing.wait(90)
    if answer and (answer != "ease" or playing.controller.session.easier_title):
        playing.press(answer)
    playing.wait(20)
    assert [(row.title, row.hurt_at.at) for row in playing.hurt] == [("March in place", pressed)]
    assert [row.hurt_at.at for row in playing.killed()] == [pressed]


def test_a_kill_while_it_asks_keeps_the_pain(playing):
    playing.press("hurts")
    assert [row.title for row in playing.killed()] == ["March in place"]


@pytest.mark.parametrize(("answer", "undo"), [("slip", None), ("leave_out", "undo")])
def test_what_was_a_slip_or_undone_is_no_pain_after_a_kill_either(playing, answer, undo):
    playing.press("hurts")
    playing.wait(5)
    playing.press(answer)
    if undo:
        playing.wait(5)
        playing.press(undo)
    assert playing.hurt == [] and playing.killed() == []


def test_pain_that_comes_again_has_its_new_moment(playing):
    playing.press("hurts")
    first = playing.time.local()
    playing.press("slip")
    playing.wait(20)
    playing.press("hurts")
    (row,) = playing.hurt
    assert row.hurt_at.at - first >= timedelta(seconds=20)


def test_at_the_end_it_can_still_be_taken_back(playing):
    playing.press("hurts")
    playing.press("leave_out")
    playing.wait(5)
    playing.controller.take_back_pain(playing.time.now())
    assert playing.killed() == []
