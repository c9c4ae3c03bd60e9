"""The card before a session."""

import pytest

from leanbreath.diary.drills_out import DrillOut
from leanbreath.presentation.preparation_card import preparation_card
from leanbreath.presentation.returning_drill import out_text, return_question
from leanbreath.presentation.step_strip import Block, place_hint, step_strip
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from tests.diary.making import utc

LIBRARY = Library((bundled_folder("drills"),))
ROUTINE = LIBRARY.routine("pre-run-6").value
SCORE = compose(ROUTINE)


def test_cautions_are_in_words_rather_than_ids():
    card = preparation_card(ROUTINE, SCORE)
    assert {"recent calf strain", "a risk of falling", "neck pain"} <= set(card.cautions)
    assert "Take care with: a pinch in front of the ankle, a risk of falling, dizziness" in "\n".join(
        card.details(True)
    )


def test_before_a_later_session_cautions_wait_for_a_key():
    card = preparation_card(ROUTINE, SCORE, shows_cautions=False)
    assert not card.shows_cautions and not any("Take care" in line for line in card.details(False))
    assert any("Take care" in line for line in card.details(True))


def test_drills_that_stay_out_are_named():
    out = ("Left out until 9 March because it hurt: March in place",)
    assert out[0] in preparation_card(ROUTINE, SCORE, out=out).details(False)


def test_the_long_safety_text_replaces_the_short_one():
    short = preparation_card(ROUTINE, SCORE).details(True)
    assert short[-1] == "Not medical advice. Easy effort only. Stop on pain, dizziness or numbness."
    assert preparation_card(ROUTINE, SCORE, ("First.", "Second.")).details(True) == (*short[:-1], "First.", "Second.")


def test_minutes_and_waits_are_told_apart():
    card = preparation_card(LIBRARY.routine("pre-run-6").value, SCORE)
    minutes, seconds = divmod(SCORE.total // RATE, 60)
    assert (card.length, card.waits) == (f"{minutes}:{seconds:02}", "")


FLOOR, KNEES, FEET = Block(60 * RATE, "floor"), Block(30 * RATE, "knees"), Block(90 * RATE, "feet")


@pytest.mark.parametrize(
    ("blocks", "columns", "strip"),
    [
        ((FLOOR, KNEES, FEET), 20, "▂▂▂▂▂▂ ▄▄▄ ▇▇▇▇▇▇▇▇▇"),
        ((FLOOR,), 6, "▂▂▂▂▂▂"),
        ((FEET, Block(1, "feet")), 12, "▇▇▇▇▇▇▇▇▇ ▇▇"),  # nothing is too short to be seen
        ((FEET,) * 9, 16, ""),  # no room
        ((), 60, ""),
    ],
)
def test_the_strip_gives_each_step_its_share_of_the_time(blocks, columns, strip):
    assert step_strip(blocks, columns) == strip


@pytest.mark.parametrize("columns", range(20, 70, 7))
@pytest.mark.parametrize("name", ["pre-run-6", "daily-12", "quiet-evening"])
def test_the_strip_of_a_routine_fits_its_columns(name, columns):
    routine = LIBRARY.routine(name).value
    card = preparation_card(routine, compose(routine))
    strip, _ = card.steps(columns)
    assert len(strip) in (0, columns)


@pytest.mark.parametrize(
    ("blocks", "hint"),
    [
        ((FEET, FEET), "On your feet from start to end."),
        ((FLOOR, FEET, FLOOR), "▂ on the floor 2:00 · ▇ on your feet 1:30"),
        ((KNEES,), "▄ kneeling 0:30"),
    ],
)
def test_the_hint_says_where_the_time_is_spent(blocks, hint):
    assert place_hint(blocks) == hint


MARCH = DrillOut("march", "March in place", utc(2), utc(9).day)


@pytest.mark.parametrize(
    ("drill", "day", "text"),
    [
        (MARCH, 2, "Left out until 9 March because it hurt: March in place"),
        (MARCH._replace(until=utc(16).day), 9, "Left out until 16 March because it hurt: March in place"),
        (MARCH, 9, "Left out because it hurt on 2 March: March in place"),
        (
            MARCH._replace(asks=True),
            12,
            "Left out because it hurt on 2 March: March in place; the preparation card asks whether to bring it back",
        ),
        (MARCH._replace(hurt=None), 12, "Left out because it hurt: March in place"),
    ],
)
def test_why_a_drill_is_left_out_is_said(drill, day, text):
    assert out_text(drill, utc(day)) == text


def test_the_question_says_when_it_hurt():
    assert return_question(MARCH) == "March in place hurt on 2 March. Bring it back?"
    assert return_question(MARCH._replace(hurt=None)) == "March in place hurt. Bring it back?"
