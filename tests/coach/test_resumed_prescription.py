"""A prescribed session that is resumed is prescribed as of the moment it began, so that its place is right."""

from fractions import Fraction

from leanbreath.coach.day_so_far import before
from leanbreath.coach.prescribe import prescribe
from leanbreath.coach.replay import plan_state
from leanbreath.diary.events import AssessmentRow, DiaryContent
from leanbreath.score.compose import compose
from tests.coach.bundled import MATERIAL
from tests.coach.test_today import START, at, done, left, measured


def score(content: DiaryContent, now):
    state = plan_state(content, MATERIAL, now)
    return compose(prescribe(state, MATERIAL, content, now, "daily-12", Fraction(660)).routine, "left")


def test_what_came_since_a_session_began_changes_nothing_in_it():
    earlier = DiaryContent((done(7), done(4)), measured(0), (START,))
    began = at(8)
    interrupted = left(8, plan="eight-weeks", fit_seconds=660.0)
    since = AssessmentRow("passes", at(8, 1), "knee-to-wall-cm", (14, 14))
    later = DiaryContent((done(8.1, effort=9), interrupted, *earlier.sessions), (*measured(0), since), (START,))
    assert before(later, interrupted) == earlier
    resumed = score(before(later, interrupted), interrupted.started)
    assert (resumed.segments, resumed.total) == (score(earlier, began).segments, score(earlier, began).total)
