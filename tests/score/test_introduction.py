"""Rounds are announced, once each, when they come next; sets count within their round."""

from fractions import Fraction

import pytest

from leanbreath.routine.author_cue import AuthorCue, CueTime
from leanbreath.routine.model import Include, Move, Repeat, Rest, Wait
from leanbreath.score.count_in import count_in, count_in_texts
from leanbreath.score.edit import with_timed_waits
from leanbreath.score.speech import is_spoken, session_texts
from tests.score.making import frame, said, score, second, step, told

A, B = step("Lean and jog", "time", "19s"), step("March", "time", "19s")
TWO = step("Lean and jog", "time", "19s", sets=2, rest="9s")
EACH = step("Rock", "time", "19s", sides="each", switch="5s")
REST, NONE = Fraction(9), Fraction(0)
BACK = Move("Walk back.", Fraction(9))
SAID_ELSEWHERE = ("Get ready.", "Rest.", "That's it. Well done.")


def texts(*steps) -> list[str]:
    return [text for _, text in told(score(*steps)) if text not in SAID_ELSEWHERE]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((Repeat(2, REST, (A,)),), ["Round 1 of 2. Lean and jog. 19 seconds.", "Round 2 of 2. Lean and jog."]),
        (
            (B, Repeat(2, REST, (A,))),
            ["March. 19 seconds.", "Round 1 of 2. Lean and jog. 19 seconds.", "Round 2 of 2. Lean and jog."],
        ),
        (
            (Repeat(2, REST, (TWO,)),),
            [
                *("Round 1 of 2. Lean and jog. 2 sets of 19 seconds.", "Set 2 of 2."),
                *("Round 2 of 2. Lean and jog.", "Set 2 of 2."),
            ],
        ),
        (
            (Repeat(2, REST, (A, B)),),
            [
                *("Round 1 of 2. Lean and jog. 19 seconds.", "Next: March. 19 seconds."),
                *("Round 2 of 2. Lean and jog.", "March."),
            ],
        ),
        (
            (Repeat(2, REST, (EACH,)),),
            [
                *("Round 1 of 2. Rock, left side. 19 seconds.", "Change sides. Right."),
                *("Round 2 of 2. Rock, left side.", "Change sides. Right."),
            ],
        ),
        ((Repeat(1, REST, (A,)),), ["Lean and jog. 19 seconds."]),
        ((Repeat(1, REST, (A,), "Hills"),), ["Hills. Lean and jog. 19 seconds."]),
        (
            (Repeat(2, REST, (A,), "Hills"),),
            ["Hills, round 1 of 2. Lean and jog. 19 seconds.", "Round 2 of 2. Lean and jog."],
        ),
        (
            (Repeat(2, REST, (Include("Other", (A,)),)), A),
            [
                *("Round 1 of 2. Lean and jog. 19 seconds.", "Round 2 of 2. Lean and jog."),
                "Next: Lean and jog. 19 seconds.",
            ],
        ),
    ],
    ids=[
        *("one drill", "after another drill", "sets", "two drills", "sides", "one round", "one round with a title"),
        *("a title", "another routine inside"),
    ],
)
def test_each_round_is_announced_once_with_the_drill_it_begins_with(steps, expected):
    assert texts(*steps) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("", ["Round 1 of 2. Lean and jog.", "Round 2 of 2. Lean and jog."] * 2),
        (
            "Hills",
            [
                *("Hills, round 1 of 2. Round 1 of 2. Lean and jog.", "Round 2 of 2. Lean and jog."),
                *("Hills, round 2 of 2. Round 1 of 2. Lean and jog.", "Round 2 of 2. Lean and jog."),
            ],
        ),
    ],
)
def test_of_repeats_inside_each_other_the_innermost_is_counted_aloud_and_those_with_a_title(title, expected):
    made = texts(Repeat(2, REST, (Repeat(2, REST, (A,)),), title))
    assert [text.removesuffix(" 19 seconds.") for text in made] == expected


def test_a_drill_that_joins_in_a_later_round_is_introduced_with_its_dose():
    made = texts(Repeat(2, REST, (step("March", "time", "19s", skip="first"), A)))
    assert made[-2:] == ["Round 2 of 2. March. 19 seconds.", "Lean and jog."]


