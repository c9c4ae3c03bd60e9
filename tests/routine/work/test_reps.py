"""Repetitions: of one length, there-hold-back, and of named parts."""

from fractions import Fraction

import pytest

from leanbreath.routine.basic_notations import NotationError
from leanbreath.routine.work import Reps
from leanbreath.routine.work.rep_part import RepPart
from tests.routine.snippets import drill_with, step_of_drill, value_of

NO_REPS = [
    "0",
    "10001",
    "10 @",
    "@ 2s",
    "0 @ 2s",
    "10 @ 0s",
    "10 @ -2s",
    "1.5 @ 2s",
    "10 @ 2-1",
    "10 @ 2-1-2-1",
    "8 @ 1e1",
    "",
]


def read(text: str) -> Reps:
    work: Reps = Reps.notation.parse(text)
    return work


def test_ten_of_two_seconds_take_twenty() -> None:
    work = read("10 @ 2s")
    assert (work.repetitions, work.parts, work.seconds) == (10, ((None, 2),), 20)


@pytest.mark.parametrize("text", ["10 @ 2s", "10@2s", "10 @ 2", "10  @  0:02"])
def test_the_length_of_a_rep_is_any_length(text: str) -> None:
    assert read(text) == Reps(10, each=Fraction(2))


def test_three_numbers_are_there_hold_back() -> None:
    work = read("8 @ 2-1-2")
    assert work.parts == (("there", 2), ("hold", 1), ("back", 2))
    assert work.seconds == 40


def test_a_part_of_no_length_is_left_out() -> None:
    assert read("8 @ 2-0-1").parts == (("there", 2), ("back", 1))


def test_named_parts_follow_in_the_order_they_are_written() -> None:
    work = value_of(drill_with("reps: {count: 4, phases: [{lean: 3s}, {jog: 6s}, {walk-back: 8s}]}\n")).reps
    assert work.parts == (("lean", 3), ("jog", 6), ("walk-back", 8))
    assert work.seconds == 68


@pytest.mark.parametrize(
    ("text", "more"),
    [("10 @ 1.5s", "7 @ 1.5s"), ("10 @ 4s", "3 @ 4s"), ("6 @ 30s", "1 @ 30s"), ("8 @ 2-1-2", "2 @ 2-1-2")],
)
def test_ten_seconds_more_are_the_nearest_number_of_the_same_reps(text: str, more: str) -> None:
    assert read(text).extension(Fraction(10)) == read(more)


@pytest.mark.parametrize("text", NO_REPS)
def test_invalid_reps_are_refused_with_a_fix(text: str) -> None:
    with pytest.raises(NotationError) as refused:
        read(text)
    assert refused.value.fix


def test_a_rep_of_three_parts_has_the_same_limit_as_a_rep_of_one() -> None:
    with pytest.raises(NotationError):
        read("8 @ 999999-1-1")


def test_reps_of_no_length_are_refused_in_both_forms() -> None:
    with pytest.raises(NotationError) as refused:
        read("8 @ 0-0-0")
    assert "0-0-0" in refused.value.message


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"each": Fraction(2), "phases": (RepPart("lean", Fraction(3)),)},
    ],
)
def test_a_rep_is_one_length_or_parts_of_one_name_each(parts: dict[str, Fraction]) -> None:
    with pytest.raises(NotationError):
        Reps(4, **parts)  # type: ignore[arg-type]


def test_named_parts_are_shown_with_their_names() -> None:
    assert Reps(4, phases=(RepPart("lean", Fraction(3)), RepPart("jog", Fraction(6)))).text() == "4 @ lean 3s + jog 6s"


@pytest.mark.parametrize("names", [("back", "there"), ("there", "there"), ("hold", "back", "there")])
def test_parts_in_another_order_are_not_shown_as_there_hold_back(names: tuple[str, ...]) -> None:
    phases = tuple(RepPart(name, Fraction(seconds)) for seconds, name in enumerate(names, 1))
    expected = " + ".join(f"{name} {seconds}s" for seconds, name in enumerate(names, 1))
    assert Reps(3, phases=phases).text() == f"3 @ {expected}"


PARTS = "reps: {count: 6, phases: [{six: 3s}, {twelve: 1s, say: Zwölf.}]}"


@pytest.mark.parametrize(
    ("own", "written", "parts"),
    [
        ("reps: 6 @ 1.5-0-1.5", "6 @ 3s", (("there", Fraction(3, 2)), ("back", Fraction(3, 2)))),
        ("reps: 6 @ 2-1-2", "8 @ 4s", (("there", Fraction(8, 5)), ("hold", Fraction(4, 5)), ("back", Fraction(8, 5)))),
        ("reps: 6 @ 2-0-1", "8 @ 4s", (("there", Fraction(8, 3)), ("back", Fraction(4, 3)))),
        ("reps: 6 @ 2-0-1", "8 @ 1-1-1", (("there", 1), ("hold", 1), ("back", 1))),
        (PARTS, "8 @ 2s", (("six", Fraction(3, 2)), ("twelve", Fraction(1, 2)))),
        (PARTS, "{count: 8, each: 2s}", (("six", Fraction(3, 2)), ("twelve", Fraction(1, 2)))),
        (PARTS, "8 @ 2-0-2", (("there", 2), ("back", 2))),
        ("reps: 6 @ 3s", "8 @ 2-0-2", (("there", 2), ("back", 2))),
        (PARTS, "10", ((None, 9),)),
    ],
)
def test_one_length_per_rep_keeps_the_parts_of_the_drill(own: str, written: str, parts: tuple[object, ...]) -> None:
    """The least, the most and the levels of a drill, and the dose of a step, which has its own least and most."""
    bounds = f"least: {written}\nmost: {written}\n" if "@" in written or "{" in written else ""
    drill = value_of(drill_with(f"{own}\n{bounds}levels: [{written}]\n"))
    step = step_of_drill(drill, f"{{drill: x, reps: {written}}}")
    doses = [step.work, *drill.levels, *filter(None, (drill.least, drill.most))]
    assert {dose.parts for dose in doses} == {parts}
    assert {dose.count for dose in doses} == {step.work.count}


def test_each_of_several_sets_keeps_the_parts_of_the_drill() -> None:
    step = step_of_drill(value_of(drill_with(f"{PARTS}\n")), "{drill: x, reps: 6 @ 2s, sets: [6, 4]}")
    assert [work.text() for work in step.set_works] == ["6 @ six 1.5s + twelve 0.5s", "4 @ six 1.5s + twelve 0.5s"]


def test_ten_seconds_more_keep_the_parts() -> None:
    step = step_of_drill(value_of(drill_with(f"{PARTS}\n")), "{drill: x, reps: 6 @ 2s}")
    assert step.work.extension(Fraction(10)).text() == "5 @ six 1.5s + twelve 0.5s"


def test_a_part_keeps_what_is_said_in_place_of_its_name() -> None:
    step = step_of_drill(value_of(drill_with(f"{PARTS}\n")), "{drill: x, reps: 6 @ 2s}")
    assert [part.say for part in step.work.phases] == [None, "Zwölf."]
