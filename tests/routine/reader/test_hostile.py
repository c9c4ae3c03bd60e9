"""Files that ask for too much: refused where they ask for it, before anything is laid out."""

from math import lcm

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.routine.problems import Place
from leanbreath.routine.reader import file_kind
from leanbreath.routine.reader.converter import MOST_PROBLEMS
from leanbreath.routine.reader.yaml_tree import parse_yaml
from leanbreath.routine.work import Breath, Cadence, Hold, Reps, Time
from tests.routine.snippets import DRILL, ROUTINE, drill_file, drill_with, problem_texts, routine_of

PARTS, SETS = (
    "this adds up to more than 50,000 breaths, reps and cues",
    "this adds up to more than 5,000 steps, sets and sides",
)
EIGHT = "cues:\n" + '  - {at: inhale, say: "In."}\n' * 8


@pytest.mark.parametrize(
    "lines",
    [
        "breath: 1-1 x 5000\n" + EIGHT,
        "breath: 1-1 x 5000\n" + EIGHT.replace("inhale", "start, breath: 3"),
        "breath: 1-1 x 1000\nsets: 20\n",
        "reps: 9999 @ 0.1-0.1-0.1\nsides: each\n",
        "cadence: 300 for 3h\n",
        "cadence: {rate: 200, for: 2h, breath: 1-1}\n" + EIGHT,
    ],
)
def test_a_drill_too_large_for_a_day_is_refused(lines: str) -> None:
    assert problem_texts(drill_with(lines)) == [f"1:1: {PARTS}; use fewer"]


@pytest.mark.parametrize(
    "lines",
    [
        "breath: 1-1 x 5000\n",
        "breath: 1-1 x 5000\n" + EIGHT.replace("inhale", "half"),
        "breath: 4-6 x 600\n" + EIGHT,
        "hold: 4h\nsets: 100\n",
        "cadence: 170 to 180 for 4h\n",
    ],
)
def test_a_long_drill_is_not_refused(lines: str) -> None:
    assert problem_texts(drill_with(lines)) == []


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("  - {title: A, hold: 1s, sets: 2501, sides: each}\n", [f"4:5: {SETS}; use fewer"]),
        ("  - {repeat: 2501, rest: 1s, steps: [{title: A, hold: 1s}]}\n", [f"4:5: {SETS}; use fewer"]),
        ("  - {repeat: 70, steps: [{repeat: 70, steps: [{move: On, time: 1s}]}]}\n", [f"4:5: {SETS}; use fewer"]),
        ("  - {rest: 1s}\n" * 5001, [f"1:1: {SETS}; use fewer"]),
        ("  - &a {rest: 1s}\n" + "  - *a\n" * 5000, [f"1:1: {SETS}; use fewer"]),
        ("  - {repeat: 100, steps: [{title: A, breath: 1-1 x 200}]}\n", [f"4:5: {PARTS}; use fewer"]),
        ("  - {rest: 1s}\n" * 5000, []),
        ("  - {title: A, hold: 1s, sets: 2500, sides: each}\n", []),
    ],
)
def test_steps_are_counted_with_their_rounds_sets_and_sides(steps: str, expected: list[str]) -> None:
    assert problem_texts(routine_of(steps)) == expected


@settings(max_examples=20)
@given(st.integers(20, 300), st.integers(20, 300), st.integers(1, 400), st.integers(0, 999_999))
def test_the_steps_of_a_ramp_share_one_denominator(rate: int, to: int, seconds: int, odd: int) -> None:
    work = Cadence.notation.parse(f"{rate} to {to} for {seconds}.{odd:06}s")
    assert lcm(*(start.denominator for start in work.starts)).bit_length() <= 65 + 64
    assert work.steps == len(work.starts)


def test_a_thousand_mistakes_are_reported_and_the_place_of_the_next() -> None:
    reading = drill_with("hold: 30s\ntargets:\n" + "  - nec\n" * 3_000)
    assert reading.value is None
    assert len(reading.problems) == MOST_PROBLEMS + 1
    assert (
        problem_texts(reading)[-1]
        == f"{7 + MOST_PROBLEMS}:5: 1,000 mistakes come before this one; fix those and check again"
    )


