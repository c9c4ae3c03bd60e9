"""Short scores around the routine: a count-in that names what comes, and the prompt at a wait."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leanbreath.routine.model import Prompt, Rest, Wait
from leanbreath.score.count_in import count_in, wait_prompt
from leanbreath.score.edit import with_timed_waits
from leanbreath.score.speech_pace import spoken_frames
from tests.score.making import frame, said, score, second, sounds, step

SCORE = score(
    step("Rock", "hold", "20s", sides="each", switch="5s"),
    Wait("Find clear ground."),
    step("Lean", "hold", "20s", ready="5s"),
)


def test_a_count_in_ticks_three_two_one_and_ends_without_a_sound_of_its_own():
    lead = count_in(SCORE, 0)
    assert sounds(lead) == [(0, "tick"), (1, "tick"), (2, "tick")]
    assert second(lead.total) == 3


def test_a_longer_count_in_ticks_its_last_three_seconds():
    lead = count_in(SCORE, 0, 5)
    assert sounds(lead) == [(2, "tick"), (3, "tick"), (4, "tick")]
    assert second(lead.total) == 5


@pytest.mark.parametrize("start", [0, 45])
def test_a_count_in_into_place_ends_one_to_two_seconds_after_its_words(start):
    lead = count_in(SCORE, frame(start), 1, is_entry=True)
    last = max((cue for cue in lead.cues if cue.say), key=lambda cue: cue.at)
    assert frame(1) <= lead.total - (last.at + spoken_frames(last.say, {})) < frame(2)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, ["Get ready.", "Rock, left side."]),
        (10, ["Let's go.", "Rock, left side."]),
        (22, ["Let's go.", "Rock, right side."]),
        (30, ["Let's go.", "Rock, right side."]),
        (45, ["Let's go.", "Lean."]),
    ],
)
def test_a_count_in_names_what_comes(seconds, expected):
    lines = said(count_in(SCORE, frame(seconds)))
    # two words take 0.8 s, and a pause between two lines 0.3 s
    assert lines == list(zip((0, 1.1), expected, strict=True))


def test_a_count_in_to_a_rest_just_says_rest():
    resting = score(step("Rock", "hold", "10s"), Rest(Fraction(20)), step("Lean", "hold", "10s"))
    assert said(count_in(resting, frame(15))) == [(0, "Rest.")]


def test_a_count_in_after_a_wait_between_sets_says_which_set_comes_and_the_score_does_not():
    sets = score(replace(step("Rock", "hold", "10s", sets=3), rest=Prompt(wait="Walk back.")))
    assert [said(count_in(sets, frame(at), is_entry=True))[1:] for at in (10, 20)] == [
        [(1.1, "Set 2 of 3. Rock.")], [(1.1, "Set 3 of 3. Rock.")],
    ]  # fmt: skip
    assert said(count_in(sets, frame(15))) == [(0, "Let's go."), (1.1, "Rock.")]
    assert not [text for _, text in said(sets) if "Set" in text]


def test_a_timed_wait_between_sets_leaves_room_to_say_the_set():
    sets = score(replace(step("Rock", "hold", "10s", sets=2), rest=Prompt(wait="Walk back.")))
    assert "Set 2 of 2." in [text for _, text in said(with_timed_waits(sets, Fraction(10)))]


@pytest.mark.parametrize("seconds", [3, 5])
def test_a_count_in_is_one_segment_of_getting_ready(seconds):
    lead = count_in(SCORE, 0, seconds)
    assert [(each.kind, each.start, each.end) for each in lead.segments] == [("ready", 0, frame(seconds))]


def test_the_prompt_at_a_wait_is_a_tone_and_its_words():
    called = wait_prompt(SCORE, SCORE.index(frame(45)) - 1)
    assert sounds(called) == [(0, "done")]
    assert said(called) == [(0, "Find clear ground.")]


def test_a_count_in_leaves_the_score_as_it_is():
    assert "Get ready." not in " ".join(text for _, text in said(SCORE))
