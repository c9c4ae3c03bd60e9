"""The time rules: where `ready`, `switch` and `rest` go, which rounds skip a step, and which side begins."""

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from itertools import groupby, pairwise

import pytest
from hypothesis import given

from leanbreath.routine.model import Include, Move, Prompt, Repeat, Rest, Wait
from leanbreath.score.compose import compose
from tests.score.making import routine, score, second, starts, step
from tests.strategies import few, routines

A = step("A", "time", "10s", ready="5s", rest="3s")
TWO = step("A", "time", "10s", ready="5s", rest="3s", sets=2)
EACH = step("A", "time", "10s", ready="5s", switch="4s", rest="3s", sides="each")
EACH_TWO = step("A", "time", "10s", ready="5s", switch="4s", rest="3s", sides="each", sets=2)
B = step("B", "hold", "20s", ready="5s")
MOVE, REST, WAIT = Move("There.", Fraction(6)), Rest(Fraction(7)), Wait("Press space.")


def kinds(*steps) -> str:
    return " ".join(passage.kind for passage in score(*steps).passages)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((A,), "work"),
        ((A, B), "work ready work"),
        ((A, MOVE, B), "work move work"),
        ((A, REST, B), "work rest work"),
        ((A, WAIT, B), "work wait work"),
        ((MOVE, A), "move work"),
        ((A, A), "work ready work"),
        ((A, Include("Other", (A, B))), "work ready work ready work"),
        ((A, step("B", "hold", "20s")), "work work"),
        ((TWO,), "work rest work"),
        ((TWO, B), "work rest work ready work"),
        ((EACH,), "work switch work"),
        ((EACH, B), "work switch work ready work"),
        ((EACH_TWO,), "work rest work switch work rest work"),
        ((A, REST), "work rest"),
        ((Repeat(2, Fraction(9), (A,)),), "work rest work"),
        ((Repeat(2, Fraction(0), (A,)),), "work ready work"),
        ((Repeat(2, Fraction(9), (A, B)), A), "work ready work rest work ready work ready work"),
        ((Repeat(2, Fraction(9), (Repeat(2, Fraction(8), (A,)),)),), "work rest work rest work rest work"),
    ],
)
def test_gaps_are_where_the_format_puts_them(steps, expected):
    assert kinds(*steps) == expected


