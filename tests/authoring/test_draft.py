"""A file that is being written: what a save keeps, and the timeline."""

import pytest

from leanbreath.authoring.draft import Draft, matching_frame, row_at, timeline_rows
from leanbreath.routine.problems import Place, Problem
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE, Score
from tests.routine.snippets import routine_of, value_of

PROBLEM = Problem(Place("x.yaml", 3), "something is wrong")


def score_of(*steps: str) -> Score:
    return compose(value_of(routine_of("".join(f"  - {step}\n" for step in steps))))


ROCKS = "{drill: ankle-rock-wall, reps: 10 @ 2s, switch: 4s}"
TWO = score_of("{drill: march, time: 60s}", ROCKS)


def test_a_good_save_replaces_the_previous_one() -> None:
    draft = Draft().saved((), TWO)
    other = score_of("{drill: march}")
    assert draft.saved((PROBLEM,), other) == Draft((PROBLEM,), other, is_stale=False)


def test_a_broken_save_shows_its_problems_and_keeps_the_last_good_score() -> None:
    draft = Draft().saved((), TWO).saved((PROBLEM,), None)
    assert draft == Draft((PROBLEM,), TWO, is_stale=True)
    assert draft.saved((), TWO) == Draft((), TWO, is_stale=False)


def test_a_file_that_was_never_good_has_no_score_and_is_not_stale() -> None:
    assert Draft().saved((PROBLEM,), None) == Draft((PROBLEM,), None, is_stale=False)


def test_the_timeline_shows_what_to_do_and_below_it_what_is_said() -> None:
    done = [(row.frame // RATE, row.text) for row in timeline_rows(TWO) if not row.is_spoken]
    assert done == [
        (0, "March in place · 1 minute"),
        (60, "Ankle rocks at the wall, left side · 10 reps"),
        (84, "Ankle rocks at the wall, right side · 10 reps"),
    ]
    said = [row for row in timeline_rows(TWO) if row.is_spoken]
    assert [row.text for row in said] == [cue.say for cue in TWO.cues if cue.say]


@pytest.mark.parametrize(("second", "text"), [(0, "March"), (59, "March"), (60, "left"), (83, "left"), (84, "right")])
def test_the_row_of_a_frame_is_what_to_do_then(second: int, text: str) -> None:
    each = timeline_rows(TWO)
    assert text in each[row_at(each, second * RATE)].text


@pytest.mark.parametrize(
    ("second", "after", "kept"),
    [
        pytest.param(65, ("{drill: march, time: 90s}", ROCKS), 95, id="as far into the same step"),
        pytest.param(90, ("{drill: march, time: 90s}", ROCKS), 120, id="on the same side"),
        pytest.param(
            50, ("{drill: march, time: 30s}", ROCKS), 30, id="a shorter step leaves it at the end of the step"
        ),
        pytest.param(70, ("{drill: march, time: 60s}",), 60, id="a deleted step leaves it at the end of the routine"),
        pytest.param(
            70, ("{drill: march, time: 60s}", ROCKS.replace("10 @", "20 @")), 70, id="a longer step changes nothing"
        ),
    ],
)
def test_a_save_keeps_the_place(second: int, after: tuple[str, ...], kept: int) -> None:
    frame = matching_frame(TWO, second * RATE, score_of(*after))
    assert abs(frame - kept * RATE) <= 1
