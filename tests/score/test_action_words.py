"""The words for what is done: which one each part has, and when it is said."""

from fractions import Fraction

import pytest

from leanbreath.routine.model import Move
from leanbreath.score.action_words import action_in_full
from leanbreath.score.compose import compose
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import Score
from leanbreath.score.speech import session_texts
from tests.score.making import frame, read, said, score

STEP = """\
routine: own
title: Own
steps:
  - {move: "To the mat.", time: 9s}
  - title: Drill
    position: standing
    words: {%s}
    %s
"""
PARTS = "reps: {count: 4, phases: [{six: 2s}, {twelve: 1s, say: Zwölf.}]}"
ALTERNATE = "sides: alternate"


def made(words: str, *lines: str) -> Score:
    """Return the score of one drill with these words, which begins at 9 s."""
    text = STEP % (words, "\n    ".join(lines))
    return compose(read(text if words else text.replace("    words: {}\n", "")))


def shown(words: str, *lines: str) -> list[tuple[str | None, str | None]]:
    """Return the word and the sub-word of each segment of the first two reps or breaths."""
    segments = made(words, *lines).segments[1:]
    return [(each.word, each.sub_word) for each in segments if each.rep in (None, 1, 2)]


@pytest.mark.parametrize(
    ("words", "lines", "expected"),
    [
        ("", ["breath: 4-1-6-2 x 1"], [("In", None), ("Hold", None), ("Out", None), ("Wait", None)]),
        ("inhale: chest", ["breath: 4-6 x 1"], [("Chest", None), ("Out", None)]),
        ("", ["hold: 9s"], [("Hold", None)]),
        ("hold: stretch", ["hold: 9s"], [("Stretch", None)]),
        ("", ["time: 9s"], [(None, None)]),
        ("time: look ahead", ["time: 9s"], [("Look ahead", None)]),
        ("", ["reps: 1 @ 2s"], [(None, None)]),
        ("rep: swing", ["reps: 1 @ 2s"], [("Swing", None)]),
        ("rep: push-up", ["reps: 10"], [("Push-up", None)]),
        ("", ["reps: 1 @ 2-1-2"], [(None, None), ("Hold", None), (None, None)]),
        ("there: hinge, back: stand", ["reps: 1 @ 2-0-2"], [("Hinge", None), ("Stand", None)]),
        ("rep: swing, there: hinge", ["reps: 1 @ 2-0-2"], [("Hinge", None), ("Swing", None)]),
        ("", ["reps: {count: 1, phases: [{walk-back: 8s}]}"], [("Walk back", None)]),
        ("", ["reps: {count: 1, phases: [{rest: 8s}]}"], [("Rest", None)]),
        ("six: [six, hollow]", ["reps: {count: 1, phases: [{six: 2s}]}"], [("Six", "hollow")]),
        ("left: left, right: right", ["reps: 2 @ 1s", ALTERNATE], [("Left", None), ("Right", None)]),
        (
            "there: down, left: left foot, right: right foot",
            ["reps: 2 @ 1-0-1", ALTERNATE],
            [("Down", "left foot"), ("Left foot", None), ("Down", "right foot"), ("Right foot", None)],
        ),
        ("left: left", ["breath: 4-6 x 1", ALTERNATE], [("In", "left"), ("Out", "left")]),
        ("", ["cadence: 60 for 1s"], [(None, None)]),
        ("step: march", ["cadence: 60 for 1s"], [("March", None)]),
        ("step: walk", ["cadence: {rate: 60, for: 2s, breath: 1-1}"], [("In", None), ("Out", None)]),
    ],
)
def test_each_part_has_the_word_for_what_is_done(words, lines, expected):
    assert shown(words, *lines) == expected


def lines_of(words: str, *lines: str) -> list[tuple[float, str]]:
    """Return what is said from the start of the drill to its end, by its own seconds."""
    score = made(words, *lines)
    return [(round(at - 9, 6), text) for at, text in said(score) if at >= 9 and text != ENGLISH.done]