def test_each_gap_has_the_length_of_its_field():
    made = score(EACH_TWO, B, Repeat(2, Fraction(9), (A,)))
    gaps = [(passage.kind, int(passage.gap_seconds)) for passage in made.passages if passage.kind != "work"]
    assert gaps == [
        ("rest", 3), ("switch", 4), ("rest", 3), ("ready", 5), ("ready", 5), ("rest", 9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("skip", "expected"),
    [("first", "A | AB | AB"), ("last", "AB | AB | A"), ("always", "A | A | A"), (None, "AB | AB | AB")],
)
def test_a_step_is_skipped_in_the_rounds_it_names(skip, expected):
    made = score(Repeat(3, Fraction(9), (step("A", "time", "10s"), step("B", "time", "10s", skip=skip))))
    assert "".join(" | " if each.kind == "rest" else each.title for each in made.passages) == expected


WALK = Prompt(wait="Walk back.", most=Fraction(90))


def test_a_wait_stands_between_sets_and_between_rounds_and_never_after_the_last():
    assert kinds(replace(EACH_TWO, rest=WALK)) == "work wait work switch work wait work"
    assert kinds(Repeat(3, WALK, (A, B)), A) == "work ready work wait work ready work wait work ready work ready work"


def test_a_wait_in_place_of_a_rest_takes_no_time_and_counts_in_each_round():
    made = score(Repeat(2, WALK, (replace(TWO, rest=WALK),)))
    assert (made.waits, second(made.total)) == (3, 40)
    waits = [passage for passage in made.passages if passage.kind == "wait"]
    assert {(each.title, each.say, each.most_seconds) for each in waits} == {("Walk back.", "Walk back.", 90)}


@pytest.mark.parametrize("skip", ["first", "last", "always", None])
@pytest.mark.parametrize(
    "other",
    [MOVE, REST, WAIT, Repeat(1, Fraction(0), (B,)), Include("Other", (B,))],
    ids=lambda each: type(each).__name__,
)
def test_a_step_of_any_kind_is_skipped_in_the_rounds_it_names(other, skip):
    left_out = {"first": {1}, "last": {3}, "always": {1, 2, 3}, None: set()}[skip]
    made = score(Repeat(3, Fraction(9), (step("A", "time", "10s"), other._replace(skip=skip))))
    title = {"Rest": "Rest", "Include": "B", "Repeat": "B"}.get(type(other).__name__, getattr(other, "text", ""))
    rounds = [
        list(group) for is_pause, group in groupby(made.passages, lambda each: each.gap_seconds == 9) if not is_pause
    ]
    assert [number for number, each in enumerate(rounds, 1) if title not in [p.title for p in each]] == sorted(left_out)


def test_a_round_whose_steps_are_all_skipped_has_no_rest():
    assert kinds(Repeat(2, Fraction(9), (step("A", "time", "10s", skip="last"),))) == "work"


def test_a_skipped_first_step_leaves_no_ready():
    assert kinds(step("A", "time", "10s", skip="always"), B) == "work"


@pytest.mark.parametrize(
    ("first_side", "asked", "expected"),
    [
        (None, "right", "left right"),
        ("left", "right", "left right"),
        ("right", "left", "right left"),
        ("alternate", "left", "left right"),
        ("alternate", "right", "right left"),
    ],
)
def test_the_first_side_is_the_one_asked_for(first_side, asked, expected):
    made = compose(routine(step("A", "hold", "9s", sides="each", first_side=first_side)), asked)
    assert " ".join(passage.side for passage in made.passages) == expected


def test_alternate_shares_its_count():
    segments = score(step("A", "reps", "20 @ 1s", sides="alternate")).segments
    assert [each.side for each in segments] == ["left", "right"] * 10
    assert segments[-1].end == 20 * 48_000


def test_all_sets_of_one_side_come_before_the_other():
    made = score(EACH_TWO)
    assert [(each.side, each.set) for each in made.passages if each.kind == "work"] == [
        ("left", 1), ("left", 2), ("right", 1), ("right", 2),
    ]  # fmt: skip
    assert starts(made) == [0, 13, 27, 40] and second(made.total) == 50


def test_sets_are_numbered_within_each_round_of_a_repeat():
    made = score(Repeat(2, Fraction(9), (TWO,)))
    work = [each for each in made.passages if each.kind == "work"]
    assert [(each.round.number, each.round.of, each.set, each.sets) for each in work] == [
        (1, 2, 1, 2), (1, 2, 2, 2), (2, 2, 1, 2), (2, 2, 2, 2),
    ]  # fmt: skip


def test_a_step_belongs_to_the_round_of_the_innermost_repeat_with_several():
    inner = Repeat(3, Fraction(0), (step("A", "hold", "5s"), Repeat(1, Fraction(0), (step("B", "hold", "5s"),))))
    made = score(Repeat(2, Fraction(9), (inner, step("C", "hold", "5s"))), step("D", "hold", "5s"))
    rounds = [(each.title, each.round and (each.round.number, each.round.of)) for each in made.passages]
    once = [(title, (number, 3)) for number in (1, 2, 3) for title in "AB"]
    assert rounds == [*once, ("C", (1, 2)), ("Rest", None), *once, ("C", (2, 2)), ("D", None)]


def test_a_segment_knows_its_round():
    segments = score(Repeat(2, Fraction(9), (Move("There.", Fraction(5)), step("A", "hold", "5s"))), B).segments
    assert [(each.kind, each.round) for each in segments] == [
        ("move", 1), ("hold", 1), ("rest", None), ("move", 2), ("hold", 2), ("ready", None), ("hold", None),
    ]  # fmt: skip


@few
@given(routines())
def test_both_sides_of_a_step_get_equal_work(drawn):
    doses = defaultdict(list)
    for passage in compose(drawn).passages:
        if passage.kind == "work" and passage.side:
            doses[passage.step, passage.side].append((passage.set, passage.work))
    for path in {path for path, _ in doses if (path, "left") in doses and (path, "right") in doses}:
        assert doses[path, "left"] == doses[path, "right"]


@few
@given(routines())
def test_a_ready_comes_before_work_only_and_never_first_or_after_a_gap(drawn):
    passages = compose(drawn).passages
    assert passages[0].kind != "ready" and passages[-1].kind not in ("ready", "switch")
    for one, two in pairwise(passages):
        assert two.kind != "ready" or one.kind == "work"
        if one.kind == "switch" and one.turn:
            assert two.turn == one.turn and two.step.startswith(f"{one.step}.")
        else:
            assert one.kind not in ("ready", "switch") or (two.kind == "work" and two.step == one.step)
