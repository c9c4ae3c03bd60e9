"""The runner's own breath in a session that hasn't begun, alone and with a drill that comes back."""

from fractions import Fraction

from leanbreath.diary.store import Diary
from leanbreath.playback.session_setup import PreparedSession
from leanbreath.routine.work import Breath
from leanbreath.score.arrange import arrange
from leanbreath.score.score import Score
from tests.diary.making import session, utc, work
from tests.playback.test_returning_drills import prepared

PAIN = session(utc(2), work(20, utc(2), drill="sphinx-breath", title="Sphinx", hurt_at=utc(2)), routine="daily-12")


def test_an_own_breath_changes_what_will_be_done_and_what_the_diary_plans(tmp_path):
    made = prepared(Diary(tmp_path / "diary.sqlite3"), routine="daily-12")
    written = _score(made).total
    made.begin_breath_at(Fraction("5.2"))
    assert _score(made).total < written and _first_breaths(made)[0] == 6
    assert made.recorder.sessions[-1].planned_seconds == _score(made).total / 48_000
    assert made.recorder.sessions[-1].breath_seconds == 5.2
    made.begin_breath_at(Fraction(14))
    assert _score(made).total == written


def test_an_own_breath_stays_when_a_drill_comes_back(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    diary.save(PAIN)
    made = prepared(diary, routine="daily-12", own_breath=Fraction("5.2"))
    assert made.returning.current
    made.returning.answer("yes")
    assert _first_breaths(made)[0] == 6
    assert "sphinx-breath" in {passage.drill for passage in _score(made).passages}


def test_lines_stay_where_the_voice_has_time_to_say_them(tmp_path):
    made = prepared(Diary(tmp_path / "diary.sqlite3"), routine="daily-12")
    spoken = {cue.say: 96_000 for cue in _score(made).cues if cue.say}
    made.controller.session.replace_score(lambda score: arrange(score, spoken, "sparse"))
    made.begin_breath_at(Fraction("5.2"))
    assert dict(_score(made).spoken) == spoken and _score(made).density == "sparse"


def _score(made: PreparedSession) -> Score:
    return made.controller.session.timeline.splices[0].score


def _first_breaths(made: PreparedSession) -> list[Fraction]:
    return [each.work.pattern.seconds for each in _score(made).passages if isinstance(each.work, Breath)]