@pytest.mark.parametrize(
    ("words", "lines", "expected"),
    [
        # words are said in the first rep; of four reps the last is announced
        ("there: hinge, back: stand", ["reps: 3 @ 2-0-1"], [(0, "Hinge."), (2, "Stand.")]),
        ("there: hinge, back: stand", ["reps: 4 @ 2-0-1"], [(0, "Hinge."), (2, "Stand."), (9, "Last one.")]),
        ("rep: swing", ["reps: 3 @ 2s"], [(0, "Swing.")]),
        # nobody needs to hear the word for a hold or for free movement, which was just announced
        ("hold: stretch", ["hold: 9s"], []),
        ("time: march", ["time: 9s"], []),
        # the other side's word is said when it first comes
        ("left: left, right: right", ["reps: 3 @ 1s", ALTERNATE], [(0, "Left."), (1, "Right.")]),
        # a part of two seconds is called each time, a shorter one the first time; "say" is what is spoken
        (
            "six: [six, hollow]",
            [PARTS],
            [(0, "Six."), (2, "Zwölf."), (3, "Six."), (6, "Six."), (8.2, "Last one."), (9, "Six.")],
        ),
    ],
)
def test_words_are_said_in_the_first_rep_and_longer_parts_are_called_in_each(words, lines, expected):
    assert lines_of(words, *lines) == expected


def test_the_last_rep_is_announced_before_a_call_and_what_the_author_says_after_it():
    own = 'cues: [{at: six, rep: 4, say: "Small now."}]'
    assert lines_of("six: six", PARTS, own)[-3:] == [(8.2, "Last one."), (9, "Six."), (9.4, "Small now.")]


def test_reps_with_parts_are_announced_as_reps():
    assert said(made("", PARTS))[1][1] == "Next: Drill. 4 reps."


def test_a_word_is_said_again_on_the_other_side_and_not_in_another_set():
    lines = ["reps: 2 @ 2s", "sides: each", "sets: 2", "rest: 5s", "switch: 5s"]
    assert [at for at, text in lines_of("rep: swing", *lines) if text == "Swing."] == [0, 18]


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        ("", "breath: 4-6 x 1", ["Breathe in", "Breathe out"]),
        ("inhale: chest", "breath: 4-6 x 1", ["Chest", "Breathe out"]),
        ("", "hold: 9s", ["Hold still"]),
        ("hold: stretch", "hold: 9s", ["Stretch"]),
        ("six: [six, hollow]", "reps: {count: 1, phases: [{six: 2s}]}", ["Six, hollow"]),
        ("", "reps: 1 @ 2s", [""]),
    ],
)
def test_where_there_is_room_it_is_said_in_full(words, line, expected):
    assert [action_in_full(each, ENGLISH) for each in made(words, line).segments[1:]] == expected


def test_a_title_is_said_as_it_is_spoken_and_shown_as_it_is_written():
    made = compose(read(STEP.replace("title: Drill", "title: ITB roll\n    spoken: I T band roll") % ("", "hold: 9s")))
    spoken = session_texts(made)
    assert "Next: I T band roll. 9 seconds." in spoken and not any("ITB" in text for text in spoken)
    assert made.as_written("Next: I T band roll. 9 seconds.") == "Next: ITB roll. 9 seconds."
    assert made.at(frame(10)).title == "ITB roll"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Hip hinge.", "Hip hinge at the wall."),
        ("Next: Hip hinge, left side. 6 reps.", "Next: Hip hinge at the wall, left side. 6 reps."),
        ("Let's go. Hip hinge.", "Let's go. Hip hinge at the wall."),
        # only a title is replaced, and only once
        ("Next: Hip hinge at the wall.", "Next: Hip hinge at the wall."),
        ("Now a Hip hinge.", "Now a Hip hinge."),
        ("Hip hinges are next.", "Hip hinges are next."),
    ],
)
def test_only_an_announced_title_is_shown_as_it_is_written(said, shown):
    made = compose(
        read(STEP.replace("title: Drill", "title: Hip hinge at the wall\n    spoken: Hip hinge") % ("", "hold: 9s"))
    )
    assert made.as_written(said) == shown


def test_a_gap_has_no_word():
    assert score(Move("To the wall.", Fraction(9))).at(frame(1)).word is None