@pytest.mark.parametrize("seconds", [3, 5, 9])
def test_a_round_or_set_is_announced_after_the_move_that_leads_to_it(seconds):
    made = score(Repeat(2, NONE, (TWO, Move("Walk back.", Fraction(seconds)))))
    lines = [(at, text) for at, text in said(made) if text.startswith(("Round 2", "Set"))]
    assert [text[:5] for _, text in lines] == ["Set 2", "Round", "Set 2"]
    walk = 19 + 9 + 19
    assert lines[0][0] < walk < lines[1][0] < walk + seconds < lines[2][0]


def test_a_round_that_has_little_time_to_be_announced_leaves_out_the_dose_first():
    brief = Rest(Fraction(7, 2))
    assert texts(B, brief, Repeat(2, REST, (A,)))[1] == "Round 1 of 2. Lean and jog."


def test_after_a_wait_the_count_in_announces_the_round_in_full():
    made = score(Repeat(2, NONE, (step("A", "hold", "9s"), Wait("Walk back, then press space."))))
    assert not any(text.startswith("Round 2") for _, text in said(made))
    assert said(count_in(made, frame(9), is_entry=True)) == [(0, "Let's go."), (1.1, "Round 2 of 2. A.")]


def test_the_count_in_after_a_wait_is_long_enough_for_a_long_announcement():
    long = step("Knee to the wall and back again", "hold", "9s")
    made = score(step("A", "hold", "9s"), Wait("Press space."), Repeat(2, NONE, (long,)))
    lead = count_in(made, frame(9), is_entry=True)
    # two words and a pause; thirteen words and two pauses take 5.8 s more, and a second is left
    assert said(lead) == [(0, "Let's go."), (1.1, "Round 1 of 2. Knee to the wall and back again. 9 seconds.")]
    assert second(lead.total) == 8


def test_a_wait_with_a_length_leaves_time_to_announce_the_round():
    made = with_timed_waits(score(Repeat(2, NONE, (step("A", "hold", "9s"), Wait("Walk back.")))), Fraction(10))
    assert any(9 < at < 19 and text == "Round 2 of 2. A." for at, text in said(made))


def test_a_count_in_to_the_start_of_a_round_or_set_says_which():
    made = score(Repeat(2, REST, (TWO,)))
    assert count_in_texts(made, frame(19 + 9))[:2] == ("Let's go.", "Set 2 of 2. Lean and jog.")
    assert count_in_texts(made, frame(47 + 9))[:2] == ("Let's go.", "Round 2 of 2. Lean and jog.")
    assert count_in_texts(made, frame(47 + 10))[:2] == ("Let's go.", "Lean and jog.")


def test_the_count_in_to_the_first_round_says_its_number_and_nothing_is_left_to_say_as_it_begins():
    made = score(Repeat(2, REST, (TWO,)))
    first = [(0, "Get ready."), (1.1, "Round 1 of 2. Lean and jog. 2 sets of 19 seconds.")]
    assert said(count_in(made, 0, 5, is_entry=True)) == first
    assert said(made)[0] == (19, "Rest.")


def test_a_voice_can_say_every_count_in():
    made = score(Repeat(2, REST, (TWO,)))
    assert {*count_in_texts(made, frame(28)), *count_in_texts(made, frame(29))} <= set(session_texts(made))


def test_rounds_are_announced_with_sparse_cues_too():
    made = score(Repeat(2, REST, (A,)))
    heard = [cue.say for cue in made.cues if is_spoken(cue, "sparse")]
    assert "Round 2 of 2. Lean and jog." in heard


def test_a_cue_can_be_for_one_round_only():
    own = AuthorCue(at=CueTime("half"), say="Taller.", round=2)
    made = score(Repeat(3, REST, (step("A", "time", "19s", cues=(own,)),)))
    assert [at for at, text in said(made) if text == "Taller."] == [28 + 9.5]


def test_a_cue_for_the_second_set_is_said_in_each_round():
    own = AuthorCue(at=CueTime("half"), say="Taller.", set=2)
    made = score(Repeat(2, REST, (step("A", "time", "19s", sets=2, rest="9s", cues=(own,)),)))
    assert [at for at, text in said(made) if text == "Taller."] == [28 + 9.5, 84 + 9.5]


def test_the_phases_of_a_breath_are_named_in_the_first_round_only():
    made = score(Repeat(3, REST, (step("A", "breath", "4-0-6-0 x 2", skip="first"), B)))
    assert [text for _, text in said(made) if text in ("In.", "Out.")] == ["In.", "Out."]
