"""The words for the action: each names a phase or part that the drill has."""

import pytest

from leanbreath.routine.action_word import ActionWord
from tests.routine.snippets import drill_with, problem_texts, value_of

PARTS = "reps: {count: 4, phases: [{twelve: 2s}, {six: 2s}]}"
KNOWN = [
    ("breath: 4-0-6-0 x 5", "{inhale: chest, hold: pause, exhale: belly, rest: wait}"),
    ("reps: 8 @ 2-0-1", "{there: hinge, hold: rest, back: stand}"),
    ("reps: 8 @ 2s", "{rep: swing}"),
    (PARTS, "{twelve: flatten, six: [six, hollow], rep: clock}"),
    ("reps: {count: 4, phases: [{loslassen: 2s}, {zurück: 2s}]}", "{zurück: zurück}"),
    ("reps: 20 @ 1s\nsides: alternate", "{left: left, right: right}"),
    ("reps: 10", "{rep: push up}"),
    ("hold: 30s", "{hold: stretch}"),
    ("time: 60s", "{time: look ahead}"),
    ("cadence: 110 for 60s", "{step: march}"),
    ("cadence: {rate: 110, for: 60s, breath: 3-4}", "{step: walk, inhale: in}"),
]
WRONG = [
    (
        "reps: 8 @ 2s",
        "{there: hinge}",
        'this drill has no phase or part "there"; use rep',
    ),
    (
        "reps: 8 @ 2-0-1",
        "{their: hinge}",
        'this drill has no phase or part "their"; did you mean "there"? choose from back, hold, rep, there',
    ),
    (PARTS, "{back: stand}", 'this drill has no phase or part "back"; choose from rep, six, twelve'),
    ("hold: 30s", "{time: rest}", 'this drill has no phase or part "time"; use hold'),
    (
        "reps: 20 @ 1s\nsides: each",
        "{left: left}",
        'the word for "left" is for sides that alternate; add "sides: alternate", or remove it',
    ),
    ("hold: 30s", "{left: left}", 'this drill has no phase or part "left"; use hold'),
    ("hold: 30s", "{hold: keep very still}", '"words": "keep very still" has more than two words; name the action'),
    ("hold: 30s", "{hold: gastrocnemiusstretch}", '"words": "gastrocnemiusstretch" is longer than 16 characters; use'),
    ("hold: 30s", "{hold: -}", '"words": "-" is no word; name the action in one or two words'),
    ("hold: 30s", "{a b: x}", '"words": "a b" is not the name of a part; use letters, joined by hyphens, such as a-b'),
    ("cadence: 110 for 60s\nsides: alternate", "{left: x}", 'this drill has no phase or part "left"; use step'),
    ("hold: 30s", '{hold: ""}', '"words": "" is no word; name the action in one or two words'),
    ("hold: 30s", "{hold: [keep]}", '"words" takes 2 texts; write [one, two]'),
    ("hold: 30s", "{hold: [keep, still, now]}", '"words" takes 2 texts; write [one, two]'),
    ("hold: 30s", "stretch", '"words" must be key: value pairs, not "stretch"; write {key: value}'),
]


@pytest.mark.parametrize(("dose", "words"), KNOWN)
def test_a_word_names_a_phase_or_part_of_its_drill(dose: str, words: str) -> None:
    assert problem_texts(drill_with(f"{dose}\nwords: {words}\n")) == []


@pytest.mark.parametrize(("dose", "words", "message"), WRONG)
def test_a_word_for_what_a_drill_does_not_have_is_reported(dose: str, words: str, message: str) -> None:
    (line,) = problem_texts(drill_with(f"{dose}\nwords: {words}\n"))
    assert line.split(": ", 1)[1].startswith(message)


def test_a_list_adds_a_line_below_the_word() -> None:
    drill = value_of(drill_with(f"{PARTS}\nwords: {{six: [six, hollow], twelve: twelve}}\n"))
    assert drill.action_words == {"six": ActionWord("six", "hollow"), "twelve": ActionWord("twelve")}