@pytest.mark.parametrize("lines", ["hold: 40s\n" * 1_500, "".join(f"key-{n}: x\n" for n in range(1_500))])
def test_at_most_a_thousand_duplicate_or_unknown_keys_are_reported(lines: str) -> None:
    assert len(drill_with("hold: 30s\n" + lines).problems) == MOST_PROBLEMS + 1


@pytest.mark.parametrize(
    "lines",
    ["stretch: " + "s" * 50_000, "? " + "k" * 50_000 + "\n: x", "why: !" + "t" * 5_000 + " x", "why: *" + "a" * 5_000],
)
def test_no_message_is_too_long_to_read(lines: str) -> None:
    for problem in drill_with(f"hold: 30s\n{lines}\n").problems:
        assert len(problem.message) <= 1_000 and len(problem.fix) <= 1_000


@pytest.mark.parametrize("letter", "\x85\u2028\u2029")
def test_line_ends_that_editors_do_not_count_are_reported(letter: str) -> None:
    node, (problem,) = parse_yaml(f"drill: x\ntitle: a{letter}b\ngoal: y\n", "x.yaml")
    assert node is None and problem.place == Place("x.yaml", 2, 9)


def test_lines_that_end_in_a_carriage_return_are_counted() -> None:
    (problem,) = drill_file((DRILL + "hold: 30x\n").replace("\n", "\r")).problems
    assert (problem.place.line, problem.place.column, problem.quote) == (5, 7, "hold: 30x")
    _, (control,) = parse_yaml("drill: x\rtitle: \x01\r", "x.yaml")
    assert control.place == Place("x.yaml", 2, 8)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("dril: x\nhold: 30s\nsources: [S43]\n", "drill"),
        ("rutine: x\ntitle: X\n", "routine"),
        ("title: X\nsteps: []\n", "routine"),
        ("title: X\nposition: standing\nsources: [S43]\n", "drill"),
        ("title: X\nweeks: []\n", "plan"),
        ("sources: {S01: {title: X}}\n", "sources"),
        ("title: X\nabout: Y\n", None),
        ("[drill]\n", None),
    ],
)
def test_a_file_without_its_first_key_is_recognized_by_its_other_keys(text: str, kind: str | None) -> None:
    assert file_kind(text.encode(), "x.yaml") == kind


MEANT = [
    (Hold, "60 sec", "60s"),
    (Hold, "1,5s", "1.5s"),
    (Time, "2 Minutes", "2m"),
    (Breath, "4–6 × 5", "4-6 x 5"),
    (Breath, "5 x 4-0-6-0", "4-0-6-0 x 5"),
    (Breath, "4s-6s*5", "4-6 x 5"),
    (Reps, "10 x 2s", "10 @ 2s"),
    (Reps, "8 @ 1,5 sec", "8 @ 1.5s"),
]


@pytest.mark.parametrize(("kind", "text", "meant"), MEANT)
def test_a_dose_in_other_notations_gets_the_right_notation_as_its_fix(
    kind: type[Breath], text: str, meant: str
) -> None:
    (line,) = problem_texts(drill_with(f'{kind.kind}: "{text}"\n'))
    assert line.endswith(f"; write {meant}")
    assert problem_texts(drill_with(f"{kind.kind}: {meant}\n")) == []


@given(st.sampled_from(("hold", "breath", "reps")), st.text("0123456789 .,-–x×*@smhinec", max_size=14))
def test_the_text_suggested_by_a_fix_is_valid(kind: str, text: str) -> None:
    for problem in drill_with(f'{kind}: "{text}"\n').problems:
        start, _, dose = problem.fix.partition(", and add ")[0].partition("write ")
        if not start and dose[:1].isdigit() and problem.message.startswith(f'"{kind}": "{text.strip()}" is not'):
            assert problem_texts(drill_with(f"{kind}: {dose}\n")) == []


def test_a_routine_with_only_its_first_key_is_one_mistake() -> None:
    assert len(routine_of("").problems) == 1 and ROUTINE.endswith("steps:\n")
