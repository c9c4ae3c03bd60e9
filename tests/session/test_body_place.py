"""After a key, the count-in is as long as the body needs; after a pause in the same place it is short."""

from fractions import Fraction

import pytest

from leanbreath.routine.author_cue import AuthorCue, CueTime
from leanbreath.routine.model import Drill, DrillStep, Move, Wait
from leanbreath.routine.work import Hold
from tests.score.making import frame, score, second
from tests.session.playing import PLAY, begun, key


def drill(title, position, seconds=20, **more):
    made = Drill(title=title, drill=title.lower(), position=position)
    return DrillStep(drill=made, work=Hold(Fraction(seconds)), **more)


POSTURE = AuthorCue(at=CueTime("start"), say="Feet flat, knees bent, arms by your sides, chin tucked in.")
SCORE = score(
    drill("March", "standing"),  # 0 to 20
    drill("Lean", "wall-lean"),  # 20 to 40
    drill("Kneel", "half-kneel", sides="each", switch=Fraction(5)),  # 40 to 60, 65 to 85
    drill("Floor", "supine"),  # 85 to 105
    Move("Roll over.", Fraction(6)),  # 105 to 111
    drill("Front", "prone"),  # 111 to 131
    Wait("Press."),
    drill("Up", "standing"),  # 131 to 151
)


def counted(session) -> float:
    """Return how long the last count-in lasts."""
    return second([each for each in session.timeline.splices if each.state == "counting"][-1].interlude.total)


@pytest.mark.parametrize(
    ("at", "moves", "seconds"),
    [
        (5, ["next"], 8),  # standing, to the wall
        (25, ["next"], 15),  # from the wall to one knee
        (25, ["back"], 4),  # the words, from the start of the lean: the same place
        (70, ["next"], 15),  # from one knee to the back
        (90, ["back", "back"], 15),  # from the back to one knee
        (45, ["switch"], 5),  # five of the ten seconds are in the change of sides that it leads to
        (70, ["switch"], 10),  # from the right knee to the left
        (95, ["next"], 3),  # the move itself gives time to roll over
        (95, ["next", "next"], 8),  # without the move
        (108, ["next"], 5),  # three seconds of the move have passed
        (30, ["repeat"], 4),
        (5, ["pause", "resume"], 3),
        (30, ["pause", "next", "resume"], 15),
        (30, ["pause", "next", "back", "resume"], 4),
    ],
)
def test_a_key_leads_to_a_count_in_as_long_as_the_body_needs(at, moves, seconds):
    session = begun(SCORE)
    for index, move in enumerate(moves):
        assert session.move(move, key(at + index / 10))
    assert counted(session) == seconds


@pytest.mark.parametrize(("start", "seconds"), [(0, 5), (20, 8), (85, 15), (105, 9), (131, 5)])
def test_a_session_that_begins_at_a_step_gives_time_to_get_there_from_the_keyboard(start, seconds):
    # at 105 s, six of the fifteen seconds are in the move
    assert counted(begun(SCORE, start=frame(start))) == seconds


def test_after_a_wait_there_is_time_to_get_up():
    session = begun(SCORE)
    session.move("resume", PLAY + 200)
    assert counted(session) == 15
    assert session.status(PLAY + 200.1).snapshot.work.title == "Up"


def test_words_that_take_longer_than_the_body_are_said_to_their_end_with_a_second_left():
    made = score(drill("March", "standing"), drill("Lean", "wall-lean", cues=(POSTURE, POSTURE)))
    session = begun(made)
    session.move("next", key(5))
    # "Let's go.", "Lean. 20 seconds." and eleven words twice take 13.8 s with their pauses
    assert counted(session) == 15


def test_a_pause_in_a_count_in_begins_it_again():
    session = begun(SCORE)
    session.move("next", key(25))
    session.move("pause", key(26))
    session.move("resume", key(30))
    assert counted(session) == 15


def test_a_count_in_that_has_moved_the_body_counts():
    session = begun(SCORE)
    session.move("next", key(25))
    session.move("back", key(25) + 1)
    assert counted(session) == 4  # nobody has knelt yet
    session.move("next", key(30))
    session.move("back", key(30) + 10)
    assert counted(session) == 15
