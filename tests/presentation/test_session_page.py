"""A session in the diary: its line and its page."""

from dataclasses import replace

import pytest

from leanbreath.presentation.session_page import session_line, session_page
from tests.diary.making import session, utc, work

LEFT = work(20, utc(2), title="Rock", drill="rock", side="left", planned_seconds=20.0)
RIGHT = replace(LEFT, place=1, side="right", done_seconds=5.0)
MARCH = work(0, place=2, step="2")
SESSION = session(utc(2, 7, 5), LEFT, RIGHT, MARCH, ending="left", routine="own", title="Own")


def test_a_page_says_when_how_it_ended_and_what_was_done_on_each_side():
    page = session_page(SESSION)
    assert (page.when, page.title) == ("2 Mar 2026, 07:05", "Own")
    assert page.lines == (
        "Own",
        "  Monday, 2 March 2026, 07:05",
        "  0:25 of 1:40 of drills; ended early",
        "Drills",
        "  - Rock: left 0:20, right 0:05 of 0:20",
        "  - March: not done",
    )


@pytest.mark.parametrize(
    ("row", "amount"),
    [
        (replace(LEFT, side=None, done_seconds=12.0, ended_by="runner"), "0:12"),
        (replace(LEFT, side=None, done_seconds=12.0, ended_by="runner", reps=10), "10 reps in 0:12"),
        (replace(LEFT, done_seconds=60.0, ended_by="most"), "left 1:00 (the limit)"),
        (replace(LEFT, done_seconds=12.0), "left 0:12 of 0:20"),
    ],
)
def test_open_work_that_was_ended_is_told_as_it_was_not_against_what_was_expected(row, amount):
    assert session_page(session(utc(2), row)).lines[-1] == f"  - Rock: {amount}"


@pytest.mark.parametrize(
    ("ending", "words"),
    [
        ("done", "to the end"),
        ("stopped", "stopped"),
        ("fault", "ended by an internal error"),
        (None, "cut off or still running"),
    ],
)
def test_every_ending_has_words(ending, words):
    assert session_line(replace(SESSION, ending=ending)) == f"2026-03-02 07:05    0:25 of drills  Own ({words})"


def test_a_session_that_was_only_skipped_through_was_not_done_to_the_end():
    skipped = replace(SESSION, work=(MARCH,), ending="done")
    assert session_line(skipped).endswith("0:00 of drills  Own (skipped)")


def test_feedback_and_pain_are_told():
    hurt = replace(SESSION, effort=4, lean="easier", note="Windy.", work=(replace(LEFT, hurt_at=utc(2)),))
    told = "effort 4 of 10; leaning felt easier; Rock hurt; Windy."
    assert session_line(hurt).endswith(f"Own (ended early; {told})")
    assert session_page(hurt).lines[3] == f"  {told}" and session_page(hurt).lines[5] == "  - Rock: left 0:20; it hurt"
