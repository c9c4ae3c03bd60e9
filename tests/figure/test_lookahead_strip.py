"""The look-ahead strip shows the breaths to come, and moves by whole points."""

from fractions import Fraction

import pytest

from leanbreath.figure.lookahead_strip import draw_lookahead
from leanbreath.routine.model import Drill, DrillStep, Rest, Routine
from leanbreath.routine.work import Breath
from leanbreath.score.compose import compose
from leanbreath.score.lookahead import levels_at, upcoming_points
from leanbreath.score.score import RATE

BREATH = Breath.notation.parse("4-2-4-2 x 3")
SCORE = compose(
    Routine(
        id="x",
        title="X",
        steps=(
            DrillStep(drill=Drill(title="Breathe", breath=BREATH), work=BREATH),
            Rest(Fraction(10)),
        ),
    )
)


def upcoming_levels(frame: int, count: int) -> tuple[float | None, ...]:
    return levels_at(SCORE, upcoming_points(SCORE, frame, count))


def test_upcoming_levels_are_the_pacers_own():
    shown = upcoming_levels(0, 24)
    assert shown[0] == 0 and shown[2] == pytest.approx(0.5) and shown[4] == shown[5] == 1
    assert shown[8] == pytest.approx(0.5) and shown[10] == shown[11] == 0 and shown[16] == 1


def test_there_is_no_level_without_work():
    assert set(upcoming_levels(36 * RATE, 24)) == {None}
    assert upcoming_levels(30 * RATE, 24)[6:] == (None,) * 18


def test_upcoming_levels_move_by_whole_points():
    before, after = upcoming_levels(3 * RATE, 48), upcoming_levels(3 * RATE + RATE // 2, 48)
    assert before[1:] == after[:-1]
    assert upcoming_levels(3 * RATE + 100, 48) == before


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (40, 3), (118, 4)])
def test_a_strip_fills_its_room(columns, rows):
    drawn = draw_lookahead(upcoming_levels(0, 2 * columns), columns, rows)
    assert len(drawn) == rows and all(sum(len(run.text) for run in row) == columns for row in drawn)


def test_a_hold_is_a_plateau_and_a_gap_is_empty():
    drawn = draw_lookahead((1.0,) * 4 + (None,) * 4, 4, 2)
    assert [run.text for row in drawn for run in row] == ["█", "█  ", "█", "█  "]
