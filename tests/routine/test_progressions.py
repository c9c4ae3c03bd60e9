"""Progressions: each set with its own amount, and cadences that step from rate to rate."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.authoring.formatter import format_text
from leanbreath.routine.step_length import drill_seconds
from leanbreath.routine.work import Cadence
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from tests.authoring.test_schema import mistakes
from tests.routine.snippets import DRILL, ROUTINE, drill_with, problem_texts, routine_of, step_of, value_of


def score_of(step: str):
    return compose(value_of(routine_of(f'  - {{move: "There.", time: 8s}}\n  - {step}\n')))


def works(step: str) -> list[str]:
    return [each.work.text() for each in score_of(step).passages if each.work]


@pytest.mark.parametrize(
    ("dose", "sets", "expected"),
    [
        ("reps: 10 @ 2s", "[12, 10, 8]", ["12 @ 2s", "10 @ 2s", "8 @ 2s"]),
        ("reps: 10 @ 2-1-2", "[2, 1]", ["2 @ 2-1-2", "1 @ 2-1-2"]),
        ("hold: 30s", "[30, 20s, 1m]", ["30s", "20s", "1m"]),
        ("time: 30s", "[1:00]", ["1m"]),
        ("breath: 4-6 for 2m", "[6, 4]", ["4-0-6-0 x 6", "4-0-6-0 x 4"]),
        ("cadence: 170 for 60s", "[20s, 10s]", ["170 for 20s", "170 for 10s"]),
    ],
)
def test_each_set_has_its_own_amount(dose: str, sets: str, expected: list[str]) -> None:
    step = f"{{title: X, {dose}, sets: {sets}, rest: 5s}}"
    assert works(step) == expected
    assert works(f"{step[:-1]}, sides: each, switch: 5s}}") == expected * 2
    assert mistakes("routine", f"{ROUTINE}  - {step}\n") == []


def test_a_progression_of_a_drill_holds_unless_a_step_has_sets_of_its_own() -> None:
    drill = value_of(drill_with("hold: 30s\nsets: [30s, 20s]\nrest: 5s\n"))
    assert [work.text() for work in drill.set_works] == ["30s", "20s"] and drill.set_count == 2


def test_a_progression_counts_in_full() -> None:
    step = step_of("{title: X, hold: 30s, sets: [12s, 8s], rest: 5s, sides: each, switch: 4s}")
    assert drill_seconds(step) == 2 * (12 + 5 + 8) + 4
    assert score_of("{title: X, hold: 30s, sets: [12s, 8s], rest: 5s, sides: each, switch: 4s}").total == 62 * RATE


def test_each_set_says_how_much_it_is_if_that_changes() -> None:
    said = [cue.say for cue in score_of("{title: X, reps: 12 @ 2s, sets: [3, 2, 2, 1], rest: 8s}").cues if cue.say]
    assert "Next: X. 4 sets of 3, 2, 2 reps, one rep." in said
    assert [line for line in said if line.startswith("Set ")] == [
        "Set 2 of 4. 2 reps.",
        "Set 3 of 4.",
        "Set 4 of 4. One rep.",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("reps: 10 @ 2s\nsets: [12, 10s]\n", '"10s" is not a count'),
        ("reps: 10 @ 2s\nsets: []\n", '"sets" is empty'),
        ("hold: 10s\nsets: [0]\n", "takes no time"),
        ("hold: 10s\nsets: [soon]\n", '"soon" is not a length'),
        ("breath: 4-6 x 5\nsets: [4-6]\n", '"4-6" is not a length'),
        ("hold: 10s\nsets: {first: 10s}\n", '"sets" must be a whole number'),
    ],
)
def test_an_amount_goes_with_the_kind_of_work(lines: str, expected: str) -> None:
    (problem, *_) = problem_texts(drill_with(lines))
    assert expected in problem


def test_a_progression_is_formatted_as_it_is() -> None:
    text = f"{DRILL}reps: 12 @ 2s\nsets: [12, 10, 8]\n"
    assert format_text(text) == text


def test_a_cadence_steps_through_its_rates_in_equal_parts() -> None:
    cadence = value_of(drill_with("cadence: 160 to 180 in 3 for 6m\n")).work
    assert [(stage.rate, stage.for_, stage.steps) for stage in cadence.stages] == [
        (160, 120, 320),
        (170, 120, 340),
        (180, 120, 360),
    ]
    assert cadence.seconds == 360 and cadence.steps == 1020 and cadence.text() == "160 to 180 in 3 for 6m"
    assert value_of(drill_with("cadence: {rate: 160, to: 180, in: 3, for: 6m}\n")).work == cadence


@given(
    *(st.integers(20, 300),) * 2,
    st.integers(2, 50),
    st.fractions(Fraction(1), Fraction(600), max_denominator=10),
)
def test_each_rate_lasts_for_a_whole_number_of_steps(rate: int, to: int, number: int, seconds: Fraction) -> None:
    cadence = Cadence(Fraction(rate), seconds, Fraction(to), in_=number)
    assert [stage.rate for stage in cadence.stages][:: number - 1] == [rate, to]
    for stage in cadence.stages:
        assert stage.rate * stage.for_ % 60 == 0 and abs(stage.for_ - seconds / number) * stage.rate <= 60
    edges = [*cadence.starts, cadence.seconds]
    assert edges == sorted(set(edges)) and len(cadence.starts) == cadence.steps


def test_each_new_rate_is_called_at_its_first_step() -> None:
    score = score_of("{title: X, cadence: 160 to 180 in 3 for 60s}")
    calls = {cue.at: cue.say for cue in score.cues if cue.say in ("160.", "170.", "180.")}
    steps = [round(160 / 3), round(170 / 3)]
    first = Fraction(60 * steps[0], 160)
    second = first + Fraction(60 * steps[1], 170)
    assert calls == {round((8 + first) * RATE): "170.", round((8 + second) * RATE): "180."}


@pytest.mark.parametrize(
    "dose", ["160 to 180 in 1 for 6m", "160 to 180 in 99 for 6m", "160 in 3 for 6m", "{rate: 160, in: 3, for: 6m}"]
)
def test_rates_in_turn_need_two_ends_and_a_few_rates(dose: str) -> None:
    assert len(problem_texts(drill_with(f"cadence: {dose}\n"))) == 1
