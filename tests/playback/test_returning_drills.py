"""Drills that hurt a week ago: what a session is made of, and what an answer changes in it."""

from datetime import UTC, datetime, timedelta

import pytest

from leanbreath.diary.store import Diary
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.playback.returning_drills import ask_in_lines
from leanbreath.playback.session_options import SessionOptions
from leanbreath.playback.session_setup import PreparedSession, prepare_session
from leanbreath.userdata.settings import Settings
from tests.diary.making import session, utc, work
from tests.playback.fake_time import NO_WAITING, FakeTime
from tests.score.making import LIBRARY

PAIN = session(utc(2), work(20, utc(2), drill="head-glide", title="Head glide", hurt_at=utc(2)), routine="focus-head")
OPTIONS = SessionOptions(audio=AudioOptions(output="silent"))


class Clock(FakeTime):
    """The morning of a day of March 2026."""

    def __init__(self, day: int) -> None:
        super().__init__()
        self.day = day

    def local(self) -> datetime:
        return datetime(2026, 3, self.day, 8, tzinfo=UTC) + timedelta(seconds=self.seconds)


def prepared(diary: Diary, day: int = 9, routine: str = "focus-head", **options) -> PreparedSession:
    """Return a session of a routine on a day."""
    value, changed = LIBRARY.routine(routine).value, SessionOptions(audio=AudioOptions(output="silent"), **options)
    return prepare_session(LIBRARY, value, changed, Settings(), diary, True, Clock(day).source, NO_WAITING)


def drills(made: PreparedSession) -> set[str | None]:
    """Return the drills of the session as it is now."""
    return {each.drill for each in made.controller.session.timeline.splices[0].score.passages if each.kind == "work"}


@pytest.fixture
def diary(tmp_path) -> Diary:
    made = Diary(tmp_path / "diary.sqlite3")
    made.save(PAIN)
    return made


def close(made: PreparedSession) -> None:
    made.recorder.end("left")
    made.recorder.close(5)


@pytest.mark.parametrize(
    ("answer", "is_in", "next_day", "next_week"),
    [("yes", True, "", ""), ("no", False, "", "asks"), (None, False, "asks", "asks")],
)
def test_each_answer_settles_this_session_and_later_ones(diary, answer, is_in, next_day, next_week):
    made = prepared(diary)
    assert made.returning.current == "Head glide hurt on 2 March. Bring it back?"
    assert made.returning.answer(answer) == ""
    assert ("head-glide" in drills(made)) is is_in and made.returning.current == ""
    close(made)
    again = prepared(diary)
    assert again.returning.current == "" and ("head-glide" in drills(again)) is is_in  # never twice on a day
    for day, asks in ((10, next_day), (16, next_week)):
        assert bool(prepared(diary, day).returning.current) is bool(asks)


def test_without_a_question_the_drill_stays_out_and_a_line_says_so(diary):
    made = prepared(diary, at_once=True)
    assert made.returning.current == "" and "head-glide" not in drills(made)
    assert made.returning.texts == (
        "Left out because it hurt on 2 March: Head glide; the preparation card asks whether to bring it back",
    )


@pytest.mark.parametrize("day", [2, 3, 8])
def test_for_a_week_it_is_out_without_a_question(diary, day):
    made = prepared(diary, day)
    assert made.returning.current == "" and "head-glide" not in drills(made)
    assert made.returning.texts == ("Left out until 9 March because it hurt: Head glide",)


def test_a_routine_without_the_drill_asks_nothing(diary):
    assert prepared(diary, routine="focus-calves").returning.current == ""


def test_what_was_answered_is_planned(diary):
    made = prepared(diary)
    before = made.controller.session.timeline.splices[0].score.total
    made.returning.answer("no")
    after = made.controller.session.timeline.splices[0].score.total
    assert made.recorder.sessions[-1].planned_seconds * 48_000 == pytest.approx(after) != before


class Typed:
    """Keys that are typed at once, one at a time."""

    def __init__(self, keys: str, background: bool = False) -> None:
        self.keys, self.background = list(keys), background

    def is_in_background(self) -> bool:
        return self.background

    def wait(self, seconds: float) -> list[str]:
        return [self.keys.pop(0)]


ASKED = (
    "Head glide hurt on 2 March. Bring it back? y: bring it back · n: not for another week · space: ask me another day"
)


@pytest.mark.parametrize(
    ("keys", "begins", "is_in"),
    [("xy", True, True), ("Y", True, True), ("n", True, False), (" ", True, False), ("q", False, False)],
)
def test_plain_lines_ask_too(diary, keys, begins, is_in):
    made, lines = prepared(diary), []
    assert ask_in_lines(made.returning, lines.append, Typed(keys)) is begins
    assert lines == [ASKED]
    if begins:
        assert ("head-glide" in drills(made)) is is_in
    close(made)
    assert prepared(diary).returning.current == ""


def test_in_the_background_nothing_is_asked_and_the_drill_stays_out(diary):
    made, lines = prepared(diary), []
    assert ask_in_lines(made.returning, lines.append, Typed("", background=True)) and lines == []
    assert "head-glide" not in drills(made)


def test_where_no_drill_is_left_it_says_so_instead_of_beginning(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    names = {each.drill for each in LIBRARY.routine("focus-head").value.drills()}
    diary.save(session(utc(2), *(hurting(name, place) for place, name in enumerate(LIBRARY.drill_files))))
    made, lines = prepared(diary), []
    assert not ask_in_lines(made.returning, lines.append, Typed("n" * len(names)))
    assert lines[-1] == "Every drill in this routine hurt lately; rest, or choose another routine."


def hurting(name: str, place: int):
    """Return work with a drill that hurt."""
    return work(9, utc(2), drill=name, step=name, title=name, place=place, hurt_at=utc(2))


def test_nothing_that_hurt_in_another_routine_replaces_a_drill(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    diary.save(session(utc(2), hurting("ankle-rock-wall", 0), hurting("march", 1)))
    made = prepared(diary, routine="focus-calves", at_once=True)
    assert not {"ankle-rock-wall", "march"} & drills(made)
