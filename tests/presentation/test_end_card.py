"""The end card: what was done, in words."""

import pytest

from leanbreath.presentation.end_card import end_card
from leanbreath.routine.model import Move
from leanbreath.score.score import RATE
from leanbreath.session.session import Session
from tests.score.making import frame, score, step, timed_score
from tests.session.playing import PLAY, begun, key

SCORE = score(
    step("Rock", "hold", "20s", sides="each", switch="4s"),  # 0 to 20, 24 to 44
    Move("There.", frame(6) // RATE),  # 44 to 50
    step("Belly", "breath", "4-0-6-0 x 3", sets=2, rest="5s"),  # 50 to 80, 85 to 115
    step("March", "time", "90s"),  # 115 to 205
)


def card(session: Session, now: float) -> list[str]:
    return list(end_card(session.result(now)))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (-2, ["Own: 0:00 of 3:25 done."]),
        (
            22,
            ["Own: 0:22 of 3:25 done.", "  Rock: left 0:20, right 0:00 of 0:20", "  Not done: Belly, March"],
        ),
        (
            70,
            ["Own: 1:10 of 3:25 done.", "  Rock: left 0:20, right 0:20", "  Belly: 0:20 of 1:00", "  Not done: March"],
        ),
        (
            145,
            [
                "Own: 2:25 of 3:25 done.",
                "  Rock: left 0:20, right 0:20",
                "  Belly: 1:00",
                "  March: 0:30 of 1:30",
            ],
        ),
        (
            999,
            ["Own: 3:25 of 3:25 done.", "  Rock: left 0:20, right 0:20", "  Belly: 1:00", "  March: 1:30"],
        ),
    ],
)
def test_each_step_is_summed_up_by_its_sides(at, expected):
    assert card(begun(SCORE), PLAY + at) == expected


def test_extra_time_is_named():
    session = begun(SCORE)
    session.move("longer", key(30))
    assert card(session, PLAY + 55)[:2] == ["Own: 0:55 of 3:35 done.", "  Rock: left 0:20, right 0:30 (0:10 extra)"]


def test_only_extra_time_that_was_done_is_named():
    session = begun(SCORE)
    session.move("longer", key(30))
    session.move("next", key(47))
    assert "  Rock: left 0:20, right 0:23 (0:03 extra)" in card(session, PLAY + 50)


def test_a_whole_routine_is_all_done():
    lines = card(begun(timed_score("pre-run-6")), 9999)
    assert lines[0] == "Six-minute lean primer: 6:24 of 6:24 done."
    assert "  Ankle rocks at the wall: left 0:20, right 0:20" in lines
    assert len(lines) == 9 and not any("of" in line.split(":")[-1] for line in lines[1:])


def test_a_drill_that_hurt_is_named_with_what_was_done_of_it():
    session = begun(SCORE)
    session.move("hurts", key(10))
    session.move("leave_out", key(10))
    assert card(session, PLAY + 30)[1] == "  Rock: left 0:10 of 0:20 (stopped: it hurt)"
