"""Open work: how it is written, how long it may last and is expected to, and that no fitting gives it an end."""

from fractions import Fraction

import pytest

from leanbreath.routine.basic_notations import NotationError
from leanbreath.routine.work import KINDS, Hold, OpenWork, Reps, Time, bounded_work, with_open_end
from tests.routine.snippets import drill_with, problem_texts, step_of, value_of


@pytest.mark.parametrize(
    ("kind", "text", "count"), [("hold", "max", None), ("time", "open", None), ("reps", "10", 10), ("reps", "1", 1)]
)
def test_open_work_lasts_three_minutes_at_most_and_is_expected_to_last_half_of_that(kind, text, count):
    work = KINDS[kind].notation.parse(text)
    assert (work.is_open, work.seconds, work.most_seconds, work.text()) == (True, 90, 180, text)
    assert getattr(work, "count", None) == count


@pytest.mark.parametrize(
    ("kind", "text"), [("hold", "30s"), ("time", "60s"), ("reps", "10 @ 2s"), ("cadence", "170 for 9s")]
)
def test_work_with_a_length_is_not_open(kind, text):
    assert not KINDS[kind].notation.parse(text).is_open


def test_open_reps_are_one_part_that_no_cue_can_count():
    work = KINDS["reps"].notation.parse("10")
    assert (work.part_count, work.repetitions, dict(work.cue_counts), work.phase_names) == (1, None, {}, ())


@pytest.mark.parametrize(
    ("keys", "expected", "most"),
    [
        ("", 90, 180),
        ("most: 2m", 60, 120),
        ("expect: 45s", 45, 180),
        ("expect: 45s\nmost: 1m", 45, 60),
        ("expect: 1m\nmost: 1m", 60, 60),
    ],
)
@pytest.mark.parametrize("dose", ["hold: max", "time: open", "reps: 10"])
def test_a_drill_says_how_long_open_work_may_last_and_is_expected_to(dose, keys, expected, most):
    drill = value_of(drill_with(f"{dose}\n{keys}\n"))
    assert (drill.work.seconds, drill.work.most_seconds) == (expected, most)
    assert (drill.least, drill.most) == (None, None)


@pytest.mark.parametrize(
    ("step", "expected", "most"),
    [
        ("{title: A, hold: max, most: 2m}", 60, 120),
        ("{drill: gastroc-wall-stretch, hold: max}", None, None),
        ("{drill: gastroc-wall-stretch, hold: max, most: 40s, expect: 30s}", 30, 40),
    ],
)
def test_a_step_can_be_open_whether_its_drill_is_or_not(step, expected, most):
    made = step_of(step)
    assert made.work.is_open and (made.least, made.most) == (None, None)
    if most is None:  # the most of the drill
        assert made.work.most_seconds == made.drill.most.seconds and made.work.seconds == made.drill.most.seconds / 2
    else:
        assert (made.work.seconds, made.work.most_seconds) == (expected, most)


NO_END = "needs a known end, but this work is open; write start, or a length from the start, such as 10s"


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (
            "hold: max\nexpect: 4m\n",
            '6:9: "expect": 4m is more than the 3m this may last; write a length up to 3m, or a longer most',
        ),
        (
            "hold: 30s\nexpect: 20s\n",
            '6:9: "expect" is only for open work; '
            "remove it, or write hold: max, time: open, or reps: 10 without a pace",
        ),
        ("hold: max\nleast: 20s\n", '6:8: "least" is not for open work; remove it, or write expect'),
        ("hold: max\nmost: max\n", '6:7: "most": "max" is not a length; write it as 30s, 1m30s or 4:30'),
        (
            "reps: 10 @ 2s\nleast: 6\n",
            '6:8: "least" needs an end, and "6" has none; write how long a rep takes too, such as 6 @ 2s',
        ),
        ("hold: 30s\nmost: max\n", '6:7: "most" needs an end, and "max" has none; write a length'),
        (
            "reps: 10\nmost: 12\nsides: alternate\n",
            '7:8: "alternate" changes sides at a pace, but open work has none; use each',
        ),
        ('hold: max\ncues: [{at: half, say: "A"}]\n', f'6:13: "half" {NO_END}'),
        ('reps: 10\ncues: [{at: -5s, say: "A"}]\n', f'6:13: "-5s" {NO_END}'),
        ('reps: 10\ncues: [{at: start, rep: 2, say: "A"}]\n', '6:25: "rep" only works in a drill with reps; remove it'),
    ],
)
def test_what_open_work_cannot_be_is_a_problem_with_a_fix(lines, problem):
    assert problem_texts(drill_with(lines)) == [problem]


def test_cues_from_the_start_are_fine():
    assert problem_texts(drill_with('hold: max\ncues: [{at: start, say: "A"}, {at: 40s, say: "B"}]\n')) == []


OPEN: list[OpenWork] = [
    Hold(Fraction(45), Fraction(60)),
    Time(Fraction(45), Fraction(60)),
    Reps(9, Fraction(5), most_seconds=Fraction(60)),
]


@pytest.mark.parametrize("work", OPEN)
def test_no_fitting_makes_open_work_a_fixed_length(work):
    assert work.doses(Fraction(1), Fraction(600)) == (work,)
    assert bounded_work(work, Hold(Fraction(50)), Hold(Fraction(90))) == work
    shorter = bounded_work(work, None, Hold(Fraction(30)))
    assert (shorter.seconds, shorter.most_seconds) == (15, 30)


@pytest.mark.parametrize("work", OPEN)
def test_more_is_never_expected_than_it_may_last(work):
    with pytest.raises(NotationError) as refused:
        with_open_end(work, Fraction(61))
    assert refused.value.fix == "write a length up to 1m, or a longer most"
