"""The end card: what was done, in words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.diary.row_values import session_data, session_from_data
from leanbreath.playback.work_rows import work_rows
from leanbreath.presentation.end_card import end_card, week_line
from leanbreath.presentation.session_page import session_page
from leanbreath.routine.model import Move
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.session.session import Session
from tests.diary.making import session as session_row
from tests.diary.making import utc, work
from tests.score.making import frame, score, step, timed_score
from tests.session.playing import PLAY, begun, key
from tests.strategies import fewer, routines

SCORE = score(
    step("Rock", "hold", "20s", sides="each", switch="4s"),  # 0 to 20, 24 to 44
    Move("There.", frame(6) // RATE),  # 44 to 50
    step("Belly", "breath", "4-0-6-0 x 3", sets=2, rest="5s"),  # 50 to 80, 85 to 115
    step("March", "time", "90s"),  # 115 to 205
)


def card(session: Session, now: float) -> list[str]:
    """Return what was done of all, and of each step."""
    made = end_card(session.result(now))
    return [made.heading.removeprefix("Own: ").removesuffix(" of drills done."), *made.table]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (-2, ["0:00 of 3:10"]),
        (
            22,
            ["0:20 of 3:10", "Rock: left 0:20, right 0:00 of 0:20", "Belly: not done", "March: not done"],
        ),
        (
            70,
            ["1:00 of 3:10", "Rock: left 0:20, right 0:20", "Belly: 0:20 of 1:00", "March: not done"],
        ),
        (
            145,
            ["2:10 of 3:10", "Rock: left 0:20, right 0:20", "Belly: 1:00", "March: 0:30 of 1:30"],
        ),
        (
            999,
            ["3:10", "Rock: left 0:20, right 0:20", "Belly: 1:00", "March: 1:30"],
        ),
    ],
)  # fmt: skip
def test_each_step_is_summed_up_by_its_sides(at, expected):
    assert card(begun(SCORE), PLAY + at) == expected


def test_extra_time_is_named():
    session = begun(SCORE)
    session.move("longer", key(30))
    assert card(session, PLAY + 55)[:2] == [
        "0:50 of 3:10",
        "Rock: left 0:20, right 0:30 (0:10 extra)",
    ]


def test_only_extra_time_that_was_done_is_named():
    session = begun(SCORE)
    session.move("longer", key(30))
    session.move("next", key(47))
    assert "Rock: left 0:20, right 0:23 (0:03 extra)" in card(session, PLAY + 50)


def test_a_whole_routine_is_all_done():
    lines = card(begun(timed_score("pre-run-6")), 9999)
    assert lines[0] == "Six-minute lean primer: 5:39"
    assert "Ankle rocks at the wall: left 0:20, right 0:20" in lines
    assert len(lines) == 9 and not any("of" in line.split(":")[-1] for line in lines[1:])


def test_a_drill_that_hurt_is_named_with_what_was_done_of_it():
    session = begun(SCORE)
    session.move("hurts", key(10))
    session.move("leave_out", key(10))
    assert card(session, PLAY + 30)[1] == "Rock: left 0:10 of 0:20; it hurt"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (-2, "Nothing done yet. It's here when you want it."),
        (22, "A short try. It's here when you want more."),
        (145, "You did part of it, and that part counts."),
        (195, "Nearly all of it. Well done."),
        (999, "Every drill, both sides, to the end. Well done."),
    ],
)
def test_the_kind_word_is_true_of_what_was_done(at, words):
    assert end_card(begun(SCORE).result(PLAY + at)).warm == words


def test_who_stopped_where_it_hurt_did_right_and_does_not_run_into_pain():
    session = begun(SCORE)
    session.move("hurts", key(10))
    session.move("leave_out", key(10))
    made = end_card(session.result(PLAY + 400), kind="pre-run")
    assert made.warm == "You stopped where it hurt. That was the right thing to do."
    assert made.following == "run only if it no longer hurts." and made.painful == ("Rock",)
    session.take_back_pain()
    made = end_card(session.result(PLAY + 400), kind="pre-run")
    assert made.following == "easy running, straight away." and made.painful == ()


def test_the_week_counts_this_session_too():
    row = session_row(utc(3), work(60, utc(3)))
    earlier = session_row(utc(2), work(120, utc(2)))
    assert week_line((row, earlier), utc(3)) == "This week: 2 sessions, 3 minutes. 2 days in a row."
    assert week_line((row,), utc(3)) == "This week: 1 session, 1 minute."
    assert week_line((), utc(3)) == ""


MOVES = st.sampled_from(["pause", "resume", "next", "back", "switch", "longer", "hurts", "leave_out", "slip", "undo"])


@fewer
@given(routines(), st.lists(st.tuples(st.integers(0, 40), MOVES), max_size=8), st.booleans())
def test_the_end_card_and_the_diary_show_the_same_numbers(routine, moves, is_over):
    session = begun(compose(routine))
    now = PLAY
    for seconds, move in moves:
        now += seconds
        session.move(move, now)
    result = session.result(now + 9999 * is_over)
    row = session_row(utc(2), *work_rows(result.work, (), utc(2)), title=result.title)
    kept = session_from_data(json.loads(json.dumps(session_data(row))))
    shown, page = end_card(result), session_page(kept).lines
    assert [f"  - {line}" for line in shown.table] == [line for line in page if line.startswith("  - ")] or not any(
        each.done for each in result.work
    )
    amount = shown.heading.removeprefix(f"{result.title}: ").removesuffix(" done.")
    assert page[2].startswith(f"  {amount};")
